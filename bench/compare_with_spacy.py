#!/usr/bin/env python3
"""Compares the language engine with spaCy, which the model was trained for.

    python3 bench/compare_with_spacy.py identity FILE[:LIMIT]...   the share of equal answers, column by column
    python3 bench/compare_with_spacy.py speed FILE                 tokens a second of both, in turns in one run

FILEs are JSON Lines with "text", .gz or not; with :LIMIT every nth is taken, so that LIMIT come from the whole file.
Where spaCy 3.8 isn't installed, a virtual environment is made in .venv-spacy (bench/spacy_requirements.txt). Our
programs come from --build (build/release). `identity --keep DIR` keeps spaCy's answers for the next time. Exit 1
where a column is below 99.99 %, or a token differs.
"""
import argparse
import gzip
import hashlib
import itertools
import json
import os
import pathlib
import pickle
import subprocess
import sys
import time
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
COLUMNS = ['tag', 'pos', 'morph', 'lemma', 'head', 'label', 'start']
THREADS = ['OPENBLAS_NUM_THREADS', 'OMP_NUM_THREADS', 'BLIS_NUM_THREADS']


def with_spacy():
    """Runs this script again where spaCy is, and with one thread for its arithmetic."""
    try:
        import spacy
        here = spacy.__version__.startswith('3.8.')
    except ImportError:
        here = False
    python = sys.executable
    if not here:
        folder = ROOT / '.venv-spacy'
        python = str(folder / 'bin/python')
        if not (folder / '.complete').exists():
            venv.create(folder, with_pip=True, clear=True)
            subprocess.run([python, '-m', 'pip', 'install', '-q', '-r', ROOT / 'bench/spacy_requirements.txt'], check=True)
            (folder / '.complete').touch()
    if not here or any(os.environ.get(name) != '1' for name in THREADS):
        os.execve(python, [python, *sys.argv], {**os.environ, **dict.fromkeys(THREADS, '1')})


def texts_of(named):
    path, _, limit = named.partition(':')
    with (gzip.open if path.endswith('.gz') else open)(path, 'rt', encoding='utf-8') as lines:
        texts = [text for line in lines if (text := json.loads(line).get('text'))]
    if not limit: return texts
    step = max(1, len(texts) // int(limit))
    return texts[::step][:int(limit)]


def load(**options):
    import spacy
    from thinc.api import NumpyOps, set_current_ops
    set_current_ops(NumpyOps(use_blis=False))  # numpy's OpenBLAS: faster here than spaCy's default
    return spacy.load(ROOT / 'models/en_core_web_sm-3.8.0', **options)


def byte_offsets(text):
    offsets = [0]
    offsets.extend(itertools.accumulate(len(c.encode()) for c in text))
    return offsets


def answer(doc):
    at = byte_offsets(doc.text)
    tokens = [(at[t.idx], at[t.idx + len(t.text)], t.tag_, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_,
               int(bool(t.is_sent_start))) for t in doc]
    return tokens, {(at[e.start_char], at[e.end_char], e.label_) for e in doc.ents}


def answers_of_spacy(texts, keep):
    key = hashlib.sha256('\0'.join(texts).encode()).hexdigest()[:16]
    path = pathlib.Path(keep) / f'{key}.pickle' if keep else None
    if path and path.exists(): return pickle.loads(path.read_bytes())
    nlp = load()
    answers = [answer(doc) for doc in nlp.pipe(texts, batch_size=16)]
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(answers))
    return answers


def answers_of_ours(texts, build):
    lines = ''.join(json.dumps({'id': str(i), 'text': text}) + '\n' for i, text in enumerate(texts))
    run = subprocess.run([build / 'factbox', 'parse', '--format', 'jsonl', '-'], input=lines.encode(),
                         stdout=subprocess.PIPE, check=True)
    answers = {}
    for line in run.stdout.decode().splitlines():
        parsed = json.loads(line)
        answers[int(parsed['id'])] = ([tuple(token) for token in parsed['tokens']],
                                      {tuple(entity) for entity in parsed['entities']})
    return [answers[i] for i in range(len(texts))]


