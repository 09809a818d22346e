#!/usr/bin/env python3
"""Learns which blocks of a page are of its report (data/page_blocks.tsv).

  scripts/learn_blocks.py SET... --tool build/release/bench/print_blocks [--write]

Needs Python 3.11 with numpy 2.4.6 and lightgbm 4.7.0 (pip install numpy==2.4.6 lightgbm==4.7.0). A SET is a
folder with html/ID.html or ID.html.gz and truth.json {ID: {"url", "body", perhaps "publisher"}}. What is seen of
a block is computed by the program itself: what is learned on is what is used. A block is of the report where
most of its runs of four words stand in the true body.

Printed: the F1 of runs of four words, as extraction benchmarks count it, when the pages of each publisher (or
host) are judged by trees learned on those of others; beside it that of the rules alone. --write learns on all
pages and writes the table."""
import argparse, collections, hashlib, json, pathlib, re, subprocess, sys
from urllib.parse import urlparse

import lightgbm
import numpy

WORD = re.compile(r"\w+")
RUN = 4
FOLDS = 6
CHOSEN = 14  # the feature that says what the rules chose
SETTINGS = {
    "objective": "binary", "learning_rate": 0.08, "num_leaves": 12, "min_data_in_leaf": 60,
    "lambda_l2": 5.0, "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1,
    "seed": 3, "deterministic": True, "force_row_wise": True, "num_threads": 1, "verbose": -1,
}
ROUNDS = 120


def runs(words):
    if not words:
        return collections.Counter()
    if len(words) < RUN:
        return collections.Counter([tuple(words)])
    return collections.Counter(zip(*(words[i:] for i in range(RUN))))


def label(blocks, body):
    """1 for blocks of the body, with weights; a block that repeats one before it is none."""
    true_runs, seen = runs(WORD.findall(body)), set()
    true_lines = {" ".join(WORD.findall(line)) for line in body.split("\n")}
    joined = " " + " ".join(WORD.findall(body)) + " "
    labels = []
    for block in blocks:
        words = WORD.findall(block["text"])
        key = " ".join(words)
        if len(words) >= RUN + 2:
            own = runs(words)
            found = sum((own & true_runs).values()) / sum(own.values())
            is_true = found > 0.5
        else:
            is_true = key in true_lines or (len(words) > 2 and f" {key} " in joined)
        labels.append(1 if words and is_true and key not in seen else 0)
        seen.add(key)
    return labels


class Page:
    def __init__(self, blocks, truth):
        self.group = truth.get("publisher") or urlparse(truth["url"]).netloc.removeprefix("www.")
        self.texts = [WORD.findall(block["text"]) for block in blocks]
        self.keys = [block["text"] for block in blocks]
        self.features = numpy.array([block["features"] for block in blocks], dtype=numpy.float32)
        self.labels = label(blocks, truth["body"])
        lengths = numpy.array([max(len(text), 3) for text in self.texts], dtype=float)
        self.weights = numpy.sqrt(lengths)
        self.weights *= 30 / self.weights.sum() ** 0.5
        self.true_runs = runs(WORD.findall(truth["body"]))

    def score(self, taken):
        words, seen = [], set()
        for text, key, is_taken in zip(self.texts, self.keys, taken):
            if is_taken and key not in seen:
                words += text
                seen.add(key)
        own = runs(words)
        both = sum((own & self.true_runs).values())
        return (both / sum(own.values()) if own else None, both / sum(self.true_runs.values()))


def read(folder, tool):
    folder = pathlib.Path(folder)
    truth = json.loads((folder / "truth.json").read_text(encoding="utf8"))
    paths = sorted(str(path) for path in (folder / "html").iterdir())
    done = subprocess.run([tool], input="\n".join(paths), stdout=subprocess.PIPE, encoding="utf8", check=True)
    pages = []
    for line in map(json.loads, done.stdout.splitlines()):
        name = re.sub(r"\.html?(\.gz)?$", "", pathlib.Path(line["path"]).name)
        if name in truth and truth[name].get("body") and line["blocks"]:
            pages.append(Page(line["blocks"], truth[name]))
    return pages


def learn(pages):
    data = lightgbm.Dataset(numpy.concatenate([page.features for page in pages]),
                            numpy.concatenate([page.labels for page in pages]),
                            weight=numpy.concatenate([page.weights for page in pages]))
    return lightgbm.train(SETTINGS, data, ROUNDS)


def fold_of(page):
    return int(hashlib.sha256(page.group.encode()).hexdigest(), 16) // 2 % FOLDS


def f1(scores):
    precision = numpy.mean([p for p, _ in scores if p is not None])
    recall = numpy.mean([r for _, r in scores])
    return f"F1 {2 * precision * recall / (precision + recall):.4f} (precision {precision:.4f}, recall {recall:.4f})"


def rows_of(model):
    """The trees as rows of the table: low and high are steps from the row to those below it."""
    rows = []

    def add(tree, node):
        at = len(rows)
        rows.append(None)
        if "leaf_value" in node:
            rows[at] = (tree, -1, f"{node['leaf_value']:.5g}", 0, 0)
            return
        assert node["decision_type"] == "<=" and node["missing_type"] == "None"
        low = len(rows)
        add(tree, node["left_child"])
        high = len(rows)
        add(tree, node["right_child"])
        rows[at] = (tree, node["split_feature"], f"{node['threshold']:.7g}", low - at, high - at)

    for number, tree in enumerate(model.dump_model()["tree_info"]):
        add(number, tree["tree_structure"])
    return rows


def write(model, path, pages):
    with open(path, "w", encoding="utf8") as file:
        file.write("tree\tfeature\tvalue\tlow\thigh\n")
        file.write(f"# Which blocks of a page are of its report, learned by scripts/learn_blocks.py from {pages} pages. A row asks whether the\n"
                   "# feature (reports/pages/block_features.h, counted from 0) is at most value, and goes on low or high rows further; -1 answers.\n")
        for row in rows_of(model):
            file.write("\t".join(map(str, row)) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--tool", required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sets = [read(folder, options.tool) for folder in options.sets]
    pages = [page for each in sets for page in each]
    models = [learn([page for page in pages if fold_of(page) != fold]) for fold in range(FOLDS)]
    for name, each in zip(options.sets, sets):
        print(f"{name}: {len(each)} pages")
        print("  rules alone    ", f1([page.score(page.features[:, CHOSEN] > 0) for page in each]))
        print("  held-out trees ", f1([page.score(models[fold_of(page)].predict(page.features) > 0.5) for page in each]))
        print("  by the labels  ", f1([page.score(page.labels) for page in each]))
    if options.write:
        write(learn(pages), "data/page_blocks.tsv", len(pages))


if __name__ == "__main__":
    sys.exit(main())
