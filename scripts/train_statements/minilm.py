"""MiniLM (Wang et al. 2020), a small BERT (Devlin et al. 2019), with its published weights and low-rank differences to
them (Hu et al. 2021)."""
import os
import jax, jax.numpy as jnp, numpy as np
from safetensors.numpy import load_file
from network import normalised

LAYERS, HEADS, WIDTH, INNER, RANK = 6, 12, 384, 1536, 64
KEPT = 3  # layers that stay as published: what they give can be worked out once for all epochs
# what a layer's matrices are called here and in the published file, with inputs and outputs
MATRICES = (("query", "attention.self.query", WIDTH, WIDTH), ("key", "attention.self.key", WIDTH, WIDTH),
            ("value", "attention.self.value", WIDTH, WIDTH), ("attended", "attention.output.dense", WIDTH, WIDTH),
            ("inner", "intermediate.dense", WIDTH, INNER), ("outer", "output.dense", INNER, WIDTH))
EPSILON = 1e-12


def published(folder):
    w = load_file(os.path.join(folder, "model.safetensors"))
    layers = []
    for i in range(LAYERS):
        of = lambda name: w[f"encoder.layer.{i}.{name}"]
        layer = {name: (of(place + ".weight").T, of(place + ".bias")) for name, place, *_ in MATRICES}
        layer["norms"] = [(of(f"{place}.LayerNorm.weight"), of(f"{place}.LayerNorm.bias")) for place in ("attention.output", "output")]
        layers.append(layer)
    return jax.tree.map(jnp.array, dict(
        word=w["embeddings.word_embeddings.weight"], layers=layers,
        place=w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0],
        norm=(w["embeddings.LayerNorm.weight"], w["embeddings.LayerNorm.bias"])))


def initial_differences(key):
    """[inputs × rank] and [rank × outputs] for each matrix of the upper layers: nothing at first."""
    keys = iter(jax.random.split(key, (LAYERS - KEPT) * len(MATRICES)))
    return [{name: (jax.random.normal(next(keys), (a, RANK)) * a ** -.5, jnp.zeros((RANK, b))) for name, _, a, b in MATRICES}
            for _ in range(LAYERS - KEPT)]


def layer_norm(x, weights):
    centred = x - x.mean(-1, keepdims=True)
    return centred / jnp.sqrt((centred * centred).mean(-1, keepdims=True) + EPSILON) * weights[0] + weights[1]


def through(layers, differences, x, mask, drop=lambda h, rate: h):
    """Rows of each segment's pieces, [segment][piece][WIDTH], through some of the layers."""
    count, size = mask.shape
    x = x.reshape(-1, WIDTH)
    beyond = (1 - mask)[:, None, None, :] * -1e9
    heads = lambda h: h.reshape(count, size, HEADS, -1).transpose(0, 2, 1, 3)
    for i, layer in enumerate(layers):
        def linear(h, *names):
            matrices = [layer[n][0] + differences[i][n][0] @ differences[i][n][1] if differences else layer[n][0] for n in names]
            return h @ jnp.concatenate(matrices, 1) + jnp.concatenate([layer[n][1] for n in names])
        q, k, v = map(heads, jnp.split(linear(x, "query", "key", "value"), 3, -1))
        weights = jax.nn.softmax((q * (WIDTH // HEADS) ** -.5) @ k.swapaxes(-1, -2) + beyond)
        attended = (weights @ v).transpose(0, 2, 1, 3).reshape(-1, WIDTH)
        x = layer_norm(x + linear(attended, "attended"), layer["norms"][0])
        inner = jax.nn.gelu(linear(x, "inner"), approximate=False)
        x = layer_norm(x + drop(linear(inner, "outer"), .1), layer["norms"][1])
    return x.reshape(count, size, WIDTH)


def lower(w, pieces, mask):
    """From pieces, [segment][piece], to the rows that the kept layers make of them."""
    x = layer_norm(w["word"][pieces] + w["place"][:pieces.shape[1]], w["norm"])
    return through(w["layers"][:KEPT], None, x, mask)


def upper(w, differences, rows, mask, drop=lambda h, rate: h):
    return through(w["layers"][KEPT:], differences, rows, mask, drop)
