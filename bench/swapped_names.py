#!/usr/bin/env python3
"""Tells whether who said what is read by how sentences are built, or by names that a table knows.

    bench/swapped_names.py [chains] [attribution] [--program build/factbox] [--shared ../shared] [--seeds 3]
                           [--what outlets|bodies|people|places|all] [--thorough] [--keep DIR]

In the development sets the names of people, bodies, outlets and places are replaced by invented ones of the same form:
as many letters, vowels for vowels, capitals for capitals, so that every labelled span stays where it is. Words that texts write
small as well ("Ministry", "Valley") stay, and so do the words that many outlets' names end in ("Post", "Times"), by which anybody
would know them; --what all-words replaces those of outlets as well. Scores the sets as they are and, from as many seeds, replaced;
and tells both halves apart: errors may be read in the even one (crc32 of the id), so the odd one says what carries over.
Without ../shared it says so and leaves."""
import argparse, collections, gzip, json, pathlib, random, re, subprocess, sys, tempfile, zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORD = re.compile(r"[^\W_]+")
VOWELS = 'aeiou'
# Clusters of letters by length, so that what is invented can be spoken.
CLUSTERS = {('v', 1): 'a e i o u'.split(), ('v', 2): 'ai ea ee ia io oa oo ou'.split(), ('v', 3): 'eia iou oua'.split(),
            ('c', 1): list('bdfgklmnprstvz'), ('c', 2): 'nd nt rk ld mb rn ll ss st lm rv nk'.split(),
            ('c', 3): 'str ntr ndr rst mpl nst'.split(), ('first', 1): list('bdfgklmnprstvz'),
            ('first', 2): 'br dr gr tr kl pl sk st sh th fl kr'.split(), ('first', 3): 'str spr skr'.split()}
TYPES = {'PERSON': 'people', 'ORG': 'bodies', 'GPE': 'places', 'LOC': 'places', 'FAC': 'places'}
CHAINS = ['member', 'member+role', 'chain exact', 'anonymous']
WANTED = {'chains': CHAINS, 'attribution': ['pair_lenient', 'source|content']}


def opened(path): return gzip.open(path, 'rt', encoding='utf-8') if path.name.endswith('.gz') else open(path, encoding='utf-8')
def lines(path): return [json.loads(line) for line in opened(path) if line.strip()]
def key(record): return record.get('id') or record.get('doc_id')
def text_of(record): return record.get('sentence') or record['text']
def half_of(record): return 'odd' if zlib.crc32(key(record).encode()) % 2 else 'even'


def table(name): return [line.rstrip('\n').split('\t') for line in open(ROOT / 'data/en' / name) if line.strip() and line[0] != '#']


def invented(word, seed):
    """A word of the same form; the same one for the same word and seed."""
    chance = random.Random(f'{seed}:{word.lower()}')
    made = []
    for run in re.findall(f'[{VOWELS}]+|[^{VOWELS}]+', word.lower()):
        kind = 'v' if run[0] in VOWELS else 'c' if made else 'first'
        while run:
            size = min(len(run), 3)
            made.append(chance.choice(CLUSTERS[kind, size]))
            run = run[size:]
    return ''.join(new.upper() if old.isupper() else new for old, new in zip(word, ''.join(made)))


class Names:
    """What names a text holds, by the program's own reading, the table of outlets and the labels."""
    def __init__(self, what, texts):
        self.what = what
        kept = {row[0] for row in table('source_nouns.tsv') if row[1] in ('masthead', 'outlet', 'media', 'story', 'poll')}
        self.endings = set() if what == 'all-words' else kept
        self.nouns = {row[0] for row in table('source_nouns.tsv') if row[1] in ('outlet', 'media', 'story', 'poll', 'person', 'reporter')}
        self.titles = {word.lower() for row in table('titles.tsv') for word in WORD.findall(row[0])}
        small = collections.Counter(word for text in texts for word in WORD.findall(text) if word.islower())
        self.ordinary = {word for word, times in small.items() if times > 1}
        names = [name for row in table('outlets.tsv')[1:] for name in [row[0], *row[1].split('|')] if name]
        self.outlets = re.compile(r'(?<!\w)(?:' + '|'.join(sorted(map(re.escape, names), key=len, reverse=True)) + r')(?!\w)')

    def wants(self, kind): return self.what in ('all', 'all-words', kind)

    def words_of(self, name, outlet):
        """Those of a name's words that nothing but the name has."""
        for word in WORD.findall(name):
            low = word.lower()
            if not word[0].isupper() or low in self.titles or low in self.nouns or low in self.endings: continue
            if outlet and self.what == 'all-words' or low not in self.ordinary and (outlet or len(word) > 2): yield word

    def replaced(self, record, read):
        """The words to replace in the record's text."""
        text, words, others = text_of(record), set(), set()
        raw = text.encode()
        for one in read.get('times', []): others.update(WORD.findall(raw[slice(*one['span'])].decode()))
        for one in read.get('entities', []):
            name = raw[slice(*one['span'])].decode()
            outlet = one.get('kind') in ('outlet', 'agency')
            kind = 'outlets' if outlet else TYPES.get(one['type'])
            if kind is None: others.update(WORD.findall(name))  # nationalities
            if kind and self.wants(kind): words.update(self.words_of(name, outlet))
        if self.wants('outlets'):
            for found in self.outlets.finditer(text): words.update(self.words_of(found.group(), True))
            for member in record.get('chain', []):
                if member['role'] == 'outlet': words.update(self.words_of(member['text'], True))
        return words - others


