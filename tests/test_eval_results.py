"""What a run leaves behind comes back as it was, and nothing else passes for it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.results import FORMAT, Found, Result, Run, read, save, slices, write
from rag.errors import InputError

RESULT = Result(
    dataset="gold",
    system="isnad",
    id="d1",
    question="كم زائرا؟",
    lang="ar",
    type="number",
    tags=("yearly", "table"),
    split="dev",
    answerable=True,
    pair=None,
    history=(("من؟", "فلان"),),
    expected=(("97350", "97.350"), ("سبو",)),
    gold=("a.txt",),
    ranks=(1, 0),
    found=(Found("a.txt", 3, 9, 0.5, (0, 1), "نص"), Found("b.txt", 0, 4, 0.25)),
    answer={"status": "answered", "citations": [{"number": 1}], "reason": None},
    metrics={"recall@1": 0.5, "confidence": 0.75},
    faults=("fact missing: سبو",),
)
FOUND_ONLY = replace(
    RESULT, system="bm25", answer=None, metrics={}, faults=(), found=(), ranks=(), pair="d0"
)
RUN = Run(
    "run", {"seed": 0, "k": [1, 5]}, {"commit": "abc"}, (RESULT, FOUND_ONLY),
    {"gold · isnad": {"seconds": 1.5}},
)  # fmt: skip


def test_a_run_comes_back_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "run.json"
    write(RUN, file, {"gold": {"recall@1": 0.5}})
    assert read(file) == RUN
    assert [path.name for path in file.parent.iterdir()] == ["run.json"]
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["format"] == FORMAT
    assert written["summary"] == {"gold": {"recall@1": 0.5}}
    assert "كم زائرا؟" in file.read_text(encoding="utf-8")


def test_a_run_without_results_comes_back(tmp_path: Path) -> None:
    empty = Run("run", {}, {}, ())
    write(empty, tmp_path / "run.json", {})
    assert read(tmp_path / "run.json") == empty


def test_results_are_grouped_by_dataset_and_system() -> None:
    second = replace(RESULT, id="d2")
    run = replace(RUN, results=(RESULT, FOUND_ONLY, second))
    assert run.groups() == {("gold", "isnad"): [RESULT, second], ("gold", "bm25"): [FOUND_ONLY]}


def without(row: dict, name: str) -> dict:
    return {key: value for key, value in row.items() if key != name}


def spoilt(change) -> str:
    row = {
        "format": FORMAT, "name": "run", "settings": {}, "environment": {}, "costs": {},
        "results": [json.loads(json.dumps(as_row(RESULT)))],
    }  # fmt: skip
    return json.dumps(change(row), ensure_ascii=False)


def as_row(one: Result) -> dict:
    from dataclasses import asdict

    return asdict(one)


def first(row: dict, **fields: object) -> dict:
    return {**row, "results": [{**row["results"][0], **fields}]}


DAMAGED = {
    "empty": "",
    "not JSON": "{",
    "cut": spoilt(lambda row: row)[:-40],
    "nested too deep": "[" * 100_000,
    "a list": "[]",
    "a number": "7",
    "another program's": '{"results": []}',
    "another format": spoilt(lambda row: {**row, "format": FORMAT + 1}),
    "no results": spoilt(lambda row: without(row, "results")),
    "no name": spoilt(lambda row: without(row, "name")),
    "costs are a list": spoilt(lambda row: {**row, "costs": []}),
    "settings are a text": spoilt(lambda row: {**row, "settings": "k=5"}),
    "results are an object": spoilt(lambda row: {**row, "results": {"a": 1}}),
    "a result is a text": spoilt(lambda row: {**row, "results": ["d1"]}),
    "a field is missing": spoilt(
        lambda row: {**row, "results": [without(row["results"][0], "id")]}
    ),
    "a field is unknown": spoilt(lambda row: first(row, colour="red")),
    "ranks are null": spoilt(lambda row: first(row, ranks=None)),
    "tags are one text": spoilt(lambda row: first(row, tags="yearly")),
    "a hit is a text": spoilt(lambda row: first(row, found=["a.txt"])),
    "a hit has no facts": spoilt(lambda row: first(row, found=[{"doc": "a"}])),
    "metrics are a list": spoilt(lambda row: first(row, metrics=["recall@1"])),
    "a metric is a text": spoilt(lambda row: first(row, metrics={"recall@1": "high"})),
    "an answer is a text": spoilt(lambda row: first(row, answer="97350")),
    "answerable is a text": spoilt(lambda row: first(row, answerable="yes")),
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_what_is_no_run_is_named(text: str, tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"run\.json is not a file of results"):
        read(file)


def test_the_undamaged_one_reads(tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    file.write_text(spoilt(lambda row: row), encoding="utf-8")
    assert read(file).results == (RESULT,)


def test_bytes_that_are_no_text_and_files_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "run.json", tmp_path / "none.json", tmp_path):
        with pytest.raises(InputError, match="is not a file of results"):
            read(path)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "run.txt"
    save(file, "قديم")
    save(file, "جديد")
    assert file.read_text(encoding="utf-8") == "جديد"
    with pytest.raises(UnicodeEncodeError):
        save(file, "\ud800")
    assert file.read_text(encoding="utf-8") == "جديد"


def test_slices() -> None:
    a = replace(RESULT, id="a", lang="fr", tags=("x", "y"), type="", split="dev")
    b = replace(RESULT, id="b", lang="ar", tags=("y",), type="number", split="dev")
    c = replace(RESULT, id="c", lang="ar", tags=(), type="name", split="dev")
    assert list(slices([a, b, c]).items()) == [
        ("all", [a, b, c]),
        # every question is of the split dev: no slice
        ("lang=ar", [b, c]),
        ("lang=fr", [a]),
        ("type=name", [c]),
        ("type=number", [b]),
        ("tag=x", [a]),
        ("tag=y", [a, b]),
    ]


def test_a_tag_that_only_some_bear_is_a_slice_of_its_own() -> None:
    tagged, plain = replace(RESULT, id="a", tags=("x",)), replace(RESULT, id="b", tags=())
    assert slices([tagged, plain]) == {"all": [tagged, plain], "tag=x": [tagged]}


def test_slices_of_nothing() -> None:
    assert slices([]) == {"all": []}
