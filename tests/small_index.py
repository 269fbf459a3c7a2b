"""Indexes small enough to work out by hand, for the tests of what stands on them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from embeddings import HashingEncoder
from rag.schema import Block, Document, Passage
from rag.split import SplitSettings, embedded_sentences, embedded_text, split
from rag.store import Store
from rag.tables import Embedding, IndexSettings, vector_key

SETTINGS = IndexSettings("hashing", "hashing-64", 64, 180)


class CountingEncoder(HashingEncoder):
    """Remembers every text it was given to embed."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        self.passages += texts
        return super().encode_passages(texts)


def document(doc_id: str, text: str, **fields: object) -> Document:
    """A document that is all article, unless ``blocks`` says otherwise."""
    fields.setdefault("blocks", (Block(0, len(text), "article"),))
    fields.setdefault("source", f"{doc_id}.txt")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(doc_id, text, sha256=sha256, **fields)


def put(store: Store, *documents: Document, origin: str = "") -> None:
    """Documents into the store as indexing does it, but for the derived indexes."""
    encoder = HashingEncoder()
    for doc in documents:
        passages = split(doc, encoder.count_tokens, SplitSettings())
        texts = [embedded_text(doc, passage) for passage in passages]
        keys = [vector_key(encoder.id, text) for text in texts]
        vectors = {
            key: Embedding(
                encoder.encode_passages([text])[0],
                encoder.encode_passages(embedded_sentences(doc, passage)),
            )
            for key, text, passage in zip(keys, texts, passages, strict=True)
        }
        store.put(doc, origin or f"/docs/{doc.source}", doc.sha256, passages, keys, vectors)


def new_store(folder: Path) -> Store:
    return Store.create(folder, SETTINGS)


def words_of(passages: Sequence[Passage]) -> list[str]:
    return [passage.text for passage in passages]


def jsonl(path: Path, *records: object) -> Path:
    """A .jsonl of these; a str goes in as it is."""
    lines = [r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in records]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def count_words(texts: Sequence[str]) -> list[int]:
    """A stand-in for an encoder's ``count_tokens``."""
    return [len(text.split()) for text in texts]


CountTokens = Callable[[Sequence[str]], list[int]]
