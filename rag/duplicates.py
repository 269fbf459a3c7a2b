"""Passages that say the same, and an order in which no document fills the page alone.

Two passages say the same when they are the same words in the same order, however they are
written: punctuation, vowel marks, digits of any script, numbers in words, the names of a month.
Words that say nothing («وذلك», «وأكد») may come and go, and the one that is shown may have whole
sentences that the other lacks: a lead, a tail that was cut. Any other word in the place of
another, or one more inside a sentence, makes another story: nothing in Arabic writing tells a
name from a noun, so every word counts as if it were a name, a negation or an edition. That misses
copies that were reworded, which costs a place in the list; a wrong merge would hide a source.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from math import inf
from unicodedata import normalize

from rag.dates import line_date
from rag.editions import years_and_editions
from rag.schema import Passage
from rag.wording import DAYS, Wording, wording

_REMEMBERED = 1 << 10  # texts; a question has about a hundred
# Only passages that share this much of the shorter one's pairs of words are compared word by word.
_LIKELY = 0.4
# What a passage of fewer words has of the one that holds it: that share, and so many words.
_SHARE, _LEAST = 0.5, 12
_CUT = 4  # words that a cut takes off at least: fewer are a change of the last sentence
_ALIKE_TITLES = 0.5
# Days between the dates of one story: a relative word («أمس», «الخميس») means another day a week
# later, and what is told again after weeks is the next month's or the next year's.
_RELATIVE_DAYS, _DAYS = 6, 21
# A document's passages after the third give way to others that are nearly as good.
_FULL_SCORE, _DISCOUNT = 3, 0.95
_LONG_WORD = re.compile(r"(\w{5})\w+")
_MARKS = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2069\ufeff]+"
)


def grouped(passages: Sequence[Passage]) -> list[list[int]]:
    """Positions of ``passages`` (best first) that say the same, each group in rank order, groups
    in the order of their first members, every position once.

    The first of a group, the one to show, says all that the others say, and of any two of the
    others one says all that the other says. Articles and comments never meet, and passages of one
    document only when they are the same words.
    """
    copies: dict[tuple[str, ...], int] = {}
    copy_of = [copies.setdefault((p.text, p.title, p.date, p.kind), len(copies)) for p in passages]
    known: dict[tuple[int, int, bool], bool] = {}

    def says(one: int, other: int) -> bool:
        a, b = passages[one], passages[other]
        key = copy_of[one], copy_of[other], a.doc_id == b.doc_id
        if key not in known:
            known[key] = _says_all(a, b)
        return known[key]

    groups: list[list[int]] = []
    sizes: list[int] = []
    begun_by: dict[tuple[str, ...], list[int]] = defaultdict(list)  # pair of words to groups
    for position, passage in enumerate(passages):
        pairs = _pairs(_body(passage))
        shared = Counter(group for pair in pairs for group in begun_by.get(pair, ()))
        for group in sorted(shared):
            first, *others = groups[group]
            likely = shared[group] >= _LIKELY * min(len(pairs), sizes[group])
            if likely and says(first, position):
                if all(says(other, position) or says(position, other) for other in others):
                    groups[group].append(position)
                    break
        else:
            for pair in pairs:
                begun_by[pair].append(len(groups))
            sizes.append(len(pairs))
            groups.append([position])
    return groups


def varied(documents: Sequence[str], scores: Sequence[float]) -> list[tuple[int, float]]:
    """Positions and adjusted scores, best first, of hits of these documents with these scores
    (0 or more, best first).

    The fourth passage of a document counts 0.95 of its score, the fifth 0.95 of that, and so on.
    The first hit stays where it is, no score rises, and equals stay in the order given.
    """
    shown: Counter[str] = Counter()
    adjusted = []
    for position, (document, score) in enumerate(zip(documents, scores, strict=True)):
        shown[document] += 1
        again = max(0, shown[document] - _FULL_SCORE)
        adjusted.append((position, score * _DISCOUNT**again))
    return sorted(adjusted, key=lambda item: -item[1])


def _says_all(a: Passage, b: Passage) -> bool:
    """Whether ``a`` tells the story of ``b``, and all of it."""
    if a.kind != b.kind:
        return False
    shown, hidden = wording(_body(a)), wording(_body(b))
    equal = shown.words == hidden.words if shown.words else a.text == b.text
    if a.doc_id == b.doc_id:
        return equal
    days = _days_between(a.date, b.date)
    relative = shown.relative or hidden.relative
    most = _RELATIVE_DAYS if relative else inf if equal else _DAYS
    if (days or 0) > most or not (equal or _holds(shown, hidden, days)):
        return False
    return _titles_agree(a.title, b.title)


def _holds(shown: Wording, hidden: Wording, days: int | None) -> bool:
    """Whether ``hidden`` is ``shown`` without some of its sentences or its end. Both may have
    their own dateline and credit; written on one day, both may name it."""
    a, b = shown.words, hidden.words
    if len(b) < max(_LEAST, _SHARE * len(a)) or not hidden.figures <= shown.figures:
        return False
    if days and not DAYS.isdisjoint(a + b):
        return False
    for start, end, from_, to in _differences(a, b):
        if start < end and from_ < to:
            return False
        more, first, past = (shown, start, end) if start < end else (hidden, from_, to)
        if more.is_label(first, past) or (days == 0 and DAYS.issuperset(more.words[first:past])):
            continue
        cut = past == len(a) and not hidden.finished and past - first >= _CUT
        if more is hidden or not (cut or shown.are_sentences(first, past)):
            return False
    return True


def _differences(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where ``a[start:end]`` stands for ``b[from:to]``, in order."""
    start, end, to = 0, len(a), len(b)
    while start < min(end, to) and a[start] == b[start]:
        start += 1
    while min(end, to) > start and a[end - 1] == b[to - 1]:
        end, to = end - 1, to - 1
    if start == end or start == to:
        if end != to:
            yield start, end, start, to
        return
    matcher = SequenceMatcher(None, a[start:end], b[start:to], autojunk=False)
    for tag, i, j, k, n in matcher.get_opcodes():
        if tag != "equal":
            yield start + i, start + j, start + k, start + n


