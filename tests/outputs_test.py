#!/usr/bin/env python3
"""What the program prints, in every form: render against compile, the check for a person, tables, and the schemas of docs/.

  outputs_test.py PROGRAM            what ctest runs"""
import csv, io, json, pathlib, subprocess, sys, tempfile, unittest, zipfile
import xml.etree.ElementTree as xml

try:
    import jsonschema
except ImportError:
    jsonschema = None

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
TALKS = str(ROOT / 'samples/talks')
OUTLETS = ['--outlets', str(ROOT / 'samples/outlets.tsv')]
SAMPLE = [TALKS, *OUTLETS, '--story', 'Kalvania Tarsenia talks']
FORMATS = ('text', 'md', 'html', 'json', 'ninjs', 'jsonld', 'annotations', 'csv', 'docx')


def run(*words, stdin=b''):
    done = subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, timeout=300)
    return done.returncode, done.stdout, done.stderr.decode(errors='replace')


def lines_of(page):
    return [line for section in page['sections'] for line in section['lines']]


class OfTheSample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.kept.cleanup)
        cls.made = run('compile', *SAMPLE, '--format', 'json')[1]
        cls.reports = run('extract', TALKS, *OUTLETS)[1]

    def setUp(self):
        self.page = json.loads(self.made)

    def file(self, name, content):
        path = pathlib.Path(self.kept.name) / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def edited(self):
        return self.file('edited.json', json.dumps(self.page, ensure_ascii=False, indent=1))


class Rendered(OfTheSample):
    def test_every_form_equals_that_of_compile(self):
        page = self.file('page.json', self.made)
        for form in FORMATS:
            status, out, messages = run('render', page, '--format', form)
            self.assertEqual((status, messages), (0, ''), form)
            self.assertTrue(out == run('compile', *SAMPLE, '--format', form)[1], form)

    def test_from_standard_input_in_another_zone(self):
        status, out, messages = run('render', '-', '--timezone', '+3:30', stdin=self.made)
        self.assertEqual(status, 0, messages)
        self.assertTrue(out == run('compile', *SAMPLE, '--timezone', '+3:30')[1])

    def test_what_was_edited_is_said(self):
        line = lines_of(self.page)[-1]
        line['text'] = 'The flow from the dam was cut in November.'
        self.page['title'] = 'FACTBOX: Water talks'
        self.page['sections'][0]['heading'] = 'The talks'
        gone = self.page['sections'][0]['lines'].pop()
        self.page['sections'][1]['lines'].append({'text': 'The third round begins on 28 April.'})
        status, out, messages = run('render', self.edited())
        self.assertEqual(status, 0, messages)
        words = ' '.join(out.decode().split())
        self.assertIn('Edited by hand: the title, 1 heading, 1 line, 1 line added, 1 line taken out.', words)
        self.assertRegex(words, r'The flow from the dam was cut in November\. \[\d+\] \(([^()]+ · )?edited\)')
        self.assertIn('The third round begins on 28 April. (edited)', words)
        self.assertNotIn(gone['text'], words)
        again = json.loads(run('render', self.edited(), '--format', 'json')[1])
        self.assertEqual([l['id'] for l in lines_of(again) if l.get('edited')], ['edited-1', line['id']])

    def test_a_lead_is_edited_in_one_place(self):
        for place in ('lead', 'below'):
            page = json.loads(self.made)
            below = next(l for l in lines_of(page) if l['id'] == page['lead']['id'])
            (page['lead'] if place == 'lead' else below)['text'] = 'They exchanged 118 prisoners.'
            status, out, messages = run('render', self.file('lead.json', json.dumps(page)), '--format', 'json')
            self.assertEqual((status, messages), (0, ''))
            self.assertEqual([l['text'] for l in lines_of(json.loads(out)) + [json.loads(out)['lead']] if l['id'] == page['lead']['id']],
                             ['They exchanged 118 prisoners.'] * 2)

    def test_a_missing_comma_is_found(self):
        broken = self.made.decode().replace('"version": "1",', '"version": "1"', 1)
        number = broken.split('"version"')[0].count('\n') + 2
        status, out, messages = run('render', self.file('broken.json', broken))
        self.assertEqual((status, out), (3, b''))
        self.assertIn(f'broken.json: the page is no JSON: at line {number}', messages)
        self.assertIn('comma', messages)

    def test_one_bad_field_costs_nothing_beside_it(self):
        lines_of(self.page)[2]['evidence'] = 'gone'
        lines_of(self.page)[3]['modality'] = 'sure'
        self.page['tittle'] = 'x'
        path = self.edited()
        number = next(i for i, l in enumerate(pathlib.Path(path).read_text().split('\n'), 1) if '"gone"' in l)
        status, out, messages = run('render', path)
        self.assertEqual(status, 3)
        self.assertIn(f'edited.json: line {number}: sections[0].lines[2].evidence: a list is wanted', messages)
        self.assertIn('"sure" is none of the words known here', messages)
        self.assertIn('tittle: a page has no such field', messages)
        words = ' '.join(out.decode().split())
        for line in lines_of(self.page):
            self.assertIn(line['text'], words)

    def test_two_lines_of_one_id(self):
        lines_of(self.page)[4]['id'] = lines_of(self.page)[3]['id']
        status, out, messages = run('render', self.edited(), '--format', 'json')
        self.assertEqual(status, 0)
        self.assertIn('two lines have the id', messages)
        ids = [l['id'] for l in lines_of(json.loads(out))]
        self.assertEqual(len(ids), len(set(ids)))

    def test_what_is_no_page(self):
        for content in ('', '[1]', '{}', '{"factbox": 2}', 'FACTBOX: Talks'):
            status, out, messages = run('render', self.file('none.json', content))
            self.assertEqual((status, out), (3, b''), content)
            self.assertEqual(messages.count('\n'), 1, messages)
        self.assertEqual(run('render', '/no/such.json')[0], 1)
        self.assertEqual(run('render', self.file('page.json', self.made), '--format', 'pdf')[0], 2)


