#!/usr/bin/env python3
"""Compares the tokenizer and the features of its words with spaCy's, text by text.

    python bench/compare_tokens_with_spacy.py build/release/bench/print_tokens [--fuzz 20000] [--seed 1] [FILE...]
    python bench/compare_tokens_with_spacy.py --write src/language/words/odd_texts.jsonl --fuzz 200 --seed 7

FILEs hold a text in JSON Lines ("text") or are taken whole. --fuzz makes odd texts: exceptions, web
addresses, units, emoji, marks of direction, rare white space, names of symbols, any code point. Prints
the first differences; exit 1 if there is one. --write keeps spaCy's answers instead, for the tests to hold the
tokenizer to where there is no spaCy. It needs Python 3.11 with spaCy 3.8.
"""
import argparse
import json
import pathlib
import random
import struct
import subprocess
import sys

import spacy
from spacy.symbols import IDS

MODEL = 'models/en_core_web_sm-3.8.0'
URLS = ['http://example.com/a?b=c#d', 'https://user:pw@host.example.org:8080/x', 'www.example.co.uk',
        'a.b@c.example', 'ftp://10.0.0.1/x', '192.168.1.1', '8.8.8.8:53', 'mailto:x@y.zz',
        'example.com,', '(http://example.com/(a))', 'x://y', 'a:b:c@d.ef', '@name', '#tag', 'u/r']
UNITS = ['km', 'km²', 'kg', 'm/s', '%', 'GB', '°C.', '°F', 'K', 'mph', '$', 'US$', 'C$', '€', '£', 'кг', 'كم',
         'T', 'lb', 'hPa', '₽', '5', '10', '3.5', '1,000', '٣', '²', '½', '-', '+', '--', '...', '…', '..']
SPACES = [' ', ' ', ' ', ' ', '  ', '\n', '\n\n', '\t', '\xa0', '\u3000', '\x85', '\x1c', '\u2028', '\u200b',
          '\u2009', '\r\n', '\u1680', '\x0b', '\u180e', '\ufeff']
ODD = ['😀', '👨\u200d👩\u200d👧', '🇮🇷', '\u200e', '\u202e', '\u2066', '\u0301', 'İ', 'Σ', 'ΑΣ', 'ΟΔΟΣ', 'ß',
       'ǅ', 'ﬀ', 'ñ', 'Ж', 'ж', '漢字', 'カナ', 'हिन्दी', 'تهران', 'שלום', '①', 'Ⅷ', '᠎', '\x00', '\x7f', 'A' * 99,
       'a' * 100, 'é' * 120, '\U0001e900', '\U000e0001', '\uffff', 'ª', 'ʰ', 'ͅ', 'Ⓐ']
MARKS = list('.,;:!?¿()[]{}<>_#*&"\'`´‘’“”„«»–—-~/\\|@^=+%$§') + ['--', '---', '——', "'s", '’s', "n't", '...']
WORDS = ['the', 'Tehran', 'U.S.', 'U.K', 'e.g.', 'a.m.', '5a.m.', '12pm', 'ID', 'nsubj', 'X', 'mother-in-law',
         'and/or', 'I', "O'Neill", 'co-operate', 'word.Next', 'word,next', 'A1:b', '2-3', '1990s', "'90s",
         'cannot', 'gonna', 'IDs', 'ROOT', '_', 'PERSON', 'x-ray', 'No.', 'Mr.', 'Inc', 'don', 'na', 'S.']


def fuzzed(count, seed, exceptions):
    pick = random.Random(seed)
    symbols = list(IDS)

    def piece():
        kind = pick.random()
        if kind < .25: return pick.choice(exceptions)
        if kind < .40: return pick.choice(MARKS)
        if kind < .55: return pick.choice(WORDS)
        if kind < .65: return pick.choice(UNITS)
        if kind < .70: return pick.choice(URLS)
        if kind < .80: return pick.choice(ODD)
        if kind < .85: return pick.choice(symbols)
        if kind < .90: return ''.join(chr(pick.randrange(33, 127)) for _ in range(pick.randrange(1, 8)))
        limit = pick.choice([0x250, 0x3000, 0xd800, 0xd800, 0x110000])
        codes = (pick.randrange(limit) for _ in range(pick.randrange(1, 4)))
        return ''.join(chr(code) for code in codes if not 0xd800 <= code < 0xe000)

    for _ in range(count):
        glue = pick.random()
        yield ''.join(piece() + (pick.choice(SPACES) if pick.random() < glue else '')
                      for _ in range(pick.randrange(1, 9)))


def texts_of(path):
    text = pathlib.Path(path).read_text(encoding='utf-8')
    if path.endswith('.jsonl'):
        return [json.loads(line)['text'] for line in text.splitlines() if line.strip()]
    return [text]


def cut_by_us(program, texts):
    frames = b''.join(struct.pack('<I', len(data)) + data for data in (t.encode() for t in texts))
    lines = iter(subprocess.run([program], input=frames, stdout=subprocess.PIPE, check=True).stdout.decode().split('\n'))
    return [[tuple(map(int, next(lines).split())) for _ in range(int(next(lines)))] for _ in texts]


def cut_by_spacy(doc):
    at = 0
    for token in doc:
        size = len(token.text.encode())
        yield (at, at + size, int(bool(token.whitespace_)), token.norm, token.prefix, token.suffix, token.shape,
               int(token.is_space))
        at += size + len(token.whitespace_)


def write(path, nlp, texts):
    """A line a text: each token as begin, end, space behind it, norm, shape."""
    with open(path, 'w', encoding='utf-8') as out:
        for text in texts:
            doc = nlp.make_doc(text)
            tokens = [[*cut[:3], token.norm_, token.shape_] for token, cut in zip(doc, cut_by_spacy(doc))]
            out.write(json.dumps({'text': text, 'tokens': tokens}) + '\n')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program', nargs='?')
    parser.add_argument('files', nargs='*')
    parser.add_argument('--fuzz', type=int, default=0)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--write', metavar='FILE')
    args = parser.parse_args()
    nlp = spacy.load(MODEL, exclude=['tok2vec', 'tagger', 'parser', 'senter', 'attribute_ruler', 'lemmatizer', 'ner'])
    texts = [text for path in args.files for text in texts_of(path)]
    texts += fuzzed(args.fuzz, args.seed, list(nlp.tokenizer.rules))
    if args.write: return write(args.write, nlp, texts)
    tokens = different = 0
    for text, ours in zip(texts, cut_by_us(args.program, texts)):
        theirs = list(cut_by_spacy(nlp.make_doc(text)))
        tokens += len(theirs)
        if ours == theirs: continue
        different += 1
        if different > 10: continue
        print('text', ascii(text)[:400])
        for name, cut in (('only ours  ', set(ours) - set(theirs)), ('only spaCy ', set(theirs) - set(ours))):
            for row in sorted(cut)[:5]: print(' ', name, ascii(text.encode()[row[0]:row[1]].decode('utf-8', 'replace')), row)
    print(f'{len(texts)} texts, {tokens} tokens, {different} texts with differences')
    return different > 0


sys.exit(main())
