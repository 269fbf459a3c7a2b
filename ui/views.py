"""What a page shows of an index, as HTML: read for one visitor, and changing nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import gradio as gr

from rag import conversations, feedback
from rag.arabic import fold
from rag.conversations import Conversation, Turn
from rag.errors import ConversationMissingError, IndexMissingError, IsnadError, UsageError
from rag.schema import Answer, Citation, Document, Hit
from rag.shared_index import SharedIndex
from rag.tables import DocumentRow
from ui import export, lists, panels, render, strings
from ui.markup import Markup
from ui.render import Exchange

Changes = dict[str, object]
"""Names of the page's parts (see ``ui.app``) with their new values."""


@dataclass(frozen=True, slots=True)
class View:
    """What one page shows. ``owner``: whose page it is; ``session``: which of his pages.
    ``chosen``: the documents that questions are limited to; one set for all events of the page, and
    changed in place, as two may come at once. ``last``: the newest answer and the number of its
    turn, 0 where it could not be kept."""

    lang: str
    owner: str
    session: str
    conversation: str | None = None
    chosen: set[str] = field(default_factory=set)
    last: tuple[int, Answer] | None = None


@dataclass(slots=True)
class Run:
    """An answer that is being made. ``replaces``: the number of the turn it takes the place of, 0
    for none. ``left``: its page shows another conversation by now."""

    replaces: int = 0
    stop: threading.Event = field(default_factory=threading.Event)
    left: bool = False


IDLE: Changes = {"send": gr.update(visible=True), "stop": gr.update(visible=False)}
"""The buttons of a page that writes no answer."""


class Views:
    """The parts of a page over one index. ``View.owner`` decides what of it is seen."""

    def __init__(self, index: SharedIndex) -> None:
        self._index = index
        self._answering: dict[tuple[str, str], Run] = {}
        self._going: set[str] = set()  # documents that are being removed

    def _talk(self, view: View) -> Changes:
        """The conversation: what was kept, then the newest answer with all that is known of it."""
        turns = self._turns(view)
        if view.last is None:
            shown = [kept(turn, view.lang) for turn in turns]
            empty = panels.welcome(self._count(), view.lang) if not turns else ""
            return {"thread": render.thread(shown, view.lang, ended=True), "current": empty}
        seq, answer = view.last
        shown = [kept(turn, view.lang) for turn in turns if turn.seq != seq]
        current = render.exchange(fresh(answer, seq, view.lang), view.lang, newest=True)
        return {"thread": render.thread(shown, view.lang), "current": current}

    def _running(self, view: View) -> Run | None:
        return self._answering.get((view.owner, view.session))

    def _turns(self, view: View) -> list[Turn]:
        """The turns of the open conversation; none if it was erased elsewhere."""
        if view.conversation is None:
            return []
        try:
            with self._index.store() as store:
                return conversations.turns(store, view.conversation, owner=view.owner)
        except (ConversationMissingError, IndexMissingError):
            return []

    def _conversations(self, view: View) -> Markup:
        listed: list[Conversation] = []
        opinions = 0
        try:
            with self._index.store() as store:
                listed = conversations.listing(store, owner=view.owner)
                opinions = feedback.count(store, view.owner)
        except IndexMissingError:
            pass
        return lists.conversations(listed, view.conversation, opinions, view.lang)

    def _sources(
        self, view: View, last: tuple[int, Answer] | None, number: int | None = None
    ) -> Markup:
        if last is None:
            return self._panel(view, 0, (), ())
        seq, answer = last
        return self._panel(view, seq, answer.citations, answer.hits, number)

    def _panel(
        self,
        view: View,
        seq: int,
        citations: Sequence[Citation],
        hits: Sequence[Hit],
        number: int | None = None,
        opened: bool = False,
    ) -> Markup:
        found: dict[str, Document] = {}
        for doc_id in {one.passage.doc_id for one in citations}:
            if document := self._index.document(doc_id):
                found[doc_id] = document
        return panels.sources(seq, citations, hits, found, view.lang, number, opened)

    def _documents(self, view: View, words: str = "") -> Changes:
        rows = self._index.documents()
        found = list(_matching(rows, words))
        return {
            "documents": lists.documents(found, len(rows), view.chosen, self._going, view.lang),
            "documents_heading": lists.documents_heading(len(rows), view.lang),
            "scope": lists.scope(len(view.chosen), view.lang),
        }

    def _count(self) -> int:
        return len(self._index.documents())


def failed(error: Exception, lang: str) -> Changes:
    """What the page says of a failure; never where in the program it was."""
    said = error.text if isinstance(error, IsnadError) else strings.UNEXPECTED
    return {"notice": panels.notice(said.say(lang), problem=True)}


def fresh(answer: Answer, seq: int, lang: str) -> Exchange:
    """An answer that was just made, as it is shown."""
    return render.of_answer(answer, seq, export.references(answer, lang))


def kept(turn: Turn, lang: str) -> Exchange:
    """A turn that was kept, as it is shown."""
    return render.of_turn(turn, export.references(turn, lang))


def turn_of(turns: Sequence[Turn], seq: int) -> Turn:
    """The turn of this number.

    Raises:
        UsageError: there is none.
    """
    found = next((turn for turn in turns if turn.seq == seq), None)
    if found is None:
        raise UsageError(strings.BAD_REQUEST)
    return found


def _matching(rows: Sequence[DocumentRow], words: str) -> Iterator[DocumentRow]:
    wanted = fold(words).split()
    for row in rows:
        held = fold(f"{row.title} {Path(row.source).name}")
        if all(word in held for word in wanted):
            yield row
