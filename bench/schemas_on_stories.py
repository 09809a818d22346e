#!/usr/bin/env python3
"""Holds what the program prints on many stories to docs/schemas: pages, their checks and renderings, and analysed reports.

  schemas_on_stories.py PROGRAM [STREAMS] [--pages 200] [--reports 2000]

STREAMS is a folder of report streams (*.jsonl, .gz); by default ../shared/data/stories/streams, and where that isn't, nothing is done.
Prints what doesn't hold, then: pages made; pages with an error and with a warning by `check`, and by which rule; pages whose
rendering differs from what `compile` printed; reports analysed. Exit status 1 where anything doesn't hold."""
import argparse, collections, gzip, json, pathlib, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FORMATS = ('text', 'md', 'html', 'json', 'ninjs', 'jsonld', 'annotations', 'csv', 'docx')


def closed(node):
    """The schema with no field allowed but those that it describes."""
    if isinstance(node, dict):
        if 'properties' in node: node.setdefault('additionalProperties', False)
        for value in node.values(): closed(value)
    elif isinstance(node, list):
        for value in node: closed(value)
    return node


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program')
    parser.add_argument('streams', nargs='?', default=str(ROOT.parent / 'shared/data/stories/streams'))
    parser.add_argument('--pages', type=int, default=200)
    parser.add_argument('--reports', type=int, default=2000)
    args = parser.parse_args()
    try:
        import jsonschema
    except ImportError:
        sys.exit('python3-jsonschema is missing; ./setup test installs it')
    files = sorted(p for p in pathlib.Path(args.streams).glob('*.jsonl*') if p.suffix in ('.jsonl', '.gz'))
    if not files:
        print(f'no streams in {args.streams}: nothing to do')
        return 0
    schema = {name: jsonschema.Draft202012Validator(closed(json.loads((ROOT / f'docs/schemas/{name}.schema.json').read_text())))
              for name in ('factbox', 'analysis', 'finding', 'story')}
    failures, broken = [], collections.Counter()

    def run(*words):
        done = subprocess.run([args.program, *words], capture_output=True)
        return done.returncode, done.stdout

    def holds(name, what, value):
        for error in schema[name].iter_errors(value):
            failures.append(f'{what}: {name}, at {list(error.absolute_path)}: {error.message[:200]}')

    with tempfile.TemporaryDirectory() as folder:
        kept, page_file = pathlib.Path(folder) / 'reports.jsonl', pathlib.Path(folder) / 'page.json'
        pages = errors = warnings = different = analysed = 0
        for number, file in enumerate(files):
            opened = gzip.open(file, 'rt') if file.suffix == '.gz' else open(file)
            reports = {}
            with opened as lines:
                for line in lines:
                    report = json.loads(line)
                    if report.get('id'): reports.setdefault(report['id'], line)
            _, out = run('stories', str(file), '--min-reports', '5')
            stories = [json.loads(line) for line in out.splitlines()]
            for story in stories: holds('story', file.name, story)
            # As many of each stream as there are, none of which takes minutes.
            wanted = (args.pages - pages) // (len(files) - number)
            middling = [s for s in stories if len(s['reports']) <= 40 and all(r in reports for r in s['reports'])]
            step = max(1, len(middling) // max(wanted, 1))
            for story in middling[::step]:
                if wanted <= 0: break
                kept.write_text(''.join(reports[r] if reports[r].endswith('\n') else reports[r] + '\n' for r in story['reports']))
                status, page = run('compile', str(kept), '--format', 'json')
                if status not in (0, 3) or not page: continue  # no line, or none in a language that is read
                wanted, pages = wanted - 1, pages + 1
                holds('factbox', story['story'], json.loads(page))
                page_file.write_bytes(page)
                findings = [json.loads(line) for line in run('check', str(page_file), str(kept), '-f', 'jsonl')[1].splitlines()]
                for finding in findings: holds('finding', story['story'], finding)
                broken.update({f'rule {f["rule"]} ({f["severity"]})' for f in findings})
                errors += any(f['severity'] == 'E' for f in findings)
                warnings += any(f['severity'] == 'W' for f in findings)
                form = FORMATS[pages % len(FORMATS)]
                if run('render', str(page_file), '-f', form)[1] != run('compile', str(kept), '-f', form)[1]:
                    different += 1
                    failures.append(f'{story["story"]}: render and compile differ in {form}')
            some = list(reports.values())[:max(0, (args.reports - analysed) // (len(files) - number))]
            kept.write_text(''.join(line if line.endswith('\n') else line + '\n' for line in some))
            for line in run('analyse', str(kept), '--words')[1].splitlines():
                analysed += 1
                holds('analysis', file.name, json.loads(line))
    for failure in failures[:50]: print(failure)
    print(f'{pages} pages: {errors} with an error, {warnings} with a warning, {different} rendered otherwise; {analysed} reports analysed; '
          f'{len(failures)} failures')
    for rule, count in broken.most_common(): print(f'  {rule}: {count} pages')
    return 1 if failures or errors else 0


if __name__ == '__main__':
    sys.exit(main())
