"""Which passages are of the time that a question asks about.

The same event is told every year with new figures, and a ranking by words takes one year's page
for another's. Passages that name a year or edition of the question come forward; for "the latest"
the younger ones do; and where a question says nothing of time, the youngest of those pages that
tell of the same event.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from rag.arabic import stems
from rag.asked_time import Asked
from rag.schema import Passage

# On the scale of fused scores. Chosen on the dev half of the own question set (eval/LOG.md).
_NAMED = 0.2
_NEWEST = 0.2
_NEWEST_OF_EVENT = 0.1
_SAME_EVENT = 0.4


def gains(
    asked: Asked, naming: Collection[int], passages: Mapping[int, Passage]
) -> dict[int, float]:
    """What passages gain, by number, on the scale of fused scores.

    ``naming``: those that name a time or edition of the question. ``passages``: the best ones,
    best first; the youngest of them gains all there is for being young, the oldest nothing, the
    others by their order.
    """
    if asked.marks:
        return dict.fromkeys(naming, _NAMED)
    if asked.newest:
        return _by_age(passages, _NEWEST)
    event = same_event(passages.values())
    return _by_age({seq: p for seq, p in passages.items() if p in event}, _NEWEST_OF_EVENT)


def _by_age(passages: Mapping[int, Passage], most: float) -> dict[int, float]:
    dates = sorted({p.date for p in passages.values()} - {""})
    if len(dates) < 2:
        return {}
    share = {day: place / (len(dates) - 1) for place, day in enumerate(dates)}
    return {seq: most * share.get(p.date, 0.0) for seq, p in passages.items()}


def same_event(passages: Iterable[Passage]) -> list[Passage]:
    """Those of ``passages``, best first, that tell of the event of the first: their titles share
    two words in five, two at least."""
    found = list(passages)
    words = set(stems(found[0].title)) if found else set()
    titles = [set(stems(passage.title)) for passage in found]
    return [
        passage
        for passage, others in zip(found, titles, strict=True)
        if len(words & others) >= max(2, _SAME_EVENT * max(len(words), len(others)))
    ]