class Previous(OfTheSample):
    def test_a_page_says_what_is_new_since_the_one_before(self):
        old = self.file('old.json', run('compile', *SAMPLE, '--as-of', '2026-04-17', '--format', 'json')[1])
        status, out, messages = run('compile', *SAMPLE, '--previous', old, '--title', 'FACTBOX: Water talks', '--format', 'json')
        self.assertEqual(status, 0, messages)
        new = json.loads(out)
        self.assertEqual((new['title'], new['version']), ('FACTBOX: Water talks', '2'))
        self.assertEqual(new['changes']['since'], '2026-04-17T19:30:00Z')
        self.assertTrue(new['changes']['added'] and new['changes']['withdrawn'])
        page = self.file('new.json', out)
        status, found, messages = run('check', page, TALKS, *OUTLETS, '--previous', old)
        self.assertEqual((status, found), (0, b''), messages)
        words = ' '.join(run('render', page)[1].decode().split())
        self.assertIn('Since 17 April 2026, 19:30 UTC: ', words)
        self.assertNotIn('Edited by hand', words)


class Forms(OfTheSample):
    def test_evidence_stands_in_its_sentence(self):
        texts = {r['id']: r for r in map(json.loads, self.reports.splitlines())}
        seen = 0
        for line in lines_of(self.page):
            for e in line['evidence']:
                if e['part'] == 'statement' and 'sentence' in e:
                    begin, end = e['sentence']
                    self.assertEqual(texts[e['report']][e['field']].encode()[begin:end].decode(), e['context'])
                    self.assertTrue(begin <= e['start'] and e['end'] <= end)
                    seen += 1
        self.assertGreater(seen, 10)

    def test_pages_for_people_print_the_lead_once_and_no_hour_that_nobody_printed(self):
        for form in ('text', 'md', 'html'):
            out = ' '.join(run('compile', *SAMPLE, '--format', form)[1].decode().split())
            for word in (', 00:00', 'T00:00', 'Single source'):
                self.assertFalse(word in out, f'{word} in {form}')
            if not any(self.page['lead']['id'] in side['lines'] for c in self.page['contradictions'] for side in c['sides']):
                head, body = out.split('</head>') if form == 'html' else ('', out)
                self.assertEqual(body.count(self.page['lead']['text']), 1, form)

    def test_csv_has_a_row_a_line(self):
        rows = list(csv.DictReader(io.StringIO(run('compile', *SAMPLE, '--format', 'csv')[1].decode(), newline='')))
        self.assertEqual([r['line'] for r in rows], [l['id'] for l in lines_of(self.page)])
        texts = {r['id']: r for r in map(json.loads, self.reports.splitlines())}
        for row in rows:
            words = texts[row['report']][row['field']].encode()[int(row['start']):int(row['end'])].decode()
            self.assertTrue(row['statement'].startswith(words.split()[0]), row)

    def test_docx_is_a_document_and_the_same_every_time(self):
        out = run('compile', *SAMPLE, '--format', 'docx')[1]
        self.assertEqual(out, run('compile', *SAMPLE, '--format', 'docx')[1])
        with zipfile.ZipFile(io.BytesIO(out)) as whole:
            self.assertIsNone(whole.testzip())
            for name in whole.namelist():
                xml.fromstring(whole.read(name))
            text = ''.join(xml.fromstring(whole.read('word/document.xml')).itertext())
        self.assertIn(self.page['title'], text)
        self.assertIn(lines_of(self.page)[-1]['text'], text)

    def test_ninjs_body_is_a_fragment(self):
        news = json.loads(run('compile', *SAMPLE, '--format', 'ninjs')[1])
        body = news['bodies'][0]['value']
        for word in ('<!DOCTYPE', '<head>', '<style', '<body', 'class="skip"'):
            self.assertFalse(word in body, word)
        self.assertTrue('<h1>' in body)

    def test_annotations_quote_their_reports(self):
        collection = json.loads(run('compile', *SAMPLE, '--format', 'annotations')[1])
        texts = {r['id']: r for r in map(json.loads, self.reports.splitlines())}
        self.assertEqual(collection['total'], len(lines_of(self.page)))
        for annotation in collection['first']['items']:
            for target in annotation['target']:
                if target['source'].startswith('urn:factbox:report:'):
                    report, field = target['source'][len('urn:factbox:report:'):].split('#')
                    quote, place = target['selector']
                    text = texts[report][field].encode()
                    self.assertEqual(text[place['start']:place['end']].decode(), quote['exact'])
                    self.assertIn((quote.get('prefix', '') + quote['exact'] + quote.get('suffix', '')).encode(), text)


