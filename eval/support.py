"""Whether sources support a claim, without a model: its numbers, dates, names, denials, words.

A claim is *supported* when, in the cited quotes and what is shown with them (title, site, date):

- every number in it stands and every date, by its value; also one of a day that they name by
  «أمس» or a weekday, counted from the document's date (its words too); where a right answer
  corrects the question, also one of the question
- every known name in it stands, or is in the question
- it does not deny what they say nor say what they deny
- most of its words stand, some in a quote itself; the question's words count half-way. In
  different languages of one script, Darija and Standard Arabic among them, words often differ,
  and a quote in a gold place will do instead: there a false claim without a wrong number, name
  or denial passes

Where claim and quotes are in different scripts (``across``) words cannot be compared at all: such
a claim is neither supported nor not, and only its numbers, dates, names and denials are checked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from eval.data import Question
from eval.matching import ENDINGS, MONTHS, dates, figures, holds, linked_words, token, tokens
from rag.arabic import STOPWORDS, fold, forms
from rag.language import detect

MAY_BE_PARTIAL = ("comment", "false_premise", "contradicted")
"""Unanswerable questions to which a partial answer is right: it labels the comment that says it,
or corrects the premise."""

_SHARED = 0.6  # of a claim's words, in what is cited or the question
_CITED = 0.4  # of them, in what is cited
_NEGATIONS = frozenset(
    fold(
        "لا لم لن ليس ليست ليسوا غير بدون دون ماشي pas jamais aucun aucune sans not no never "
        "without cannot didn doesn don wasn weren isn aren hasn haven hadn couldn"
    ).split()
)
_DARIJA_NEGATION = re.compile(r"[وف]?ما\w{2,}ش|مكاينش|مكانش")
_RELATIVE = {
    fold(word): days
    for days, line in ((-1, "أمس البارحة البارح hier yesterday"), (1, "غدا غد demain tomorrow"))
    for word in line.split()
}
_BEFORE = frozenset(fold("أول avant").split())  # «أول أمس»
_WEEKDAYS = {
    fold(word): number
    for number, line in enumerate((
        "الاثنين الإثنين اثنين lundi monday", "الثلاثاء mardi tuesday",
        "الأربعاء mercredi wednesday", "الخميس jeudi thursday", "الجمعة vendredi friday",
        "السبت samedi saturday", "الأحد dimanche sunday",
    ))
    for word in line.split()
}  # fmt: skip
_ARABIC = re.compile(r"[ء-ي]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
LETTER = re.compile(r"[^\W\d_]")

Names = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A citation: the words it quotes, those shown with it, its document's date, whether it lies
    in a gold place, and the facts that those places prove; by document, the places of the whole
    document. One that is made up has nothing of this."""

    quote: str = ""
    shown: str = ""
    date: str = ""
    gold: bool = False
    facts: frozenset[int] = frozenset()


def across(text: str, sources: Sequence[Source]) -> bool:
    """Whether ``text`` is in another script than every quote of ``sources``. What has no letters
    is in none."""
    quotes = [source.quote for source in sources if tokens(source.quote)]
    return bool(quotes) and all(
        is_arabic(quote) != is_arabic(text) and LETTER.search(quote) and LETTER.search(text)
        for quote in quotes
    )


def doubts(text: str, sources: Sequence[Source], question: Question, names: Names) -> list[str]:
    """Why ``sources`` do not support ``text``, in words; nothing when they do."""
    cited = [source for source in sources if tokens(source.quote)]
    corrects = question.type in MAY_BE_PARTIAL
    quotes = " | ".join(source.quote for source in cited)
    said = " | ".join([quotes, *map(_days, cited)])
    shown = " | ".join([said, *(f"{source.shown} | {source.date}" for source in cited)])
    held = f"{shown} | {question.text}" if corrects else shown
    found = [] if cited else ["no source"]
    found += [
        f"number {value:g} not in its sources" for value in sorted(figures(text) - figures(held))
    ]
    found += [
        f"date {day}/{month}/{year or '-'} not in its sources"
        for year, month, day in dates(text)
        if not _has_day(held, year, month, day)
    ]
    known = f"{shown} | {question.text}" if cited or corrects else ""
    for name in named(text, names):
        if not any(holds(known, form) for form in name):
            found.append(f"name {name[0]} not in its sources")
    if not cited:
        return found
    apart = across(text, cited)
    # A correction denies what the question says; by which words cannot be seen across scripts.
    if not (apart and corrects) and _turned(text, quotes):
        found.append("it denies what its sources say, or says what they deny")
    other = any(source.gold for source in cited) and detect(text) != detect(quotes)
    if not (apart or other or _has_words(text, said, shown, question)):
        found.append("its words are not those of its sources")
    return found


