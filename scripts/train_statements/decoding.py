"""From documents to batches, and from the network's answers to attributions."""
import numpy as np
from features import BEFORE, EMBEDDINGS, NO_TOKEN, WIDTH, tree_path
from network import forward

STEP, CUES = 320, 14  # tokens whose cues belong to a chunk; cues a chunk holds
CHUNK = BEFORE + STEP + WIDTH - BEFORE
# How much likelihoods of none, source, content weigh: whole sources and contents come out right more often so (the
# program's decoding.cpp has the same).
WEIGHTS = np.array([1, 2.2, 1.65], np.float32)
THRESHOLD = 0.4  # a token begins a cue where the network holds that likelier than this


def chunks(documents, cues, shift=0):
    for k, d in enumerate(documents):
        for first in range(-shift, len(d["start"]), STEP):
            mine = [c for c in cues[k] if first <= c[0] < first + STEP]
            for j in range(0, max(1, len(mine)), CUES):
                yield k, first - BEFORE, mine[j:j + CUES]


def batch(documents, examples, chunk=CHUNK, most=CUES):
    size = len(examples)
    f = dict(vectors=np.zeros((size, chunk, 192), np.float32), ids=np.zeros((size, chunk, len(EMBEDDINGS)), np.int32),
             mask=np.zeros((size, chunk), np.float32), cue=np.zeros((size, most), np.int32),
             path=np.full((size, most, WIDTH), NO_TOKEN, np.int32))
    y = dict(cue=np.zeros((size, chunk, 3), np.float32), cue_mask=np.zeros((size, chunk), np.float32),
             there=np.zeros((size, most), np.float32), parts=np.zeros((size, most, WIDTH, 3), np.float32))
    y["parts"][..., 0] = 1
    if "beside" in documents[0]:
        f["beside"] = np.zeros((size, chunk, documents[0]["beside"].shape[1]), np.float32)
    for b, (k, origin, cues) in enumerate(examples):
        d = documents[k]
        n = len(d["start"])
        first, past = max(0, origin), min(n, origin + chunk)
        s, e = first - origin, past - origin
        f["vectors"][b, s:e] = np.concatenate([d["vector"][first:past], d["vector"][d["head"][first:past]]], 1)
        f["mask"][b, s:e] = 1
        for i, (name, *_) in enumerate(EMBEDDINGS):
            f["ids"][b, s:e, i] = d[name][first:past]
        if "beside" in f:
            f["beside"][b, s:e] = d["beside"][first:past]
        y["cue"][b, s:e] = d["cue_likely"][first:past] if "cue_likely" in d else np.eye(3)[d["cue_label"][first:past]]
        y["cue_mask"][b, BEFORE:BEFORE + STEP] = f["mask"][b, BEFORE:BEFORE + STEP]
        for j, (cue, _, *known) in enumerate(cues):
            f["cue"][b, j] = cue - origin
            y["there"][b, j] = 1
            u, v = max(0, cue - BEFORE), min(n, cue - BEFORE + WIDTH)
            f["path"][b, j, u - cue + BEFORE:v - cue + BEFORE] = tree_path(d, cue, u, v)
            if len(known) == 1:  # how likely each token is what
                y["parts"][b, j] = known[0]
                continue
            source, content = known
            for label, span in ((2, content), (1, source)):
                for i in span:
                    if u <= i < v:
                        y["parts"][b, j, i - cue + BEFORE] = np.eye(3)[label]
    return f, y


def over(p, documents, examples):
    for i in range(0, len(examples), 16):
        some = examples[i:i + 16]
        cue, parts = forward(p, batch(documents, some + [some[-1]] * (16 - len(some)))[0])
        yield from zip(some, np.array(cue), np.array(parts))


def cues_of(likely, threshold):
    found, i = [], 0
    while i < len(likely):
        if likely[i, 1] > threshold or (likely[i, 0] < 1 - threshold and likely[i, 2] < likely[i, 1]):
            j = i + 1
            while j < len(likely) and likely[j, 2] > max(likely[j, 0], likely[j, 1]):
                j += 1
            found.append((i, j, [], []))
            i = j
        else:
            i += 1
    return found


def find_cues(p, documents, threshold):
    likely = [np.zeros((len(d["start"]), 3), np.float32) for d in documents]
    for (k, origin, _), cue, _ in over(p, documents, list(chunks(documents, [[]] * len(documents)))):
        past = min(len(likely[k]), origin + BEFORE + STEP)
        likely[k][origin + BEFORE:past] = cue[BEFORE:past - origin]
    return [cues_of(each, threshold) for each in likely]


def soften(p, documents, threshold=.2):
    """What the network holds likely, as what another may learn from: each token's likelihoods of cues, and those of parts
    for the cues that it may have found. Returns the cues of each document."""
    for d in documents:
        d["cue_likely"] = np.zeros((len(d["start"]), 3), np.float32)
    for (k, origin, _), cue, _ in over(p, documents, list(chunks(documents, [[]] * len(documents)))):
        past = min(len(documents[k]["start"]), origin + BEFORE + STEP)
        documents[k]["cue_likely"][origin + BEFORE:past] = cue[BEFORE:past - origin]
    found = [cues_of(d["cue_likely"], threshold) for d in documents]
    known = [[] for _ in documents]
    for (k, _, cues), _, parts in over(p, documents, list(chunks(documents, found))):
        known[k] += [(cue, past, likely.astype(np.float16)) for (cue, past, *_), likely in zip(cues, parts)]
    return known


def analyse(p, documents, threshold=THRESHOLD):
    out = [[] for _ in documents]
    for (k, origin, cues), _, parts in over(p, documents, list(chunks(documents, find_cues(p, documents, threshold)))):
        d = documents[k]
        n = len(d["start"])
        for (cue, past, *_), scores in zip(cues, parts):
            label = (scores * WEIGHTS).argmax(1)
            label[:max(0, BEFORE - cue)] = 0
            label[max(0, n - cue + BEFORE):] = 0
            content = np.where(label == 2)[0]
            for u, v in zip(content, content[1:]):  # heal gaps of one or two tokens
                if 1 < v - u <= 3:
                    label[u + 1:v] = np.where(label[u + 1:v] == 0, 2, label[u + 1:v])
            span = lambda w: [[int(d["start"][cue - BEFORE + i]), int(d["end"][cue - BEFORE + i])] for i in np.where(label == w)[0]]
            if len(content):
                out[k].append({"source": span(1), "cue": [[int(d["start"][cue]), int(d["end"][past - 1])]], "content": span(2)})
    return out
