#!/usr/bin/env bash
# Makes the chroot with Debian trixie's Swift, when it is not there, and prints where it is. Everything else it says goes to
# the standard error. As root, on Debian: 3 GB, some minutes, once.
#
# bookworm cannot run this Swift (its C library is too old), which is why it is not simply installed.
set -euo pipefail

suite=trixie
version=6.0.3
packages=(swiftlang libc6-dev libstdc++-14-dev git ca-certificates)
cache=${ALONGSIDE_CACHE:-/var/cache/alongside}
toolchain=$cache/swift-$version

# Written last, so that one that was cut short is made afresh.
complete=$toolchain/.complete

make_chroot() {
  local mirror=$1 new=$2
  debootstrap --variant=minbase --keyring=/usr/share/keyrings/debian-archive-keyring.gpg "$suite" "$new" "$mirror"
  # What this machine has set for apt, such as a proxy.
  cp -n /etc/apt/apt.conf.d/99* "$new/etc/apt/apt.conf.d/" 2>/dev/null || true
  # shellcheck disable=SC2016  # It is the inner shell that expands these.
  unshare --mount --propagation private bash -euo pipefail -c '
    mount --bind /proc "$0/proc"
    mount --bind /dev "$0/dev"
    export DEBIAN_FRONTEND=noninteractive
    chroot "$0" apt-get --quiet update
    chroot "$0" apt-get --quiet install --yes --no-install-recommends "$@"
    chroot "$0" swift --version
  ' "$new" "${packages[@]}"
  chroot "$new" apt-get clean
}

# apt's own mirror, so that no host is named here.
find_mirror() {
  awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/debian.sources 2>/dev/null ||
    awk '/^deb / { for (i = 2; i <= NF; i++) if ($i ~ /^http/) { print $i; exit } }' /etc/apt/sources.list
}

mkdir -p "$cache"
exec 9>"$cache/lock"
# Two runs beside each other: the second waits, and finds it made.
flock 9
if [[ ! -e $complete ]]; then
  new=$toolchain.new
  rm -rf --one-file-system "$new" "$toolchain"
  make_chroot "$(find_mirror)" "$new" >&2
  mv "$new" "$toolchain"
  touch "$complete"
fi
printf '%s\n' "$toolchain"
