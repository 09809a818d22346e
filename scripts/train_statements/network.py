"""Two heads over one convolutional encoder: the first marks cues, the second, asked once for each cue, marks that cue's
source and content (as in semantic role labelling). Dilated convolutions after Yu and Koltun (2016), normalised before
(He et al. 2016)."""
import math
import jax, jax.numpy as jnp, numpy as np
from features import BEFORE, EMBEDDINGS, PATHS, WIDTH, distance_steps

VECTOR = 96
ENCODER_DILATIONS, HEAD_DILATIONS = (1, 2, 4, 8, 1), (1, 4, 16, 1)
SMALL, LARGE = (160, 80), (128, 64)  # widths of encoder and head in either reader
DISTANCES = distance_steps()


def normalised(x, gain=1.0, bias=0.0):
    return (x - x.mean(-1, keepdims=True)) / jnp.sqrt(x.var(-1, keepdims=True) + 1e-5) * gain + bias


def initial(key, encoder, head):
    keys = iter(jax.random.split(key, 64))
    wide = 2 * VECTOR + sum(width for *_, width in EMBEDDINGS)
    normal = lambda *shape: jax.random.normal(next(keys), shape)
    dense = lambda a, b, scale=None: (normal(a, b) * (scale or a ** -.5), jnp.zeros(b))
    layer = lambda n: (*dense(3 * n, n, (2 / (3 * n)) ** .5), jnp.ones(n), jnp.zeros(n))
    return dict(
        embeddings=[normal(rows, width) * .3 for _, rows, width in EMBEDDINGS], input=dense(wide, encoder),
        encoder=[layer(encoder) for _ in ENCODER_DILATIONS], cue=dense(encoder, 3, .05),
        token=dense(encoder, head), at_cue=dense(encoder, head), path=normal(PATHS, head) * .3,
        distance=normal(PATHS, head) * .3, head=[layer(head) for _ in HEAD_DILATIONS], out=dense(head, 3, .05))


def convolution(h, layer, dilation, mask, drop):
    weight, bias, gain, shift = layer
    n = h.shape[-2]
    z = normalised(h, gain, shift)
    padded = jnp.pad(z, [(0, 0)] * (h.ndim - 2) + [(dilation, dilation), (0, 0)])
    window = jnp.concatenate([padded[..., :n, :], z, padded[..., 2 * dilation:, :]], -1)
    return (h + drop(jax.nn.gelu(window @ weight + bias))) * mask[..., None]


def rows_of(table, ids):
    """Rows of a table; of a small one by a product, whose gradient is one too (a scatter is slow on a CPU)."""
    return table[ids] if len(table) > 100 else jax.nn.one_hot(ids, len(table)) @ table


def dropout(key):
    """A function that drops numbers at random while training; without a key, one that changes nothing."""
    count = [0]

    def drop(h, rate=.25):
        if key is None:
            return h
        count[0] += 1
        kept = hashed(jax.random.bits(jax.random.fold_in(key, count[0])), h.shape) >= np.uint32(rate * 2 ** 32)
        return h * kept / (1 - rate)

    return drop


def hashed(seed, shape):
    """Random bits that cost next to nothing: each place's number, mixed (Wellons 2018, "lowbias32")."""
    bits = jax.lax.iota(jnp.uint32, math.prod(shape)).reshape(shape) * np.uint32(0x9E3779B9) + seed
    for shift, by in ((16, 0x7FEB352D), (15, 0x846CA68B)):
        bits = (bits ^ bits >> shift) * np.uint32(by)
    return bits ^ bits >> 16


def apply(p, f, key=None):
    """Scores of cues (a token: none, begin, inside) and of each cue's window (none, source, content). Where another
    encoder has been asked too, "beside" is what it brings to each token's first sums."""
    drop = dropout(key)
    linear = lambda h, q: h @ q[0] + q[1]
    mask = f["mask"]
    looked_up = [rows_of(e, f["ids"][..., i]) for i, e in enumerate(p["embeddings"])]
    h = linear(drop(jnp.concatenate([f["vectors"]] + looked_up, -1)), p["input"]) + f.get("beside", 0)
    h = jax.nn.gelu(h) * mask[..., None]
    for dilation, layer in zip(ENCODER_DILATIONS, p["encoder"]):
        h = convolution(h, layer, dilation, mask, drop)
    h = normalised(h)
    around = lambda rows: jnp.pad(rows, [(0, 0), (BEFORE, WIDTH - BEFORE)] + [(0, 0)] * (rows.ndim - 2))
    windows = jax.vmap(jax.vmap(lambda rows, cue: jax.lax.dynamic_slice_in_dim(rows, cue, WIDTH), (None, 0)))
    there = windows(around(mask), f["cue"])
    at_cue = jax.vmap(lambda rows, cue: rows[cue])(linear(h, p["at_cue"]), f["cue"])
    g = (windows(around(linear(h, p["token"])), f["cue"]) + at_cue[:, :, None]
         + rows_of(p["path"], f["path"]) + p["distance"][DISTANCES])
    g = jax.nn.gelu(drop(g)) * there[..., None]
    for dilation, layer in zip(HEAD_DILATIONS, p["head"]):
        g = convolution(g, layer, dilation, there, drop)
    return linear(h, p["cue"]), linear(normalised(g), p["out"]), there


forward = jax.jit(lambda p, f: tuple(map(jax.nn.softmax, apply(p, f)[:2])))
