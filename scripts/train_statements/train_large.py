#!/usr/bin/env python3
"""Trains the large reader of who said what: the small one's two heads with MiniLM beside the parser's numbers.

  train_large.py DATA_DIR WORK_DIR OUT.safetensors [--epochs 5] [--scorer DIR] [--minilm DIR]

DATA_DIR holds polnear.train.jsonl.gz and polnear.dev.jsonl.gz; the development part is only scored, never learned from.
MiniLM's published weights stay as they are (./setup fetches them); what is learned are low-rank differences to them, and
the heads, which begin anew: those of the small reader know its training articles too well to ask for more. The file
written holds these in half precision and no words."""
import argparse, gzip, json, os, time
import jax, jax.numpy as jnp, numpy as np, optax
from safetensors.numpy import save_file
import minilm, network
from decoding import batch
from features import load_sets
from pieces import PIECES, TOKENS, fill, read_pieces, segments
from course import Course, find_false_cues, flat, known_cues, notes, scorer

MINILM = "models/all-minilm-l6-v2-0.1.0"
SEGMENTS, BATCH, CUES = 2, 4, 24  # of a chunk; chunks of a batch; cues that a chunk is asked about
CHUNK = SEGMENTS * TOKENS
TOGETHER = 16  # segments that are read at once where nothing is learned
HEADS_RATE, DIFFERENCES_RATE = 1.2e-3, 6e-4
THRESHOLD = 0.3  # the program asks about each token that begins a cue likelier than this, and weighs what it hears
KIND = "factbox large statements network 1"


def initial(key):
    heads, beside, differences = jax.random.split(key, 3)
    return dict(heads=network.initial(heads, *network.LARGE), differences=minilm.initial_differences(differences),
                beside=jax.random.normal(beside, (minilm.WIDTH, network.LARGE[0])) * minilm.WIDTH ** -.5)


def flat_large(p):
    out = flat(p["heads"]) | {"beside": np.array(p["beside"], np.float16)}
    for i, layer in enumerate(p["differences"]):
        for name, (down, up) in layer.items():
            place = f"layer.{i}.{name}"
            out[f"{place}.down"], out[f"{place}.up"] = np.array(down, np.float16), np.array(up, np.float16)
    return out


def load_documents(o):
    sets, names = load_sets(o.data, o.work)
    for name, documents in sets.items():
        with gzip.open(os.path.join(o.data, f"polnear.{name}.jsonl.gz"), "rt") as lines:
            texts = {g["doc_id"]: g["text"] for g in map(json.loads, lines)}
        read_pieces(documents, [texts[d["id"]] for d in documents], o.minilm)
    return sets, names


def cut(documents):
    """Adds to each document its segments, their pieces and masks, and its tokens' places in them."""
    for d in documents:
        d["segments"] = list(segments(d))
        count = len(d["segments"])
        d["rows"], d["there"] = np.zeros((count, PIECES), np.int32), np.zeros((count, PIECES), np.float32)
        d["places"] = [fill(d, *segment, d["rows"][s], d["there"][s]) for s, segment in enumerate(d["segments"])]


def chunks(documents, cues, rng):
    """(document, origin, cues, segments): two segments at a time, or one at a document's ends."""
    for k, d in enumerate(documents):
        first = -int(rng.integers(0, SEGMENTS))
        for s in range(first, len(d["segments"]), SEGMENTS):
            some = range(max(0, s), min(s + SEGMENTS, len(d["segments"])))
            begin, end = d["segments"][some[0]][0], d["segments"][some[-1]][1]
            mine = [c for c in cues[k] if begin <= c[0] < end]
            if len(mine) > CUES:
                mine = [mine[i] for i in sorted(rng.permutation(len(mine))[:CUES])]
            if end - begin >= 24:
                yield k, begin, mine, some


def batch_of(documents, examples):
    f, y = batch(documents, [each[:3] for each in examples], CHUNK, CUES)
    size = len(examples)
    f["rows"], f["there"] = np.zeros((size, SEGMENTS, PIECES), np.int32), np.zeros((size, SEGMENTS, PIECES), np.float32)
    f["place"] = np.zeros((size, CHUNK), np.int32)
    f["there"][:, :, 0] = 1  # of a segment that isn't there
    for b, (k, origin, _, some) in enumerate(examples):
        d = documents[k]
        for j, s in enumerate(some):
            first, past = d["segments"][s]
            f["rows"][b, j], f["there"][b, j] = d["rows"][s], d["there"][s]
            f["place"][b, first - origin:past - origin] = j * PIECES + d["places"][s]
        f["mask"][b, past - origin:] = 0
    y["cue_mask"] = f["mask"]
    return f, y


