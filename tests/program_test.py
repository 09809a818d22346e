#!/usr/bin/env python3
"""The program as its users meet it: whole runs, exit statuses, messages, and the approved page of the bundled story.

  program_test.py PROGRAM            what ctest runs
  program_test.py PROGRAM --update   writes the approved page anew, to be reviewed as a difference"""
import gzip, json, os, pathlib, random, subprocess, sys, tempfile, unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SAMPLE = [str(ROOT / 'samples/talks'), '--outlets', str(ROOT / 'samples/outlets.tsv'), '--story', 'Kalvania Tarsenia talks']
APPROVED = {'text': 'talks.txt', 'json': 'talks.json', 'html': 'talks.html'}


def run(*words, stdin=b'', cwd=None):
    done = subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, cwd=cwd, timeout=300)
    return done.returncode, done.stdout, done.stderr.decode(errors='replace')


def report(**fields):
    return json.dumps(fields, ensure_ascii=False) + '\n'


TEXT = 'The ferry sank off Lisport on Monday, the coast guard said. Nine people were rescued, Mayor Ana Ruiz told reporters.'


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, content):
        path = pathlib.Path(self.folder.name) / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)


class ApprovedPage(unittest.TestCase):
    def test_the_bundled_story_makes_the_approved_page(self):
        for form, name in APPROVED.items():
            status, page, messages = run('compile', *SAMPLE, '--format', form)
            self.assertEqual(status, 0, messages)
            approved = (ROOT / 'tests/approved' / name).read_bytes()
            self.assertTrue(page == approved, f'the page differs from tests/approved/{name}; if it should, '
                            'run tests/program_test.py PROGRAM --update and review the difference')

    def test_the_page_passes_the_check(self):
        with tempfile.TemporaryDirectory() as folder:
            page = os.path.join(folder, 'page.json')
            run('compile', *SAMPLE, '--format', 'json', '--output', page)
            status, findings, messages = run('check', page, SAMPLE[0], *SAMPLE[1:3])
            self.assertEqual(status, 0, messages)
            self.assertFalse([f for f in map(json.loads, findings.splitlines()) if f['severity'] == 'E'])

    def test_every_word_of_a_statement_is_evidence_byte_for_byte(self):
        _, reports, _ = run('extract', SAMPLE[0], *SAMPLE[1:3])
        texts = {r['id']: r for r in map(json.loads, reports.splitlines())}
        page = json.loads(run('compile', *SAMPLE, '--format', 'json')[1])
        lines = [line for section in page['sections'] for line in section['lines']]
        self.assertGreaterEqual(len(lines), 10)
        for line in lines:
            covered = ''
            for e in line['evidence']:
                words = texts[e['report']][e['field']].encode()[e['start']:e['end']].decode()
                self.assertEqual(words, e['text'])
                covered += ' ' + words
            self.assertFalse([w for w in line['statement'].replace('[…]', ' ').split() if w not in covered], line['id'])


class SameInputSamePage(Folder):
    def test_order_and_threads_change_nothing(self):
        lines = (ROOT / 'samples/talks/reports.jsonl').read_text().splitlines(keepends=True)
        pages = set()
        for seed, jobs in ((0, '1'), (1, '2'), (2, '7')):
            random.Random(seed).shuffle(lines)
            path = self.file(f'{seed}.jsonl', ''.join(lines))
            status, page, messages = run('compile', path, '--jobs', jobs, '--format', 'json', *SAMPLE[1:])
            self.assertEqual(status, 0, messages)
            pages.add(page)
        self.assertEqual(len(pages), 1)


