"""The lexical side: BM25 over our own Arabic terms in tantivy, derived from the store.

Terms are made by ``rag.terms``; tantivy only splits at spaces. BM25 with tantivy's k1 = 1.2 and
b = 0.75 (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework").
"""

from __future__ import annotations

import json
import math
import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from zlib import crc32

from rag import messages
from rag.errors import IndexDamagedError

FOLDER = "lexical"
_HEAP_BYTES = 64_000_000
_BATCH = 4096
_SEGMENT_FILE = re.compile(r"[0-9a-f]{32}\..+")


@dataclass(frozen=True, slots=True)
class Clause:
    """Something a question looks for. ``ways`` are ways of saying it, each of one or more terms:
    the one that scores most counts, so that a word is not worth more for having many spellings.
    ``parts`` are terms that count besides."""

    ways: tuple[tuple[str, ...], ...]
    parts: tuple[str, ...] = ()


class LexicalIndex:
    """Index terms by passage number (``seq``). Reading raises ``IndexDamagedError`` where a file
    of it makes no sense."""

    def __init__(self, path: Path, index: Any) -> None:
        # By itself tantivy follows the commits of other processes; the dense side does not.
        index.config_reader("manual")
        self._path = path
        self._index = index

    @classmethod
    def create(cls, folder: Path) -> LexicalIndex:
        """An empty index in ``folder``, in place of what was there."""
        import tantivy

        path = folder / FOLDER
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        return cls(path, tantivy.Index(_schema(), str(path)))

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Open the index of ``folder``.

        Raises:
            ValueError: it is missing or incomplete.
            IndexDamagedError: see the class.
        """
        import tantivy

        path = folder / FOLDER
        if not (path / "meta.json").is_file():  # tantivy would make an empty index
            raise ValueError(f"{FOLDER}/ is missing or incomplete")
        with _damage_named(path):
            return cls(path, tantivy.Index(_schema(), str(path), reuse=True))

    def update(self, removed: Sequence[int], added: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Take out ``removed`` and put in ``added`` as ``(seq, terms)``, in one commit; numbers
        that are there already are replaced."""
        import tantivy

        writer = self._index.writer(_HEAP_BYTES, 1)

        def delete(seqs: Sequence[int]) -> None:
            # Not delete_documents_by_term: tantivy 0.27 deletes nothing by an unsigned number.
            query = tantivy.Query.term_set_query(self._index.schema, "seq", seqs)
            writer.delete_documents_by_query(query)

        delete(list(removed))
        pairs = iter(added)
        while batch := dict(islice(pairs, _BATCH)):
            delete(list(batch))
            for seq, terms in batch.items():
                document = tantivy.Document()
                document.add_unsigned("seq", seq)
                document.add_text("terms", " ".join(terms))
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
        with _damage_named(self._path):
            found = searcher.search(tantivy.Query.all_query(), searcher.num_docs).hits
            return {seq for seq, _ in self._numbered(searcher, found)}

    def terms(self) -> Iterator[tuple[int, list[str]]]:
        """All ``(seq, terms)`` that ``update`` was given, as of now: meanwhile ``create`` may make
        another index in its place."""
        import tantivy

        searcher = self._index.searcher()
        if not searcher.num_docs:
            return
        with _damage_named(self._path):
            found = searcher.search(tantivy.Query.all_query(), searcher.num_docs).hits
            for (seq, _), (_, address) in zip(self._numbered(searcher, found), found, strict=True):
                yield seq, searcher.doc(address)["terms"][0].split(" ")

    def damaged_files(self) -> list[str]:
        """Names of the files that differ from the checksum tantivy wrote at their end: content,
        then a JSON footer, then the footer's length and a magic number, four bytes each."""
        damaged = []
        for file in sorted(self._path.iterdir()):
            if not _SEGMENT_FILE.fullmatch(file.name):
                continue
            data = file.read_bytes()
            length = int.from_bytes(data[-8:-4], "little")
            content, footer = data[: -8 - length], data[-8 - length : -8]
            try:
                sound = json.loads(footer)["crc"] == crc32(content)
            except (ValueError, KeyError, TypeError):
                sound = False
            if not sound:
                damaged.append(file.name)
        return damaged

    def search(
        self, clauses: Sequence[Clause], k: int, allow: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The ``k`` best for ``clauses`` as ``(seq, score)``, best first, ties by number; only
        among ``allow`` where it is given. The score is the sum over the clauses of the BM25 of
        the best way and of all parts. Passages without any term are not found.

        Removed passages count in the term statistics until tantivy merges their segment or the
        index is built anew.
        """
        import tantivy

        searcher = self._index.searcher()
        if not clauses or not searcher.num_docs:
            return []
        make, schema = tantivy.Query, self._index.schema
        parsed = self._either([self._parsed(clause) for clause in clauses])
        if allow is not None:
            allowed = make.const_score_query(make.term_set_query(schema, "seq", list(allow)), 0.0)
            both = [(tantivy.Occur.Must, parsed), (tantivy.Occur.Must, allowed)]
            parsed = make.boolean_query(both)
        # Tantivy breaks ties by place, which differs from one build to the next: read on until
        # the last score is below the k-th.
        limit = k + 1
        with _damage_named(self._path):
            while True:
                found = searcher.search(parsed, limit, count=False).hits
                if len(found) < limit or found[-1][0] < found[k - 1][0]:
                    break
                limit *= 4
            pairs = self._numbered(searcher, found)
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]

    def _parsed(self, clause: Clause) -> Any:
        import tantivy

        ways = [self._either([self._term(term) for term in way]) for way in clause.ways]
        best = tantivy.Query.disjunction_max_query(ways)
        return self._either([best, *map(self._term, clause.parts)])

    def _term(self, term: str) -> Any:
        import tantivy

        return tantivy.Query.term_query(self._index.schema, "terms", term)

    @staticmethod
    def _either(queries: Sequence[Any]) -> Any:
        """Scores add up."""
        import tantivy

        if len(queries) == 1:
            return queries[0]
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])

    def holding(self, term: str) -> list[int]:
        """The numbers of the passages that hold the index term."""
        searcher = self._index.searcher()
        with _damage_named(self._path):
            found = searcher.search(self._term(term), max(1, searcher.num_docs), count=False).hits
            return [seq for seq, _ in self._numbered(searcher, found)]

    def document_frequency(self, term: str) -> int:
        """How many passages hold the index term."""
        return int(self._index.searcher().doc_freq("terms", term))

    def __len__(self) -> int:
        return int(self._index.searcher().num_docs)

    @staticmethod
    def _numbered(searcher: Any, hits: Sequence[tuple[float, Any]]) -> list[tuple[int, float]]:
        seqs = searcher.fast_field_values("seq", [address for _, address in hits])
        return [(int(seq), float(score)) for seq, (score, _) in zip(seqs, hits, strict=True)]


def inverse_document_frequency(passages: int, frequency: int) -> float:
    """ln(1 + N / (1 + df)): a term that no passage holds weighs most."""
    return math.log(1 + passages / (1 + frequency))


@contextmanager
def _damage_named(path: Path) -> Iterator[None]:
    """Over damaged files tantivy fails or panics; PyO3 raises a panic as a BaseException."""
    try:
        yield
    except BaseException as error:
        panic = type(error).__name__ == "PanicException"
        if not panic and not isinstance(error, ValueError | OSError):
            raise
        (detail, *_) = str(error).splitlines() or [""]
        raise IndexDamagedError(messages.index_damaged(path, detail)) from error


def _schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("seq", stored=False, indexed=True, fast=True)
    # Stored as they came too, for ``terms``.
    builder.add_text_field("terms", stored=True, tokenizer_name="whitespace", index_option="freq")
    return builder.build()
