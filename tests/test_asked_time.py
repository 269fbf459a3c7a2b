"""When a question asks about: its years, days and editions, and whether it wants the latest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.arabic import fold
from rag.asked_time import Asked, asked_time

TODAY = "2024-05-20"


@pytest.mark.parametrize(
    ("question", "marks"),
    [
        ("كم زائرا قصد المعرض سنة 2023؟", "@2023"),
        ("في أي بلد أقيم سنة ٢٠٢٣ وسنة 2024؟", "@2023 @2024"),
        ("ماذا وقع في دجنبر 2021؟", "@2021-12"),
        ("ماذا وقع يوم 21 دجنبر 2021؟", "@2021-12-21"),
        ("ماذا وقع يوم 21 دجنبر؟", "@m12-21"),
        ("ماذا وقع في غشت؟", "@m08"),
        ("إنتاج الموسم الفلاحي 2021-2022", "@2021 @2022"),
        ("ما بين 4 و8 غشت 2023", "@2023-08-04 @2023-08-08"),
        ("من فاز في الدورة الثامنة؟", "^8"),
        ("الذكرى الـ68 سنة 2023", "^68 @2023"),
        ("كم بلغ العدد السنة الماضية؟", "@2023"),
        ("شحال كان العدد العام لي فات؟", "@2023"),
        ("شنو وقع البارح؟", "@2024-05-19"),
        ("كم كان الثمن في مارس الماضي؟", "@2024-03"),
        ("ماذا وقع الشهر الماضي؟", "@2024-04"),
        ("chhal kant l3am li fat?", "@2023"),
        ("Qui a gagné l'année dernière ?", "@2023"),
        ("Quel était le prix en août 2023 ?", "@2023-08"),
        ("Who won last year?", "@2023"),
        ("What happened on 21 December 2021?", "@2021-12-21"),
        ("How many came to the eighth edition?", "^8"),
        ("متى اختتمت القافلة في رمضان 1445؟", "@h1445-09"),
        ("كم استقطبت قافلة سنة 1445؟", "@h1445"),
        ("كم ثمن 5 كتب؟", ""),
        ("اتصل بالرقم 0802 00 00 34", ""),
    ],
)
def test_marks(question: str, marks: str) -> None:
    assert asked_time(question, TODAY) == Asked(frozenset(marks.split()), newest=False)


NEWEST = """\
كم استقطبت آخر دورة من المهرجان؟
كم زائرا قصد المعرض في أحدث دوراته؟
ما هي أحدث الأرقام؟
ما عدد زوار الدورة الأخيرة؟
ما ثمن التذكرة بعد الزيادة الأخيرة؟
من كان آخر مدرب للفريق؟
ما آخر الأخبار عن الميناء؟
آخر مستجدات الملف
من يتولى حاليا إدارة المعرض؟
من هو المدير الحالي؟
كم عددهم الآن؟
شحال ديال الناس زارو المعرض فالدورة اللخرة؟
شكون لمدير دابا؟
شكون آخر واحد ربح؟
آش من ثمن دابا؟
f dawra lekhra chhal jaw?
chkoun lmodir daba?
akhir dawra
lakhra dyal lmaarid
Combien de visiteurs à la dernière édition ?
Qui a gagné le dernier marathon ?
le rapport le plus récent
Qui dirige actuellement la commune ?
Quel est le prix actuel ?
les dernières nouvelles
How many visitors came to the latest edition?
the most recent report
What is the current rate?
Who currently runs it?
the last edition
""".splitlines()
NOT_NEWEST = """\
هل فاز شخص آخر بالجائزة؟
هل هناك حزب آخر بطنجة؟
رأي آخر حول الموضوع
ماذا قرر في آخر المطاف؟
ماذا وقع في آخر السنة؟
آخر الشهر
في السنوات الأخيرة
في الأيام الثلاثة الأخيرة
ماذا قال هذا الأخير؟
وافق في الأخير
ماذا أحدث الزلزال من أضرار؟
من جهة أخرى
السنة الحالية
العام الماضي
المنطقة المعروفة حاليا بهذا الاسم
جمادى الآخرة 1445
العام لي فات
l'année dernière
le mois dernier
mardi dernier
ces dernières années
les dernières années
en dernier lieu
Qui est arrivé dernier au marathon ?
ce dernier a refusé
last year
last month
the current year
how long did it last?
by Friday at the latest
what is now Jacksonville
من فاز سنة 2021؟
""".splitlines()


@pytest.mark.parametrize("question", NEWEST)
def test_asks_for_the_newest(question: str) -> None:
    assert asked_time(question, TODAY).newest
    assert asked_time(fold(question), "").newest


@pytest.mark.parametrize("question", NOT_NEWEST)
def test_does_not_ask_for_the_newest(question: str) -> None:
    assert not asked_time(question, TODAY).newest


def test_without_today_relative_words_mark_nothing() -> None:
    assert asked_time("السنة الماضية وسنة 2021", "") == Asked(frozenset({"@2021"}), newest=False)


def test_a_day_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="2024"):
        asked_time("أمس", "20/05/2024")


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    assert all(mark[0] in "@^" for mark in asked_time(text, TODAY).marks)
