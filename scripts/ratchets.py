"""Figures that may only fall: scripts/ratchets.tsv says how much of each is allowed today. scripts/tidy.py holds the tree to them.

Each counter gives the places that it counts, as "file:line: what"."""
import collections, pathlib, re

ROOT = pathlib.Path(__file__).resolve().parent.parent
SRC = ROOT / 'src'
TABLE = ROOT / 'scripts/ratchets.tsv'
MAX_CLASS = 250

# The labels of one treebank and of one English model: what a language's scheme turns into our own enums.
LABELS = set('''
  CC CD DT EX FW IN JJ JJR JJS LS MD NN NNS NNP NNPS PDT POS PRP PRP$ RB RBR RBS RP TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB
  ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB SPACE
  ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep det dobj
  expl intj meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct
  quantmod relcl xcomp
  PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE PERCENT MONEY QUANTITY ORDINAL CARDINAL'''.split())
# Where our own enums get the names that are printed.
NAMES_OF_OURS = 'texts/links'
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
WORD = re.compile(r"[a-z](?:[a-z' -]*[a-z.])?")
# What asks a text for a word: comparisons, and the functions of ours that compare.
ASKED = re.compile(r'(?:[=!]= ?|\b(?:is_word|is_lemma|starts_with|ends_with|contains|find|count)\([^"()]*)$')
LISTED = re.compile(r'std::array(?:<std::string_view\b[^>]*>)? k?\w+\s*\{')
LETTER = re.compile(r"[<>]=? '[AaZz]'|'[AaZz]' [<>]=?")
MARK = re.compile(r'// (English|not English): \S')  # behind the line, or above it; above a list: for all of it


def code_of(path):
    """The lines of a file, without comments."""
    return [re.sub(r'(^|\s)//.*', '', line) for line in path.read_text().split('\n')]


def sources(*but):
    for path in sorted(SRC.rglob('*')):
        shown = str(path.relative_to(SRC))
        if path.suffix in ('.cpp', '.h') and not path.stem.endswith('_test') and not shown.startswith(but): yield path, f'src/{shown}'


def schemes():
    """The folders of one language each: src/texts/en/ …"""
    return tuple(f'texts/{p.name}/' for p in (SRC / 'texts').iterdir() if p.is_dir()) if (SRC / 'texts').is_dir() else ()


def treebank_labels():
    for path, shown in sources('language/', 'readers/', 'outputs/parses', NAMES_OF_OURS, *schemes()):
        for number, line in enumerate(code_of(path), 1):
            for m in LITERAL.finditer(line):
                words = m[1].split()
                if words and all(word in LABELS for word in words): yield f'{shown}:{number}: "{m[1]}"'


def english_words(wanted=None):
    """Words that a text is asked for. What is marked `// not English: why` (a list's name, a rule's) doesn't count at all, nor a file
    with `// not English in this file: why`."""
    reading = ('reports/', 'texts/', 'mentions/', 'statements/', 'stories/', 'factboxes/')
    for path, shown in sources(NAMES_OF_OURS, *schemes()):
        if not shown[4:].startswith(reading): continue
        raw = path.read_text().split('\n')
        if any(line.startswith('// not English in this file: ') for line in raw): continue
        inside, of_list = False, None
        for number, line in enumerate(code_of(path), 1):
            above = raw[number - 2].strip() if number > 1 else ''
            m = MARK.search(raw[number - 1]) or MARK.match(above)
            mark = m[1] if m else of_list
            if not inside and LISTED.search(line): inside, of_list = True, mark
            for m in LITERAL.finditer(line):
                asked = ASKED.search(line[:m.start()]) or inside
                if asked and mark == wanted and WORD.fullmatch(m[1]) and m[1] not in LABELS: yield f'{shown}:{number}: "{m[1]}"'
            if line.rstrip().endswith(';'): inside, of_list = False, None


def english_words_with_a_reason():
    """What is marked `// English: why it stands in the code`."""
    return english_words('English')


def letters():
    """What is read letter by letter as if there were no others: text is asked through base/letters.h, bytes of a format through base/ascii.h."""
    for path, shown in sources('language/', 'base/letters', 'base/ascii'):
        for number, line in enumerate(code_of(path), 1):
            if LETTER.search(line): yield f'{shown}:{number}: {line.strip()[:80]}'


