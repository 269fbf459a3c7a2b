"""``rag eval`` from the command line to its files, over a set that can be worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from prompted import asks_for_phrase, excerpts_and_question
from small_index import jsonl

from eval import results
from eval.data import Dataset, Gold, Record, select
from eval.loading import load
from eval.run import Settings, ask_all, default_name, described, plan
from eval.scoring import _proves
from rag import answering, gate, render
from rag.assistant import Assistant
from rag.cli import main
from rag.errors import GenerationError
from rag.evidence import WEIGHTS
from rag.generate import ScriptedGenerator
from rag.schema import Answer
from rag.search import HybridSearcher

TOWNS = (
    "الرباط", "تطوان", "آسفي", "وجدة", "العيون", "تارودانت", "خنيفرة", "الناظور",
    "الجديدة", "ورزازات", "سطات", "بركان",
)  # fmt: skip
KINDS = (
    "السيارات", "العملات", "الطوابع", "السفن", "الخزف", "النسيج", "الحلي", "الطيران",
    "الموسيقى", "السينما", "الأسلحة", "الفلاحة",
)  # fmt: skip
FOREIGN = ("باريس", "طوكيو", "برلين", "القاهرة", "لندن", "مدريد", "روما", "أثينا")
VISITORS = {town: 1100 + 37 * number for number, town in enumerate(TOWNS)}


def museums_in(folder: Path) -> Path:
    """A page a town with its museum's visitors; a question for each, and on towns without page."""
    folder /= "museums"
    (folder / "corpus").mkdir(parents=True)
    (folder / "questions").mkdir()
    rows: list[dict[str, Any]] = []
    for number, (town, visitors) in enumerate(VISITORS.items()):
        name = f"museum-{number}.txt"
        kind = KINDS[number]
        quote = f"زار متحف {kind} في {town} {visitors} شخصا."
        text = f"{quote}\n"
        (folder / "corpus" / name).write_text(text, encoding="utf-8")
        gold = {"doc": name, "start": 0, "end": len(quote), "quote": quote, "facts": [0]}
        rows.append(question(f"a{number}", f"كم زار متحف {kind} في {town}؟", True, [gold],
                             [[str(visitors), f"{visitors} شخصا"]],
                             "dev" if number % 2 else "test"))  # fmt: skip
    rows += [
        question(f"u{number}", f"كم زار متحف الشمع في {town}؟", False, [], [], "dev")
        for number, town in enumerate(FOREIGN)
    ]
    jsonl(folder / "questions" / "all.jsonl", *rows)
    return folder


@pytest.fixture
def museums(tmp_path: Path) -> Path:
    return museums_in(tmp_path)


def question(
    name: str, text: str, answerable: bool, gold: list[Any], answers: list[Any], split: str
) -> dict[str, Any]:
    return {
        "id": name, "question": text, "lang": "ar",
        "type": "number" if answerable else "near_topic", "tags": [], "answerable": answerable,
        "gold": gold, "answers": answers, "must_not": [], "history": [], "pair": None,
        "split": split,
    }  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def all_by_words() -> Iterator[None]:
    """What was fitted knows the cosines of another encoder: here words alone rank the sentences,
    and an answer needs every word of the question."""

    def confidence(question: object, evidence: Sequence[Any], any_time: bool = False) -> float:
        return max((item.coverage for item in evidence), default=0.0)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("nearness", "passage_nearness"):
            patch.setitem(WEIGHTS, name, 0.0)
        patch.setattr(gate, "confidence", confidence)
        patch.setattr(gate, "THRESHOLD", 0.99)
        yield


def evaluated(museums: Path, out: Path, name: str, *options: str) -> Path:
    code = main([
        "eval", "--dataset", str(museums), "--encoder", "hashing", "--results", str(out),
        "--name", name, *options,
    ])  # fmt: skip
    assert code == 0
    return out / f"{name}.json"


@pytest.fixture
def evaluate(museums: Path, tmp_path: Path) -> Callable[..., Path]:
    """``rag eval`` under a name; returns the .json."""
    return partial(evaluated, museums, tmp_path / "results")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory, all_by_words: None) -> Path:
    """The .json of a run where nothing went wrong, to read and to compare with."""
    folder = tmp_path_factory.mktemp("good")
    return evaluated(museums_in(folder), folder / "results", "good")


