"""What a source says a thing or a person is, where a question asks that.

To «ما هو السل؟» a small model copies «السل», and what it is stands behind: «السل هو مرض معد». News
says it of persons in passing, behind the name or before it: «أوضح الخبير الأمني، إحسان الحافيظي».
"""

from __future__ import annotations

import re

from rag.arabic import STOPWORDS, Word, fold, words
from rag.linking import is_linking
from rag.people import asks_who, is_role, is_title
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
_COPULA = re.compile(r"\b(?:هو|هي|هم|كان|كانت|is|are|was|were|est|sont|était|étaient)\b")
_PARTED, _COMMA = re.compile(r"[^\w\s-]"), re.compile(r"[،,]")
_SAYING = re.compile(r"(?<!\w)(?:[إأ]ن\w*|ب[إأ]ن\w*|que|qu['’]\w+|that)(?!\w)")
_APART = re.compile(r"[،,()]")
_TO_A_NOUN = tuple(fold(word) for word in ("لل", "بال", "فال", "كال", "وال"))
# «ابن الوزير علي»: of whom a role is, who is another. Days part a name from a role, too.
_OF_ANOTHER = frozenset(
    fold(
        "زوج زوجة ابن ابنة والد والدة أب أم أخ أخت شقيق شقيقة قريب عائلة أسرة محامي محامية دفاع "
        "ديوان مكتب ضد بيت منزل"
    ).split()
)
_WHEN = frozenset(fold("أمس اليوم غدا صباح مساء السيد السيدة").split())
_ARTICLE, _ONE_OF = fold("ال"), frozenset(map(fold, ("أحد", "إحدى", "ابن", "ابنة")))
_LEAST, _LONGEST_ROLE = 2, 6  # words


def is_echo(text: str, question: Question) -> bool:
    """Whether all that ``text`` says is in the question."""
    asked = read(question.text)
    said = [item for item in read(text).items if says(item)]
    return bool(said) and all(is_asked(item, asked) for item in said)


def asks_what_is(question: str) -> bool:
    """Whether a question asks what or who something is."""
    return bool(_ASKS.match(fold(question)))


def defined(question: Question, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where ``text`` says what the thing is whose name is ``text[start:end]``: the rest of its
    clause, or of a person the role before the name; None where the question asks something else,
    or nothing is said."""
    if not asks_what_is(question.text):
        return None
    is_person = asks_who(question.text)
    return _behind(text, end, is_person) or (_before(text, start) if is_person else None)


def _behind(text: str, end: int, is_person: bool) -> tuple[int, int] | None:
    lead = _THEN_IS.match(text, end) or _IS.match(text, end)
    clause = _CLAUSE.match(text, lead.end() if lead else end)
    said = words(clause.group()) if clause else []
    between = text[end : clause.start()] if clause else ""
    if clause is None or len(said) < _LEAST or _SAYING.search(between):
        return None
    first = said[0].form
    if not _COPULA.search(between):
        is_what = first in _ONE_OF or is_role(first)
        if is_person and not (is_what or _APART.search(between)):
            return None  # what he does: only behind a comma or bracket can it be what he is
        is_noun = is_what or first.startswith(_ARTICLE)
        if not first.isascii() and (is_linking(first) or (is_person and not is_noun)):
            return None
    start = clause.start() + len(clause.group()) - len(clause.group().lstrip())
    return start, clause.start() + len(clause.group().rstrip())


def _before(text: str, start: int) -> tuple[int, int] | None:
    """«رئيسة البعثة» of «وقالت رئيسة البعثة، الدكتورة فريدة», the first of several roles («نائب
    رئيس الجمعية»), if nothing but nouns stands between it and the name."""
    said = words(text[:start])
    while said and is_title(said[-1].form):
        said.pop()
    clause: list[Word] = []
    for word in reversed(said):
        between = text[word.end : clause[-1].start if clause else start]
        if _PARTED.search(between if clause else _COMMA.sub("", between)):
            break
        if word.form in STOPWORDS or word.form in _WHEN or word.form.startswith(_TO_A_NOUN):
            break
        clause.append(word)
    roles = [place for place, word in enumerate(clause[:_LONGEST_ROLE]) if is_role(word.form)]
    if not roles:
        return None
    first = clause[roles[-1]]
    before = clause[roles[-1] + 1].form if roles[-1] + 1 < len(clause) else ""
    if before.removeprefix("و") in _OF_ANOTHER:
        return None
    return first.start + is_role(first.form[1:]), clause[0].end
