"""An answer as JSON and as text: every key, and nothing of a document that steers a terminal."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag import messages, render
from rag.schema import Answer, Citation, Claim, Hit, Passage, Timings, Usage

QUOTE = "حضره 1200 زائر من Rabat."
PASSAGE = Passage(
    "d:10-34", "d", QUOTE, 10, 34, title="معرض سبو", source="docs/sebou.txt", date="2023-05-01"
)
HIT = Hit(PASSAGE, 0.123456789, 1, "hybrid", ("e", "f"))
ANSWERED = Answer(
    question="كم زائرا حضره؟", text=QUOTE, status="answered", language="ar", confidence=0.87654321,
    citations=(Citation(1, PASSAGE, QUOTE, 10, 34),),
    claims=(Claim(QUOTE, 0, 24, (1,), True),), hits=(HIT,), reason=None,
    timings=Timings(12.345, 0.04, 99.99), usage=Usage(100, 20), model="tiny",
)  # fmt: skip
PARTIAL = replace(ANSWERED, status="partial", reason="only_comment")
ABSTAINED = replace(
    ANSWERED, text="لم أجد.", status="abstained", citations=(), claims=(), reason="not_found"
)
RETRIEVED = replace(ABSTAINED, text="", status="retrieved", reason=None)
PLACE = {"doc_id", "source", "title", "date", "page", "kind", "passage_id"}


def test_the_documented_object() -> None:
    place = {
        "doc_id": "d", "source": "docs/sebou.txt", "title": "معرض سبو", "date": "2023-05-01",
        "page": None, "kind": "article", "passage_id": "d:10-34",
    }  # fmt: skip
    assert render.record(ANSWERED, "q1") == {
        "id": "q1",
        "question": "كم زائرا حضره؟",
        "status": "answered",
        "language": "ar",
        "answer": QUOTE,
        "confidence": 0.8765,
        "citations": [{"number": 1, **place, "quote": QUOTE, "start": 10, "end": 34}],
        "claims": [{"text": QUOTE, "start": 0, "end": 24, "citations": [1], "supported": True}],
        "hits": [
            {"rank": 1, **place, "start": 10, "end": 34, "score": 0.123457, "text": QUOTE,
             "also": ["e", "f"]},
        ],
        "reason": None,
        "error": None,
        "timings": {"retrieve_ms": 12.3, "first_token_ms": 0.0, "total_ms": 100.0},
        "usage": {"prompt_tokens": 100, "output_tokens": 20},
        "model": "tiny",
    }  # fmt: skip


def shape(value: object) -> object:
    """The keys of a record, without its values."""
    return {key: shape(held) for key, held in value.items()} if isinstance(value, dict) else None


@pytest.mark.parametrize(
    "record",
    [
        render.record(PARTIAL),
        render.record(ABSTAINED),
        render.record(RETRIEVED),
        render.error_record("كم؟", None, "السؤال فارغ"),
    ],
)
def test_every_key_is_always_there(record: render.Record) -> None:
    assert shape(record) == shape(render.record(ANSWERED))
    assert list(record) == list(render.record(ANSWERED))
    assert isinstance(record["answer"], str)
    assert isinstance(record["confidence"], float)
    assert isinstance(record["timings"]["total_ms"], float)
    assert json.loads(render.line(record)) == record


def test_an_error_is_no_answer() -> None:
    record = render.error_record("Combien ?", "7", "boom")
    assert (record["id"], record["status"], record["error"]) == ("7", "error", "boom")
    assert (record["answer"], record["citations"], record["hits"]) == ("", [], [])
    assert record["language"] == "fr"


def test_arabic_is_written_as_it_is() -> None:
    assert "كم زائرا" in render.line(render.record(ANSWERED))


@given(st.text(st.characters() | st.sampled_from("\u2028\u2029\x85\x9b\x1b\n\r\x0b\ud800\udfff")))
def test_one_line_of_json_whatever_the_text(text: str) -> None:
    record = render.error_record(text, text, text)
    line = render.line(record)
    assert len(line.splitlines()) == 1
    line.encode("utf-8")
    assert not any(unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs") for char in line)
    assert json.loads(line)["error"] == text


HOSTILE = (
    "قبل\x1b[2J\x1b]0;title\x07\x9b31m\rبعد\u202eevil\u2069\u2066x\x00\x08\u2028نص\x85آخر\ttab"
)


def hostile(status: str) -> Answer:
    passage = Passage("p", "d", HOSTILE, 0, len(HOSTILE), title=HOSTILE, source=HOSTILE)
    known = {"hits": (Hit(passage, 1.0, 1, "hybrid"),), "status": status, "reason": None}
    if status in ("answered", "partial"):
        known["citations"] = (Citation(1, passage, HOSTILE, 0, len(HOSTILE)),)
        known["claims"] = (Claim(HOSTILE, 0, len(HOSTILE), (1,), True),)
        return replace(ABSTAINED, text=HOSTILE, **known)
    if status == "abstained":
        return replace(ABSTAINED, **known | {"reason": "not_found"})
    return replace(ABSTAINED, text="", **known)


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("status", ["answered", "partial", "abstained", "retrieved"])
def test_a_document_does_not_steer_the_terminal(status: str, terminal: bool) -> None:
    shown = render.text(hostile(status), terminal)
    assert "evil" in shown
    controls = {char for char in shown if unicodedata.category(char) == "Cc"}
    assert controls == {"\n"}
    added = {"\u2068", "\u2069"} if terminal else set()
    formats = {char for char in shown if unicodedata.category(char) == "Cf"}
    assert formats == added
    assert_balanced(shown)


def test_json_of_a_hostile_document_is_safe_on_a_terminal_too() -> None:
    line = render.line(render.record(hostile("answered")))
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", line)
    assert json.loads(line)["citations"][0]["quote"] == HOSTILE


def assert_balanced(shown: str) -> None:
    depth = 0
    for char in shown:
        depth += (char == "\u2068") - (char == "\u2069")
        assert 0 <= depth <= 1
    assert depth == 0


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("حضره 1200 زائر", "حضره <1200> زائر"),
        ("شركة OpenAI.", "شركة <OpenAI>."),
        ("بلغ 35%، ثم", "بلغ <35%>، ثم"),
        ("في www.example.com/a.html، وفي", "في <www.example.com/a.html>، وفي"),
        ("بلغ 1 150 000 درهم", "بلغ <1 150 000> درهم"),
        ("معرض Salon du Livre بالرباط", "معرض <Salon du Livre> بالرباط"),
        ("يوم 21/12/2021 - صباحا", "يوم <21/12/2021> - صباحا"),
        ("15مليون", "<15>مليون"),
        ("لا شيء", "لا شيء"),
    ],
)
def test_latin_words_and_numbers_are_kept_together(text: str, isolated: str) -> None:
    answer = replace(ABSTAINED, text=text, hits=())
    shown = render.text(answer, terminal=True)
    assert shown.startswith(isolated.replace("<", "\u2068").replace(">", "\u2069"))
    assert_balanced(shown)
    assert render.text(answer, terminal=False).startswith(text)


@given(st.text(st.sampled_from("aZé5 .,%-_\u00a0كتا\n(«"), max_size=40))
def test_isolates_are_balanced_and_add_nothing_else(text: str) -> None:
    answer = replace(ABSTAINED, text=f"x{text}", hits=())
    shown = render.text(answer, terminal=True)
    assert_balanced(shown)
    plain = shown.replace("\u2068", "").replace("\u2069", "")
    assert plain == render.text(answer, terminal=False)


def test_an_answer_with_its_sources() -> None:
    assert render.text(ANSWERED, terminal=False) == (
        "حضره 1200 زائر من Rabat. [1]\n\n"
        "المصادر:\n\n"
        "[1] معرض سبو · docs/sebou.txt · 2023-05-01\n    «حضره 1200 زائر من Rabat.»"
    )


def test_numbers_stand_behind_each_claim() -> None:
    text = "جاء في المصدر: حضره 1200 زائر من Rabat. وانتهى أمس. نعم"
    claims = (
        Claim("حضره 1200 زائر من Rabat.", 15, 39, (1, 2), True),
        Claim("وانتهى أمس.", 40, 51, (2,), True),
    )
    second = Citation(2, PASSAGE, "زائر", 20, 24)
    answer = replace(ANSWERED, text=text, claims=claims, citations=(*ANSWERED.citations, second))
    shown = render.text(answer, terminal=False).split("\n\n")
    assert shown[0] == ("جاء في المصدر: حضره 1200 زائر من Rabat. [1][2] وانتهى أمس. [2] نعم")
    assert [part[:3] for part in shown[2:]] == ["[1]", "[2]"]


@pytest.mark.parametrize("language", ["ar", "ary", "ary-Latn", "fr", "en"])
def test_headings_are_in_the_language_of_the_answer(language: str) -> None:
    lang = language if language in ("fr", "en") else "ar"
    answered = render.text(replace(ANSWERED, language=language), terminal=False)
    assert f"\n\n{messages.SOURCES.say(lang)}:\n\n" in answered
    partial = render.text(replace(PARTIAL, language=language), terminal=False)
    assert messages.REASONS["only_comment"].say(lang) in partial
    refused = render.text(replace(ABSTAINED, language=language), terminal=False)
    assert refused == (
        f"لم أجد. {messages.REASONS['not_found'].say(lang)}\n\n{messages.NEAREST.say(lang)}:\n\n"
        f"1. معرض سبو · docs/sebou.txt · 2023-05-01\n    {QUOTE}"
    )
    nothing = replace(RETRIEVED, language=language, hits=())
    assert render.text(nothing, terminal=False) == messages.NOTHING_FOUND.say(lang)


@pytest.mark.parametrize("reason", list(messages.REASONS))
def test_every_reason_is_said(reason: str) -> None:
    answer = replace(ABSTAINED, reason=reason, hits=())
    said = render.text(answer, terminal=False)
    assert said == f"لم أجد. {messages.REASONS[reason].ar}"


def test_a_refusal_shows_the_openings_of_the_three_nearest() -> None:
    long = " ".join(f"كلمة{n}" for n in range(100))
    passages = [Passage(f"d{n}", f"d{n}", long, 0, len(long), source=f"{n}.txt") for n in range(5)]
    hits = tuple(Hit(p, 1.0, n, "hybrid") for n, p in enumerate(passages, 1))
    shown = render.text(replace(ABSTAINED, hits=hits), terminal=False).split("\n\n")[2:]
    assert [part.split("\n")[0] for part in shown] == ["1. 0.txt", "2. 1.txt", "3. 2.txt"]
    opening = shown[0].split("\n    ")[1]
    assert opening.endswith("…")
    assert long.startswith(opening[:-1])
    assert 160 < len(opening) <= 181
    assert long[len(opening) - 1] == " "  # no word is cut


def test_bare_passages_are_shown_whole() -> None:
    long = " ".join(f"كلمة{n}" for n in range(100))
    passage = Passage("p", "d", f"{long}\nسطر", 0, len(long) + 4, source="a.txt", title="a.txt")
    hits = (Hit(passage, 1.0, 1, "hybrid"), Hit(PASSAGE, 0.5, 2, "hybrid"))
    shown = render.text(replace(RETRIEVED, hits=hits), terminal=False)
    assert shown == (
        f"1. a.txt\n    {long} سطر\n\n2. معرض سبو · docs/sebou.txt · 2023-05-01\n    {QUOTE}"
    )
