"""Documents into the index: split, embed what is new, store, then bring the search up to date."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from embeddings.base import Encoder
from rag import derived, load, messages, stored_vectors
from rag.errors import InputError
from rag.folder import PATIENCE, origin_of, storable, write_lock
from rag.schema import Document, Passage
from rag.split import SplitSettings, embedded_sentences, embedded_text, split
from rag.store import Store
from rag.tables import Embedding, vector_key

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
    """A document that waits for the vectors of ``passages``; ``texts`` is what is embedded of
    each, ``sentences`` what is embedded of its sentences."""

    document: Document
    origin: str
    passages: list[Passage]
    texts: list[str]
    sentences: list[list[str]]
    is_new: bool


@dataclass(frozen=True, slots=True)
class _Finished:
    """A file all of whose documents came before; ``fingerprint`` is that of its bytes."""

    origin: str
    fingerprint: str


def index_files(
    store: Store,
    encoder: Encoder,
    files: Sequence[Path],
    sync_under: Sequence[Path] = (),
    show: Callable[[Report], None] = lambda report: None,
    sources: Sequence[str] | None = None,
) -> Report:
    """Add and update the documents of ``files``; ``show`` is called as the run goes on. A
    document's source is its file's path as given, or the one of ``sources`` in its place.

    Each document is one transaction, so a run that is cut off leaves whole documents. Text whose
    exact embedded string is stored already is not embedded again. Documents that came from
    inside ``sync_under`` and were not met are removed, unless their file could not be read.

    Raises:
        IndexLockedError: another process is writing.
    """
    run = _Run(store, encoder, frozenset(map(origin_of, sync_under)))
    report = run.report
    named = list(zip(files, sources or map(str, files), strict=True))
    with write_lock(store.folder, PATIENCE):
        derived.catch_up(store)  # a new index can be asked while it fills
        run.take_in(named, show)
        if gone := run.gone():
            store.remove(gone)
            report.removed = len(gone)
        derived.catch_up(store)
    show(report)
    return report


def erase(store: Store, doc_ids: Sequence[str]) -> bool:
    """Erase documents from the database and from both search indexes, with what conversations
    quote of them. False if a reader keeps their words in a log for now, see ``Store.flush``.

    Raises:
        IndexLockedError: another process is writing.
    """
    with write_lock(store.folder, PATIENCE):
        derived.erase(store, doc_ids)
        return store.flush()


class _Run:
    """What a run has met: ``met`` are all ids that are still there, those of files that cannot be
    read now included; ``owners`` says which file gave the ids that are not stored yet."""

    def __init__(self, store: Store, encoder: Encoder, sync_under: frozenset[str]) -> None:
        self.report = Report()
        self._store = store
        self._encoder = encoder
        self._sync_under = sync_under
        self._settings = SplitSettings(store.settings.max_tokens)
        self._met: set[str] = set()
        self._read: set[str] = set()
        self._owners: dict[str, tuple[str, str]] = {}

    def take_in(self, files: Sequence[tuple[Path, str]], show: Callable[[Report], None]) -> None:
        """Read, embed and store files, each with what its documents say they come from."""
        pending: list[_Pending | _Finished] = []
        waiting = 0
        for item in self._changes(files):
            pending.append(item)
            waiting += len(item.passages) if isinstance(item, _Pending) else 1
            if waiting >= _BATCH:
                _put(self._store, self._encoder, pending, self.report, show)
                pending, waiting = [], 0
            show(self.report)
        _put(self._store, self._encoder, pending, self.report, show)

    def _changes(self, files: Sequence[tuple[Path, str]]) -> Iterator[_Pending | _Finished]:
        """The documents that are new or differ from what is stored, file by file."""
        report = self.report
        for file, source in files:
            origin = origin_of(file)
            self._read.add(origin)
            stored = self._store.fingerprints(origin)
            mark, size = _file_fingerprint(file, source)
            if mark and mark == self._store.file_fingerprint(origin):
                self._met.update(stored)
                report.unchanged += len(stored)
                report.done_bytes += size
                continue
            began, failed = report.done_bytes, len(report.failures)
            item = None
            for item in load.read(file, source):
                if isinstance(item, InputError):
                    report.failures.append(item)
                    self._met.update(stored)
                    continue
                report.done_bytes = min(
                    began + size, report.done_bytes + len(item.text.encode("utf-8"))
                )
                yield from self._changed(item, origin, stored)
            report.done_bytes = began + size
            if item is None:  # a .jsonl without lines
                report.failures.append(InputError(messages.no_text(source)))
            # Not while the index holds more of the file, which --sync would find by reading it.
            if mark and len(report.failures) == failed and self._met.issuperset(stored):
                yield _Finished(origin, mark)

    def _changed(
        self, document: Document, origin: str, stored: dict[str, str]
    ) -> Iterator[_Pending]:
        """``document``, unless it is ``stored`` as it is or its id belongs to another file."""
        mark = fingerprint(document.sha256, document.source)
        if document.id in stored:
            if stored[document.id] == mark:
                self._met.add(document.id)
                self.report.unchanged += 1
                return
        elif owner := self._other_owner(document.id, origin):
            text = messages.duplicate_id(document.id, owner, document.source)
            self.report.failures.append(InputError(text))
            return
        passages = split(document, self._encoder.count_tokens, self._settings)
        texts = [embedded_text(document, passage) for passage in passages]
        parts = [embedded_sentences(document, passage) for passage in passages]
        yield _Pending(document, origin, passages, texts, parts, document.id not in stored)
        self._met.add(document.id)
        self._owners[document.id] = origin, document.source
        stored[document.id] = mark

    def _other_owner(self, doc_id: str, origin: str) -> str | None:
        """The source of the document of this id from another file, if there is one. A file that
        has gone from under ``--sync`` has lost its documents: this is how a .jsonl is renamed."""
        owner = self._owners.get(doc_id) or self._store.owner(doc_id)
        if owner is None or owner[0] == origin or self._is_synced_away(owner[0]):
            return None
        return owner[1]

    def _is_synced_away(self, origin: str) -> bool:
        within = not self._sync_under.isdisjoint({origin, *map(str, Path(origin).parents)})
        return within and origin not in self._read and _has_gone(Path(origin))

    def gone(self) -> list[str]:
        """Ids of documents from under ``--sync`` whose file has gone, or was read without them."""
        if not self._sync_under:
            return []
        by_origin = defaultdict(list)
        for row in self._store.documents():
            if row.id not in self._met:
                by_origin[row.origin].append(row.id)
        return [
            doc_id
            for origin, ids in by_origin.items()
            if self._is_synced_away(origin) or origin in self._read
            for doc_id in ids
        ]


def fingerprint(sha256: str, source: str) -> str:
    """What tells that an input is as it was: its bytes, its name, and how it was read."""
    return f"{load.VERSION}:{sha256}:{source}"


def _file_fingerprint(file: Path, source: str) -> tuple[str | None, int]:
    """The fingerprint of a whole file, or None if it cannot be read, and its size in bytes."""
    try:
        with file.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
            return fingerprint(digest, storable(Path(source))), opened.tell()
    except OSError:
        return None, 0


def _has_gone(file: Path) -> bool:
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:  # it is there, or may be: a folder that cannot be entered now
        return False
    return False


def _put(
    store: Store,
    encoder: Encoder,
    pending: Sequence[_Pending | _Finished],
    report: Report,
    show: Callable[[Report], None],
) -> None:
    """Embed what is not stored yet, then write document by document."""
    texts = {
        vector_key(encoder.id, text): [text, *sentences]
        for item in pending
        if isinstance(item, _Pending)
        for text, sentences in zip(item.texts, item.sentences, strict=True)
    }
    # All of them, not only the new: writing one document may drop a vector that the next one needs.
    vectors = stored_vectors.vectors(store, texts)
    new = sorted(texts.keys() - vectors.keys(), key=lambda key: (len(texts[key][0]), key))
    for part in _slices(new, _BATCH):
        flat = [text for key in part for text in texts[key]]
        rows = encoder.encode_passages(flat)
        ends = np.cumsum([len(texts[key]) for key in part])[:-1]
        for key, own in zip(part, np.split(rows, ends), strict=True):
            vectors[key] = Embedding(own[0], own[1:])
        report.embedded += len(part)
        report.tokens += sum(encoder.count_tokens(flat))
        show(report)
    for item in pending:
        if isinstance(item, _Finished):
            store.finish_file(item.origin, item.fingerprint)
            continue
        keys = [vector_key(encoder.id, text) for text in item.texts]
        mark = fingerprint(item.document.sha256, item.document.source)
        store.put(item.document, item.origin, mark, item.passages, keys, vectors)
        if item.is_new:
            report.added += 1
        else:
            report.updated += 1


def _slices(items: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (items[i : i + size] for i in range(0, len(items), size))
