"""Support across scripts, where words cannot be compared: meaning, names, numbers, dates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from embeddings.base import Encoder
from rag.alignment import is_altered
from rag.arabic import fold, forms, strip_marks
from rag.evidence import Evidence
from rag.polarity import agree
from rag.question import Question
from rag.same_count import counts_no_other
from rag.shown import cited_from, is_asked, read_source
from rag.statement import Item, Statement, read
from rag.translit import named_in, names

_MOST_SOURCES = 3
_NEAR_MEANING = 0.87
_NEAR_AND_PINNED = 0.8  # a number or a new name that agrees is worth more than any nearness


def by_meaning(
    sentence: str,
    claim: Statement,
    question: Question,
    evidence: Sequence[Evidence],
    encoder: Encoder,
) -> tuple[Evidence, ...]:
    """Support across scripts: near in meaning, and its names are those of the source."""
    vectors = encoder.encode_passages([strip_marks(e.text) for e in evidence])
    cosines = vectors @ encoder.encode_passages([strip_marks(sentence)])[0]
    units = [item for item in claim.items if item.terms]
    asked = read(question.text)
    held = [cited_from([e], asked) for e in evidence]
    agreeing = np.array([sum(map(c.holds, units)) for c in held])
    near = int(np.argmax(cosines + agreeing))
    best = evidence[near]
    if best.agreement < 0:
        return ()
    figures = any(item.terms[0][0] in "#@" for item in units)
    pinned = figures or _gives_a_name(sentence, question, best)
    if cosines[near] < (_NEAR_AND_PINNED if pinned else _NEAR_MEANING):
        return ()
    sources = _with_units(units, best, evidence, asked)
    cited = cited_from(sources, asked)
    stands = (
        all(map(cited.holds, units))
        and counts_no_other(claim, asked, cited)
        and _names_stand(sentence, question, sources)
        and agree(claim, cited.statements, same_script=False)
        and not is_altered(claim, asked)
        and not any(is_asked(u, asked) and not cited.holds(u) for u in units)
    )
    return sources if stands else ()


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


def _gives_a_name(sentence: str, question: Question, source: Evidence) -> bool:
    """Whether a name in Latin letters that is not the question's stands in a sentence."""
    asked, held = set(forms(question.text)), forms(source.text)
    return any(
        named_in(name, held) for name in names(sentence) if not asked.issuperset(forms(name))
    )


def _names_stand(sentence: str, question: Question, sources: Sequence[Evidence]) -> bool:
    """Whether the names of a sentence in Latin letters stand in the cited document; one that the
    question gave may be a translated one («Ministère») where another stands."""
    said = names(sentence)
    if not said:
        return True
    texts = [text for e in sources for text in (e.text, e.passage.title, e.passage.text)]
    held = {form for text in texts for form in forms(text)}
    asked = set(forms(question.text))
    standing = [name for name in said if named_in(name, held) or fold(name) in held]
    return bool(standing) and all(
        name in standing or asked.issuperset(forms(name)) for name in said
    )
