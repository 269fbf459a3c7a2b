"""Support across scripts, where words cannot be compared: meaning, names, numbers, dates.

An encoder puts texts of one language close together whatever they say, so what two languages have
of their own, the mean of the same general texts in each, is taken off before cosines are compared;
and a short statement repeats a clause of a long sentence, so the nearest clause counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from embeddings.base import Encoder, Vectors
from rag.alignment import is_altered
from rag.arabic import fold, forms, strip_marks
from rag.dates import MONTH_OF
from rag.evidence import Evidence
from rag.language import detect_document
from rag.language_shift import passage_means
from rag.mixup import mixes_up, repeated
from rag.polarity import agree, may_deny
from rag.question import Question
from rag.same_count import counts_as_said, translations
from rag.sentences import sentences
from rag.shown import Cited, cited_from, is_asked, read_source
from rag.statement import Item, Statement, read
from rag.things import MEASURES, thing
from rag.translit import arabic_skeletons, latin_skeletons, named_in, names, short_skeletons

_MOST_SOURCES = 3
# Fitted on true French and English statements of the own corpus and on those held against other
# sentences (eval/LOG.md).
_NEAR_MEANING = 0.55
_NEAR_AND_PINNED = 0.45  # a number or a new name that agrees is worth more than any nearness
_CLAUSE = re.compile(r"[،؛:,;]\s")
_LEAST_CLAUSE = 4  # words
_SURE_NAME = 3  # consonants: a common word in front of a sentence seldom has those of the source
# «عبد الواحد» is written "Abdelouahed".
_JOINED = frozenset(fold("عبد بن ابن أبو بو أم سيدي أيت نور").split())
_NO_NAMES = frozenset(fold("Dr Mr Mrs Ms Mme Mlle Pr Prof El Al").split())


def by_meaning(
    sentence: str,
    claim: Statement,
    question: Question,
    evidence: Sequence[Evidence],
    encoder: Encoder,
) -> tuple[Evidence, ...]:
    """Support across scripts: near in meaning, and its names are those of the source."""
    units = [item for item in claim.items if item.terms]
    asked = read(question.text)
    said = _names(sentence)
    vector = _centred([sentence], question, encoder)[0]
    cosines = (_centred([e.text for e in evidence], question, encoder) @ vector).tolist()
    agreeing = [
        sum(map(cited_from([e], asked).holds, units)) + len(_standing(said, [e.text], sentence))
        for e in evidence
    ]
    near = max(range(len(evidence)), key=lambda i: (cosines[i] + agreeing[i], -i))
    best = evidence[near]
    if best.agreement < 0:
        return ()
    figures = any(item.terms[0][0] in "#@" for item in units)
    pinned = figures or _gives_a_name(sentence, question, best)
    least = _NEAR_AND_PINNED if pinned else _NEAR_MEANING
    parts = [best.text, *_clauses(best.text)]
    nearness = _centred(parts, question, encoder) @ vector
    if nearness.max() < least:
        return ()
    part = parts[int(nearness.argmax())]
    sources = _with_units(units, best, evidence, asked)
    cited = cited_from(sources, asked)
    stands = (
        all(map(cited.holds, units))
        and counts_as_said(claim, question.language, cited)
        and _names_stand(sentence, question, sources)
        and agree(claim, cited.statements, same_script=False)
        and may_deny(claim, (read(part), *cited.statements[1:]))
        and not mixes_up(claim, asked, cited, evidence, question.language)
        and _is_about(sentence, claim, asked, cited, question)
        and not is_altered(claim, asked)
        and not any(is_asked(u, asked) and not cited.holds(u) for u in units)
    )
    return sources if stands else ()


def _is_about(
    sentence: str, claim: Statement, asked: Statement, cited: Cited, question: Question
) -> bool:
    """Whether an Arabic source has a word of the question that the claim repeats, or something
    that it counts, by its translation or its sound; the title is that of the whole document."""
    counted = [
        item.keys | translations(item.form, question.language)
        for item in claim.items
        if thing(item.form) and thing(item.form) not in MEASURES
    ]
    words = [*repeated(claim, asked, question.language), *counted]
    texts = [e.text for e in cited.sources]
    return (
        not words
        or any(not cited.keys.isdisjoint(keys) for keys in words)
        or detect_document(texts[0]) != "ar"
        or bool(_standing(_names(sentence), texts, sentence))
    )


def _with_units(
    units: Sequence[Item], best: Evidence, evidence: Sequence[Evidence], asked: Statement
) -> tuple[Evidence, ...]:
    """``best`` and what else of its document holds the units that it lacks."""
    sources = [best]
    for candidate in evidence:
        missing = [unit for unit in units if not cited_from(sources, asked).holds(unit)]
        if not missing or len(sources) == _MOST_SOURCES:
            break
        if candidate.passage.doc_id == best.passage.doc_id and any(
            read_source(candidate).terms.issuperset(unit.terms[:1]) for unit in missing
        ):
            sources.append(candidate)
    return tuple(sources)


def _centred(texts: Sequence[str], question: Question, encoder: Encoder) -> Vectors:
    """The vectors of ``texts`` less what their languages have of their own, of length 1 (or 0)."""
    means = passage_means(encoder)  # type: ignore[arg-type]  # encoders are hashable
    asked = question.language if question.language in ("fr", "en") else "fr"
    own = np.stack([means[detect_document(text) or asked] for text in texts])
    vectors = encoder.encode_passages([strip_marks(text) for text in texts]) - own
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)


def _clauses(text: str) -> list[str]:
    """The clauses of a sentence, alone and by two, that have a few words."""
    clauses = [clause.strip() for clause in _CLAUSE.split(text)]
    joined = (" ".join(pair) for pair in pairwise(clauses)) if len(clauses) > 2 else ()
    return [c for c in (*clauses, *joined) if len(c.split()) >= _LEAST_CLAUSE and c != text]


def _names(sentence: str) -> list[str]:
    """The names of a sentence in Latin letters; months are compared as dates."""
    return [n for n in names(sentence) if fold(n) not in _NO_NAMES and fold(n) not in MONTH_OF]


def _gives_a_name(sentence: str, question: Question, source: Evidence) -> bool:
    """Whether a name in Latin letters that is not the question's stands in a sentence. The first
    word may be one."""
    asked, held = set(forms(question.text)), forms(source.text)
    first = re.match(r"\W*([^\W\d_]+)", sentence)
    said = _names(sentence)
    if first and min(map(len, latin_skeletons(first[1])), default=0) >= _SURE_NAME:
        said.append(first[1])
    return any(named_in(name, held) for name in said if not asked.issuperset(forms(name)))


def _names_stand(sentence: str, question: Question, sources: Sequence[Evidence]) -> bool:
    """Whether the names of a sentence in Latin letters stand in the cited sentences, the one
    before the first, or the title; one that the question gave may stand anywhere in the passage,
    or be a translated one («Ministère») where another stands."""
    said = _names(sentence)
    if not said:
        return True
    shown = [text for e in sources for text in (e.text, e.passage.title)]
    around = [e.passage.text for e in sources]
    asked = set(forms(question.text))
    standing = _standing(said, [*shown, _before(sources[0])], sentence)
    known = [name for name in said if asked.issuperset(forms(name))]
    standing |= _standing(known, around, sentence)
    return bool(standing) and standing.union(known).issuperset(said)


def _standing(said: Sequence[str], texts: Sequence[str], sentence: str) -> set[str]:
    """Which names stand in ``texts``. One of a single consonant («Ali», «Chaoui») does where it
    stands beside another in both."""
    held = [form for text in texts for form in forms(text)]
    known = {*held, *(one + other for one, other in pairwise(held) if one in _JOINED)}
    standing = {name for name in said if named_in(name, known) or fold(name) in known}
    for one, other in pairwise(said):
        if f"{one} {other}" not in sentence or (one in standing) == (other in standing):
            continue
        short, long = (one, other) if other in standing else (other, one)
        step = 1 if short is other else -1
        places = [i + step for i, form in enumerate(held) if named_in(long, [form])]
        beside = (held[i] for i in places if 0 <= i < len(held))
        if any(not short_skeletons(short).isdisjoint(arabic_skeletons(form)) for form in beside):
            standing.add(short)
    return standing


def _before(source: Evidence) -> str:
    """The sentence before a source in its passage, which names who it calls «he»."""
    text, start = source.passage.text, source.start - source.passage.start
    before = [text[a:b] for a, b in sentences(text) if b <= start]
    return before[-1] if before else ""
