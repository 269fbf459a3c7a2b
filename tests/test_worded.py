"""Questions in other languages put into Arabic, in the words of their sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.schema import Language
from rag.worded import worded

SOURCES = (
    "اختتام معرض سبو الدولي للكتاب بالقنيطرة",
    "وبلغ عدد الزوار 97.350 زائرا، وكانت البرتغال ضيف شرف هذه الدورة.",
    "وقالت رئيسة الجمعية، سناء البوعناني، إن 780 متطوعا شاركوا في تنظيف شاطئ الكهوف.",
)


@pytest.mark.parametrize(
    ("question", "language", "said"),
    [
        # The question's own words, or others of one meaning, as the sources write them.
        ("شحال ديال المتطوعين نقاو شاطئ الكهوف؟", "ary", "كم متطوعا تنظيف شاطئ الكهوف؟"),
        ("chkoun ra2issat ljam3iya?", "ary-Latn", "من رئيسة الجمعية؟"),
        ("How many volunteers cleaned the beach?", "en", "كم متطوعا تنظيف شاطئ؟"),
        ("Qui était l'invité d'honneur du Salon Sebou ?", "fr", "من ضيف شرف معرض سبو؟"),
        # Names of two consonants only in capitals; numbers stay.
        ("What was in Sebou in 2023?", "en", "ما في سبو في 2023؟"),
        # What the sources lack is said in the glossary's word, or left out where that has none.
        ("When did the train leave?", "en", "متى قطار غادر؟"),
        ("Who xyzzed the volunteers?", "en", "من متطوعا؟"),
        ("Who met Blorkin?", "en", "من اجتماع Blorkin؟"),
        # «دولة» is not «الدولي», though their stems are one.
        ("Quel pays ?", "fr", "ما بلد؟"),
        # What is denied stays denied.
        ("علاش الجمعية ماشاركاتش فالمعرض؟", "ary", "لماذا الجمعية لم شارك معرض؟"),
        ("Why did the association not participate?", "en", "لماذا الجمعية لم مشارك؟"),
        ("كم عدد زوار المعرض؟", "ar", "كم عدد زوار المعرض؟"),
    ],
)
def test_in_arabic(question: str, language: Language, said: str) -> None:
    assert worded(question, language, (*SOURCES, "قررت البلدية إغلاق الشاطئ.")) == said


LANGUAGES: list[Language] = ["ar", "ary", "ary-Latn", "fr", "en"]


@given(st.text(max_size=60), st.sampled_from(LANGUAGES), st.lists(st.text(max_size=40), max_size=3))
def test_of_any_text(question: str, language: Language, sources: list[str]) -> None:
    said = worded(question, language, sources)
    assert said == question if language == "ar" else said.endswith("؟")
