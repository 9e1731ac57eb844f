#!/usr/bin/env bash
# Copies the generated Swift from build/swift (`cargo run -p alongside-bindgen` makes it) to ios/build, where the package looks
# for it: a package takes nothing from outside its folder.
# A file that has not changed is left alone, so that nothing is compiled again for it.
set -euo pipefail

ios=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
generated=$ios/../build/swift
placed=$ios/build
mkdir -p "$placed/AlongsideCore" "$placed/AlongsideFFI"

place() {
  if ! cmp --silent - "$1" < "$2"; then
    cp "$2" "$1"
  fi
}

# The generated code ends the app when library and code were not made together. The wrapper asks this first, and throws.
whole=$(mktemp)
trap 'rm -f "$whole"' EXIT
{
  cat "$generated/AlongsideCore.swift"
  cat <<'SWIFT'


/// True when the library and this code were made together; calling anything else otherwise ends the process.
public func libraryFits() -> Bool {
    if case .ok = initializationResult { return true }
    return false
}
SWIFT
} > "$whole"

place "$placed/AlongsideCore/AlongsideCore.swift" "$whole"
place "$placed/AlongsideFFI/AlongsideCoreFFI.h" "$generated/AlongsideCoreFFI.h"
