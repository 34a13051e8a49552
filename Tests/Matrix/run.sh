#!/usr/bin/env bash
# Sends messages through the `matrix` channel to a real Synapse server on loopback and reads them back.
# usage: Tests/Matrix/run.sh [COACHD]   Installs matrix-synapse from PyPI into .build/synapse; says so when it cannot.
set -euo pipefail
cd "$(dirname "$0")/../.."
coachd=$(realpath "${1:-.build/debug/coachd}")
[ -x "$coachd" ] || { echo "no coachd at $coachd: swift build first, or name it"; exit 2; }

venv=.build/synapse
if ! "$venv/bin/python" -c 'import synapse' 2>/dev/null; then
    if ! { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet --disable-pip-version-check matrix-synapse; }; then
        echo "skipped: matrix-synapse cannot be installed from PyPI here"
        exit 0
    fi
fi

folder=$(mktemp -d)
server=
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi; rm -rf "$folder"' EXIT
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat > "$folder/homeserver.yaml" <<YAML
server_name: localhost
pid_file: $folder/synapse.pid
listeners: [{port: $port, bind_addresses: [127.0.0.1], type: http, tls: false, resources: [{names: [client]}]}]
database: {name: sqlite3, args: {database: $folder/synapse.db}}
media_store_path: $folder/media
signing_key_path: $folder/signing.key
log_config: $folder/log.yaml
registration_shared_secret: $(head -c 16 /dev/urandom | base64 | tr -d '=+/')
report_stats: false
trusted_key_servers: []
suppress_key_server_warning: true
YAML
cat > "$folder/log.yaml" <<YAML
version: 1
handlers: {file: {class: logging.FileHandler, filename: $folder/synapse.log}}
root: {level: WARNING, handlers: [file]}
YAML
"$venv/bin/python" -m synapse.app.homeserver --config-path "$folder/homeserver.yaml" --generate-keys > /dev/null
"$venv/bin/python" -m synapse.app.homeserver --config-path "$folder/homeserver.yaml" &
server=$!
python3 Tests/Matrix/wait_for_server.py "http://127.0.0.1:$port"
for user in coach ana; do
    "$venv/bin/register_new_matrix_user" -c "$folder/homeserver.yaml" -u "$user" -p "$user-word" --no-admin \
        "http://127.0.0.1:$port" > /dev/null
done
python3 Tests/Matrix/check.py "http://127.0.0.1:$port" "$coachd" "$folder"
