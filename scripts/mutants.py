#!/usr/bin/env python3
"""Switches Boolean functions of a folder off (`return false`) and on (`return true`), one at a time, and tells which
nothing notices: no case of cases/, no unit test of the folder, not the approved page of the bundled story.

All functions are given a switch in a copy of the tree (build/mutants/tree), which is built once; a mutant is then only an
environment variable. A first run of all tests tells which of them reach which function: only those are run, and the
first that notices ends it. The tree itself is never changed. An interrupted run goes on where it stopped, as long as
nothing in the tree has changed; else it begins anew.

The last line of the log (build/mutants/FOLDER-SEED.log) is the sum.

examples:
  scripts/mutants.py factboxes                    forty functions drawn with seed 1, off and on
  scripts/mutants.py factboxes statements stories --drawn 40 --seed 7
  scripts/mutants.py factboxes --only is_needed   functions of this name, drawn or not
  scripts/mutants.py factboxes --only lines/      functions of these files
  scripts/mutants.py stories --list               the Boolean functions there are; builds nothing
  FACTBOX_MUTANT=-12 build/mutants/tree/build/release/case_runner cases/factboxes/cuts.case
                                                  by hand, from build/mutants/tree: function 12 off (12: on)
"""
import argparse, concurrent.futures, hashlib, os, pathlib, random, re, shutil, subprocess, sys, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
HOME = ROOT / 'build/mutants'
COPY = HOME / 'tree'
BUILD = COPY / 'build/release'
COPIED = ('src', 'tests', 'cases', 'cmake', 'data', 'samples', 'fuzz', 'bench', 'web', 'scripts')
LINKED = ('models', 'third_party')
DEFINITION = re.compile(r'^[ \t]*(?:\[\[nodiscard\]\]\s*)?(?:(?:static|inline|constexpr|virtual)\s+)*bool\s+(?!operator)([\w:]+)\(', re.M)
SWITCH = r'''// Which mutant is on: FACTBOX_MUTANT=12 (function 12 returns true) or -12 (false). FACTBOX_MUTANT_HITS=FILE: which were reached.
#pragma once
#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <type_traits>
struct FactboxMutants {
  int chosen = 0;
  const char* file = std::getenv("FACTBOX_MUTANT_HITS");
  std::array<std::atomic<bool>, 4096> hits{};
  FactboxMutants() {
    if (const char* value = std::getenv("FACTBOX_MUTANT")) { chosen = std::atoi(value); }
  }
  FactboxMutants(const FactboxMutants&) = delete;
  ~FactboxMutants() {
    std::FILE* out = file == nullptr ? nullptr : std::fopen(file, "a");
    if (out == nullptr) { return; }
    for (unsigned n = 0; n < hits.size(); ++n) {
      if (hits[n]) { std::fprintf(out, "%u\n", n); }
    }
    std::fclose(out);
  }
};
inline int factbox_mutant(int number) {
  static FactboxMutants mutants;
  if (mutants.file != nullptr) { mutants.hits[static_cast<unsigned>(number)] = true; }
  return mutants.chosen == number ? 1 : mutants.chosen == -number ? -1 : 0;
}
'''


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folders', nargs='+', metavar='FOLDER', help='of src/: factboxes, statements, stories …')
    parser.add_argument('--drawn', type=int, default=40, metavar='N', help='functions drawn in each folder (40)')
    parser.add_argument('--seed', type=int, default=1, metavar='N', help='of the drawing (1)')
    parser.add_argument('--only', metavar='WORDS', help='no drawing: all whose place or name holds these words')
    parser.add_argument('--jobs', type=int, default=2, metavar='N', help='at a time (2)')
    parser.add_argument('--list', action='store_true', help='list the functions and stop')
    return parser.parse_args()


def closing(text, at, pair):
    """The place of the bracket that closes the one at `at`; brackets in strings and comments don't count."""
    depth, n = 0, at
    while n < len(text):
        if text.startswith('//', n): n = text.find('\n', n)
        elif text[n] == '"':
            n += 1
            while text[n] != '"': n += 2 if text[n] == '\\' else 1
        elif text.startswith("'", n) and (m := re.compile(r"'(\\.[^']*|[^'\\])'").match(text, n)): n = m.end() - 1
        elif text[n] == pair[0]: depth += 1
        elif text[n] == pair[1]:
            depth -= 1
            if depth == 0: return n
        n += 1
    return -1