def _titles_agree(one: str, other: str) -> bool:
    """Whether two headlines may stand over the same story: not over two years or editions, and
    not the same headline but for a word («بلاغ لساكنة أكادير», «بلاغ لساكنة تيزنيت»)."""
    if one == other or not one or not other:
        return True
    marks = years_and_editions(one), years_and_editions(other)
    for sort in "ye":
        named = [{mark for mark in side if mark[0] == sort} for side in marks]
        if all(named) and named[0] != named[1]:
            return False
    # The name of the site is no part of a headline: «… | جريدة».
    a, b = (wording(title.rpartition("|")[0] or title).words for title in (one, other))
    differences = list(_differences(a, b))
    lost = sum(end - start for start, end, _, _ in differences)
    added = sum(to - from_ for _, _, from_, to in differences)
    return not lost or not added or len(a) - lost < _ALIKE_TITLES * max(len(a), len(b))


def _days_between(one: str, other: str) -> int | None:
    """None if one of the two is no ISO date."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return None


def _body(passage: Passage) -> str:
    return _without_head(passage.text, passage.title, passage.date)


@lru_cache(_REMEMBERED)
def _without_head(text: str, title: str, iso: str) -> str:
    """The text without the headline and the date line of the document, which are compared on
    their own."""
    body = text.removeprefix(title).lstrip()
    line, _, rest = body.partition("\n")
    return rest if iso and line_date(line) == iso else body


@lru_cache(_REMEMBERED)
def _pairs(text: str) -> frozenset[tuple[str, ...]]:
    """The long words of a text, each with the next, without marks and endings: a fast look at
    what a text says, which number and spelling hardly change."""
    long = _LONG_WORD.findall(_MARKS.sub("", normalize("NFKD", text.casefold())))
    found = [word for word in long if not word[0].isdecimal()]
    return frozenset(pairwise(found)) or frozenset((tuple(found),))
