"""A question as it is read after those before it, with its passages and its sentences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from rag import gate
from rag.cite import Statement
from rag.evidence import READ_HITS, Evidence, gather
from rag.followup import DEPTH, merged, standalone
from rag.parts import by_year, parts
from rag.question import Question, understand
from rag.search import Found, HybridSearcher

_LEAST_SURE = gate.THRESHOLD / 2  # a part without its topic finds something at 0.1
_MOST_PARTS = 3  # as many sentences as an answer of the sources' words has
History = Sequence[tuple[str, str]]


def look_up(
    searcher: HybridSearcher,
    text: str,
    k: int,
    allow: Collection[int] | None = None,
    history: History = (),
) -> tuple[Question, Found]:
    """A question as it is read after ``history``, with its hits and its vector. What is told
    before it («أعد مقالا عن السدود.») counts as said before."""
    asked = parts(text)
    if asked.told:
        text, history = " ".join(asked.questions), [*history, (asked.told, "")]
    searches = standalone(text, history)
    question = replace(understand(searches.reading), joined=searches.joined or "")
    if searches.joined is None:
        return question, searcher.find(question, k, allow)
    if searches.depends:
        # Found by all that was said, chosen by what is asked now: what the earlier questions are
        # near to is their answers.
        hits = searcher.find(understand(searches.joined), k, allow).hits
        return question, Found(hits, searcher.encoder.encode_queries([text])[0])
    deep = max(k, DEPTH)
    alone = searcher.find(understand(searches.alone), deep, allow)
    joined = searcher.find(understand(searches.joined), deep, allow)
    read = joined if searches.reading == searches.joined else alone
    return question, Found(merged(alone.hits, joined.hits, k), read.vector)


@dataclass(frozen=True, slots=True)
class Part:
    """One of several questions asked at once: the sentence that bears most on it, and how probably
    it is answered, 0 to 1."""

    best: Evidence
    confidence: float


def look_up_parts(
    searcher: HybridSearcher,
    text: str,
    allow: Collection[int] | None = None,
    history: History = (),
) -> list[Part]:
    """Each question of ``text`` looked up after those before it, or a single one of each year that
    it names; [] where it asks one thing, more than three, or nothing is found for one of them."""
    asked = parts(text)
    before = [*history, (asked.told, "")] if asked.told else [*history]
    found = []
    for one in _questions(asked.questions):
        question, passages = look_up(searcher, one, READ_HITS, allow, before)
        evidence = gather(question, passages.vector, passages.hits, searcher)
        if not evidence:
            return []
        found.append(Part(evidence[0], gate.confidence(question, evidence)))
        before.append((one, ""))
    return found


def _questions(asked: Sequence[str]) -> Sequence[str]:
    questions = asked if len(asked) > 1 else by_year(asked[0], _MOST_PARTS)
    return questions if len(questions) <= _MOST_PARTS else ()


def with_best(each: Sequence[Part], evidence: Sequence[Evidence]) -> list[Evidence]:
    """``evidence``, best first, with the best sentence for each part in front, as likely as the
    likeliest, unless the part alone finds nothing («وبكم المزورة؟» leans on the one before)."""
    if not each or not evidence:
        return list(evidence)
    sure = [part.best for part in each if part.confidence >= _LEAST_SURE]
    first = {_place(best): replace(best, share=evidence[0].share) for best in sure}
    return [*first.values(), *(item for item in evidence if _place(item) not in first)]


def each_is_used(each: Sequence[Part], written: Sequence[Statement]) -> bool:
    """Whether statements rest on the best sentence for each part that finds one."""
    used = {_place(source) for _, sources in written for source in sources}
    return all(_place(part.best) in used for part in each if part.confidence >= _LEAST_SURE)


def _place(item: Evidence) -> tuple[str, int]:
    return item.passage.doc_id, item.start
