#!/usr/bin/env python3
"""Trains the pair reader: how two sentences of two reports stand to each other.

  train_pairs.py PAIRS_DIR OUT.safetensors [--epochs 4] [--minilm DIR]

PAIRS_DIR holds annotated_pairs.dev.jsonl, news_relations.dev.jsonl, ecbplus_event_sentence_pairs.jsonl.gz and
sick.jsonl.gz. Both sentences are read at once by MiniLM, parted by a separator, so that each word sees those of the other
side (Devlin et al. 2019); what is learned are low-rank differences to its published weights (Hu et al. 2021) and one head.
Sets whose labels are coarser than ours teach sums: "entailment" is same or entails, "same event" is whatever isn't
different. Pairs of numbers that were swapped by hand are made from pairs that say the same, for training only.

Every second story, topic and split is kept aside (half()): its figures are printed behind each epoch, and what is written
has never seen it."""
import argparse, json, os, random, re, time
import jax, jax.numpy as jnp, numpy as np, optax
from safetensors.numpy import save_file
import minilm, network
from pair_sets import RELATIONS, read_sets, told

MINILM = "models/all-minilm-l6-v2-0.1.0"
CLASS, SEPARATOR, MOST_PIECES, SIZES, TOGETHER = 101, 102, 96, (32, 48, 64, 96, 128, 196), 32
# How often each relation is there where reports are held against each other; sets that were made for learning have far more
# of what is rare, so what the head holds likely is told by these again (Saerens et al. 2002).
AS_SEEN = (.2, .2, .1, .033, .6)  # the first two together
RANK, WIDTH, HIDDEN, HEAD_RATE, DIFFERENCES_RATE, AVERAGE = 24, minilm.WIDTH, 64, 1e-3, 4e-4, .998
KIND = "factbox pair reader 1"


def swapped(rows, rng):
    """Pairs that say the same, one figure of one side made another: they can't both be so."""
    for kind, _, a, b, allowed in rows:
        numbers = list(re.finditer(r"\b[1-9]\d{0,5}\b", b))
        if kind not in ("annotated", "news") or allowed != ("same",) or not numbers:
            continue
        one = rng.choice(numbers)
        if not 1900 < int(one[0]) < 2100 and re.search(rf"\b{one[0]}\b", a):
            other = max(1, round(int(one[0]) * rng.choice((.4, .6, 1.5, 2, 3))) + rng.choice((0, 1)))
            if other != int(one[0]):
                yield kind, 0, a, b[:one.start()] + str(other) + b[one.end():], ("contradiction",)


class Cutter:
    """Sentences to pieces, as src/readers/minilm cuts them."""

    def __init__(self, folder):
        from tokenizers import Tokenizer
        self.tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def cut(self, a, b):
        one, other = ([*self.tokenizer.encode(x, add_special_tokens=False).ids[:MOST_PIECES]] for x in (a, b))
        return one, other


def batch_of(rows, size):
    pieces, mask = np.zeros((len(rows), size), np.int32), np.zeros((len(rows), size), np.float32)
    sides, y = np.zeros((len(rows), 2, size), np.float32), np.zeros((len(rows), len(RELATIONS)), np.float32)
    for i, (a, b, allowed) in enumerate(rows):
        row = [CLASS, *a, SEPARATOR, *b, SEPARATOR]
        pieces[i, :len(row)], mask[i, :len(row)] = row, 1
        sides[i, 0, 1:1 + len(a)], sides[i, 1, 2 + len(a):2 + len(a) + len(b)] = 1 / max(1, len(a)), 1 / max(1, len(b))
        for relation in allowed:
            y[i, RELATIONS.index(relation)] = 1
    return pieces, mask, sides, y


def size_of(a, b):
    return next(size for size in SIZES if len(a) + len(b) + 3 <= size)


def initial(key):
    one, two, three = jax.random.split(key, 3)
    minilm.RANK = RANK
    return dict(differences=minilm.initial_differences(one), head=dict(
        inner=(jax.random.normal(two, (4 * WIDTH, HIDDEN)) * (4 * WIDTH) ** -.5, jnp.zeros(HIDDEN)),
        outer=(jax.random.normal(three, (HIDDEN, len(RELATIONS))) * .1, jnp.zeros(len(RELATIONS)))))


def apply(p, published, pieces, mask, sides, drop=lambda h, rate: h, product=minilm.rounded_product):
    """The first row, the sides' means beside each other by difference and product: log-likelihoods of RELATIONS."""
    rows = minilm.read(published, p["differences"], pieces, mask, drop, product)
    means = jnp.einsum("bsp,bpw->bsw", sides, rows)
    a, b = means[:, 0], means[:, 1]
    seen = jnp.concatenate([rows[:, 0], (a + b) / 2, jnp.abs(a - b), a * b], -1)
    inner, outer = p["head"]["inner"], p["head"]["outer"]
    hidden = drop(jax.nn.gelu(drop(seen, .1) @ inner[0] + inner[1], approximate=False), .2)
    return jax.nn.log_softmax(hidden @ outer[0] + outer[1])


