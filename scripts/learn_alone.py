#!/usr/bin/env python3
"""Learns how likely a reader needs other sentences to understand one (data/en/alone_weights.tsv).

  scripts/learn_alone.py LABELS.jsonl STREAMS_DIR --tool build/release/bench/print_choice [--write]

LABELS.jsonl is that of scripts/learn_choice.py; each sentence has also "whole" (whether who knows only the
page's title understands it) and, where it isn't, "why". A bare weekday ("when") is mended by a page that
prints dates, and counts as whole; broken quotations ("quotation") are left out: the way of a claim tells
those. The features are computed by the program itself. The weights are logistic, with a ridge.

Printed: how often a sentence that isn't whole is told to be more doubtful than one that is (.5: by chance),
for each reason, when each seventh of the stories is judged by the weights of the others; and the share of
those that need others among the least doubtful. --write puts the weights of all stories into the table."""
import argparse, collections, json, subprocess, sys, tempfile

from learn_choice import label_of, learn_logistic, likely_of, read_stories, write_table

RIDGE = 3.0
FOLDS = 7
LEFT_OUT = ("quotation",)
MENDED = ("when",)


def read_rows(stories, tool):
    """For each story its labelled sentences: features (1 behind them), reason why one isn't whole (none where it is)."""
    printed = subprocess.run([tool] + [s["file"] for s in stories], stdout=subprocess.PIPE, check=True)
    by_file = collections.defaultdict(list)
    for line in map(json.loads, printed.stdout.splitlines()):
        if "alone" in line and line["field"] == "text" and line.get("content"):
            by_file[line["file"]].append(line)
    rows = []
    for story in stories:
        sentences = collections.defaultdict(list)
        for sentence in story["sentences"]:
            sentences[sentence["report"]].append(sentence)
        mine = {}
        for line in by_file[story["file"]]:
            label = label_of(line, sentences[line["report"]])
            if label and not (not label["whole"] and label["why"] in LEFT_OUT):
                whole = label["whole"] or label["why"] in MENDED
                mine[label["n"]] = (list(line["alone"].values()) + [1.0], None if whole else label["why"])
        rows.append(list(mine.values()))
    return list(next(iter(by_file.values()))[0]["alone"]), rows


def learn(rows, rounds=8):
    """Logistic weights; what is given in general is the last, and nothing holds it back."""
    size = len(rows[0][0]) - 1
    return learn_logistic([(x, why is not None) for x, why in rows], [RIDGE] * size + [1e-6], rounds)


def parted(scored, why):
    """How often one that isn't whole, for this reason, stands above one that is."""
    scored = sorted((s, y is not None) for s, y in scored if y is None or y == why or why == "any")
    bad, above, good = 0, 0, 0
    for _, is_bad in scored:
        good += not is_bad
        bad += is_bad
        above += good if is_bad else 0
    return above / max(1, bad * good)


def report(rows):
    scored = []
    for fold in range(FOLDS):
        weights = learn([row for i, mine in enumerate(rows) if i % FOLDS != fold for row in mine])
        scored += [(likely_of(weights, f), why) for i, mine in enumerate(rows) if i % FOLDS == fold for f, why in mine]
    reasons = ["any"] + sorted({why for _, why in scored if why})
    print("told apart: " + ", ".join(f"{why} {parted(scored, why):.2f}" for why in reasons))
    scored.sort(key=lambda each: each[0])
    for share in (0.1, 0.2, 0.3, 1):
        first = scored[:int(len(scored) * share)]
        print(f"of the least doubtful {share:.0%} need others: {sum(w is not None for _, w in first) / len(first):.2f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("labels")
    arguments.add_argument("streams")
    arguments.add_argument("--tool", default="build/release/bench/print_choice")
    arguments.add_argument("--table", default="data/en/alone_weights.tsv")
    arguments.add_argument("--write", action="store_true")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        names, rows = read_rows(read_stories(options.labels, options.streams, folder), options.tool)
    print(f"{len(rows)} stories, {sum(map(len, rows))} sentences")
    report(rows)
    if options.write:
        write_table(options.table, names, learn([row for mine in rows for row in mine]))


if __name__ == "__main__":
    sys.exit(main())
