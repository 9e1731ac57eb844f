#!/bin/sh
# Builds the shared library for phones and puts it where Gradle looks for it: device/src/main/jniLibs/ABI/libalongside.so.
#
#   ANDROID_NDK_HOME=... scripts/build-library.sh [ABI...]        (arm64-v8a armeabi-v7a x86_64 when none is named)
#
# Needs cargo-ndk, the Android NDK r28 or newer, perl and make (OpenSSL is built from source), and the Rust targets:
#   rustup target add aarch64-linux-android armv7-linux-androideabi x86_64-linux-android
set -eu

android=$(cd "$(dirname "$0")/.." && pwd)
libraries=$android/device/src/main/jniLibs
oldest_android=26

: "${ANDROID_NDK_HOME:?set it to the folder of the Android NDK}"
command -v cargo-ndk >/dev/null || {
    echo "cargo-ndk is missing: cargo install cargo-ndk" >&2
    exit 1
}
[ $# -gt 0 ] || set -- arm64-v8a armeabi-v7a x86_64

for abi in "$@"; do
    targets="${targets:-} --target $abi"
done

# Said to the linker although r28 does it by itself: an older NDK, or RUSTFLAGS of somebody's own, would undo it unseen.
export RUSTFLAGS="${RUSTFLAGS:-} -C link-arg=-Wl,-z,max-page-size=16384"

cd "$android/.."
# shellcheck disable=SC2086 # One word for each target.
cargo ndk $targets --platform "$oldest_android" --output-dir "$libraries" build --profile phone -p alongside-bindings

for abi in "$@"; do
    python3 "$android/scripts/check-alignment.py" "$libraries/$abi/libalongside.so"
done
