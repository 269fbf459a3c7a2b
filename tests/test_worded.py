"""Questions in other languages put into Arabic, in the words of their sources."""

from __future__ import annotations

import pytest
from hypothesis import example, given
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


def test_a_word_behind_a_particle_and_one_that_only_sounds_alike() -> None:
    sources = ("على رأس الجمعية التي فازت بجائزة الفيلم",)
    assert worded("What prize did the association win?", "en", sources) == "ما جائزة الجمعية فاز؟"
    assert worded("Quelles fêtes du nouvel an ?", "fr", ()) == "ما عيد رأس السنة؟"
    assert worded("Who is the US minister?", "en", ("وزير أمريكي",)) == "من أمريكي وزير؟"


LANGUAGES: list[Language] = ["ar", "ary", "ary-Latn", "fr", "en"]


@pytest.mark.parametrize(
    ("question", "language", "said"),
    [
        # What asks is never lost, in no spelling.
        ("متى غادي يتحل المعرض؟", "ary", "متى افتتح المعرض؟"),
        ("كم ديال الناس جاو؟", "ary", "كم اشخاص حضر؟"),
        ("achkoun rbe7?", "ary-Latn", "من فاز؟"),
        ("شْحَال دْيَال النَّاس", "ary", "كم اشخاص؟"),
        ("Quand est-ce que le salon ouvre ?", "fr", "متى المعرض فتح؟"),
        ("Qu'est-ce qui a causé l'incendie ?", "fr", "ما سبب حريق؟"),
        ("Où est le salon ou la foire ?", "fr", "أين المعرض؟"),
        ("What is the date of the 28th edition?", "en", "ما تاريخ 28 دورة؟"),
        # A root's first letter is no conjunction.
        ("Who is the health minister?", "en", "من الصحة وزير؟"),
        # What is denied stays denied, and Marrakech is not.
        ("علاش ما حضروش الزوار؟", "ary", "لماذا لم حضرو زائرا؟"),
        ("3lach majawch zowar?", "ary-Latn", "لماذا لم حضر زائرا؟"),
        ("Why doesn't the train stop?", "en", "لماذا لم قطار؟"),
        ("ch7al dyal zowar f marrakech w fin?", "ary-Latn", "كم زائرا في مراكش أين؟"),
    ],
)
def test_questions_of_every_kind(question: str, language: Language, said: str) -> None:
    sources = ["قال وزير الصحة بمراكش إن المعرض استقبل 300 زائرا.", "حضر الوالي إلى مراكش."]
    assert worded(question, language, sources) == said


@example("ـ شحال", "ary", [])
@given(st.text(max_size=60), st.sampled_from(LANGUAGES), st.lists(st.text(max_size=40), max_size=3))
def test_of_any_text(question: str, language: Language, sources: list[str]) -> None:
    said = worded(question, language, sources)
    assert said == question if language == "ar" else said.endswith("؟")
