"""The tables of an index, and how documents and vectors are written into their rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rag.schema import Block, Document

FORMAT = "3"

SCHEMA = """
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY, origin TEXT NOT NULL, text TEXT NOT NULL, title TEXT NOT NULL,
    source TEXT NOT NULL, url TEXT NOT NULL, site TEXT NOT NULL, author TEXT NOT NULL,
    date TEXT NOT NULL, lang TEXT NOT NULL, tags TEXT NOT NULL, sha256 TEXT NOT NULL,
    blocks TEXT NOT NULL, text_sha256 TEXT NOT NULL, fingerprint TEXT NOT NULL
);
CREATE INDEX documents_origin ON documents (origin);
CREATE TABLE files (origin TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE passages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    doc_id TEXT NOT NULL REFERENCES documents (id), text TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL, page INTEGER,
    vector_key TEXT NOT NULL REFERENCES vectors (key), generation INTEGER NOT NULL
);
CREATE INDEX passages_doc ON passages (doc_id);
CREATE INDEX passages_generation ON passages (generation);
CREATE INDEX passages_vector ON passages (vector_key);
CREATE TABLE vectors (
    key TEXT PRIMARY KEY, vector BLOB NOT NULL, sentences BLOB NOT NULL
);
CREATE TABLE question_means (lang TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE removals (seq INTEGER PRIMARY KEY, generation INTEGER NOT NULL);
CREATE INDEX removals_generation ON removals (generation);
"""
DOCUMENT = "id, text, title, source, url, site, author, date, lang, tags, sha256, blocks"
PASSAGE = (
    'p.id, p.doc_id, p.text, p.start, p."end", p.kind, p.page, d.lang, d.title, d.source, d.date'
)


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """What an index was built with; it can only be used with the same."""

    encoder: str
    """The name or folder that opens the encoder again."""
    encoder_id: str
    dim: int
    max_tokens: int


class Embedding(NamedTuple):
    """What is embedded of a passage: ``vector`` *shape* ``(dim,)``; its sentences, *shape* ``(n,
    dim)``, kept in half precision. A passage of one sentence has none."""

    vector: NDArray[np.float32]
    sentences: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of the index without its text."""

    id: str
    origin: str
    title: str
    source: str
    date: str
    passages: int


def vector_key(encoder_id: str, text: str) -> str:
    """The key of a vector: which encoder, which exact string."""
    return digest(f"{encoder_id}\0{text}")


def digest(text: str) -> str:
    """SHA-256 of ``text`` in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def blobs(embedding: Embedding) -> tuple[bytes, bytes]:
    """An embedding as it is stored: the vector in single, its sentences in half precision."""
    return embedding.vector.astype("<f4").tobytes(), embedding.sentences.astype("<f2").tobytes()


def sentence_rows(blob: bytes, dim: int) -> NDArray[np.float32]:
    """Stored sentence vectors, *shape* ``(n, dim)``; none if they are damaged: then the passage's
    own vector speaks for them."""
    if not dim or len(blob) % (2 * dim):
        return np.empty((0, dim), np.float32)
    rows = np.frombuffer(blob, dtype="<f2").reshape(-1, dim).astype(np.float32)
    return rows if np.isfinite(rows).all() else rows[:0]


def document_row(document: Document) -> tuple[str, ...]:
    """The columns ``DOCUMENT`` of a document."""
    return (
        document.id, document.text, document.title, document.source, document.url,
        document.site, document.author, document.date, document.lang,
        json.dumps(document.tags, ensure_ascii=False), document.sha256,
        json.dumps([(b.start, b.end, b.kind) for b in document.blocks]),
    )  # fmt: skip


def read_document(row: Sequence[str]) -> Document:
    """The document of a row of the columns ``DOCUMENT``."""
    *fields, tags, sha256, blocks = row
    marked = tuple(Block(*block) for block in json.loads(blocks))
    return Document(*fields, tuple(json.loads(tags)), sha256, marked)  # type: ignore
