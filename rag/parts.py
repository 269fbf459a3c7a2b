"""What a question is made of: what is told before it, and the questions in it.

"I am writing about dams. How full were they in 2023, and why?" tells one thing and asks two. Each
question is looked up for itself, as one that follows those before it. What is asked of several
years («في دورتي 2023 و2024») is asked of each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from rag.arabic import fold_with_map

_LEAST_TOLD = 3  # words; "Bonjour !" and «سؤال:» are no context
_LEAST_ASKED = 2  # words: "How and when" are one question
# Not behind an initial or "Mr."
_SENTENCE = re.compile(r"(?<=[^\W_]{4}[.:])\s+|(?<=[؟?!…])\s+")
# Of folded texts. Behind a preposition or not: «بكم», «وعن أي كتاب», "et de combien".
_ARABIC = (
    r"(?:ب|ل)?(?:كم|متي|اين|كيف|لماذا|ماذا|اي|ايه|هل|شحال|علاش|فين|فوقاش|وقتاش|شكون|شنو|شنوا|كيفاش|اش)"
    r"|(?:في|من|علي|عن|الي|مع|ب|منذ|حتي) ?(?:اي|ايه|كم|متي|اين)|بم|مم|فيم"
)
_WHAT = (
    r"(?:ما|من) (?:هو|هي|هم|هما|هن|الذي|التي)|ما (?:عدد|نسبه|ثمن|سعر|قيمه|سبب|اسباب|السبب|اسم|كلفه"
    r"|تكلفه|مده|عنوان|تاريخ|مقدار|مبلغ|اقصي|ادني|اكبر|اصغر|اهم|ابرز)"
)
_LATIN = (
    r"combien|quand|pourquoi|comment|ou|quels?|quelles?|lequel|laquelle|lesquels|lesquelles"
    r"|when|why|where|who|whom|whose|which|what|how"
    r"|b?ch7al|b?chhal|3lach|alach|fo9ach|fou9ach|imta|fin|fayn|chkoun|chno|chnou|achno|kifach|ina"
)
_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_YEAR = r"(?:19|20)\d\d"
# One behind the other; not of a season, "2021-2022", nor of a day.
_YEARS = re.compile(
    rf"(?<![\d/.–-]){_YEAR}"
    rf"(?:(?: ?[،,] ?| )(?:و ?|et |and |w |o |ou |ثم )?(?:في |سنة |عام |en |in |f )?{_YEAR})+"
    r"(?![\d/.–-]*\d)"
)
_BETWEEN = re.compile(r"(?:بين|entre|between)\s(?:\w+\s)?$", re.IGNORECASE)
_BEFORE_LATIN = (
    r"(?:(?:a|de|avec|dans|pour|par|en|sur|depuis|vers|with|from|in|on|at|to|by|of|for"
    r"|l|f|b|d|mn|men|m3a) )?"
)
_ASKS = re.compile(rf"(?<!\w)[وف]?(?:{_ARABIC}|{_WHAT}|من|ما)(?!\w)|\b(?:{_LATIN}|qui|que)\b")
_AND_ASKS = re.compile(
    rf"\s(?P<second>(?:و\s?(?:{_ARABIC}|{_WHAT})|(?:et|and|w|o) {_BEFORE_LATIN}(?:{_LATIN}))(?!\w))"
)


# «متى وأين», "quand et sur quelle plage"
_TWO = re.compile(
    rf"(?<!\w)(?:(?:{_ARABIC})\s+و\s?(?:{_ARABIC})"
    rf"|(?:{_LATIN}) (?:et|and|w|o) {_BEFORE_LATIN}(?:{_LATIN}))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """``told``: the sentences before the first question, "" if there are none or nothing is asked
    as a question. ``questions``: one or more, in order; together with ``told`` the whole text."""

    told: str
    questions: tuple[str, ...]


def parts(text: str) -> Parts:
    """Take a question apart. A sentence that asks nothing belongs to the question before it."""
    sentences = [piece for piece in _SENTENCE.split(text.strip()) if piece]
    told = list(takewhile(lambda sentence: not _asks(sentence), sentences))
    rest = sentences[len(told) :]
    if not rest:
        return Parts("", (text,))
    questions: list[str] = []
    for sentence in rest:
        pieces = _pieces(sentence)
        if questions and not _asks(sentence):
            questions[-1] = f"{questions[-1]} {sentence}"
        else:
            questions += pieces
    before = " ".join(told)
    return Parts(before if len(before.split()) >= _LEAST_TOLD else "", tuple(questions))


def asks_two(text: str) -> bool:
    """Whether two things are asked, of one thing too: "When and where was it?"."""
    return len(parts(text).questions) > 1 or bool(_TWO.search(fold_with_map(text).text))


def by_year(question: str, most: int) -> tuple[str, ...]:
    """``question`` asked of each year of those that it names one behind the other, in order; ()
    where these are fewer than two or more than ``most``, or two ends of a time."""
    named = list(_YEARS.finditer(question.translate(_WESTERN)))
    if len(named) != 1 or _BETWEEN.search(question[: named[0].start()]):
        return ()
    start, end = named[0].span()
    years = list(dict.fromkeys(re.findall(_YEAR, named[0][0])))
    if not 1 < len(years) <= most:
        return ()
    return tuple(f"{question[:start]}{year}{question[end:]}" for year in years)


def _asks(text: str) -> bool:
    """Whether ``text`` has a word that asks for something, or ends in a question mark."""
    folded = fold_with_map(text).text
    return text.rstrip().endswith(("؟", "?")) or bool(_ASKS.search(folded))


def _pieces(sentence: str) -> list[str]:
    """A sentence cut where a second question begins: «كم ...، وكم ...؟»."""
    folded = fold_with_map(sentence)
    cuts = [0]
    for found in _AND_ASKS.finditer(folded.text):
        at = folded.origin[found.start("second")]
        if _asks(sentence[cuts[-1] : at]) and len(sentence[cuts[-1] : at].split()) >= _LEAST_ASKED:
            cuts.append(at)
    pieces = (sentence[a:b].strip() for a, b in zip(cuts, [*cuts[1:], len(sentence)], strict=True))
    return [piece.rstrip(" ،,؛;") for piece in pieces]
