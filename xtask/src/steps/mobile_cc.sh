#!/bin/sh
# A C compiler that makes empty objects. A type-check never links, so what C says does not matter to it, and no SDK is needed.
# Questions to the preprocessor (whose compiler are you, which OpenSSL is this) go to this machine's own compiler.
output= asks=
for word; do
  case "$previous" in -o) output=$word ;; esac
  case "$word" in -E) asks=yes ;; -o?*) output=${word#-o} ;; esac
  previous=$word source=$word
done
if [ -n "$asks" ]; then exec cc -E "$source"; fi
if [ -n "$output" ]; then : >"$output"; fi
