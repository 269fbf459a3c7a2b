"""How much nearer an encoder puts one language to another, whatever is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import numpy as np
import pytest

from embeddings import HashingEncoder
from rag.arabic import strip_marks
from rag.language import detect
from rag.language_shift import passage_means, question_means, shifts
from rag.schema import Language


class LengthEncoder(HashingEncoder):
    """A question is its number of words and a 1; remembers what it was given."""

    def __init__(self) -> None:
        super().__init__(2)
        self.questions: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        self.questions += texts
        return np.array([[len(text.split()), 1] for text in texts], dtype=np.float32)

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        raise AssertionError("these are questions")


def test_shifts_are_the_inner_products_of_the_means() -> None:
    questions = {"ar": np.float32([0.6, 0.8]), "fr": np.float32([0, 0.5])}
    passages = {"ar": np.float32([1, 0]), "fr": np.float32([0.5, 0.5]), "": np.zeros(2, np.float32)}
    found = shifts(questions, passages)
    assert found["ar"] == pytest.approx({"ar": 0.6, "fr": 0.7, "": 0})
    assert found["fr"] == pytest.approx({"ar": 0, "fr": 0.25, "": 0})
    assert {type(value) for row in found.values() for value in row.values()} == {float}


def test_nothing_known_is_no_shift() -> None:
    assert shifts({}, {"ar": np.ones(2, np.float32)}) == {}
    assert shifts({"ar": np.ones(2, np.float32)}, {}) == {"ar": {}}


def test_every_language_has_questions_and_they_are_asked_as_questions_are() -> None:
    encoder = LengthEncoder()
    means = question_means(encoder)
    assert means.keys() == set(get_args(Language))
    assert encoder.questions == [strip_marks(text) for text in encoder.questions]
    assert len(set(encoder.questions)) == len(encoder.questions)
    words = iter(encoder.questions)
    for mean in means.values():
        own = [len(next(words).split()) for _ in range(10)]
        np.testing.assert_allclose(mean, [sum(own) / 10, 1], rtol=1e-6)
    assert next(words, None) is None


def test_what_a_language_has_of_its_own_is_measured_on_passages_once() -> None:
    class Passages(HashingEncoder):
        asked = 0

        def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
            self.asked += 1
            return np.array([[len(text), 1] for text in texts], dtype=np.float32)

    encoder = Passages(2)
    means = passage_means(encoder)
    assert means.keys() == set(get_args(Language))
    assert passage_means(encoder) is means and encoder.asked == len(means)
    assert {mean[1] for mean in means.values()} == {1.0}


def test_the_questions_are_in_the_language_they_stand_for() -> None:
    encoder = LengthEncoder()
    languages = list(question_means(encoder))
    of_each = [encoder.questions[i : i + 10] for i in range(0, 50, 10)]
    wrong = [
        (language, text)
        for language, texts in zip(languages, of_each, strict=True)
        for text in texts
        if detect(text) != language
    ]
    assert wrong == []
