"""The figures of the page's benchmark, against a calculation by hand."""

from __future__ import annotations

import pytest

from ui import bench


def test_what_the_page_adds_is_taken_question_by_question() -> None:
    alone = [100.0, 10.0, 20.0, 30.0, 40.0]
    over_page = [130.0, 20.0, 40.0, 90.0, 80.0]  # 30, 10, 20, 60, 40 more
    said = bench._figures("program", alone, over_page)
    assert said.startswith("5 answers to a program: 80 ms")
    assert "2.7 times Assistant's 30 ms" in said
    assert "the page adds 30 ms (p90 " in said


def test_one_question_is_enough() -> None:
    assert bench._figures("program", [10.0], [15.0]).endswith("adds 5 ms (p90 5)")


@pytest.mark.parametrize("number", ["0", "-3", "x"])
def test_none_are_too_few(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        bench.main(["--questions", number])
    assert "1-1000" in capsys.readouterr().err


def test_the_first_question_is_asked_once_more_than_it_counts() -> None:
    asked: list[tuple[str, str]] = []

    def ask(name: str) -> bench.Ask:
        return lambda question: float(len(asked.append((name, question)) or asked))

    times = bench._times(["a", "b"], ask("alone"), {"page": ask("page")})
    assert asked == [(who, q) for q in ("a", "a", "b") for who in ("alone", "page")]
    assert times == {"assistant": [3.0, 5.0], "page": [4.0, 6.0]}


def test_questions_stand_alone() -> None:
    questions = bench._questions()
    assert len(questions) > 100 and all(questions)
