"""Whether a model garbled an Arabic pair of words that it took from its sources.

A small model that says a phrase in a sentence puts an article where none can stand, «العملية
الحصاد» for «عملية الحصاد», or takes one word for another of the same consonants, «الكتاب رضوان»
for «الكاتب رضوان». Stems do not tell, and nobody would quote it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from rag.arabic import STOPWORDS, bare, fold, forms
from rag.translit import arabic_skeletons

_ARTICLE = fold("ال")
_ATTACHED = re.compile(r"^(?:[وف](?=...)|[بكل](?=....))")
_INFLECTED = re.compile(r"^[يتنا](?=...)|(?<=...)(?:ين|ون|ات|وا|ه|ا|و|ي|ت)$")


def is_garbled(text: str, known: Iterable[str]) -> bool:
    """Whether ``text`` has a word of ``known``, texts, behind another form of the word that stands
    before it there, with or without its article or with other vowels, and nowhere as it is."""
    standing = defaultdict(set)
    for one in known:
        for before, word in pairwise(forms(one)):
            standing[word].add(_alone(before))
    return any(
        _is_altered(_alone(before), standing[word])
        for before, word in pairwise(forms(text))
        if word in standing and word not in STOPWORDS and not word[0].isdigit()
    )


def _alone(form: str) -> str:
    """Without the letter of a particle: «إقليم» of «بإقليم», «المعرض» of «للمعرض»."""
    return _ATTACHED.sub("", f"{_ARTICLE}{form[2:]}" if form.startswith("لل") else form)


def _is_altered(said: str, held: set[str]) -> bool:
    return said not in held and any(_other_article(said, o) or _other_vowels(said, o) for o in held)


def _other_article(said: str, held: str) -> bool:
    return said.removeprefix(_ARTICLE) == held.removeprefix(_ARTICLE)


def _other_vowels(said: str, held: str) -> bool:
    """«الكتاب» and «الكاتب», but not «بلغ» and «يبلغ», «عارضو» and «عارضي»."""
    if said in STOPWORDS or held in STOPWORDS:
        return False
    one, other = bare(said), bare(held)
    sounds = arabic_skeletons(one) & arabic_skeletons(other)
    is_inflected = _INFLECTED.sub("", one) == _INFLECTED.sub("", other)
    return not is_inflected and any(len(sound) > 1 for sound in sounds)
