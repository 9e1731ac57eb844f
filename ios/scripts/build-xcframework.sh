#!/usr/bin/env bash
# Builds the Rust library for iPhones and for both kinds of simulator, and puts them into ios/build/AlongsideFFI.xcframework
# with the generated header; the generated Swift goes where the package looks for it. On a Mac with Xcode 16 or newer and
# rustup. Not run on Linux, where ShellCheck reads it.
#
#   ios/scripts/build-xcframework.sh             # for an app: the profile `phone`, small
#   ios/scripts/build-xcframework.sh --debug     # quick to build
#   ios/scripts/build-xcframework.sh --zip       # also a zip with its checksum, for a package that names it by URL
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checkout=$(cd "$here/../.." && pwd)
build=$checkout/ios/build
framework=$build/AlongsideFFI.xcframework

# The oldest iOS of Package.swift and App/project.yml.
export IPHONEOS_DEPLOYMENT_TARGET=17.0

device=aarch64-apple-ios
simulators=(aarch64-apple-ios-sim x86_64-apple-ios)

profile=phone
folder=phone
zip=no
for word in "$@"; do
  case $word in
    --debug) profile=dev folder=debug ;;
    --zip) zip=yes ;;
    *)
      echo "unknown: $word (there are --debug and --zip)" >&2
      exit 2
      ;;
  esac
done

require() {
  if ! command -v "$1" >/dev/null; then
    echo "$1 is missing: $2" >&2
    exit 1
  fi
}

library() {
  printf '%s/%s/%s/libalongside.a' "$target" "$1" "$folder"
}

build_for() {
  # The crate makes no static library by default, so that not everybody pays for it.
  # Without the core's own transport: the package brings URLSession's.
  cargo rustc --package alongside-bindings --lib --no-default-features --profile "$profile" --target "$1" --crate-type staticlib
}

# Parts of SQLite that nothing here asks for; the same as on Android.
LIBSQLITE3_FLAGS=$(cat "$checkout/bindings/sqlite-flags.txt")
export LIBSQLITE3_FLAGS

# SQLCipher takes CommonCrypto on Apple's systems, but only while nobody points at an OpenSSL.
unset OPENSSL_DIR OPENSSL_LIB_DIR OPENSSL_INCLUDE_DIR

require xcodebuild "install Xcode, open it once, and run xcode-select --install"
require rustup "see https://rustup.rs"
cd "$checkout"
target=$(cargo metadata --format-version 1 --no-deps | sed -E 's/.*"target_directory":"([^"]*)".*/\1/')

rustup target add "$device" "${simulators[@]}"
for one in "$device" "${simulators[@]}"; do
  build_for "$one"
done

# The names and checksums are read from a library of this machine: the shipped ones may have lost them.
cargo run --package alongside-bindgen
"$here/place-generated.sh"

# A simulator's library has both kinds of Mac in one file; a device's stays apart, since both have an arm64.
fat=$build/simulator
mkdir -p "$fat"
lipo -create "$(library "${simulators[0]}")" "$(library "${simulators[1]}")" -output "$fat/libalongside.a"

headers=$build/headers
rm -rf "$headers" "$framework"
# In a folder of their own: two frameworks in one app must not both bring a module.modulemap to the same place.
mkdir -p "$headers/AlongsideCoreFFI"
cp "$build/AlongsideFFI/AlongsideCoreFFI.h" "$headers/AlongsideCoreFFI/"
cp "$checkout/build/swift/AlongsideCoreFFI.modulemap" "$headers/AlongsideCoreFFI/module.modulemap"

xcodebuild -create-xcframework \
  -library "$(library "$device")" -headers "$headers" \
  -library "$fat/libalongside.a" -headers "$headers" \
  -output "$framework"

lipo -info "$(library "$device")" "$fat/libalongside.a"
du -sh "$framework"/*/libalongside.a

if [[ $zip == yes ]]; then
  archive=$build/AlongsideFFI.xcframework.zip
  rm -f "$archive"
  # Times and users of this machine would change the checksum of the same library.
  (cd "$build" && find AlongsideFFI.xcframework -exec touch -t 200001010000 {} + &&
    find AlongsideFFI.xcframework -type f | LC_ALL=C sort | zip --quiet -X "$archive" -@)
  swift package compute-checksum "$archive"
fi
