"""Speeds and memory as ratios to what a user would write by hand, all in one run; then search at
1,000 and 20,000 passages (``eval.bench_search``).

    python -m eval.bench

The plain script opens the same weights with sentence-transformers and searches a FAISS flat
index; every pair of figures is taken in turn, so that both meet the same load.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from eval import bench_search
from rag import models

_ROUNDS = 5
_SIZES = (1_000, 20_000)  # 100,000, by `python -m eval.bench_search`, take minutes to build
_QUESTION = "كم بلغ عدد زوار معرض سبو الدولي للكتاب سنة 2023؟"

_PLAIN = """
import sys, faiss, numpy as np
from sentence_transformers import SentenceTransformer
folder, model, question = sys.argv[1:]
encoder = SentenceTransformer(model, device="cpu")
index = faiss.read_index(folder + "/plain.faiss")
vector = encoder.encode(["query: " + question], normalize_embeddings=True)
print(index.search(vector, 8)[1])
"""
_OURS = """
import sys
from rag.cli import main
main(sys.argv[1:])
"""
# Not ru_maxrss: that one begins with the memory of the process that started this one.
_PEAK = """
import re
from pathlib import Path
status = Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1]) / 1000, file=sys.stderr)
"""


def main() -> int:
    """Print every figure."""
    model = models.model_path("multilingual-e5-small")
    _say(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at start")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _rag("index", str(files("eval") / "corpus"), "--index", name)
        _indexing(folder, model)
        _cold(folder, model)
        _memory(folder, model)
    bench_search.run(_SIZES)
    _say(f"load {os.getloadavg()[0]:.1f} at the end")
    return 0


def _indexing(folder: Path, model: Path) -> None:
    """All of `rag index` (read, split, embed, store, both search indexes) against
    sentence-transformers' own encode of the same texts: passages and their sentences."""
    import faiss
    from sentence_transformers import SentenceTransformer

    from rag import opening
    from rag.indexing import index_files
    from rag.load import discover
    from rag.split import embedded_sentences, embedded_text
    from rag.store import Store

    pages = discover([Path(str(files("eval") / "corpus"))]).files
    with Store.open(folder) as store:
        passages = [(head, passage) for _, head, passage in store.passages_since(0)]
    whole = [embedded_text(head, passage) for head, passage in passages]
    texts = [*whole, *(text for place in passages for text in embedded_sentences(*place))]
    plain = SentenceTransformer(str(model), device="cpu")
    prefixed = [f"passage: {text}" for text in texts]
    vectors = plain.encode(prefixed[: len(whole)], normalize_embeddings=True)
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    faiss.write_index(index, str(folder / "plain.faiss"))
    tokens = 0

    def build() -> None:
        nonlocal tokens
        with tempfile.TemporaryDirectory() as name:
            store, encoder = opening.open_for_writing(Path(name), None)
            with store:
                tokens = index_files(store, encoder, pages).tokens

    build()
    mine, theirs = _in_turn(build, lambda: plain.encode(prefixed, normalize_embeddings=True), 3)
    _say(
        f"indexing {len(whole)} passages whole: {theirs / mine:.2f} times the speed of"
        f" sentence-transformers' encode alone ({tokens / mine:,.0f} against"
        f" {tokens / theirs:,.0f} tokens/s)"
    )


def _cold(folder: Path, model: Path) -> None:
    """A process from its start to the printed passages."""
    mine, theirs = _in_turn(
        lambda: _rag("ask", _QUESTION, "--retrieval-only", "--index", str(folder)),
        lambda: _run("-c", _PLAIN, str(folder), str(model), _QUESTION),
        _ROUNDS,
    )
    _say(
        f"cold `rag ask --retrieval-only`: {theirs / mine:.1f} times faster than a plain script"
        f" ({mine:.2f} s against {theirs:.2f} s)"
    )


def _memory(folder: Path, model: Path) -> None:
    """Peak resident memory of whole processes, as a share of the plain script's."""
    plain = _run("-c", _PLAIN + _PEAK, str(folder), str(model), _QUESTION)
    theirs = float(plain.stderr.split()[-1])
    for label, options in (("--no-llm", ["--no-llm"]), ("with the default language model", [])):
        began = time.perf_counter()
        done = _run("-c", _OURS + _PEAK, "ask", _QUESTION, "--index", str(folder), *options)
        peak = float(done.stderr.split()[-1])
        _say(
            f"`rag ask` {label}: {peak / theirs:.2f} of the plain script's memory"
            f" ({peak:,.0f} against {theirs:,.0f} MB), {time.perf_counter() - began:.1f} s cold"
        )


def _in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """Median seconds of both, measured alternately."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for call, into in zip((ours, theirs), times, strict=True):
            began = time.perf_counter()
            call()
            into.append(time.perf_counter() - began)
    return statistics.median(times[0]), statistics.median(times[1])


def _rag(*args: str) -> None:
    _run("-m", "rag", *args)


def _run(*args: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, *args], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
