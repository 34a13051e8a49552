#!/bin/sh
# Nothing lost and nothing repeated unseen, wherever SIGKILL strikes. usage: Tests/Kill/run.sh [KILLS] [COACHD]
# 25 kills take less than half a minute; before a release run 1000.
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/kill.py" "${2:-$here/../../.build/release/coachd}" "${1:-25}"
