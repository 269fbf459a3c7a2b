"""The lexical side: BM25 over our own Arabic terms in tantivy, derived from the store.

Terms are made by ``rag.arabic.terms``; tantivy only splits at spaces. BM25 with tantivy's
k1 = 1.2 and b = 0.75 (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework").
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from rag.arabic import terms

FOLDER = "lexical"
_HEAP_BYTES = 64_000_000


class LexicalIndex:
    """Index terms by passage number (``seq``)."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def create(cls, folder: Path) -> LexicalIndex:
        """An empty index in ``folder``, in place of what was there."""
        import tantivy

        path = folder / FOLDER
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        return cls(tantivy.Index(_schema(), str(path)))

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Open the index of ``folder``.

        Raises:
            ValueError: it is missing or damaged.
        """
        import tantivy

        try:
            return cls(tantivy.Index(_schema(), str(folder / FOLDER), reuse=True))
        except (ValueError, OSError) as error:
            raise ValueError(f"{FOLDER}/: {error}") from error

    def update(self, removed: Sequence[int], added: Iterable[tuple[int, str]]) -> None:
        """Take out ``removed`` and put in ``added`` as ``(seq, text)``, in one commit; numbers
        that are there already are replaced."""
        import tantivy

        writer = self._index.writer(_HEAP_BYTES, 1)
        for seq in removed:
            writer.delete_documents_by_term("seq", seq)
        for seq, text in added:
            writer.delete_documents_by_term("seq", seq)
            document = tantivy.Document()
            document.add_unsigned("seq", seq)
            document.add_text("terms", " ".join(terms(text)))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def seqs(self) -> set[int]:
        """The numbers held."""
        import tantivy

        searcher = self._index.searcher()
        if not searcher.num_docs:
            return set()
        found = searcher.search(tantivy.Query.all_query(), searcher.num_docs).hits
        return {seq for seq, _ in self._numbered(searcher, found)}

    def search(
        self, query: str, k: int, allow: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The ``k`` best for the words of ``query`` as ``(seq, BM25)``, best first, ties by
        number; only among ``allow`` where it is given. Passages without any term are not found."""
        import tantivy

        searcher = self._index.searcher()
        query_terms = sorted(set(terms(query)))
        if not query_terms or not searcher.num_docs:
            return []
        parts = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._index.schema, "terms", term))
            for term in query_terms
        ]
        # An allowed few may stand anywhere in the ranking, so a filtered search reads it all.
        limit = min(k, searcher.num_docs) if allow is None else searcher.num_docs
        found = searcher.search(tantivy.Query.boolean_query(parts), limit).hits
        pairs = [
            (seq, score)
            for seq, score in self._numbered(searcher, found)
            if allow is None or seq in allow
        ]
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]

    def document_frequency(self, term: str) -> int:
        """How many passages hold the index term."""
        return int(self._index.searcher().doc_freq("terms", term))

    def __len__(self) -> int:
        return int(self._index.searcher().num_docs)

    @staticmethod
    def _numbered(searcher: Any, hits: Sequence[tuple[float, Any]]) -> list[tuple[int, float]]:
        seqs = searcher.fast_field_values("seq", [address for _, address in hits])
        return [(int(seq), float(score)) for seq, (score, _) in zip(seqs, hits, strict=True)]


def _schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("seq", stored=False, indexed=True, fast=True)
    builder.add_text_field("terms", stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()
