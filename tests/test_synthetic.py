"""The synthetic corpus: sound for the index, seeded, and distributed as it says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from eval import bench_search, synthetic
from rag import search
from rag.arabic import forms
from rag.language import detect
from rag.opening import OpenIndex, open_index
from rag.stored_vectors import sentence_vectors

SEED = 7
_DATE = re.compile(r"\d+ [^\W\d_]+ 20\d\d")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("synthetic") / "index"
    synthetic.build(folder, 40, "hashing", SEED)
    return folder


@pytest.fixture
def index(folder: Path) -> OpenIndex:
    return open_index(folder)


def test_a_small_corpus_is_the_beginning_of_a_large_one() -> None:
    small, large = (list(synthetic.passage_texts(count, SEED)) for count in (30, 1030))
    assert (len(small), len(large)) == (30, 1030)
    assert small == large[:30]
    assert len(set(large)) == 1030
    assert small != list(synthetic.passage_texts(30, SEED + 1))
    vectors = synthetic.vectors(1030, 16, SEED)
    np.testing.assert_array_equal(synthetic.vectors(30, 16, SEED), vectors[:30])


def test_passages_hold_60_to_120_words_and_numbers_dates_names() -> None:
    texts = list(synthetic.passage_texts(200, SEED))
    sizes = [len(text.split()) for text in texts]
    assert min(sizes) >= 60
    # A date is one word of the 120 and three here.
    assert all(
        size <= 120 + 2 * len(_DATE.findall(text)) for size, text in zip(sizes, texts, strict=True)
    )
    assert max(sizes) - min(sizes) > 40
    together = " ".join(texts)
    words = together.split()
    arabic = sum(bool(re.match(r"[\u0600-\u06ff]", word)) for word in words) / len(words)
    assert 0.85 < arabic < 0.98
    assert _DATE.search(together)
    assert re.search(r"\b[A-Z][a-z]+", together)


def test_words_are_as_frequent_as_zipf_says() -> None:
    """The 1st is drawn 13.7 / 3.7 times as often as the 11th."""
    vocabulary = synthetic.vocabulary(SEED)
    assert len(set(vocabulary.forms)) == len(vocabulary.forms) > 150_000
    assert vocabulary.cumulative[-1] == pytest.approx(1)
    drawn = Counter(vocabulary.draw(400_000, np.random.default_rng(SEED)))
    first, eleventh = drawn[vocabulary.forms[0]], drawn[vocabulary.forms[10]]
    assert first / eleventh == pytest.approx(13.7 / 3.7, rel=0.1)


def test_documents_cut_into_their_passages() -> None:
    made = list(synthetic.documents(120, SEED))
    passages = [passage for _, own in made for passage in own]
    assert len(passages) == len({passage.id for passage in passages}) == 120
    assert 5 < len(made) < 30
    for document, own in made:
        assert "\n\n".join(passage.text for passage in own) == document.text
        for passage in own:
            assert document.text[passage.start : passage.end] == passage.text
            assert passage.doc_id == document.id


def test_vectors_lie_around_centres() -> None:
    """With 0.8 of noise across: cosine 1 / (1 + 0.64) = 0.61 within a centre, 0 between two."""
    vectors = synthetic.vectors(3000, 384, SEED)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, 0)
    assert np.median(cosines.max(axis=1)) == pytest.approx(0.66, abs=0.08)
    assert abs(np.median(cosines)) < 0.01


def test_questions_are_of_three_kinds() -> None:
    asked = synthetic.questions(50, 100, SEED)
    assert asked == synthetic.questions(50, 100, SEED)
    texts = [" ".join(text.split()) for text in synthetic.passage_texts(50, SEED)]
    for number, question in enumerate(asked):
        said = question.split()
        if number % 10 < 4:
            assert 3 <= len(said) <= 7
            assert any(question in text for text in texts)
        elif number % 10 < 8:
            assert 5 <= len(said) <= 14
            assert question.endswith("؟")
        else:
            assert detect(question) == "fr"


def test_the_product_searches_what_was_built(index: OpenIndex) -> None:
    with index.store as store:
        _, passages = store.counts()
        assert passages == len(index.indexes.dense) == len(index.indexes.lexical) == 40
        assert not index.indexes.repaired
        found = list(synthetic.passage_texts(40, SEED))[23]
        counts = Counter(form for text in synthetic.passage_texts(40, SEED) for form in forms(text))
        rare = [form for form in forms(found) if counts[form] == 1 and len(form) > 4][:4]
        hits = index.searcher.search(" ".join(rare), 8)
        assert len(hits) == 8
        assert hits[0].passage.text == found
        sentences = sentence_vectors(store, list(range(1, 41)))
        assert {vectors.shape[1] for vectors in sentences.values()} == {64}
        assert np.mean([len(vectors) for vectors in sentences.values()]) > 3


def test_every_part_of_a_search_is_counted_once(
    index: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench_search, "_WARM_UP", 2)
    before = search.understand
    with index.store:
        asked = synthetic.questions(40, 12, SEED)
        (times,) = bench_search.measure([index], asked)
    assert search.understand is before
    assert {len(own) for own in times.values()} == {10}
    assert all(sum(times[part]) > 0 for part in times)
    assert min(times[bench_search.REST]) >= 0  # below nothing if a call were in two parts
    parts = [own for part, own in times.items() if part != bench_search.WHOLE]
    assert [sum(own) for own in zip(*parts, strict=True)] == pytest.approx(
        times[bench_search.WHOLE]
    )