def apply(p, published, f, key):
    drop = network.dropout(jax.random.fold_in(key, 7))
    size = len(f["rows"])
    rows = minilm.read(published, p["differences"], f["rows"].reshape(-1, PIECES), f["there"].reshape(-1, PIECES), drop,
                       minilm.rounded_product)
    rows = rows.reshape(size, SEGMENTS * PIECES, -1)[jnp.arange(size)[:, None], f["place"]]
    return network.apply(p["heads"], f | {"beside": drop(rows, .2) @ p["beside"] * f["mask"][..., None]}, key)


class Beside:
    """What MiniLM brings to each token of documents that cut() has been through."""

    def __init__(self, published):
        self.of = jax.jit(lambda p, rows, mask: minilm.read(published, p["differences"], rows, mask, product=minilm.rounded_product) @ p["beside"])

    def read(self, p, documents):
        waiting = [(d, s) for d in documents for s in range(len(d["segments"]))]
        for d in documents:
            d["beside"] = np.zeros((len(d["start"]), p["beside"].shape[1]), np.float32)
        for i in range(0, len(waiting), TOGETHER):
            some = waiting[i:i + TOGETHER]
            rows, mask = np.zeros((TOGETHER, PIECES), np.int32), np.zeros((TOGETHER, PIECES), np.float32)
            for j, (d, s) in enumerate(some):
                rows[j], mask[j] = d["rows"][s], d["there"][s]
            brought = np.array(self.of(p, rows, mask))
            for j, (d, s) in enumerate(some):
                first, past = d["segments"][s]
                d["beside"][first:past] = brought[j, d["places"][s]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data"); parser.add_argument("work"); parser.add_argument("out")
    parser.add_argument("--epochs", type=int, default=5); parser.add_argument("--scorer"); parser.add_argument("--minilm", default=MINILM)
    o = parser.parse_args()
    os.makedirs(o.work, exist_ok=True)
    sets, names = load_documents(o)
    train, dev = sets["train"], sets["dev"]
    rng = np.random.default_rng(0)
    published = minilm.published(o.minilm)
    beside = Beside(published)
    for documents in (train, dev):
        cut(documents)
    steps = o.epochs * (len(list(chunks(train, [[]] * len(train), rng))) // BATCH)
    rate = lambda peak: optax.warmup_cosine_decay_schedule(0, peak, steps // 16, steps, peak * .02)
    p = initial(jax.random.PRNGKey(0))
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.multi_transform(
        {part: optax.adamw(rate(peak), weight_decay=.01) for part, peak in
         (("heads", HEADS_RATE), ("differences", DIFFERENCES_RATE), ("beside", HEADS_RATE))},
        {part: jax.tree.map(lambda _, part=part: part, p[part]) for part in p}))
    course = Course(p, optimizer, lambda p, f, key: apply(p, published, f, key))
    scored = scorer(o.scorer, o.data, THRESHOLD)
    about = notes(names, o.data, f"scripts/train_statements.sh DATA_DIR OUT_DIR ({os.path.basename(o.out)}: epochs {o.epochs})", THRESHOLD)
    began, false_cues = time.time(), [[]] * len(train)
    for epoch in range(o.epochs):
        if epoch in (1, 3):
            beside.read(course.averaged, train)
            false_cues = find_false_cues(course.averaged["heads"], train)
            for d in train:
                del d["beside"]
        some = list(chunks(train, known_cues(train, false_cues), rng))
        order, losses = rng.permutation(len(some)), []
        for i in range(0, len(some) - BATCH + 1, BATCH):
            losses.append(course.learn(*batch_of(train, [some[j] for j in order[i:i + BATCH]])))
            if course.n % 50 == 0:
                print(f"step {course.n} of {steps}: loss {np.mean(losses[-50:]):.3f}, {time.time() - began:.0f} s", flush=True)
        save_file(flat_large(course.averaged), o.out, metadata={"about": json.dumps({"kind": KIND} | about)})
        beside.read(course.averaged, dev)
        print(f"epoch {epoch + 1} of {o.epochs}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s{scored(course.averaged['heads'], dev)}",
              flush=True)


if __name__ == "__main__":
    main()
