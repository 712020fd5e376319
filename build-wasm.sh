#!/bin/bash
# Builds, serves and tests Article Explorer, and sets up what is missing for it. The parts are in .ci/:
# common.sh (messages), host-tools.sh (programs and node packages), toolchain.sh (the compiler for wasm).
# .ci/run calls `./build-wasm.sh test`, so one command here equals the check that guards the project.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
project=$PWD
build_folder=$project/build
export NINJA_STATUS='[%es %f/%t] '
. .ci/common.sh
. .ci/host-tools.sh
. .ci/toolchain.sh

print_help() {
  cat <<'HELP'
Usage: ./build-wasm.sh [COMMAND] [--port N]
       ./build-wasm.sh bench --peers [OPTIONS OF tests/bench/peers.mjs]

Builds Article Explorer, a static web site, into dist/. What is missing (compiler, libraries, node packages,
for the tests also browser and fonts) is set up first: by apt-get when run as root, otherwise the
command to run is printed. The compiler goes to a cache folder of its own, not into the system.

Commands:
  (none)   build dist/
  serve    build, then serve dist/ and print its address; Ctrl-C stops it
  test     build, then run every check; ends with ctest's summary
  bench    build, then print sizes and times; judges nothing
  picture  build, then make assets/preview.png anew, which other sites show beside a link to the page
  tidy     run clang-tidy over src/ (some minutes; not part of test)
  clean    remove build/ and dist/

Options:
  --port N   serve at port N (default: 8000; a free port if it is taken)
  --peers    with bench: this page beside other products (npm fetches them on first use) over generated
             datasets of 10,000 to 1,000,000 rows; takes an hour and 8 GB of memory. What follows goes to
             tests/bench/peers.mjs: --rows 10000,100000 --rounds N --only NAME,... --out FILE.md
  --core     with bench: the C++ core alone, natively
  --help     print this text

Environment:
  XDG_CACHE_HOME  where the compiler is kept (default: ~/.cache), in the folder article-explorer
  CHROMIUM        the browser for the tests and the picture (default: chromium or chrome on PATH)
  EXPLORER_SITE_URL  where the page will be, such as https://example.org/explorer/; without it the canonical
                  link, oEmbed and the picture for other sites are left out, which need a whole address
  FETCHCONTENT_SOURCE_DIR_JSON, _DOCTEST, _IMGUI, _SDL2  libraries that are already unpacked
HELP
}

# configure FOLDER COMMAND...: runs cmake only if the folder was made with other options or not at all.
configure() {
  local folder=$1 wanted
  shift
  wanted="$toolchain; $*"
  if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/made-with.txt" 2>/dev/null)" = "$wanted" ]; then return; fi
  rm -rf "$folder"
  mkdir -p "$folder"
  say "Configuring ${folder#"$project"/} ($toolchain)"
  "$@" -S "$project" -B "$folder" -G Ninja "${source_options[@]}" >"$folder/configure.log" 2>&1 ||
    fail_with_log "$folder/configure.log" "Configuring ${folder#"$project"/}"
  printf '%s\n' "$wanted" >"$folder/made-with.txt"
}

# run_node ARGUMENTS...: the machine's node if it is new enough, else the toolchain's.
run_node() {
  if have node && version_at_least "$(node --version | tr -d v)" 20; then node "$@"; else in_toolchain node "$@"; fi
}

# Tells the build where the page will be, if that is another place than before. No reason to make all anew.
set_site_address() {
  local wanted=EXPLORER_SITE_URL:STRING=${EXPLORER_SITE_URL:-} log=$build_folder/wasm/configure.log
  if grep -qxF -e "$wanted" "$build_folder/wasm/CMakeCache.txt"; then return; fi
  logged "$log" in_toolchain cmake "-D$wanted" "$build_folder/wasm" || fail_with_log "$log" "Setting EXPLORER_SITE_URL"
}

# build_wasm TARGET...
build_wasm() {
  need_toolchain
  need_disk "$project" 300 "The build"
  configure "$build_folder/wasm" in_toolchain emcmake cmake -DCMAKE_BUILD_TYPE=Release
  set_site_address
  say "Building ${*} for the browser"
  in_toolchain cmake --build "$build_folder/wasm" --target "$@" >&2
}

