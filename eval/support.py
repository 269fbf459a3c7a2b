"""Whether sources support a claim, without a model: its numbers, names, denials and words.

A claim is *supported* when, in the cited quotes and what is shown with them (title, site, date):

- every number in it stands; also one of a day that they name by «أمس» or a weekday, counted from
  the document's date; where a right answer corrects the question, also one of the question
- every known name in it stands, or is in the question
- it does not deny what they say nor say what they deny
- most of its words stand, some in a quote itself; the question's words count half-way. Where
  claim and quotes are in different scripts, words cannot be compared, and one of the quotes must
  lie in a gold place instead; in different languages of one script, Darija and Standard Arabic
  among them, that will do too
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from eval.data import Question
from eval.matching import figures, found_in, holds, tokens
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

Names = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A citation: the words it quotes, those shown with it, its document's date, and whether it
    lies in a gold place. One that is made up has nothing of this."""

    quote: str = ""
    shown: str = ""
    date: str = ""
    gold: bool = False


def doubts(text: str, sources: Sequence[Source], question: Question, names: Names) -> list[str]:
    """Why ``sources`` do not support ``text``, in words; nothing when they do."""
    cited = [source for source in sources if tokens(source.quote)]
    quotes = " | ".join(source.quote for source in cited)
    shown = " | ".join(f"{source.quote} | {source.shown} | {source.date}" for source in cited)
    held = figures(shown).union(*(_days(source) for source in cited))
    if question.type in MAY_BE_PARTIAL:
        held |= figures(question.text)
    found = [] if cited else ["no source"]
    found += [f"number {value:g} not in its sources" for value in sorted(figures(text) - held)]
    known = f"{shown} | {question.text}" if cited else ""
    for name in named(text, names):
        if not any(holds(known, form) for form in name):
            found.append(f"name {name[0]} not in its sources")
    if not cited:
        return found
    if _turned(text, quotes):
        found.append("it denies what its sources say, or says what they deny")
    gold = any(source.gold for source in cited)
    if is_arabic(text) != is_arabic(quotes):
        return found if gold else [*found, "across scripts, and no source is a gold place"]
    if not (_has_words(text, quotes, shown, question) or (gold and detect(text) != detect(quotes))):
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


def _days(source: Source) -> set[float]:
    """The numbers of the days that a quote names in relation to its document's date."""
    try:
        written = date.fromisoformat(source.date)
    except ValueError:
        return set()
    found = set()
    before = ""
    for form in forms(source.quote):
        if form in _RELATIVE:
            twice = 2 if before in _BEFORE else 1
            found.add(written + timedelta(twice * _RELATIVE[form]))
        elif form in _WEEKDAYS:
            week = (written + timedelta(days) for days in range(-7, 8))
            found |= {day for day in week if day.weekday() == _WEEKDAYS[form]}
        before = form
    return {float(part) for day in found for part in (day.year, day.month, day.day)}


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