def functions_in(text):
    """Name, line and the place behind the opening brace of every Boolean function with a body; whether it is constexpr."""
    for m in DEFINITION.finditer(text):
        end = closing(text, m.end() - 1, '()')
        rest = re.compile(r'\)\s*(?:const\b\s*)?(?:noexcept\b\s*)?(?:override\b\s*)?(?:final\b\s*)?\{').match(text, end) if end > 0 else None
        if rest: yield m[1], text.count('\n', 0, m.start(1)) + 1, rest.end(), 'constexpr' in m[0]


def files_of(folder):
    return sorted(p for p in (ROOT / 'src' / folder).rglob('*') if p.suffix in ('.cpp', '.h') and not p.stem.endswith(('_test', '_test_world')))


def write(path, content):
    """Writes only what differs, so that only that is built anew."""
    content = content.encode() if isinstance(content, str) else content
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def all_functions(folders):
    """Every function of the folders, numbered from 1: (number, shown place, name, path, place of its body, constexpr or not)."""
    found = []
    for folder in sorted(set(folders)):
        if not (ROOT / 'src' / folder).is_dir(): sys.exit(f'mutants: no folder src/{folder}')
        for path in files_of(folder):
            for name, line, body, constant in functions_in(path.read_text()):
                found.append((len(found) + 1, f'{path.relative_to(ROOT)}:{line}', name, path, body, constant))
    return found


def switch(number, constant):
    words = f' if (const int fb_mutant = ::factbox_mutant({number}); fb_mutant != 0) {{ return fb_mutant > 0; }}'
    return f' if (!std::is_constant_evaluated()) {{{words} }}' if constant else words


def copy_tree(functions):
    """The tree as it stands, with a switch in every function. Returns a hash of it all."""
    total, kept = hashlib.sha256(), set()
    switched = {}
    for number, _, _, path, body, constant in functions: switched.setdefault(path, []).append((body, switch(number, constant)))
    for top in COPIED + ('CMakeLists.txt', 'CMakePresets.json'):
        for path in sorted((ROOT / top).rglob('*')) if (ROOT / top).is_dir() else [ROOT / top]:
            if not path.is_file() or '__pycache__' in path.parts: continue
            content = path.read_bytes()
            if path in switched:
                text = content.decode()
                for body, words in sorted(switched[path], reverse=True): text = text[:body] + words + text[body:]
                content = f'#include "mutant_switch.h"\n{text}'.encode()
            total.update(str(path.relative_to(ROOT)).encode() + b'\0' + content)
            write(COPY / path.relative_to(ROOT), content)
            kept.add(COPY / path.relative_to(ROOT))
    write(COPY / 'src/mutant_switch.h', SWITCH)
    kept.add(COPY / 'src/mutant_switch.h')
    for top in COPIED:
        for path in (COPY / top).rglob('*'):
            if path.is_file() and path not in kept: path.unlink()
    for name in LINKED:
        if not (COPY / name).exists(): (COPY / name).symlink_to((ROOT / name).resolve())
    return total.hexdigest()[:16]


def build(targets):
    environment = dict(os.environ)
    environment.setdefault('CCACHE_BASEDIR', str(ROOT))
    environment.setdefault('CCACHE_NOHASHDIR', '1')
    extra = ['-DCMAKE_CXX_COMPILER_LAUNCHER=ccache', '-DCMAKE_C_COMPILER_LAUNCHER=ccache'] if shutil.which('ccache') else []
    for command in (['cmake', '--preset', 'release', *extra], ['cmake', '--build', str(BUILD), '-j', '2', '--target', *targets]):
        done = subprocess.run(command, cwd=COPY, env=environment, capture_output=True, text=True)
        if done.returncode: sys.exit(f'mutants: {" ".join(command)} failed:\n{done.stdout[-3000:]}{done.stderr[-2000:]}')


class Test:
    """One thing that may notice: a case file, the unit tests of a folder, the approved page."""

    def __init__(self, name, command, output=None):
        self.name, self.command, self.output, self.seconds, self.reaches = name, command, output, 0.0, set()

    def fails(self, mutant=0, hits=None):
        environment = {**os.environ, 'FACTBOX_MUTANT': str(mutant)}
        if hits: environment['FACTBOX_MUTANT_HITS'] = str(hits)
        limit = 20 + 5 * self.seconds if self.seconds else 600
        try: done = subprocess.run(self.command, cwd=COPY, env=environment, capture_output=True, timeout=limit)
        except subprocess.TimeoutExpired: return True
        return done.returncode != 0 or (self.output is not None and done.stdout != self.output)

    def rehearse(self):
        hits = HOME / ('hits-' + re.sub(r'\W', '-', self.name))
        hits.unlink(missing_ok=True)
        began = time.time()
        if self.fails(hits=hits): sys.exit(f'mutants: {self.name} fails without any mutant; mend that first')
        self.seconds = time.time() - began
        self.reaches = {int(n) for n in hits.read_text().split()} if hits.exists() else set()
        hits.unlink(missing_ok=True)
        return self


