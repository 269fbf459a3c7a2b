"""Hybrid search against sums done by hand, on an index of a few sentences."""

from __future__ import annotations

from collections.abc import Iterator
from math import log, sqrt
from pathlib import Path

import numpy as np
import pytest
from small_index import document, new_store, put

from embeddings import HashingEncoder
from rag.derived import Indexes, open_indexes
from rag.schema import Hit
from rag.search import HybridSearcher
from rag.store import Store

VISITORS = "بلغ عدد زوار معرض سبو مائة ألف"
PRICE = "ثمن تذكرة معرض سبو خمسون درهما"
WEATHER = "أمطار غزيرة شمال المملكة"
QUERY = "زوار معرض سبو"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path / "index") as opened:
        yield opened


def searcher(store: Store) -> HybridSearcher:
    return HybridSearcher(store, open_indexes(store), HashingEncoder())


def found(hits: list[Hit]) -> list[str]:
    return [hit.passage.doc_id for hit in hits]


def bm25(store: Store, query: str) -> dict[str, float]:
    index = open_indexes(store).lexical
    return {store.passages([seq])[seq].doc_id: score for seq, score in index.search(query, 1000)}


def test_scores_are_the_sum_of_both_legs(store: Store) -> None:
    put(store, document("a", VISITORS), document("b", PRICE), document("c", WEATHER))
    hits = searcher(store).search(QUERY, 10)
    assert found(hits) == ["a", "b", "c"]
    # Cosine of hashed words: shared / sqrt(words * words); min and max over the candidates.
    cosine = {"a": 3 / sqrt(3 * 7), "b": 2 / sqrt(3 * 6), "c": 0.0}
    words = bm25(store, QUERY)
    assert words.keys() == {"a", "b"}
    # The best passage holds the whole query, so the words weigh all they may: 0.4.
    for hit in hits:
        name = hit.passage.doc_id
        expected = 0.6 * cosine[name] / cosine["a"] + 0.4 * words.get(name, 0) / words["a"]
        assert hit.score == pytest.approx(expected, abs=1e-5)
    assert hits[0].score == pytest.approx(1)
    assert hits[2].score == 0


def test_the_furthest_passage_gets_nothing(store: Store) -> None:
    """The lowest cosine is 0, the highest 1, wherever they lie."""
    put(
        store,
        document("a", "سبو سبو سبو نهر"),
        document("b", "سبو نهر"),
        document("c", "سبو نهر كبير طويل"),
    )
    cosine = {"a": 3 / sqrt(10), "b": 1 / sqrt(2), "c": 1 / 2}
    hits = searcher(store).search("سبو", 3)
    lexical = bm25(store, "سبو")
    for hit in hits:
        name = hit.passage.doc_id
        dense = (cosine[name] - 0.5) / (cosine["a"] - 0.5)
        expected = 0.6 * dense + 0.4 * lexical[name] / max(lexical.values())
        assert hit.score == pytest.approx(expected, abs=1e-5)


def test_words_weigh_less_when_the_best_passage_holds_little_of_the_query(store: Store) -> None:
    put(store, document("a", VISITORS), document("b", PRICE), document("c", WEATHER))
    hits = searcher(store).search("زوار quantum planet comet", 10)
    # زوار stands in one of three passages, each other word in none: their idf is ln(1 + 3/1).
    held = log(1 + 3 / 2) / (log(1 + 3 / 2) + 3 * log(1 + 3))
    weight = 0.4 * held / 0.6
    assert found(hits)[0] == "a"
    assert hits[0].score == pytest.approx((1 - weight) * 1 + weight * 1)
    others = {hit.passage.doc_id: hit.score for hit in hits[1:]}
    assert others == pytest.approx({"b": 0.0, "c": 0.0})


def test_equals_come_by_number(store: Store) -> None:
    """Passages of other words that say as much: in the order they were added, every time."""
    names = [f"d{n}" for n in (3, 1, 2, 9, 4)]
    put(store, *(document(name, f"{QUERY} {name}") for name in names))
    hits = searcher(store).search("زوار معرض سبو", 5)
    same = [hit for hit in hits if hit.score == hits[0].score]
    order = [names.index(hit.passage.doc_id) for hit in same]
    assert order == sorted(order)
    assert searcher(store).search("زوار معرض سبو", 5) == hits


@pytest.mark.parametrize("k", [0, 1, 2, 3, 50])
def test_k_hits_ranked_from_one(store: Store, k: int) -> None:
    put(store, document("a", VISITORS), document("b", PRICE), document("c", WEATHER))
    hits = searcher(store).search(QUERY, k)
    assert len(hits) == min(k, 3)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 + 1e-9 for score in scores)
    assert len({hit.passage.id for hit in hits}) == len(hits)
    assert {hit.origin for hit in hits} <= {"hybrid"}
    whole = searcher(store).search(QUERY, 50)
    assert hits == whole[:k]


