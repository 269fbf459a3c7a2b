"""What a source says a thing is, where a question asks what or who it is.

To «ما هو السل؟» a small model copies «السل», and what it is stands behind: «السل هو مرض معد».
"""

from __future__ import annotations

import re

from rag.arabic import fold
from rag.question import Question
from rag.shown import is_asked, says
from rag.statement import read

# Of folded texts.
_ASKS = re.compile(
    r"^\W*[وف]?(?:ما ?(?:هو|هي|هم|هما)|من ?(?:هو|هي|هم|هما)|شكون (?:هو|هي)|شنو (?:هو|هي)"
    r"|ما المقصود|ماذا [يت]عني|عرف"
    r"|(?:what|who) (?:is|are|was|were)|qu'est[- ]ce qu|qui (?:est|sont|etait|etaient))\b"
)
_IS = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:[،,]\s*)?"
    r"(?:(?:هو|هي|هم|كان|كانت|is|are|was|were|est|sont|était|étaient)\s+)?"
)
_THEN_IS = re.compile(r"[^.؛;:]{0,80}?\s(?:هو|هي|is|are|was|were|est|sont|était|étaient)\s+")
_CLAUSE = re.compile(r"[^،؛.,;:()]+")
_LEAST = 2  # words


def is_echo(text: str, question: Question) -> bool:
    """Whether all that ``text`` says is in the question."""
    asked = read(question.text)
    said = [item for item in read(text).items if says(item)]
    return bool(said) and all(is_asked(item, asked) for item in said)


def defined(question: Question, text: str, end: int) -> tuple[int, int] | None:
    """Where ``text`` says what the thing is whose name ends at ``end``: the rest of its clause;
    None where the question asks something else, or nothing is said."""
    if not _ASKS.match(fold(question.text)):
        return None
    lead = _THEN_IS.match(text, end) or _IS.match(text, end)
    clause = _CLAUSE.match(text, lead.end() if lead else end)
    if clause is None or len(clause.group().split()) < _LEAST:
        return None
    start = clause.start() + len(clause.group()) - len(clause.group().lstrip())
    return start, clause.start() + len(clause.group().rstrip())