def as_seen(p, answers):
    """The weights with the head's last biases such that AS_SEEN holds, and not the shares of the sets."""
    learned = np.mean([likely for kind, likely, _ in answers if kind == "annotated"], 0)
    learned[:2] = learned[0] + learned[1]
    weights, bias = p["head"]["outer"]
    return p | {"head": p["head"] | {"outer": (weights, bias + jnp.log(jnp.array(AS_SEEN) / learned))}}


def flat(p):
    out = {f"head.{name}.{part}": value for name, both in p["head"].items() for part, value in zip(("weight", "bias"), both)}
    for i, layer in enumerate(p["differences"]):
        for name, (down, up) in layer.items():
            out[f"layer.{i}.{name}.down"], out[f"layer.{i}.{name}.up"] = down, up
    return {name: np.array(value, np.float16) for name, value in out.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs"); parser.add_argument("out")
    parser.add_argument("--epochs", type=int, default=4); parser.add_argument("--minilm", default=MINILM)
    o = parser.parse_args()
    rng, cutter = random.Random(1), Cutter(o.minilm)
    rows = list(read_sets(o.pairs))
    rows += list(swapped([row for row in rows if not row[1]], rng))
    train = [(kind, *cutter.cut(a, b), allowed) for kind, kept, a, b, allowed in rows if not kept]
    aside = [(kind, *cutter.cut(a, b), allowed) for kind, kept, a, b, allowed in rows if kept]
    # The small sets of news count more: they are what the reader is for.
    train += [row for row in train if row[0] == "annotated"] + 3 * [row for row in train if row[0] == "news"]
    print(f"{len(train)} pairs to learn from, {len(aside)} aside", flush=True)
    published = minilm.published(o.minilm)
    p = averaged = initial(jax.random.PRNGKey(0))
    steps = o.epochs * len(train) // TOGETHER
    rate = lambda peak: optax.warmup_cosine_decay_schedule(0, peak, steps // 12, steps, peak * .02)
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.multi_transform(
        {"head": optax.adamw(rate(HEAD_RATE), weight_decay=.02), "differences": optax.adamw(rate(DIFFERENCES_RATE), weight_decay=.02)},
        {part: jax.tree.map(lambda _, part=part: part, p[part]) for part in p}))
    state, key = optimizer.init(p), jax.random.PRNGKey(2)

    def loss(p, pieces, mask, sides, y, key):
        told = apply(p, published, pieces, mask, sides, network.dropout(key))
        return -jnp.mean(jax.nn.logsumexp(told + jnp.where(y > 0, 0, -1e9), -1))

    @jax.jit
    def step(p, averaged, state, pieces, mask, sides, y, key, n):
        value, gradient = jax.value_and_grad(loss)(p, pieces, mask, sides, y, key)
        update, state = optimizer.update(gradient, state, p)
        p = optax.apply_updates(p, update)
        keep = jnp.minimum(AVERAGE, (1 + n) / (10 + n))
        return p, jax.tree.map(lambda a, b: keep * a + (1 - keep) * b, averaged, p), state, value

    answer = jax.jit(lambda p, pieces, mask, sides: jnp.exp(apply(p, published, pieces, mask, sides)))
    n, began = 0, time.time()
    for epoch in range(o.epochs):
        rng.shuffle(train)
        waiting, losses = {size: [] for size in SIZES}, []
        for _, a, b, allowed in train:
            if rng.random() < .5:
                a, b = b, a
            size = size_of(a, b)
            waiting[size].append((a, b, allowed))
            if len(waiting[size]) == TOGETHER:
                p, averaged, state, value = step(p, averaged, state, *batch_of(waiting[size], size), jax.random.fold_in(key, n), n)
                losses.append(float(value))
                waiting[size], n = [], n + 1
                if n % 50 == 0:
                    print(f"step {n} of {steps}: loss {np.mean(losses[-50:]):.3f}, {time.time() - began:.0f} s", flush=True)
        answers = []
        for size in SIZES:
            mine = [row for row in aside if size_of(row[1], row[2]) == size]
            for i in range(0, len(mine), TOGETHER):
                some = mine[i:i + TOGETHER]
                padded = [(a, b, allowed) for _, a, b, allowed in some] + [((), (), ())] * (TOGETHER - len(some))
                likely = np.array(answer(averaged, *batch_of(padded, size)[:3]))
                answers += [(kind, likely[j], allowed) for j, (kind, _, _, allowed) in enumerate(some)]
        about = {"kind": KIND, "relations": RELATIONS, "command": f"scripts/train_pairs.sh PAIRS_DIR OUT_DIR (epochs {o.epochs})"}
        save_file(flat(as_seen(averaged, answers)), o.out, metadata={"about": json.dumps(about)})
        print(f"epoch {epoch + 1} of {o.epochs}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s; {told(answers)}", flush=True)


if __name__ == "__main__":
    main()
