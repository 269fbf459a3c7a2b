"""Which of the supported sentences of an answer are about what was asked.

A small model often writes what stands in its sources and is no answer: of another thing on the
page, or the question once more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rag.arabic import fold, forms
from rag.cite import Statement
from rag.counts import counted_nouns, counting
from rag.evidence import Evidence
from rag.extract import likeliest
from rag.garbled import is_garbled
from rag.kinds import may_answer
from rag.numbers import values
from rag.parts import parts
from rag.people import asks_who, names_someone
from rag.polarity import direction
from rag.question import Question
from rag.reasons import asks_why, gives_reason
from rag.shown import is_asked, says
from rag.statement import read

_NEARLY_AS_LIKELY = 0.75
_READ = 4  # sentences, as many as a language model is shown


def relevant(
    written: Sequence[Statement], question: Question, evidence: Sequence[Evidence]
) -> list[Statement]:
    """The statements that rest on one of the likeliest sentences of ``evidence`` (best first), or
    count what is asked for, that say more than the question does, unless that asks whether
    something is so, and in words as they stand there; none of them where together they do not hold
    the kind of thing that is asked for."""
    likely = likeliest(evidence, _NEARLY_AS_LIKELY)  # the list, if it is one
    least = _NEARLY_AS_LIKELY * evidence[0].share
    kept = [
        (text, sources)
        for text, sources in written
        if any(s.share >= least or s in likely for s in sources)
        or _counts_it(text, sources, question)
        if _says_more(text, question)
        and not is_garbled(text, [question.text, *(source.text for source in sources)])
    ]
    said = " ".join(text for text, _ in kept)
    if asks_who(question.text) and not names_someone(said, question.text):
        # An organisation may be who did it, but not where persons are named beside it.
        if any(names_someone(item.text, question.text) for item in evidence[:_READ]):
            return []
    return kept if may_answer(question, said) else []


def _counts_it(text: str, sources: Sequence[Evidence], question: Question) -> bool:
    """Whether a number of ``text`` counts in its source what the question counts: where two
    sentences do, the model may choose."""
    meant = counted_nouns(question)
    said = values(text)
    return any(
        not said.isdisjoint(counting(word, source.text)) for word in meant for source in sources
    )


def _says_more(text: str, question: Question) -> bool:
    asked_text = fold(question.text)
    if not _ASKS_WHAT.search(asked_text) or asks_whether(question.text):
        return True
    if _ASSENT.match(fold(text)) or _echoes(text, question.text):
        return False
    if asks_why(question.text) and not gives_reason(text):
        return False
    asked = read(question.text)
    movements = frozenset().union(*(direction(item.form) for item in asked.items))
    new = [
        item
        for item in read(text).items
        if says(item) and not is_asked(item, asked) and movements.isdisjoint(direction(item.form))
    ]
    return any(not item.terms for item in new) if _ASKS_A_WORD.search(asked_text) else bool(new)


def asks_whether(question: str) -> bool:
    """Whether it asks if something is so, or which of two: then a word of it may answer."""
    return bool(_WHETHER.search(question))


def _echoes(text: str, question: str) -> bool:
    """Whether ``text`` repeats the words that a question begins with, its question word first:
    «بكم تباع الخوذة، 350 درهما»."""
    said = forms(text)
    asked = (forms(one) for one in parts(question).questions)
    begun = {
        (words[0].removeprefix("و"), words[1])
        for words in asked
        if len(words) > 1 and _ASKS_WHAT.match(words[0])
    }
    return any((one.removeprefix("و"), other) in begun for one, other in pairwise(said))


# Of folded texts: a word that asks for something, not whether something is so.
_ASKS_WHAT = re.compile(
    r"\b[وف]?ب?(?:ما|ماذا|من|لمن|ممن|اين|متي|كم|كيف|لماذا|اي|ايه|شكون|شنو|شنا|اش|فين|فاش|شحال|علاش"
    r"|كيفاش|فوقاش|وقتاش|امتي)\b"
    r"|\b(?:qui|quoi|quels?|quelles?|combien|ou|quand|comment|pourquoi|lesquels?|laquelle"
    r"|qu'(?!(?:ils?|elles?|on|une?)\b)\w+"
    r"|who|whom|whose|what|which|when|where|why|how"
    r"|b?ch7al|b?ch?hal|fin|fayn|fo9ach|imta|chkoun|chno|chnou|achno|3lach|kifach|mnin)\b"
)
# Who and where: no number or date answers. «من» is also "from", "fin" in French the end.
_ASKS_A_WORD = re.compile(
    r"^(?!.*\b(?:اي|كم|متي|شحال|combien|quand|quelle?)\b)"
    r"\W*(?:[وف]|et |and |w )?(?:من |(?:لمن|اين|شكون|فين|qui|ou|who|whom|whose"
    r"|where|chkoun|fin|fayn)\b)"
)
# Whether something is so, or which of two («ارتفع أم تراجع؟»): a word of the question answers. The
# text is not folded: «où» is another word.
_WHETHER = re.compile(
    r"\b(?:هل|واش|أم|أو|ولا|ou|or|wach|wla|wlla)\b"
    r"|^\W*(?:(?:et|mais) )?est-ce qu(?:e\b|['’])"
    r"|^\W*(?:(?:and|but) )?(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could)\b",
    re.IGNORECASE,
)
_ASSENT = re.compile(r"\W*(?:نعم|اجل|كلا|oui|non|yes|no)\s*[,،.!]")
