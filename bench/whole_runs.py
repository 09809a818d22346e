#!/usr/bin/env python3
"""Times whole runs, from reports on disk to a page.

    python3 bench/whole_runs.py STREAM.jsonl[.gz] [IDS] [--program build/factbox]

STREAM are reports as JSON Lines; IDS names, a line each, those that the large run takes (all, without it). Prints for 40
reports, for all of them, and for all of them as one story: seconds, the most memory, and whether one thread and another
order of the reports give the same page, byte for byte. Needs only Python's own library."""
import argparse, gzip, hashlib, json, os, random, subprocess, tempfile, time


def timed(*command):
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
        out = run.stdout.read()
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    return time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out, run.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('stream'); parser.add_argument('ids', nargs='?'); parser.add_argument('--program', default='build/factbox')
    parser.add_argument('--runs', type=int, default=3)
    o = parser.parse_args()
    wanted = set(open(o.ids).read().split()) if o.ids else None
    with (gzip.open if o.stream.endswith('.gz') else open)(o.stream, 'rt', encoding='utf-8') as lines:
        reports = [line for line in lines if wanted is None or json.loads(line).get('id') in wanted]
    with tempfile.TemporaryDirectory() as folder:
        def file(name, some):
            path = os.path.join(folder, name)
            with open(path, 'w', encoding='utf-8') as out:
                out.writelines(some)
            return path

        def row(what, *command):
            runs = sorted((timed(o.program, *command) for _ in range(o.runs)), key=lambda r: r[0])
            wall, cpu, memory, out, status = runs[len(runs) // 2]
            print(f'{what:44} {wall:7.2f} s  {cpu:7.2f} s of cpu  {memory:6.0f} MB  exit {status}', flush=True)
            return hashlib.sha256(out).hexdigest()

        forty = file('forty.jsonl', reports[:40])
        row('40 reports, one page', 'compile', forty)
        everything = file('all.jsonl', reports)
        one_story = row(f'{len(reports)} reports, all one story', 'compile', '--format', 'json', everything)
        row(f'{len(reports)} reports, read and analysed', 'analyse', everything)
        row(f'{len(reports)} reports, placed in stories', 'stories', everything)
        random.Random(7).shuffle(reports)
        shuffled = file('shuffled.jsonl', reports)
        same = {one_story}
        for jobs in ('1', '3'):
            same.add(hashlib.sha256(timed(o.program, 'compile', '--format', 'json', '--jobs', jobs, shuffled)[3]).hexdigest())
        print('another order, 1 and 3 threads:', 'the same page' if len(same) == 1 else 'OTHER PAGES')


if __name__ == '__main__':
    main()
