# shellcheck shell=bash
# What every part of build-wasm.sh uses: progress lines with elapsed seconds, one clear sentence when
# something is in the way, and a logged run of a noisy command. Progress goes to standard error, so that
# standard output holds only what was asked for. Sourced, not run.

say() { printf '[%4ds] %s\n' "$SECONDS" "$*" >&2; }

# One sentence, exit 1.
fail() {
  printf 'build-wasm.sh: %s\n' "$*" >&2
  exit 1
}

# One sentence about the command line itself, exit 2.
fail_usage() {
  printf 'build-wasm.sh: %s See ./build-wasm.sh --help.\n' "$*" >&2
  exit 2
}

have() { command -v "$1" >/dev/null 2>&1; }

is_root() { [ "$(id -u)" -eq 0 ]; }

# version_at_least FOUND WANTED
version_at_least() { [ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# free_megabytes FOLDER: of the disk that holds it; the folder itself need not exist yet.
free_megabytes() {
  local folder=$1
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  df --output=avail -B1M "$folder" | tail -n 1 | tr -d ' '
}

# need_disk FOLDER MEGABYTES WHAT
need_disk() {
  local free
  free=$(free_megabytes "$1")
  [ "$free" -ge "$2" ] ||
    fail "$3 needs about $2 MB of disk under $1, and only $free MB are free."
}

# logged LOG COMMAND...: the command's output goes to LOG alone.
logged() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 </dev/null
}

network_words='Could not resolve|Temporary failure|Unable to connect|Could not connect|Network is unreachable'
network_words+='|Connection timed out|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ECONNRESET'

log_says_no_network() { grep -Eq "$network_words" "$1"; }

log_says_disk_full() { grep -Eq 'No space left on device|ENOSPC|enough free space' "$1"; }

# fail_with_log LOG WHAT: the likely cause in one sentence; the end of the log only if the cause is unknown.
fail_with_log() {
  if log_says_disk_full "$1"; then fail "$2 failed: the disk is full (whole log: $1)."; fi
  if log_says_no_network "$1"; then fail "$2 failed: no network, or the package server cannot be reached (whole log: $1)."; fi
  tail -n 25 "$1" >&2
  fail "$2 failed; the lines above are the end of $1."
}
