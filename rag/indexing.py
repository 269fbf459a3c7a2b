"""Documents into the index: split, embed what is new, store, then bring the search up to date."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from embeddings.base import Encoder
from rag import derived, load
from rag.errors import InputError
from rag.schema import Document, Passage
from rag.split import SplitSettings, embedded_text, split
from rag.store import Store, vector_key, write_lock

# Enough passages that batches by length waste little, few enough that progress is seen to move.
_BATCH = 64


@dataclass(slots=True)
class Report:
    """What a run has done so far. ``done_bytes`` counts input; ``tokens`` those embedded."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    embedded: int = 0
    tokens: int = 0
    done_bytes: int = 0
    failures: list[InputError] = field(default_factory=list)

    @property
    def documents(self) -> int:
        """Documents that could be read."""
        return self.added + self.updated + self.unchanged


@dataclass(frozen=True, slots=True)
class _Pending:
    """A document that waits for the vectors of ``passages``; ``texts`` is what is embedded."""

    document: Document
    origin: str
    passages: list[Passage]
    texts: list[str]
    is_new: bool


def index_files(
    store: Store,
    encoder: Encoder,
    files: Sequence[Path],
    sync_under: Sequence[Path] = (),
    show: Callable[[Report], None] = lambda report: None,
) -> Report:
    """Add and update the documents of ``files``; ``show`` is called as the run goes on. A
    document's source is its file's path as given.

    Each document is one transaction, so a run that is cut off leaves whole documents. Text whose
    exact embedded string is stored already is not embedded again. Documents that came from
    inside ``sync_under`` and were not met are removed, unless their file could not be read.

    Raises:
        IndexLockedError: another process is writing.
    """
    report = Report()
    with write_lock(store.folder):
        met: set[str] = set()
        pending: list[_Pending] = []
        for item in _changed(store, encoder, files, report, met):
            pending.append(item)
            if sum(len(waiting.passages) for waiting in pending) >= _BATCH:
                _put(store, encoder, pending, report, show)
                pending = []
            show(report)
        _put(store, encoder, pending, report, show)
        gone = [
            row.id
            for row in store.documents()
            if row.id not in met
            and any(Path(row.origin).is_relative_to(place.resolve()) for place in sync_under)
        ]
        if gone:
            store.remove(gone)
            report.removed = len(gone)
        derived.catch_up(store)
    show(report)
    return report


def _changed(
    store: Store, encoder: Encoder, files: Sequence[Path], report: Report, met: set[str]
) -> Iterator[_Pending]:
    """The documents that are new or differ from what is stored; ``met`` collects all ids that
    are still there, those of files that cannot be read now included."""
    settings = SplitSettings(store.settings.max_tokens)
    for file in files:
        origin = str(file.resolve())
        stored = store.fingerprints(origin)
        size = file.stat().st_size if file.is_file() else 0
        if len(stored) == 1 and _is_unchanged(file, stored):
            met.update(stored)
            report.unchanged += 1
            report.done_bytes += size
            continue
        for item in load.read(file, str(file)):
            if isinstance(item, InputError):
                report.failures.append(item)
                met.update(stored)
                continue
            met.add(item.id)
            if stored.get(item.id) == fingerprint(item.sha256, item.source):
                report.unchanged += 1
                continue
            try:
                store.claim(item.id, origin, item.source)
            except InputError as error:
                report.failures.append(error)
                continue
            passages = split(item, encoder.count_tokens, settings)
            texts = [embedded_text(item, passage) for passage in passages]
            yield _Pending(item, origin, passages, texts, item.id not in stored)
            stored[item.id] = fingerprint(item.sha256, item.source)
        report.done_bytes += size


def fingerprint(sha256: str, source: str) -> str:
    """What tells that an input is as it was: its bytes, its name, and how it was read."""
    return f"{load.VERSION}:{sha256}:{source}"


def _is_unchanged(file: Path, stored: dict[str, str]) -> bool:
    """Whether a file that gave one document has the bytes it had; saves parsing it."""
    try:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return False
    return fingerprint(digest, str(file)) in stored.values()


def _put(
    store: Store,
    encoder: Encoder,
    pending: Sequence[_Pending],
    report: Report,
    show: Callable[[Report], None],
) -> None:
    """Embed what is not stored yet, then write document by document."""
    keys = [[vector_key(encoder.id, text) for text in item.texts] for item in pending]
    texts = {
        key: text
        for item, item_keys in zip(pending, keys, strict=True)
        for key, text in zip(item_keys, item.texts, strict=True)
    }
    new = sorted(texts.keys() - store.has_vectors(texts), key=lambda key: len(texts[key]))
    vectors: dict[str, np.ndarray] = {}
    for part in _slices(new, _BATCH):
        part_texts = [texts[key] for key in part]
        vectors.update(zip(part, encoder.encode_passages(part_texts), strict=True))
        report.embedded += len(part)
        report.tokens += sum(encoder.count_tokens(part_texts))
        show(report)
    for item, item_keys in zip(pending, keys, strict=True):
        mark = fingerprint(item.document.sha256, item.document.source)
        store.put(item.document, item.origin, mark, item.passages, item_keys, vectors)
        if item.is_new:
            report.added += 1
        else:
            report.updated += 1


def _slices(items: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (items[i : i + size] for i in range(0, len(items), size))
