"""What the product is compared with, against sums done by hand on a few sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import log, sqrt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langchain_text_splitters import RecursiveCharacterTextSplitter
from small_index import document, new_store, put

from embeddings import HashingEncoder
from eval import baselines
from eval.baselines import Retriever, bm25, chunks, dense, plain
from eval.results import Found
from rag.derived import open_indexes
from rag.opening import OpenIndex
from rag.schema import Block, Document
from rag.search import HybridSearcher
from rag.store import Store

VISITORS = "بلغ عدد زوار معرض سبو مائة ألف"
PRICE = "ثمن تذكرة معرض سبو خمسون درهما"
WEATHER = "أمطار غزيرة شمال المملكة"
QUERY = "زوار معرض سبو"

SPLITTER = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200, add_start_index=True)

Make = Callable[..., Retriever]


class Batches(HashingEncoder):
    """Remembers the questions of each call."""

    def __init__(self) -> None:
        super().__init__()
        self.queries: list[list[str]] = []

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        self.queries.append(list(texts))
        return super().encode_queries(texts)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path / "index") as opened:
        yield opened


def opened(store: Store, *documents: Document) -> OpenIndex:
    put(store, *documents)
    indexes = open_indexes(store)
    return OpenIndex(store, indexes, HybridSearcher(store, indexes, Batches()))


def keys(*documents: Document) -> dict[str, str]:
    return {doc.id: doc.source for doc in documents}


@pytest.fixture(params=["dense", "bm25", "plain"])
def make(request: pytest.FixtureRequest, store: Store) -> Make:
    """Each of the three, made of documents that are called by their sources."""

    def made(*documents: Document) -> Retriever:
        if request.param == "plain":
            return plain({doc.source: doc for doc in documents}, HashingEncoder())
        return getattr(baselines, request.param)(opened(store, *documents), keys(*documents))

    return made


def docs(found: Sequence[Found]) -> list[str]:
    return [one.doc.removesuffix(".txt") for one in found]


def scores(found: Sequence[Found]) -> dict[str, float]:
    return {one.doc.removesuffix(".txt"): one.score for one in found}


# what holds of all three


def test_found_are_places_of_documents_by_their_keys(make: Make) -> None:
    found = make(document("a", VISITORS), document("b", PRICE)).search([QUERY, "تذكرة"], 1)
    [[first], [second]] = found
    assert first == Found("a.txt", 0, len(VISITORS), first.score)
    assert second == Found("b.txt", 0, len(PRICE), second.score)


def test_more_than_there_is_and_nothing_at_all(make: Make) -> None:
    retriever = make(document("a", VISITORS), document("b", PRICE))
    assert [docs(found) for found in retriever.search([QUERY], 1000)] == [["a", "b"]]
    assert retriever.search([QUERY, QUERY], 0) == [[], []]
    assert retriever.search([], 3) == []


def test_an_empty_index_finds_nothing(make: Make) -> None:
    retriever = make()
    assert retriever.search([QUERY, ""], 3) == [[], []]
    assert retriever.places("a.txt") == []


@pytest.mark.parametrize("k", [1, 5, 14, 17, 20, 50])
def test_equals_come_in_order_and_none_is_merged(make: Make, k: int) -> None:
    # Of the 26 that are second, FAISS by itself keeps not the first ones but 13, 14 and 16.
    names = [f"d{number:02}" for number in range(40)]
    texts = [PRICE if number % 3 else VISITORS for number in range(40)]
    retriever = make(*map(document, names, texts))
    [found] = retriever.search([QUERY], k)
    assert docs(found) == sorted(names, key=lambda name: (int(name[1:]) % 3 > 0, name))[:k]


def test_special_characters_are_no_query_language(make: Make) -> None:
    documents = [document("a", VISITORS), document("b", PRICE), document("c", "field words AND")]
    retriever = make(*documents)
    odd = ['"معرض', "words:زوار AND (", "-سبو^2 ~*?", "NOT معرض", "[a TO z]", "\\", "\0", "؟", ""]
    found = retriever.search(odd, 3)
    assert len(found) == len(odd) and all(len(set(docs(one))) == len(one) for one in found)


def test_places_are_all_passages(make: Make) -> None:
    long = " ".join(f"كلمة{number}" for number in range(1000))
    retriever = make(document("a", long), document("b", PRICE))
    assert retriever.places("b.txt") == [(0, len(PRICE))]
    assert retriever.places("c.txt") == []
    places = retriever.places("a.txt")
    assert len(places) > 3 and places == sorted(set(places))
    assert (places[0][0], places[-1][1]) == (0, len(long))
    [found] = retriever.search([long], 1000)
    assert sorted((one.start, one.end) for one in found if one.doc == "a.txt") == places
    # What is handed out is not the index itself.
    retriever.places("a.txt").clear()
    assert len(retriever.places("a.txt")) > 3


# the product's passages, dense


def test_dense_is_the_cosine(store: Store) -> None:
    documents = [document("c", WEATHER), document("b", PRICE), document("a", VISITORS)]
    [found] = dense(opened(store, *documents), keys(*documents)).search([QUERY], 3)
    assert docs(found) == ["a", "b", "c"]
    # Cosine of hashed words: shared / sqrt(words * words).
    expected = {"a": 3 / sqrt(3 * 7), "b": 2 / sqrt(3 * 6), "c": 0.0}
    assert scores(found) == pytest.approx(expected, abs=1e-6)


def test_questions_are_embedded_at_once_and_as_the_product_does(store: Store) -> None:
    index = opened(store, document("a", VISITORS))
    marked, empty, _ = dense(index, {"a": "a"}).search(["مَعْرِض", "", QUERY], 1)
    assert index.searcher.encoder.queries == [["معرض", "", QUERY]]
    assert marked[0].score == pytest.approx(1 / sqrt(7), abs=1e-6)
    assert [one.doc for one in empty] == ["a"]


def test_a_document_without_a_key_is_an_error(store: Store) -> None:
    index = opened(store, document("a", VISITORS))
    for baseline in (dense, bm25):
        with pytest.raises(KeyError, match="a"):
            baseline(index, {})


# the product's passages, by words


def textbook(tf: int, length: int, mean: float, n: int, df: int) -> float:
    """BM25 of one word, k1 = 1.2 and b = 0.75 (Robertson & Zaragoza 2009), by tantivy's
    log(1 + ...), which is never negative."""
    idf = log(1 + (n - df + 0.5) / (df + 0.5))
    return idf * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * length / mean))


def of_words(store: Store, *documents: Document) -> Retriever:
    return bm25(opened(store, *documents), keys(*documents))


def test_bm25_is_that_of_the_textbook(store: Store) -> None:
    retriever = of_words(
        store,
        document("a", "sebou fair sebou"),
        document("b", "fair price in dirhams here"),
        document("c", "rain"),
    )
    [found] = retriever.search(["Sebou, FAIR? nothing"], 3)
    mean = (3 + 5 + 1) / 3
    fair = textbook(1, 3, mean, 3, 2)
    expected = {"a": textbook(2, 3, mean, 3, 1) + fair, "b": textbook(1, 5, mean, 3, 2)}
    assert docs(found) == ["a", "b"]
    assert scores(found) == pytest.approx(expected, rel=1e-6)


def test_a_word_said_twice_counts_once(store: Store) -> None:
    retriever = of_words(store, document("a", VISITORS), document("b", PRICE))
    once, twice = retriever.search([QUERY, f"{QUERY} {QUERY}"], 2)
    assert once == twice


@pytest.mark.parametrize("question", ["", " \n", "؟!", "كورنيش", "و", "المعرض"])
def test_words_that_are_not_there_find_nothing(store: Store, question: str) -> None:
    # With the article in front it is another word: nothing here knows Arabic.
    assert of_words(store, document("a", VISITORS)).search([question], 5) == [[]]


@pytest.mark.parametrize(
    "question", ['"معرض', "words:زوار AND (", "-سبو^2", "NOT معرض", "+سبو", "(سبو", "سبو\\"]
)
def test_operators_are_words_or_nothing(store: Store, question: str) -> None:
    [found] = of_words(store, document("a", VISITORS), document("c", WEATHER)).search([question], 5)
    assert docs(found) == ["a"]


def test_vowel_signs_make_another_word(store: Store) -> None:
    documents = [document("a", "مَعْرِض سبو"), document("b", "معرض سبو")]
    retriever = of_words(store, *documents)
    assert [docs(found) for found in retriever.search(["مَعْرِض", "معرض", "مع"], 5)] == [
        ["a"],
        ["b"],
        [],
    ]


def test_words_of_forty_bytes_are_left_out(store: Store) -> None:
    nineteen, twenty = "م" * 19, "م" * 20
    retriever = of_words(store, document("a", nineteen), document("b", twenty))
    assert [docs(found) for found in retriever.search([nineteen, twenty], 5)] == [["a"], []]


def test_title_site_and_date_are_words_too(store: Store) -> None:
    retriever = of_words(
        store,
        document("a", VISITORS, title="مَهرجان", site="صدى", date="2021-12-21"),
        # The title that begins the passage is counted once, as the product counts it.
        document("b", PRICE, title="ثمن تذكرة"),
    )
    asked = retriever.search(["مَهرجان", "صدى", "2021", "ثمن"], 5)
    assert [docs(found) for found in asked] == [["a"], ["a"], ["a"], ["b"]]
    # a: 1 + 1 + 3 + 7 words, b: 6.
    assert asked[3][0].score == pytest.approx(textbook(1, 6, (12 + 6) / 2, 2, 1), rel=1e-6)


# the pipeline of the tutorials


def test_plain_is_the_cosine_of_whole_chunks() -> None:
    furniture = "الرئيسية سياسة رياضة\n"
    text = furniture + VISITORS
    page = Document("1", text, "عنوان", blocks=(Block(0, len(text), "furniture"),))
    encoder = Batches()
    retriever = plain({"b": document("2", PRICE), "a": page}, encoder)
    [found, marked] = retriever.search([QUERY, "مَعْرِض"], 2)
    # Page furniture is text like any other, the title is none, and vowel signs stay.
    expected = {"a": 3 / sqrt(3 * 10), "b": 2 / sqrt(3 * 6)}
    assert docs(found) == ["a", "b"]
    assert scores(found) == pytest.approx(expected, abs=1e-6)
    assert retriever.places("a") == [(0, len(text))]
    assert encoder.queries == [[QUERY, "مَعْرِض"]]
    assert all(one.score == pytest.approx(0) for one in marked)


def test_chunks_are_cut_at_white_space_and_overlap() -> None:
    text = " ".join(["a" * 99] * 25)
    # Ten words and nine spaces are 999 characters; two of them, 199, are in the next chunk too.
    assert list(chunks(text)) == [(0, 999), (800, 1799), (1600, 2499)]


def test_chunks_lie_where_they_were_cut_not_where_the_same_words_stand_first() -> None:
    text = ("ab " * 400 + "\n") * 2
    # A line is 1200 characters: 333 words, then 66 of those again and the rest, 133 in all.
    true = [(0, 998), (801, 1199), (1201, 2199), (2002, 2400)]
    assert list(chunks(text)) == true
    given = [chunk.metadata["start_index"] for chunk in SPLITTER.create_documents([text])]
    assert given == [0, 798, 1201, 1999]


def test_chunks_of_nothing() -> None:
    assert list(chunks("")) == list(chunks(" \n\t\u00a0")) == []
    assert plain({"a": document("a", " ")}, HashingEncoder()).search([QUERY], 2) == [[]]


PIECES = ["a ", "نعم ", "نعم\n", "\n\n", "\t", "\u00a0", "\U000f0000", "x" * 300]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.integers(1, 40))
def test_chunks_are_those_of_langchain_and_leave_out_white_space_alone(
    pieces: list[str], times: int
) -> None:
    text = "".join(pieces) * times
    spans = list(chunks(text))
    assert [text[start:end] for start, end in spans] == SPLITTER.split_text(text)
    assert spans == sorted(set(spans))
    at = 0
    for start, end in spans:
        assert at - start <= 200 and not text[at:start].strip()
        at = end
    assert not text[at:].strip()
