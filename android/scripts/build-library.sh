#!/bin/sh
# Builds the shared library for phones and puts it where Gradle looks for it: device/src/main/jniLibs/ABI/libalongside.so.
#
#   ANDROID_NDK_HOME=... scripts/build-library.sh [ABI...]        (arm64-v8a armeabi-v7a x86_64 when none is named)
#
# Needs cargo-ndk, the Android NDK r28 or newer, perl, make and Python (a small OpenSSL is built from source), and the Rust targets:
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
cd "$android/.."
target=$(cargo metadata --format-version 1 --no-deps | sed -E 's/.*"target_directory":"([^"]*)".*/\1/')

# OpenSSL's name for an ABI, and the prefix under which Cargo's build scripts look for what belongs to it.
openssl_target() {
    case $1 in
        arm64-v8a) echo android-arm64 AARCH64_LINUX_ANDROID ;;
        armeabi-v7a) echo android-arm ARMV7_LINUX_ANDROIDEABI ;;
        x86_64) echo android-x86_64 X86_64_LINUX_ANDROID ;;
        *)
            echo "unknown ABI $1: there are arm64-v8a, armeabi-v7a and x86_64" >&2
            return 1
            ;;
    esac
}

for abi in "$@"; do
    names=$(openssl_target "$abi")
    prefix=$target/libcrypto/$abi
    # A finished one is taken again: the folder gets its name at the end.
    if [ ! -d "$prefix" ]; then
        rm -rf "$prefix.new"
        PATH=$(echo "$ANDROID_NDK_HOME"/toolchains/llvm/prebuilt/*/bin):$PATH ANDROID_NDK_ROOT=$ANDROID_NDK_HOME \
            ANDROID_API=$oldest_android "$android/scripts/build-libcrypto.sh" "${names% *}" "$prefix.new"
        mv "$prefix.new" "$prefix"
    fi
    export "${names#* }_OPENSSL_DIR=$prefix"
    targets="${targets:-} --target $abi"
done
export OPENSSL_NO_VENDOR=1 OPENSSL_STATIC=1 OPENSSL_LIBS=crypto

# Parts of SQLite that nothing here asks for; and no file of a phone may bring code with it.
LIBSQLITE3_FLAGS=$(cat "bindings/sqlite-flags.txt")
export LIBSQLITE3_FLAGS

# The alignment is said to the linker although r28 does it by itself: an older NDK, or RUSTFLAGS of somebody's own, would undo it
# unseen. Packed relocations are a quarter of a megabyte less, and older than the oldest Android here.
export RUSTFLAGS="${RUSTFLAGS:-} -C link-arg=-Wl,-z,max-page-size=16384 -C link-arg=-Wl,--pack-dyn-relocs=android"

# Without the core's own transport: the app brings the platform's.
# shellcheck disable=SC2086 # One word for each target.
cargo ndk $targets --platform "$oldest_android" --output-dir "$libraries" build --profile phone -p alongside-bindings \
    --no-default-features

for abi in "$@"; do
    python3 "$android/scripts/check-alignment.py" "$libraries/$abi/libalongside.so"
done
