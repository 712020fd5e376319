#!/bin/bash
# Runs inside the private Debian root while it is made: fetches the sources of the third-party libraries
# with apt-get, which verifies them, and unpacks them in /opt/src. Only the .orig tarballs are unpacked;
# Debian's patches are not wanted. Argument: the suites to take imgui from, best first.
set -euo pipefail
imgui_suites=("$@")
sources=/etc/apt/sources.list.d/article-explorer.list

# The mirror that the root was made from, for source packages of its own suite and of imgui's.
add_source_lines() {
  local mirror suite
  mirror=$(grep -hoE '(http|https|file|copy):[^ ]+' /etc/apt/sources.list | head -n 1)
  for suite in "$VERSION_SUITE" "${imgui_suites[@]}"; do
    echo "deb-src $mirror $suite main"
  done | sort -u >"$sources"
  apt-get -qq update
}

# fetch_source NAME PACKAGE[/SUITE]: succeeds if the .orig tarball arrived, whatever else is missing.
fetch_source() {
  local name=$1 package=$2 download=/opt/src/download/$1 tarball
  rm -rf "$download"
  mkdir -p "$download" "/opt/src/$name"
  (cd "$download" && apt-get -qq source --download-only "$package") || true
  tarball=$(find "$download" -name '*.orig.tar.*' ! -name '*.asc' | head -n 1)
  [ -n "$tarball" ] || return 1
  tar -xf "$tarball" -C "/opt/src/$name" --strip-components=1 --no-same-owner
  basename "$tarball" >"/opt/src/$name.version"
}

fetch_imgui() {
  local suite
  for suite in "${imgui_suites[@]}"; do
    if fetch_source imgui "imgui/$suite" && grep -q ImFontLoader /opt/src/imgui/imgui_internal.h; then return; fi
  done
  echo "no usable imgui in: ${imgui_suites[*]}" >&2
  return 1
}

# The package of the headers, because `apt-get source doctest` picks another source package.
fetch_doctest() {
  mkdir -p /opt/src/download/doctest
  cd /opt/src/download/doctest
  apt-get -qq download doctest-dev
  dpkg-deb -x doctest-dev_*.deb /opt/src/doctest
  test -f /opt/src/doctest/usr/include/doctest/doctest.h
}

VERSION_SUITE=$(grep -hoE '^deb .*' /etc/apt/sources.list | sed -E 's/\[[^]]*\] *//' | awk '{ print $3; exit }')
add_source_lines
fetch_source libsdl2 libsdl2
fetch_source nlohmann-json3 nlohmann-json3
fetch_imgui
(fetch_doctest)
rm -rf /opt/src/download /opt/src/libsdl2/android-project-ant # its broken links stop a copy of the folder
