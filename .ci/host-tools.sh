# shellcheck shell=bash
# Programs of the machine itself: which are missing, and how they get there (apt-get as root; else the
# exact command is said and nothing is changed). Node packages of this project are set up here too.
# Sourced by build-wasm.sh after common.sh; knows nothing of what is built with them.

# missing_package PROGRAM PACKAGE: adds PACKAGE to missing_packages unless PROGRAM is on PATH.
missing_package() { have "$1" || missing_packages+=("$2"); }

# missing_font FILE_NAME PACKAGE: adds PACKAGE unless fontconfig knows a font file of that name.
missing_font() {
  case "$known_fonts" in *"$1"*) ;; *) missing_packages+=("$2") ;; esac
}

is_debian() { grep -qsx 'ID=debian' /etc/os-release; }

find_browser() {
  local name
  for name in chromium chromium-browser google-chrome-stable google-chrome; do
    if have "$name"; then command -v "$name" && return; fi
  done
}

# collect_test_packages: fills missing_packages with what the test run lacks.
collect_test_packages() {
  missing_package cmake cmake
  missing_package ninja ninja-build
  missing_package c++ g++
  missing_package clang-format clang-format
  missing_package node nodejs
  missing_package npm npm
  [ -n "${CHROMIUM:-$(find_browser)}" ] || missing_packages+=(chromium)
  local known_fonts=""
  if have fc-list; then known_fonts=$(fc-list); fi
  missing_font NotoSans-Regular fonts-noto-core
  missing_font NotoSansCJK-Regular fonts-noto-cjk
  missing_font NotoColorEmoji fonts-noto-color-emoji
  # The sessions in other browsers: elsewhere than on Debian they are skipped, in words, where a program is missing.
  if is_debian; then
    missing_package firefox-esr firefox-esr
    missing_package WebKitWebDriver webkit2gtk-driver
    missing_package Xvfb xvfb
  fi
}

# install_packages REASON PACKAGE...
install_packages() {
  local reason=$1 log=$build_folder/apt.log
  shift
  have apt-get || fail "$reason needs these Debian packages or their like: $*. Install them with your package manager."
  is_root || fail "$reason needs programs that are missing. Install them with: sudo apt-get install $*"
  need_disk /usr 1500 "Installing $*"
  say "Installing with apt-get: $*"
  logged "$log" apt-get -qq update || say "apt-get update reported a problem; trying on."
  logged "$log.install" env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 install "$@" ||
    fail_with_log "$log.install" "apt-get install $*"
}

# Everything that ./build-wasm.sh test needs on the machine, apart from the compiler for wasm.
need_test_tools() {
  local missing_packages=()
  collect_test_packages
  if [ "${#missing_packages[@]}" -gt 0 ]; then install_packages "The test run" "${missing_packages[@]}"; fi
  CHROMIUM=${CHROMIUM:-$(find_browser)}
  export CHROMIUM
  need_node_version
}

need_node_version() {
  local version
  version=$(node --version)
  version_at_least "${version#v}" 20.10 ||
    fail "The test run needs Node.js 20.10 or newer; $(command -v node) is $version."
}

# What ./build-wasm.sh bench --core needs: a native compiler and Google Benchmark.
need_core_bench_tools() {
  local missing_packages=()
  missing_package cmake cmake
  missing_package ninja ninja-build
  missing_package c++ g++
  missing_package node nodejs
  have c++ && echo '#include <benchmark/benchmark.h>' | c++ -std=c++20 -fsyntax-only -x c++ - 2>/dev/null ||
    missing_packages+=(libbenchmark-dev)
  if [ "${#missing_packages[@]}" -gt 0 ]; then install_packages "The core's benchmark" "${missing_packages[@]}"; fi
}

# need_node_packages build|test: node_modules is set up again only when the manifest or the lock file changed, or when
# the tests need what the build did not. The build needs one package, the shapes of the map; where the tests' packages
# were set up, they stay.
need_node_packages() {
  local what=$1 stamp=node_modules/.article-explorer-stamp log=$build_folder/npm.log how=install wanted there
  local without=() missing_packages=()
  if [ -f package-lock.json ]; then how=ci; fi
  wanted=$(cat package.json package-lock.json 2>/dev/null | sha256sum)
  there=$(cat "$stamp" 2>/dev/null || true)
  case $there in *" test") what="test" ;; esac
  if [ "$there" = "$wanted $what" ]; then return; fi
  if [ "$what" = build ]; then without=(--omit=dev); fi
  missing_package node nodejs
  missing_package npm npm
  if [ "${#missing_packages[@]}" -gt 0 ]; then install_packages "The map of the world" "${missing_packages[@]}"; fi
  say "Installing node packages (npm $how)"
  logged "$log" npm "$how" "${without[@]}" --no-audit --no-fund --ignore-scripts --fetch-retries=1 ||
    fail_with_log "$log" "npm $how"
  printf '%s\n' "$wanted $what" >"$stamp"
}
