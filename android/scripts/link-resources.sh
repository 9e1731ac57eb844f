#!/bin/sh
# Checks and links the app's resources and manifest with aapt2, as Gradle would: for CI, which has no Gradle.
#
#   link-resources.sh FRAMEWORK OUT
#
# FRAMEWORK is a jar or apk with the system's resources. OUT gets java/ (R.java), resources.apk and AndroidManifest.xml.
# Besides English, each text is made in two invented languages, en-XA (longer, with accents) and ar-XB (from right to left).
set -eu

framework=$1
out=$2
android=$(cd "$(dirname "$0")/.." && pwd)

rm -rf "$out/java" "$out/compiled"
mkdir -p "$out/java" "$out/compiled"

python3 "$android/scripts/merge-manifests.py" org.alongside.app \
    "$android/app/src/main/AndroidManifest.xml" "$android/device/src/main/AndroidManifest.xml" >"$out/AndroidManifest.xml"

aapt2 compile --pseudo-localize --dir "$android/device/src/main/res" -o "$out/compiled/device.zip"
aapt2 compile --pseudo-localize --dir "$android/app/src/main/res" -o "$out/compiled/app.zip"
aapt2 link -I "$framework" --manifest "$out/AndroidManifest.xml" \
    --min-sdk-version 26 --target-sdk-version 35 --version-code 1 --version-name 0.1.0 \
    --auto-add-overlay --java "$out/java" --extra-packages org.alongside.device \
    -o "$out/resources.apk" "$out/compiled/device.zip" "$out/compiled/app.zip"
