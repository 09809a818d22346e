#!/usr/bin/env python3
"""Draws docs/house.svg: the folders of src/ in their order, how many rooms each has (a room: a source and its header), and what
each includes. Beside the tree as it stands, an earlier commit.

  scripts/draw_house.py [COMMIT]"""
import collections, io, pathlib, re, subprocess, sys, tarfile, tempfile

import ratchets

ROOT = pathlib.Path(__file__).resolve().parent.parent
BEFORE = '693c898'
ROW, LEFT, WIDE, TALL = 34, 150, 470, 22
INK, PAPER, BOX, ARROW, CIRCLE = '#222', '#fff', '#dde6ee', '#6f8fa8', '#c0392b'


def tree_of(commit, folder):
    """The sources of a commit, unpacked."""
    packed = subprocess.run(['git', 'archive', commit, 'src'], cwd=ROOT, capture_output=True, check=True).stdout
    tarfile.open(fileobj=io.BytesIO(packed)).extractall(folder)
    return pathlib.Path(folder) / 'src'


def measured(src):
    """Folders in order, rooms of each, includes between them, rooms in circles."""
    ratchets.SRC = src
    order = re.findall(r'add_subdirectory\((\w+)\)', (src / 'CMakeLists.txt').read_text())
    rooms = {str(path.relative_to(src).with_suffix('')) for path, _ in ratchets.sources()}
    includes = ratchets.includes()
    between = collections.Counter()
    for room, others in includes.items():
        for other in others:
            here, there = room.split('/')[0], other.split('/')[0]
            if here != there: between[here, there] += 1
    circles = collections.Counter(room.split('/')[0] for circle in ratchets.circles(includes) for room in circle)
    return order, collections.Counter(room.split('/')[0] for room in rooms), between, circles


def drawn(title, x, house):
    order, rooms, between, circles = house
    at = {folder: 70 + ROW * i for i, folder in enumerate(order)}
    yield f'<text x="{x}" y="24" class="title">{title}</text>'
    tied = sum(circles.values())
    yield (f'<text x="{x}" y="44">{sum(rooms.values())} rooms, {sum(between.values())} includes between folders, '
           f'<tspan fill="{CIRCLE if tied else INK}">{tied} rooms in circles</tspan></text>')
    edge = x + LEFT + max(rooms.values()) * 2 + 46
    for (here, there), count in sorted(between.items(), key=lambda pair: pair[1]):
        top, bottom = at[there] + TALL / 2, at[here] + TALL / 2
        reach = edge + 14 + (bottom - top) * 0.42
        yield (f'<path d="M{edge} {bottom} C{reach} {bottom} {reach} {top} {edge} {top}" stroke-width="{0.6 + count ** 0.5 * 0.55:.1f}">'
               f'<title>{here} includes {there}: {count}</title></path>')
    for folder in order:
        y = at[folder]
        yield f'<text x="{x + LEFT - 8}" y="{y + 16}" text-anchor="end">{folder}</text>'
        yield f'<rect x="{x + LEFT}" y="{y}" width="{rooms[folder] * 2 + 4}" height="{TALL}" fill="{BOX}"/>'
        if circles[folder]: yield f'<rect x="{x + LEFT}" y="{y}" width="{circles[folder] * 2 + 4}" height="{TALL}" fill="{CIRCLE}"/>'
        yield f'<text x="{x + LEFT + rooms[folder] * 2 + 10}" y="{y + 16}">{rooms[folder]}</text>'


def main():
    commit = (sys.argv[1:] or [BEFORE])[0]
    now = measured(ROOT / 'src')
    with tempfile.TemporaryDirectory() as folder:
        before = measured(tree_of(commit, folder))
    tall = 84 + ROW * max(len(before[0]), len(now[0]))
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDE + 40} {tall}" font-family="sans-serif" font-size="13">',
             f'<style>.title{{font-size:16px;font-weight:bold}} path{{fill:none;stroke:{ARROW};stroke-opacity:.55}} text{{fill:{INK}}}</style>',
             f'<rect width="100%" height="100%" fill="{PAPER}"/>',
             *drawn(f'Before ({commit})', 10, before), *drawn('Now', WIDE + 40, now), '</svg>']
    (ROOT / 'docs/house.svg').write_text('\n'.join(lines) + '\n')


main()
