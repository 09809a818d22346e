#!/usr/bin/env python3
"""Trains the large reader of who said what: the small one's two heads with MiniLM beside the parser's numbers.

  train_large.py DATA_DIR WORK_DIR OUT.safetensors [--small FILE] [--epochs 2] [--scorer DIR] [--minilm DIR]

DATA_DIR holds polnear.train.jsonl.gz and polnear.dev.jsonl.gz; the development part is only scored, never learned from.
It begins with the small reader as trained. MiniLM's published weights stay as they are (./setup fetches them); what is
learned are low-rank differences to those of its upper layers, and the heads. The file written holds these in half precision
and no words. Two cores: some ten minutes an epoch."""
import argparse, gzip, json, os, time
import jax, jax.numpy as jnp, numpy as np, optax
from safetensors.numpy import save_file
import minilm, network
from decoding import batch
from features import load_sets
from make_fixture import weights_of
from pieces import PIECES, TOKENS, fill, read_pieces, segments
from train import Course, find_false_cues, flat, known_cues, notes, scorer

MINILM = "models/all-minilm-l6-v2-0.1.0"
SEGMENTS, BATCH, CUES = 2, 4, 24  # of a chunk; chunks of a batch; cues that a chunk is asked about
CHUNK = SEGMENTS * TOKENS
TOGETHER = 16  # segments that are read at once where nothing is learned
HEADS_RATE, DIFFERENCES_RATE, BESIDE_RATE = 5e-4, 1e-3, 1e-3
KIND = "factbox large statements network 1"


def small_part(weights):
    return {name: value for name, value in weights.items() if name not in ("beside", "differences")}


def initial(key, small):
    """The small reader, to which MiniLM brings nothing as yet."""
    return dict(heads=small, beside=jnp.zeros((minilm.WIDTH, network.ENCODER)), differences=minilm.initial_differences(key))


def flat_large(p):
    out = flat(p["heads"]) | {"beside": np.array(p["beside"], np.float16)}
    for i, layer in enumerate(p["differences"]):
        for name, (down, up) in layer.items():
            place = f"layer.{minilm.KEPT + i}.{name}"
            out[f"{place}.down"], out[f"{place}.up"] = np.array(down, np.float16), np.array(up, np.float16)
    return out


def load_documents(o):
    sets, names = load_sets(o.data, o.work)
    for name, documents in sets.items():
        with gzip.open(os.path.join(o.data, f"polnear.{name}.jsonl.gz"), "rt") as lines:
            texts = {g["doc_id"]: g["text"] for g in map(json.loads, lines)}
        read_pieces(documents, [texts[d["id"]] for d in documents], o.minilm)
    return sets, names


def read_lower(published, documents):
    """Adds to each document its segments, and what the kept layers make of each: that doesn't change while training."""
    lower = jax.jit(lambda pieces, mask: minilm.lower(published, pieces, mask))
    waiting = []
    for d in documents:
        d["segments"] = list(segments(d))
        d["rows"], d["sizes"], d["places"] = [], [], []
        waiting += [(d, *segment) for segment in d["segments"]]
    for i in range(0, len(waiting), TOGETHER):
        some = waiting[i:i + TOGETHER]
        pieces, mask = np.zeros((TOGETHER, PIECES), np.int32), np.zeros((TOGETHER, PIECES), np.float32)
        places = [fill(d, first, past, pieces[j], mask[j]) for j, (d, first, past) in enumerate(some)]
        rows = np.array(lower(pieces, mask), np.float16)
        for j, (d, *_) in enumerate(some):
            d["rows"].append(rows[j]); d["sizes"].append(int(mask[j].sum())); d["places"].append(places[j])


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
    f["rows"] = np.zeros((size, SEGMENTS, PIECES, minilm.WIDTH), np.float16)
    f["there"], f["place"] = np.zeros((size, SEGMENTS, PIECES), np.float32), np.zeros((size, CHUNK), np.int32)
    f["there"][:, :, 0] = 1  # of a segment that isn't there
    for b, (k, origin, _, some) in enumerate(examples):
        d = documents[k]
        for j, s in enumerate(some):
            first, past = d["segments"][s]
            f["rows"][b, j], f["there"][b, j, :d["sizes"][s]] = d["rows"][s], 1
            f["place"][b, first - origin:past - origin] = j * PIECES + d["places"][s]
        f["mask"][b, past - origin:] = 0
    y["cue_mask"] = f["mask"]
    return f, y


