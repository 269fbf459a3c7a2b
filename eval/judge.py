"""An answer against what is expected of it: facts, citations, numbers and names, language.

No model judges. The definitions are coarse, and stated, and the same for every system:

- a *claim* is what the answer gives as one, and any other stretch of it with four content words,
  a number or a known name; not the mark of a list item, nor what leads to the next words by ":"
- citation recall is the share of claims that their sources support (``eval.support``); citation
  precision the share of citations that bear their claim: it is supported, and the citation alone
  supports it or the others alone do not (Gao et al. 2023, ALCE, with this test of support for
  its NLI model); a citation that no claim makes bears none
- claims in another script than all their quotes cannot be compared with them: they are left out
  of both, and ``crossing`` is their share of all claims. An answer of such claims alone has
  neither recall nor precision
- a number, date or name that no source holds makes a claim count as unsupported; of a claim across
  scripts a denial that its quotes do not have, too
- a required fact is found where one of its forms stands in the answer, and cited (``fact_cited``)
  where a claim that holds one cites a gold place of that fact; by document, the gold document
- where no document answers, an answer is a hallucination. A partial one is right if the question
  is of a type that may have it, the answer says nothing it must not, every citation is exact and
  every number, date and name is in its sources or the question, and, but for a false premise, a
  gold place is cited: the comment, or what contradicts the question

Known limits: values are checked, not relations, so two true numbers or names exchanged within one
sentence pass; a free paraphrase below the share of words fails; a denial is known by its word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.data import Dataset, Question
from eval.exact import exact_match, token_f1
from eval.matching import figures, holds, tokens
from eval.support import LETTER, MAY_BE_PARTIAL, Names, Source, across, doubts, is_arabic, named
from rag.language import detect
from rag.schema import Document

_STATEMENT = 4
_ITEM = re.compile(r"^\s*\d{1,2}\s*[.)\-–]\s", re.MULTILINE)

Row = Mapping[str, Any]
Claims = Sequence[tuple[str, Sequence[int]]]
"""Each with the numbers of its citations."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The metrics that are defined for this answer, and in words what is held against it."""

    metrics: dict[str, float]
    faults: tuple[str, ...]


def judge(
    question: Question, answer: Row, dataset: Dataset, documents: Mapping[str, Document]
) -> Verdict:
    """Score one answer, a record as ``rag ask --json`` prints it (its hits are not looked at).

    ``documents`` are those of the index under the names that gold places use; a citation names
    its document by ``doc_id``, which the caller has put into the same names.
    """
    given = answer["status"] in ("answered", "partial")
    text = answer["answer"] if given else ""
    metrics: dict[str, float] = {"confidence": float(answer["confidence"])}
    forbidden = [form for form in question.must_not if holds(text, form)]
    faults = [f"must not be said: {form}" for form in forbidden]
    claims = _claims(answer, dataset.names) if given else []
    sources: dict[int, Source] = {}
    exact: list[bool] = []
    for citation in answer["citations"] if given else ():
        document = documents.get(citation["doc_id"])
        found = _source(question, citation, document, dataset.by_document)
        if found is None:
            faults.append(f"citation {citation['number']} is not at its place: {citation['quote']}")
        exact.append(found is not None)
        sources[citation["number"]] = found or Source()
    in_gold = any(source.gold for source in sources.values())
    if given:
        metrics["answer_words"] = float(len(text.split()))
        metrics["language_match"] = float(_in_language(text, question.lang))
        if exact:
            metrics["span_exact"] = sum(exact) / len(exact)
        _support(question, claims, sources, dataset.names, metrics, faults)
    if question.answerable:
        metrics["over_refusal"] = float(not given)
        if given and question.gold:
            metrics["gold_cited"] = float(in_gold)
        _facts(question, text, claims, sources, metrics, faults)
    elif answer["status"] == "partial" and question.type in MAY_BE_PARTIAL:
        shown = in_gold or question.type == "false_premise"
        faults += [] if shown else ["no citation lies in a gold place"]
        right = shown and all(exact) and not forbidden and not metrics["unsupported"]
        metrics["hallucination"] = float(not right)
    else:
        metrics["hallucination"] = float(given)
    return Verdict(metrics, tuple(faults))


