"""What the search of the product is compared with.

``dense`` and ``bm25`` rank the product's own passages, so they differ from it in the ranking alone;
``plain`` is the pipeline of every tutorial, with passages of its own. None of them merges passages
of the same words, as the product does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from typing import Any, Protocol

from embeddings.base import Encoder
from eval.results import Found
from rag.arabic import strip_marks
from rag.dense import DenseIndex
from rag.opening import OpenIndex
from rag.schema import Document, Passage
from rag.store import Store

_HEAP_BYTES = 64_000_000
_ANALYSER = "plain"
_LONGEST_WORD = 40
_CHUNK, _OVERLAP = 1000, 200
# Supplementary private use area A without its last two code points, which are no characters.
_PRIVATE, _PRIVATE_SIZE = 0xF0000, 0xFFFE

Place = tuple[str, int, int]
"""The key of a document, and ``[start:end]`` of its text."""

Rank = Callable[[int], list[tuple[int, float]]]
"""For one question: given a limit, that many of the best passages as ``(number, score)``, scores
not rising; of equals at the end, any."""


class Retriever(Protocol):
    """Finds passages for questions. ``Found.doc`` and ``doc`` are what the question set calls a
    document."""

    def search(self, texts: Sequence[str], k: int) -> list[list[Found]]:
        """The ``k`` best of each question, best first, equals in the order of the passages.
        ``Found.facts`` and ``Found.text`` are left empty."""
        ...

    def places(self, doc: str) -> list[tuple[int, int]]:
        """Where the passages of a document lie, in reading order: half open, code points."""
        ...


class _Baseline:
    """Passages by number, those of a document in reading order, and what makes a ``Rank`` of each
    question."""

    def __init__(
        self, places: Mapping[int, Place], ranks: Callable[[Sequence[str]], Sequence[Rank]]
    ) -> None:
        self._places = places
        self._ranks = ranks
        self._of: dict[str, list[tuple[int, int]]] = {}
        for doc, start, end in places.values():
            self._of.setdefault(doc, []).append((start, end))

    def search(self, texts: Sequence[str], k: int) -> list[list[Found]]:
        if k < 1:
            return [[] for _ in texts]
        return [
            [Found(*self._places[number], score) for number, score in _best(rank, k)]
            for rank in self._ranks(texts)
        ]

    def places(self, doc: str) -> list[tuple[int, int]]:
        return list(self._of.get(doc, ()))


def dense(index: OpenIndex, keys: Mapping[str, str]) -> Retriever:
    """The cosine of the product's encoder alone. ``keys``: by the id of a document in ``index``,
    what the question set calls it."""

    def ranks(texts: Sequence[str]) -> list[Rank]:
        vectors = index.searcher.encoder.encode_queries([strip_marks(text) for text in texts])
        return [partial(index.indexes.dense.search, vector) for vector in vectors]

    return _Baseline(_own_passages(index.store, keys), ranks)


def bm25(index: OpenIndex, keys: Mapping[str, str]) -> Retriever:
    """BM25 over what the product's lexical side holds, but by tantivy's default analyser: split
    at what is neither letter nor digit, lower case, words of 40 bytes or more left out.

    That is 20 letters of Arabic, its vowel signs counted. ``keys``: see ``dense``.
    """
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", stored=False, fast=True)
    builder.add_text_field("words", stored=False, tokenizer_name=_ANALYSER, index_option="freq")
    schema, analyser = builder.build(), _analyser()
    words = tantivy.Index(schema)
    words.register_tokenizer(_ANALYSER, analyser)
    writer = words.writer(_HEAP_BYTES, 1)
    for seq, head, passage in index.store.passages_since(0):
        document = tantivy.Document()
        document.add_unsigned("number", seq)
        document.add_text("words", _with_heading(head, passage))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    words.reload()
    searcher = words.searcher()

    def search(query: Any, limit: int) -> list[tuple[int, float]]:
        hits = searcher.search(query, limit, count=False).hits
        numbers = searcher.fast_field_values("number", [address for _, address in hits])
        return [(int(n), float(score)) for n, (score, _) in zip(numbers, hits, strict=True)]

    def ranks(texts: Sequence[str]) -> list[Rank]:
        # By way of the query parser a question would be read as a query: quotes, colons, OR, NOT.
        make, either = tantivy.Query, tantivy.Occur.Should
        found: list[Rank] = []
        for text in texts:
            terms = [
                make.term_query(schema, "words", word)
                for word in sorted(set(analyser.analyze(text)))
            ]
            query = make.boolean_query([(either, term) for term in terms])
            found.append(partial(search, query))
        return found

    return _Baseline(_own_passages(index.store, keys), ranks)


def plain(documents: Mapping[str, Document], encoder: Encoder) -> Retriever:
    """Whole texts by key, cut into chunks of 1000 characters that overlap by up to 200, and the
    cosine of ``encoder``."""
    places = dict(
        enumerate((key, *span) for key, doc in documents.items() for span in chunks(doc.text))
    )
    vectors = DenseIndex(encoder.dim)
    texts = [documents[key].text[start:end] for key, start, end in places.values()]
    vectors.add(list(places), encoder.encode_passages(texts), [""] * len(places))

    def ranks(texts: Sequence[str]) -> list[Rank]:
        return [partial(vectors.search, vector) for vector in encoder.encode_queries(list(texts))]

    return _Baseline(places, ranks)


def chunks(text: str) -> Iterator[tuple[int, int]]:
    """Where LangChain's recursive splitter cuts ``text``, half open.

    LangChain looks a chunk up by its words, so where a text repeats itself the start it gives can
    be that of an earlier place. It splits by white space and lengths alone: in a copy in which
    every other character is another one, that first place is the true one.
    """
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=_CHUNK, chunk_overlap=_OVERLAP, add_start_index=True
    )
    others = (chr(_PRIVATE + number % _PRIVATE_SIZE) for number in count())
    copy = "".join(char if char.isspace() else next(others) for char in text)
    for chunk in splitter.create_documents([copy]):
        start = chunk.metadata["start_index"]
        yield start, start + len(chunk.page_content)


def _best(rank: Rank, k: int) -> list[tuple[int, float]]:
    """The ``k`` best, equals by number. Neither FAISS nor tantivy says which of equals it lets in
    at the end: read on until the last score is below the k-th."""
    limit = k + 1
    while True:
        found = rank(limit)
        if len(found) < limit or found[-1][1] < found[k - 1][1]:
            return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:k]
        limit *= 4


def _own_passages(store: Store, keys: Mapping[str, str]) -> dict[int, Place]:
    return {seq: (keys[p.doc_id], p.start, p.end) for seq, _, p in store.passages_since(0)}


def _with_heading(head: Document, passage: Passage) -> str:
    """``rag.split.embedded_text`` with every mark where it was."""
    title = "" if passage.text.startswith(head.title) else head.title
    return "\n".join((title, head.site, head.date, passage.text))


def _analyser() -> Any:
    """What tantivy calls ``default``."""
    import tantivy

    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(_LONGEST_WORD))
        .filter(tantivy.Filter.lowercase())
        .build()
    )
