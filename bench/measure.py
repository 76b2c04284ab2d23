"""Texts and runs for bench/speed."""
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def read_paragraphs(files):
    paragraphs = []
    for name in map(str, files):
        content = Path(name).read_text(encoding="utf-8")
        texts = [json.loads(line)["text"] for line in content.splitlines()] if name.endswith(".jsonl") else [content]
        for text in texts:
            paragraphs += [" ".join(p.split()) for p in text.split("\n\n") if p.strip()]
    return paragraphs


def make_texts(paragraphs, length):
    """Texts without end, of about `length` tokens each (estimated from the words; what is reported is counted).

    Each is one paragraph: what looks like the end of an article would keep the rest from being read.
    """
    rng = random.Random(1)
    paragraphs = list(paragraphs)
    current, size = [], 0
    while True:
        rng.shuffle(paragraphs)
        for paragraph in paragraphs:
            current.append(paragraph)
            size += len(paragraph.split()) * 1.15
            if size >= length:
                yield " ".join(current)
                current, size = [], 0


def sentences(paragraphs):
    """The first sentences of paragraphs, without end."""
    rng = random.Random(2)
    while True:
        yield rng.choice(paragraphs).split(". ")[0] + "."


def take(texts, tokens):
    total = 0
    for text in texts:
        yield text
        total += len(text.split()) * 1.15
        if total >= tokens:
            return


def line_of(number, text):
    return json.dumps({"id": f"d{number}", "text": text}) + "\n"


def write_documents(path, texts):
    with open(path, "w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(line_of(number, text))
    return path


def busiest_thread(pid):
    """Seconds of processor time of the thread that had most so far."""
    seconds = []
    for path in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            seconds.append(int(path.read_text().split()[0]) / 1e9)
        except (OSError, IndexError):
            pass  # it has ended
    return max(seconds, default=0)


def run_watched(command):
    """As `run`, with the processor time of the busiest thread: on processors with nothing else to do the run lasts little longer."""
    begin = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    busiest, usage = 0, None
    while usage is None:
        time.sleep(0.02)
        busiest = max(busiest, busiest_thread(process.pid))
        pid, status, used = os.wait4(process.pid, os.WNOHANG)
        usage = used if pid else None
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed with status {process.returncode}")
    return {"wall": time.perf_counter() - begin, "cpu": usage.ru_utime + usage.ru_stime, "busiest": busiest}


def run(command, feed=None, environment=None, stdin=None):
    """Runs a command to its end: the seconds and the peak of memory it took, and what it printed.

    feed: the pieces that are written to its standard input, instead of the file `stdin`.
    """
    with tempfile.TemporaryFile() as out:
        begin = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdin=subprocess.PIPE if feed else stdin, stdout=out,
                                   env=dict(os.environ, **(environment or {})))
        for piece in feed or ():
            process.stdin.write(piece)
        if feed:
            process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{command[0]} failed with status {process.returncode}")
        took = {"wall": time.perf_counter() - begin, "cpu": usage.ru_utime + usage.ru_stime, "mb": usage.ru_maxrss / 1024}
        out.seek(0)
        return took, out.read()


def median(rows, key):
    return statistics.median(row[key] for row in rows)


FIELDS = ["begin", "end", "lemma", "tag", "pos", "head", "dep", "sentence start", "entity"]


def differences(a, b):
    """What differs between two files of one line a token."""
    different, tokens = dict.fromkeys(FIELDS, 0), 0
    left, right = (Path(name).read_text(encoding="utf-8").split("\n") for name in (a, b))
    if len(left) != len(right):
        return f"the numbers of tokens differ: {len(left)} and {len(right)}"
    for x, y in zip(left, right):
        tokens += bool(x)
        if x != y:
            for name, p, q in zip(FIELDS, x.split("\t"), y.split("\t")):
                different[name] += p != q
    same = 1 - max(different.values()) / max(tokens, 1)
    return f"of {tokens} tokens differ: " + ", ".join(f"{name} {count}" for name, count in different.items()) + f"; {100 * same:.3f} % or more are the same"
