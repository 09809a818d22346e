#!/usr/bin/env python3
"""Learns how much a statement is worth to the page of its story (data/en/choice_weights.tsv), and how likely
two statements are one claim, by their words (data/en/repeat_weights.tsv) and by what they mean too
(data/en/retelling_weights.tsv).

  scripts/learn_choice.py LABELS.jsonl STREAMS_DIR --tool build/release/bench/print_choice [--write]

LABELS.jsonl holds one story a line: "stream" (the file of STREAMS_DIR, NAME.jsonl.gz, that its reports
stand in), "reports" (their ids) and "sentences", each with "report", "start" and "end" (bytes of its
text), "worth" (3: the page can't do without it, 2: a good page has it, 1 and 0: an editor would leave it
out) and "claim" (a label that sentences of one claim share). The features are computed by the program
itself: what is learned on is what is used. The weights are those of least squares on what a sentence is
worth (3, 1, 0, 0), with a ridge; a row whose note says "set by hand" keeps its weight. Those of pairs are
logistic.

Printed: what a page of 20 claims in the order of worth tells when each story is judged by the weights of
the others: its share of the claims of worth 3, and of all worth; beside it the order of common words and
of the place in the report; and how many pairs of one claim are found at which precision. --write puts the
weights of all stories into the tables, notes kept."""
import argparse, collections, gzip, json, math, os, subprocess, sys, tempfile

VALUE = (0, 0, 1, 3)
LEAST_CONFIDENCE = 0.5
RIDGE = 20.0
LINES = 20


def read_stories(labels, streams, folder):
    """The labelled stories, each with a file of its own reports."""
    cache, stories = {}, []
    for number, line in enumerate(open(labels, encoding="utf8")):
        story = json.loads(line)
        name = story["stream"]
        if name not in cache:
            cache[name] = {}
            with gzip.open(os.path.join(streams, name + ".jsonl.gz"), "rt", encoding="utf8") as reports:
                for each in map(json.loads, reports):
                    cache[name].setdefault(each["id"], each)
        story["file"] = os.path.join(folder, f"{number}.jsonl")
        with open(story["file"], "w", encoding="utf8") as file:
            for report in story["reports"]:
                file.write(json.dumps(cache[name][report], ensure_ascii=False) + "\n")
        stories.append(story)
    return stories


def label_of(statement, sentences):
    """The sentence that most of a statement's bytes stand in."""
    best, most = None, 0
    for sentence in sentences:
        shared = sum(max(0, min(end, sentence["end"]) - max(start, sentence["start"]))
                     for start, end in statement["content"])
        if shared > most:
            best, most = sentence, shared
    return best


def claim_of(sentence):
    return sentence["claim"] or f"n{sentence['n']}"


def read_rows(stories, tool):
    """For each story its statements (features, worth, claim) and its pairs (features, whether they are one)."""
    printed = subprocess.run([tool] + [s["file"] for s in stories], stdout=subprocess.PIPE, check=True)
    statements, pairs = collections.defaultdict(list), collections.defaultdict(list)
    for line in map(json.loads, printed.stdout.splitlines()):
        (pairs if "pair" in line else statements)[line["file"]].append(line)
    rows, pair_rows = [], []
    for story in stories:
        sentences = collections.defaultdict(list)
        for sentence in story["sentences"]:
            sentences[sentence["report"]].append(sentence)
        labels = [label_of(each, sentences[each["report"]]) for each in statements[story["file"]]]
        for each, (at, label) in zip(statements[story["file"]], enumerate(labels)):
            if each["field"] != "text" or each["confidence"] < LEAST_CONFIDENCE:
                labels[at] = None
        rows.append([(list(each["features"].values()), label["worth"], claim_of(label))
                     for each, label in zip(statements[story["file"]], labels) if label])
        mine = []
        for pair in pairs[story["file"]]:
            one, other = (labels[i] for i in pair["pair"])
            if one and other and one is not other:
                mine.append((list(pair["features"].values()) + [1.0], claim_of(one) == claim_of(other)))
        pair_rows.append(mine)
    first = stories[0]["file"]
    return list(statements[first][0]["features"]), rows, list(pairs[first][0]["features"]), pair_rows


