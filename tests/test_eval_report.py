"""A run in figures: the summary by hand, and tables that fit a pipe and eighty columns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.console import Console

from eval import plots, report
from eval.metrics import METRICS, TIMINGS, recall
from eval.results import Result, Run
from eval.statistics import Estimate


def result(number: int, **changes: object) -> Result:
    """A right answer in Arabic of one system of one set, with ``changes``."""
    metrics = {
        "recall@1": 1.0, "recall@5": 1.0, "fact_recall": 1.0, "over_refusal": 0.0,
        "confidence": 0.9, "retrieve_ms": 10.0 * number,
    }  # fmt: skip
    plain = Result(
        dataset="gold", system="isnad", id=f"q{number}", question="كم زائرا حضره؟", lang="ar",
        type="number", tags=(), split="", answerable=True, pair=None, history=(),
        expected=(("112700",),), gold=(), ranks=(1,), found=(), answer=None, metrics=metrics,
    )  # fmt: skip
    return replace(plain, **changes)


def run(*results: Result, **changes: object) -> Run:
    return replace(Run("nightly", {"k": 8}, {"date": "2026-11-22"}, results), **changes)


FOUR = (
    result(1),
    result(2, lang="fr"),
    result(3, metrics={"recall@1": 0.0, "recall@5": 1.0, "retrieve_ms": 30.0}),
    result(4, metrics={"recall@1": 0.0, "recall@5": 0.0, "retrieve_ms": 40.0}, lang="fr"),
)


def printed(one: Run, width: int = 80) -> list[str]:
    console = Console(width=width, file=None, force_terminal=False)
    with console.capture() as caught:
        console.print(report.terminal(one))
    return caught.get().splitlines()


def row(lines: list[str], name: str, after: str) -> list[str]:
    """The cells of the first row called ``name`` below the title ``after``."""
    below = lines[next(i for i, line in enumerate(lines) if line.strip() == after) :]
    return next(line for line in below if line.startswith(name)).split()


def test_summary_by_hand() -> None:
    found = report.summary(run(*FOUR), seed=0)
    assert list(found) == ["gold"] and list(found["gold"]) == ["isnad"]
    by_slice = found["gold"]["isnad"]
    assert list(by_slice) == ["all", "lang=ar", "lang=fr"]
    assert list(by_slice["all"]) == [
        "recall@1", "recall@5", "fact_recall", "over_refusal", "retrieve_ms",
    ]  # fmt: skip
    recall = by_slice["all"]["recall@5"]
    assert (recall["value"], recall["n"]) == (0.75, 4)
    assert 0 <= recall["low"] < 0.75 < recall["high"] <= 1
    facts = by_slice["all"]["fact_recall"]  # two of the four have it
    # Wilson: n ÷ (n + z²) = 2 ÷ (2 + 1.96²)
    assert facts.pop("low") == pytest.approx(2 / (2 + 1.959964**2))
    assert facts == {"value": 1.0, "high": 1.0, "n": 2, "p50": 1.0, "p95": 1.0}
    times = by_slice["all"]["retrieve_ms"]
    assert (times["value"], times["p50"], times["p95"]) == (25.0, 25.0, pytest.approx(38.5))
    assert by_slice["lang=fr"]["recall@1"]["value"] == 0.5


def test_the_summary_repeats_with_the_seed() -> None:
    one = run(*FOUR)
    assert report.summary(one, 0) == report.summary(one, 0)
    assert report.summary(one, 0) == report.summary(one, 5, report.estimates(one, 0))


def test_a_table_says_what_was_measured() -> None:
    lines = printed(run(*FOUR))
    low = report.summary(run(*FOUR), 0)["gold"]["isnad"]["all"]["recall@5"]["low"]
    wide = 100 * (0.75 - low)
    assert row(lines, "Recall@5", "gold") == ["Recall@5", "↑", "4", "75.0", f"±{wide:.1f}"]
    assert row(lines, "Fact recall", "gold")[3:5] == ["2", "100.0"]  # of two of the four
    assert row(lines, "Passages, ms", "gold") == ["Passages,", "ms", "↓", "4", "25", "/", "38"]
    assert row(lines, "lang=fr", "gold · isnad: by slice") == [
        "lang=fr", "2", "50.0", "50.0", "100.0", "0.0",
    ]  # fmt: skip


def test_metrics_that_no_system_has_get_no_row() -> None:
    text = "\n".join(printed(run(*FOUR)))
    assert "Citation" not in text and "Halluc" not in text and "First word" not in text


def test_a_system_without_a_metric_gets_a_dash() -> None:
    other = result(1, system="bm25", metrics={"recall@1": 0.5})
    lines = printed(run(*FOUR, other))
    assert row(lines, "Recall@5", "gold")[-1] == "–"
    assert row(lines, "Recall@1", "gold")[-2:] == ["50.0", "±0.0"]


def test_eighty_columns_hold_every_table() -> None:
    metrics = {
        m.name: 123_456.7 if m.name.endswith("_ms") else 1.0 for m in METRICS if not m.of_run
    }
    systems = ("isnad", "dense", "bm25", "plain")
    long = [result(1, system=name, dataset="d" * 90, metrics=metrics) for name in systems]
    for n, other in enumerate(long[1:], start=1):  # baselines take all questions at once
        bare = {name: x for name, x in other.metrics.items() if name not in TIMINGS}
        long[n] = replace(other, metrics=bare)
    costs = {"gold/isnad": {"seconds in all": 812.34, "questions per minute": 2.21}}
    lines = printed(run(*long, replace(long[0], lang="fr", type="false_premise"), costs=costs))
    assert max(map(len, lines)) <= 80
    assert not any("…" in line for line in lines)  # nothing is cut off
    assert any("123,457" in line for line in lines)
    assert any("type=false_premise" in line for line in lines)  # in one piece
    assert row(lines, "gold/isnad", "costs") == ["gold/isnad", "812", "2.2"]


def test_a_pipe_gets_neither_colours_nor_what_steers_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    hostile = result(1, system="\x1b[31mred[bold]", dataset="a\u202eb")
    report.show(run(hostile, name="\x1b]0;x\x07"))
    out = capsys.readouterr().out
    assert "\x1b" not in out and "\u202e" not in out and "\x07" not in out
    assert "[U+001B][31mred[bold]" in out and "a[U+202E]b" in out


def test_an_empty_run_says_so() -> None:
    assert [line for line in printed(run()) if line.strip()] == ["nightly: 0 results"]
    assert report.summary(run(), 0) == {}


def test_percentages_counts_and_milliseconds() -> None:
    estimate = Estimate(0.7749, 0.752, 0.796, 10, 0, 0)
    assert report.value("recall@1", estimate) == "77.5"
    assert report.interval("recall@1", estimate) == "75.2–79.6"
    assert report.value("prompt_tokens", replace(estimate, value=1234.56)) == "1,234.6"
    assert report.value("total_ms", replace(estimate, value=1234.56)) == "1,235"


def test_figures_repeat_and_need_nothing_else() -> None:
    answered = {"status": "answered"}
    one = run(*(replace(r, answer=answered) for r in FOUR[:2]), *FOUR[2:])
    made = plots.plots(one)
    assert [plot.title for plot in made] == [
        "Risk and coverage", "Recall by k", "Time to the passages",
    ]  # fmt: skip
    assert made == plots.plots(one)
    for plot in made:
        assert plot.svg.startswith("<svg") and plot.svg.endswith("</svg>")
        rest = plot.svg.replace("http://www.w3.org/2000/svg", "")
        rest = rest.replace("http://www.w3.org/1999/xlink", "")
        assert "http" not in rest and "<script" not in rest and "<style" not in rest
        assert "20" + "26" not in plot.svg and "metadata" not in plot.svg


def test_figures_take_any_name_and_any_time() -> None:
    odd = result(1, system="$x_{ 汉字 \ud800", metrics={"retrieve_ms": 0.0})
    titles = [plot.title for plot in plots.plots(run(odd))]
    assert titles == ["Recall by k", "Time to the passages"]


def test_a_run_without_ranks_and_answers_has_no_figure() -> None:
    assert plots.plots(run()) == []
    assert plots.plots(run(result(1, ranks=(), metrics={}))) == []


def test_twenty_lines_look_different() -> None:
    styles = plots.styles(run(*(result(1, system=str(n)) for n in range(20))))
    assert len(set(styles.values())) == 20


def test_recall_by_k_is_the_metric() -> None:
    for ranks in ((1, 0), (3, 100), (0,), (101, 2, 7)):
        curve = plots._recalls(ranks)
        assert curve.tolist() == pytest.approx([recall(ranks, k) for k in range(1, 101)])
