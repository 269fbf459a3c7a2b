"""What a source says a thing is."""

from __future__ import annotations

import pytest

from rag.definitions import defined, is_echo
from rag.question import understand

ILLNESS = "السل هو مرض معد شائع، وتسببه بكتيريا."


def told(question: str, name: str, text: str) -> str | None:
    start = text.index(name)
    span = defined(understand(question), text, start, start + len(name))
    return span and text[span[0] : span[1]]


@pytest.mark.parametrize(
    ("question", "name", "text", "said"),
    [
        ("ما هو السل؟", "السل", ILLNESS, "مرض معد شائع"),
        ("ماهو السل", "السل", "السل (Tuberculosis) مرض معد.", "مرض معد"),
        ("من هو مهيدي؟", "مهيدي", "مهيدي (1923 - 1957)، أحد الشهداء.", "أحد الشهداء"),
        ("عرف السل", "السل", ILLNESS, "مرض معد شائع"),
        ("What is Qarib?", "Qarib", "Qarib is a digital desk; it opened.", "a digital desk"),
        ("Qui est Nadia ?", "Nadia", "Nadia est vétérinaire à Boumia.", "vétérinaire à Boumia"),
        # of persons in passing
        ("من هي سعاد؟", "سعاد", "أكدت سعاد، الباحثة في التاريخ، ذلك.", "الباحثة في التاريخ"),
        ("من هي سعاد؟", "سعاد", "وقالت مديرة المعرض، الدكتورة سعاد، إنه نجح.", "مديرة المعرض"),
        ("شكون هي سعاد؟", "سعاد", "أوضحت الخبيرة الأمنية سعاد أنه نجح.", "الخبيرة الأمنية"),
        ("من هو علي؟", "علي", "افتتحه الوزير السابق علي أمس.", "الوزير السابق"),
        ("من هو علي؟", "علي", "افتتحه ووزير الثقافة علي.", "وزير الثقافة"),
        ("من هو علي؟", "علي", "علي أحد شهداء الثورة.", "أحد شهداء الثورة"),
        ("من هو علي؟", "علي", "قال نائب رئيس الجمعية علي.", "نائب رئيس الجمعية"),
        ("من هو علي؟", "علي", "حضر مستشار وزير الصحة، علي.", "مستشار وزير الصحة"),
        ("من هو علي؟", "علي", "حضر مدير ديوان الوزير علي.", "مدير ديوان الوزير"),
        ("Who is Ali?", "Ali", "Minister Ali opened the fair on Monday.", "Minister"),
    ],
)
def test_what_a_thing_is_stands_behind_its_name(
    question: str, name: str, text: str, said: str
) -> None:
    assert told(question, name, text) == said


@pytest.mark.parametrize(
    ("question", "name", "text"),
    [
        ("متى ظهر السل؟", "السل", ILLNESS),  # something else is asked
        ("ما هو السل؟", "السل", "توفي بعد أن أصيب بالسل."),  # nothing stands behind
        ("ما هو السل؟", "السل", "السل خطير."),  # no more than a word
        ("من هو علي؟", "علي", "قال علي، إن المعرض نجح نجاحا كبيرا."),  # what he says
        ("من هو علي؟", "علي", "حضر علي حفل الافتتاح أمس."),  # what he does
        ("من هو علي؟", "علي", "حضر المدير. وحضر علي."),  # somebody else
        ("من هو علي؟", "علي", "اعتدى ابن الوزير على علي."),
        ("من هو علي؟", "علي", "حضر ابن الوزير علي."),  # whose, or who, nobody can tell
        ("من هو علي؟", "علي", "حضرت زوجة رئيس الحكومة علي."),
        ("من هو علي؟", "علي", "استقبل رئيس الجماعة أمس علي."),
        ("من هو علي؟", "علي", "فاز بكأس العالم علي."),
        ("من هو علي؟", "علي", "وانتخب علي السبت الماضي بالإجماع."),
        ("من هو علي؟", "علي", "قال علي إن المعرض هو الأكبر في المغرب."),
        ("Who is Ali?", "Ali", "Ali opened the fair on Monday."),
        ("ما هي سعاد؟", "سعاد", "وقالت مديرة المعرض، سعاد."),  # no person is asked for
    ],
)
def test_where_nothing_is_defined_there_is_none(question: str, name: str, text: str) -> None:
    assert told(question, name, text) is None


def test_an_echo_says_nothing_that_is_not_in_the_question() -> None:
    question = understand("ما أكثر القارات سكانا؟")
    assert is_echo("سكانا", question) and is_echo("القارات", question)
    assert not is_echo("آسيا", question) and not is_echo("", question)
