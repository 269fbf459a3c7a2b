"""A question in the spelling and with the articles of what was found for its words.

People write «الاولى» for «الأولى» and «مدرسه» for «مدرسة», and an encoder trained on careful texts
takes them for other words. The search form (``rag.arabic.fold``) knows no such difference, so what
is embedded is made from it: each Arabic word as the passages found have it most often, with or
without the article; a function word as it is in dictionaries; any other in the spelling that the
encoder has the fewest pieces for, since it knows whole words. Questions that differ in spelling
alone thus have one vector, and those that differ in an article («كتاب», «وبالكتاب») where the word
was found: in others «وال» or «ال» may be no article («والدة», «إلغاء»).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice, product

from rag.arabic import STOPWORDS, bare, fold, plain, strip_marks

_WORD = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f]+")
_MOST_SPELLINGS = 32
_HAMZA_PLACES = 2  # alefs that may carry a hamza: the first ones of a word
_FUNCTION_WORDS = {
    fold(word): word
    for word in (
        "متى إلى على حتى أي أية أين أن أنه أنها أو إذا لماذا ماذا التي الذي الذين كم "
        "هي في أهم أول أولى الأول الأولى أكثر أكبر أقل أحد إحدى أبرز سنة مدة عدة مدى لدى أخرى آخر "
        "الأخيرة الأخير أثناء إثر أمام أعلى أدنى أصبح أصبحت أعلن أعلنت أكد أكدت أشار أضاف"
    ).split()
}


def respelled(
    question: str, found: Iterable[str], count_tokens: Callable[[Sequence[str]], list[int]]
) -> str:
    """``question`` without marks, its digits 0-9, its Arabic words spelled as in ``found``, the
    passages found for them. ``count_tokens`` is the encoder's."""
    asked = plain(question)
    if not _WORD.search(asked):
        return asked
    rising = _seen(found)
    spelled = {fold(word): word for word in rising}
    said = {bare(fold(word)): word for word in rising}

    def spell(match: re.Match[str]) -> str:
        form = fold(match.group())
        if form in STOPWORDS or form in _FUNCTION_WORDS:
            return spelled.get(form) or _FUNCTION_WORDS.get(form) or _known(form, count_tokens)
        return said.get(bare(form)) or _known(form, count_tokens)

    return _WORD.sub(spell, asked)


def _seen(texts: Iterable[str]) -> list[str]:
    """The words of ``texts``, the most frequent last; of equals the more careful spelling, whose
    hamza, ة or ى comes before the bare letter in Unicode."""
    counts = Counter(word for text in texts for word in _WORD.findall(strip_marks(text)))
    return sorted(sorted(counts, reverse=True), key=counts.__getitem__)


def _known(form: str, count_tokens: Callable[[Sequence[str]], list[int]]) -> str:
    """Of the ways to write ``form`` the one of the fewest tokens; of equals the plainest."""
    spellings = list(islice(_spellings(form), _MOST_SPELLINGS))
    if len(spellings) == 1:
        return form
    return min(zip(count_tokens(spellings), range(len(spellings)), spellings, strict=True))[2]


def _spellings(form: str) -> Iterable[str]:
    """Ways to write a folded word: an alef, و or ي with a hamza, ة or ه, ى or ي at the end."""
    choices: list[str] = []
    alefs = 0
    for place, letter in enumerate(form):
        last = place == len(form) - 1
        if letter == "ا" and alefs < _HAMZA_PLACES:
            alefs += 1
            choices.append("اأإآ")
        elif letter == "ه" and last:
            choices.append("ةه")
        elif letter == "ي" and place:
            choices.append("يىئ" if last else "يئ")
        elif letter == "و" and place:
            choices.append("وؤ")
        else:
            choices.append(letter)
    return map("".join, product(*choices))
