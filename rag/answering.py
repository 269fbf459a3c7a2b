"""Which of the phrases that a language model copied may answer.

A small model copies the figure beside the one that is asked for: of last year, of another sort, of
somebody else. What the words around a phrase in its source tell is left out here; how the rest is
said, ``rag.compose`` knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.amounts import of_two_sorts
from rag.arabic import fold, forms
from rag.before import clause, is_of_other_year, is_other_time
from rag.copied import Copied, is_range
from rag.counts import counted_nouns, may_count
from rag.dates import MONTH_OF
from rag.definitions import is_echo
from rag.evidence import Evidence
from rag.kinds import may_answer
from rag.numbers import numbers, values
from rag.people import asks_who, names_of_people, names_someone, office
from rag.question import Question
from rag.relevance import asks_whether
from rag.things import MEASURES, thing
from rag.units import unit_terms

# Of 14 phrases of the default model that stood in another sentence than the likeliest, eight of
# ten in one at least so likely were right, none of four in others (eval/LOG.md).
_LEAST_LIKELY = 0.3
# Of folded texts.
_COMPARES = re.compile(
    r"^\W*(?:قارن\w*|ما (?:هو )?الفرق|compare[rz]?|quelle (?:est la )?difference)\b"
)
_WHERE = re.compile(r"\b[وف]?(?:اين|فين|وين|where|fayn|f[ai]?ye?n)\b")
_OU = re.compile(r"\bo[ùÙ]\b", re.IGNORECASE)  # folded it is "or"
_WHENCE = re.compile(
    r"\b(?:من اين|منين|from where|mnay?n|mnin)\b|\bfrom\W*$"
    r"|\b(?:انطلق|بدا|خرج|غادر|depart|parti|start|left)"
)
_FROM = re.compile(r"(?:\b[وف]?من|\bd[eu]|\bfrom(?: the)?)\s*$")
_TO = re.compile(r"\s*(?:الي|نحو|vers|to)\b")
_OF_TIME = re.compile(
    r"موعد|مواعيد|تاريخ|تواريخ|فتره|ايام|مده|\bdates?\b|periode|period|\bdays?\b|\bjours?\b"
)


def answering(
    found: Sequence[Copied], question: Question, evidence: Sequence[Evidence], read: Question
) -> list[Copied]:
    """What of ``found`` may answer: in a sentence not much less likely than the likeliest of
    ``evidence``, not of another time, no column of a table, no figure of another year nor another
    sort of amount than asked for, not the question once more as the model has ``read`` it. Nothing
    where it does not hold the kind of thing asked for, counts something else, or names nobody where
    a person is asked for."""
    least = _LEAST_LIKELY * max((item.share for item in evidence), default=0.0)
    kept = [
        piece
        for piece in found
        if piece.source.share >= least
        and piece.source.agreement >= 0
        and "\t" not in piece.source.text
        and not _is_other_figure(piece, question)
        and not _is_left(piece, question)
        and not _is_asked_time(piece, question)
        and not _is_anothers(piece, question, evidence[0])
        and (asks_whether(question.text) or not is_echo(piece.text, read))
    ]
    said = "، ".join(piece.text for piece in kept)
    if not kept or not may_answer(question, said):
        return []
    if _COMPARES.search(fold(question.text)) and len(values(said)) == 1:
        return []
    if question.wants == "number" and not any(_counts(piece, question) for piece in kept):
        return []
    if asks_who(question.text) and not names_someone(said, question.text):
        beside = any(names_someone(piece.source.text, question.text) for piece in kept)
        if beside or office(question.text):
            return []
    return kept


def _is_other_figure(piece: Copied, question: Question) -> bool:
    """Whether a number is of another year than asked for, or an amount of another sort."""
    if not values(piece.text) or question.wants not in ("number", "share", "money"):
        return False
    if is_other_time(question.text, piece.source, piece.start, piece.end):
        return True
    date = piece.source.passage.date
    if is_of_other_year(question.text, piece.source.text, piece.start, piece.end, date):
        return True
    said = clause(piece.source.text, piece.start, piece.end)
    return question.wants == "money" and of_two_sorts(question.text, said)


def _is_left(piece: Copied, question: Question) -> bool:
    """Whether it is asked where, and a phrase is whence: «من وسط المدينة إلى طريق شفشاون»."""
    asked = fold(question.text)
    if not (_WHERE.search(asked) or _OU.search(question.text)) or _WHENCE.search(asked):
        return False
    text = piece.source.text
    return bool(_FROM.search(fold(text[: piece.start])) and _TO.match(fold(text[piece.end :])))


def _is_asked_time(piece: Copied, question: Question) -> bool:
    """Whether a phrase is a time that the question names itself and does not ask for: "the start
    of March"."""
    if question.wants == "date" or _OF_TIME.search(fold(question.text)):
        return False
    told, asked = (
        {MONTH_OF[form] for form in forms(text) if form in MONTH_OF and form != "may"}
        for text in (piece.text, question.text)
    )
    return not told.isdisjoint(asked)


def _is_anothers(piece: Copied, question: Question, best: Evidence) -> bool:
    """Whether the likeliest sentence names somebody whom the question does, and nothing up to the
    sentence of a phrase on its page has the name."""
    asked = names_of_people(question.text)
    if not asked or piece.source == best or asked.isdisjoint(forms(best.text)):
        return False
    passage = piece.source.passage
    page = f"{passage.title}\n{passage.text[: piece.source.end - passage.start]}"
    return asked.isdisjoint(forms(page))


def _counts(piece: Copied, question: Question) -> bool:
    """Whether a number counts what the question counts, as far as can be told."""
    meant = counted_nouns(question)
    said = values(piece.text)
    right = {value for word in meant for value in may_count(word, piece.source.text)}
    if right:
        # «160 جناحا» are no «مائة وستين عارضا», though both are 160.
        itself = {value for word in meant for value in may_count(word, piece.text)}
        return not said.isdisjoint(itself if _names_a_thing(piece.text) else right)
    things = {thing(form) for form in forms(piece.text)} - {""}
    counted = {thing(noun) for noun in meant} - {""}
    return not counted or not things or not counted.isdisjoint(things)


def _names_a_thing(text: str) -> bool:
    """Whether a word follows the last number of a text that is not what it measures: rain is asked
    for and given in «287 مليمترا»."""
    behind = [form for number in numbers(text)[-1:] for form in forms(text[number.end :])]
    return bool(behind) and thing(behind[0]) not in MEASURES


def told_by(found: Sequence[Copied]) -> list[float | str]:
    """The things that ``found`` tells: each phrase, or of one that counts several things each of
    their numbers: «148 عارضا يمثلون أربعة عشر بلدا» answers two questions, a date one."""
    said: list[float | str] = []
    for piece in found:
        is_time = any(term.startswith("@") for term in unit_terms(piece.text))
        counts = [] if is_time or is_range(piece.text) else sorted(values(piece.text))
        said += counts or [piece.text]
    return said
