#!/bin/sh
# Compares coachd's requests with those of the platforms' own clients (PyPI): a proxy on loopback catches both.
# usage: run.sh [COACHD]   (default: the debug build of this checkout; the clients go into .build/ beside this file)
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
venv=$here/.build/venv

for program in python3 openssl; do
    command -v "$program" >/dev/null || { echo "skipped: there is no $program here"; exit 0; }
done
mkdir -p "$here/.build"
[ -x "$venv/bin/pip" ] || python3 -m venv "$venv" ||
    { echo "skipped: python3 makes no virtual environment here (Debian: python3-venv)"; exit 0; }
if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
    # All at once is quicker; one by one, a client that cannot be had keeps none of the others away.
    install="$venv/bin/pip install --quiet --disable-pip-version-check --retries 1"
    if $install --requirement "$here/requirements.txt" 2> "$here/.build/pip.log"; then
        cp "$here/requirements.txt" "$venv/installed.txt"
    else
        while read -r client; do
            $install "$client" 2>> "$here/.build/pip.log" || echo "$client cannot be installed (.build/pip.log says why)"
        done < "$here/requirements.txt"
    fi
fi
if [ $# -gt 0 ]; then
    coachd=$(realpath -- "$1")
else
    cd "$here/../.."
    swift build --product coachd
    coachd=$(swift build --show-bin-path)/coachd
fi
[ -x "$coachd" ] || { echo "no coachd at $coachd"; exit 2; }
exec "$venv/bin/python3" -B "$here/check.py" "$coachd"
