#!/usr/bin/env python3
"""Writes what spaCy 3.8 says of tests/fixtures/language/texts.jsonl, for the test of our engine against it.

    python scripts/make_language_fixture.py      in an environment with bench/spacy_requirements.txt

answers.jsonl has the form of `factbox parse --format jsonl`, a line a text.
"""
import json
import pathlib

import spacy

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / 'tests/fixtures/language'


def main():
    nlp = spacy.load(ROOT / 'models/en_core_web_sm-3.8.0')
    answers = []
    for line in (FOLDER / 'texts.jsonl').read_text(encoding='utf-8').splitlines():
        given = json.loads(line)
        doc = nlp(given['text'])

        def byte(at):
            return len(doc.text[:at].encode())

        tokens = [[byte(t.idx), byte(t.idx + len(t.text)), t.tag_, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_,
                   int(bool(t.is_sent_start))] for t in doc]
        entities = [[byte(e.start_char), byte(e.end_char), e.label_] for e in doc.ents]
        answers.append({'id': given['id'], 'tokens': tokens, 'entities': entities})
    with open(FOLDER / 'answers.jsonl', 'w', encoding='utf-8') as file:
        for answer in answers: file.write(json.dumps(answer, ensure_ascii=False, separators=(',', ':')) + '\n')


main()
