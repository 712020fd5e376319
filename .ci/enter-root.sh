#!/bin/bash
# Runs a command inside the private Debian root, with some folders of the machine at their own absolute
# paths. To be started by `unshare --mount`: every mount below ends with the command, and the root itself
# is not written to, so it may belong to another user id.
# Usage: enter-root.sh ROOT EMPTY_FOLDER SHARED_FOLDER... -- COMMAND...
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin # where chroot is, which a user who is not root may not have
root=$1
stage=$2
shift 2

mount -t tmpfs -o mode=755 article-explorer "$stage"
for entry in "$root"/*; do
  name=$(basename "$entry")
  case $name in
    proc | sys | dev | tmp | run | mnt | media | home | root | boot | srv) ;;
    *)
      if [ -L "$entry" ]; then
        cp -P "$entry" "$stage/$name"
      else
        mkdir "$stage/$name"
        mount --bind "$entry" "$stage/$name"
      fi
      ;;
  esac
done
mkdir -m 1777 "$stage/tmp"
mkdir "$stage/proc" "$stage/dev"
mount --rbind /proc "$stage/proc"
mount --rbind /dev "$stage/dev"

while [ "$1" != -- ]; do
  mkdir -p "$stage$1"
  mount --bind "$1" "$stage$1"
  shift
done
shift
folder=$PWD
exec chroot "$stage" /bin/bash -c 'cd "$1" && shift && exec "$@"' enter-root "$folder" "$@"
