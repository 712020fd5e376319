# shellcheck shell=bash
# The compiler for wasm and the sources of the libraries: an emcc on PATH that is new enough is used as it
# is; else a private Debian root in the user's cache folder, made once by mmdebstrap and never written to
# again. A folder's name ends in the recipe's number: raise it when this file or fetch-sources.sh changes
# what ends up in the root. Sourced by build-wasm.sh after common.sh and host-tools.sh.

oldest_emcc=3.1.69
recipe=1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/article-explorer
suites=(forky trixie)  # the second only if the first cannot be installed
toolchain=""           # names what the build folders were made with
toolchain_root=""      # empty: the emcc on PATH
source_options=()      # for cmake

emcc_on_path_is_new_enough() {
  local version
  have emcc || return 1
  version=$(emcc --version 2>/dev/null | head -n 1 | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1) || return 1
  if version_at_least "$version" "$oldest_emcc"; then
    toolchain="emcc $version at $(command -v emcc)"
    return 0
  fi
  say "The emcc on PATH is $version; at least $oldest_emcc is needed, so it is not used."
  return 1
}

# remove_root FOLDER: its files may belong to user ids that mmdebstrap borrowed because it was not root; they
# empty the folder, and the user removes it.
remove_root() {
  [ -e "$1" ] || return 0
  rm -rf "$1" 2>/dev/null && return
  mmdebstrap --unshare-helper rm -rf "$1" >/dev/null 2>&1 || true
  rmdir "$1" 2>/dev/null || say "Cannot remove $1; please do so by hand."
}

unshare_options() {
  if is_root; then echo "--mount"; else echo "--mount --map-root-user"; fi
}

check_namespaces() {
  # shellcheck disable=SC2046  # the options are words
  unshare $(unshare_options) true 2>/dev/null ||
    fail "This machine does not allow mount namespaces; put an emcc >= $oldest_emcc (an activated emsdk) on PATH instead."
}

# make_root SUITE: true when the finished root has its final name. The folder is built under another name.
make_root() {
  local suite=$1 final=$cache/$1-$recipe log=$cache/$1-$recipe.log imgui_suites="forky sid"
  partial=$final.partial
  remove_root "$partial"
  say "Setting up the compiler: a private Debian root ($suite) in $final, about a minute"
  logged "$log" mmdebstrap --variant=apt --aptopt='Acquire::Check-Valid-Until "false"' \
    --include=emscripten,cmake,ninja-build,xz-utils,ca-certificates \
    --customize-hook="copy-in $project/.ci/fetch-sources.sh /opt" \
    --customize-hook="chroot \"\$1\" /bin/bash /opt/fetch-sources.sh $imgui_suites" \
    "$suite" "$partial" || return 1
  mv "$partial" "$final"
  partial=""
}

remove_outdated_roots() {
  local folder suite
  for suite in "${suites[@]}"; do
    for folder in "$cache/$suite"-[0-9]*; do
      case $folder in "$cache/$suite-$recipe" | "$cache/$suite-$recipe."*) ;; *) remove_root "$folder" ;; esac
    done
  done
}

# The lock makes a second run wait for the first, so a folder *.partial that is found is a left-over.
set_up_root() {
  local suite missing_packages=()
  missing_package mmdebstrap mmdebstrap
  is_root || missing_package newuidmap uidmap
  if [ "${#missing_packages[@]}" -gt 0 ]; then
    install_packages "Setting up the compiler (or put an emcc >= $oldest_emcc on PATH)" "${missing_packages[@]}"
  fi
  check_namespaces
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock 9
  if find_root; then return; fi
  need_disk "$cache" 3000 "Setting up the compiler"
  partial=""
  trap 'if [ -n "$partial" ]; then remove_root "$partial"; fi' EXIT
  trap 'exit 130' INT TERM HUP
  for suite in "${suites[@]}"; do
    if make_root "$suite"; then
      remove_outdated_roots
      trap - EXIT INT TERM HUP
      exec 9>&-
      find_root
      return
    fi
    if log_says_no_network "$cache/$suite-$recipe.log" || log_says_disk_full "$cache/$suite-$recipe.log"; then break; fi
    say "$suite cannot be installed at the moment (log: $cache/$suite-$recipe.log)."
  done
  fail_with_log "$cache/$suite-$recipe.log" "Setting up the compiler"
}

find_root() {
  local suite
  for suite in "${suites[@]}"; do
    if [ -d "$cache/$suite-$recipe" ]; then
      toolchain_root=$cache/$suite-$recipe
      toolchain="root $toolchain_root"
      return 0
    fi
  done
  return 1
}

# use_sources: cmake's options for the unpacked libraries; variables of the environment come first.
use_sources() {
  local pair name variable folder
  for pair in JSON:nlohmann-json3 DOCTEST:doctest/usr/include IMGUI:imgui SDL2:libsdl2; do
    name=${pair%%:*}
    variable=FETCHCONTENT_SOURCE_DIR_$name
    folder=${!variable:-}
    if [ -z "$folder" ] && [ -n "$toolchain_root" ]; then folder=$toolchain_root/opt/src/${pair#*:}; fi
    if [ -n "$folder" ]; then source_options+=("-D$variable=$folder"); fi
  done
}

# need_toolchain: after it, in_toolchain and source_options can be used.
need_toolchain() {
  emcc_on_path_is_new_enough || find_root || set_up_root
  use_sources
}

# in_toolchain COMMAND...: in the project folder, with cmake, ninja, emcc and node of the toolchain.
in_toolchain() {
  if [ -z "$toolchain_root" ]; then
    "$@"
    return
  fi
  mkdir -p "$cache/stage" "$toolchain_root.emcc-cache"
  # shellcheck disable=SC2046
  unshare $(unshare_options) bash .ci/enter-root.sh "$toolchain_root" "$cache/stage" "$cache" "$project" -- \
    env -i PATH=/usr/bin:/bin HOME=/tmp LANG=C.UTF-8 TERM="${TERM:-dumb}" NINJA_STATUS="${NINJA_STATUS:-}" \
    ${CMAKE_BUILD_PARALLEL_LEVEL:+CMAKE_BUILD_PARALLEL_LEVEL="$CMAKE_BUILD_PARALLEL_LEVEL"} \
    EM_FROZEN_CACHE=0 EM_CACHE="$toolchain_root.emcc-cache" "$@"
}
