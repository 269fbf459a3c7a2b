"""Dates of pages: every way a date line is written, and the dates that are not the page's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.dates import find_date, line_date, parse_date, tells_a_day, tells_when

MONTHS = [
    ["يناير", "جانفي", "كانون الثاني", "janvier", "January", "Jan"],
    ["فبراير", "فيفري", "شباط", "février", "fevrier", "February"],
    ["مارس", "آذار", "mars", "March"],
    ["أبريل", "ابريل", "إبريل", "أفريل", "نيسان", "avril", "April"],
    ["ماي", "مايو", "أيار", "mai", "May"],
    ["يونيو", "يونيه", "جوان", "حزيران", "juin", "June"],
    ["يوليوز", "يوليو", "جويلية", "تموز", "juillet", "July"],
    ["غشت", "أغسطس", "أوت", "اوت", "آب", "août", "aout", "August"],
    ["شتنبر", "سبتمبر", "أيلول", "septembre", "September", "Sept"],
    ["أكتوبر", "اكتوبر", "تشرين الأول", "octobre", "October"],
    ["نونبر", "نوفمبر", "تشرين الثاني", "novembre", "November"],
    ["دجنبر", "ديسمبر", "كانون الأول", "décembre", "déc", "December"],
]


@pytest.mark.parametrize(
    ("number", "name"), [(n, name) for n, names in enumerate(MONTHS, 1) for name in names]
)
def test_month_names(number: int, name: str) -> None:
    assert line_date(f"7 {name} 2022") == f"2022-{number:02}-07"


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ("2021-12-21", "الثلاثاء 21 دجنبر 2021 على الساعة 13:05"),
        ("2023-10-06", "نشر يوم: الجمعة 6 أكتوبر 2023 - 09:30"),
        ("2023-08-14", "الإثنين ١٤ غشت ٢٠٢٣ - ١٠:٠٥"),
        ("2023-08-14", "الاِثنين ۱۴ غشت ۲۰۲۳"),
        ("2023-10-15", "15-10-2023 | 14:37"),
        ("2023-05-15", "صوت الوادي - سيدي قاسم | الاثنين 15 ماي 2023 - 10:42"),
        ("2024-11-12", "تيزنيت، الثلاثاء 12 نونبر 2024"),
        ("2021-01-12", "12 كانون الثاني / يناير 2021"),
        ("2021-01-12", "12 يناير (كانون الثاني) 2021"),
        ("2024-04-24", "14 شوال 1445 / 24 أبريل 2024"),
        ("2024-05-12", "بقلم محمد أمين السوسي | 12 ماي 2024"),
        ("2024-05-12", "آخر تحديث: 12 ماي 2024، 8:15 مساء"),
        ("2024-05-12", "\u200f12 ماي 2024\u200f"),
        ("2021-12-21", "mardi 21 décembre 2021 à 13h05"),
        ("2022-01-01", "Publié le 1er janvier 2022 à 10:00"),
        ("2024-05-12", "Rabat, le 12 mai 2024"),
        ("2024-05-12", "3 commentaires | 12 mai 2024"),
        ("2024-05-12", "Par Nadia Alami - 12/05/2024"),
        ("2024-01-23", "Mardi 23 janvier 2024 à 09h45 | Par Salma Rami"),
        ("2021-12-21", "Tue, 21 Dec 2021 13:05 GMT"),
        ("2021-12-21", "December 21st, 2021"),
        ("2021-12-21", "Posted on December 21, 2021 at 1:05 pm"),
        ("2021-12-21", "21st of December 2021"),
        ("2021-12-21", "2021-12-21T13:05:00+01:00"),
        ("2021-12-21", "2021-12-21T13:05:00Z"),
        ("2021-12-21", "2021/12/21"),
        ("2021-04-03", "03/04/2021"),
        ("2021-12-21", "12/21/2021"),
        ("2024-05-12", "2024.05.12"),
        ("2024-05-12", "*Publié le 12 mai 2024*"),
    ],
)
def test_date_lines(expected: str, line: str) -> None:
    assert line_date(line) == expected
    assert find_date(f"عنوان الخبر\n{line}\n\nنص الخبر.") == expected


@pytest.mark.parametrize(
    "line",
    [
        "أحداث 16 ماي 2003",
        "ولد يوم 12 ماي 1960 بفاس",
        "من 12 إلى 16 ماي 2024",
        "12-16 ماي 2024",
        "ما بين 4 و14 ماي 2023",
        "تفكيك خلية، 12 ماي 2024، بمدينة طنجة.",
        "Le 12 mai 2024, le conseil a voté.",
        "Du 5 au 9 mai 2024",
        "5/6 mai 2024",
        "Attentats du 16 mai 2003 : la ville se souvient",
        "16 mai 2003 : la ville se souvient encore des victimes",
        "Casablanca, 16 mai 2003 - le jour où tout a changé",
        "On May 12, 2024 the council voted",
        "الخميس 17 رمضان 1445 هـ",
        "31/02/2021",
        "32 ماي 2021",
        "13/13/2021",
        "12 ماي 3021",
        "12 ماي",
        "ماي 2024",
        "2024",
        "رقم 2021/12/21/5",
        "1.12.05.2024",
        "الهاتف: 0802 00 00 34",
        "",
    ],
)
def test_lines_that_give_no_date(line: str) -> None:
    assert line_date(line) == ""
    assert find_date(line) == ""


STORY = "قال رئيس الجماعة إن الأشغال ستنتهي قبل متم السنة، وإن الميزانية كافية لذلك كله. "


@pytest.mark.parametrize(
    ("expected", "opening"),
    [
        ("2024-05-12", "الرباط – 12 ماي 2024 – "),
        ("2024-05-12", "الرباط، 12 ماي 2024 (و م ع) - "),
        ("2024-05-12", "الدار البيضاء / 12 ماي 2024 / واس / - "),
        ("2024-05-12", "RABAT, May 12, 2024 (MAP) — "),
        ("2024-05-12", "Rabat, le 12 mai 2024 - "),
        ("", "افتتح المعرض يوم 12 ماي 2024 بالرباط. "),
        ("", "وفي 12 ماي 2024 "),
        ("", "قال ناطق باسم الجماعة في بلاغ له – 12 ماي 2024 – "),
        ("", "أعلنت الجماعة، 12 ماي 2024، "),
    ],
)
def test_datelines(expected: str, opening: str) -> None:
    assert find_date(f"العنوان\n\n{opening}{STORY * 3}") == expected


def test_a_date_inside_the_story_is_not_the_date_of_the_page() -> None:
    assert find_date(f"العنوان\n\n{STORY}افتتح السوق يوم 16 ماي 1956 بالمدينة. {STORY}") == ""


def test_the_hour_or_a_label_wins_over_the_day_of_the_visit() -> None:
    assert find_date("الأحد 5 ماي 2024\n\nالعنوان\nنشر في 12 ماي 2021 - 10:00") == "2021-05-12"
    assert find_date("12 ماي 2021\n5 ماي 2024") == "2021-05-12"


def test_other_headlines_and_far_lines_are_not_looked_at() -> None:
    assert find_date("• 12 ماي 2024\nالعنوان") == ""
    assert find_date("سطر من النص\n" * 60 + "12 ماي 2024") == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-12-21", "2021-12-21"),
        (" 2021-12-21T08:00:00Z ", "2021-12-21"),
        ("21 ديسمبر 2021", "2021-12-21"),
        ("21/12/2021", "2021-12-21"),
        ("hier", ""),
        ("2021", ""),
        ("", ""),
    ],
)
def test_values_of_records(value: str, expected: str) -> None:
    assert parse_date(value) == expected


@given(st.text(alphabet="0123456789٠١٢ماي دجنبر/-.,:T \nmay", max_size=120))
def test_never_fails_and_never_invents(text: str) -> None:
    found = find_date(text)
    if found:
        digits = "".join(str(int(c)) if c.isdecimal() else c for c in text)
        assert found[:4] in digits


@pytest.mark.parametrize(
    "text",
    [
        "أمس الأحد", "يوم السبت المقبل", "على الساعة الثامنة مساء", "غدا", "في القرن العاشر",
        "samedi prochain", "à 20h30", "at 18:44", "last Sunday", "hier", "au XIXe siècle",
        "نهار الاثنين",
    ],
)  # fmt: skip
def test_what_tells_a_day(text: str) -> None:
    assert tells_a_day(text)
    assert not tells_when(text)


@pytest.mark.parametrize("text", ["تأسست سنة 1956", "في نونبر", "en mai", "in 1999"])
def test_what_tells_when(text: str) -> None:
    assert tells_when(text)
    assert not tells_a_day(text)


@pytest.mark.parametrize(
    "text",
    ["", "الأحد الذي لا شريك له", "300 زائر", "بعدالة", "un heureux événement", "a sunny day"],
)
def test_what_does_neither(text: str) -> None:
    assert not tells_when(text) and not tells_a_day(text)