def mean(path: Path, metric: str, system: str = "isnad", part: str = "all") -> float:
    summary = json.loads(path.read_text(encoding="utf-8"))["summary"]
    return float(summary["museums"][system][part][metric]["value"])


def test_a_run_over_a_set_where_all_is_known(good: Path) -> None:
    path = good
    for metric in ("recall@1", "recall@100", "mrr@10", "ndcg@10", "fact_recall", "span_exact",
                   "citation_recall", "citation_precision", "gold_cited", "language_match",
                   "auroc"):  # fmt: skip
        assert mean(path, metric) == 1, metric
    for metric in ("hallucination", "over_refusal", "unsupported", "aurc"):
        # The risk stays 0 while the answerable twelve are taken; the refused eight come last.
        assert mean(path, metric) == pytest.approx(0 if metric != "aurc" else 8 / 20 * 8 / 20), (
            metric
        )
    row = json.loads(path.read_text(encoding="utf-8"))
    assert len(row["results"]) == 20
    assert row["settings"]["encoder"] == {"name": "hashing"}
    assert row["environment"]["python"] and row["environment"]["date"]
    assert row["costs"]["museums/isnad"]["asked"] == 20
    assert path.with_suffix(".html").is_file()
    assert not path.with_suffix(".part.jsonl").exists()


def test_a_repeated_run_gives_the_same_but_for_timings(evaluate: Callable[..., Path]) -> None:
    def timeless(path: Path) -> list[results.Result]:
        found = []
        for one in results.read(path).results:
            metrics = {k: v for k, v in one.metrics.items() if not k.endswith("_ms")}
            assert one.answer is not None
            answer = {k: v for k, v in one.answer.items() if k != "timings"}
            found.append(replace(one, metrics=metrics, answer=answer))
        return found

    first, second = evaluate("first"), evaluate("second")
    assert timeless(first) == timeless(second)
    assert results.read(first).settings == results.read(second).settings


