#!/usr/bin/env bash
# Builds the package and runs its tests against the real library and a real server, on Linux. `cargo xtask test --only swift`
# builds both, generates the Swift and calls this; by hand:
#
#   cargo build --workspace --lib --bin alongside-server --bin alongside-bindgen && cargo run -p alongside-bindgen
#   ios/scripts/test.sh                          # everything
#   ios/scripts/test.sh --filter StoryTests      # one suite; arguments go to `swift test`
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checkout=$(cd "$here/../.." && pwd)
target=$(realpath "${CARGO_TARGET_DIR:-$checkout/target}")

"$here/place-generated.sh"
cd "$here/.."
export LD_LIBRARY_PATH=$target/debug
export ALONGSIDE_SERVER=$target/debug/alongside-server
# A test that hangs is ended, and is a failure.
exec "$here/with-swift.sh" timeout --kill-after=10 1200 swift test --scratch-path "$target/swift" --jobs 2 -Xlinker "-L$target/debug" "$@"
