"""Hybrid search against sums done by hand, on an index of a few sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log, sqrt
from pathlib import Path
from zlib import crc32

import numpy as np
import pytest
from small_index import document, new_store, put

from embeddings import HashingEncoder
from rag import dense as dense_side
from rag import search as searching
from rag.derived import Indexes, open_indexes
from rag.evidence import gather
from rag.question import understand
from rag.schema import Hit
from rag.search import HybridSearcher
from rag.store import Store
from rag.stored_vectors import keep_question_means
from rag.terms import clauses

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
    pairs = index.search(clauses(understand(query)), 1000)
    return {store.passages([seq])[seq].doc_id: score for seq, score in pairs}


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

    def search(self, query: np.ndarray, k: int, *others: object) -> list[tuple[int, float]]:
        return self._dense.search(query, 2, *others)


def test_what_only_the_words_found_gets_its_exact_cosine(store: Store) -> None:
    far = "معرضهم وزوارنا " + " ".join("abcdefgh")  # the stems of the query, not its words
    put(store, document("a", VISITORS), document("b", PRICE), document("c", far))
    indexes = open_indexes(store)
    object.__setattr__(indexes, "dense", OneNearest(indexes))
    hits = HybridSearcher(store, indexes, HashingEncoder()).search(QUERY, 10)
    scores = {hit.passage.doc_id: hit.score for hit in hits}
    words = bm25(store, QUERY)
    # Its cosine lies below the last of the dense leg, so that leg gives it nothing.
    assert scores["c"] == pytest.approx(0.4 * words["c"] / max(words.values()))
    assert found(hits)[0] == "a"


def test_a_word_weighs_by_its_rarity(store: Store) -> None:
    put(store, document("a", VISITORS), document("b", PRICE), document("c", WEATHER))
    search = searcher(store)
    fair, visitors, unknown = clauses(understand("معرض زوار quantum"))
    assert search.clause_weight(fair) == pytest.approx(log(1 + 3 / 3))
    assert search.clause_weight(visitors) == pytest.approx(log(1 + 3 / 2))
    assert search.clause_weight(unknown) == pytest.approx(log(1 + 3 / 1))


def test_vectors_are_those_of_the_store(store: Store) -> None:
    put(store, document("a", f"{VISITORS}.\nنعم.\n{PRICE}."), document("b", WEATHER))
    search = searcher(store)
    passages = [hit.passage for hit in search.search(QUERY, 2)]
    two, one = sorted(search.vectors(passages), key=len, reverse=True)
    assert found(search.search(QUERY, 2)) == ["a", "b"]
    encoded = HashingEncoder().encode_passages
    np.testing.assert_allclose(one, encoded([WEATHER]), atol=1e-6)
    whole, *own = encoded([f"{VISITORS}.\nنعم.\n{PRICE}.", f"{VISITORS}.", f"{PRICE}."])
    np.testing.assert_allclose(two[0], whole, atol=1e-6)
    np.testing.assert_allclose(two[1:], own, atol=1e-3)  # in half precision
    swapped = search.vectors(passages[::-1])
    assert [len(rows) for rows in swapped] == [1, 3]
    assert search.vectors([]) == []


def test_a_passage_that_is_gone_or_damaged_has_no_direction(store: Store) -> None:
    text = f"{VISITORS}. {PRICE}."
    put(store, document("a", text), document("b", text + " "), document("c", WEATHER))
    search = searcher(store)
    passages = {hit.passage.doc_id: hit.passage for hit in search.search(QUERY, 3)}
    gone = replace(passages["a"], id="gone")
    (zeros,) = search.vectors([gone])
    np.testing.assert_array_equal(zeros, np.zeros((1, 64)))
    for damage in (b"", b"\0" * 7, np.full(64, np.nan, "<f4").tobytes()):
        store._db.execute("UPDATE vectors SET vector = ?", (damage,))
        (zeros,) = search.vectors([passages["c"]])
        np.testing.assert_array_equal(zeros, np.zeros((1, 64)))


@pytest.mark.parametrize("damage", [b"\0" * 7, np.full(128, np.nan, "<f2").tobytes()])
def test_damaged_sentences_give_way_to_their_passage(store: Store, damage: bytes) -> None:
    put(store, document("a", f"{VISITORS}. {PRICE}."), document("c", WEATHER))
    store._db.execute("UPDATE vectors SET sentences = ?", (damage,))
    search = searcher(store)
    hits = search.search(QUERY, 2)
    assert found(hits) == ["a", "c"]
    assert [rows.shape for rows in search.vectors([h.passage for h in hits])] == [(1, 64)] * 2
    question = understand(QUERY)
    evidence = gather(question, search.find(question, 2).vector, hits, search)
    assert evidence[0].text == f"{VISITORS}."


def test_preferences_are_those_of_the_questions_language(store: Store) -> None:
    put(store, document("a", VISITORS))
    indexes = open_indexes(store)
    object.__setattr__(indexes, "shifts", {"fr": {"ar": 0.1}})
    search = HybridSearcher(store, indexes, HashingEncoder())
    assert search.preferences(understand("Qui est venu ?")) == {"ar": 0.1}
    assert search.preferences(understand(QUERY)) == {}


def test_texts_of_which_the_same_is_embedded_are_read_one_by_one(store: Store) -> None:
    """They share their vectors, of which one has more sentences: its first is the other's title."""
    said = f"{VISITORS}.\n{PRICE}."
    put(store, document("titled", said, title="معرض سبو الدولي للكتاب"))
    put(store, document("whole", f"معرض سبو الدولي للكتاب\n{said}"))
    question = understand(QUERY)
    search = searcher(store)
    read = search.find(question, 5)
    passages = [store.passages_of(name)[0] for name in ("titled", "whole")]
    assert [len(rows) for rows in search.vectors(passages)] == [3, 3]
    hits = [Hit(passage, 1.0, rank, "hybrid") for rank, passage in enumerate(passages, start=1)]
    evidence = gather(question, read.vector, hits, search)
    assert {item.passage.doc_id for item in evidence} == {"titled", "whole"}
    assert len(evidence) == 2 + 3


