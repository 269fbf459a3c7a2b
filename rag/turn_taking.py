"""One at a time, in the order of coming: who shares a language model waits here for it."""

from __future__ import annotations

import threading
from collections import deque


class Line:
    """People in a line; the first one has the turn. Safe from several threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._people: deque[object] = deque()

    def join(self) -> object:
        """Stand at the end; what is returned stands for this place."""
        place = object()
        with self._changed:
            self._people.append(place)
        return place

    def leave(self, place: object) -> None:
        """Give up a place, the turn too; a second time does nothing."""
        with self._changed:
            if place in self._people:
                self._people.remove(place)
                self._changed.notify_all()

    def ahead(self, place: object, timeout: float = 0.0) -> int:
        """How many stand before ``place``: 0 when it has the turn. Waits up to ``timeout`` seconds
        for that to change."""
        with self._changed:
            before = self._people.index(place)
            if before:
                self._changed.wait_for(lambda: self._people.index(place) < before, timeout)
            return self._people.index(place)

    def __len__(self) -> int:
        """How many stand in it, the one whose turn it is included."""
        with self._changed:
            return len(self._people)
