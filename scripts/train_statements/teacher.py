"""What the large reader holds likely of reports without labels."""
import jax, jax.numpy as jnp
import minilm
from decoding import soften
from make_fixture import weights_of
from pieces import read_pieces
from train_large import Beside, cut


def read_by_large(path, folder, documents, texts):
    """The cues that the large reader may have found, with what it holds likely."""
    _, p = weights_of(path)
    p = jax.tree.map(jnp.array, p | {"heads": {name: part for name, part in p.items() if name not in ("beside", "differences")}})
    published = minilm.published(folder)
    beside, known = Beside(published), []
    for i in range(0, len(documents), 100):  # what the layers make of a text takes much room
        some = documents[i:i + 100]
        read_pieces(some, texts[i:i + 100], folder)
        cut(some)
        beside.read(p, some)
        known += soften(p["heads"], some)
        for d in some:
            for part in ("rows", "there", "places", "beside"):
                del d[part]
    return known