def test_the_question_is_embedded_without_marks(store: Store) -> None:
    put(store, document("a", VISITORS), document("b", PRICE))
    search = searcher(store)
    assert search.search("زُوَّار مَعْرِضِ سبـــو", 2) == search.search(QUERY, 2)


class Listening(HashingEncoder):
    """Remembers the questions it embedded."""

    def __init__(self) -> None:
        super().__init__()
        self.questions: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        self.questions += texts
        return super().encode_queries(texts)


def test_the_question_is_embedded_in_the_spelling_of_the_pages(store: Store) -> None:
    title = "آسفي والإدارة"
    put(store, document("a", "افتتحت المدرسة الأولى بآسفي", title=title), document("b", PRICE))
    encoder = Listening()
    search = HybridSearcher(store, open_indexes(store), encoder)
    questions = ["المدرسه الاولي باسفي والاداره", "الـمَدرسة الأولى بأسفي والإدارة"]
    one, other = (search.search(question, 2) for question in questions)
    assert encoder.questions == ["المدرسة الأولى بآسفي والإدارة"] * 2
    assert one == other


def apart(question: str, *texts: str) -> None:
    """The encoder tells all words of the question and a text apart: cosines are as worked out."""
    for text in texts:
        words = {*question.split(), *text.split()}
        assert len({crc32(word.encode()) % 64 for word in words}) == len(words), text


def test_the_best_sentence_counts_for_three_fifths(store: Store) -> None:
    long = "زوار معرض سبو كثر . نزل مطر غزير ليلا ."
    put(store, document("long", long), document("b", PRICE), document("c", WEATHER))
    apart(QUERY, long, PRICE, WEATHER)
    # Ten words, the stop twice; its first sentence has five. A passage of one has no more to say.
    own, sentence = 3 / sqrt(3 * (8 + 4)), 3 / sqrt(3 * 5)
    dense = {"long": 0.4 * own + 0.6 * sentence, "b": 2 / sqrt(3 * 6), "c": 0.0}
    assert own < dense["long"]
    words = bm25(store, QUERY)
    for hit in searcher(store).search(QUERY, 3):
        name = hit.passage.doc_id
        scaled = dense[name] / max(dense.values())
        expected = 0.6 * scaled + 0.4 * words.get(name, 0) / max(words.values())
        assert hit.score == pytest.approx(expected, abs=1e-3)  # sentences in half precision


ASKS_ONLY = "qui est"
"""No word to look for: the dense side alone decides."""


def test_a_sentence_brings_its_passage_forward(store: Store) -> None:
    whole = "chez lui qui est venu hier tard ici"
    said = "qui est venu . demain arrive une autre troupe ."
    put(store, document("whole", whole), document("said", said), document("c", WEATHER))
    apart(ASKS_ONLY, whole, said, WEATHER)
    before = {"whole": 2 / sqrt(2 * 8), "said": 2 / sqrt(2 * (8 + 4)), "c": 0}
    assert before["whole"] > before["said"]
    after = before | {"said": 0.4 * before["said"] + 0.6 * 2 / sqrt(2 * 4)}
    hits = searcher(store).search(ASKS_ONLY, 3)
    assert found(hits) == ["said", "whole", "c"]
    for hit in hits:
        expected = after[hit.passage.doc_id] / after["said"]
        assert hit.score == pytest.approx(expected, abs=1e-3)


