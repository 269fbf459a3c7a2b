"""Whether an index agrees with itself: offsets, hashes, vectors, and both derived indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rag.derived import Indexes, vector_batches
from rag.schema import Document
from rag.split import embedded_text
from rag.store import DATABASE, Store
from rag.stored_vectors import kept_question_means
from rag.tables import IndexSettings, digest, vector_key


@dataclass(frozen=True, slots=True)
class Problem:
    """One disagreement; ``doc_id`` names the document it lies in, or is ""."""

    where: str
    what: str
    doc_id: str = ""


def check_store(store: Store) -> list[Problem]:
    """Test the database against itself. An empty list is good."""
    problems = [
        Problem(DATABASE, message)
        for (message,) in store.query("PRAGMA integrity_check")
        if message != "ok"
    ]
    orphans = "SELECT DISTINCT doc_id FROM passages WHERE doc_id NOT IN (SELECT id FROM documents)"
    problems += [
        Problem(doc_id, "it has passages but no text", doc_id) for (doc_id,) in store.query(orphans)
    ]
    settings = store.settings
    kept = {lang for (lang,) in store.query("SELECT lang FROM question_means")}
    problems += [
        Problem("question_means", f"the vector of {lang} is damaged")
        for lang in sorted(kept - kept_question_means(store).keys())
    ]
    for doc_id, text_digest in store.query("SELECT id, text_sha256 FROM documents ORDER BY id"):
        try:
            document = store.document(doc_id)
            assert document is not None
            problems += _check_document(store, document, text_digest, settings)
        except (sqlite3.DatabaseError, ValueError, TypeError) as error:
            problems.append(Problem(doc_id, f"it cannot be read ({error})", doc_id))
    return problems


def _check_document(
    store: Store, document: Document, text_digest: str, settings: IndexSettings
) -> Iterator[Problem]:
    if text_digest != digest(document.text):
        yield Problem(document.id, "the stored text differs from its hash", document.id)
    rows = store.query(
        "SELECT p.id, p.vector_key, v.vector, v.sentences FROM passages p"
        " LEFT JOIN vectors v ON v.key = p.vector_key WHERE p.doc_id = ?",
        document.id,
    )
    vectors = {passage_id: row for passage_id, *row in rows}
    for passage in store.passages_of(document.id):
        key, vector, sentences = vectors[passage.id]
        if document.text[passage.start : passage.end] != passage.text:
            yield Problem(passage.id, "its offsets do not give its words", document.id)
        if key != vector_key(settings.encoder_id, embedded_text(document, passage)):
            yield Problem(passage.id, "its vector belongs to other words", document.id)
        if not _is_unit(vector, settings.dim):
            yield Problem(passage.id, "its vector is missing or damaged", document.id)
        elif not _are_units(sentences, settings.dim):
            yield Problem(passage.id, "the vectors of its sentences are damaged", document.id)


def _are_units(blob: bytes, dim: int) -> bool:
    """Whether it holds vectors of ``dim`` numbers in half precision and of length 1."""
    if len(blob) % (2 * dim):
        return False
    rows = np.frombuffer(blob, dtype="<f2").astype(np.float32).reshape(-1, dim)
    return bool((np.abs(np.linalg.norm(rows, axis=1) - 1) < 1e-2).all())


def _is_unit(blob: bytes | None, dim: int) -> bool:
    """Whether it holds a vector of ``dim`` numbers and length 1."""
    if blob is None or len(blob) != 4 * dim:
        return False
    return bool(abs(np.linalg.norm(np.frombuffer(blob, dtype="<f4")) - 1) < 1e-3)


def check_indexes(store: Store, indexes: Indexes) -> list[Problem]:
    """Test both derived indexes against the store: the same passages, the same vectors; and the
    files of the lexical one against their checksums. An empty list is good."""
    problems = [
        Problem(f"lexical/{name}", "its content differs from its checksum")
        for name in indexes.lexical.damaged_files()
    ]
    if problems:
        return problems
    truth = store.seqs()
    problems = [
        Problem(name, f"{len(truth - held)} passages missing, {len(held - truth)} too many")
        for name, held in (("dense", indexes.dense.seqs()), ("lexical", indexes.lexical.seqs()))
        if held != truth
    ]
    if problems:
        return problems
    for seqs, vectors, languages in vector_batches(store, 0):
        differ = (indexes.dense.vectors(seqs) != vectors).any(axis=1)
        wrong = np.flatnonzero(differ | (indexes.dense.languages(seqs) != languages))
        problems += [Problem("dense", f"the vector of passage {seqs[i]} differs") for i in wrong]
    return problems
