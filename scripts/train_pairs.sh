#!/usr/bin/env bash
# Trains the reader of pairs of sentences: train_pairs.sh PAIRS_DIR OUT_DIR
# Writes pairs.safetensors into OUT_DIR. PAIRS_DIR: the folder of annotated_pairs.dev.jsonl, news_relations.dev.jsonl,
# ecbplus_event_sentence_pairs.jsonl.gz and sick.jsonl.gz; half of the stories are kept aside and scored. Two cores:
# a quarter of an hour. Makes its own pinned virtual environment under build/train_statements; MiniLM's published
# weights come by ./setup.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -eq 2 ] || { sed -n '2,6s/^# //p' "scripts/$(basename "$0")" >&2; exit 2; }
work=build/train_statements
mkdir -p "$work" "$2"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check -r scripts/train_statements/requirements.txt
"$work/venv/bin/python" scripts/train_statements/train_pairs.py "$1" "$2/pairs.safetensors"
