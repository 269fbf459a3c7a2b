"""Another document that gives another number for the same thing."""

from __future__ import annotations

import pytest

from rag.conflict import differing
from rag.counts import counted, counting, measured
from rag.evidence import Evidence
from rag.question import understand
from rag.schema import Passage

FOUR = "جمع متطوعون 4,2 أطنان من نفايات الشاطئ."
SIX = "أسفرت الحملة عن جمع ستة أطنان من نفايات الشاطئ."


def item(text: str, doc_id: str, share: float = 0.5, agreement: float = 0.0) -> Evidence:
    passage = Passage(f"{doc_id}:{text}", doc_id, text, 0, len(text))
    return Evidence(passage, text, 0, len(text), 0.5, 0.8, 1.0, agreement, share)


def differs(question: str, one: str, other: str, **known: float) -> bool:
    stated, second = item(one, "a"), item(other, "b", **known)
    return differing(understand(question), stated, [stated, second]) is second


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("كم عدد زوار المعرض؟", "حضره 300 زائر.", "زاره 500 زائر."),
        ("How many visitors came?", "حضره 300 زائر.", "زاره 500 زائر."),
        ("شحال كانو المتطوعين؟", "شارك 780 متطوعا.", "شارك ألف متطوع."),
        ("ch7al men tonne jem3o?", FOUR, SIX),
        ("How many tonnes were collected?", FOUR, SIX),
        ("كم وزن النفايات التي جمعت من الشاطئ؟", FOUR, SIX),
        (
            "ما نسبة ملء سدود الحوض؟",
            "بلغت نسبة ملء سدود الحوض 11%.",
            "ملء سدود الحوض 15 في المائة.",
        ),
        ("كم بلغت خسائر حريق المحطة؟", "خسائر الحريق 9 دراهم.", "قدرت خسائر الحريق بـ14 درهما."),
    ],
)
def test_another_number_of_the_same(question: str, one: str, other: str) -> None:
    assert differs(question, one, other)
    assert not differs(question, one, one)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("كم وزن النفايات التي جمعت من الشاطئ؟", "كلفت نفايات الشاطئ 300 درهم."),  # another unit
        (
            "كم وزن النفايات التي جمعت من الشاطئ؟",
            "صدر الميناء ستة أطنان من السمك.",
        ),  # another thing
        ("كم وزن النفايات التي جمعت من الشاطئ؟", "جمعت من الشاطئ 3 أطنان، ثم 5 أطنان نفايات."),
        ("من جمع نفايات الشاطئ؟", SIX),  # no number is asked for
        ("كم بلغت كلفة جمع نفايات الشاطئ بالدرهم؟", SIX),  # money is
    ],
)
def test_what_is_not_the_same_is_not_held_against_it(question: str, other: str) -> None:
    assert not differs(question, FOUR, other)


def test_the_thing_asked_about_is_on_both_pages() -> None:
    asked = "كم تبلغ مساحة ايسلندا الكلية؟"
    one, other = "مساحة ايسلندا الكلية 103 آلاف كيلومتر.", "مساحة عمان الكلية 309 آلاف كيلومتر."
    assert not differs(asked, one, other)
    assert differs(asked, one, other.replace("عمان", "ايسلندا"))
    asked = "كم عدد زوار معرض سبو؟"
    one, other = "استقبل معرض سبو 97 ألف زائر.", "استقبل معرض تازة 52 ألف زائر."
    assert not differs(asked, one, other)
    assert differs(asked, one, other.replace("تازة", "سبو"))


def test_when_it_was_may_stand_on_one_page_alone() -> None:
    asked = "كم زائرا استقبل معرض سبو؟"
    assert differs(asked, "استقبل معرض سبو 97 ألف زائر.", "في معرض سبو بلغ عدد الزوار 52 ألف زائر.")
    english = "How many visitors did the Sebou fair receive?"
    assert differs(
        english, "The Sebou fair received 97 visitors.", "52 visitors saw the Sebou fair."
    )
    one = "حضر حفل الصيف 300 زائر."
    assert differs("شحال ديال الزوار حضرو الحفل فالصيف؟", one, "حضر الحفل 500 زائر.")


def test_neither_another_time_nor_what_hardly_answers() -> None:
    question, one, other = "كم عدد زوار المعرض؟", "حضره 300 زائر.", "زاره 500 زائر."
    assert not differs(question, one, other, agreement=-1.0)
    assert not differs(question, one, other, share=0.02)
    assert not differing(understand(question), item(one, "a"), [item(other, "a")])


def test_what_is_counted() -> None:
    assert counted("وكم عدد العارضين؟") == counted("كم عدد العارضين؟") == "العارضين"
    assert counted("شحال كانو المتطوعين؟") == "المتطوعين"
    assert counting("benevoles", "شارك 780 متطوعا و120 طفلا.") == {780}
    french = "1,15 million de nuitées en 2023, soit 17% de plus, à 15 dirhams la nuitée"
    assert counting("nuitees", french) == {1150000}
    assert counting("annulations", "سجلت الفنادق 9.600 إلغاء و300 حجز جديد.") == {9600}
    assert counting("visitors", "two million of visitors and 30 of the staff") == {2000000}
    assert counting("exposants", "100 d'exposants, 300 millions d'euros") == {100}


def test_what_is_measured() -> None:
    text = "جمع 4,2 أطنان بكلفة 300 درهم، أي 12% من الميزانية و8 في المائة من الدعم، بحضور 30 طفلا."
    assert measured(text) == {"ton": {4.2}, "dirham": {300}, "percent": {12, 8}}
