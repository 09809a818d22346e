"""MiniLM (Wang et al. 2020), a small BERT (Devlin et al. 2019), with its published weights and low-rank differences to
them (Hu et al. 2021)."""
import os
import jax, jax.numpy as jnp, numpy as np
from safetensors.numpy import load_file

LAYERS, HEADS, WIDTH, INNER, RANK = 6, 12, 384, 1536, 48
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
    """[inputs × rank] and [rank × outputs] for each matrix: nothing at first."""
    keys = iter(jax.random.split(key, LAYERS * len(MATRICES)))
    return [{name: (jax.random.normal(next(keys), (a, RANK)) * a ** -.5, jnp.zeros((RANK, b))) for name, _, a, b in MATRICES}
            for _ in range(LAYERS)]


def rounded(x):
    """To bfloat16 by its bits, which takes a fifth of the time of astype() on a processor."""
    bits = (jax.lax.bitcast_convert_type(x, jnp.uint32) + 0x8000) >> 16
    return jax.lax.bitcast_convert_type(bits.astype(jnp.uint16), jnp.bfloat16)


def turned(x):
    """The transpose, really moved in memory: a product of one that is only read crosswise takes three times as long."""
    return jax.lax.optimization_barrier(x.T.reshape(-1)).reshape(x.shape[1], x.shape[0])


def sums(a, b, over=0):
    return jax.lax.dot_general(a, b, (((1,), (over,)), ((), ())), preferred_element_type=jnp.float32)


@jax.custom_vjp
def rounded_product(a, b):
    """a @ b of factors rounded to bfloat16, added up in full precision (Micikevicius et al. 2018): processors with matrix
    units take a third of the time so."""
    return sums(rounded(a), rounded(b))


def product_and_factors(a, b):
    a, b = rounded(a), rounded(b)
    return sums(a, b), (a, b)


def gradients(factors, gradient):
    a, b = factors
    gradient = jax.lax.optimization_barrier(rounded(gradient))
    return sums(gradient, b, 1), sums(turned(a), gradient)


rounded_product.defvjp(product_and_factors, gradients)


def layer_norm(x, weights):
    centred = x - x.mean(-1, keepdims=True)
    return centred / jnp.sqrt((centred * centred).mean(-1, keepdims=True) + EPSILON) * weights[0] + weights[1]


def read(w, differences, pieces, mask, drop=lambda h, rate: h, product=jnp.matmul):
    """What the layers make of each segment's pieces: [segment][piece] to [segment][piece][WIDTH]."""
    count, size = mask.shape
    x = layer_norm(w["word"][pieces] + w["place"][:size], w["norm"]).reshape(-1, WIDTH)
    beyond = (1 - mask)[:, None, None, :] * -1e9
    heads = lambda h: h.reshape(count, size, HEADS, -1).transpose(0, 2, 1, 3)
    for layer, difference in zip(w["layers"], differences):
        def linear(h, *names):
            matrices = [layer[n][0] + difference[n][0] @ difference[n][1] for n in names]
            return product(h, jnp.concatenate(matrices, 1)) + jnp.concatenate([layer[n][1] for n in names])
        q, k, v = map(heads, jnp.split(linear(x, "query", "key", "value"), 3, -1))
        weights = jax.nn.softmax((q * (WIDTH // HEADS) ** -.5) @ k.swapaxes(-1, -2) + beyond)
        attended = (weights @ v).transpose(0, 2, 1, 3).reshape(-1, WIDTH)
        x = layer_norm(x + linear(attended, "attended"), layer["norms"][0])
        inner = jax.nn.gelu(linear(x, "inner"), approximate=False)
        x = layer_norm(x + drop(linear(inner, "outer"), .1), layer["norms"][1])
    return x.reshape(count, size, WIDTH)
