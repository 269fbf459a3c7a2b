"""Whether a text holds the kind of thing that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.amounts import of_two_sorts
from rag.arabic import fold
from rag.dates import tells_a_day, tells_when
from rag.numbers import values
from rag.question import Question
from rag.units import unit_terms

_ASKS_YEAR = re.compile(r"(?:اي|ينا) (?:سنه|عام)|\b(?:annee|year)\b")
_ASKS_WEEKDAY = re.compile(
    r"يوم من (?:ايام )?الاسبوع|نهار من السيمانه|jour de la semaine|day of the week"
)
_TIME = "@"  # what the terms of times begin with
# Of folded texts. «خمس» and «عشر» are five and ten more often than a fifth and a tenth, «نص» a text
# more often than a half, "third" an ordinal.
_SHARE = re.compile(
    r"%|\b(?:في|ف|ب) ?(?:ال)?(?:مايه|ميه)\b|\b(?:pour ?cent|per ?cent)\b"
    r"|\b[وفبل]?(?:ال)?(?:نصف|ثلثا?|ثلثي|ثلثين|ربع|ارباع)\b|\b(?:من|علي) (?:اصل|كل) \d"
    r"|\b(?:moitie|tiers|quarts?|half|thirds|quarters?|(?:a|one) third)\b"
    r"|\d (?:sur|out of|in) \d"
)
_RATE = re.compile(
    r"\d[.,]\d|\b(?:لكل|بين كل|من (?:بين )?كل|من اصل|جميع|كل|مميه|في ال?(?:الف|لتر))\b"
    r"|\b(?:pour mille|par|per|in|every|out of|sur|tous|toutes|all)\b|‰"
)
_FREE = re.compile(r"مجان|فابور|بدون مقابل|بلا فلوس|\b(?:gratuit|free\b|libre|offerte?s?\b)")
# Amounts that name no currency, in the dual, and in others than ``_MONEY``.
_AMOUNT = re.compile(
    r"\b[وبف]?(?:درهمين|درهمان|ريالين|دولارين|دينارين|سنتيمين|مليون\w{0,2}|ملايين|مليار\w{0,2}|مليارات"
    r"|روبل|ليرات|ين|يوان|فرنكات)\b|\b(?:millions?|milliards?|billions?|pounds?|sterling|yens?"
    r"|roubles?|yuan|kdh|mdh|drhm)\b"
)
_MONEY = re.compile(  # «100درهم», "50dh": a digit may stand before it
    r"(?<![^\W\d_])(?:[وبل]?(?:ال)?(?:درهم|دراهم|درهما|سنتيم|سنتيما|ريالا?|ريالات|اورو|يورو|دولارا?"
    r"|دولارات|دينارا?|دنانير|جنيها?|ليره|فرنكا?)|dirhams?|m{0,2}dhs?|mad|euros?|eur|centimes?"
    r"|dollars?|usd|dinars?|drahem|derhem|ryal|rial|francs?)\b|[$€£]"
)


def may_hold(question: Question, texts: Iterable[str]) -> bool:
    """Whether any of ``texts`` may have a share or an amount of money, in whatever unit, or says
    that something is free, where such a thing is asked for; true where neither is."""
    folded = [fold(text) for text in texts]
    match question.wants:
        case "share":
            return any(_SHARE.search(text) or _RATE.search(text) for text in folded)
        case "money":
            return any(_MONEY.search(t) or _FREE.search(t) or _AMOUNT.search(t) for t in folded)
        case _:
            return True


def may_answer(question: Question, text: str) -> bool:
    """Whether a phrase or an answer can be what is asked for: as ``has_kind``, but a day of the
    week or a time of day tells when, too, if no year is asked for."""
    if question.wants == "date" and not _ASKS_YEAR.search(fold(question.text)):
        return has_kind(question, text) or tells_a_day(text)
    return has_kind(question, text)


def has_kind(question: Question, text: str) -> bool:
    """Whether ``text`` holds what is asked for: a number, a share of something, money, a date;
    true where the question asks for none of these. What the question itself names does not count:
    «when in August 2023» is not answered by «in August 2023»."""
    match question.wants:
        case "number":
            return bool(values(text) - values(question.text))
        case "share":
            return bool(_SHARE.search(fold(text)))
        case "money":
            if of_two_sorts(question.text, text):
                return False
            return bool(_MONEY.search(fold(text)) and values(text) - values(question.text))
        case "date":
            if _ASKS_WEEKDAY.search(fold(question.text)):
                return tells_a_day(text)
            asked = set(unit_terms(question.text))
            if not any(term.startswith(_TIME) for term in asked):
                return tells_when(text)
            return any(term.startswith(_TIME) for term in set(unit_terms(text)) - asked)
        case "other":
            return True
