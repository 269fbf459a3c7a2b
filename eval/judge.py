"""An answer against what is expected of it: facts, citations, numbers and names, language.

No model judges. The definitions are coarse, and stated, and the same for every system:

- a *claim* is what the answer gives as one, and any other stretch of it with four content words,
  a number or a known name; not the mark of a list item, nor what leads to the next words by ":"
- citation recall is the share of claims that their sources support (``eval.support``); citation
  precision the share of citations that bear their claim: it is supported, and the citation alone
  supports it or the others alone do not (Gao et al. 2023, ALCE, with this test of support for
  its NLI model); a citation that no claim makes bears none
- a number or a name that no source holds makes a claim count as unsupported
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.data import Dataset, Question
from eval.matching import exact_match, figures, holds, token_f1, tokens
from eval.support import MAY_BE_PARTIAL, Names, Source, doubts, is_arabic, named
from rag.language import detect
from rag.schema import Document

_STATEMENT = 4
_LETTER = re.compile(r"[^\W\d_]")
_ITEM = re.compile(r"^\s*\d{1,2}\s*[.)\-–]\s", re.MULTILINE)

Row = Mapping[str, Any]


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
    metrics: dict[str, float] = {"confidence": float(answer["confidence"])}
    faults: list[str] = []
    if question.answerable:
        metrics["over_refusal"] = float(not given)
        _facts(question, answer["answer"] if given else "", metrics, faults)
    else:
        right = answer["status"] == "partial" and question.type in MAY_BE_PARTIAL
        metrics["hallucination"] = float(given and not right)
    if not given:
        return Verdict(metrics, tuple(faults))
    metrics["answer_words"] = float(len(answer["answer"].split()))
    metrics["language_match"] = float(_in_language(answer["answer"], question.lang))
    _citations(question, answer, dataset, documents, metrics, faults)
    return Verdict(metrics, tuple(faults))


def _facts(question: Question, text: str, metrics: dict[str, float], faults: list[str]) -> None:
    if not question.answers:
        return
    missing = [forms[0] for forms in question.answers if not any(holds(text, f) for f in forms)]
    forbidden = [form for form in question.must_not if holds(text, form)]
    faults += [f"fact missing: {form}" for form in missing] if text else []
    faults += [f"must not be said: {form}" for form in forbidden]
    found = 1 - len(missing) / len(question.answers)
    metrics["fact_recall"] = 0.0 if forbidden else found
    if len(question.answers) == 1:
        metrics["exact_match"] = max(exact_match(text, form) for form in question.answers[0])
        metrics["token_f1"] = max(token_f1(text, form) for form in question.answers[0])


def _citations(
    question: Question,
    answer: Row,
    dataset: Dataset,
    documents: Mapping[str, Document],
    metrics: dict[str, float],
    faults: list[str],
) -> None:
    sources: dict[int, Source] = {}
    exact = []
    for citation in answer["citations"]:
        source = _source(question, citation, documents.get(citation["doc_id"]))
        exact.append(source is not None)
        if source is None:
            faults.append(f"citation {citation['number']} is not at its place: {citation['quote']}")
        sources[citation["number"]] = source or Source()
    metrics["span_exact"] = sum(exact) / len(exact) if exact else 0.0
    if question.answerable and question.gold:
        metrics["gold_cited"] = float(any(source.gold for source in sources.values()))
    claims = _claims(answer, dataset.names)
    supported, wrong, bearing = 0, 0, 0
    for text, numbers in claims:
        cited = [sources.get(number, Source()) for number in numbers]
        found = doubts(text, cited, question, dataset.names)
        supported += not found
        wrong += any(doubt.startswith(("number", "name")) for doubt in found)
        faults += [f"{doubt} (in: {text})" for doubt in found]
        for place, source in enumerate(cited):
            others = cited[:place] + cited[place + 1 :]
            bearing += not found and (
                not doubts(text, [source], question, dataset.names)
                or bool(doubts(text, others, question, dataset.names))
            )
    made = [number for _, numbers in claims for number in numbers]
    used = len(made) + len(sources.keys() - set(made))
    metrics["citation_recall"] = supported / len(claims) if claims else 0.0
    metrics["citation_precision"] = bearing / used if used else 0.0
    metrics["unsupported"] = wrong / len(claims) if claims else 0.0


def _source(question: Question, citation: Row, document: Document | None) -> Source | None:
    """What a citation shows, or None if its words do not stand at its place."""
    quote, start, end = citation["quote"], citation["start"], citation["end"]
    if document is None or not quote.strip() or start < 0 or document.text[start:end] != quote:
        return None
    gold = any(
        place.doc == citation["doc_id"]
        and (place.end is None or _mostly_one(start, end, place.start, place.end))
        for place in question.gold
    )
    return Source(quote, f"{document.title} | {document.site}", document.date, gold)


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
    if not _LETTER.search(text):
        return True
    if is_arabic(text) or expected == "ar":
        return is_arabic(text) and expected == "ar"
    # Without any sign Latin letters are taken as French; one sign of English then decides.
    return detect(text if expected == "fr" else f"{text} with") == expected