def test_what_is_not_read_by_sentences_stays_behind(store: Store, monkeypatch) -> None:
    """With words in two sentences, none of which says it all, the first ones lose; those that
    are not looked at so closely must not pass them by that, nor may scores rise."""
    texts = {
        "a": "qui chante demain . est venue hier .",
        "b": "qui danse souvent . est venue hier .",
        "c": "qui est venu avec trois amis pour jouer ici aussi tard",
        "d": "rien",
    }
    put(store, *(document(name, text) for name, text in texts.items()))
    apart(ASKS_ONLY, *texts.values())
    monkeypatch.setattr(searching, "_RESCORED", 2)
    whole, sentence = 2 / sqrt(2 * 10), 1 / sqrt(2 * 4)
    highest = 2 / sqrt(2 * 11)
    lowered = 0.4 * whole + 0.6 * sentence
    assert lowered < highest < whole
    hits = searcher(store).search(ASKS_ONLY, 4)
    assert found(hits) == ["a", "b", "c", "d"]
    level = pytest.approx(lowered / highest, abs=1e-3)
    assert [hit.score for hit in hits] == [level, level, level, 0]
    assert hits[0].score >= hits[1].score >= hits[2].score


def test_passages_beyond_the_first_hundred_follow(store: Store) -> None:
    put(store, *(document(f"d{n}", f"{QUERY} يوم . {n} {n + 1} سبو {n} ليل .") for n in range(130)))
    hits = searcher(store).search(QUERY, 130)
    assert [hit.rank for hit in hits] == list(range(1, 131))
    assert {hit.passage.doc_id for hit in hits} == {f"d{n}" for n in range(130)}
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert searcher(store).search(QUERY, 110) == hits[:110]


def test_the_encoders_liking_for_the_questions_language_is_taken_back(
    store: Store, monkeypatch
) -> None:
    monkeypatch.setattr(dense_side, "_FEW", 0)  # each language by its own passages alone
    texts = {
        "near": ("qui est là maintenant", "fr"),
        "far": ("pluie forte", "fr"),
        "ours": ("أغنية qui", "ar"),
        "other": ("مطر", "ar"),
    }
    put(store, *(document(name, text, lang=lang) for name, (text, lang) in texts.items()))
    apart(ASKS_ONLY, *(text for text, _ in texts.values()))
    plain = {hit.passage.doc_id: hit.score for hit in searcher(store).search(ASKS_ONLY, 4)}
    near, ours = 2 / sqrt(2 * 4), 1 / sqrt(2 * 2)
    assert plain == pytest.approx({"near": 1, "far": 0, "ours": ours / near, "other": 0})
    # French questions in general: all about "pluie". Of the French passages one is half about it.
    (mean,) = HashingEncoder().encode_queries(["pluie"])
    keep_question_means(store, {"fr": mean, "ar": -mean})
    put(store, document("far", "pluie forte", lang="fr"))  # the shifts are made with the indexes
    shift = 1 / sqrt(2) / 2
    hits = searcher(store).search(ASKS_ONLY, 4)
    assert found(hits) == ["ours", "near", "other", "far"]
    lowest = -shift
    expected = {"ours": ours, "near": near - shift, "other": 0, "far": 0 - shift}
    for hit in hits:
        scaled = (expected[hit.passage.doc_id] - lowest) / (ours - lowest)
        assert hit.score == pytest.approx(scaled, abs=1e-5)


def test_one_language_knows_no_shift(store: Store) -> None:
    texts = {"a": VISITORS, "b": PRICE, "c": WEATHER}
    put(store, *(document(name, text, lang="ar") for name, text in texts.items()))
    before = searcher(store).search(QUERY, 3)
    keep_question_means(store, {"ar": HashingEncoder().encode_queries([VISITORS])[0]})
    put(store, document("c", WEATHER, lang="ar"))
    after = searcher(store).search(QUERY, 3)
    assert open_indexes(store).shifts["ar"]["ar"] > 0.1
    assert found(after) == found(before)
    assert [hit.score for hit in after] == pytest.approx([hit.score for hit in before], abs=1e-5)


def test_darija_in_latin_letters_is_looked_for_by_its_words_in_full(store: Store) -> None:
    """The encoder knows little of it, so they weigh as much as ever, however few are found."""
    question = "wach taman dyal quantum planet comet"
    assert understand(question).language == "ary-Latn"
    put(store, document("latin", "taman ghali bzaf"), document("arabic", "الثمن غال"),
        document("c", WEATHER))  # fmt: skip
    apart(question, "ghali bzaf", WEATHER)
    scores = {hit.passage.doc_id: hit.score for hit in searcher(store).search(question, 3)}
    words = bm25(store, question)
    assert words.keys() == {"latin", "arabic"}
    assert scores["latin"] == pytest.approx(0.6 + 0.4 * words["latin"] / max(words.values()))
    assert scores["arabic"] == pytest.approx(0.4 * words["arabic"] / max(words.values()))
    assert scores["c"] == 0


def test_a_page_with_the_name_asked_about_comes_forward(store: Store) -> None:
    text = "خريبكة مدينة فوسفاط."
    put(store, document("a", WEATHER), document("b", text), document("c", VISITORS))
    search = searcher(store)
    with_name = search.search("How many people live in Khouribga?", 3)
    assert found(with_name)[0] == "b"
    scores = {hit.passage.doc_id: hit.score for hit in with_name}
    without = {h.passage.doc_id: h.score for h in search.search("How many people live there?", 3)}
    assert scores["b"] - max(scores["a"], scores["c"]) > without["b"] - max(
        without["a"], without["c"]
    )
