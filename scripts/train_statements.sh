#!/usr/bin/env bash
# Trains the readers of who said what: train_statements.sh DATA_DIR OUT_DIR [--scorer DIR] [--reports FILE…]
# Writes statements_large.safetensors and statements.safetensors (the small reader) into OUT_DIR. DATA_DIR: the folder of
# polnear.train.jsonl.gz and polnear.dev.jsonl.gz. Reports without labels (JSON Lines with a "text", gzipped), where there
# are any: what the large reader holds likely of them is taught to the small one. --scorer: the folder of
# score_attribution.py. Two cores: an hour or two for each. Makes its own pinned virtual environment, and keeps what it
# read, under build/train_statements; MiniLM's published weights come by ./setup.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -ge 2 ] || { sed -n '2,7s/^# //p' "scripts/$(basename "$0")" >&2; exit 2; }
data=$1 out=$2 scorer=() reports=(); shift 2
if [ "${1:-}" = --scorer ]; then scorer=(--scorer "$2"); shift 2; fi
if [ "${1:-}" = --reports ]; then shift; reports=("$@"); fi
work=build/train_statements
mkdir -p "$work" "$out"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check -r scripts/train_statements/requirements.txt
run() { "$work/venv/bin/python" "scripts/train_statements/$1" "$data" "$work" "${@:2}" "${scorer[@]}"; }
run train_large.py "$out/statements_large.safetensors"
if [ ${#reports[@]} -gt 0 ]; then
  run train_small.py "$out/statements.safetensors" --large "$out/statements_large.safetensors" --reports "${reports[@]}"
else
  run train_small.py "$out/statements.safetensors"
fi
