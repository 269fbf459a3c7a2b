"""Citations by code: what the sources say is cited at the exact words, the rest is dropped."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.cite import Cited, assemble, attribute
from rag.evidence import Evidence
from rag.markers import without_markers
from rag.question import understand
from rag.schema import Passage

QUESTION = understand("كم عدد زوار معرض سبو للكتاب؟")
DOCUMENT = (
    "افتتح وزير الثقافة معرض سبو للكتاب بالقنيطرة يوم 12 ماي. "
    "وبلغ عدد زوار المعرض مليونا و150 ألف زائر. "
    "وشاركت فيه 68 دار نشر من 14 بلدا."
)


class Meaning:
    """An encoder for which two texts are as near as given, or not at all."""

    id, dim, max_tokens = "meaning", 2, 512

    def __init__(self, *same: str, near: float = 1.0) -> None:
        self.same, self.near = same, near
        self.encoded: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        self.encoded += texts
        other = [self.near, (1 - self.near**2) ** 0.5]
        rows = [
            [1.0, 0.0]
            if text == self.same[0]
            else other
            if text in self.same
            else [0.0, 0.0]
            if text.endswith(("?", "؟"))
            else [0.0, 1.0]
            for text in texts
        ]
        return np.array(rows, dtype=np.float32)

    encode_queries = encode_passages

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]


UNUSED = Meaning("")


def evidence(document: str, doc_id: str = "d", title: str = "") -> list[Evidence]:
    """The sentences of a document whose one passage begins at 5."""
    passage = Passage(f"{doc_id}:5", doc_id, document, 5, 5 + len(document), title=title)
    found = []
    start = 0
    for piece in document.split(". "):
        text = piece.removesuffix(".") + "."
        found.append(
            Evidence(passage, text, 5 + start, 5 + start + len(text), 0.5, 0.9, 1.0 - start)
        )
        start += len(text) + 1
    return found


SOURCES = evidence(DOCUMENT)


def cited(text: str, sources: Sequence[Evidence] = SOURCES) -> Cited:
    return attribute(text, QUESTION, sources, UNUSED)


def assert_holds(found: Cited, sources: Sequence[Evidence]) -> None:
    """What every set of citations promises."""
    places = {(e.passage.doc_id, e.start): e.text for e in sources}
    for number, citation in enumerate(found.citations, 1):
        assert citation.number == number
        assert places[citation.passage.doc_id, citation.start] == citation.quote
    order = [number for claim in found.claims for number in claim.citations]
    assert list(dict.fromkeys(order)) == [citation.number for citation in found.citations]
    for claim in found.claims:
        assert claim.supported and claim.citations
        assert found.text[claim.start : claim.end] == claim.text


def test_a_supported_sentence_is_cited_where_it_stands() -> None:
    found = cited("بلغ عدد زوار المعرض مليونا و150 ألف زائر.")
    assert found.text == "بلغ عدد زوار المعرض مليونا و150 ألف زائر."
    (citation,) = found.citations
    assert citation.quote == SOURCES[1].text
    assert DOCUMENT[citation.start - 5 : citation.end - 5] == citation.quote
    assert_holds(found, SOURCES)


@pytest.mark.parametrize(
    "sentence",
    [
        "بلغ عدد زوار معرض سبو للكتاب 1150000 زائر.",
        "بلغ عدد زوار معرض سبو للكتاب ١٬١٥٠٬٠٠٠ زائر.",
        "بَلَغَ عدد زُوّار معرض سبو للكتاب 1.150.000 زائر.",
    ],
)
def test_a_number_may_be_written_otherwise(sentence: str) -> None:
    assert cited(sentence).text == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "بلغ عدد زوار المعرض مليونا و160 ألف زائر.",  # another number
        "بلغ عدد زوار المعرض 150 ألف زائر.",
        "بلغ عدد زوار المعرض مليونا و150 ألف زائر سنة 2023.",  # one more
        "تساقطت أمطار غزيرة على شمال المملكة.",  # something else
        "أشاد السفير الفرنسي بمعرض سبو للكتاب وحسن تنظيمه وجودة عروضه.",  # half invented
        "في من على.",
        "؟!",
    ],
)
def test_what_the_sources_do_not_say_is_dropped(sentence: str) -> None:
    assert cited(sentence) == Cited("", (), ())
    supported = "شاركت فيه 68 دار نشر من 14 بلدا."
    both = cited(f"{sentence} {supported}")
    assert both.text == supported
    assert_holds(both, SOURCES)


def test_a_bare_number_is_that_of_the_nearest_sentence_with_one() -> None:
    """It states nothing without its question, so a number of another sentence is no answer."""
    nearest_first = [SOURCES[1], SOURCES[0], SOURCES[2]]
    assert cited("1150000 زائر.", nearest_first).citations[0].quote == SOURCES[1].text
    assert cited("68.", nearest_first) == Cited("", (), ())
    assert cited("68 دار نشر شاركت فيه.", nearest_first).text


def test_a_sentence_that_goes_in_circles_is_dropped() -> None:
    once = "شاركت فيه 68 دار نشر من 14 بلدا"
    assert cited(once).text == once
    assert cited("، ".join([once] * 4)) == Cited("", (), ())


def test_no_evidence_no_text() -> None:
    assert cited("بلغ عدد زوار المعرض مليونا و150 ألف زائر.", []) == Cited("", (), ())
    assert cited("") == Cited("", (), ())


def test_numbers_of_two_sentences_take_two_citations() -> None:
    found = cited("بلغ عدد زوار المعرض مليونا و150 ألف زائر وشاركت فيه 68 دار نشر.")
    assert [citation.quote for citation in found.citations] == [SOURCES[1].text, SOURCES[2].text]
    assert_holds(found, SOURCES)


def test_a_number_of_another_thing_does_not_answer() -> None:
    """The question counts visitors; 68 is what the source counts of something else."""
    wrong = "بلغ عدد زوار معرض سبو للكتاب 68."
    source = evidence("بلغ عدد زوار معرض سبو للكتاب 900 زائر في 68 رواقا.")
    assert attribute(wrong, QUESTION, source, UNUSED).text == ""
    assert attribute(wrong.replace("68", "900"), QUESTION, source, UNUSED).text


def test_markers_of_the_model_are_never_believed() -> None:
    found = cited("شاركت فيه 68 دار نشر من 14 بلدا [1].")
    assert found.text == "شاركت فيه 68 دار نشر من 14 بلدا."
    assert found.citations[0].quote == SOURCES[2].text
    assert cited("تساقطت أمطار غزيرة [1] 【2】.").text == ""


def test_across_scripts_meaning_names_and_numbers_decide() -> None:
    question = understand("How many visitors came to Sebou?")
    sources = evidence("بلغ عدد زوار معرض سبو 900 زائر.")
    said = "The Sebou fair had 900 visitors."

    def kept(sentence: str, near: float = 0.95) -> bool:
        encoder = Meaning(sources[0].text, sentence, near=near)
        return bool(attribute(sentence, question, sources, encoder).text)

    assert kept(said)
    assert not kept(said, near=0.4)
    assert not kept("The Sebou fair had 800 visitors.")
    assert not kept("The fair of Agadir had 900 visitors.")


def test_words_decide_within_one_script() -> None:
    """The encoder is not asked, so that nearness cannot excuse another word."""
    encoder = Meaning(SOURCES[0].text)
    attribute("افتتح وزير الثقافة معرض سبو للكتاب.", QUESTION, SOURCES, encoder)
    assert encoder.encoded == []


def test_assemble_numbers_in_order_of_appearance() -> None:
    first, second, third = SOURCES
    found = assemble([("أولا.", [third]), ("ثانيا.", [first, third])], lead="قيل:")
    assert found.text == "قيل: أولا. ثانيا."
    assert [claim.citations for claim in found.claims] == [(1,), (2, 1)]
    assert [citation.quote for citation in found.citations] == [third.text, first.text]
    assert_holds(found, SOURCES)
    assert second.text not in {citation.quote for citation in found.citations}


def test_assemble_nothing() -> None:
    assert assemble([]) == Cited("", (), ())


WORDS = [*DOCUMENT.split(), "[1]", "أمطار", "2023", "\n", "؟", "."]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_every_draft_gives_citations_that_hold(draft: str) -> None:
    found = cited(draft)
    assert_holds(found, SOURCES)
    assert found.text == " ".join(claim.text for claim in found.claims)
    for claim in found.claims:
        assert claim.text in without_markers(draft)
