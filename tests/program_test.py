#!/usr/bin/env python3
"""The program as its users meet it: whole runs, exit statuses, messages, and the approved page of the bundled story.

  program_test.py PROGRAM            what ctest runs
  program_test.py PROGRAM --update   writes the approved page anew, to be reviewed as a difference"""
import gzip, json, os, pathlib, pty, random, re, resource, select, shutil, subprocess, sys, tempfile, time, unittest, xml.dom.minidom

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
        self.assertIn('well enough; the nearest are:\n  story-', messages)

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

    def test_reports_are_read_as_they_come(self):
        for words in (['extract'], ['stories', '--assignments']):
            with subprocess.Popen([PROGRAM, *words, '-'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as program:
                for name in ('a', 'b'):
                    program.stdin.write(report(id=name, outlet='Coast Daily', published='2026-04-13', text=name + TEXT).encode())
                    program.stdin.flush()
                    ready, _, _ = select.select([program.stdout], [], [], 60)  # the pipe stays open
                    self.assertTrue(ready, words)
                    self.assertEqual(json.loads(program.stdout.readline())['id'], name)
                program.stdin.close()

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
        self.assertEqual(json.loads(page)['compiled']['undated'], 1)
        status, _, messages = run('compile', path, '--as-of', '2026-04-13')
        self.assertEqual(status, 1)
        self.assertIn('without a date', messages)


class WhichReportsCount(Folder):
    def two(self, **second):
        return self.file('r.jsonl', report(id='a', outlet='Coast Daily', published='2026-04-13', text=TEXT)
                         + report(**{'id': 'b', 'outlet': 'Harbour Wire', 'published': '2026-04-13', 'text': 'The harbour of Lisport will stay closed until Friday, Minister Jan Holm said.', **second}))

    def test_only_what_a_speaker_said(self):
        status, out, messages = run('analyse', '--speaker', 'holm', self.two())
        self.assertEqual((status, [json.loads(l)['id'] for l in out.splitlines()]), (0, ['b']), messages)
        status, page, messages = run('compile', '--speaker', 'Ana Ruiz', '--format', 'json', self.two())
        self.assertEqual(status, 0, messages)
        lines = [line['text'] for section in json.loads(page)['sections'] for line in section['lines']]
        self.assertTrue(lines and all('Ruiz' in line for line in lines), lines)
        status, out, messages = run('stories', '--speaker', 'Jan Holm', self.two())
        self.assertEqual((status, [json.loads(l)['reports'] for l in out.splitlines()]), (0, [['b']]), messages)

    def test_a_speaker_whom_nobody_knows(self):
        for command in ('compile', 'analyse', 'stories'):
            status, out, messages = run(command, '--speaker', 'Jan Holmes', self.two())
            self.assertEqual((status, out), (1, b''), messages)
            self.assertIn('Jan Holm”', messages)

    def test_an_outlet_goes_by_the_name_that_pages_print(self):
        named = {'outlet': 'edition.coastdaily.example', 'url': 'https://edition.coastdaily.example/2026/04/13/ferry'}
        outlets = self.file('outlets.tsv', 'name\taliases\tdomains\tcountry\tagency\tfamily\nThe Coast Telegraph\tCT\tcoastdaily.example\tXC\tno\t\n')
        for name in ('The Coast Telegraph', 'coast telegraph', 'CT', 'coastdaily.example'):
            status, out, messages = run('--outlets', outlets, 'stories', '--not-outlet', name, self.two(**named))
            self.assertEqual((status, [json.loads(l)['reports'] for l in out.splitlines()]), (0, [['a']]), messages)

    def test_an_outlet_that_nobody_knows_never_lets_reports_in(self):
        for option in ('--outlet', '--not-outlet'):
            status, out, messages = run('compile', option, 'Coast Dayly', self.two())
            self.assertEqual((status, out), (1, b''), messages)
            self.assertIn('did you mean “Coast Daily”?', messages)

    def test_reports_in_other_languages_are_left_out_and_said_once(self):
        german = 'Der Hafen von Lisport bleibt bis Freitag geschlossen, sagte der Minister am Montag vor Journalisten in der Hauptstadt des Landes.'
        for fields in ({'lang': 'de'}, {'text': german}):
            status, out, messages = run('analyse', self.two(**fields))
            self.assertEqual((status, [json.loads(l)['id'] for l in out.splitlines()]), (3, ['a']), messages)
            self.assertEqual(messages.count('German'), 1, messages)
            self.assertEqual(run('compile', self.two(**fields))[0], 3)
        only = self.file('only.jsonl', report(id='b', outlet='Harbour Wire', published='2026-04-13', text=german))
        for command in ('analyse', 'compile'):
            status, out, messages = run(command, only)
            self.assertEqual((status, out), (1, b''), messages)
            self.assertIn("1 report isn't in English", messages)
        self.assertEqual(run('analyse', self.two(lang='en-GB'))[0], 0)


class WhatAPageSaysOfItsMoment(Folder):
    def page(self, reports, *words):
        status, page, messages = run('compile', self.file('r.jsonl', reports), '--format', 'json', *words)
        self.assertEqual(status, 0, messages)
        return json.loads(page), messages

    def test_a_moment_that_no_report_reaches_is_not_claimed(self):
        reports = report(id='a', outlet='Coast Daily', published='2026-04-13T10:00:00Z', text=TEXT)
        self.assertEqual(self.page(reports, '--as-of', '2099')[0]['as_of'], '2026-04-13T10:00:00Z')
        later = report(id='b', outlet='Coast Daily', published='2026-06-01', text='The port is open, the coast guard said.')
        self.assertEqual(self.page(reports, '--as-of', '2026-05')[0], self.page(reports + later, '--as-of', '2026-05')[0])

    def test_a_day_ends_in_the_zone_of_the_page(self):
        reports = report(id='a', outlet='Coast Daily', published='2026-04-13T10:00:00Z', text=TEXT) + report(
            id='b', outlet='Harbour Wire', published='2026-04-13T23:30:00Z', text='The ferry was raised on Monday, the coast guard said.')
        self.assertEqual(self.page(reports, '--as-of', '2026-04-13')[0]['compiled']['reports'], 2)
        page, _ = self.page(reports, '--as-of', '2026-04-13', '--timezone', 'europe/paris')
        self.assertEqual(page['compiled']['reports'], 1)
        self.assertIn('known as of 13 April 2026, 12:00 UTC+2', page['compiled']['formula'])
        text = run('compile', self.file('r.jsonl', reports), '--timezone', '+03:30')[1].decode()
        self.assertNotIn('03:30', text.replace('UTC+3:30', ''))
        status, _, messages = run('compile', self.file('r.jsonl', reports), '--timezone', 'Paris')
        self.assertEqual(status, 2)
        self.assertIn('Europe/Paris', messages)

    def test_undated_reports_are_said_on_the_page(self):
        reports = report(id='a', outlet='Coast Daily', published='2026-04-13', text=TEXT) + report(
            id='b', outlet='Harbour Wire', published='yesterday', text='The harbour of Lisport will stay closed, Minister Jan Holm said.')
        page, _ = self.page(reports)
        self.assertEqual(page['compiled']['undated'], 1)
        self.assertIn('1 of them without a date', page['compiled']['formula'])
        self.assertEqual([s['published'] for s in page['sources']], ['2026-04-13', None])
        text = run('compile', self.file('r.jsonl', reports))[1].decode()
        self.assertIn('; 1 of them without a date', ' '.join(text.split()))
        self.assertNotIn('yesterday', text)

    def test_only_the_storys_undated_reports_are_counted(self):
        reports = report(id='a', outlet='Coast Daily', title='Ferry sinks off Lisport', published='2026-04-13', text=TEXT) + ''.join(
            report(id=f'x{n}', outlet='Harbour Wire', title=f'Orchard fair number {n}', text=f'Apples {n} and pears were sold at the orchard fair of Brill.') for n in range(3))
        page, messages = self.page(reports, '--story', 'ferry Lisport', '--as-of', '2026-04-14')
        self.assertEqual(page['compiled']['undated'], 0)
        self.assertNotIn('without a date', messages)

    def test_an_address_tells_the_day(self):
        page, _ = self.page(report(id='a', outlet='Coast Daily', url='https://coast.example/2026/apr/13/ferry', text=TEXT), '--as-of', '2026-05')
        self.assertEqual(page['sources'][0]['published'], '2026-04-13')
        self.assertEqual(page['sources'][0]['published_from'], 'address')


class WhichStory(Folder):
    def reports(self):
        kinds = [('Ferry sinks off Lisport', TEXT), ('Ceasefire talks begin in Halvik', 'The cease-fire talks began in Halvik, Minister Jan Holm said.'),
                 ('Storm Ilva hits Port Amsel', 'The storm hit Port Amsel, the weather service said.')]
        return self.file('s.jsonl', ''.join(report(id=str(n), outlet='Coast Daily', published=f'2026-04-{20 - n % 9:02}', title=f'{title}', text=f'{text} {title}.')
                                            for n, (title, text) in enumerate(kinds * 3)))

    def test_an_id_of_stories_is_one_for_compile(self):
        path = self.reports()
        stories = [json.loads(l) for l in run('stories', path)[1].splitlines()]
        for story in stories:
            status, page, messages = run('compile', path, '--story', story['story'], '--format', 'json')
            self.assertEqual(status, 0, messages)
            page = json.loads(page)
            self.assertEqual((page['story'], {s['report'] for s in page['sources']}), (story['story'], set(story['reports'])))
        status, _, messages = run('compile', path, '--story', 'story-000000000000')
        self.assertEqual(status, 1)
        self.assertIn('story-000000000000', messages)

    def test_slips_are_met_with_words_of_titles(self):
        status, _, messages = run('compile', self.reports(), '--story', 'Lisprot')
        self.assertEqual(status, 1)
        self.assertIn('did you mean “Lisport”?', messages)

    def test_a_name_that_was_asked_for_must_be_there(self):
        for words, name in (('ferry sinks off Lisprot', 'Lisprot'), ('talks begin in Brill', 'Brill'), ('storm hits Port Ansel', 'Ansel')):
            status, page, messages = run('compile', self.reports(), '--story', words)
            self.assertEqual((status, page), (1, b''), messages)
            self.assertIn(f'has “{name}”', messages)
        self.assertIn('did you mean “Lisport”?', run('compile', self.reports(), '--story', 'ferry sinks off Lisprot')[2])
        self.assertEqual(run('compile', self.reports(), '--story', 'Ferry sinks off Lisport')[0], 0)

    def test_stories_without_titles_go_by_their_first_sentence(self):
        path = self.file('t.jsonl', ''.join(report(id=str(n), outlet='Coast Daily', published=f'2026-04-1{n}', text=TEXT) for n in range(3)))
        status, table, messages = run('stories', '--table', path)
        self.assertIn('The ferry sank off Lisport on Monday, the coast guard said\n', table.decode())
        story = json.loads(run('stories', path)[1])
        self.assertEqual((story['title'], story['title_from']), ('The ferry sank off Lisport on Monday, the coast guard said', 'text'))
        self.assertIn('did you mean “Lisport”?', run('compile', path, '--story', 'Lisprot')[2])

    def test_only_the_largest_stories(self):
        path = self.reports()
        stories = [json.loads(l) for l in run('stories', path)[1].splitlines()]
        largest = max(len(s['reports']) for s in stories)
        for words in (['--top', '1'], ['--min-reports', str(largest)]):
            some = [json.loads(l) for l in run('stories', path, *words)[1].splitlines()]
            self.assertTrue(some and all(len(s['reports']) == largest for s in some), words)
        self.assertRegex(run('stories', path, '--table', '--top', '1')[1].decode(), r'\d+ smaller stor(y is|ies are) not shown\n$')
        self.assertEqual(run('stories', path, '--top', '0')[0], 2)

    def test_a_hyphen_hides_no_story(self):
        self.assertEqual(run('compile', self.reports(), '--story', 'cease-fire Halvik')[0], 0)

    def test_an_empty_story_is_wrong_usage(self):
        for story in ('', ' '):
            status, page, messages = run('compile', self.reports(), '--story', story)
            self.assertEqual((status, page), (2, b''))
            self.assertIn('--story is empty', messages)

    def test_many_stories_are_listed(self):
        drawn = random.Random(7)
        word = lambda: ''.join(drawn.choice('bdfgklmnprstv') + drawn.choice('aeiou') for _ in range(4))
        words = [[word() for _ in range(60)] for _ in range(30)]
        path = self.file('m.jsonl', ''.join(report(id=w[0], outlet='Coast Daily', published='2026-04-13', title=' '.join(w[:5]).title(),
                                                   text=f'The {" ".join(w)} was sold, {w[0].title()} {w[1].title()} said.') for w in words))
        status, page, messages = run('compile', path)
        self.assertEqual((status, page), (2, b''), messages)
        self.assertIn('--story', messages)
        self.assertIn('story-', messages)


class EveryClaim(Folder):
    def test_all_leaves_nothing_out_for_little_news(self):
        counts = []
        for words in ([], ['--all']):
            status, page, messages = run('compile', *SAMPLE, *words)
            self.assertEqual(status, 0, messages)
            told = re.search(r'(\d+) of (\d+) claims shown; of the others', ' '.join(page.decode().split()))
            counts.append([int(n) for n in told.groups()])
        (some, known), (all_of_them, known_too) = counts
        self.assertEqual((some, known), (30, known_too))
        self.assertGreater(all_of_them, 3 * some)
        self.assertEqual(run('compile', *SAMPLE, '--all', '--length', '5')[0], 2)


class NoPage(Folder):
    def test_a_page_without_a_line_is_none(self):
        path = self.file('n.jsonl', report(id='a', outlet='Coast Daily', published='2026-04-13', title='Pier', text='Pier.'))
        status, page, messages = run('compile', path, '--format', 'html')
        self.assertEqual((status, page), (1, b''), messages)
        self.assertIn('of 1 report 0 claims were read', messages)

    def test_pages_break_no_rule_whatever_the_sources(self):
        verbs = ['was shut', 'was flooded', 'was searched', 'was sold', 'was painted', 'was moved', 'was struck', 'was robbed']
        path = self.file('a.jsonl', ''.join(report(id=str(n), outlet=f'Paper {n}', published=f'2026-04-{10 + n}', title='Lisport pier',
                                                   text=f'The northern pier of Lisport {verb} by {n + 2} men on Monday, a source told reporters.') for n, verb in enumerate(verbs)))
        status, page, messages = run('compile', path, '--format', 'json')
        if status == 1:
            self.assertIn('no page', messages)
            return
        self.assertEqual(status, 0, messages)
        _, findings, _ = run('check', self.file('p.json', page), path)
        self.assertFalse([f for f in map(json.loads, findings.splitlines()) if f['severity'] == 'E'])


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


class Pairs(unittest.TestCase):
    """`relate` tells pair by pair how two sentences stand to each other."""

    def relation(self, a, b):
        status, out, _ = run('relate', '-', stdin=json.dumps({'id': 'p', 'a': {'text': a}, 'b': {'text': b}}).encode())
        self.assertEqual(status, 0)
        return json.loads(out)

    def test_one_matter_in_other_words(self):
        told = self.relation('Storm waves tore down the northern pier of Oster on Monday.', 'The north pier in Oster was destroyed by waves in a storm on Monday.')
        self.assertIn(told['relation'], ('same', 'entails'))
        other = self.relation('Storm waves tore down the northern pier of Oster on Monday.', 'The mayor of Velm sold eleven sheep at the market.')
        self.assertEqual((other['relation'], other['type']), ('different', None))
        self.assertLess(other['score'], told['score'])

    def test_two_counts_of_one_thing(self):
        told = self.relation('Nine people were rescued from the ferry.', 'Eleven people were rescued from the ferry.')
        self.assertEqual((told['relation'], told['type']), ('contradiction', 'number'))


COMMANDS = ('stories', 'compile', 'check', 'render', 'trace', 'analyse', 'relate', 'extract', 'parse', 'demo', 'doctor', 'settings', 'completion', 'help')


class Help(unittest.TestCase):
    def test_every_command_has_help_with_an_example(self):
        status, out, _ = run('--help')
        self.assertEqual(status, 0)
        self.assertEqual(run('help')[:2], (0, out))
        for command in COMMANDS:
            self.assertIn(f'  {command} ', out.decode())
            status, words, _ = run(command, '--help')
            self.assertEqual(status, 0, command)
            self.assertIn('Examples\n', words.decode(), command)
            self.assertIn('factbox ' + command, words.decode(), command)
            self.assertEqual(run('help', command)[:2], (0, words), command)
            self.assertLessEqual(max(map(len, words.decode().split('\n'))), 100, command)

    def test_version(self):
        for option in ('--version', '-V'):
            status, out, _ = run(option)
            self.assertEqual(status, 0)
            self.assertRegex(out.decode(), r'^factbox \d+\.\d+\.\d+')

    def test_no_command_gets_the_help(self):
        status, out, messages = run()
        self.assertEqual((status, out), (2, b''))
        self.assertEqual(messages, run('help')[1].decode())


class AsPeopleType(Folder):
    def test_slips_are_met_with_what_was_meant(self):
        for words, told in ((['complie'], 'did you mean “compile”?'), (['help', 'story'], 'did you mean “stories”?'),
                            (['compile', '--stroy', 'x', SAMPLE[0]], 'did you mean “--story”?'), (['compile', '--out', 'x', SAMPLE[0]], 'did you mean “--output”, “--outlet” or “--outlets”?'),
                            (['compile', '--published', '2026', SAMPLE[0]], 'it is one of extract'), (['analyse', '-o', 'x', SAMPLE[0]], 'write > FILE'),
                            (['compile', '--story'], '--story needs WORDS|ID behind it'), (['compile', '--length', 'ten', SAMPLE[0]], "--length: ten isn't from 1 to 10000"),
                            (['analyse', '--table', 'nouns', SAMPLE[0]], '“nouns” is none of statements, figures, names, times')):
            status, out, messages = run(*words)
            self.assertEqual((status, out), (2, b''), words)
            self.assertIn(told, messages)
            self.assertIn('`factbox help', messages) if words[0] != 'help' else None

    def test_a_table_of_outlets_that_is_none(self):
        status, out, messages = run('--outlets', 'Norpress', 'extract', SAMPLE[0])
        self.assertEqual((status, out), (2, b''))
        self.assertIn('--outlets: there is no file “Norpress”', messages)
        self.assertIn('--outlet Norpress', messages)

    def test_the_form_goes_by_the_ending_and_by_any_name(self):
        page = self.file('p.json', run('compile', *SAMPLE, '-f', 'JSON')[1])
        html = run('render', page, '-f', 'html')[1]
        for name in ('page.html', 'PAGE.HTM'):
            path = str(pathlib.Path(self.folder.name) / name)
            self.assertEqual(run('render', page, '-o', path)[0], 0)
            self.assertTrue(pathlib.Path(path).read_bytes() == html)
        self.assertTrue(run('render', page, '--format', 'Markdown')[1] == run('render', page, '--format', 'md')[1])
        status, _, messages = run('render', page, '-o', 'page.pdf')
        self.assertEqual(status, 2)
        self.assertIn('--format', messages)
        status, _, messages = run('render', page, '-f', 'text', '-o', self.folder.name)
        self.assertEqual(status, 4)
        self.assertIn(f'{self.folder.name} is a folder', messages)

    def test_times_as_pages_print_them(self):
        path = self.file('r.jsonl', ''.join(report(id=str(d), outlet='Coast Daily', published=f'2026-04-{d}', text=TEXT) for d in (13, 15, 17)))
        for since in ('15 April 2026', 'April 15, 2026', '2026-04-15'):
            status, out, messages = run('stories', path, '--assignments', '--since', since)
            self.assertEqual((status, [json.loads(l)['id'] for l in out.splitlines()]), (0, ['15', '17']), messages)
        pages = {run('compile', path, '--as-of', as_of)[1] for as_of in ('15 April 2026', '2026-04-15', 'April 15, 2026')}
        self.assertEqual(len(pages), 1)
        self.assertEqual(run('compile', path, '--as-of', 'now')[1], run('compile', path)[1])
        self.assertEqual(run('stories', path, '--since', 'today')[0], 1)
        self.assertEqual(json.loads(run('extract', self.file('n.txt', TEXT), '--published', '12 April 2026')[1])['published'], '2026-04-12')
        status, _, messages = run('stories', path, '--since', 'soon')
        self.assertEqual(status, 2)
        self.assertIn('--since: “soon” is no time', messages)

    def test_what_is_no_file(self):
        status, _, messages = run('extract', '/no/such/file')
        self.assertIn('factbox: /no/such/file: there is no such file', messages)
        status, _, messages = run('extract', 'https://coast.example/ferry')
        self.assertEqual(status, 3)
        self.assertIn("doesn't fetch; save the page first", messages)


class Traces(Folder):
    """`trace` shows what lines rest on, and who cites whom."""
    def reports(self):
        own = 'Nine people were killed when the ferry sank off Lisport on Monday, Mayor Ana Ruiz told Harbour Wire. The harbour of Lisport will stay closed until Friday, she said.'
        return self.file('r.jsonl', report(id='wire', outlet='Harbour Wire', published='2026-04-13T10:00Z', title='Ferry sinks off Lisport', text=own)
                         + report(id='copy', outlet='The Bell', published='2026-04-13T11:00Z', title='Ferry <sinks>', text=own)
                         + report(id='echo', outlet='Islander', published='2026-04-13T12:00Z', title='Owner of ferry is asked', text='The owner of the ferry knew that its doors leaked, the Marten Post reported on Monday.'))

    def test_who_cites_whom(self):
        status, out, messages = run('trace', '--origins', self.reports(), '-f', 'json')
        self.assertEqual(status, 0, messages)
        graph = json.loads(out)
        arrows = {(a['from'], a['to']): a for a in graph['arrows']}
        self.assertEqual(set(arrows), {('The Bell', 'Harbour Wire'), ('Islander', 'Marten Post')}, graph)
        self.assertEqual(arrows['The Bell', 'Harbour Wire']['copies'], ['copy'])
        named, = arrows['Islander', 'Marten Post']['citations']
        self.assertIn('Marten Post', named['text'])
        self.assertIn('its doors leaked', named['context'])
        self.assertEqual({o['name']: len(o['reports']) for o in graph['outlets']}['Marten Post'], 0)

    def test_the_graph_for_people(self):
        status, out, messages = run('trace', '--origins', 'ferry sinks lisport', self.reports())
        self.assertEqual(status, 0, messages)
        self.assertIn('ferry', messages.lower())
        self.assertIn('  <- The Bell: 1 copy', out.decode())
        path = self.file('graph.svg', '')
        self.assertEqual(run('trace', '--origins', self.reports(), '-o', path)[0], 0)
        drawn = xml.dom.minidom.parse(path)
        self.assertEqual(len(drawn.getElementsByTagName('path')), 3)  # two arrows, one head
        self.assertIn('Marten Post', ' '.join(t.firstChild.data for t in drawn.getElementsByTagName('text')))

    def test_a_line_and_its_words(self):
        page = self.file('page.json', run('compile', self.reports(), '-f', 'json')[1])
        status, out, messages = run('trace', page, '--line', 'doors leaked')
        self.assertEqual(status, 0, messages)
        self.assertIn('[The owner of the ferry knew that its doors leaked]', out.decode())
        self.assertNotIn('harbour of Lisport', out.decode())
        status, _, messages = run('trace', page, '--line', 'submarine')
        self.assertEqual(status, 1)
        self.assertIn('no line has all of the words “submarine”', messages)

    def test_what_is_meant_otherwise(self):
        page = self.file('page.json', run('compile', self.reports(), '-f', 'json')[1])
        self.assertEqual(run('trace', page, '-f', 'svg')[0], 2)
        self.assertEqual(run('trace', page, self.reports())[0], 2)
        status, _, messages = run('trace', self.reports())
        self.assertEqual(status, 3)
        self.assertIn('say --origins', messages)


class TwoSides(Folder):
    def sides(self):
        a = self.file('a.jsonl', report(id='a', outlet='Coast Daily', published='2026-04-13T10:00Z', text='Nine people were killed when the ferry sank off Lisport on Monday, Mayor Ana Ruiz said. '
                                        'The harbour of Lisport will stay closed until Friday, Minister Jan Holm said.'))
        b = self.file('b.jsonl', report(id='b', outlet='Harbour Wire', published='2026-04-13T11:00Z', text='Eleven people were killed when the ferry sank off Lisport on Monday, Minister Jan Holm said. '
                                        'The harbour of Lisport will stay closed until Friday, Minister Jan Holm said. A storm had been forecast for Sunday, the weather service said.'))
        return a, b

    def test_what_both_say_what_one_says_and_where_they_differ(self):
        status, out, messages = run('relate', *self.sides())
        self.assertEqual(status, 0, messages)
        matters = [json.loads(l) for l in out.splitlines()]
        words = lambda m, side: [t['words'] for t in m[side]]
        differ = [m for m in matters if m['stand'] == 'differ']
        self.assertEqual([m['type'] for m in differ], ['number'], matters)
        self.assertIn('Nine people were killed', words(differ[0], 'a')[0])
        self.assertIn('Eleven people were killed', words(differ[0], 'b')[0])
        self.assertTrue(any(m['stand'] == 'both' and 'stay closed' in words(m, 'a')[0] for m in matters), matters)
        self.assertTrue(any(m['stand'] == 'only_b' and 'storm' in words(m, 'b')[0] and not m['a'] for m in matters), matters)
        status, text, _ = run('relate', *self.sides(), '--format', 'text')
        self.assertEqual(status, 0)
        for heading in ('WHERE THEY DIFFER (1)', 'WHAT BOTH SAY', 'WHAT ONLY A SAYS', 'WHAT ONLY B SAYS'):
            self.assertIn(heading, text.decode())

    def test_of_two_pages(self):
        pages = [self.file(f'{n}.json', run('compile', side, '-f', 'json')[1]) for n, side in enumerate(self.sides())]
        status, out, messages = run('relate', *pages)
        self.assertEqual(status, 0, messages)
        self.assertEqual({json.loads(l)['stand'] for l in out.splitlines()} & {'both', 'differ'}, {'both', 'differ'})
        self.assertEqual({json.loads(l)['stand'] for l in run('relate', pages[0], pages[0])[1].splitlines()}, {'both'})

    def test_a_side_that_is_not_there(self):
        status, _, messages = run('relate', self.sides()[0], '/no/such/file')
        self.assertEqual(status, 1)
        self.assertIn('/no/such/file', messages)

    def test_pairs_as_before(self):
        pair = {'id': 'p', 'a': {'text': 'Nine people were rescued.'}, 'b': {'text': 'Eleven people were rescued.'}}
        status, out, messages = run('relate', self.file('pairs.jsonl', json.dumps(pair)))
        self.assertEqual((status, json.loads(out)['id']), (0, 'p'), messages)


class AtATerminal(Folder):
    def at_terminal(self, *words):
        """What a person sees on standard error, with standard output elsewhere."""
        seen, slave = pty.openpty()
        done = subprocess.Popen([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=slave)
        os.close(slave)
        begun, first, shown = time.monotonic(), None, b''
        while True:
            try:
                more = os.read(seen, 65536)
            except OSError:
                more = b''
            if not more:
                break
            first = first or time.monotonic() - begun
            shown += more
        os.close(seen)
        return done.wait(), first, shown.decode()

    def test_one_line_that_is_overwritten_and_gone_in_the_end(self):
        status, first, shown = self.at_terminal('compile', *SAMPLE)
        self.assertEqual(status, 0)
        self.assertLess(first, 1)
        self.assertTrue(shown.startswith('\r\x1b[Kfactbox: loading models'), shown[:80])
        self.assertIn('reading who said what: ', shown)
        self.assertRegex(shown, r'\r\x1b\[K(factbox: [^\r]*\r\n)*$')

    def test_silent_where_nobody_sits(self):
        self.assertNotIn('loading', run('compile', *SAMPLE)[2])

    def test_files_of_a_folder_that_are_no_reports_are_counted_once(self):
        for name in ('a.jsonl', 'b.csv', 'c.csv', 'd.png', 'notes.md', 'e.docx', '.hidden'):
            self.file(name, report(id='a', outlet='Coast Daily', published='2026-04-13', text=TEXT))
        status, out, messages = run('extract', self.folder.name)
        self.assertEqual((status, out.count(b'\n')), (0, 1))
        self.assertEqual(messages, 'factbox: 6 files skipped: 2 .csv, 1 .docx, 1 .md, 1 .png, 1 hidden; a file is read if it is named itself\n')


class Doctor(Folder):
    """Plants what can go wrong with an installation, and looks whether the doctor finds it."""
    MODEL, MINILM = 'models/en_core_web_sm-3.8.0', 'models/all-minilm-l6-v2-0.1.0'

    def copy(self, of, to, **changed):
        """A folder like `of`, by links, in which some files have other bytes, or are missing (None)."""
        for path in sorted((ROOT / of).rglob('*')):
            name = path.relative_to(ROOT / of)
            target = pathlib.Path(self.folder.name) / to / name
            if path.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            elif str(name) not in changed:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.symlink_to(path.resolve())
            elif changed[str(name)] is not None:
                target.write_bytes(changed[str(name)](path.read_bytes()))
        return str(pathlib.Path(self.folder.name) / to)

    def doctor(self, *words, cwd=None, limit=None, **env):
        before = (lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))) if limit else None
        done = subprocess.run([PROGRAM, 'doctor', *words], capture_output=True, cwd=cwd, env={**os.environ, 'LC_ALL': 'C.UTF-8', **env}, preexec_fn=before, timeout=300)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_nothing_is_wrong_here(self):
        status, out, messages = self.doctor()
        self.assertEqual((status, messages), (0, ''), out)
        self.assertIn('All is well.', out)
        self.assertNotIn('FAULT', out)

    def test_planted_faults_are_found(self):
        cut = lambda content: content[:len(content) // 2]
        turned = lambda content: content[:-1] + bytes([content[-1] ^ 1])
        outlets = self.file('outlets.tsv', 'name\tdomains\nCoast Daily\n')
        sampleless = self.copy('data', 'sampleless/data')
        planted = {
            'no tables': (['--data', '/nowhere'], {}, 'tables of words', '/nowhere'),
            'a table missing': (['--data', self.copy('data', 'd1', **{'en/hedges.tsv': None})], {}, 'tables of words', 'hedges.tsv'),
            'a table broken': (['--data', self.copy('data', 'd2', **{'en/dates.tsv': lambda c: c + b'smarch\tmoon\t13\n'})], {}, 'tables of words', 'dates.tsv'),
            'no model': (['--model', '/nowhere'], {}, 'language model', './setup'),
            'a file of the model missing': (['--model', self.copy(self.MODEL, 'm1', **{'ner/model': None})], {}, 'language model', 'ner/model'),
            'a file of the model altered': (['--model', self.copy(self.MODEL, 'm2', **{'ner/moves': turned})], {}, 'language model', 'ner/moves'),
            'no MiniLM': (['--minilm', '/nowhere'], {}, 'MiniLM', './setup'),
            'MiniLM altered': (['--minilm', self.copy(self.MINILM, 'n1', **{'vocab.txt': turned})], {}, 'MiniLM', 'vocab.txt'),
            'the network cut short': (['--data', self.copy('data', 'd3', **{'en/statements.safetensors': cut})], {}, 'network', 'statements.safetensors'),
            'the larger network missing': (['--data', self.copy('data', 'd4', **{'en/statements_large.safetensors': None})], {}, 'larger network', 'statements_large'),
            'the reader of pairs missing': (['--data', self.copy('data', 'd9', **{'en/pairs.safetensors': None})], {}, 'reader of pairs', 'pairs.safetensors'),
            'a table of outlets that is none': (['--outlets', outlets], {}, 'table of outlets', 'outlets.tsv'),
            'no sample': (['--data', sampleless], {}, 'sample', 'samples/talks'),
            'a folder where nothing can be written': ([], {'cwd': '/proc'}, 'this folder', '--output'),
            'no folder for temporary files': ([], {'TMPDIR': '/nowhere'}, 'temporary files', 'TMPDIR'),
            'letters of another kind': ([], {'LC_ALL': 'C'}, 'letters', 'C.UTF-8'),
            'a locale that is not here': ([], {'LC_ALL': 'xx_YY.UTF-8'}, 'letters', 'locale -a'),
        }
        for name, (words, where, check, told) in planted.items():
            status, out, messages = self.doctor(*words, **where)
            self.assertEqual(status, 4, f'{name}: {out}{messages}')
            faults = [line for line in out.splitlines() if line.startswith('FAULT')]
            self.assertTrue(any(line.startswith(f'FAULT  {check}: ') and told in line for line in faults), f'{name}: {faults}')

    def test_too_little_memory(self):
        status, out, messages = self.doctor(limit=600 << 20)
        self.assertEqual(status, 4, out + messages)
        self.assertIn('FAULT  memory: ', out)


class Settings(unittest.TestCase):
    def settings(self, *words, **env):
        done = subprocess.run([PROGRAM, 'settings', *words], capture_output=True, env={**os.environ, **env})
        self.assertEqual(done.returncode, 0, done.stderr)
        return {line.split()[0]: ' '.join(line.split()[1:]) for line in done.stdout.decode().splitlines() if line.startswith('--')}

    def test_what_is_in_force_and_where_it_comes_from(self):
        usual = self.settings()
        self.assertEqual(usual['--data'], f'{ROOT}/data found near the program')
        self.assertEqual(usual['--timezone'], 'UTC the program')
        self.assertEqual(self.settings(FACTBOX_TIMEZONE='Europe/Paris')['--timezone'], 'Europe/Paris FACTBOX_TIMEZONE')
        self.assertEqual(self.settings('--timezone', '+3', FACTBOX_TIMEZONE='Europe/Paris')['--timezone'], '+3 the command line')
        self.assertEqual(self.settings('--outlets', SAMPLE[2])['--outlets'], f'{SAMPLE[2]} the command line')

    def test_a_variable_counts(self):
        page = [PROGRAM, 'compile', *SAMPLE]
        shown = subprocess.run(page, capture_output=True, env={**os.environ, 'FACTBOX_TIMEZONE': '+3:30'}).stdout
        self.assertTrue(shown == run('compile', *SAMPLE, '--timezone', '+3:30')[1])


class Completion(unittest.TestCase):
    def bash(self, *words):
        script = f'source <({PROGRAM} completion bash); COMP_WORDS=({" ".join(words)}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); _factbox; echo "${{COMPREPLY[@]}}"'
        return subprocess.run(['bash', '-c', script.replace('(factbox', "(factbox")], capture_output=True, text=True, check=True).stdout.split()

    def test_bash_knows_commands_options_and_words(self):
        self.assertEqual(self.bash('factbox', 'com'), ['compile', 'completion'])
        self.assertEqual(self.bash('factbox', 'compile', '--as'), ['--as-of'])
        self.assertEqual(self.bash('factbox', 'compile', '--format', 'ht'), ['html'])
        self.assertEqual(self.bash('factbox', 'completion', 'f'), ['fish'])

    def test_every_shell_gets_every_option(self):
        for shell in ('bash', 'zsh', 'fish'):
            status, out, _ = run('completion', shell)
            self.assertEqual(status, 0)
            for word in ('min-confidence', 'not-outlet', 'assignments', 'previous'):
                self.assertIn(word, out.decode(), shell)
            if shutil.which(shell):  # where it isn't installed, only what is printed is looked at
                with tempfile.NamedTemporaryFile() as script:
                    script.write(out)
                    script.flush()
                    self.assertEqual(subprocess.run([shell, '-n', script.name], capture_output=True).stderr, b'', shell)
        self.assertEqual(run('completion', 'tcsh')[0], 2)

    def test_manual_pages_have_what_help_has(self):
        for command in ([], ['compile'], ['relate'], ['extract']):
            status, out, _ = run('help', '--man', *command)
            self.assertEqual(status, 0)
            self.assertTrue(out.startswith(b'.TH FACTBOX'))
        self.assertIn('\\(dqceasefire talks\\(dq', run('help', '--man', 'compile')[1].decode())
        self.assertIn('\\-\\-min\\-confidence X', run('help', '--man', 'compile')[1].decode())


@unittest.skipUnless((pathlib.Path(PROGRAM).parent / 'cmake_install.cmake').exists(), 'the program stands alone, not in the folder that it was built in')
class Installed(Folder):
    def test_an_installed_program_starts_from_anywhere(self):
        done = subprocess.run(['cmake', '--install', str(pathlib.Path(PROGRAM).parent), '--prefix', self.folder.name], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        installed = pathlib.Path(self.folder.name)
        for name in ('share/man/man1/factbox-compile.1', 'share/bash-completion/completions/factbox', 'share/doc/factbox/docs/page.md'):
            self.assertTrue(any(installed.glob(name)), name)
        link = installed / 'elsewhere' / 'fb'
        link.parent.mkdir()
        link.symlink_to(installed / 'bin/factbox')
        for program in (installed / 'bin/factbox', link):
            shown = subprocess.run([program, 'demo'], capture_output=True, cwd=link.parent)
            self.assertEqual(shown.returncode, 0, shown.stderr)
            self.assertTrue((link.parent / 'factbox-demo.html').exists())
        self.assertIn(f'{installed}/share/factbox/data', subprocess.run([link, 'settings'], capture_output=True, text=True, cwd='/').stdout)


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
