"""Streaming without a flood: a page that gets every word at once is slower, not faster."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator

from rag.assistant import Draft, Event
from rag.shared_index import Waiting

GAP = 0.04
"""Seconds between two updates of a draft: 25 a second."""


def paced(
    events: Iterator[Event | Waiting], gap: float = GAP, clock: Callable[[], float] = time.monotonic
) -> Iterator[Event | Waiting]:
    """``events`` with drafts at least ``gap`` seconds apart: what comes sooner is joined to the
    next one. What was kept back when the answer comes is left out, as the answer replaces it."""
    held, shown_at = "", -math.inf
    for event in events:
        if not isinstance(event, Draft):
            yield event
            continue
        held += event.text
        now = clock()
        if now - shown_at >= gap:
            yield Draft(held)
            held, shown_at = "", now