def circles(edges):
    """The sets of more than one that reach each other (Tarjan, without recursion)."""
    index, low, stack, on, found = {}, {}, [], set(), []
    for root in sorted(edges):
        work = [(root, iter(sorted(edges[root])))] if root not in index else []
        if work:
            index[root] = low[root] = len(index)
            stack.append(root), on.add(root)
        while work:
            node, rest = work[-1]
            for other in rest:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other), on.add(other)
                    work.append((other, iter(sorted(edges.get(other, ())))))
                    break
                if other in on: low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work: low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    members = []
                    while not members or members[-1] != node:
                        members.append(stack.pop())
                        on.discard(members[-1])
                    if len(members) > 1: found.append(sorted(members))
    return found


def includes():
    """A room is a source and its header; which rooms each includes."""
    edges = collections.defaultdict(set)
    for path, _ in sources():
        room = str(path.relative_to(SRC).with_suffix(''))
        edges[room] |= {name for name in re.findall(r'^#include "(\w+/[^"]+)\.h"', path.read_text(), re.M) if name != room}
    return edges


def rooms_in_circles():
    for circle in circles(includes()):
        for room in circle: yield f'src/{room}: in a circle of {len(circle)}: {" ".join(circle)}'


def folders_in_circles():
    """Folders inside a folder (factboxes/lines, factboxes/choice); a folder and one that it holds are no circle."""
    edges = collections.defaultdict(set)
    for room, others in includes().items():
        here = room.rpartition('/')[0]
        for other in others:
            there = other.rpartition('/')[0]
            if here != there and not f'{here}/'.startswith(f'{there}/') and not f'{there}/'.startswith(f'{here}/'): edges[here].add(there)
    for circle in circles(edges):
        for folder in circle: yield f'src/{folder}: in a circle of {len(circle)}: {" ".join(circle)}'


def long_classes():
    for path, shown in sources():
        lines = path.read_text().split('\n')
        for number, line in enumerate(lines):
            m = re.match(r'(\s*)(?:class|struct) (\w+)\b[^;]*\{$', line)
            if not m: continue
            end = next((n for n in range(number, len(lines)) if lines[n].startswith(m[1] + '}')), number)
            if end - number + 1 > MAX_CLASS: yield f'{shown}:{number + 1}: {m[2]} has {end - number + 1} lines, {MAX_CLASS} allowed'


def unnamed_headers():
    for path, shown in sources():
        if path.suffix != '.h': continue
        readmes = [p / 'README.md' for p in path.parents if p != SRC and SRC in p.parents and (p / 'README.md').exists()]
        named = any(re.search(rf'(?<![\w]){re.escape(path.stem)}(?![\w])', readme.read_text()) for readme in readmes)
        if not named: yield f'{shown}: stands in no README.md of its folder'


COUNTERS = {
    'treebank labels outside schemes': treebank_labels,
    'English words compared in code': english_words,
    'English words compared in code, with a reason': english_words_with_a_reason,
    'letters tested by A to Z': letters,
    'rooms in include circles': rooms_in_circles,
    'folders in include circles': folders_in_circles,
    'classes over 250 lines': long_classes,
    'headers that no README names': unnamed_headers,
}


# Not a figure to be brought down, but a limit.
LIMITS = {'English words compared in code, with a reason'}


def allowed():
    rows = [line.split('\t') for line in TABLE.read_text().split('\n') if line and not line.startswith('#')]
    return {what: int(figure) for what, figure in rows}


def check(errors, notes):
    figures = allowed()
    for what, counter in COUNTERS.items():
        places = list(counter())
        if what not in figures: errors.append(f'scripts/ratchets.tsv: no row for {what}')
        elif len(places) > figures[what]:
            errors.append(f'{what}: {len(places)}, {figures[what]} allowed, and the figure may only fall '
                          f'(scripts/tidy.py --list "{what}" shows them all)')
        elif len(places) < figures[what] and what not in LIMITS: notes.append(f'{what}: {len(places)} of {figures[what]} allowed: scripts/tidy.py --lower')


def lower():
    """Writes what there is today where it is less than what is allowed."""
    figures = allowed()
    head = [line for line in TABLE.read_text().split('\n') if line.startswith('#')]
    today = {what: figures[what] if what in LIMITS else len(list(counter())) for what, counter in COUNTERS.items()}
    rows = [f'{what}\t{min(figures.get(what, n), n)}' for what, n in today.items()]
    TABLE.write_text('\n'.join(head + rows) + '\n')