@lru_cache(1 << 12)
def named(text: str, names: Names) -> Names:
    """The known names that stand in ``text``."""
    return tuple(name for name in names if any(holds(text, form) for form in name))


def is_arabic(text: str) -> bool:
    """Whether most letters are Arabic."""
    return len(_ARABIC.findall(text)) >= len(_LATIN.findall(text))


def _has_words(text: str, quotes: str, shown: str, question: Question) -> bool:
    in_shown = found_in(text, shown)
    in_all = found_in(text, shown, question.text)
    in_quotes = any(found_in(text, quotes)) or bool(figures(text) & figures(quotes))
    enough = sum(in_all) >= _SHARED * len(in_all) and sum(in_shown) >= _CITED * len(in_shown)
    return in_quotes and enough


def found_in(text: str, *others: str) -> list[bool]:
    """For each content word of ``text``, numbers aside: whether one of ``others`` has it in any
    inflection."""
    there = frozenset[str]().union(*map(_all_bases, others))
    said = [word for word, content in linked_words(text) if content and word[0] not in "#%"]
    return [not _bases(word).isdisjoint(there) for word in said]


@lru_cache(1 << 14)
def _all_bases(text: str) -> frozenset[str]:
    return frozenset[str]().union(*(_bases(word) for word, _ in linked_words(text)))


@lru_cache(1 << 16)
def _bases(word: str) -> frozenset[str]:
    """The readings of a word without any ending, a nisba's included."""
    return frozenset(ENDINGS.sub("", form) for form in token(word, False, 3).first)


def _has_day(text: str, year: int | None, month: int, day: int) -> bool:
    """Whether ``text`` names the day; its year may stand elsewhere, and of «من 12 إلى 16 نونبر» the
    month does."""
    said = dates(text)
    values = figures(text)
    if any(
        (m, d) == (month, day) and (year in (None, y) or (y is None and year in values))
        for y, m, d in said
    ):
        return True
    alone = day in values - {d for *_, d in said} and (year is None or year in values)
    return alone and all(found_in(MONTHS[month], text))


def _days(source: Source) -> str:
    """The days that a quote names in relation to its document's date, by date and weekday."""
    try:
        written = date.fromisoformat(source.date)
    except ValueError:
        return ""
    found = set[date]()
    before = ""
    for form in forms(source.quote):
        if form in _RELATIVE:
            twice = 2 if before in _BEFORE else 1
            found.add(written + timedelta(twice * _RELATIVE[form]))
        elif form in _WEEKDAYS:
            week = (written + timedelta(days) for days in range(-7, 8))
            found |= {day for day in week if day.weekday() == _WEEKDAYS[form]}
        before = form
    said = [word for word, n in _WEEKDAYS.items() if n in {day.weekday() for day in found}]
    return " | ".join(("يوم", *map(str, sorted(found)), *said)) if found else ""


def _turned(text: str, quotes: str) -> bool:
    """Whether one of both denies what the other says plainly, or ``text`` denies what is not in
    ``quotes`` while they deny nothing."""
    denied, said = _denied(text)
    denied_there, said_there = _denied(quotes)
    if denied and not denied_there:
        return True
    invented = _common(denied - said, said_there) - _common(denied - said, denied_there)
    left_out = _common(denied_there - said_there, said) - _common(denied_there - said_there, denied)
    return bool(invented or left_out)


def _denied(text: str) -> tuple[set[str], set[str]]:
    """The words of ``text`` that a negation stands before, "" for one that stands alone, and the
    other content words."""
    denied, said = set[str](), set[str]()
    open_for = 0
    before = ""
    for form in forms(text):
        apart, before = before in ("ما", "وما") and form.endswith("ش"), form
        if apart or _DARIJA_NEGATION.fullmatch(form):
            denied.add("")
        elif _bare(form) in _NEGATIONS:
            open_for = 3
            denied.add("")
        elif form[0].isdigit():
            if open_for == 3:  # «غير 5 دراهم»: only; «دون 12 سنة»: under
                denied.discard("")
            open_for = 0
        elif form in STOPWORDS:
            open_for -= 1
        else:
            (denied if open_for > 0 else said).add(form)
            open_for = 0
    return denied, said


def _bare(form: str) -> str:
    return form[1:] if form[0] in "وف" and form[1:] in _NEGATIONS else form


def _common(some: set[str], others: set[str]) -> set[str]:
    """The words of ``some`` that are among ``others``."""
    there = " | ".join(others)
    return {word for word in some if word and any(found_in(word, there))}
