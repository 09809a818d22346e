"""Two heads over one convolutional encoder: the first marks cues, the second, asked once for each cue, marks that cue's
source and content (as in semantic role labelling). Dilated convolutions after Yu and Koltun (2016), normalised before
(He et al. 2016)."""
import jax, jax.numpy as jnp
from features import BEFORE, EMBEDDINGS, PATHS, WIDTH, distance_steps

VECTOR = 96
ENCODER, ENCODER_DILATIONS = 128, (1, 2, 4, 8, 1)
HEAD, HEAD_DILATIONS = 64, (1, 4, 16, 1)
DISTANCES = distance_steps()


def normalised(x, gain=1.0, bias=0.0):
    return (x - x.mean(-1, keepdims=True)) / jnp.sqrt(x.var(-1, keepdims=True) + 1e-5) * gain + bias


def initial(key):
    keys = iter(jax.random.split(key, 64))
    wide = 2 * VECTOR + sum(width for *_, width in EMBEDDINGS)
    normal = lambda *shape: jax.random.normal(next(keys), shape)
    dense = lambda a, b, scale=None: (normal(a, b) * (scale or a ** -.5), jnp.zeros(b))
    layer = lambda n: (*dense(3 * n, n, (2 / (3 * n)) ** .5), jnp.ones(n), jnp.zeros(n))
    return dict(
        embeddings=[normal(rows, width) * .3 for _, rows, width in EMBEDDINGS], input=dense(wide, ENCODER),
        encoder=[layer(ENCODER) for _ in ENCODER_DILATIONS], cue=dense(ENCODER, 3, .05),
        token=dense(ENCODER, HEAD), at_cue=dense(ENCODER, HEAD), path=normal(PATHS, HEAD) * .3,
        distance=normal(PATHS, HEAD) * .3, head=[layer(HEAD) for _ in HEAD_DILATIONS], out=dense(HEAD, 3, .05))


def convolution(h, layer, dilation, mask, drop):
    weight, bias, gain, shift = layer
    n = h.shape[-2]
    z = normalised(h, gain, shift)
    padded = jnp.pad(z, [(0, 0)] * (h.ndim - 2) + [(dilation, dilation), (0, 0)])
    window = jnp.concatenate([padded[..., :n, :], z, padded[..., 2 * dilation:, :]], -1)
    return (h + drop(jax.nn.gelu(window @ weight + bias))) * mask[..., None]


def apply(p, f, key=None, rate=.25):
    """Scores of cues (a token: none, begin, inside) and of each cue's window (none, source, content)."""
    count = [0]

    def drop(h):
        if key is None:
            return h
        count[0] += 1
        return h * jax.random.bernoulli(jax.random.fold_in(key, count[0]), 1 - rate, h.shape) / (1 - rate)

    linear = lambda h, q: h @ q[0] + q[1]
    mask = f["mask"]
    h = jnp.concatenate([f["vectors"]] + [e[f["ids"][..., i]] for i, e in enumerate(p["embeddings"])], -1)
    h = jax.nn.gelu(linear(drop(h), p["input"])) * mask[..., None]
    for dilation, layer in zip(ENCODER_DILATIONS, p["encoder"]):
        h = convolution(h, layer, dilation, mask, drop)
    h = normalised(h)
    row = jnp.arange(h.shape[0])[:, None]
    window = f["cue"][..., None] - BEFORE + jnp.arange(WIDTH)
    inside = (window >= 0) & (window < h.shape[1])
    window = jnp.clip(window, 0, h.shape[1] - 1)
    there = mask[row[..., None], window] * inside
    g = (linear(h, p["token"])[row[..., None], window] + linear(h[row, f["cue"]], p["at_cue"])[:, :, None]
         + p["path"][f["path"]] + p["distance"][DISTANCES])
    g = jax.nn.gelu(drop(g)) * there[..., None]
    for dilation, layer in zip(HEAD_DILATIONS, p["head"]):
        g = convolution(g, layer, dilation, there, drop)
    return linear(h, p["cue"]), linear(normalised(g), p["out"]), there


forward = jax.jit(lambda p, f: tuple(map(jax.nn.softmax, apply(p, f)[:2])))
