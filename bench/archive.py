#!/usr/bin/env python3
"""A web archive of our own making, and what reading it costs.

    python3 bench/archive.py build/release/factbox [--megabytes 1000] [--packed] [--keep FILE]

Most records are pages of an index, which intake passes over by their status or their type, as a crawl's robots.txt, pictures
and redirects are; one in --every is a report of a few paragraphs. With --every 0 there is none, and what is measured is the
reading alone. Tells the archive's size, the time of a core, the speed, and the most memory that the program held.
"""
import argparse
import gzip
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

WORDS = ('the harbour office said ferries sail again island road stays closed until police month storm after eleven days '
         'council mayor port bridge night water company ministry school winter river train station market old new').split()


def sentence(rng):
    return ' '.join(rng.choices(WORDS, k=rng.randint(9, 24))).capitalize() + '.'


def page(rng, number):
    paragraphs = ''.join(f'<p>{" ".join(sentence(rng) for _ in range(3))}</p>\n' for _ in range(8))
    return (f'<html lang="en"><head><title>Ferries sail again {number}</title></head><body><article><h1>Ferries sail again '
            f'{number}</h1><time datetime="2026-04-12T08:30:00Z">Sunday</time>\n{paragraphs}</article></body></html>').encode()


def record(kind, address, block):
    head = (f'WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-04-12T09:00:00Z\r\n'
            f'Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n').encode()
    return head + block + b'\r\n\r\n'


def answer(status, kind, body):
    return (f'HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n').encode() + body


def write(path, megabytes, every, packed):
    rng = random.Random(7)
    filler = ''.join(f'<a href="/{i}">{sentence(rng)}</a>\n' for i in range(900)).encode()
    size = number = 0
    with open(path, 'wb') as out:
        while size < megabytes * 1_000_000:
            number += 1
            address = f'https://outlet{number % 97}.example/{number}'
            block = [record('request', address, b'GET / HTTP/1.1\r\n\r\n')]
            if every and number % every == 0:
                block.append(record('response', address, answer('200 OK', 'text/html; charset=utf-8', page(rng, number))))
            else:
                block.append(record('response', address, answer('404 Not Found', 'text/html', filler)))
            for one in block:
                size += len(one)
                out.write(gzip.compress(one, 6) if packed else one)
    return size


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('program')
    parser.add_argument('--megabytes', type=int, default=1000)
    parser.add_argument('--every', type=int, default=0)
    parser.add_argument('--packed', action='store_true', help='a gzip member a record')
    parser.add_argument('--keep', type=pathlib.Path)
    order = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = order.keep or pathlib.Path(folder) / ('pages.warc.gz' if order.packed else 'pages.warc')
        size = write(path, order.megabytes, order.every, order.packed)
        begin = time.time()
        with open(os.devnull, 'wb') as nowhere:
            done = subprocess.run([order.program, 'extract', str(path)], stdout=nowhere, stderr=subprocess.PIPE)
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        core = spent.ru_utime + spent.ru_stime
        print(f'{size / 1e6:.0f} MB of records ({path.stat().st_size / 1e6:.0f} MB on the disk): {time.time() - begin:.1f} s, '
              f'{core:.1f} s of cores, {size / 1e6 / core:.0f} MB/s a core; at most {spent.ru_maxrss / 1024:.0f} MB of memory; '
              f'exit {done.returncode}')


if __name__ == '__main__':
    sys.exit(main())
