#!/usr/bin/env bash
# Checks what the tests cannot run here: the scripts by ShellCheck, the format of all Swift that is ours, the syntax of what is
# only for Apple's platforms (nothing on Linux knows its types), property lists, and the app by its own check.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."

shellcheck --external-sources scripts/*.sh

mapfile -t ours < <(git ls-files --cached --others --exclude-standard -- '*.swift')
mapfile -t apples < <(grep --files-with-matches --extended-regexp '^ *#if canImport\((Darwin|Security|BackgroundTasks|SwiftUI)\)' \
  "${ours[@]}")
mapfile -t lists < <(git ls-files --cached --others --exclude-standard -- '*.plist' '*.xcprivacy' '*.entitlements')

scripts/with-swift.sh swift format lint --strict --configuration .swift-format "${ours[@]}"
scripts/with-swift.sh swiftc -frontend -parse "${apples[@]}"
for file in "${lists[@]}"; do
  # Debian keeps it beside its other tools for Swift.
  # shellcheck disable=SC2016
  scripts/with-swift.sh sh -c 'PATH=$PATH:/usr/libexec/swift/bin exec plutil -lint -- "$0"' "$file"
done
if [[ -x scripts/check-app.sh ]]; then
  scripts/check-app.sh
fi
printf 'format, syntax, scripts: %s files of Swift, %s for Apple alone, %s property lists\n' \
  "${#ours[@]}" "${#apples[@]}" "${#lists[@]}"