class Checked(OfTheSample):
    def check(self, *words):
        return run('check', self.edited(), TALKS, *OUTLETS, *words)

    def test_an_untouched_page_has_nothing_to_mend(self):
        status, out, messages = self.check('--format', 'text')
        self.assertEqual(status, 0, out)
        self.assertIn(': nothing to mend.', out.decode())

    def test_a_person_sees_the_line_the_rule_and_the_remedy(self):
        line = next(l for l in lines_of(self.page) if 'did not agree' in l['text'])
        line['text'] = line['text'].replace(' on the release', ' on the secret release')
        status, out, messages = self.check('--format', 'text')
        self.assertEqual(status, 1, messages)
        words = out.decode()
        self.assertIn(line['text'], words)
        self.assertIn('error, rule 14 (trace): "secret" stands in no evidence', words)
        self.assertRegex(words, r'\d+ lines: \d+ errors?, 0 warnings')

    def test_programs_get_a_line_of_json_each(self):
        lines_of(self.page)[3]['text'] += ' Secretly.'
        status, out, _ = self.check()
        self.assertEqual(status, 1)
        for found in map(json.loads, out.splitlines()):
            self.assertEqual(set(found), {'rule', 'name', 'severity', 'line', 'words', 'why', 'remedy'})


class Analysed(OfTheSample):
    def test_words_are_those_that_the_offsets_mean(self):
        texts = {r['id']: r for r in map(json.loads, self.reports.splitlines())}
        status, out, messages = run('analyse', TALKS, *OUTLETS, '--words')
        self.assertEqual(status, 0, messages)
        for read in map(json.loads, out.splitlines()):
            report = texts[read['id']]
            self.assertEqual(read['title'], report['title'])
            for statement in read['statements']:
                text = report[statement['field']].encode()
                for part in ('content', 'cue', 'source'):
                    self.assertEqual(statement['words'][part], [text[b:e].decode() for b, e in statement[part]])
            for mention in read['entities'] + read['times'] + read['figures']:
                begin, end = mention['span']
                self.assertEqual(mention['words'], report[mention['field']].encode()[begin:end].decode())

    def test_tables_have_a_row_each(self):
        reads = [json.loads(l) for l in run('analyse', TALKS, *OUTLETS)[1].splitlines()]
        for table, name in (('statements', 'statements'), ('figures', 'figures'), ('names', 'entities'), ('times', 'times')):
            status, out, messages = run('analyse', TALKS, *OUTLETS, '--format', 'csv', '--table', table)
            self.assertEqual(status, 0, messages)
            rows = list(csv.DictReader(io.StringIO(out.decode(), newline='')))
            self.assertEqual([r['report'] for r in rows], [r['id'] for r in reads for _ in r[name]], table)
            self.assertTrue(all(r['outlet'] and None not in r for r in rows), table)

    def test_a_formula_in_a_report_computes_nothing(self):
        report = json.dumps({'id': 'a', 'outlet': '=1+2', 'text': 'The talks ended on Monday, the ministry said.'})
        out = run('analyse', '-', '--format', 'csv', stdin=report.encode())[1].decode()
        self.assertIn("a,'=1+2,", out)