class WhenItGoesWrong(Folder):
    def test_no_story_has_the_words(self):
        status, page, messages = run('compile', *SAMPLE[:3], '--story', 'volcano lava Halvik')
        self.assertEqual((status, page), (1, b''))
        self.assertIn('Halvik', messages)

    def test_wrong_usage(self):
        for words in (['compile', '--format', 'pdf', SAMPLE[0]], ['compile', '--as-of', 'soon', SAMPLE[0]], ['fly'], []):
            self.assertEqual(run(*words)[0], 2, words)

    def test_broken_lines_cost_a_message_each_and_nothing_beside_them(self):
        path = self.file('r.jsonl', report(id='a', outlet='Coast Daily', published='2026-04-13', text=TEXT) + '{"id": "b", \n'
                         + report(id='c', text=7) + report(id='d') + report(id='e', title='Ferry sinks', published='yesterday'))
        status, out, messages = run('extract', path)
        self.assertEqual(status, 3)
        self.assertEqual([json.loads(l)['id'] for l in out.splitlines()], ['a', 'e'])
        for line in (2, 3, 4):
            self.assertIn(f'r.jsonl:{line}', messages)

    def test_files_that_are_no_reports(self):
        good = self.file('good.jsonl', report(id='a', outlet='Coast Daily', published='2026-04-13', text=TEXT))
        for name, content in (('empty.jsonl', b''), ('noise.bin', bytes(range(256)) * 40), ('cut.gz', gzip.compress(b'{"id":"b","text":"' + TEXT.encode())[:-20])):
            status, out, messages = run('extract', self.file(name, content), good)
            self.assertEqual(status, 3, name)
            self.assertIn(name, messages)
            self.assertEqual([json.loads(l)['id'] for l in out.splitlines()], ['a'], name)
        self.assertEqual(run('extract', '/no/such/file', good)[0], 3)

    def test_a_compressed_bomb_is_refused(self):
        bomb = self.file('bomb.jsonl.gz', gzip.compress(b'{"id":"a","text":"' + b'a' * 300_000_000))
        status, _, messages = run('extract', bomb)
        self.assertEqual(status, 3)
        self.assertIn('bomb.jsonl.gz', messages)

    def test_a_hundred_thousand_nested_tags(self):
        page = self.file('deep.html', '<!DOCTYPE html><html><body>' + '<div>' * 100_000 + TEXT)
        status, _, messages = run('extract', page)
        self.assertIn(status, (0, 3))
        self.assertIn('deep.html', messages)

    def test_a_very_long_text_is_read_up_to_a_limit_and_that_is_said(self):
        path = self.file('long.jsonl', report(id='a', outlet='Coast Daily', published='2026-04-13', text=TEXT * 60_000))
        status, out, messages = run('parse', '--format', 'jsonl', path)
        self.assertEqual(status, 0, messages)
        self.assertIn('long.jsonl', messages)

    def test_a_title_cannot_harm_a_page(self):
        hostile = '<script>alert(1)</script>\u202E\x07 Ferry sinks'
        path = self.file('h.jsonl', ''.join(report(id=str(i), outlet='Coast <b>Daily</b>', title=hostile, published='2026-04-13', text=TEXT,
                                                   url='javascript:alert(1)') for i in range(3)))
        for form in ('html', 'text', 'md'):
            status, page, messages = run('compile', path, '--format', form)
            self.assertEqual(status, 0, messages)
            harms = ['\u202E', '\x07', 'href="javascript'] + ([] if form == 'text' else ['<script>alert'])
            for harm in harms:
                self.assertNotIn(harm, page.decode().replace('\\<', '\\'), form)

    def test_thorough_reading_without_its_model_says_what_to_run(self):
        status, out, messages = run('analyse', '--thorough', '--minilm', '/nowhere', '-', stdin=report(text=TEXT).encode())
        self.assertEqual((status, out), (4, b''))
        self.assertEqual(messages.count('\n'), 1, messages)
        self.assertIn('./setup', messages)

    def test_a_missing_model_says_what_to_run(self):
        status, _, messages = run('--model', self.folder.name, 'parse', '-', stdin=TEXT.encode())
        self.assertEqual(status, 4)
        self.assertIn('./setup', messages)

    def test_a_full_disk_leaves_nothing_half_written(self):
        if not os.path.exists('/dev/full'):
            self.skipTest('no /dev/full here')
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, 'compile', *SAMPLE], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 4)
        status, _, messages = run('compile', *SAMPLE, '--output', os.path.join(self.folder.name, 'no/such/folder/page.txt'))
        self.assertEqual(status, 4, messages)

    def test_undated_reports(self):
        path = self.file('u.jsonl', report(id='a', outlet='Coast Daily', text=TEXT))
        status, page, messages = run('compile', path, '--format', 'json')
        self.assertEqual(status, 0, messages)
        self.assertIsNone(json.loads(page)['as_of'])
        status, _, messages = run('compile', path, '--as-of', '2026-04-13')
        self.assertEqual(status, 1)
        self.assertIn('without a date', messages)


@unittest.skipUnless((ROOT / 'models/all-minilm-l6-v2-0.1.0').exists(), 'MiniLM is missing; run ./setup')
class ThoroughReading(Folder):
    def test_finds_who_said_what(self):
        status, out, messages = run('analyse', '--thorough', '-', stdin=report(text=TEXT).encode())
        self.assertEqual(status, 0, messages)
        said = [[TEXT.encode()[begin:end].decode() for part in ('source', 'content') for begin, end in statement[part]]
                for statement in json.loads(out)['statements'] if statement['kind'] != 'plain']
        self.assertEqual(said, [['the coast guard', 'The ferry sank off Lisport on Monday'],
                                ['Mayor Ana Ruiz', 'Nine people were rescued']])

    def test_makes_a_page(self):
        path = self.file('r.jsonl', report(id='a', outlet='Coast Daily', published='2026-04-13', text=TEXT))
        status, page, messages = run('compile', '--thorough', path)
        self.assertEqual(status, 0, messages)
        self.assertIn('Nine people were rescued, Mayor Ana Ruiz told reporters', ' '.join(page.decode().split()))


class Help(unittest.TestCase):
    def test_every_command_has_help_with_an_example(self):
        status, out, _ = run('--help')
        self.assertEqual(status, 0)
        for command in ('extract', 'parse', 'analyse', 'stories', 'relate', 'compile', 'check', 'demo'):
            self.assertIn(command, out.decode())
            status, words, _ = run(command, '--help')
            self.assertEqual(status, 0, command)
            self.assertIn('factbox ' + command, words.decode(), command)

    def test_version(self):
        status, out, _ = run('--version')
        self.assertEqual(status, 0)
        self.assertRegex(out.decode(), r'^factbox \d+\.\d+\.\d+')


def update():
    folder = ROOT / 'tests/approved'
    folder.mkdir(exist_ok=True)
    for form, name in APPROVED.items():
        status, page, messages = run('compile', *SAMPLE, '--format', form)
        print(f'{name}: {len(page)} bytes, status {status}\n{messages}')
        (folder / name).write_bytes(page)


if __name__ == '__main__':
    if '--update' in sys.argv:
        update()
    else:
        unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=1)
