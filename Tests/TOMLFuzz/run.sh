#!/bin/sh
# Fuzzes the TOML parser with libFuzzer and AddressSanitizer.
# usage: run.sh [SECONDS]   (default 600; one worker; what it finds is left in .build/ as crash-*, timeout-*, oom-*)
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
sources=$here/../../Sources
build=$here/.build
mkdir -p "$build/corpus"

module() { # NAME, SOURCE FILES: compiles a module that the next ones can import
    name=$1
    shift
    swiftc -O -whole-module-optimization -swift-version 6 -package-name coachd -parse-as-library \
        -sanitize=fuzzer,address -I "$build" -module-name "$name" -emit-module \
        -emit-module-path "$build/$name.swiftmodule" -emit-object -o "$build/$name.o" "$@"
}

module Diagnostics "$sources"/Diagnostics/*.swift
module TOML $(find "$sources/TOML" -name '*.swift')
module TOMLFuzz "$here/FuzzParser.swift"
swiftc -sanitize=fuzzer,address "$build/TOMLFuzz.o" "$build/TOML.o" "$build/Diagnostics.o" -o "$build/fuzz-toml"

# New inputs go to the first folder; the second holds the ones to begin with.
cd "$build"
# Swift's own backtraces get in the way of AddressSanitizer's.
SWIFT_BACKTRACE=enable=no exec ./fuzz-toml -max_total_time="${1:-600}" -max_len=4096 -timeout=10 -dict="$here/toml.dict" \
    corpus "$here/corpus"
