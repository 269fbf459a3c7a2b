"""A conversation as Markdown and HTML, an answer as text with its references."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.conversations import Turn
from rag.schema import Answer, Citation, Claim, Passage, Timings
from ui import export

HOSTILE = '<script>alert(1)</script> "x" & [a](javascript:b) **c** # d'


def cited(number: int, quote: str, title: str = "معرض الكتاب", source: str = "a.txt") -> Citation:
    passage = Passage(
        f"p{number}", "d", quote, 0, len(quote), "article", None, "ar", title, source, "2024-05-19"
    )
    return Citation(number, passage, quote, 0, len(quote))


def turn(**fields: object) -> Turn:
    known = {
        "asked": "2024-05-20T10:00:00+00:00", "question": "كم عدد الزوار؟",
        "answer": "بلغ العدد 360. ودام عشرة أيام.", "status": "answered", "reason": None,
        "language": "ar",
        "claims": (
            Claim("بلغ العدد 360.", 0, 14, (1,), True),
            Claim("ودام عشرة أيام.", 15, 30, (1, 2), True),
        ),
        "citations": (cited(1, "بلغ عدد الزوار 360"), cited(2, "دام المعرض عشرة أيام")),
        **EXTRA,
    }  # fmt: skip
    return Turn(**(known | fields))


# Fields of a turn that an export does not show.
EXTRA = {
    name: value
    for name, value in {"seq": 1, "model": "m", "confidence": 0.5, "timings": None}.items()
    if name in Turn.__dataclass_fields__
}
REFUSED = turn(
    answer="لم أجد جوابا.", status="abstained", reason="not_found", claims=(), citations=()
)


class Reader(HTMLParser):
    """The tags, the links and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        self.links += [given[name] for name in ("href", "src") if name in given]
        self.ids |= {given["id"]} if "id" in given else set()

    def handle_data(self, data) -> None:
        self.text += data


def test_markdown() -> None:
    assert export.markdown("معرض", [turn(), REFUSED], "fr").split("\n\n") == [
        "# معرض",
        "*Conversation exportée d'Isnad. Chaque énoncé porte sa source.*",
        "## كم عدد الزوار؟",
        "*2024-05-20T10:00:00+00:00*",
        r"بلغ العدد 360. \[1\] ودام عشرة أيام. \[1\]\[2\]",
        "**Sources**",
        r"\[1\] معرض الكتاب · a.txt · 2024-05-19",
        "> بلغ عدد الزوار 360",
        r"\[2\] معرض الكتاب · a.txt · 2024-05-19",
        "> دام المعرض عشرة أيام",
        "## كم عدد الزوار؟",
        "*2024-05-20T10:00:00+00:00*",
        "لم أجد جوابا.",
        "> Aucun passage ne couvre assez ce que vous demandez.\n",
    ]


def test_references() -> None:
    assert export.references(turn(), "ar") == (
        "بلغ العدد 360. [1] ودام عشرة أيام. [1][2]\n\nالمصادر:\n"
        "[1] معرض الكتاب · a.txt · 2024-05-19: «بلغ عدد الزوار 360»\n"
        "[2] معرض الكتاب · a.txt · 2024-05-19: «دام المعرض عشرة أيام»"
    )


def test_references_of_an_answer_are_those_of_its_turn() -> None:
    kept = turn()
    answer = Answer(
        question=kept.question, text=kept.answer, status="answered", language="ar",
        confidence=0.9, citations=kept.citations, claims=kept.claims, hits=(), reason=None,
        timings=Timings(1.0, None, 1.0),
    )  # fmt: skip
    assert export.references(answer, "en") == export.references(kept, "en")


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_html(lang: str) -> None:
    page = export.html("معرض", [turn(), REFUSED], lang)
    read = Reader(page)
    assert f'lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}"' in page
    assert [link for link in read.links if not link.startswith("#")] == []
    assert {link[1:] for link in read.links} <= read.ids
    assert page.count('class="refused"') + page.count("class=refused") == 2
    assert "بلغ العدد 360. [1] ودام عشرة أيام. [1][2]" in read.text
    assert "script" not in read.tags


def test_only_web_addresses_are_links() -> None:
    sources = ("https://a.ma/1?x=1&y=2", "javascript:alert(1)", "/etc/passwd", "HTTP://b.ma")
    citations = tuple(cited(n, "نص", source=source) for n, source in enumerate(sources, 1))
    page = export.html("t", [turn(claims=(), citations=citations)], "ar")
    assert [link for link in Reader(page).links if link[0] != "#"] == ["https://a.ma/1?x=1&y=2"]


def hostile_turn() -> Turn:
    return turn(
        question=HOSTILE, answer=HOSTILE, claims=(Claim(HOSTILE, 0, len(HOSTILE), (1,), True),),
        citations=(cited(1, HOSTILE, HOSTILE, HOSTILE),),
    )  # fmt: skip


def test_documents_bring_no_markup() -> None:
    read = Reader(export.html(HOSTILE, [hostile_turn()], "ar"))
    plain = Reader(export.html("t", [turn(citations=(cited(1, "نص"),))], "ar"))
    assert set(read.tags) <= set(plain.tags)
    assert read.text.count("<script>alert(1)</script>") == 6
    written = export.markdown(HOSTILE, [hostile_turn()], "ar")
    assert not re.search(r"(?<!\\)[<\[*](?:script|a\]|c)", written)


@given(st.text())
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """What a browser reads is what was answered; the export ends where it should."""
    said = turn(answer=text, claims=(), citations=())
    page = export.html("t", [said], "en")
    assert page.endswith("</body>\n</html>\n")
    shown = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    assert shown in Reader(page.replace("\x00", "")).text.replace("\r\n", "\n").replace("\r", "\n")


def test_an_erased_answer_says_so() -> None:
    said = replace(turn(), answer="", status="erased", claims=(), citations=())
    assert "was removed" in export.references(said, "en")
    assert "was removed" in export.markdown("t", [said], "en")


def test_several_lines_and_lists_stay_lines() -> None:
    said = turn(answer="أولا\n- ثانيا\n1. ثالثا", claims=(), citations=())
    assert "أولا  \n\\- ثانيا  \n1\\. ثالثا" in export.markdown("t", [said], "ar")
