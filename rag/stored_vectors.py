"""The vectors of an index, read from its database and kept in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rag.store import Store
from rag.tables import Embedding, sentence_rows


def embeddings(store: Store, passage_ids: Sequence[str]) -> dict[str, Embedding]:
    """The vectors of passages and of their sentences, by id; unknown and damaged ones are
    left out."""
    marks = ",".join("?" * len(passage_ids))
    rows = store.query(
        "SELECT p.id, v.vector, v.sentences FROM passages p"
        f" JOIN vectors v ON v.key = p.vector_key WHERE p.id IN ({marks})",
        *passage_ids,
    )
    dim = store.settings.dim
    held = {
        name: Embedding(np.frombuffer(blob, "<f4"), sentence_rows(rest, dim))
        for name, blob, rest in rows
        if len(blob) == 4 * dim
    }
    return {name: one for name, one in held.items() if np.isfinite(one.vector).all()}


def sentence_vectors(store: Store, seqs: Sequence[int]) -> dict[int, NDArray[np.float32]]:
    """The vectors of the sentences of these passages, *shape* ``(n, dim)``; passages without
    any sound ones, and those removed meanwhile, are left out."""
    marks = ",".join("?" * len(seqs))
    rows = store.query(
        "SELECT p.seq, v.sentences FROM passages p"
        f" JOIN vectors v ON v.key = p.vector_key WHERE p.seq IN ({marks})",
        *seqs,
    )
    dim = store.settings.dim
    held = {seq: sentence_rows(blob, dim) for seq, blob in rows}
    return {seq: rows for seq, rows in held.items() if rows.size}


def kept_question_means(store: Store) -> dict[str, NDArray[np.float32]]:
    """What ``keep_question_means`` was given, but for what is damaged."""
    rows = store.query("SELECT lang, vector FROM question_means")
    size = 4 * store.settings.dim
    means = {lang: np.frombuffer(blob, "<f4") for lang, blob in rows if len(blob) == size}
    return {lang: mean for lang, mean in means.items() if np.isfinite(mean).all()}


def vectors(store: Store, keys: Iterable[str]) -> dict[str, Embedding]:
    """The embeddings of those of ``keys`` that have one."""
    query = "SELECT vector, sentences FROM vectors WHERE key = ?"
    rows = ((key, next(iter(store.query(query, key)), None)) for key in keys)
    return {
        key: Embedding(np.frombuffer(row[0], dtype="<f4"), sentence_rows(row[1], len(row[0]) // 4))
        for key, row in rows
        if row
    }


def keep_question_means(store: Store, means: Mapping[str, NDArray[np.float32]]) -> None:
    """Keep the mean vector of questions, *shape* ``(dim,)``, by their language, in place of
    those kept before."""
    with store.transaction() as db:
        db.execute("DELETE FROM question_means")
        db.executemany(
            "INSERT INTO question_means VALUES (?, ?)",
            [(lang, mean.astype("<f4").tobytes()) for lang, mean in means.items()],
        )
