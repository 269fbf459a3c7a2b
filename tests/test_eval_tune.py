"""What the ranking and the gate are fitted by: the loss, its gradient, a run over a tiny set."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from small_index import jsonl

from eval import tune
from eval.data import Gold
from eval.tune import Row, loss
from rag import gate, opening
from rag.evidence import WEIGHTS
from rag.sentence_features import NAMES

# No Moroccan towns: of pages without the one asked about nothing is read.
TOWNS = "مدريد لشبونة روما باريس العيون أثينا برلين فيينا الجديدة ليون".split()
KINDS = "السيارات العملات الطوابع السفن الخزف النسيج الحلي الطيران الموسيقى السينما".split()


def row(known: list[list[float]], right: list[bool], weight: float = 1.0) -> Row:
    return np.array(known), np.array(right), weight


def test_without_weights_each_sentence_is_as_likely() -> None:
    rows = [row([[1, 0], [0, 1], [2, 2], [0, 0]], [True, False, False, False], 3.0),
            row([[1, 0], [0, 1]], [True, False])]  # fmt: skip
    value, _ = loss(np.zeros(2), rows)
    assert value == pytest.approx((3 * np.log(4) + np.log(2)) / 4)


def test_any_of_several_right_sentences_will_do() -> None:
    known = [[2.0, 0], [2.0, 0], [0.0, 0]]
    one, _ = loss(np.array([1.0, 0]), [row(known, [True, False, False])])
    both, _ = loss(np.array([1.0, 0]), [row(known, [True, True, False])])
    share = np.exp(2) / (2 * np.exp(2) + 1)
    assert one == pytest.approx(0.01 - np.log(share))
    assert both == pytest.approx(0.01 - np.log(2 * share))


FINITE = st.floats(-3, 3)


@settings(deadline=None)
@given(arrays(float, (4, 3), elements=FINITE), arrays(float, 3, elements=FINITE), st.floats(0.5, 3))
def test_the_gradient_is_that_of_the_loss(
    known: np.ndarray, weights: np.ndarray, weight: float
) -> None:
    rows = [(known, np.array([True, False, True, False]), weight),
            (known[:2] - 1, np.array([False, True]), 1.0)]  # fmt: skip
    _, slope = loss(weights, rows)
    step = 1e-5
    numeric = [
        (loss(weights + step * axis, rows)[0] - loss(weights - step * axis, rows)[0]) / (2 * step)
        for axis in np.eye(3)
    ]
    np.testing.assert_allclose(slope, numeric, atol=1e-6)


@pytest.mark.parametrize(
    ("place", "start", "end", "meets"),
    [
        (Gold("d", 10, 20), 0, 10, False),
        (Gold("d", 10, 20), 0, 11, True),
        (Gold("d", 10, 20), 19, 30, True),
        (Gold("d", 10, 20), 20, 30, False),
        (Gold("d"), 500, 600, True),
    ],
)
def test_a_sentence_that_shares_text_with_the_gold_answers(
    place: Gold, start: int, end: int, meets: bool
) -> None:
    assert tune._meets(place, start, end) is meets


def museums(folder: Path, first: int = 1000) -> Path:
    """A page a town: a line on its museum's visitors, one on its roof; a question for each, and
    for every other town one that no page answers."""
    (folder / "corpus").mkdir(parents=True)
    (folder / "questions").mkdir()
    rows: list[dict[str, Any]] = []
    for number, (town, kind) in enumerate(zip(TOWNS, KINDS, strict=True)):
        quote = f"زار متحف {kind} في {town} {first + number} شخصا."
        text = f"{quote}\nأعلن مدير المتحف عن إصلاح سقف القاعة الكبرى.\n"
        (folder / "corpus" / f"{number}.txt").write_text(text, encoding="utf-8")
        common = {"lang": "ar", "tags": [], "must_not": [], "history": [], "pair": None}
        gold = {"doc": f"{number}.txt", "start": 0, "end": len(quote), "quote": quote, "facts": [0]}
        rows.append({
            "id": f"a{number}", "question": f"كم زار متحف {kind} في {town}؟", "type": "number",
            "answerable": True, "gold": [gold], "answers": [[str(first + number)]], "split": "dev",
            **common,
        })  # fmt: skip
        rows.append({
            "id": f"u{number}", "question": f"من صمم حديقة {kind} في {town}؟", "type": "near_topic",
            "answerable": False, "gold": [], "answers": [],
            "split": "dev" if number % 2 else "test", **common,
        })  # fmt: skip
    jsonl(folder / "questions" / "all.jsonl", *rows)
    return folder


def printed(out: str) -> dict[str, Any]:
    """The values that were printed, by what stands before them; thresholds are left out."""
    pairs = re.findall(r"^(\w.*?): ([\[{\d-].*)$", out, re.MULTILINE)
    return {what: ast.literal_eval(found) for what, found in pairs}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = museums(tmp_path / "own")
    monkeypatch.setattr(tune, "_OWN", folder)
    monkeypatch.setattr(opening, "DEFAULT_ENCODER", opening.HASHING)
    return folder


def test_a_run(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tune.main([]) == 0
    out = capsys.readouterr().out
    found = printed(out)
    assert found["weights of sentences"].keys() == WEIGHTS.keys() == set(NAMES)
    assert found["weights of the gate"].keys() == gate.WEIGHTS.keys()
    assert isinstance(found["its constant"], float)
    shares = found["own: answered among the first (1, 2, 3, 4) sentences"]
    assert shares == sorted(shares)
    assert shares[0] == 100  # each question has all the words of one sentence
    assert found["own: AUROC of the gate"] > 0.9
    assert found["own, as it is: AUROC of the gate"] > 0.9
    passed = re.findall(r"refusing (\d+)% of the answerable, above [\d.]+: (\d+)%", out)
    assert [share for share, _ in passed] == ["10", "20", "30"] * 2
    tune.main([])
    assert capsys.readouterr().out == out


def test_what_is_reported_on_is_not_fitted_on(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = str(museums(tmp_path / "other", 7000))

    def weights(*options: str) -> tuple[Any, Any]:
        assert tune.main(options) == 0
        found = printed(capsys.readouterr().out)
        assert ("other: AUROC of the gate" in found) is bool(options)
        return found["weights of sentences"], found["weights of the gate"]

    alone = weights()
    assert weights("--report", other) == alone
    assert weights("--fit", other) != alone


def test_each_answerable_question_is_asked_twice(own: Path) -> None:
    (dataset,) = tune.load(own)
    asked = list(tune._ask(dataset))
    answerable = [one for one in asked if one.question.answerable]
    assert [one.hidden for one in answerable] == [False, True] * 10
    assert [one.question.id for one in answerable[::2]] == [f"a{n}" for n in range(10)]
    assert len(asked) == 30
    for one in asked:
        right = [c.text for c, is_right in zip(one.candidates, one.right, strict=True) if is_right]
        expected = [place.quote for place in one.question.gold] if one.answerable else []
        assert right == expected
    assert [one.fold for one in answerable[::2]] == [one.fold for one in answerable[1::2]]