@unittest.skipIf(jsonschema is None, 'python3-jsonschema is missing; ./setup test installs it')
class Schemas(OfTheSample):
    @staticmethod
    def schema(name, strict=True):
        whole = json.loads((ROOT / f'docs/schemas/{name}.schema.json').read_text())
        def close(node):
            if isinstance(node, dict):
                if strict and 'properties' in node:
                    node.setdefault('additionalProperties', False)
                for value in node.values():
                    close(value)
            elif isinstance(node, list):
                for value in node:
                    close(value)
        close(whole)
        jsonschema.Draft202012Validator.check_schema(whole)
        return jsonschema.Draft202012Validator(whole)

    def holds(self, name, text):
        schema, lines = self.schema(name), [json.loads(l) for l in text.splitlines() if l.strip()]
        self.assertTrue(lines, name)
        for line in lines:
            for error in schema.iter_errors(line):
                self.fail(f'{name}, at {list(error.absolute_path)}: {error.message[:300]}')

    def test_every_field_is_described(self):
        def described(node, way):
            if isinstance(node, dict):
                for name, field in node.get('properties', {}).items() if isinstance(node.get('properties'), dict) else ():
                    self.assertTrue('description' in field or '$ref' in field, f'{way}.{name}')
                for name, value in node.items():
                    described(value, f'{way}.{name}')
            elif isinstance(node, list):
                for i, value in enumerate(node):
                    described(value, f'{way}[{i}]')
        for path in (ROOT / 'docs/schemas').glob('*.json'):
            described(json.loads(path.read_text()), path.stem)

    def test_what_is_printed_holds(self):
        self.holds('report', self.reports.decode())
        self.holds('parse', run('parse', '--format', 'jsonl', TALKS, *OUTLETS)[1].decode())
        for words in ([], ['--words']):
            self.holds('analysis', run('analyse', TALKS, *OUTLETS, *words)[1].decode())
        self.holds('story', run('stories', TALKS, *OUTLETS)[1].decode())
        self.holds('assignment', run('stories', '--assignments', TALKS, *OUTLETS)[1].decode())
        pair = {'id': 'p', 'a': {'text': 'Nine people were rescued.'}, 'b': {'text': 'Eleven people were rescued.'}}
        self.holds('relation', run('relate', '-', stdin=json.dumps(pair).encode())[1].decode())
        half = lambda part, keep: self.file(part, b''.join(l + b'\n' for n, l in enumerate(self.reports.splitlines()) if n % 2 == keep))
        self.holds('comparison', run('relate', half('even.jsonl', 0), half('odd.jsonl', 1))[1].decode())
        self.holds('source_graph', json.dumps(json.loads(run('trace', '--origins', '-f', 'json', TALKS, *OUTLETS)[1])))
        self.holds('line_trace', run('trace', self.edited(), '-f', 'json')[1].decode())
        self.holds('factbox', json.dumps(self.page))
        self.holds('annotations', json.dumps(json.loads(run('compile', *SAMPLE, '--format', 'annotations')[1])))
        lines_of(self.page)[3]['text'] += ' Secretly.'
        self.page['title'] = 'x' * 99
        self.holds('finding', run('check', self.edited(), TALKS, *OUTLETS)[1].decode())
        self.holds('factbox', json.dumps(json.loads(run('render', self.edited(), '--format', 'json')[1])))


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=1)
