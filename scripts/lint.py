#!/usr/bin/env python3
"""Runs clang-tidy 14 over the tree and says what it finds; exit 1 where it finds anything.

Most of clang-tidy's time goes into the headers of the standard library, again for every file. So files are read many at
a time, as one: those of a folder that name no two things alike in their unnamed namespaces, and those of several folders. What
can't be compiled with the others is read apart. What was found clean is remembered (in the build folder, by the bytes of the file,
of what it includes, and of .clang-tidy) and isn't read again.

examples:
  scripts/lint.py                         the files changed since main, and those not committed
  scripts/lint.py --since HEAD~3          since another commit
  scripts/lint.py --all                   everything
  scripts/lint.py --product               what the product is made of: src without its tests
  scripts/lint.py src/base src/sources    these folders or files
  scripts/lint.py --all --counts          how many findings for each folder and check
  scripts/lint.py src/base --fix          lets clang-tidy mend what it can (one batch at a time)
  scripts/lint.py --all --checks='-clang-analyzer-*'    leaves out the slow half
"""
import argparse, collections, concurrent.futures, hashlib, json, pathlib, re, subprocess, sys, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = 'clang-tidy-14'
TOPS = ('src', 'tests', 'fuzz', 'bench')
FINDING = re.compile(r'^(/[^:]+):(\d+):\d+: (?:warning|error): (.*?) \[([\w.,-]+)\]$')
BATCH = 24  # at most so many files as one; twice as many take a gigabyte and win little


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('paths', nargs='*', help='files or folders; none: what changed')
    parser.add_argument('--all', action='store_true', help='the whole tree')
    parser.add_argument('--product', action='store_true', help='src without its tests')
    parser.add_argument('--since', default='main', metavar='COMMIT', help='what changed since this commit (main)')
    parser.add_argument('--build', default='build/release', metavar='FOLDER', help='a configured build (build/release)')
    parser.add_argument('--jobs', type=int, default=2, metavar='N', help='at a time (2)')
    parser.add_argument('--checks', metavar='LIST', help='added to those of .clang-tidy, as clang-tidy takes them')
    parser.add_argument('--counts', action='store_true', help='a table of folders and checks instead of the findings')
    parser.add_argument('--fix', action='store_true', help='mend what clang-tidy can mend; look at the difference')
    return parser.parse_args()


def compile_commands(build):
    """Our files, each with what tells apart how it is compiled, as far as clang-tidy cares; and the words that all share."""
    path = ROOT / build / 'compile_commands.json'
    if not path.exists(): sys.exit(f'lint: no {path}; configure first: cmake --preset {pathlib.Path(build).name}')
    files, shared = {}, {}
    for entry in json.loads(path.read_text()):
        file = pathlib.Path(entry['file'])
        if file.is_relative_to(ROOT) and file.relative_to(ROOT).parts[0] in TOPS:
            words = entry['command'].replace('-isystem ', '-isystem').replace('\\"', '"')
            files[file] = tuple(re.findall(r' (-std=\S+|-m\S+)', words))
            shared.update(dict.fromkeys(re.findall(r' ((?:-D|-I|-isystem)\S+)', words)))
    return files, [*shared, '-Wall', '-Wextra', '-Wpedantic', '-Wconversion', '-Wshadow', '-Wnon-virtual-dtor', '-Werror']


def git(*words):
    return subprocess.run(['git', '-C', ROOT, *words], capture_output=True, text=True, check=True).stdout.split('\n')


def includes_of(path, known):
    """All headers of ours that a file includes, those of its headers too."""
    if path not in known:
        known[path] = set()
        found = set()
        for name in re.findall(r'^#include "([^"]+)"', path.read_text(), re.M):
            for base in (ROOT / 'src', path.parent, ROOT / 'tests/case_runner', ROOT / 'fuzz', ROOT / 'bench'):
                if (header := (base / name).resolve()).is_file():
                    found |= {header} | includes_of(header, known)
                    break
        known[path] = found
    return known[path]


def chosen(options, commands, known):
    if options.all: return sorted(commands)
    if options.product: return sorted(f for f in commands if f.is_relative_to(ROOT / 'src') and not f.stem.endswith('_test'))
    if options.paths:
        wanted = [pathlib.Path(p).resolve() for p in options.paths]
        return sorted(f for f in commands if any(f == w or f.is_relative_to(w) for w in wanted))
    names = git('diff', '--name-only', options.since, '--') + git('ls-files', '--others', '--exclude-standard')
    changed = {ROOT / n for n in names if n}
    return sorted(f for f in commands if f in changed or includes_of(f, known) & changed)


def own_names(path):
    """What a file names at the left margin of its unnamed namespaces, macros and test suites included: two files of a folder that share one can't be read as one."""
    names, inside, folder = set(), False, path.relative_to(ROOT).parent.parts[:2]
    for line in path.read_text().split('\n'):
        if line.startswith('namespace {'): inside = True
        elif line.startswith('}  // namespace') and len(line.split()) == 3: inside = False
        elif line.startswith('#define '): names.add(re.split(r'[( ]+', line)[1])
        elif line.startswith('TEST('): names.add((folder, re.split(r'[(,]+', line)[1]))
        elif line.startswith(('using ', 'namespace ')): names.update((folder, n) for n in re.findall(r'(\w+) =', line))
        elif inside and line[:1].strip() and not line.startswith('//'):
            names.update((folder, n) for n in re.findall(r'(\w+)(?=\(| = |\{| \{|;|\[|$)', line))
    return names


