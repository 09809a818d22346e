#!/usr/bin/env python3
"""Writes src/language/words/symbol_tables.inc: tables that stand in spaCy's code, not in its packages.

A string that spaCy knows as a symbol has a small number for an id, not a hash; and some words
have a norm in every language. The models were trained with both. Run it with the Python that
spaCy 3.8 is installed for:

    python scripts/make_symbol_tables.py
"""
import pathlib

from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.symbols import IDS

OUT = pathlib.Path(__file__).resolve().parent.parent / 'src' / 'language' / 'words' / 'symbol_tables.inc'


def quoted(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"'


def rows(entries):
    return [f'{{{quoted(key)}, {value}}},' for key, value in sorted(entries)]


def main():
    symbols = {name: number for name, number in IDS.items() if name}
    norms = {word: quoted(norm) for word, norm in BASE_NORMS.items()}
    text = ['// Made by scripts/make_symbol_tables.py from spaCy 3.8 (MIT licence): do not edit.',
            '// clang-format off',
            '// Sorted by bytes.',
            f'constexpr std::array<Symbol, {len(symbols)}> kSymbols{{{{',
            *rows(sorted(symbols.items(), key=lambda item: item[0].encode())),
            '}};',
            f'constexpr std::array<BaseNorm, {len(norms)}> kBaseNorms{{{{',
            *rows(sorted(norms.items(), key=lambda item: item[0].encode())),
            '}};',
            '// clang-format on', '']
    OUT.write_text('\n'.join(text))


main()
