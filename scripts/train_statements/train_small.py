#!/usr/bin/env python3
"""Trains the small reader of who said what and writes it for the program.

  train_small.py DATA_DIR WORK_DIR OUT.safetensors [--epochs 10] [--scorer DIR] [--large FILE --reports FILE…]

DATA_DIR holds polnear.train.jsonl.gz and polnear.dev.jsonl.gz; the development part is only scored, never learned from.
With reports without labels (JSON Lines with a "text", gzipped), half of what it learns from is what the large reader holds
likely of them (Hinton et al. 2015). --scorer names the folder of score_attribution.py. The file written is in half
precision and holds numbers alone: lemmas are hashed into buckets, so no word of the set is in it."""
import argparse, json, os, time
import jax, numpy as np, optax
from safetensors.numpy import save_file
from course import Course, find_false_cues, flat, known_cues, notes, scorer
from decoding import STEP, batch, chunks
from features import load_sets, load_unlabelled
from network import SMALL, apply, initial
from teacher import read_by_large
from train_large import MINILM

BATCH, PEAK_RATE = 8, 2e-3
KIND = "factbox statements network 1"


def endless(documents, cues, rng):
    """Chunks of the documents in a random order, over and over."""
    while True:
        some = list(chunks(documents, cues, int(rng.integers(0, STEP))))
        for i in rng.permutation(len(some)):
            yield some[i]


def joined(one, other):
    return tuple({name: np.concatenate([a[name], b[name]]) for name in a} for a, b in zip(one, other))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "work", "out"):
        parser.add_argument(name)
    parser.add_argument("--epochs", type=int, default=10); parser.add_argument("--scorer")
    parser.add_argument("--large"); parser.add_argument("--reports", nargs="+", default=[])
    parser.add_argument("--most", type=int, default=700); parser.add_argument("--minilm", default=MINILM)
    o = parser.parse_args()
    os.makedirs(o.work, exist_ok=True)
    sets, names = load_sets(o.data, o.work)
    train, dev = sets["train"], sets["dev"]
    began, rng = time.time(), np.random.default_rng(0)
    given = " --reports " + " ".join(map(os.path.basename, o.reports)) if o.reports else ""
    command = f"scripts/train_statements.sh DATA_DIR OUT_DIR{given} ({os.path.basename(o.out)}: epochs {o.epochs})"
    labelled, about = BATCH, notes(names, o.data, command)
    if o.reports:
        reports, texts = load_unlabelled(o.reports, o.most, names, o.work)
        soft = endless(reports, read_by_large(o.large, o.minilm, reports, texts), rng)
        labelled, about = BATCH // 2, about | {"taught_by": os.path.basename(o.large), "reports": len(reports)}
        print(f"{len(reports)} reports read, {time.time() - began:.0f} s", flush=True)
    steps = o.epochs * (len(list(chunks(train, [[]] * len(train)))) // labelled)
    rate = optax.warmup_cosine_decay_schedule(0, PEAK_RATE, min(300, steps // 4), steps)
    course = Course(initial(jax.random.PRNGKey(0), *SMALL), optax.adamw(rate, weight_decay=.01), apply)
    scored = scorer(o.scorer, o.data)
    false_cues = [[]] * len(train)
    for epoch in range(o.epochs):
        if epoch in (1, 3):
            false_cues = find_false_cues(course.averaged, train)
        some = list(chunks(train, known_cues(train, false_cues), int(rng.integers(0, STEP))))
        order, losses = rng.permutation(len(some)), []
        for i in range(0, len(some) - labelled + 1, labelled):
            if course.n == steps:  # false cues make more chunks
                break
            examples = batch(train, [some[j] for j in order[i:i + labelled]])
            if o.reports:
                examples = joined(examples, batch(reports, [next(soft) for _ in range(BATCH - labelled)]))
            losses.append(course.learn(*examples))
            if course.n % 100 == 0:
                print(f"step {course.n} of {steps}: loss {np.mean(losses[-100:]):.3f}, {time.time() - began:.0f} s", flush=True)
        if not losses:
            break
        print(f"epoch {epoch + 1} of {o.epochs}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s{scored(course.averaged, dev)}",
              flush=True)
        save_file(flat(course.averaged), o.out, metadata={"about": json.dumps({"kind": KIND} | about)})


if __name__ == "__main__":
    main()
