#!/usr/bin/env bash
# Checks the app as far as Linux can: its syntax, and its types against the signatures of what it uses of Apple's frameworks
# (SwiftUISignatures). Nothing of it is run. Needs the package to have been built (scripts/test.sh).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checkout=$(cd "$here/../.." && pwd)
target=$(realpath "${CARGO_TARGET_DIR:-$checkout/target}")
made=$target/swift/app-signatures
cd "$here/.."

mapfile -t app < <(find App/Sources -name '*.swift' | sort)
"$here/with-swift.sh" swiftc -frontend -parse "${app[@]}"

# SwiftPM puts what a debug build made here, whatever the machine.
modules=$target/swift/debug/Modules
flags=(-swift-version 6 -I "$modules" -I "$made")
map=$(find build Sources -name module.modulemap | head -n 1)
flags+=(-Xcc "-fmodule-map-file=$PWD/$map")

mkdir -p "$made"
for module in SwiftUI UIKit PhotosUI LocalAuthentication UserNotifications; do
  "$here/with-swift.sh" swiftc -parse-as-library -emit-module -module-name "$module" \
    -emit-module-path "$made/$module.swiftmodule" "${flags[@]}" "SwiftUISignatures/$module.swift"
done
"$here/with-swift.sh" swiftc -parse-as-library -typecheck -module-name AlongsideApp "${flags[@]}" "${app[@]}"
"$here/app-words.py" --check
printf 'app: %s files parsed and type-checked against signatures\n' "${#app[@]}"
