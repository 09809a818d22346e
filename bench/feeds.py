#!/usr/bin/env python3
"""Feeds read by factbox beside feedparser, on feedparser's own test feeds.

    python3 -m pip download --no-binary :all: --no-deps feedparser==6.0.11 && tar xzf feedparser-6.0.11.tar.gz
    python3 -m pip install --target FOLDER feedparser==6.0.11
    PYTHONPATH=FOLDER python3 bench/feeds.py build/release/factbox feedparser-6.0.11/tests

Counts the entries that feedparser gives a title or a link, and how many of them factbox gives with the same ones
(white space, references and the slash of a bare host aside). An entry without any words of its own is no report; such
are counted aside. --show lists what differs.
"""
import argparse
import html
import json
import pathlib
import re
import subprocess
import sys

import feedparser


def letters(words):
    return re.sub(r'\W+', '', html.unescape(html.unescape(words or '')))


def plain(markup):
    return letters(re.sub(r'<[^>]*>', ' ', markup or ''))


def link(words):
    return html.unescape((words or '').strip()).rstrip('/')


def read(program, path):
    done = subprocess.run([program, 'extract', str(path)], capture_output=True, text=True, errors='replace')
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.strip()


def words_of(entry):
    parts = [entry.get('title', ''), entry.get('summary', '')] + [c.get('value', '') for c in entry.get('content', [])]
    return any(plain(part) for part in parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('program')
    parser.add_argument('feeds', type=pathlib.Path, help="the folder tests of feedparser's source")
    parser.add_argument('--show', action='store_true')
    order = parser.parse_args()
    all_good = all_count = 0
    for folder in ('wellformed', 'illformed', 'encoding', 'entities'):
        good = count = wordless = feeds = saved = savable = 0
        for path in sorted((order.feeds / folder).rglob('*.xml')):
            try:
                wanted = feedparser.parse(path.read_bytes(), sanitize_html=False).entries
            except Exception as error:  # its own parsers fail on some, with this Python
                print(f'feedparser fails: {path.relative_to(order.feeds)}: {type(error).__name__}')
                continue
            if not wanted:
                continue
            feeds += 1
            reports, said = read(order.program, path)
            missed = []
            for entry in wanted:
                if not words_of(entry):
                    wordless += 1
                    continue
                count += 1
                title, address = plain(entry.get('title')), link(entry.get('link'))
                if any(letters(r.get('title')) in (title, letters(entry.get('title'))) and (not address or link(r.get('url')) == address) for r in reports):
                    good += 1
                else:
                    missed.append((entry.get('title'), entry.get('link')))
            savable += any(words_of(e) for e in wanted)
            saved += bool(reports) and any(words_of(e) for e in wanted)
            if order.show and missed:
                print(path.relative_to(order.feeds), missed, [(r.get('title'), r.get('url')) for r in reports], said[-200:])
        all_good += good
        all_count += count
        print(f'{folder}: {good} of {count} entries with title and link; {saved} of {savable} feeds give reports; '
              f'{wordless} entries without words')
    print(f'all: {100 * all_good / max(1, all_count):.1f} % of {all_count}')


if __name__ == '__main__':
    sys.exit(main())
