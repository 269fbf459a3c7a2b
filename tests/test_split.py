"""Passages: exact offsets, whole sentences, nothing lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from small_index import CountTokens, count_words, document, words_of

from rag.arabic import plain
from rag.schema import Block, Document
from rag.sentences import sentences
from rag.split import (
    SplitSettings,
    embedded_sentences,
    embedded_spans,
    embedded_text,
    split,
)


def count_characters(texts: Sequence[str]) -> list[int]:
    return [len(text) for text in texts]


# Letters of three scripts, marks on their own, every kind of white space, stops and brackets.
ODD = "كتاب مُـَّ ٣6éA.؟!…،؛:,«»()\"'\u00a0\u200f\u200c\u2028\x85\x1c\r\n\t\v\f-\U0001f600\u0301 \n"
texts = st.one_of(
    st.text(st.sampled_from(ODD), max_size=300),
    st.text(max_size=100),
    st.lists(
        st.sampled_from(
            ["كلمة", "وَالكِتَابُ", ". ", "؟\r\n", "\r\n\r\n", "\n", " ", "\u00a0", "، ", "!»\n"]
        ),
        max_size=120,
    ).map("".join),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(texts)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=5)) | {0, len(text)})
    kinds = st.sampled_from(["article", "comment", "furniture", "links"])
    blocks = tuple(Block(a, b, draw(kinds)) for a, b in pairwise(cuts))
    return document("د1", text, blocks=blocks)


@pytest.mark.parametrize("count_tokens", [count_words, count_characters])
@settings(max_examples=200, deadline=None)
@given(doc=documents(), most=st.integers(1, 40))
@example(doc=document("d", "\r\n\r\n \u00a0"), most=1)
@example(doc=document("d", "َُِّ" * 30), most=7)
@example(doc=document("d", ".\n" * 30), most=1)
def test_passages_are_exact_and_nothing_is_lost(
    doc: Document, most: int, count_tokens: CountTokens
) -> None:
    passages = split(doc, count_tokens, SplitSettings(most))
    covered = bytearray(len(doc.text))
    for passage in passages:
        assert doc.text[passage.start : passage.end] == passage.text
        assert passage.text == passage.text.strip() != ""
        # One character can be two («ﻵ»), and is not cut.
        assert count_tokens([plain(passage.text)])[0] <= most or len(passage.text) == 1
        (block,) = (b for b in doc.blocks if b.start <= passage.start < b.end)
        assert passage.end <= block.end
        assert passage.kind == block.kind
        assert not any(covered[passage.start : passage.end]), "two passages share text"
        covered[passage.start : passage.end] = b"\1" * len(passage.text)
    assert [p.start for p in passages] == sorted(p.start for p in passages)
    assert len({p.id for p in passages}) == len(passages)
    for block in doc.blocks:
        inside = range(block.start, block.end)
        if block.kind in ("article", "comment"):
            left = "".join(doc.text[i] for i in inside if not covered[i])
            assert left.strip() == ""
        else:
            assert not any(covered[i] for i in inside)


words = st.integers(1, 14).flatmap(
    lambda n: st.lists(
        st.sampled_from(["قال", "الوزير", "إن", "14.500", "sera", "élu,", "غدا،", "العمل"]),
        min_size=n,
        max_size=n,
    )
)


@settings(max_examples=300, deadline=None)
@given(
    sentences=st.lists(words, min_size=1, max_size=25),
    stops=st.lists(st.sampled_from([".", "؟", "!", ".»", '."']), min_size=25, max_size=25),
    gaps=st.lists(st.sampled_from([" ", "\n", "\n\n", "\r\n"]), min_size=25, max_size=25),
    wrap=st.integers(2, 9),
)
def test_a_sentence_is_cut_only_if_it_is_too_long_by_itself(
    sentences: list[list[str]], stops: list[str], gaps: list[str], wrap: int
) -> None:
    """Lines are wrapped inside sentences, as in mails and in text taken from PDF."""
    most = 10
    text, spans = "", []
    for number, tokens in enumerate(sentences):
        begin = len(text)
        for at, token in enumerate(tokens):
            text += ("\n" if at % wrap == wrap - 1 else " ") * (at > 0) + token
        text += stops[number]
        spans.append((begin, len(text), len(tokens)))
        text += gaps[number]
    passages = split(document("d", text), count_words, SplitSettings(most))
    for passage in passages:
        for begin, end, size in spans:
            if size <= most:
                assert not begin < passage.start < end, text[begin:end]
                assert not begin < passage.end < end, text[begin:end]


@pytest.mark.parametrize("second", ["ثم تكلم د. سعيد العلوي.", "ثم تكلم الوزير.. ونفى ذلك."])
def test_titles_and_pauses_end_no_sentence(second: str) -> None:
    first = "هذه جملة من خمس كلمات."
    passages = split(document("d", f"{first} {second}"), count_words, SplitSettings(8))
    assert words_of(passages) == [first, second]


def test_neighbours_are_joined_while_they_fit() -> None:
    text = "واحد اثنان ثلاثة.\n\nأربعة خمسة.\nستة سبعة ثمانية تسعة. عشرة.\n\nختام"
    passages = split(document("d", text), count_words, SplitSettings(6))
    assert words_of(passages) == [
        "واحد اثنان ثلاثة.\n\nأربعة خمسة.",
        "ستة سبعة ثمانية تسعة. عشرة.\n\nختام",
    ]


def test_paragraphs_come_before_sentences() -> None:
    text = "أول ثان. ثالث رابع.\n\nخامس سادس. سابع ثامن.\n\nتاسع"
    passages = split(document("d", text), count_words, SplitSettings(5))
    assert words_of(passages) == [
        "أول ثان. ثالث رابع.",
        "خامس سادس. سابع ثامن.\n\nتاسع",
    ]


def test_comments_are_marked_and_furniture_is_left_out() -> None:
    text = "قال الوزير.\nشارك المقال\nتعليق: هذا خطأ!\nاقرأ أيضا: خبر آخر\nوختم الوزير."
    marks = ["article", "furniture", "comment", "links", "article"]
    blocks, start = [], 0
    for line, kind in zip(text.splitlines(keepends=True), marks, strict=True):
        blocks.append(Block(start, start + len(line), kind))
        start += len(line)
    doc = document("d", text, blocks=tuple(blocks), lang="ar", title="خبر", date="2024-05-01")
    passages = split(doc, count_words, SplitSettings(180))
    assert [(p.text, p.kind) for p in passages] == [
        ("قال الوزير.", "article"),
        ("تعليق: هذا خطأ!", "comment"),
        ("وختم الوزير.", "article"),
    ]
    first = passages[0]
    assert (first.id, first.doc_id, first.lang, first.title, first.source, first.date) == (
        "d:0-11", "d", "ar", "خبر", "d.txt", "2024-05-01",
    )  # fmt: skip


def test_a_text_without_anything_to_read_has_no_passage() -> None:
    assert split(document("d", " \n\u00a0\r\n"), count_words, SplitSettings()) == []
    assert split(document("d", ""), count_words, SplitSettings()) == []


def test_the_header_is_embedded_with_the_passage() -> None:
    fields = {"title": "معرض الكتاب", "site": "بريس", "date": "2024-05-01"}
    doc = document("d", "بلغ عددُ الزوّار ٢٠٢ ألف.", **fields)
    (passage,) = split(doc, count_words, SplitSettings())
    assert embedded_text(doc, passage) == (
        "معرض الكتاب · بريس · 2024-05-01\nبلغ عدد الزوار 202 ألف."
    )
    bare = document("d", "نص بلا عنوان.")
    (passage,) = split(bare, count_words, SplitSettings())
    assert embedded_text(bare, passage) == "نص بلا عنوان."


def test_a_title_that_opens_the_passage_is_not_said_twice() -> None:
    doc = document("d", "معرض الكتاب\n\nافتتح اليوم.", title="معرض الكتاب", date="2024")
    (passage,) = split(doc, count_words, SplitSettings())
    assert embedded_text(doc, passage) == "2024\nمعرض الكتاب\n\nافتتح اليوم."


@given(doc=documents())
def test_the_spans_are_those_of_what_is_embedded(doc: Document) -> None:
    for passage in split(doc, count_words, SplitSettings(60)):
        spans = embedded_spans(passage.text)
        own = [passage.text[start:end] for start, end in spans]
        assert embedded_sentences(doc, passage) == [plain(text) for text in own]
        assert len(spans) != 1
        assert set(spans) <= set(sentences(passage.text))


def test_fragments_and_lone_sentences_have_no_span() -> None:
    text = "فاز الفريق الأول. نعم. خسر الفريق الثاني."
    assert embedded_spans(text) == [(0, 17), (23, 41)]
    assert embedded_spans("فاز الفريق الأول. نعم.") == []
    assert embedded_spans("نعم. لا.") == []
    assert embedded_spans("") == []