def all_tests(folders):
    tests = []
    for path in sorted((COPY / 'cases').rglob('*.case')):
        name = str(path.relative_to(COPY))
        tests.append(Test(name, [str(BUILD / 'case_runner'), name]))
    for folder in folders:
        program = BUILD / f'src/{folder}/{folder}_test'
        if program.exists(): tests.append(Test(f'{folder}_test', [str(program), '--gtest_brief=1', '--gtest_fail_fast']))
    page = (ROOT / 'tests/approved/talks.json').read_bytes()
    tests.append(Test('approved page', [str(BUILD / 'factbox'), 'compile', str(ROOT / 'samples/talks'), '--outlets', str(ROOT / 'samples/outlets.tsv'),
                                        '--story', 'Kalvania Tarsenia talks', '--format', 'json'], page))
    return tests


def verdict(number, sign, tests):
    """Who notices first; None: nobody; 'unreached': no test even comes there."""
    able = [t for t in tests if number in t.reaches]
    if not able: return 'unreached'
    for test in able:
        if test.fails(sign * number): return test.name
    return None


def run_folder(folder, functions, tests, tree, options):
    own = [f for f in functions if f[1].startswith(f'src/{folder}/')]
    if options.only: drawn = [f for f in own if options.only in f'{f[1]} {f[2]}']
    else: drawn = sorted(random.Random(options.seed).sample(own, min(options.drawn, len(own))))
    log = HOME / f'{folder}-{options.only.replace("/", "-") if options.only else options.seed}.log'
    known = log.read_text().split('\n') if log.exists() else []
    lines = [l for l in known[1:] if l.startswith(('off ', 'on '))] if known[:1] == [f'tree {tree}'] else []
    log.write_text('\n'.join([f'tree {tree}', *lines, '']))
    # Those of the folder first, then the others, the quick ones before the slow.
    ordered = sorted(tests, key=lambda t: (t.name == 'approved page', f'/{folder}/' not in t.name, t.seconds))

    def one(function, sign):
        number, place, name = function[:3]
        word, start = ('on', 1) if sign > 0 else ('off', -1), time.time()
        word = word[0]
        for line in lines:
            if line.split('\t')[0].split()[0] == word and line.endswith(f'\t{place} {name}'): return line
        by = verdict(number, sign, ordered)
        told = {None: 'UNNOTICED', 'unreached': 'UNNOTICED, no test comes there'}.get(by, f'noticed by {by}')
        line = f'{word:4}{number:5}\t{told}\t{place} {name}'
        with open(log, 'a') as out: out.write(line + '\n')
        print(f'{line}   ({time.time() - start:.1f} s)', flush=True)
        return line

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        lines_now = list(pool.map(lambda job: one(*job), [(f, sign) for f in drawn for sign in (-1, 1)]))
    unnoticed = {w: sum('UNNOTICED' in l for l in lines_now if l.startswith(w)) for w in ('off', 'on')}
    page_only = sum('by approved page' in l for l in lines_now if l.startswith('off'))
    n = len(drawn)
    share = lambda k: f'{k} ({100 * k / n:.0f} %)' if n else '0'
    total = (f'{folder}: {n} of {len(own)} Boolean functions drawn, seed {options.seed}: unnoticed off {share(unnoticed["off"])}, '
             f'on {share(unnoticed["on"])}; off noticed only by the approved page {page_only}; tree {tree}')
    with open(log, 'a') as out: out.write(total + '\n')
    for line in lines_now:
        if 'UNNOTICED' in line: print(line)
    print(total)


def main():
    options = arguments()
    functions = all_functions(options.folders)
    if options.list:
        for number, place, name, *_ in functions: print(f'{number:5}  {place} {name}')
        return
    HOME.mkdir(parents=True, exist_ok=True)
    tree = copy_tree(functions)
    print('mutants: building', file=sys.stderr, flush=True)
    build(['case_runner', 'factbox_cli_program', *(f'{f}_test' for f in options.folders)])
    print('mutants: all tests once, to see what they reach', file=sys.stderr, flush=True)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        tests = list(pool.map(Test.rehearse, all_tests(options.folders)))
    for folder in options.folders: run_folder(folder, functions, tests, tree, options)


if __name__ == '__main__':
    main()