def _facts(
    question: Question,
    text: str,
    claims: Claims,
    sources: Mapping[int, Source],
    metrics: dict[str, float],
    faults: list[str],
) -> None:
    if not question.answers:
        return
    found = cited = 0
    for fact, accepted in enumerate(question.answers):
        said = any(holds(text, form) for form in accepted)
        proved = said and any(
            number in sources and fact in sources[number].facts
            for claim, numbers in claims
            if any(holds(claim, form) for form in accepted)
            for number in numbers
        )
        found, cited = found + said, cited + proved
        if text and not proved:
            faults.append(f"fact {'without a gold place' if said else 'missing'}: {accepted[0]}")
    right = not any(holds(text, form) for form in question.must_not)
    metrics["fact_recall"] = right * found / len(question.answers)
    if question.gold:
        metrics["fact_cited"] = right * cited / len(question.answers)
    if len(question.answers) == 1:
        metrics["exact_match"] = max(exact_match(text, form) for form in question.answers[0])
        metrics["token_f1"] = max(token_f1(text, form) for form in question.answers[0])


def _support(
    question: Question,
    claims: Claims,
    sources: Mapping[int, Source],
    names: Names,
    metrics: dict[str, float],
    faults: list[str],
) -> None:
    def bears(text: str, cited: Sequence[Source]) -> bool:
        return not across(text, cited) and not doubts(text, cited, question, names)

    comparable, supported, wrong, made, bearing = 0, 0, 0, 0, 0
    for text, numbers in claims:
        cited = [sources.get(number, Source()) for number in numbers]
        found = doubts(text, cited, question, names)
        faults += [f"{doubt} (in: {text})" for doubt in found]
        if across(text, cited):
            wrong += bool(found)
            continue
        comparable, made = comparable + 1, made + len(numbers)
        supported += not found
        wrong += any(doubt.startswith(("number", "date", "name")) for doubt in found)
        for place, source in enumerate(cited):
            others = cited[:place] + cited[place + 1 :]
            bearing += not found and (bears(text, [source]) or not bears(text, others))
    metrics["crossing"] = 1 - comparable / len(claims) if claims else 0.0
    metrics["unsupported"] = wrong / len(claims) if claims else 0.0
    if comparable or not claims:
        used = made + len(sources.keys() - {number for _, numbers in claims for number in numbers})
        metrics["citation_recall"] = supported / comparable if claims else 0.0
        metrics["citation_precision"] = bearing / used if used else 0.0


def _source(
    question: Question, citation: Mapping[str, Any], document: Document | None, by_document: bool
) -> Source | None:
    """What a citation shows, or None if its words do not stand at its place."""
    quote, start, end = citation["quote"], citation["start"], citation["end"]
    if document is None or not quote.strip() or start < 0 or document.text[start:end] != quote:
        return None
    there = [place for place in question.gold if place.doc == citation["doc_id"]]
    gold = [p for p in there if p.end is None or _mostly_one(start, end, p.start, p.end)]
    facts = {fact for place in (there if by_document else gold) for fact in place.facts}
    shown = f"{document.title} | {document.site}"
    return Source(quote, shown, document.date, bool(gold), frozenset(facts))


def _mostly_one(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two places share half of the shorter one."""
    shared = min(end, other_end) - max(start, other_start)
    return shared > 0 and 2 * shared >= min(end - start, other_end - other_start)


def _claims(answer: Row, names: Names) -> list[tuple[str, Sequence[int]]]:
    """The claims of an answer with the numbers of their citations, and what stands between them
    where it states something."""
    found: list[tuple[str, Sequence[int]]] = []
    text, done = answer["answer"], 0
    ordered = sorted(answer["claims"], key=lambda claim: claim["start"])
    places = [(c["start"], c["end"], dict.fromkeys(c["citations"])) for c in ordered]
    for start, end, cited in [*places, (len(text), len(text), None)]:
        between = _ITEM.sub("", text[done:start]).strip()
        led = between.endswith(":") and not figures(between)
        if not led and (
            len(tokens(between)) >= _STATEMENT or figures(between) or named(between, names)
        ):
            found.append((between, ()))
        claim = _ITEM.sub("", text[start:end]).strip()
        if cited is not None and claim:
            found.append((claim, tuple(cited)))
        done = max(done, end)
    return found or ([(text, ())] if text.strip() else [])


def _in_language(text: str, lang: str) -> bool:
    """Whether ``text`` is in the language of a question in ``lang``: by the script of most
    letters, then by the words. Digits are in every language, and a bare name in Latin letters in
    all that are written so."""
    expected = lang if lang in ("fr", "en") else "ar"
    if not LETTER.search(text):
        return True
    if is_arabic(text) or expected == "ar":
        return is_arabic(text) and expected == "ar"
    # Without any sign Latin letters are taken as French; one sign of English then decides.
    return detect(text if expected == "fr" else f"{text} with") == expected
