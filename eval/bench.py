"""Speeds and memory as ratios to what a user would write by hand, all in one run.

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

from rag import models

_ROUNDS = 5
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
_MEASURED = """
import re, sys, time
from pathlib import Path
began = time.perf_counter()
from rag.cli import main
code = main(sys.argv[1:])
peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
print(f"{time.perf_counter() - began} {peak / 1000}", file=sys.stderr)
sys.exit(code)
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
        _memory(folder)
    _say(f"load {os.getloadavg()[0]:.1f} at the end")
    return 0


def _indexing(folder: Path, model: Path) -> None:
    """The encoder inside `rag index` against sentence-transformers' own encode."""
    import faiss
    from sentence_transformers import SentenceTransformer

    import embeddings
    from rag.split import embedded_text
    from rag.store import Store

    with Store.open(folder) as store:
        texts = [embedded_text(head, passage) for _, head, passage in store.passages_since(0)]
    ours = embeddings.open_encoder(model)
    plain = SentenceTransformer(str(model), device="cpu")
    prefixed = [f"passage: {text}" for text in texts]
    tokens = sum(ours.count_tokens(texts))
    vectors = plain.encode(prefixed, normalize_embeddings=True)
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    faiss.write_index(index, str(folder / "plain.faiss"))
    ours.encode_passages(texts)
    mine, theirs = _in_turn(
        lambda: ours.encode_passages(texts),
        lambda: plain.encode(prefixed, normalize_embeddings=True),
        3,
    )
    _say(
        f"encoding {len(texts)} passages: {theirs / mine:.2f} times sentence-transformers"
        f" ({tokens / mine:,.0f} against {tokens / theirs:,.0f} tokens/s)"
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


def _memory(folder: Path) -> None:
    for label, options in (("--no-llm", ["--no-llm"]), ("with the default language model", [])):
        command = ["-c", _MEASURED, "ask", _QUESTION, "--index", str(folder), *options]
        seconds, peak = _run(*command).stderr.split()[-2:]
        _say(f"`rag ask` {label}: {float(seconds):.1f} s cold, peak {float(peak):,.0f} MB")


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