def identity(args):
    texts = [text for named in args.files for text in texts_of(named)]
    tokens = recut = names = 0
    different = dict.fromkeys([*COLUMNS, 'name'], 0)
    for text, theirs, ours in zip(texts, answers_of_spacy(texts, args.keep), answers_of_ours(texts, args.build)):
        tokens += len(theirs[0])
        if [token[:2] for token in theirs[0]] != [token[:2] for token in ours[0]]:
            recut += 1
            print('other tokens:', ascii(text)[:200])
            continue
        for a, b in zip(theirs[0], ours[0]):
            for column, x, y in zip(COLUMNS, a[2:], b[2:]):
                if x == y: continue
                different[column] += 1
                if sum(different.values()) <= args.show:
                    print(f'{column}: {text.encode()[a[0]:a[1]].decode()!r} spaCy {x!r} ours {y!r}; bytes {a[:2]} of', ascii(text)[:60])
        names += len(theirs[1] | ours[1])
        different['name'] += len(theirs[1] ^ ours[1])
    print(f'{len(texts)} texts, {tokens} tokens, {names} names; texts cut into other tokens: {recut}')
    bad = recut > 0
    for column, count in different.items():
        share = 100 * (1 - count / max(1, names if column == 'name' else tokens))
        bad |= share < 99.99
        print(f'{column:6} {share:9.4f} %   {count} differ')
    return int(bad)


def speed(args):
    texts = list(itertools.chain.from_iterable(texts_of(named) for named in args.files))
    nlp = load()
    chosen, tokens = [], 0
    for text in texts:
        if tokens >= args.tokens: break
        chosen.append(text)
        tokens += len(nlp.make_doc(text))
    data = ''.join(json.dumps({'text': text}) + '\n' for text in chosen).encode()

    def spacy_rate(batch):
        began = time.process_time()
        for _ in nlp.pipe(chosen, batch_size=batch): pass
        return tokens / (time.process_time() - began)

    def our_figures():
        run = subprocess.run([args.build / 'bench/parse_speed', ROOT / 'models/en_core_web_sm-3.8.0'], input=data,
                             stdout=subprocess.PIPE, check=True)
        return json.loads(run.stdout)

    batch = max(args.batches, key=spacy_rate) if len(args.batches) > 1 else args.batches[0]
    ratios = []
    for turn in range(args.turns):
        before, theirs, after = our_figures(), spacy_rate(batch), our_figures()
        ours = (before['tokens_per_second'] + after['tokens_per_second']) / 2
        ratios.append(ours / theirs)
        print(f'turn {turn + 1}: spaCy {theirs:8.0f} tokens/s (batches of {batch}), ours {ours:8.0f}, {ratios[-1]:.2f} times', flush=True)
        print(f'  networks alone {after["networks_tokens_per_second"]:.0f} tokens/s; FMA peak {after["peak_gflops"]:.1f} GFLOPS; of it '
              f'{100 * after["nominal_share_of_peak"]:.0f} % by the 792,000 multiply-adds a token that the layers have, '
              f'{100 * after["network_share_of_peak"]:.0f} % by those really made')
        print(f'  tokenizer alone {after["tokenizer_tokens_per_second"]:.0f} tokens/s; two threads {after["two_threads"]:.2f} times one', flush=True)
    print(f'{len(chosen)} texts, {tokens} tokens; median of {len(ratios)} turns: {sorted(ratios)[len(ratios) // 2]:.2f} times spaCy')
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('what', choices=['identity', 'speed'])
    parser.add_argument('files', nargs='+')
    parser.add_argument('--build', type=pathlib.Path, default=ROOT / 'build/release')
    parser.add_argument('--keep', help='folder for spaCy\'s answers')
    parser.add_argument('--show', type=int, default=20, help='how many differences to print')
    parser.add_argument('--tokens', type=int, default=300_000)
    parser.add_argument('--turns', type=int, default=3)
    parser.add_argument('--batches', type=int, nargs='+', default=[8, 16, 64])
    args = parser.parse_args()
    with_spacy()
    return identity(args) if args.what == 'identity' else speed(args)


sys.exit(main())