build_site() {
  need_node_packages build
  build_wasm site "$@"
  run_node web/tools/compress.mjs dist >&2
  say "dist/ is ready"
}

build_native() {
  configure "$build_folder/native" cmake -DCMAKE_BUILD_TYPE=Debug -DEXPLORER_SANITIZE=ON
  say "Building the native tests with sanitizers"
  cmake --build "$build_folder/native" >&2
}

build_generator() {
  configure "$build_folder/release" cmake -DCMAKE_BUILD_TYPE=Release
  say "Building the generator of datasets"
  cmake --build "$build_folder/release" --target make_dataset >&2
}

command_serve() {
  build_site
  run_node web/tools/serve.mjs --root dist "$@"
}

command_test() {
  need_test_tools
  need_node_packages test
  build_site unit_tests
  build_native
  say "Running the checks"
  ctest --test-dir "$build_folder/native" --output-on-failure
}

# Twice, because the picture is of the built page and a part of it.
command_picture() {
  need_test_tools
  need_node_packages test
  build_site
  node web/tools/picture.mjs --root dist --out assets/preview.png >&2
  build_site
}

command_bench() {
  need_test_tools
  need_node_packages test
  build_site
  if [ "${1:-}" = --peers ]; then
    shift
    build_generator
    EXPLORER_MAKE_DATASET=$build_folder/release/src/make_dataset node tests/bench/peers.mjs "$@"
  else
    node tests/bench/page.mjs
  fi
}

# The core alone, natively and without a browser.
command_bench_core() {
  need_core_bench_tools
  need_toolchain
  configure "$build_folder/bench" cmake -DCMAKE_BUILD_TYPE=Release -DEXPLORER_BENCH=ON
  say "Building the core's benchmark"
  cmake --build "$build_folder/bench" --target core_bench >&2
  "$build_folder/bench/tests/core_bench"
}

command_tidy() {
  local missing_packages=()
  missing_package clang-tidy clang-tidy
  if [ "${#missing_packages[@]}" -gt 0 ]; then install_packages "tidy" "${missing_packages[@]}"; fi
  need_test_tools
  need_toolchain
  build_native
  say "clang-tidy over src/"
  node -p 'require(process.argv[1]).map((entry) => entry.file).join("\n")' "$build_folder/native/compile_commands.json" |
    grep "^$project/src/" | xargs -r -n 1 -P 2 clang-tidy --quiet -p "$build_folder/native"
}

# check_port N: one sentence unless it is a port number.
check_port() {
  if ! [[ $1 =~ ^[0-9]{1,5}$ ]] || [ "$((10#$1))" -lt 1 ] || [ "$((10#$1))" -gt 65535 ]; then
    fail_usage "--port needs a number from 1 to 65535, not '$1'."
  fi
}

main() {
  local command="" bench_part="" port_options=() peer_options=()
  while [ "$#" -gt 0 ]; do
    case $1 in
      --help | -h)
        print_help
        return
        ;;
      --port)
        [ "$#" -ge 2 ] || fail_usage "--port needs a number."
        check_port "$2"
        port_options=(--port "$2")
        shift
        ;;
      --port=*)
        check_port "${1#--port=}"
        port_options=(--port "${1#--port=}")
        ;;
      --core) bench_part=_core ;;
      --peers)
        peer_options=("$@")
        break
        ;;
      -*) fail_usage "Unknown option '$1'." ;;
      serve | test | bench | picture | tidy | clean)
        [ -z "$command" ] || fail_usage "One command at a time, not '$command' and '$1'."
        command=$1
        ;;
      *) fail_usage "Unknown command '$1'." ;;
    esac
    shift
  done
  if [ "${#port_options[@]}" -gt 0 ] && [ "$command" != serve ]; then fail_usage "--port goes with serve."; fi
  if [ "${#peer_options[@]}" -gt 0 ] && [ "$command" != bench ]; then fail_usage "--peers goes with bench."; fi
  if [ -n "$bench_part" ] && [ "$command" != bench ]; then fail_usage "--core goes with bench."; fi

  case $command in
    "") build_site ;;
    serve) command_serve "${port_options[@]}" ;;
    bench) "command_bench$bench_part" "${peer_options[@]}" ;;
    clean) rm -rf "$build_folder" "$project/dist" ;;
    *) "command_$command" ;;
  esac
}

main "$@"
