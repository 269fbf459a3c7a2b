"""Whether a statement puts what one sentence says to what is asked about and stands in another:
the winner of one race to the other race, the distance of the mine to the workshop."""

from __future__ import annotations

from collections.abc import Sequence

from rag.evidence import Evidence
from rag.same_count import counted_at, translations
from rag.schema import Language
from rag.shown import Cited, is_asked, read_source, says
from rag.statement import Statement
from rag.things import thing

_COMPETES = 0.5  # of the share of what is cited


def mixes_up(
    claim: Statement,
    asked: Statement,
    cited: Cited,
    evidence: Sequence[Evidence],
    language: Language | None = None,
) -> bool:
    """Whether another sentence of the document, about as likely as what is cited, has words of
    the question that ``claim`` repeats and that neither what is cited has, nor its title, nor
    where it begins or what it goes on from; or has more of them and gives another number for the
    same thing. ``language``: that of the claim where its sources are in Arabic; its words are
    looked for in translation."""
    words = repeated(claim, asked, language)
    known = cited.keys | cited.shown
    missing = [keys for keys in words if known.isdisjoint(keys)]
    held = sum(not cited.keys.isdisjoint(keys) for keys in words)
    counts = _counts(claim)
    ids = {e.passage.doc_id for e in cited.sources}
    for other in evidence:
        if other in cited.sources or other.passage.doc_id not in ids:
            continue
        if not _competes(other, cited.sources):
            continue
        there = read_source(other)
        if not _leads(other, cited.sources):
            if any(not there.keys.isdisjoint(keys) for keys in missing):
                return True
        more = sum(not there.keys.isdisjoint(keys) for keys in words) > held
        if more and _counts_otherwise(there, counts):
            return True
    return False


def repeated(claim: Statement, asked: Statement, language: Language | None) -> list[frozenset[str]]:
    """The keys of each word of the question that ``claim`` says again, and of its translations."""
    return [
        item.keys | translations(item.form, language)
        for item in claim.items
        if says(item) and not item.terms and not item.is_function_word and is_asked(item, asked)
    ]


def _competes(other: Evidence, sources: Sequence[Evidence]) -> bool:
    return other.share >= _COMPETES * max(source.share for source in sources)


def _leads(other: Evidence, sources: Sequence[Evidence]) -> bool:
    """Whether ``other`` begins its passage, or one of ``sources`` goes on from it."""
    between = (
        source.passage.text[other.end - source.passage.start : source.start - source.passage.start]
        for source in sources
        if source.passage.id == other.passage.id and source.start >= other.end
    )
    return other.start == other.passage.start or any(not text.strip() for text in between)


def _counts(text: Statement) -> dict[str, set[str]]:
    """The things that a text counts or measures, and the terms of their numbers."""
    found: dict[str, set[str]] = {}
    for place, item in enumerate(text.items):
        if item.terms and item.terms[0][0] == "#":
            noun = counted_at(text.items, place)
            if noun and thing(noun.form):
                found.setdefault(thing(noun.form), set()).add(item.terms[0])
    return found


def _counts_otherwise(text: Statement, counts: dict[str, set[str]]) -> bool:
    there = _counts(text)
    return any(what in there and there[what].isdisjoint(said) for what, said in counts.items())
