"""The two derived indexes together: open, catch up with the store, rebuild, check.

``derived.json`` names the generation both were saved at, how many passages they hold, and the
version of the terms. It is written last, and catching up is idempotent (remove, then add), so a
kill at any point leaves a state from which the next opening arrives at the truth. A folder
without a readable pair is rebuilt from the store, without embedding again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

import numpy as np

from rag.dense import DenseIndex
from rag.errors import IndexDamagedError, IndexLockedError
from rag.folder import write_lock
from rag.language_shift import Shifts, shifts
from rag.lexical import FOLDER as LEXICAL
from rag.lexical import LexicalIndex
from rag.split import embedded_text
from rag.store import Store
from rag.stored_vectors import kept_question_means
from rag.terms import VERSION as TERMS_VERSION
from rag.terms import index_terms

FILE = "derived.json"
_BATCH = 4096
# The share of removed passages at which both are built anew: tantivy counts removed ones in its
# term statistics, so the scores drift. Every removal thus costs four passages' rebuilding at most.
_MOST_DEAD = 0.25


@dataclass(frozen=True, slots=True)
class Indexes:
    """The dense and the lexical index, both holding ``generation`` of the store.

    ``shifts``: see ``rag.language_shift``. ``dead``: passages removed since the last rebuild.
    ``repaired`` says what was wrong with the saved ones when they had to be rebuilt, or is "".
    """

    dense: DenseIndex
    lexical: LexicalIndex
    generation: int
    shifts: Shifts = field(default_factory=dict)
    dead: int = 0
    repaired: str = ""


def open_indexes(store: Store, held: Indexes | None = None) -> Indexes:
    """Open both, caught up with the store. ``held`` is a pair that is open already: it is never
    changed, and given back where there is none newer.

    While another writes, a readable older pair is used as it is.

    Raises:
        IndexLockedError: there is no readable pair and another is writing.
    """
    indexes = held
    if held is None or held.generation not in (store.generation, _saved_generation(store)):
        loaded, _ = _load(store)
        indexes = loaded or held
    if indexes and indexes.generation == store.generation:
        return indexes
    try:
        with write_lock(store.folder):
            return catch_up(store)
    except IndexLockedError:
        if indexes:
            return indexes
        raise


def _saved_generation(store: Store) -> int | None:
    """That of the saved pair, which need not be readable."""
    try:
        return int(json.loads((store.folder / FILE).read_text())["generation"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def catch_up(store: Store) -> Indexes:
    """Bring both to the store's generation and save them. The caller holds the write lock."""
    indexes, fault = _load(store)
    if indexes is None:
        return rebuild(store, fault)
    generation = store.generation
    if indexes.generation == generation:
        return indexes
    if not store.floor <= indexes.generation < generation:
        return rebuild(store, f"of generation {indexes.generation}, the store of {generation}")
    removed = store.removed_since(indexes.generation)
    dead = indexes.dead + len(removed)
    if dead > _MOST_DEAD * len(indexes.dense):
        return rebuild(store)
    indexes.dense.remove(removed)
    _add_vectors(indexes.dense, store, indexes.generation)
    indexes.lexical.update(removed, _terms(store, indexes.generation))
    if not _hold(indexes, store.counts()[1]):
        return rebuild(store, "they held other passages than the store")
    return _save(store, replace(indexes, generation=generation, dead=dead))


def discard(store: Store) -> None:
    """Make the next opening rebuild both, whatever happens until then."""
    (store.folder / FILE).unlink(missing_ok=True)


def rebuild(store: Store, fault: str = "") -> Indexes:
    """Make both anew from the store. The caller holds the write lock."""
    return _rebuilt(store, _terms(store, 0), fault)


def erase(store: Store, doc_ids: Sequence[str]) -> None:
    """Remove documents from the store and from both. These are built anew, not only deleted from:
    a tantivy segment keeps the words of what is deleted. The caller holds the write lock.

    The terms of what stays are copied: making them is nearly all the work.
    """
    held = catch_up(store).lexical
    sound = not held.damaged_files()
    discard(store)
    store.remove(doc_ids)
    staying = store.seqs()
    copied = ((seq, terms) for seq, terms in held.terms() if seq in staying)
    _rebuilt(store, copied if sound else _terms(store, 0))


def _rebuilt(store: Store, terms: Iterable[tuple[int, list[str]]], fault: str = "") -> Indexes:
    discard(store)
    generation = store.generation
    dense, lexical = DenseIndex(store.settings.dim), LexicalIndex.create(store.folder)
    _add_vectors(dense, store, 0)
    lexical.update([], terms)
    return _save(store, Indexes(dense, lexical, generation, repaired=fault))


def _load(store: Store) -> tuple[Indexes | None, str]:
    """The saved pair, of whatever generation, or None and what is wrong with it."""
    path = store.folder / FILE
    if not path.exists():
        # An index that nothing was committed to yet has none, and nothing is wrong with that.
        return None, f"{FILE} is missing" if store.floor else ""
    try:
        record = json.loads(path.read_text())
        if record["terms"] != TERMS_VERSION:
            return None, "the terms were made by another version"
        dense = DenseIndex.load(store.folder, store.settings.dim)
        lexical = LexicalIndex.load(store.folder)
        by_language = {
            asked: {held: float(shift) for held, shift in row.items()}
            for asked, row in record["shifts"].items()
        }
        indexes = Indexes(
            dense, lexical, int(record["generation"]), by_language, int(record["dead"])
        )
        # Older ones may differ: a kill, or a writer at work, between the one and the other.
        if indexes.generation == store.generation and not _hold(indexes, record["passages"]):
            return None, f"they do not both hold {record['passages']} passages"
        return indexes, ""
    except IndexDamagedError as error:
        return None, f"{LEXICAL}/: {error.__cause__}".splitlines()[0]
    except (AttributeError, ValueError, KeyError, TypeError, OSError) as error:
        return None, str(error)


def _hold(indexes: Indexes, passages: int) -> bool:
    return len(indexes.dense) == len(indexes.lexical) == passages


def _save(store: Store, indexes: Indexes) -> Indexes:
    indexes.dense.save(store.folder)
    means = indexes.dense.language_means()
    indexes = replace(indexes, shifts=shifts(kept_question_means(store), means))
    unfinished = store.folder / f"{FILE}.new"
    record = {
        "generation": indexes.generation,
        "passages": len(indexes.dense),
        "shifts": indexes.shifts,
        "dead": indexes.dead,
        "terms": TERMS_VERSION,
    }
    unfinished.write_text(json.dumps(record))
    unfinished.replace(store.folder / FILE)
    store.forget_removals(indexes.generation)
    return indexes


def _terms(store: Store, generation: int) -> Iterator[tuple[int, list[str]]]:
    for seq, head, passage in store.passages_since(generation):
        yield seq, index_terms(embedded_text(head, passage), head.date)


def _add_vectors(dense: DenseIndex, store: Store, generation: int) -> None:
    for seqs, vectors, languages in vector_batches(store, generation):
        dense.add(seqs, vectors, languages)


def vector_batches(
    store: Store, generation: int
) -> Iterator[tuple[list[int], np.ndarray, list[str]]]:
    """What was added after ``generation``: numbers, vectors of *shape* ``(n, dim)``, and the
    languages of the documents."""
    rows = store.vectors_since(generation)
    while batch := list(islice(rows, _BATCH)):
        seqs, languages, vectors = zip(*batch, strict=True)
        yield list(seqs), np.stack(vectors), list(languages)
