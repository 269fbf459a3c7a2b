"""Whether a model garbled Arabic words that it took from the question or its sources.

A small model that says a phrase in a sentence inflects words wrongly and puts an article where none
can stand: «عدد الزائرين الذي استقبلت», «العملية الحصاد». Stems do not tell, and nobody would
quote it; the phrase alone, with the sentence of the source, is better.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from rag.arabic import STOPWORDS, fold, forms
from rag.linking import is_linking
from rag.statement import keys

_ARTICLE = fold("ال")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_MIXED = re.compile(r"[\u0621-\u063a\u0641-\u064a][a-z]|[A-Za-z][\u0621-\u063a\u0641-\u064a]")
_BEGUN_AMISS = re.compile(r"\W*(?:في |ب)(?:المائة|المئة)\b")
_ATTACHED = re.compile(r"^(?:[وف](?=...)|[بكل](?=....))")
_CASE = re.compile(r"(?<=...)(?:ون|ان)$")
_TANWIN = re.compile(r"(?<=...)ا$")  # «176 عارضا»
_OF_A_VERB = re.compile(r"^س?[يتن](?=...)|(?<=...)ت$")


def is_garbled(text: str, known: Iterable[str]) -> bool:
    """Whether ``text`` has a word of ``known``, texts, in another form than any there, with or
    without an article, or before a word that only another form of it stands before there; cases and
    the endings of verbs apart; or a word of two scripts («الouvriers»), or begins with a unit.
    Words of its own are no matter. Good Arabic may be refused too, as another number of a noun: the
    phrase alone is shown then."""
    if _MIXED.search(text) or _BEGUN_AMISS.match(text):
        return True
    standing, before = set[str](), defaultdict[str, set[str]](set)
    for one in known:
        said = ["", *map(_alone, forms(one))]
        standing |= set(said)
        for first, second in pairwise(said):
            before[second].add(first)
    said = list(map(_alone, forms(text)))
    return any(_is_other_form(word, standing) for word in said) or any(
        _is_other_form(first, before[second], article=False)
        for first, second in pairwise(said)
        if second not in STOPWORDS and not second[0].isdigit()
    )


def _alone(form: str) -> str:
    """Without the letter of a particle: «إقليم» of «بإقليم», «المعرض» of «للمعرض»."""
    return _ATTACHED.sub("", f"{_ARTICLE}{form[2:]}" if form.startswith("لل") else form)


def _is_other_form(word: str, held: set[str], article: bool = True) -> bool:
    """Whether ``held`` has other forms of a word, and not this one; ``article``: one that differs
    by it alone is this one."""
    if is_linking(word) or not _ARABIC.match(word):
        return False
    like = [other for other in filter(_ARABIC.match, held) if keys(word) & keys(other)]
    return bool(like) and _core(word, article) not in {_core(other, article) for other in like}


def _core(word: str, article: bool) -> str:
    """Without what inflects a verb, and alike in every case: «شخصان» and «شخصين»."""
    without = word.removeprefix(_ARTICLE) if article else word
    return _TANWIN.sub("", _CASE.sub("ين", _OF_A_VERB.sub("", without)))
