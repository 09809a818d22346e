"""Word pieces of a document's tokens, and the segments in which MiniLM reads them. src/statements/large/ does the same
natively."""
import os
import numpy as np

PIECES, TOKENS = 256, 224  # a segment holds no more: two of the pieces mark its beginning and its end
CLASS, SEPARATOR, UNKNOWN = 101, 102, 100


def read_pieces(documents, texts, folder):
    """Adds to each document its tokens' pieces. A token of white space is a separator."""
    from tokenizers import Tokenizer
    tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    for d, text in zip(documents, texts):
        words = [text[a:b] for a, b in zip(d["start"], d["end"])]
        pieces = [e.ids or [UNKNOWN] if w.strip() else [SEPARATOR]
                  for w, e in zip(words, tokenizer.encode_batch([w if w.strip() else "x" for w in words], add_special_tokens=False))]
        pieces = [each[:PIECES - 2] for each in pieces]
        d["first_piece"] = np.cumsum([0] + [len(each) for each in pieces])
        d["pieces"] = np.array([piece for each in pieces for piece in each], np.int32)


def segment_end(d, first):
    """Where the segment that begins at token `first` ends: as far as it can hold tokens, but back to a sentence's
    beginning in its second half."""
    n = len(d["start"])
    past = min(first + TOKENS, int(np.searchsorted(d["first_piece"], d["first_piece"][first] + PIECES - 2, "right")) - 1)
    if past >= n:
        return n
    begins = np.where(d["sentence"][first + 1:past + 1] != d["sentence"][first:past])[0] + first + 1
    return int(begins[-1]) if len(begins) and begins[-1] - first > (past - first) // 2 else past


def segments(d, first=0):
    """The segments from token `first` on, as (first, past)."""
    while first < len(d["start"]):
        past = segment_end(d, first)
        yield first, past
        first = past


def fill(d, first, past, pieces, mask):
    """Writes a segment's pieces into a row; returns each token's place in it, its first piece's."""
    begin, end = d["first_piece"][first], d["first_piece"][past]
    size = end - begin
    pieces[0], pieces[1:1 + size], pieces[1 + size] = CLASS, d["pieces"][begin:end], SEPARATOR
    mask[:size + 2] = 1
    return d["first_piece"][first:past] - begin + 1
