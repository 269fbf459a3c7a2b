"""True statements with one thing changed: what the changes do, and that a part is told apart."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from embeddings import HashingEncoder
from eval import perturbations
from eval.data import Dataset, Gold, Question, Record
from eval.loading import OWN, load
from eval.perturb import cases, measure

TEXT = "ارتفع عدد زوار المعرض إلى 900 ألف زائر يوم 12 ماي 2024 في دورته الثامنة."


@pytest.mark.parametrize("kind", sorted(perturbations.CHANGES))
def test_one_thing_is_changed(kind: str) -> None:
    text = f"لم {TEXT}" if kind == "denial taken out" else TEXT
    text = text.replace("900", "تسعة") if kind == "number in words" else text
    changes = {perturbations.CHANGES[kind](text, random.Random(seed)) for seed in range(9)}
    changed = [other for other in changes if other and other != text]
    assert changed
    for other in changed:
        assert abs(len(other.split()) - len(text.split())) <= 1


def test_a_change_that_does_not_apply_gives_nothing() -> None:
    for kind, change in perturbations.CHANGES.items():
        assert change("نص قصير.", random.Random(0)) is None, kind


def test_a_name_is_swapped_for_one_that_the_source_has_not() -> None:
    change = perturbations.names([("فاس",), ("طنجة",), ("أكادير",)], "بين فاس وطنجة")
    assert change("بين فاس وطنجة", random.Random(0)) in ("بين أكادير وطنجة", "بين فاس وأكادير")


def test_cases_are_the_sentence_of_the_answer_and_one_made_of_it() -> None:
    text = "افتتح المعرض في ماي. بلغ عدد زوار المعرض 900 زائر. شاركت فيه دور نشر كثيرة من بلدان."
    question = Question("1", "كم عدد زوار المعرض؟", "ar", gold=(Gold("s/1"),), answers=(("900",),))
    dataset = Dataset("s", (question,), records=(Record("1", "", text),), corpus="s")
    found = list(cases(dataset, HashingEncoder()))
    assert [case.text for case in found] == [
        "بلغ عدد زوار المعرض 900 زائر.",
        "900 زوار المعرض.",
    ]
    assert {case.evidence[0].text for case in found} == {"بلغ عدد زوار المعرض 900 زائر."}
    assert len(found[0].evidence) == 3


@pytest.mark.slow
def test_a_part_of_our_own_set_is_told_apart() -> None:
    """Arabic questions on Arabic pages: no model is asked."""
    own = load(OWN)[0]
    some = [q for q in own.questions if q.split == "dev" and q.lang == "ar"][:24]
    kept, caught = measure(list(cases(replace(own, questions=tuple(some)), HashingEncoder())),
                           HashingEncoder())  # fmt: skip
    assert not kept["a source's sentence"].wrong
    right = sum(tally.right for tally in caught.values())
    wrong = sum(len(tally.wrong) for tally in caught.values())
    assert right > 100
    assert right >= 0.95 * (right + wrong)
