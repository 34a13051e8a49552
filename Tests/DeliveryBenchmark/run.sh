#!/bin/sh
# 10,000 queued messages of about 1.5 kB through signed webhooks without a pace, 16 connections to nginx on loopback, each outcome
# recorded: `coachd serve` from the first that leaves to the last outcome, a thousand people in the store. Beside it libcurl's multi interface with 16 connections that records
# nothing, Apprise (PyPI; APPRISE_PYTHON names an interpreter that has it) and Alertmanager (Debian: prometheus-alertmanager).
# Wanted: a third of libcurl, 20 times Apprise, 4 times Alertmanager, under 40 MB.
# usage: Tests/DeliveryBenchmark/run.sh [ROUNDS] [COACHD]; needs nginx, cc, libcurl's header and python3.
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/run.py" "${2:-$here/../../.build/release/coachd}" "${1:-3}"
