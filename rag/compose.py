"""An answer out of what a language model copied and wrote, and the sources' own words.

A sentence that the model wrote and that its sources support comes first; where there is none, what
it copied does, in the words of the source. Behind it stand, verbatim, the sentences that these rest
on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from rag import phrases, prompt
from rag.arabic import STOPWORDS, forms, stem, stems, words
from rag.cite import Cited, Statement, assemble
from rag.conflict import differing
from rag.copied import Copied, stands
from rag.counts import counted_nouns, may_count
from rag.evidence import Evidence
from rag.extract import list_of
from rag.glossary import arabic_for, latin_for
from rag.language import detect_document
from rag.linking import is_linking
from rag.numbers import Number, numbers, values
from rag.polarity import is_negator
from rag.question import Question
from rag.reasons import asks_why, gives_reason
from rag.relevance import relevant
from rag.restated import how_meant, restated, valued, written_number
from rag.shown import iso_date
from rag.statement import Item

_REPEATED = 0.8  # of the words of a sentence
_CLOSE = 6  # words
_CLAUSE = re.compile(r"[.,،؛;:]\s")
_COMMA = {"ar": "، ", "fr": ", ", "en": ", "}
_SHORT = 6  # words of another language that can stand in a sentence
_QUOTES = {"ar": ("«", "»"), "fr": ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"), "en": ("“", "”")}


def with_copied(found: Sequence[Copied], evidence: Sequence[Evidence]) -> list[Evidence]:
    """``evidence``, best first, with the sentences of ``found`` in front, as likely as the
    likeliest."""
    sources = dict.fromkeys(c.source for c in found)
    first = [replace(source, share=evidence[0].share) for source in sources]
    return [*first, *(item for item in evidence if item not in sources)]


def composed(
    found: Sequence[Copied],
    written: Sequence[Statement],
    question: Question,
    evidence: Sequence[Evidence],
) -> Cited | None:
    """The answer, of the sentences ``written`` that say what was ``found``, or of that itself; None
    where neither can be said in the language of the question. ``evidence``: ``with_copied``."""
    language = prompt.answer_language(question.language)
    if written:
        return _with_source_words(written, question, evidence, phrases.OPENING[language])
    standing = {(e.passage.id, e.start): e for e in evidence}
    places = dict.fromkeys((c.source.passage.id, c.source.start) for c in found)
    sources = [standing[place] for place in places]
    read = detect_document(sources[0].text)
    if any(map(_is_denied, found)) or (read != language and list_of(sources[0], evidence)):
        return None
    is_reason = asks_why(question.text) and all(map(_is_reason, found))
    if read == language:
        bare = [(f"{_joined(found, language)}.", sources)]
        kept = is_reason or relevant(bare, question, evidence)
        return _with_source_words(bare, question, evidence, "") if kept else None
    if asks_why(question.text) and not is_reason:
        return None
    said = _in_language(found, question, language)
    if not said or (language, read) not in phrases.RESTATED:
        return None
    other = next((o for e in sources if (o := differing(question, e, evidence))), None)
    also = other and restated(question, other.text, language, iso_date(other))
    elsewhere = [(_sentence(also), [other])] if other and also else []
    lead = phrases.RESTATED[language, read]
    return assemble([(_sentence(said), sources)], lead, elsewhere, phrases.ELSEWHERE[language])


def _sentence(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}."


def _is_reason(piece: Copied) -> bool:
    """Whether a word for a reason stands in a phrase or before it."""
    return gives_reason(piece.source.text[: piece.end])


def _is_denied(piece: Copied) -> bool:
    """Whether a denial stands before a phrase in its clause: «لم تتجاوز 23,2 في المائة»."""
    clause = _CLAUSE.split(piece.source.text[: piece.start])[-1]
    return any(is_negator(Item(form)) for form in forms(clause)[-_CLOSE:])


def says(text: str, found: Sequence[Copied], question: Question) -> bool:
    """Whether what a model wrote says what it copied: the numbers, as exactly as they are meant,
    and most of the other words; in another script, where there is no number, one word of it or of
    the source that ``question`` has not."""
    said = set(stems(text))
    for piece in found:
        if not values(piece.text) <= values(text) or not _as_exactly(text, piece):
            return False
        told = _without_numbers(piece.text)
        if (detect_document(piece.text) == "ar") != (detect_document(text) == "ar"):
            if not values(piece.text) and not _translated(text, piece, question):
                return False
            continue
        words = set(stems(told))
        if len(words & said) < len(words) / 2:
            return False
    return True


def _translated(text: str, piece: Copied, question: Question) -> bool:
    """Whether ``text`` has a word of a phrase in another script, by its name or by the glossary,
    or else of its source one that ``question`` has not; true where the glossary knows none."""
    told = [form for form in forms(piece.text) if _tells(form)]
    if any(stands(form, text) for form in told):
        return True
    language: Literal["fr", "en"] = "fr" if question.language == "fr" else "en"
    asked = set(stems(question.text))
    added = [form for form in forms(text) if _tells(form) and stem(form) not in asked]
    known = [form for form in added if arabic_for(form, language)]
    if not known:
        return not any(map(latin_for, told))
    return any(stands(form, piece.source.text) for form in known)


def _tells(form: str) -> bool:
    return not (form in STOPWORDS or is_linking(form) or gives_reason(form))


def _as_exactly(text: str, piece: Copied) -> bool:
    """Whether "about 80,000" is not said to be 80,000."""
    copied = values(piece.text)
    source = piece.source.text
    meant = [(one.value, _meant(source, one)) for one in numbers(source)]
    said = [(one.value, _meant(text, one)) for one in numbers(text) if one.value in copied]
    return all(one in meant for one in said)


def _meant(text: str, number: Number) -> Mapping[str, str]:
    names, _ = how_meant([word.form for word in words(text[: number.start])])
    return names


def _without_numbers(text: str) -> str:
    for number in reversed(numbers(text)):
        text = f"{text[: number.start]} {text[number.end :]}"
    return text


def joined(found: Sequence[Copied], question: Question) -> str:
    """What was found in one line, as it is shown in a draft."""
    return _joined(found, prompt.answer_language(question.language))


def _joined(found: Sequence[Copied], language: str) -> str:
    return _COMMA[language].join(piece.text for piece in found)


def _in_language(found: Sequence[Copied], question: Question, language: str) -> str:
    """What was found in a source of another language, in that of the question: a value, or the
    words of the model, each of which stands there."""
    opens, closes = _QUOTES[language]
    pieces = []
    for piece in found:
        if _counts_two(piece, question):  # who cannot read the sentence is not told half of it
            return ""
        date = iso_date(piece.source)
        whole = piece.source.text if len(found) == 1 else ""  # it may have the year of a day
        said = restated(question, whole, language, date)
        said = said or restated(question, piece.text, language, date)
        said = said or valued(piece.text, language)
        said = said or _bare_number(piece.text, language)
        if not said and detect_document(piece.said) == language:
            said = piece.said if stands(piece.said, piece.text) else ""
        if not said and len(piece.text.split()) <= _SHORT:
            said = f"{opens}{piece.text}{closes}"
        pieces.append(said)
    return _COMMA[language].join(pieces) if all(pieces) else ""


def _bare_number(text: str, language: str) -> str:
    """A text that is but one number in digits, as ``language`` writes it."""
    found = numbers(text)
    is_bare = len(found) == 1 and text[found[0].start : found[0].end] == text.strip()
    return written_number(found[0].value, language) if is_bare and text[0].isdigit() else ""


def _counts_two(piece: Copied, question: Question) -> bool:
    """Whether the sentence of a number may count what is asked for twice: "118 poems, of which 73
    survive"."""
    if question.wants != "number":
        return False
    return any(len(may_count(noun, piece.source.text)) > 1 for noun in counted_nouns(question))


