#!/usr/bin/env bash
# Trains the small reader of who said what: train_statements.sh DATA_DIR OUT.safetensors [--epochs N] [--scorer DIR]
# DATA_DIR: the folder of polnear.train.jsonl.gz and polnear.dev.jsonl.gz. Two cores, about an hour. Makes its own pinned
# virtual environment, and keeps what it read, under build/train_statements.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -ge 2 ] || { sed -n '2,4s/^# //p' "scripts/$(basename "$0")" >&2; exit 2; }
data=$1 out=$2; shift 2
work=build/train_statements
mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check -r scripts/train_statements/requirements.txt
exec "$work/venv/bin/python" scripts/train_statements/train.py "$data" "$work" "$out" "$@"
