#!/bin/sh
# Builds OpenSSL's libcrypto with little beyond what SQLCipher calls: AES in CBC mode, SHA, HMAC, PBKDF2 and random numbers. A whole one
# is half of a phone's library, because its tables keep every algorithm in it. The source is the one that Cargo.lock names.
#
#   scripts/build-libcrypto.sh TARGET PREFIX      puts PREFIX/lib/libcrypto.a and PREFIX/include there
#
# TARGET is OpenSSL's name: android-arm64, android-arm or android-x86_64 (with ANDROID_NDK_ROOT set and the NDK's compilers on the
# PATH), linux-x86_64, linux-aarch64 (with CROSS_COMPILE). Needs perl and make; JOBS compilers run at a time.
set -eu

target=$1
mkdir -p "$2"
prefix=$(cd "$2" && pwd)
checkout=$(cd "$(dirname "$0")/../.." && pwd)

source=$(cd "$checkout" && cargo metadata --format-version 1 --locked |
    python3 -c 'import json, sys; print(next(p["manifest_path"] for p in json.load(sys.stdin)["packages"] if p["name"] == "openssl-src"))')

# What SQLCipher never calls. HMAC, PBKDF2 and the random generator have no switch and stay.
without="apps aria async bf blake2 camellia cast chacha cmac cmp cms comp ct des dgram dh docs dsa dso dtls ec engine err gost http idea
    legacy lms md4 mdc2 ml-dsa ml-kem module ocb ocsp poly1305 psk quic rc2 rc4 rfc3779 rmd160 scrypt seed shared siphash siv slh-dsa
    sm2 sm3 sm4 sock srp stdio tests tls ts ui-console whirlpool"
for feature in $without; do
    set -- "$@" "no-$feature"
done
shift 2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$(dirname "$source")/openssl/." "$work"
cd "$work"
# Sections of their own, so that the linker drops what nobody calls. No C is unwound through, so no tables for it.
./Configure "$target" --prefix="$prefix" --libdir=lib "$@" ${ANDROID_API:+-D__ANDROID_API__="$ANDROID_API"} \
    -Os -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables >/dev/null
make -s -j"${JOBS:-2}" build_libs
make -s install_dev >/dev/null
