#!/usr/bin/env python3
"""Teaches the small reader what the large one holds likely of reports without labels (Hinton et al. 2015).

  teach.py DATA_DIR WORK_DIR OUT.safetensors --small FILE --large FILE --reports FILE… [--epochs 4] [--scorer DIR]

Half of each batch are PolNeAR's training articles with their labels, half are reports with the large reader's likelihoods
of cues, sources and contents. Begins with the small reader as trained on the labels alone. REPORTS are JSON Lines with a
"text". Two cores: half an hour. The file written holds numbers alone."""
import argparse, os, time
import jax, jax.numpy as jnp, numpy as np, optax
import minilm
from decoding import batch, chunks, soften
from features import load_sets, load_unlabelled
from make_fixture import weights_of
from network import apply
from pieces import read_pieces
from train import Course, find_false_cues, known_cues, notes, save, scorer
from train_large import MINILM, Beside, read_lower, small_part

HALF, PEAK_RATE = 8, 1e-3


def read_by_large(path, folder, documents, texts):
    """The cues that the large reader may have found, with what it holds likely."""
    about, p = weights_of(path)
    p = jax.tree.map(jnp.array, p | {"heads": small_part(p)})
    published = minilm.published(folder)
    beside, known = Beside(published), []
    for i in range(0, len(documents), 100):  # what the layers make of a text takes much room
        some = documents[i:i + 100]
        read_pieces(some, texts[i:i + 100], folder)
        read_lower(published, some)
        beside.read(p, some)
        known += soften(p["heads"], some)
        for d in some:
            for part in ("rows", "beside"):
                del d[part]
    return known


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "work", "out"):
        parser.add_argument(name)
    for name in ("small", "large"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--reports", nargs="+", required=True); parser.add_argument("--most", type=int, default=450)
    parser.add_argument("--epochs", type=int, default=4); parser.add_argument("--scorer"); parser.add_argument("--minilm", default=MINILM)
    o = parser.parse_args()
    sets, names = load_sets(o.data, o.work)
    train, dev = sets["train"], sets["dev"]
    reports, texts = load_unlabelled(o.reports, o.most, names, o.work)
    began = time.time()
    read = read_by_large(o.large, o.minilm, reports, texts)
    print(f"{len(reports)} reports, {sum(map(len, read))} cues, {time.time() - began:.0f} s", flush=True)
    p = jax.tree.map(jnp.array, small_part(weights_of(o.small)[1]))
    known = known_cues(train, find_false_cues(p, train))
    rng = np.random.default_rng(0)
    some_of = lambda documents, cues: list(chunks(documents, cues, int(rng.integers(0, 160))))
    steps = o.epochs * (len(some_of(train, known)) // HALF)
    rate = optax.warmup_cosine_decay_schedule(0, PEAK_RATE, steps // 16, steps)
    course = Course(p, optax.adamw(rate, weight_decay=.01), apply)
    scored = scorer(o.scorer, o.data)
    drawn = iter(())
    for epoch in range(o.epochs):
        labelled = some_of(train, known)
        order, losses = rng.permutation(len(labelled)), []
        for i in range(0, len(labelled) - HALF + 1, HALF):
            soft = [each for _, each in zip(range(HALF), drawn)]
            if len(soft) < HALF:
                of_reports = some_of(reports, read)
                drawn = (of_reports[j] for j in rng.permutation(len(of_reports)))
                soft = [each for _, each in zip(range(HALF), drawn)]
            halves = batch(train, [labelled[j] for j in order[i:i + HALF]]), batch(reports, soft)
            losses.append(course.learn(*({name: np.concatenate([a[name], b[name]]) for name in a} for a, b in zip(*halves))))
            if course.n % 100 == 0:
                print(f"step {course.n} of {steps}: loss {np.mean(losses[-100:]):.3f}, {time.time() - began:.0f} s", flush=True)
        print(f"epoch {epoch + 1} of {o.epochs}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s{scored(course.averaged, dev)}", flush=True)
        about = notes(names, o.data, f"scripts/train_statements.sh DATA_DIR OUT_DIR ({os.path.basename(o.out)}: epochs {o.epochs})")
        save(course.averaged, about | {"taught_by": os.path.basename(o.large), "reports": len(reports)}, o.out)


if __name__ == "__main__":
    main()
