#!/usr/bin/env python3
"""Runs what docs/transcript.md shows, on the bundled sample, and looks whether the program still answers so.

  transcript_test.py PROGRAM            what ctest runs
  transcript_test.py PROGRAM --update   writes the answers anew, to be reviewed as a difference

A block ```console holds lines `$ command`, each followed by what is printed, messages among it, and `[exit status N]` where N
isn't 0. All run one after another in one folder, in which talks/ and outlets.tsv are those of samples/."""
import os, pathlib, re, subprocess, sys, tempfile, unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = pathlib.Path(sys.argv[1]).resolve()
TRANSCRIPT = ROOT / 'docs/transcript.md'
BLOCK = re.compile(r'^```console\n(.*?)^```$', re.M | re.S)
COMMAND = re.compile(r'^\$ ((?:.*\\\n)*.*)\n', re.M)


def answers(block, folder):
    """The block with what its commands print now."""
    told = ''
    for command in COMMAND.findall(block):
        done = subprocess.run(['bash', '-c', command], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env={**os.environ, 'PATH': f'{folder}/bin:{os.environ["PATH"]}', 'FACTBOX_OUTLETS': 'outlets.tsv', 'LC_ALL': 'C.UTF-8'}, timeout=300)
        printed = done.stdout.decode().replace('\r\n', '\n')  # tables end their lines so
        told += f'$ {command}\n{printed}' + ('' if printed.endswith('\n') or not printed else '\n')
        told += f'[exit status {done.returncode}]\n' if done.returncode else ''
    return told


def transcript():
    with tempfile.TemporaryDirectory() as folder:
        for name, of in (('talks', ROOT / 'samples/talks'), ('outlets.tsv', ROOT / 'samples/outlets.tsv'), ('bin/factbox', PROGRAM)):
            path = pathlib.Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.symlink_to(of)
        return BLOCK.sub(lambda block: f'```console\n{answers(block[1], folder)}```', TRANSCRIPT.read_text())


class Transcript(unittest.TestCase):
    maxDiff = None

    def test_the_program_answers_as_the_transcript_says(self):
        self.assertEqual(transcript().split('\n'), TRANSCRIPT.read_text().split('\n'),
                         'if it should, run tests/transcript_test.py PROGRAM --update and review the difference')


if __name__ == '__main__':
    if '--update' in sys.argv:
        TRANSCRIPT.write_text(transcript())
    else:
        unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