def test_the_table_and_the_paths_are_printed(
    evaluate: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = evaluate("good", "--system", "isnad", "--system", "dense")
    out, err = capsys.readouterr()
    assert "Recall@1" in out and "dense" in out and "\x1b" not in out
    assert str(path) in err and str(path.with_suffix(".html")) in err


def test_baselines_stand_beside_the_product(evaluate: Callable[..., Path]) -> None:
    path = evaluate("all", *(f"--system={name}" for name in ("isnad", "dense", "bm25", "plain")))
    for system in ("isnad", "bm25"):
        assert mean(path, "recall@1", system) == 1, system
    for system in ("dense", "plain"):  # hashed words are a weak meaning
        assert mean(path, "recall@5", system) == 1, system
    found = {one.system: one for one in results.read(path).results}
    assert set(found) == {"isnad", "dense", "bm25", "plain"}
    assert found["plain"].answer is None
    assert all(hit.text for hit in found["bm25"].found[:1])


def test_a_split_and_a_sample_are_what_they_say(evaluate: Callable[..., Path]) -> None:
    dev = results.read(evaluate("dev", "--split", "dev")).results
    assert {one.split for one in dev} == {"dev"} and len(dev) == 14
    five = [one.id for one in results.read(evaluate("five", "--sample", "5")).results]
    again = [one.id for one in results.read(evaluate("again", "--sample", "5")).results]
    other = [
        one.id for one in results.read(evaluate("other", "--sample", "5", "--seed", "1")).results
    ]
    assert len(five) == 5 and five == again and five != other


def test_hidden_gold_makes_a_question_unanswerable(evaluate: Callable[..., Path]) -> None:
    path = evaluate("hidden", "--hide-gold", "0.5")
    found = results.read(path).results
    hidden = [one for one in found if one.type == "hidden"]
    assert len(hidden) == 6
    for one in hidden:
        assert not one.answerable and not one.ranks and "hallucination" in one.metrics
        assert all(hit.doc not in one.gold for hit in one.found)
    assert mean(path, "hallucination") == 0 and mean(path, "over_refusal") == 0


def test_distractors_are_measured_beside(evaluate: Callable[..., Path], tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    jsonl(other / "passages.jsonl",
          *({"id": str(n), "title": "", "text": f"عدد زوار متحف المدينة {n} كبير."}
            for n in range(5)))  # fmt: skip
    jsonl(other / "questions.jsonl",
          {"id": "q", "question": "كم؟", "passage_id": "1", "answers": ["كبير"]})  # fmt: skip
    path = evaluate("beside", "--distractors", str(other), "--system", "isnad")
    groups = results.read(path).groups()
    assert set(groups) == {("museums", "isnad"), ("museums + 5", "isnad")}
    assert all(one.answer is None for one in groups["museums + 5", "isnad"])
    assert len({hit.doc for one in groups["museums + 5", "isnad"] for hit in one.found}) > 1


def compared(before: Path, after: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["eval", "compare", str(before), str(after)])
    return code, capsys.readouterr().out


def worse(out: str) -> set[str]:
    return {line.split("  ")[0] for line in out.splitlines() if line.rstrip().endswith("worse")}


def test_no_change_is_no_regression(
    good: Path, evaluate: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = compared(good, evaluate("two"), capsys)
    assert code == 0 and not worse(out)


def test_a_broken_retriever_is_seen(
    good: Path,
    evaluate: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    find = HybridSearcher.find

    def last_first(self: HybridSearcher, *args: Any) -> Any:
        found = find(self, *args)
        ranks = [hit.rank for hit in found.hits]
        turned = [replace(h, rank=r) for h, r in zip(reversed(found.hits), ranks, strict=True)]
        return replace(found, hits=turned)

    monkeypatch.setattr(HybridSearcher, "find", last_first)
    broken = evaluate("broken")
    assert mean(broken, "recall@1") < 0.2
    code, out = compared(good, broken, capsys)
    # Facts are given all the same: the page of the town asked about is read wherever it stands.
    assert code == 1 and {"Recall@1", "MRR@10", "nDCG@10"} <= worse(out)
    code, out = compared(broken, good, capsys)
    assert code == 0 and not worse(out)


def tampered(monkeypatch: pytest.MonkeyPatch, change: Callable[[dict[str, Any]], None]) -> None:
    """The product says something else to one question, a3."""
    record = render.record

    def other(answer: Answer, question_id: str | int | None = None) -> dict[str, Any]:
        row = record(answer, question_id)
        if question_id == "a3":
            change(row)
        return row

    monkeypatch.setattr(render, "record", other)


def test_one_fabricated_citation_is_seen(
    good: Path,
    evaluate: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tampered(monkeypatch, lambda row: row["citations"][0].update(quote="كلام لم يقله أحد."))
    bad = evaluate("bad")
    assert mean(bad, "span_exact") == pytest.approx(11 / 12)
    code, out = compared(good, bad, capsys)
    assert code == 1 and "Spans exact" in worse(out)


def test_one_swapped_number_is_seen(
    good: Path,
    evaluate: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    right, wrong = str(VISITORS[TOWNS[3]]), "2011"

    def swap(row: dict[str, Any]) -> None:
        assert right in row["answer"]
        row["answer"] = row["answer"].replace(right, wrong)
        for claim in row["claims"]:
            claim["text"] = claim["text"].replace(right, wrong)

    tampered(monkeypatch, swap)
    bad = evaluate("bad")
    assert mean(bad, "unsupported") > 0 and mean(bad, "fact_recall") == pytest.approx(11 / 12)
    code, out = compared(good, bad, capsys)
    assert code == 1 and any(name.startswith("Unsupported number") for name in worse(out))


class AlwaysAnswering:
    """Says the first excerpt to everything, as the phrase and as the sentence."""

    model = "always"
    usage = ScriptedGenerator(()).usage

    def stream(self, messages: Sequence[Any]) -> Any:
        excerpts, _ = excerpts_and_question(messages)
        yield excerpts[0]


def test_a_generator_that_answers_everything_is_seen(
    good: Path,
    evaluate: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    museums: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(gate, "THRESHOLD", 0.0)
    monkeypatch.setattr(answering, "_LEAST_LIKELY", 0.0)
    from rag import opening

    monkeypatch.setattr(opening, "llm_path", lambda name: tmp_path)
    monkeypatch.setattr(opening, "llm_opener", lambda name: AlwaysAnswering)
    monkeypatch.setattr("eval.environment.model", lambda name: {"name": name})
    bad = evaluate("bad", "--answers", "llm")
    assert mean(bad, "hallucination") == 1 and mean(bad, "over_refusal") == 0
    rows = json.loads(bad.read_text(encoding="utf-8"))["results"]
    assert {row["answer"]["model"] for row in rows} == {"always"}
    code, out = compared(good, bad, capsys)
    assert code == 1 and any(name.startswith("Hallucination") for name in worse(out))


def test_an_interrupted_run_goes_on(
    museums: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(datasets=(museums,), encoder="hashing")
    asked: list[str] = []
    ask = Assistant.ask

    def counting(self: Assistant, text: str, *args: Any) -> Any:
        if args:  # not the one that warms up
            asked.append(text)
            if len(asked) == 8:
                raise KeyboardInterrupt
        return ask(self, text, *args)

    monkeypatch.setattr(Assistant, "ask", counting)
    with pytest.raises(KeyboardInterrupt):
        ask_all(settings, tmp_path / "out", "cut")
    part = tmp_path / "out" / "cut.part.jsonl"
    whole = part.read_bytes()
    assert len(whole.splitlines()) == 1 + 7
    part.write_bytes(whole[:-9])  # killed while it wrote a line
    run = ask_all(settings, tmp_path / "out", "cut")
    assert len(asked) == 8 + 14  # the seventh again: its line was cut
    assert [one.id for one in run.results] == [q.id for q in load(museums)[0].questions]
    fresh = ask_all(settings, tmp_path / "out", "fresh")
    assert [one.metrics.keys() for one in run.results] == [
        one.metrics.keys() for one in fresh.results
    ]


def test_an_unfinished_run_with_other_settings_is_left_alone(
    evaluate: Callable[..., Path], tmp_path: Path, museums: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    settings = Settings(datasets=(museums,), encoder="hashing", seed=5)
    ask_all(settings, tmp_path / "results", "mine")
    part = tmp_path / "results" / "mine.part.jsonl"
    before = part.read_bytes()
    code = main(["eval", "--dataset", str(museums), "--encoder", "hashing", "--results",
                 str(tmp_path / "results"), "--name", "mine", "--lang", "en"])  # fmt: skip
    assert code == 2 and "mine.part.jsonl" in capsys.readouterr().err
    assert part.read_bytes() == before


class Shortest:
    """Says the number of the excerpts, behind which its noun is shown, but of the first town a word
    from nowhere."""

    model = "shortest"
    usage = ScriptedGenerator(()).usage

    def stream(self, messages: Sequence[Any]) -> Any:
        assert asks_for_phrase(messages)  # and for no sentence
        (excerpt,), _ = excerpts_and_question(messages)
        number = next(str(n) for n in VISITORS.values() if str(n) in excerpt)
        yield "بلا" if TOWNS[0] in excerpt else number


def test_the_shortest_phrase_from_what_answers(
    evaluate: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from rag import opening

    monkeypatch.setattr(opening, "llm_path", lambda name: tmp_path)
    monkeypatch.setattr(opening, "llm_opener", lambda name: Shortest)
    monkeypatch.setattr("eval.environment.model", lambda name: {"name": name})
    run = evaluate("short", "--short")
    assert mean(run, "exact_match") == pytest.approx(11 / 12)
    # Of the twelfth nothing is copied: the likeliest sentence has two of its words among seven.
    assert mean(run, "token_f1") == pytest.approx((11 + 4 / 9) / 12)
    page = run.with_suffix(".html").read_text(encoding="utf-8")
    assert "No word of the answer" not in page  # that sentence holds it


def test_a_failing_question_does_not_end_the_run(museums: Path, tmp_path: Path) -> None:
    class Failing:
        model, usage = "failing", AlwaysAnswering.usage

        def stream(self, messages: Sequence[Any]) -> Any:
            from rag.messages import Text

            raise GenerationError(Text("عطل", "panne", "it broke"))
            yield

    settings = Settings(datasets=(museums,), encoder="hashing", answers="llm")
    from eval import environment

    environment.model.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("eval.environment.model", lambda name: {"name": name})
        run = ask_all(settings, tmp_path / "out", "failing", open_generator=Failing)
    failed = [one for one in run.results if one.answer and one.answer["status"] == "error"]
    assert len(failed) == 12  # the others were refused before any model ran
    assert all(one.metrics["failed"] == 1 and one.metrics["fact_recall"] == 0 for one in failed)
    assert not any("over_refusal" in one.metrics for one in failed)  # it is no refusal
    assert all("it broke" in str(one.answer) for one in failed)


def test_the_name_tells_runs_of_other_settings_apart(museums: Path) -> None:
    def name(**options: Any) -> str:
        settings = Settings(datasets=(museums,), encoder="hashing", **options)
        return default_name(described(settings, plan(settings)))

    assert name() == name()
    assert name().startswith("museums-extractive-")
    assert len({name(), name(seed=1), name(sample=5), name(hide=0.5), name(answers="none")}) == 5


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--dataset", "nowhere"], 1, "question set"),
        (["--split", "test", "--dataset", "."], 1, "question set"),
        (["--answers", "some"], 2, "invalid choice"),
        (["--system", "other"], 2, "invalid choice"),
        (["--hide-gold", "1.5"], 2, "0-1"),
        (["--sample", "0"], 2, "1-1000"),
        (["--seed", "-1"], 2, "--seed"),
        (["compare", "a.json", "b.json"], 1, "a.json"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    options: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str],
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main(["eval", "--lang", "en", *options]) == code
    out, err = capsys.readouterr()
    assert not out and said in err and err.count("\n") == 1


def test_a_missing_model_is_named_with_its_command(
    museums: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common = ["eval", "--lang", "en", "--dataset", str(museums), "--results", str(tmp_path)]
    assert main(common) == 1
    assert "rag models pull multilingual-e5-small" in capsys.readouterr().err
    assert main([*common, "--encoder", "hashing", "--answers", "llm"]) == 1
    assert "rag models pull qwen" in capsys.readouterr().err


def test_a_split_that_holds_nothing_says_so(
    evaluate: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    jsonl(other / "passages.jsonl", {"id": "1", "title": "", "text": "نص قصير."})
    jsonl(other / "questions.jsonl",
          {"id": "q", "question": "كم؟", "passage_id": "1", "answers": ["نص"]})  # fmt: skip
    assert main(["eval", "--lang", "en", "--dataset", str(other), "--split", "dev"]) == 2
    assert "No question of other is left" in capsys.readouterr().err


def test_comparing_sets_that_share_nothing_is_refused(
    evaluate: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["eval", "--lang", "en", "compare", str(evaluate("a", "--split", "dev")),
                 str(evaluate("b", "--split", "test"))])  # fmt: skip
    assert code == 2 and "no question in common" in capsys.readouterr().err


def test_what_the_second_run_lacks_is_said(
    evaluate: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    whole = evaluate("all")
    code, out = compared(whole, evaluate("dev", "--split", "dev"), capsys)
    assert code == 0 and "not in the second run: museums / isnad: 6 of 20" in out
    # Asked for the same, it has to have the same.
    row = json.loads(whole.read_text(encoding="utf-8"))
    row["results"] = row["results"][:12]
    fewer = whole.with_name("fewer.json")
    fewer.write_text(json.dumps(row), encoding="utf-8")
    code, out = compared(whole, fewer, capsys)
    assert code == 1 and "8 of 20" in out


def changed(path: Path, name: str, change: Callable[[dict[str, Any]], None]) -> Path:
    """A copy of a results file with each of its results changed."""
    row = json.loads(path.read_text(encoding="utf-8"))
    for one in row["results"]:
        change(one)
    copy = path.with_name(f"{name}.json")
    copy.write_text(json.dumps(row), encoding="utf-8")
    return copy


def test_exact_metrics_are_compared_question_by_question(
    good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def made_up(at: str) -> Callable[[dict[str, Any]], None]:
        return lambda one: one["id"] == at and one["metrics"].update(span_exact=0.0)

    first, other = changed(good, "first", made_up("a1")), changed(good, "other", made_up("a2"))
    code, out = compared(first, other, capsys)
    assert code == 1 and "Spans exact" in worse(out)  # the means are the same
    # Refused before, answered now with a citation that is not at its place.

    def unsaid(one: dict[str, Any]) -> None:
        if one["id"] == "a1":
            del one["metrics"]["span_exact"]

    refused = changed(good, "refused", unsaid)
    code, out = compared(refused, first, capsys)
    assert code == 1 and "Spans exact" in worse(out)


def test_a_worse_confidence_is_seen(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def turned(one: dict[str, Any]) -> None:
        one["metrics"]["confidence"] = 1 - one["metrics"]["confidence"]

    code, out = compared(good, changed(good, "turned", turned), capsys)
    assert code == 1 and "AUROC of confidence" in worse(out)


def test_a_passage_proves_what_it_holds_half_of() -> None:
    gold = (Gold("d", 10, 20, "", (0,)), Gold("d", 100, 110, "", (1,)))
    assert _proves(gold, "d", 0, 15, False) == (0,)
    assert _proves(gold, "d", 0, 14, False) == ()
    assert _proves(gold, "d", 15, 200, False) == (0, 1)
    assert _proves(gold, "e", 0, 200, False) == ()
    assert _proves(gold, "d", 0, 1, True) == (0, 1)


def test_two_sets_of_one_name_are_refused(
    museums: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import shutil

    other = tmp_path / "other" / "museums"
    shutil.copytree(museums, other)
    common = ["eval", "--lang", "en", "--encoder", "hashing", "--results", str(tmp_path / "out")]
    code = main([*common, "--dataset", str(museums), "--dataset", str(other)])
    assert code == 2 and "Two sets are called museums" in capsys.readouterr().err
    twice = Settings(datasets=(museums, museums / ".." / "museums"), encoder="hashing")
    assert len(plan(twice)) == 1


def test_follow_ups_reach_the_baselines_with_their_question(museums: Path, tmp_path: Path) -> None:
    file = museums / "questions" / "all.jsonl"
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    follow = {**rows[0], "id": "f", "question": "وكم زائرا؟", "type": "follow_up",
              "history": [[rows[0]["question"], "..."]]}  # fmt: skip
    jsonl(file, *rows, follow)
    settings = Settings(datasets=(museums,), encoder="hashing", systems=("bm25",))
    (found,) = [one for one in ask_all(settings, tmp_path / "out").results if one.id == "f"]
    assert found.metrics["recall@1"] == 1


def test_a_second_run_of_a_name_waits_its_turn(museums: Path, tmp_path: Path) -> None:
    from rag.errors import UsageError

    settings = Settings(datasets=(museums,), encoder="hashing")
    tried = []

    def second(done: int, total: int, now: str) -> None:
        if not tried:
            with pytest.raises(UsageError, match="Another run of this name"):
                ask_all(settings, tmp_path / "out", "one")
            tried.append(now)

    ask_all(settings, tmp_path / "out", "one", second)
    assert tried
    ask_all(settings, tmp_path / "out", "one")  # and then it has it


def test_a_damaged_unfinished_run_is_named(museums: Path, tmp_path: Path) -> None:
    from rag.errors import InputError

    settings = Settings(datasets=(museums,), encoder="hashing")
    ask_all(settings, tmp_path, "one")
    part = tmp_path / "one.part.jsonl"
    lines = part.read_text(encoding="utf-8").splitlines()
    part.write_text("\n".join([lines[0], '{"a": 1}', *lines[1:], ""]), encoding="utf-8")
    before = part.read_bytes()
    with pytest.raises(InputError, match=r"Line 2 of .*one\.part\.jsonl"):
        ask_all(settings, tmp_path, "one")
    assert part.read_bytes() == before


def test_no_path_of_this_machine_is_in_the_results(good: Path) -> None:
    row = json.loads(good.read_text(encoding="utf-8"))
    cited = [c["source"] for one in row["results"] for c in one["answer"]["citations"]]
    assert cited and all(source.startswith("museum-") for source in cited)


@pytest.mark.parametrize("name", ["../x", "a/b", ".", "", "x" * 101])
def test_a_name_stays_in_its_folder(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "--lang", "en", "--name", name]) == 2
    assert "--name" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written(
    tmp_path: Path, museums: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    assert main(["eval", "--lang", "en", "--results", str(file), "--dataset", str(museums)]) == 2
    assert "--results" in capsys.readouterr().err


def test_a_baseline_alone_needs_no_language_model(museums: Path, tmp_path: Path) -> None:
    settings = Settings(datasets=(museums,), encoder="hashing", systems=("bm25",), answers="llm")
    assert len(ask_all(settings, tmp_path).results) == 20


def test_a_sample_larger_than_the_set_is_the_set() -> None:
    dataset = Dataset("d", (), records=(Record("1", "", "x"),))
    assert select(dataset, None, 5, 0) == dataset