def apply(p, published, f, key):
    drop = network.dropout(jax.random.fold_in(key, 7))
    size = len(f["rows"])
    rows = f["rows"].reshape(-1, PIECES, minilm.WIDTH).astype(jnp.float32)
    rows = minilm.upper(published, p["differences"], rows, f["there"].reshape(-1, PIECES), drop)
    rows = rows.reshape(size, SEGMENTS * PIECES, -1)[jnp.arange(size)[:, None], f["place"]]
    return network.apply(p["heads"], f | {"beside": drop(rows, .2) @ p["beside"] * f["mask"][..., None]}, key)


class Beside:
    """What MiniLM brings to each token of documents that read_lower() has been through."""

    def __init__(self, published):
        self.of = jax.jit(lambda p, rows, mask: minilm.upper(published, p["differences"], rows.astype(jnp.float32), mask) @ p["beside"])

    def read(self, p, documents):
        waiting = [(d, s) for d in documents for s in range(len(d["segments"]))]
        for d in documents:
            d["beside"] = np.zeros((len(d["start"]), network.ENCODER), np.float32)
        for i in range(0, len(waiting), TOGETHER):
            some = waiting[i:i + TOGETHER]
            rows, mask = np.zeros((TOGETHER, PIECES, minilm.WIDTH), np.float16), np.zeros((TOGETHER, PIECES), np.float32)
            for j, (d, s) in enumerate(some):
                rows[j], mask[j, :d["sizes"][s]] = d["rows"][s], 1
            brought = np.array(self.of(p, rows, mask))
            for j, (d, s) in enumerate(some):
                first, past = d["segments"][s]
                d["beside"][first:past] = brought[j, d["places"][s]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data"); parser.add_argument("work"); parser.add_argument("out")
    parser.add_argument("--epochs", type=int, default=2); parser.add_argument("--scorer"); parser.add_argument("--minilm", default=MINILM)
    parser.add_argument("--small", default="data/en/statements.safetensors")
    o = parser.parse_args()
    os.makedirs(o.work, exist_ok=True)
    sets, names = load_documents(o)
    train, dev = sets["train"], sets["dev"]
    rng = np.random.default_rng(0)
    published = minilm.published(o.minilm)
    beside = Beside(published)
    for documents in (train, dev):
        read_lower(published, documents)
    steps = o.epochs * (len(list(chunks(train, [[]] * len(train), rng))) // BATCH)
    rate = lambda peak: optax.warmup_cosine_decay_schedule(0, peak, steps // 16, steps, peak * .02)
    small = jax.tree.map(jnp.array, small_part(weights_of(o.small)[1]))
    p = initial(jax.random.PRNGKey(0), small)
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.multi_transform(
        {part: optax.adamw(rate(peak), weight_decay=.01) for part, peak in
         (("heads", HEADS_RATE), ("differences", DIFFERENCES_RATE), ("beside", BESIDE_RATE))},
        {part: jax.tree.map(lambda _, part=part: part, p[part]) for part in p}))
    known = known_cues(train, find_false_cues(small, train))
    course = Course(p, optimizer, lambda p, f, key: apply(p, published, f, key))
    scored = scorer(o.scorer, o.data)
    began = time.time()
    for epoch in range(o.epochs):
        some = list(chunks(train, known, rng))
        order, losses = rng.permutation(len(some)), []
        for i in range(0, len(some) - BATCH + 1, BATCH):
            losses.append(course.learn(*batch_of(train, [some[j] for j in order[i:i + BATCH]])))
            if course.n % 50 == 0:
                print(f"step {course.n} of {steps}: loss {np.mean(losses[-50:]):.3f}, {time.time() - began:.0f} s", flush=True)
        about = notes(names, o.data, f"scripts/train_statements.sh DATA_DIR OUT_DIR ({os.path.basename(o.out)}: epochs {o.epochs})")
        save_file(flat_large(course.averaged), o.out, metadata={"about": json.dumps({"kind": KIND} | about)})
        beside.read(course.averaged, dev)
        print(f"epoch {epoch + 1} of {o.epochs}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s{scored(course.averaged['heads'], dev)}",
              flush=True)


if __name__ == "__main__":
    main()
