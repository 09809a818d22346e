#!/usr/bin/env python3
"""Trains the small reader of who said what and writes it for the program.

  train.py DATA_DIR WORK_DIR OUT.safetensors [--epochs 9] [--scorer DIR]

DATA_DIR holds polnear.train.jsonl.gz and polnear.dev.jsonl.gz; the development part is only scored, never learned from.
--scorer names the folder of score_attribution.py. On two cores: reading two minutes, an epoch five. The file written is in
half precision and holds numbers alone: lemmas are hashed into buckets, so no word of the set is in it."""
import argparse, gzip, hashlib, json, os, sys, time
import jax, jax.numpy as jnp, numpy as np, optax
from safetensors.numpy import save_file
from decoding import THRESHOLD, analyse, batch, chunks, find_cues
from features import EMBEDDINGS, VECTOR_SCALE, load_sets
from network import ENCODER_DILATIONS, HEAD_DILATIONS, apply, initial

BATCH, PEAK_RATE, AVERAGE = 16, 2e-3, 0.999


def loss(cue, parts, there, y):
    """Of the network's answers against what is known."""
    there = there * y["there"][..., None]
    entropy = optax.softmax_cross_entropy
    return ((entropy(cue, y["cue"]) * y["cue_mask"]).sum() / y["cue_mask"].sum()
            + 2 * (entropy(parts, y["parts"]) * there).sum() / (there.sum() + 1))


def flat(p):
    """The weights by name, in half precision."""
    out = {f"embedding.{name}": table for (name, *_), table in zip(EMBEDDINGS, p["embeddings"])}
    for part in ("input", "cue", "token", "at_cue", "out"):
        out[f"{part}.weight"], out[f"{part}.bias"] = p[part]
    for part in ("encoder", "head"):
        for i, layer in enumerate(p[part]):
            for name, value in zip(("weight", "bias", "gain", "shift"), layer):
                out[f"{part}.{i}.{name}"] = value
    out["path"], out["distance"] = p["path"], p["distance"]
    return {name: np.array(value, np.float16) for name, value in out.items()}


def notes(names, data, command):
    """What a trained file says of itself."""
    with open(os.path.join(data, "polnear.train.jsonl.gz"), "rb") as raw:
        digest = hashlib.sha256(raw.read()).hexdigest()
    return {"tags": names["tag"], "labels": names["label"], "entities": names["entity"],
            "vector_scale": VECTOR_SCALE, "encoder_dilations": ENCODER_DILATIONS, "head_dilations": HEAD_DILATIONS,
            "threshold": THRESHOLD, "data": f"PolNeAR v1.0.0, training part, sha256 {digest}", "command": command}


def save(p, about, path):
    save_file(flat(p), path, metadata={"about": json.dumps({"kind": "factbox statements network 1"} | about)})


def known_cues(train, false_cues):
    """The cues of each document with their parts, and those that are none, in their order."""
    return [sorted([(c[0], c[-1] + 1, s, t) for s, c, t in d["gold"] if c] + x, key=lambda c: c[0])
            for d, x in zip(train, false_cues)]


def find_false_cues(p, train):
    """What the network itself takes for cues and isn't: they teach the second head to say "nothing here"."""
    return [[c for c in found if not d["cue_label"][c[0]:c[1]].any()] for d, found in zip(train, find_cues(p, train, .3))]


class Course:
    """Weights while they learn, and their exponential moving average."""

    def __init__(self, p, optimizer, answers):
        """answers(p, f, key): what the network says of a batch."""
        self.p = self.averaged = p
        self.state, self.n, self.key = optimizer.init(p), 0, jax.random.PRNGKey(1)

        @jax.jit
        def step(p, averaged, state, f, y, key, n):
            value, gradient = jax.value_and_grad(lambda p: loss(*answers(p, f, key), y))(p)
            update, state = optimizer.update(gradient, state, p)
            p = optax.apply_updates(p, update)
            keep = jnp.minimum(AVERAGE, (1 + n) / (10 + n))
            return p, jax.tree.map(lambda a, b: keep * a + (1 - keep) * b, averaged, p), state, value

        self.step = step

    def learn(self, f, y):
        self.p, self.averaged, self.state, value = self.step(
            self.p, self.averaged, self.state, f, y, jax.random.fold_in(self.key, self.n), self.n)
        self.n += 1
        return float(value)


def scorer(folder, data):
    """A function that scores the development part, in words; one that says nothing where no scorer is named."""
    if not folder:
        return lambda p, dev: ""
    sys.path.insert(0, folder)
    from score_attribution import score
    with gzip.open(os.path.join(data, "polnear.dev.jsonl.gz"), "rt") as lines:
        gold = {g["doc_id"]: g for g in map(json.loads, lines)}

    def said(p, dev):
        s = score(gold, {d["id"]: {"attributions": a} for d, a in zip(dev, analyse(p, dev))})
        return ("".join(f", {k} {100 * s[k][2]:.1f}" for k in ("pair_lenient", "content_partial", "content_exact"))
                + f", source|content {100 * s['source_given_content']['partial_acc']:.1f}")

    return said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data"); parser.add_argument("work"); parser.add_argument("out")
    parser.add_argument("--epochs", type=int, default=9); parser.add_argument("--scorer")
    o = parser.parse_args()
    os.makedirs(o.work, exist_ok=True)
    sets, names = load_sets(o.data, o.work)
    train, dev = sets["train"], sets["dev"]
    rng = np.random.default_rng(0)

    def examples(false_cues):
        return list(chunks(train, known_cues(train, false_cues), int(rng.integers(0, 160))))

    steps = o.epochs * (len(examples([[]] * len(train))) // BATCH)
    rate = optax.warmup_cosine_decay_schedule(0, PEAK_RATE, min(300, steps // 4), steps)
    course = Course(initial(jax.random.PRNGKey(0)), optax.adamw(rate, weight_decay=.01), apply)
    scored = scorer(o.scorer, o.data)
    began, false_cues = time.time(), [[]] * len(train)
    for epoch in range(o.epochs):
        if epoch in (2, 5):
            false_cues = find_false_cues(course.averaged, train)
        some = examples(false_cues)
        order = rng.permutation(len(some))
        losses = [course.learn(*batch(train, [some[j] for j in order[i:i + BATCH]])) for i in range(0, len(some) - BATCH + 1, BATCH)]
        print(f"epoch {epoch + 1} of {o.epochs}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s{scored(course.averaged, dev)}",
              flush=True)
        save(course.averaged, notes(names, o.data, f"scripts/train_statements.sh DATA_DIR OUT_DIR ({os.path.basename(o.out)}: epochs {o.epochs})"), o.out)


if __name__ == "__main__":
    main()
