"""What both trainers share: the loss, weights while they learn, the file that is written, the scorer."""
import gzip, hashlib, json, os, sys
import jax, jax.numpy as jnp, numpy as np, optax
from decoding import THRESHOLD, analyse, find_cues
from features import EMBEDDINGS, VECTOR_SCALE
from network import ENCODER_DILATIONS, HEAD_DILATIONS

AVERAGE = 0.999


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


def notes(names, data, command, threshold=THRESHOLD):
    """What a trained file says of itself."""
    with open(os.path.join(data, "polnear.train.jsonl.gz"), "rb") as raw:
        digest = hashlib.sha256(raw.read()).hexdigest()
    return {"tags": names["tag"], "labels": names["label"], "entities": names["entity"],
            "vector_scale": VECTOR_SCALE, "encoder_dilations": ENCODER_DILATIONS, "head_dilations": HEAD_DILATIONS,
            "threshold": threshold, "data": f"PolNeAR v1.0.0, training part, sha256 {digest}", "command": command}


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


def scorer(folder, data, threshold=THRESHOLD):
    """A function that scores the development part, in words; one that says nothing where no scorer is named."""
    if not folder:
        return lambda p, dev: ""
    sys.path.insert(0, folder)
    from score_attribution import score
    with gzip.open(os.path.join(data, "polnear.dev.jsonl.gz"), "rt") as lines:
        gold = {g["doc_id"]: g for g in map(json.loads, lines)}

    def said(p, dev):
        s = score(gold, {d["id"]: {"attributions": a} for d, a in zip(dev, analyse(p, dev, threshold))})
        return ("".join(f", {k} {100 * s[k][2]:.1f}" for k in ("pair_lenient", "content_partial", "content_exact"))
                + f", source|content {100 * s['source_given_content']['partial_acc']:.1f}")

    return said
