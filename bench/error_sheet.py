#!/usr/bin/env python3
"""Draws errors at random from what the scorer kept, for a reader who judges their causes.

  bench/error_sheet.py SCORERS KEPT... [--seed 15] [--words]

KEPT is MEASURE:GOLD:DIR:SHARE, one a measure (attribution, chains, times, figures): the set, the folder that `statements.py
MEASURE GOLD --keep DIR` wrote, and how many errors to draw there. Prints one line an error: number, measure, document, offsets
(code points), kind; with --words the text around it as well, which doesn't go into the tree. SCORERS is the scorers' folder."""
import argparse, gzip, importlib, json, random, sys

AROUND = 160


def opened(path): return gzip.open(path, 'rt', encoding='utf-8') if path.endswith('.gz') else open(path, encoding='utf-8')
def lines(path): return [json.loads(line) for line in opened(path) if line.strip()]
def key(record): return record.get('id') or record.get('doc_id')
def hull(spans): return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else (0, 0)


def attribution_errors(gold, got, scorer):
    """Missed and false alarms by the scorer's pairing of contents; pairs of other words or another source."""
    tokens = scorer.toks(gold['text'])
    words = [gold['text'][a:b].lower() for a, b in tokens]
    def sets(one): return [scorer.wordset(one.get(k, []), tokens) for k in ('source', 'cue', 'content')]
    def core(tokens_of): return {i for i in tokens_of if words[i] not in scorer.STOP} or set(tokens_of)
    wanted = [(one, sets(one)) for one in gold['attributions']]
    found = [(one, sets(one)) for one in got['attributions']]
    wanted, found = ([x for x in side if x[1][2]] for side in (wanted, found))
    pairs = sorted(((2 * len(a[1][2] & b[1][2]) / (len(a[1][2]) + len(b[1][2])), len(a[1][1] & b[1][1]) > 0, i, j)
                    for i, a in enumerate(wanted) for j, b in enumerate(found) if a[1][2] & b[1][2]),
                   key=lambda t: (-t[0], -t[1], t[2], t[3]))
    left, right = set(range(len(wanted))), set(range(len(found)))
    for dice, _, i, j in pairs:
        if i not in left or j not in right: continue
        left.discard(i); right.discard(j)
        a, b = wanted[i], found[j]
        same_source = (not a[1][0] and not b[1][0]) or bool(core(a[1][0]) & core(b[1][0]))
        if dice < 0.5: yield 'other words', hull(a[0]['content']), (a[0], b[0])
        elif not same_source: yield 'other source', hull(a[0]['content']), (a[0], b[0])
    for i in sorted(left): yield 'missed', hull(wanted[i][0]['content']), (wanted[i][0], None)
    for j in sorted(right): yield 'false alarm', hull(found[j][0]['content']), (None, found[j][0])


def chain_errors(gold, got, _):
    def members(one): return [(m['span'], m['role']) for m in one['chain'] if m.get('span')]
    def view(one): return {k: one.get(k) for k in ('chain', 'claim', 'modality')}
    if sorted(map(str, members(gold))) != sorted(map(str, members(got))): yield 'chain', hull(gold['claim']), (view(gold), view(got))
    elif gold['modality'] and gold['modality'] != got['modality']: yield 'modality', hull(gold['claim']), (gold['modality'], got['modality'])


def time_errors(gold, got, _):
    mine, used = sorted(got['timexes'], key=lambda t: t['start']), set()
    for want in sorted(gold['timexes'], key=lambda t: t['start']):
        near = [((x['start'], x['end']) != (want['start'], want['end']), n) for n, x in enumerate(mine)
                if n not in used and x['start'] < want['end'] and want['start'] < x['end']]
        span = (want['start'], want['end'])
        if not near:
            yield 'missed', span, (want, None)
            continue
        other, n = min(near)
        used.add(n)
        if want['value'] != mine[n]['value']: yield 'value', span, (want, mine[n])
        elif other: yield 'span', span, (want, mine[n])
    for n, x in enumerate(mine):
        if n not in used: yield 'false alarm', (x['start'], x['end']), (None, x)


def figure_errors(gold, got, scorer):
    used = set()
    def same(text): return scorer.u(text)
    for want in gold['quantities']:
        near = [(same(x['normalized_unit']) != same(want['normalized_unit']), x['change'] != want['change'], n)
                for n, x in enumerate(got['quantities']) if n not in used and scorer.eq(scorer.val(x['value']), scorer.val(want['value']))]
        if not near:
            yield 'missed', (0, 0), (want, None)
            continue
        unit, change, n = min(near)
        used.add(n)
        if unit: yield 'unit', (0, 0), (want, got['quantities'][n])
        if change: yield 'change', (0, 0), (want, got['quantities'][n])
    for n, x in enumerate(got['quantities']):
        if n not in used: yield 'false alarm', (0, 0), (None, x)


MEASURES = {'attribution': (attribution_errors, 'score_attribution'), 'chains': (chain_errors, None),
            'times': (time_errors, None), 'figures': (figure_errors, 'score_quantity')}


def errors_of(measure, gold_path, folder):
    errors, scorer = MEASURES[measure]
    scorer = importlib.import_module(scorer) if scorer else None
    kept = {key(one): one for one in lines(f'{folder}/pred.jsonl')}
    for gold in lines(gold_path):
        for kind, span, pair in errors(gold, kept[key(gold)], scorer):
            yield key(gold), span, kind, pair, gold.get('text') or gold.get('sentence')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('scorers'); parser.add_argument('kept', nargs='+')
    parser.add_argument('--seed', type=int, default=15); parser.add_argument('--words', action='store_true')
    asked = parser.parse_args()
    sys.path.insert(0, asked.scorers)
    number = 0
    for one in asked.kept:
        measure, gold, folder, share = one.split(':')
        found = list(errors_of(measure, gold, folder))
        drawn = random.Random(asked.seed).sample(found, min(int(share), len(found)))
        print(f'# {measure}: {len(found)} errors, {len(drawn)} drawn')
        for document, (begin, end), kind, pair, text in sorted(drawn, key=lambda d: (d[2], d[0], d[1])):
            number += 1
            print(f'{number}\t{measure}\t{document}\t{begin}-{end}\t{kind}')
            if asked.words:
                print('   ', text[max(0, begin - AROUND):begin].replace('\n', '/') + '[[' + text[begin:end].replace('\n', '/') + ']]' +
                      text[end:end + AROUND].replace('\n', '/') if end else text[:400].replace('\n', '/'))
                for side, name in zip(pair, ('wanted', 'got')):
                    if isinstance(side, dict) and 'content' in side:
                        side = {k: ' // '.join(text[s:e] for s, e in side.get(k) or []) for k in ('source', 'cue', 'content')}
                    print('    ', name, json.dumps(side, ensure_ascii=False))


if __name__ == '__main__':
    main()
