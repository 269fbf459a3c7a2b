"""Where a run took place: machine, versions, commit; and hashes of the models and of the code."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import subprocess
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from rag import models, opening

_ROOT = Path(__file__).parents[1]
_PACKAGES = (
    "isnad", "numpy", "onnxruntime", "faiss-cpu", "tantivy", "xllamacpp", "PyStemmer",
    "sentence-transformers", "langchain-text-splitters",
)  # fmt: skip


def describe(options: Any) -> dict[str, Any]:
    """Date, machine, versions, commit and the ``options`` (a dataclass) as they were given; what
    cannot be told is None."""
    return {
        "options": {name: str(value) for name, value in asdict(options).items()},
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "platform": platform.platform(),
        "machine": platform.machine(),
        "processor": _field("/proc/cpuinfo", "model name"),
        "cores": threads(),
        "memory_mb": _megabytes("/proc/meminfo", "MemTotal"),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in _PACKAGES},
        "commit": _git("rev-parse", "HEAD"),
        "changed_since_commit": bool(_git("status", "--porcelain")),
    }


def threads() -> int:
    """How many threads the language model computes with here."""
    from rag.generate.llama import default_threads

    return default_threads()


def peak_mb() -> float:
    """The most memory this process has had, in MB."""
    peak = _megabytes("/proc/self/status", "VmHWM")
    if peak is not None:
        return float(peak)
    try:
        import resource  # not on Windows
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (1e6 if sys.platform == "darwin" else 1e3))


@cache
def model(name: str) -> dict[str, str]:
    """A model's name and the sha256 of its largest file; of an endpoint only the name.

    Raises:
        ModelMissingError: it is not here.
    """
    if name == opening.HASHING or opening.is_endpoint(name):
        return {"name": name}
    path = models.resolve(name)
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    largest = max(files, key=lambda file: (file.stat().st_size, file.name))
    with largest.open("rb") as data:
        digest = hashlib.file_digest(data, "sha256").hexdigest()
    return {"name": name, "file": largest.name, "sha256": digest}


def code_sha256() -> str:
    """A hash of the product's and the evaluation's code, committed or not."""
    digest = hashlib.sha256()
    for package in ("embeddings", "eval", "rag"):
        for file in sorted((_ROOT / package).rglob("*.py")):
            digest.update(f"{file.relative_to(_ROOT)}\n".encode() + file.read_bytes())
    return digest.hexdigest()


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _field(file: str, name: str) -> str | None:
    try:
        text = Path(file).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    match = re.search(rf"^{name}\s*:\s*(.+)$", text, re.MULTILINE)
    return match[1].strip() if match else None


def _megabytes(file: str, name: str) -> int | None:
    value = _field(file, name)
    return round(int(value.split()[0]) / 1000) if value else None


def _git(*arguments: str) -> str | None:
    """What git says, or None outside a checkout."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=_ROOT, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