def batches_of(files, commands):
    """Files that are compiled in one way, as many together as go, tests apart since they include more; all batches of about a length."""
    groups = collections.defaultdict(list)
    for file in files: groups[(file.stem.endswith('_test'), commands[file])].append(file)
    batches = []
    for (_, words), members in groups.items():
        open_batches = [([], set()) for _ in range(-(-len(members) // BATCH))]
        for file in members:
            names = own_names(file)
            for batch, taken in sorted(open_batches, key=lambda b: len(b[0])):
                if len(batch) < BATCH and not names & taken:
                    batch.append(file)
                    taken |= names
                    break
            else:
                open_batches.append(([file], names))
        batches += [(batch, words) for batch, _ in open_batches]
    return sorted(batches, key=lambda b: -len(b[0]))


def key_of(file, words, options, known):
    total = hashlib.sha256(repr((words, options.checks)).encode() + (ROOT / '.clang-tidy').read_bytes())
    for path in [file, *sorted(includes_of(file, known))]:
        total.update(str(path.relative_to(ROOT)).encode() + b'\0' + path.read_bytes())
    return total.hexdigest()[:32]


def run_tool(files, words, options, memory):
    main = files[0]
    if len(files) > 1:
        main = memory / f'{files[0].stem}_{len(files)}.cpp'
        # Each program's own `main` is another one here.
        main.write_text(''.join(f'#define main main_of_{n}\n#define LLVMFuzzerTestOneInput fuzz_{n}\n#include "{f}"\n#undef main\n#undef LLVMFuzzerTestOneInput\n' for n, f in enumerate(files)))
    command = [TOOL, '--quiet', f'--header-filter=^{ROOT}/(src|tests|fuzz|bench)/']
    if options.checks: command.append(f'--checks={options.checks}')
    if options.fix: command.append('--fix')
    done = subprocess.run([*command, str(main), '--', *words, '-Wno-unknown-warning-option'], capture_output=True, text=True)
    found = set()
    for line in done.stdout.split('\n'):
        # Sources included by a batch are no mistake; what is wrong in others' headers isn't ours.
        if (m := FINDING.match(line)) and m[1].startswith(f'{ROOT}/') and not m[1].startswith(f'{memory}/') and 'bugprone-suspicious-include' not in m[4]: found.add((m[1], int(m[2]), m[3], m[4].replace(',-warnings-as-errors', '')))
    if done.returncode < 0 or (done.returncode and not found): found.add((str(main), 0, (done.stdout + done.stderr).strip()[-300:], 'failed'))
    return found


def read_batch(batch, options, memory):
    files, words = batch
    found = run_tool(files, words, options, memory)
    broken = {path for path, _, _, check in found if check in ('clang-diagnostic-error', 'failed')}
    if len(files) == 1 or not broken: return found
    apart = [f for f in files if str(f) in broken] or files[:len(files) // 2]
    rest = [f for f in files if f not in apart]
    parts = [rest, apart] if rest else [[f] for f in files]
    return set().union(*(read_batch((part, words), options, memory) for part in parts))


def main():
    options, known = arguments(), {}
    commands, shared = compile_commands(options.build)
    memory = ROOT / options.build / 'lint'
    memory.mkdir(exist_ok=True)
    files = chosen(options, commands, known)
    keys = {f: memory / f'{key_of(f, commands[f], options, known)}.clean' for f in files}
    unread = [f for f in files if not keys[f].exists()]
    began, findings, done = time.time(), set(), len(files) - len(unread)
    with concurrent.futures.ThreadPoolExecutor(1 if options.fix else options.jobs) as pool:
        futures = {pool.submit(read_batch, (b, [*shared, *own]), options, memory): b for b, own in batches_of(unread, commands)}
        for future in concurrent.futures.as_completed(futures):
            found, read = future.result(), futures[future]
            done += len(read)
            for path, line, what, check in sorted(found - findings):
                if not options.counts: print(f'{pathlib.Path(path).relative_to(ROOT)}:{line}: {what} [{check}]', flush=True)
            findings |= found
            if not options.fix:
                told = {pathlib.Path(path) for path, *_ in found}
                for file in read:
                    if not told & ({file} | includes_of(file, known)): keys[file].touch()
            print(f'lint: {done} of {len(files)} files, {len(findings)} findings, {time.time() - began:.0f} s', file=sys.stderr, flush=True)
    if options.counts:
        table = collections.Counter(('/'.join(pathlib.Path(p).relative_to(ROOT).parts[:2]), check) for p, _, _, check in findings)
        for (folder, check), n in sorted(table.items()): print(f'{n:5}  {folder:20} {check}')
    print(f'lint: {len(findings)} findings in {len(files)} files')
    return bool(findings)


sys.exit(main())
