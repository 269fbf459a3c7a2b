"""Search at 1,000 and 100,000 passages: where the milliseconds of a question go.

    python -m eval.bench_search [PASSAGES...]

Every question is asked of each index in turn, so that all meet the same load; the encoder and the
whole of ``HybridSearcher.search`` are the product's, the corpus is ``eval.synthetic``.
"""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.resources import files
from pathlib import Path

import numpy as np

from eval import synthetic
from rag import arabic, opening, search, terms
from rag.opening import OpenIndex

SIZES = (1_000, 100_000)
_QUESTIONS = 200
_WARM_UP = 20
_K = 8
_PARTS = (
    "embedding", "Arabic text work", "lexical", "dense", "reading the database", "duplicates",
)  # fmt: skip
REST = "the rest"
WHOLE = "whole"
_MEMORY = """
import re, sys, time
from pathlib import Path
from eval.synthetic import questions
from rag.opening import open_index

def resident():
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmRSS:\\s+(\\d+) kB", status)[1]) / 1000

asked = questions(1000, 200)
before, began = resident(), time.perf_counter()
index = open_index(Path(sys.argv[1]))
seconds, opened = time.perf_counter() - began, resident()
for question in asked:
    index.searcher.search(question, 8)
print(before, seconds, opened, resident())
"""


Times = dict[str, list[float]]
"""Milliseconds of each question, by part; ``WHOLE`` is everything."""


def main(sizes: Sequence[int]) -> int:
    """Print every figure."""
    _say(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at start")
    run(sizes or SIZES)
    _say(f"load {os.getloadavg()[0]:.1f} at the end")
    return 0


def run(sizes: Sequence[int] = SIZES) -> None:
    """Build, measure and print; the smallest of ``sizes`` is what the others are compared with."""
    _arabic_speed()
    with tempfile.TemporaryDirectory() as name:
        folders = {size: Path(name) / str(size) for size in sorted(sizes)}
        for size, folder in folders.items():
            began = time.perf_counter()
            synthetic.build(folder, size, opening.DEFAULT_ENCODER)
            _say(f"{size:,} synthetic passages built in {time.perf_counter() - began:.0f} s")
        _speeds(folders)
        for size, folder in folders.items():
            _memory(size, folder)


def _speeds(folders: dict[int, Path]) -> None:
    indexes = {size: opening.open_index(folder) for size, folder in folders.items()}
    asked = synthetic.questions(min(folders), _WARM_UP + _QUESTIONS)
    found = measure(list(indexes.values()), asked)
    (least, *_), (small, *_) = folders, found
    for size, times in zip(folders, found, strict=True):
        whole, embedding = times[WHOLE], _median(times["embedding"])
        _say(
            f"a question to {size:,} passages: {_median(whole) / embedding:.2f} times embedding it,"
            f" {_median(whole) / _median(small[WHOLE]):.2f} times one to {least:,}:"
            f" median {_median(whole):.1f} ms, p95 {_p95(whole):.1f} ms"
        )
        for part, own in times.items():
            if part != WHOLE:
                share = _median(own) / embedding
                _say(f"    {part}: {share:.2f} ({_median(own):.1f} ms, p95 {_p95(own):.1f} ms)")


def measure(indexes: Sequence[OpenIndex], asked: Sequence[str]) -> list[Times]:
    """The times of all questions but the first, which warm up, on each index; every question is
    asked of each in turn."""
    kept: list[Times] = [{part: [] for part in (*_PARTS, REST, WHOLE)} for _ in indexes]
    with ExitStack() as stack:
        spent: dict[str, float] = defaultdict(float)
        for part, owner, name in _calls(indexes):
            stack.enter_context(_clocked(owner, name, part, spent))
        for number, question in enumerate(asked):
            for index, times in zip(indexes, kept, strict=True):
                spent.clear()
                began = time.perf_counter()
                index.searcher.search(question, _K)
                whole = 1000 * (time.perf_counter() - began)
                if number >= _WARM_UP:
                    for part in _PARTS:
                        times[part].append(spent[part])
                    times[REST].append(whole - sum(spent.values()))
                    times[WHOLE].append(whole)
    return kept


def _calls(indexes: Sequence[OpenIndex]) -> Iterator[tuple[str, object, str]]:
    """Part, object and name of the calls that are clocked; none of them calls another."""
    for name in ("understand", "clauses", "unit_clauses", "word_terms", "respelled", "asked_time"):
        yield "Arabic text work", search, name
    yield "duplicates", search, "grouped"
    yield "reading the database", search, "sentence_vectors"
    for index in indexes:
        yield "embedding", index.searcher.encoder, "encode_queries"
        for name in ("search", "document_frequency"):
            yield "lexical", index.indexes.lexical, name
        for name in ("search", "scores"):
            yield "dense", index.indexes.dense, name
        yield "reading the database", index.store, "passages"


@contextmanager
def _clocked(owner: object, name: str, part: str, spent: dict[str, float]) -> Iterator[None]:
    """Add the milliseconds of every call of ``owner.name`` to ``part``, until the end."""
    call = getattr(owner, name)

    def timed(*args: object) -> object:
        began = time.perf_counter()
        try:
            return call(*args)
        finally:
            spent[part] += 1000 * (time.perf_counter() - began)

    setattr(owner, name, timed)
    try:
        yield
    finally:
        setattr(owner, name, call)


def _memory(size: int, folder: Path) -> None:
    """Opening time, resident memory and disk of a process that holds this index alone."""
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY, str(folder)], capture_output=True, text=True, check=True
    )
    before, seconds, opened, after = map(float, done.stdout.split())
    disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    _say(
        f"{size:,} passages: opened in {seconds:.2f} s; memory {opened:,.0f} MB, {after:,.0f} MB"
        f" after {_QUESTIONS} questions ({before:,.0f} MB before); {disk / 1e6:,.0f} MB on disk"
    )


def _arabic_speed() -> None:
    pages = [path for path in Path(str(files("eval") / "corpus")).iterdir() if path.is_file()]
    texts = [re.sub(r"<[^>]*>", " ", path.read_text("utf-8")) for path in pages]
    size = sum(len(text.encode()) for text in texts)
    for call in (arabic.fold, terms.index_terms):
        times = []
        for _ in range(5):
            began = time.perf_counter()
            for text in texts:
                call(text)
            times.append(time.perf_counter() - began)
        _say(f"{call.__module__}.{call.__name__}: {size / _median(times) / 1e6:.1f} MB/s")


def _median(times: list[float]) -> float:
    return float(np.median(times))


def _p95(times: list[float]) -> float:
    return float(np.percentile(times, 95))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]]))
