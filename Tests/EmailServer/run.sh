#!/bin/sh
# Has coachd send real mails through aiosmtpd (PyPI) on loopback, with STARTTLS and with TLS from the first byte, and reads them back; then,
# where dovecot is there (Debian: dovecot-imapd), answers them as a rep would.
# usage: run.sh [COACHD]   (default: the debug build of this checkout; the server is installed into .build/ beside this file)
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
venv=$here/.build/venv

for program in python3 openssl; do
    command -v "$program" >/dev/null || { echo "skipped: there is no $program here"; exit 0; }
done
if ! "$venv/bin/python3" -c 'import aiosmtpd' 2>/dev/null; then
    mkdir -p "$here/.build"
    python3 -m venv "$venv" || { echo "skipped: python3 makes no virtual environment here (Debian: python3-venv)"; exit 0; }
    "$venv/bin/pip" install --quiet --disable-pip-version-check 'aiosmtpd==1.4.6' ||
        { echo "skipped: PyPI cannot be reached"; exit 0; }
fi
if [ $# -gt 0 ]; then
    coachd=$(realpath "$1")
else
    cd "$here/../.."
    swift build --product coachd
    coachd=$(swift build --show-bin-path)/coachd
fi
"$venv/bin/python3" -B "$here/check.py" "$coachd"
if ! command -v dovecot >/dev/null; then
    echo "skipped: there is no dovecot here (Debian: dovecot-imapd)"
    exit 0
fi
exec "$venv/bin/python3" -B "$here/check_replies.py" "$coachd"