def test_only_what_is_allowed(store: Store) -> None:
    put(store, document("a", VISITORS), document("b", PRICE), document("c", WEATHER))
    seqs = {row.doc_id: seq for seq, row in store.passages(sorted(store.seqs())).items()}
    search = searcher(store)
    assert found(search.search(QUERY, 10, {seqs["b"], seqs["c"]})) == ["b", "c"]
    assert found(search.search(QUERY, 10, {seqs["c"], 999})) == ["c"]
    assert search.search(QUERY, 10, set()) == []
    assert search.search(QUERY, 10, [seqs["a"]])[0].rank == 1


def test_an_empty_index_finds_nothing(store: Store) -> None:
    assert searcher(store).search(QUERY, 8) == []


@pytest.mark.parametrize("query", ["؟", "في من على", "\u200f", "zzz"])
def test_a_query_without_words_still_searches(store: Store, query: str) -> None:
    put(store, document("a", VISITORS), document("b", PRICE))
    assert {hit.passage.doc_id for hit in searcher(store).search(query, 8)} == {"a", "b"}


def test_the_same_words_are_one_hit(store: Store) -> None:
    put(
        store,
        document("first", VISITORS),
        document("again", VISITORS.replace(" ", "  ")),
        document("other", PRICE),
        document("third", VISITORS + "\n"),
    )
    hits = searcher(store).search(QUERY, 10)
    assert [(hit.passage.doc_id, hit.rank, set(hit.also)) for hit in hits] == [
        (hits[0].passage.doc_id, 1, {"first", "again", "third"} - {hits[0].passage.doc_id}),
        ("other", 2, set()),
    ]


def test_a_document_that_repeats_itself_does_not_name_itself(store: Store) -> None:
    words = " ".join(f"كلمة{n}" for n in range(170))
    put(store, document("a", f"{words} زوار\n\n{words} زوار"))
    hits = searcher(store).search("زوار", 10)
    assert [(hit.passage.doc_id, hit.also) for hit in hits] == [("a", ())]


def test_many_copies_do_not_crowd_out_the_rest(store: Store) -> None:
    copies = [document(f"copy{n:03}", VISITORS) for n in range(120)]
    put(store, *copies, document("b", PRICE), document("c", WEATHER))
    hits = searcher(store).search(QUERY, 3)
    assert found(hits) == ["copy000", "b", "c"]
    assert hits[0].also == tuple(doc.id for doc in copies[1:])


def test_a_k_beyond_the_index(store: Store) -> None:
    put(store, *(document(f"d{n}", f"{QUERY} {n}") for n in range(30)))
    assert len(searcher(store).search(QUERY, 20_000)) == 30


def test_passages_removed_meanwhile_are_dropped(store: Store) -> None:
    put(store, document("a", VISITORS), document("b", PRICE), document("c", WEATHER))
    search = searcher(store)
    store.remove(["a"])
    assert [(hit.passage.doc_id, hit.rank) for hit in search.search(QUERY, 10)] == [
        ("b", 1),
        ("c", 2),
    ]


class OneNearest:
    """A dense index whose search sees only its nearest, as an index of millions would."""

    def __init__(self, indexes: Indexes) -> None:
        self._dense = indexes.dense

    def __getattr__(self, name: str) -> object:
        return getattr(self._dense, name)

    def __len__(self) -> int:
        return len(self._dense)

    def search(self, query: np.ndarray, k: int, allow: object = None) -> list[tuple[int, float]]:
        return self._dense.search(query, 2, allow)


def test_what_only_the_words_found_gets_its_exact_cosine(store: Store) -> None:
    far = "المعارض بالزوار " + " ".join("abcdefgh")  # the stems of the query, not its words
    put(store, document("a", VISITORS), document("b", PRICE), document("c", far))
    indexes = open_indexes(store)
    object.__setattr__(indexes, "dense", OneNearest(indexes))
    hits = HybridSearcher(store, indexes, HashingEncoder()).search(QUERY, 10)
    scores = {hit.passage.doc_id: hit.score for hit in hits}
    words = bm25(store, QUERY)
    # Its cosine lies below the last of the dense leg, so that leg gives it nothing.
    assert scores["c"] == pytest.approx(0.4 * words["c"] / max(words.values()))
    assert found(hits)[0] == "a"


def test_a_stem_weighs_by_its_rarity(store: Store) -> None:
    put(store, document("a", VISITORS), document("b", PRICE), document("c", WEATHER))
    search = searcher(store)
    assert search.weight("معرض") == pytest.approx(log(1 + 3 / 3))
    assert search.weight("زوار") == pytest.approx(log(1 + 3 / 2))
    assert search.weight("quantum") == pytest.approx(log(1 + 3 / 1))


def test_the_question_is_embedded_without_marks(store: Store) -> None:
    put(store, document("a", VISITORS), document("b", PRICE))
    search = searcher(store)
    assert search.search("زُوَّار مَعْرِضِ سبـــو", 2) == search.search(QUERY, 2)
