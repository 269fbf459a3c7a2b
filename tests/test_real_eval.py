"""``rag eval`` with the real models: it runs on every set, and a repeated run says the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eval import results
from rag.cli import main

pytestmark = pytest.mark.real_model


def evaluate(folder: Path, name: str, *options: str) -> results.Run:
    common = ["eval", "--results", str(folder), "--name", name]
    assert main([*common, *options]) == 0
    assert (folder / f"{name}.html").is_file()
    return results.read(folder / f"{name}.json")


def timeless(run: results.Run) -> list[results.Result]:
    found = []
    for one in run.results:
        metrics = {name: x for name, x in one.metrics.items() if not name.endswith("_ms")}
        answer = one.answer and {key: x for key, x in one.answer.items() if key != "timings"}
        found.append(replace(one, metrics=metrics, answer=answer))
    return found


@pytest.mark.parametrize("answers", ["extractive", "llm"])
def test_a_repeated_run_gives_the_same(answers: str, tmp_path: Path) -> None:
    options = ["--answers", answers, "--split", "dev", "--sample", "6", "--seed", "3"]
    first, second = (evaluate(tmp_path, name, *options) for name in ("first", "second"))
    assert timeless(first) == timeless(second)
    assert first.settings == second.settings
    if answers == "llm":
        assert first.settings["model"]["sha256"] and first.settings["threads"]
        assert any(one.metrics.get("prompt_tokens") for one in first.results)
    assert main(["eval", "compare", str(tmp_path / "first.json"), str(tmp_path / "second.json")]
                ) == 0  # fmt: skip


def test_it_runs_on_public_sets_with_every_system(tmp_path: Path, shared: Path) -> None:
    sets = ("arcd_train", "xquad_ar", "mlqa_ar_dev")
    options = [f"--dataset={shared / 'data' / name}" for name in sets]
    options += [f"--system={name}" for name in ("isnad", "dense", "bm25")]
    run = evaluate(tmp_path, "public", *options, "--answers", "none", "--sample", "40")
    means = {
        group: sum(one.metrics["recall@5"] for one in found) / len(found)
        for group, found in run.groups().items()
    }
    assert {dataset for dataset, _ in means} == {*sets, "xquad_en"}
    for dataset in sets:
        assert means[dataset, "isnad"] > 0.8 > means["xquad_en", "bm25"]
