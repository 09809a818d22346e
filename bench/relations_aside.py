#!/usr/bin/env python3
"""Scores `factbox relate` on the pairs that its reader of pairs was not taught with.

  bench/relations_aside.py PROGRAM [PAIRS_DIR]

PAIRS_DIR holds the four sets that scripts/train_pairs.sh names; by default ../shared/data/stories/pairs, and where that
isn't, nothing is done. Which story belongs to which half is told by scripts/train_statements/pair_sets.py. Printed: figures
of each set, then pairs a second. The typed reading's rules were made with all of news_relations.dev in sight."""
import json, os, pathlib, subprocess, sys, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'scripts/train_statements'))
from pair_sets import RELATIONS, read_rows, told


def side(x):
    """A sentence as a report."""
    return {'text': x} if isinstance(x, str) else {'text': x['text'], 'outlet': x.get('outlet') or None, 'published': x.get('published') or None}


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder = sys.argv[2] if len(sys.argv) == 3 else str(ROOT.parent / 'shared/data/stories/pairs')
    if not os.path.isdir(folder):
        print(f'no pairs in {folder}: nothing to do')
        return
    rows = [(kind, row, allowed) for kind, kept, row, allowed in read_rows(folder) if kept]
    lines = ''.join(json.dumps({'id': str(n), 'a': side(row['a']), 'b': side(row['b'])}) + '\n' for n, (_, row, _) in enumerate(rows))
    began = time.time()
    done = subprocess.run([sys.argv[1], 'relate', '-'], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    took, answers = time.time() - began, []
    for line in map(json.loads, done.stdout.splitlines()):
        kind, _, allowed = rows[int(line['id'])]
        # One relation is all that is told: its likelihood is 1. How surely it is one matter goes with "different".
        likely = [float(line['relation'] == r) for r in RELATIONS]
        if kind == 'events': likely[4] = 1 - line['score']
        answers.append((kind, likely, allowed))
    print(told(answers, ranked=False).replace('; ', '\n'))
    print(f'{len(rows) / took:.0f} pairs a second, all threads')


if __name__ == '__main__':
    main()
