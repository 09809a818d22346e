#!/usr/bin/env python3
"""Writes src/language/words/unicode_tables.inc: what Python's str methods say of each code point.

The model was trained on words that Python 3.11 (Unicode 14) lowered and classed, so that
version's answers are the right ones, even where a later Unicode knows better:

    python3.11 scripts/make_unicode_tables.py

Each code point has a record (properties, distance to its lower-case form); records are few,
and code points share them by blocks of 128.
"""
import pathlib
import sys
import unicodedata

OUT = pathlib.Path(__file__).resolve().parent.parent / 'src' / 'language' / 'words' / 'unicode_tables.inc'
SPACE, ALPHA, UPPER, DIGIT, CASED, IGNORABLE = (1 << bit for bit in range(6))
BLOCK = 128
SIGMA, FINAL_SIGMA = '\u03a3', '\u03c2'
DOTTED_I = 0x130  # the only one whose lower-case form is two code points; unicode.cpp knows it


def record(code):
    char = chr(code)
    # The rule of the final sigma shows which letters Python holds for cased or ignores.
    cased_before = (char + SIGMA).lower().endswith(FINAL_SIGMA)
    passed_over = ('A' + char + SIGMA).lower().endswith(FINAL_SIGMA)
    flags = (SPACE * char.isspace() | ALPHA * char.isalpha() | UPPER * char.isupper()
             | DIGIT * char.isdigit() | CASED * cased_before
             | IGNORABLE * (passed_over and not cased_before))
    lower = char.lower()
    if len(lower) != 1:
        assert code == DOTTED_I, hex(code)
        lower = char
    return flags, ord(lower) - code


def rows(values):
    line = ''
    for value in values:
        piece = f'{value}, '
        if len(line) + len(piece) > 98:
            yield line.rstrip()
            line = ''
        line += piece
    yield line.rstrip()


def main():
    assert unicodedata.unidata_version == '14.0.0', 'run it with Python 3.11'
    records, blocks, index, block_of = {}, [], [], {}
    for first in range(0, sys.maxunicode + 1, BLOCK):
        block = tuple(records.setdefault(record(code), len(records))
                      for code in range(first, first + BLOCK))
        index.append(block_of.setdefault(block, len(block_of)))
        if len(block_of) > len(blocks):
            blocks.append(block)
    assert len(records) < 256 and len(blocks) < 256
    text = ['// Made by scripts/make_unicode_tables.py from Python 3.11 (Unicode 14.0.0): do not edit.',
            '// clang-format off',
            f'constexpr std::array<CodePointRecord, {len(records)}> kRecords{{{{',
            *rows(f'{{{flags}, {delta}}}' for flags, delta in records),
            '}};',
            f'constexpr std::array<std::uint8_t, {len(index)}> kBlockOf{{{{',
            *rows(index),
            '}};',
            f'constexpr std::array<std::uint8_t, {len(blocks) * BLOCK}> kRecordOf{{{{',
            *rows(value for block in blocks for value in block),
            '}};',
            '// clang-format on', '']
    OUT.write_text('\n'.join(text))


main()