def _with_source_words(
    written: Sequence[Statement], question: Question, evidence: Sequence[Evidence], lead: str
) -> Cited:
    """What the model wrote, and behind it, verbatim, the sentences it rests on, with the list that
    one is of, and one that gives another number, where they can be read in the language of the
    answer and are not repeated anyway: a small model often leaves out what a number is of."""
    language = prompt.answer_language(question.language)
    said = " ".join(text for text, _ in written)
    used = [source for _, sources in written for source in sources]
    used += list_of(used[0], evidence)
    others = [
        item
        for item in dict.fromkeys(used)
        if detect_document(item.text) == language and not _repeated(item.text, said)
    ]
    documents = {source.passage.doc_id for source in (*used, *others)}
    differ = (differing(question, source, evidence) for source in used)
    others += [item for item in differ if item and item.passage.doc_id not in documents][:1]
    elsewhere = [(other.text, [other]) for other in others]
    return assemble(written, lead, elsewhere, phrases.IN_ITS_WORDS[language])


def _repeated(text: str, said: str) -> bool:
    """Whether ``said`` has the numbers of ``text``, however written, and most of its words."""
    words = {word for word in stems(text) if not word.isdigit()}
    held = len(words & set(stems(said))) >= _REPEATED * len(words)
    return held and values(text) <= values(said)
