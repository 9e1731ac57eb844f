#!/usr/bin/env bash
# Runs a command with a Swift toolchain, in the folder it is called from: the machine's own when `swift` is on the path, and
# otherwise Debian trixie's, in a chroot that is made once, outside the checkout. Making and entering it takes root.
#
#   ios/scripts/with-swift.sh swift --version
#
# The chroot sees the checkout at its own path and nothing else of this machine.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checkout=$(cd "$here/../.." && pwd)

if command -v swift >/dev/null; then
  exec "$@"
fi

toolchain=$("$here/make-toolchain.sh")

# Build results may lie outside the checkout; they must be there at the same path as well.
target=${CARGO_TARGET_DIR:-$checkout/target}
folders=("$checkout")
if [[ -d $target && $(realpath "$target") != "$checkout"/* ]]; then
  folders+=("$(realpath "$target")")
fi

# A namespace of our own: whatever is mounted here is gone with the last process in it, however it ends, and two runs beside
# each other do not see each other's.
export toolchain
# shellcheck disable=SC2016  # It is the inner shell that expands these.
exec unshare --mount --propagation private bash -euo pipefail -c '
  mount --bind /proc "$toolchain/proc"
  mount --bind /dev "$toolchain/dev"
  while [[ $1 != -- ]]; do
    mkdir -p "$toolchain$1"
    mount --bind "$1" "$toolchain$1"
    shift
  done
  shift
  folder=$1
  shift
  exec chroot "$toolchain" /usr/bin/env -u toolchain HOME=/root LANG=C.UTF-8 \
    sh -c "cd \"\$0\" && exec \"\$@\"" "$folder" "$@"
' _ "${folders[@]}" -- "$PWD" "$@"