def swapped(record, words, seed):
    """The record with those words replaced, in its labels' words and its outlet too."""
    def new(text): return WORD.sub(lambda found: invented(found.group(), seed) if found.group() in words else found.group(), text)
    made = json.loads(json.dumps(record))
    made['sentence' if record.get('sentence') else 'text'] = new(text_of(record))
    made['outlet'] = new(record.get('outlet') or '')
    for member in made.get('chain', []): member['text'] = new(member['text'])
    return made


def figures(options, what, records, folder):
    """The scorer's figures by name, of records written to the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    gold = folder / 'gold.jsonl'
    gold.write_text(''.join(json.dumps(record, ensure_ascii=False) + '\n' for record in records), encoding='utf-8')
    command = [sys.executable, options.shared / 'scorers/statements.py', what, gold, '--factbox', options.program, '--keep', folder]
    done = subprocess.run([*map(str, command), *(['--thorough'] if options.thorough else [])], stdout=subprocess.PIPE, encoding='utf-8')
    if done.returncode: sys.exit(done.returncode)
    found = {}
    for line in done.stdout.split('-- two')[0].splitlines():
        for name in WANTED[what]:
            if line.startswith(name) and not line[len(name):len(name) + 1].isalpha() and name not in found and line[len(name)] != '+':
                value = re.search({'chain exact': r'exact ([\d.]+)', 'source|content': r'partial ([\d.]+)'}.get(name, r'F1 +([\d.]+)'), line)
                if value: found[name] = float(value.group(1))
    return found


def analyses_of(program, records):
    reports = ''.join(json.dumps({'id': f'r{n}', 'text': text_of(record)}) + '\n' for n, record in enumerate(records))
    done = subprocess.run([program, 'analyse', '-'], input=reports, stdout=subprocess.PIPE, encoding='utf-8', check=True)
    return {one['id']: one for one in map(json.loads, done.stdout.splitlines())}


def measure(options, what, path, work):
    records = lines(path)
    names = Names(options.what, [text_of(record) for record in records] + [text_of(one) for one in lines(options.polnear)])
    read = analyses_of(options.program, records)
    words = [names.replaced(record, read[f'r{n}']) for n, record in enumerate(records)]
    touched = sum(1 for record, some in zip(records, words) if some & set(WORD.findall(text_of(record))))
    print(f'{what}: {len(records)} records, {touched} of them with replaced names')
    print(f'{"":24}' + ''.join(f'{name:>15}' for name in WANTED[what]))
    for half in ('both', 'even', 'odd'):
        chosen = [n for n, record in enumerate(records) if half in ('both', half_of(record))]
        rows = [('as is', [figures(options, what, [records[n] for n in chosen], work / f'{what}-{half}')])]
        rows.append((f'swapped, {options.seeds} seeds', [
            figures(options, what, [swapped(records[n], words[n], seed) for n in chosen], work / f'{what}-{half}-{seed}')
            for seed in range(1, options.seeds + 1)]))
        for label, runs in rows:
            means = [sum(run[name] for run in runs) / len(runs) for name in WANTED[what]]
            print(f'{half:5} {label:18}' + ''.join(f'{mean:15.1f}' for mean in means), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('sets', nargs='*', help='chains, attribution; both if none is named')
    parser.add_argument('--program', default=str(ROOT / 'build/factbox'))
    parser.add_argument('--shared', type=pathlib.Path, default=ROOT.parent / 'shared')
    parser.add_argument('--seeds', type=int, default=3)
    parser.add_argument('--what', choices=['outlets', 'bodies', 'people', 'places', 'all', 'all-words'], default='all')
    parser.add_argument('--thorough', action='store_true'); parser.add_argument('--keep', type=pathlib.Path)
    options = parser.parse_args()
    data = options.shared / 'data/statements'
    if not data.is_dir():
        return print(f'skipped: no labelled sets in {data}')
    paths = {'chains': data / 'chains.dev.jsonl.gz', 'attribution': data / 'polnear.dev.jsonl.gz'}
    options.polnear = paths['attribution']
    with tempfile.TemporaryDirectory() as made:
        for what in options.sets or paths: measure(options, what, paths[what], options.keep or pathlib.Path(made))


if __name__ == '__main__':
    main()