def moments_of(rows, fixed):
    """Sums of products of the features (1 behind them) and of them with the worth."""
    size = len(rows[0][0]) + 1
    square, with_value = [[0.0] * size for _ in range(size)], [0.0] * size
    for features, worth, _ in rows:
        x = features + [1.0]
        value = VALUE[worth] - sum(fixed.get(i, 0) * f for i, f in enumerate(features))
        for i, a in enumerate(x):
            if a:
                with_value[i] += a * value
                row = square[i]
                for k, b in enumerate(x):
                    row[k] += a * b
    return square, with_value


def solve(matrix, right):
    """Gauss, with the greatest pivot of each column."""
    n = len(right)
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, n):
            part = rows[k][i] / rows[i][i]
            for c in range(i, n + 1):
                rows[k][c] -= part * rows[i][c]
    found = [0.0] * n
    for i in reversed(range(n)):
        found[i] = (rows[i][n] - sum(rows[i][k] * found[k] for k in range(i + 1, n))) / rows[i][i]
    return found


def learn(moments, left_out, fixed):
    """Weights by all stories' moments but one's; the worth in general is the last."""
    size = len(moments[0][1])
    square, with_value = [[0.0] * size for _ in range(size)], [0.0] * size
    for number, (one, other) in enumerate(moments):
        if number != left_out:
            for i in range(size):
                with_value[i] += other[i]
                for k in range(size):
                    square[i][k] += one[i][k]
    count = square[-1][-1]
    for i in range(size - 1):
        mean = square[i][-1] / count
        square[i][i] += RIDGE * max(square[i][i] / count - mean * mean, 1e-6)
    for i, weight in fixed.items():
        square[i] = [1.0 if k == i else 0.0 for k in range(size)]
        for k in range(size):
            square[k][i] = 1.0 if k == i else 0.0
        with_value[i] = 0.0
    weights = solve(square, with_value)
    for i, weight in fixed.items():
        weights[i] = weight
    return weights


def likely_of(weights, x):
    total = sum(w * f for w, f in zip(weights, x))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def learn_logistic(rows, ridges, rounds=7):
    """Logistic weights by Newton's method from rows of features (1 behind them) and what is true of each; `ridges`
    has what holds each weight back."""
    size = len(ridges)
    weights = [0.0] * size
    for _ in range(rounds):
        square = [[ridge if i == k else 0.0 for k in range(size)] for i, ridge in enumerate(ridges)]
        slope = [-ridge * w for ridge, w in zip(ridges, weights)]
        for x, true in rows:
            likely = likely_of(weights, x)
            some = [(i, a) for i, a in enumerate(x) if a]
            for i, a in some:
                slope[i] += a * (true - likely)
                row, part = square[i], a * likely * (1 - likely)
                for k, b in some:
                    row[k] += part * b
        weights = [w + step for w, step in zip(weights, solve(square, slope))]
    return weights


def learn_pairs(pair_rows, rounds=7):
    return learn_logistic(pair_rows, [1.0] * len(pair_rows[0][0]), rounds)


def without(pair_rows, at):
    """The same rows with one feature as if it were unknown."""
    return [[(x[:at] + [0.0] + x[at + 1:], same) for x, same in rows] for rows in pair_rows]


