"""The page of a run: every failure, no right answer, nothing from elsewhere, all escaped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html
from test_eval_report import FOUR, result, run

from eval.page import KINDS, OTHER, kinds, page
from eval.results import Found, Result, Run

HOSTILE = "<script>alert(1)</script>\"'><img src=//evil.example/x> \u202eabc\u2066 {{ 7*7 }}"
ANSWER = {
    "id": None, "question": "كم زائرا حضره؟", "status": "answered", "language": "ar",
    "answer": "حضره 1200 زائر.", "confidence": 0.87, "reason": None, "error": None,
    "citations": [{
        "number": 1, "doc_id": "d", "source": "docs/sebou.txt", "title": "معرض سبو",
        "date": "2023-05-01", "page": None, "kind": "article", "passage_id": "d:10-34",
        "quote": "حضره 1200 زائر", "start": 10, "end": 24,
    }],
    "claims": [{"text": "حضره 1200 زائر.", "start": 0, "end": 15, "citations": [1],
                "supported": True}],
    "timings": {"retrieve_ms": 12.3, "first_token_ms": 1.0, "total_ms": 100.0},
    "usage": {"prompt_tokens": 100, "output_tokens": 20}, "model": "tiny",
}  # fmt: skip
ABSTAINED = ANSWER | {
    "status": "abstained", "reason": "not_found", "answer": "لم أجد.",
    "citations": [], "claims": [],
}  # fmt: skip
GOOD = {
    "confidence": 0.9, "over_refusal": 0.0, "fact_recall": 1.0, "citation_precision": 1.0,
    "citation_recall": 1.0, "span_exact": 1.0, "unsupported": 0.0, "language_match": 1.0,
    "recall@5": 1.0, "total_ms": 100.0,
}  # fmt: skip


def answered(name: str, ranks: tuple[int, ...] = (1,), **metrics: float) -> Result:
    found = (Found("sebou.txt", 10, 34, 0.5, (0,), "حضره 1200 زائر من Rabat."),)
    return result(
        1, id=name, answer=ANSWER, metrics=GOOD | metrics, ranks=ranks, found=found,
        gold=("حضره 1200 زائر",), expected=(("1200", "ألف ومئتا زائر"),),
    )  # fmt: skip


def unanswerable(name: str, **metrics: float) -> Result:
    base = {"confidence": 0.2} | metrics
    return replace(
        answered(name), answerable=False, ranks=(), gold=(), expected=(), answer=ABSTAINED,
        type="near_topic", metrics=base,
    )  # fmt: skip


FAILED = {
    "Error": replace(
        answered("error", over_refusal=0.0),
        answer=ABSTAINED | {"status": "error", "error": "the model ran out of memory"},
    ),
    "Made-up citation": answered("span", span_exact=0.5),
    "Unsupported number or name": answered("number", unsupported=0.5),
    "Hallucination": replace(unanswerable("invented", hallucination=1.0), answer=ANSWER),
    "Refused": replace(answered("refused", over_refusal=1.0, fact_recall=0.0), answer=ABSTAINED),
    "Fact missing or wrong": answered("missing", fact_recall=0.5),
    "No word of the answer": replace(answered("phrase"), metrics={"token_f1": 0.0}),
    "Unsupported claim": answered("claim", citation_recall=0.5),
    "Idle citation": answered("idle", citation_precision=0.5),
    "Wrong language": answered("language", language_match=0.0),
    "Fact not in the first 5": answered("deep", ranks=(6,)),
    OTHER: replace(answered("fault"), faults=("must not be said: 1300",)),
}
RIGHT = (
    answered("right"),
    answered("fifth", ranks=(5,)),
    unanswerable("silent", hallucination=0.0),
)


def tree(one: Run, seed: int = 0) -> html.HtmlElement:
    return html.document_fromstring(page(one, seed))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("kind", FAILED)
def test_each_kind_of_failure_is_told(kind: str) -> None:
    assert kinds(FAILED[kind]) == (kind,)


def test_every_kind_is_tested() -> None:
    assert list(FAILED) == [*KINDS, OTHER]


@pytest.mark.parametrize("right", RIGHT, ids=lambda right: right.id)
def test_a_right_answer_is_no_failure(right: Result) -> None:
    assert kinds(right) == ()


def test_a_missing_rank_is_a_failure_of_finding() -> None:
    assert kinds(answered("never", ranks=(1, 0))) == ("Fact not in the first 5",)


def test_every_failed_question_is_there_and_no_right_one() -> None:
    shown = tree(run(*FAILED.values(), *RIGHT)).xpath("//details[@class='failure']")
    ids = [words(one.xpath("./summary/bdi")[0]) for one in shown]
    assert ids == [one.id for one in FAILED.values()]


def test_a_failure_shows_all_there_is_to_know() -> None:
    one = replace(
        answered("claim", citation_recall=0.5, ranks=(7,)), tags=("numbers",), pair="q7",
        history=(("سؤال سابق", "جواب سابق"),), split="test", lang="ary", ranks=(7,),
        faults=("number 1200 not in its sources",),
        found=tuple(Found(f"doc{n}", n, n + 5, 0.5, (0,) if n == 12 else ()) for n in range(15)),
    )  # fmt: skip
    text = words(tree(run(one)).xpath("//details[@class='failure']")[0])
    for part in (
        "claim", "ary", "number", "numbers", "test", "q7", "سؤال سابق", "جواب سابق",
        "كم زائرا حضره؟", "1200", "ألف ومئتا زائر", "found at rank 7", "حضره 1200 زائر",
        "answered", "0.87", "[1]", "معرض سبو", "docs/sebou.txt", "2023-05-01", "10–24",
        "number 1200 not in its sources", "1. doc0", "10. doc9", "13. doc12", "fact 1",
        "score 0.500",
    ):  # fmt: skip
        assert part in text, part
    assert "11. doc10" not in text  # deep down, and proves nothing


def test_counts_by_kind_lead_to_the_questions() -> None:
    made = tree(run(*FAILED.values(), *RIGHT, replace(FAILED["Refused"], id="again")))
    folded = {words(fold[0]): fold for fold in made.xpath("//div[@class='kinds']/details")}
    assert list(folded) == [f"{kind}: {1 + (kind == 'Refused')}" for kind in FAILED]
    targets = [link.get("href") for link in folded["Refused: 2"].xpath(".//a")]
    assert len(targets) == 2
    for target, name in zip(targets, ("refused", "again"), strict=True):
        (place,) = made.xpath(f"//*[@id='{target[1:]}']")
        assert words(place.getparent().xpath("./summary/bdi")[0]) == name


def test_nothing_points_to_another_host() -> None:
    text = page(run(*FAILED.values(), *FOUR), 0)
    made = html.document_fromstring(text)
    (policy,) = made.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert not made.xpath("//script | //link | //iframe | //object | //img | //base | //form")
    ids = made.xpath("//@id")
    assert len(ids) == len(set(ids))
    for element in made.iter("*"):
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            if name.split(":")[-1] in ("src", "href", "srcset", "action"):
                assert value.startswith("#") and value[1:] in ids, value
            elif not name.startswith("xmlns"):
                assert "//" not in value and "url(" not in value.replace("url(#", "")
    (style,) = made.xpath("//style/text()")
    assert "url(" not in style and "@import" not in style


def test_hostile_text_is_escaped_everywhere() -> None:
    citation = ANSWER["citations"][0] | dict.fromkeys(
        ("doc_id", "source", "title", "date", "kind", "quote"), HOSTILE
    )
    answer = ANSWER | {
        "answer": HOSTILE, "reason": HOSTILE, "error": HOSTILE, "status": HOSTILE,
        "language": HOSTILE, "citations": [citation],
        "claims": [ANSWER["claims"][0] | {"text": HOSTILE}],
    }  # fmt: skip
    one = replace(
        FAILED["Unsupported claim"], dataset=HOSTILE, system=HOSTILE, id=HOSTILE, question=HOSTILE,
        lang=HOSTILE, type=HOSTILE, tags=(HOSTILE,), split=HOSTILE, pair=HOSTILE,
        history=((HOSTILE, HOSTILE),), expected=((HOSTILE,),), gold=(HOSTILE,), faults=(HOSTILE,),
        found=(Found(HOSTILE, 0, 1, 0.5, (), HOSTILE),), answer=answer,
    )  # fmt: skip
    given = {HOSTILE: {HOSTILE: HOSTILE}}
    text = page(Run(HOSTILE, given, {"date": HOSTILE}, (one,), {HOSTILE: {HOSTILE: 1.0}}), 0)
    assert "<script" not in text and "<img" not in text and "{{ 7*7 }}" in text
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(text)
    shown = HOSTILE.replace("\u202e", "[U+202E]").replace("\u2066", "[U+2066]")
    made = html.document_fromstring(text)
    assert made.text_content().count(shown) > 25
    assert not made.xpath("//script | //img") and shown in made.xpath("//title/text()")[0]


def test_half_a_character_and_a_null_do_no_harm() -> None:
    text = page(run(replace(FAILED["Refused"], question="a\ud800b\x00c")), 0)
    assert "a[U+D800]b[U+0000]c" in text and text.encode()


def test_arabic_reads_from_the_right() -> None:
    made = tree(run(*FAILED.values()))
    holders = made.xpath("//*[contains(text(), 'حضره') or contains(text(), 'كم زائرا')]")
    assert holders
    for holder in holders:
        assert holder.get("dir") == "auto", html.tostring(holder, encoding="unicode")
    (style,) = made.xpath("//style/text()")
    for physical in ("-left", "-right", " left:", " right:"):
        assert physical not in style


def test_the_figures_of_the_tables_by_hand() -> None:
    made = tree(run(*FOUR, replace(FOUR[0], system="bm25", metrics={"recall@5": 0.5})))
    rows = {
        words(row[0]): [words(cell) for cell in row[1:]]
        for row in made.xpath("//section[@id='d1']//tr")
    }
    assert rows["Questions"] == ["4", "1"]
    recall, other = rows["Recall@5 ↑"]
    assert recall.startswith("75.0 ") and other == "50.0 50.0–50.0"
    assert rows["Fact recall ↑"] == ["100.0 34.2–100.0 n 2", "–"]
    assert rows["Passages, ms ↓"] == ["25 / 38 p50 / p95", "–"]
    slices = {words(row[0]): words(row[2]) for row in made.xpath("//section[@id='slices']//tr[td]")}
    assert slices["lang=fr"].startswith("50.0")
    assert not made.xpath("//section[@id='slices']//summary[contains(., 'bm25')]")  # only "all"


def test_settings_machine_and_costs() -> None:
    made = tree(
        run(
            *FOUR, settings={"k": 8, "gate": {"answer": 0.4}}, environment={"machine": "2 cores"},
            costs={"gold/isnad": {"seconds": 812.3, "peak_mb": 2310.0},
                   "gold/bm25": {"seconds": 1}},
        )
    )  # fmt: skip
    about = {words(row[0]): words(row[1]) for row in made.xpath("//table[@class='about']//tr")}
    assert about == {"k": "8", "gate.answer": "0.4", "machine": "2 cores"}
    costs = [[words(cell) for cell in row] for row in made.xpath("//section[@id='costs']//tr")]
    assert costs == [
        ["", "seconds", "peak MB"], ["gold/isnad", "812", "2,310"], ["gold/bm25", "1.0", "–"],
    ]  # fmt: skip


def test_the_same_run_gives_the_same_bytes() -> None:
    one = run(*FAILED.values(), *RIGHT)
    assert page(one, 3).encode() == page(one, 3).encode()


@pytest.mark.parametrize(
    "results",
    [
        (),
        (result(1, metrics={}, ranks=()),),
        FOUR,
        (FAILED["Refused"],),
        (unanswerable("silent", hallucination=0.0),),
    ],
    ids=["empty", "nothing measured", "no answers", "no unanswerable", "no answerable"],
)
def test_a_run_that_lacks_something_has_a_page(results: tuple[Result, ...]) -> None:
    made = tree(run(*results))
    assert words(made.xpath("//h1")[0]) == "Evaluation: nightly"
    failed = [one for one in results if kinds(one)]
    assert len(made.xpath("//details[@class='failure']")) == len(failed)
