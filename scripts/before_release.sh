#!/usr/bin/env bash
# What is run before a release and takes longer than CI may: run it on a machine that has an hour or two to itself.
#
#   scripts/before_release.sh                all of it
#   scripts/before_release.sh fuzz mutants   these parts: suite, asan, lint, tsan, fuzz, mutants
#
# The first part that fails ends it. Logs: build/before_release-PART.log.
set -euo pipefail
cd "$(dirname "$0")/.."
export FACTBOX_FUZZ_SECONDS=${FACTBOX_FUZZ_SECONDS:-900}

build() {
  local preset=$1 extra=()
  shift
  command -v ccache >/dev/null && extra=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_C_COMPILER_LAUNCHER=ccache)
  cmake --preset "$preset" -DBUILD_TESTING=ON "${extra[@]}" "$@" && cmake --build "build/$preset"
}

part() {
  case $1 in
    suite) ./setup test ;;                                     # what CI runs
    lint) scripts/lint.py --all ;;                              # with clang's analyzer
    asan) build asan && ctest --test-dir build/asan -LE lint --output-on-failure -j 2 ;;  # with whole runs of the program
    tsan) build tsan && ctest --test-dir build/tsan --output-on-failure -j 2 ;;  # what has threads, and all else
    fuzz)                                                      # the suite built by clang, and fifteen minutes of fuzzing a target
      build fuzz -DFACTBOX_FUZZ_SECONDS="$FACTBOX_FUZZ_SECONDS" && ctest --test-dir build/fuzz --output-on-failure -j 2 ;;
    mutants) scripts/mutants.py factboxes statements stories --drawn 40 ;;       # figures for BENCHMARKS.md
    *) echo "before_release: no part is called $1" >&2; return 2 ;;
  esac
}

mkdir -p build
[ $# -gt 0 ] || set -- suite asan lint tsan fuzz mutants
for name in "$@"; do
  echo "before_release: $name" >&2
  part "$name" >"build/before_release-$name.log" 2>&1 || { tail -n 40 "build/before_release-$name.log"; echo "before_release: $name failed" >&2; exit 1; }
  tail -n 3 "build/before_release-$name.log"
done