def report_pairs(name, pair_rows, folds=7):
    """Recall of pairs of one claim at some precisions, each story judged by the weights of others."""
    scored = []
    for fold in range(folds):
        weights = learn_pairs([r for i, rows in enumerate(pair_rows) if i % folds != fold for r in rows], 6)
        scored += [(sum(w * f for w, f in zip(weights, x)), same)
                   for i, rows in enumerate(pair_rows) if i % folds == fold for x, same in rows]
    scored.sort(key=lambda each: -each[0])
    ones, found, best = sum(same for _, same in scored), 0, {}
    for count, (_, same) in enumerate(scored, 1):
        found += same
        for precision in (0.9, 0.7, 0.5):
            if found >= precision * count:
                best[precision] = found / ones
    print(f"{name}: {ones} pairs of one claim among {len(scored)}; found at precision " +
          ", ".join(f"{p}: {best.get(p, 0):.2f}" for p in (0.9, 0.7, 0.5)))


def told_by(story, rows, score):
    """The share of worth and of musts that the first LINES claims tell."""
    worth = collections.defaultdict(int)
    for sentence in story["sentences"]:
        worth[claim_of(sentence)] = max(worth[claim_of(sentence)], sentence["worth"])
    told = []
    for features, _, claim in sorted(rows, key=lambda row: -score(row[0])):
        if claim not in told:
            told.append(claim)
        if len(told) == LINES:
            break
    best = sum(sorted((VALUE[w] for w in worth.values()), reverse=True)[:LINES])
    musts = [claim for claim, w in worth.items() if w == 3]
    return (sum(VALUE[worth[c]] for c in told) / max(1, best),
            sum(c in told for c in musts) / max(1, len(musts)))


def report(name, stories, rows, score_of):
    told = [told_by(s, r, score_of(i)) for i, (s, r) in enumerate(zip(stories, rows))]
    value, musts = (sum(x) / len(told) for x in zip(*told))
    print(f"{name:24s} value {value:.3f}  musts {musts:.3f}")


def read_table(path):
    return [line.rstrip("\n").split("\t") for line in open(path, encoding="utf8")]


def write_table(path, names, weights):
    by_name = dict(zip(names + ["in_general"], weights))
    lines = []
    for cells in read_table(path):
        if cells[0] in by_name and "set by hand" not in cells[-1]:
            cells[1] = f"{by_name[cells[0]]:.3f}"
        lines.append("\t".join(cells))
    with open(path, "w", encoding="utf8") as table:
        table.write("\n".join(lines) + "\n")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("labels")
    arguments.add_argument("streams")
    arguments.add_argument("--tool", default="build/release/bench/print_choice")
    arguments.add_argument("--table", default="data/en/choice_weights.tsv")
    arguments.add_argument("--pairs", default="data/en/repeat_weights.tsv")
    arguments.add_argument("--retellings", default="data/en/retelling_weights.tsv")
    arguments.add_argument("--write", action="store_true", help="all tables")
    arguments.add_argument("--write-pairs", action="store_true", help="those of pairs alone")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stories = read_stories(options.labels, options.streams, folder)
        names, rows, pair_names, pair_rows = read_rows(stories, options.tool)
    kept = {c[0]: float(c[1]) for c in read_table(options.table) if "set by hand" in c[-1] and c[0][0] != "#"}
    fixed = {names.index(name): weight for name, weight in kept.items() if name in names}
    moments = [moments_of(mine, fixed) for mine in rows]
    judge = lambda weights: lambda f: sum(w * x for w, x in zip(weights, f))
    print(f"{len(stories)} stories, {sum(map(len, rows))} statements")
    for name in ("common_words", "near_top"):
        report(name + " alone", stories, rows, lambda _: lambda f: f[names.index(name)])
    out = [learn(moments, i, fixed) for i in range(len(stories))]
    report("each story left out", stories, rows, lambda i: judge(out[i]))
    by_words = without(pair_rows, pair_names.index("meaning_alike"))
    report_pairs("by words", by_words)
    report_pairs("by meaning too", pair_rows)
    if options.write or options.write_pairs:
        for path, rows_of_table in ((options.pairs, by_words), (options.retellings, pair_rows)):
            write_table(path, pair_names, learn_pairs([row for mine in rows_of_table for row in mine]))
    if options.write:
        write_table(options.table, names, learn(moments, None, fixed))


if __name__ == "__main__":
    sys.exit(main())
