#!/bin/sh
# System calls that fail under the daemon, and a full disk. usage: Tests/Faults/run.sh [COACHD]
# What needs strace or the right to mount says "skipped" without them.
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/faults.py" "${1:-$here/../../.build/release/coachd}"
