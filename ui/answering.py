"""Questions of a page: passages, a draft, an answer that is kept; one at a time for each page."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace

import gradio as gr

from rag import conversations
from rag.assistant import Draft, Retrieved, Writing
from rag.commands.ask import checked
from rag.conversations import Turn
from rag.errors import IndexMissingError, IsnadError, UsageError
from rag.schema import Answer, Hit
from rag.shared_index import Waiting
from ui import given, panels, render, strings
from ui.markup import Markup
from ui.pace import paced
from ui.views import IDLE, Changes, Run, View, Views, fresh, kept


class Answering(Views):
    """The handlers of questions."""

    def ask(self, view: View, text: object) -> Iterator[Changes]:
        """Answer a question: passages, draft, answer."""
        yield from self._answer(
            view, checked(given.text(text, given.MOST_TYPED)), self._turns(view)
        )

    def again(self, view: View, sent: object) -> Iterator[Changes]:
        """Answer the newest question of the conversation once more, in place of its answer."""
        seq, turns = given.whole(sent, "turn"), self._turns(view)
        if view.last:
            newest, question = view.last[0], view.last[1].question
        elif turns:
            newest, question = turns[-1].seq, turns[-1].question
        else:
            newest, question = -1, ""
        if seq != newest:
            raise UsageError(strings.BAD_REQUEST)
        earlier = [turn for turn in turns if not seq or turn.seq < seq]
        yield from self._answer(view, question, earlier, replaces=seq)

    def stop(self, view: View, sent: object) -> Changes:
        """Stop writing; what was written is verified all the same."""
        if run := self._running(view):
            run.stop.set()
        return {}

    def leave(self, view: View) -> None:
        """The page shows something else, or is gone: what is being written is no longer awaited."""
        if run := self._answering.pop((view.owner, view.session), None):
            run.left = True
            run.stop.set()

    def _answer(
        self, view: View, question: str, earlier: Sequence[Turn], replaces: int | None = None
    ) -> Iterator[Changes]:
        with self._run(view, replaces or 0) as run:
            lang = view.lang
            yield {
                "question": "",
                "notice": "",
                "thread": render.thread([kept(turn, lang) for turn in earlier], lang),
                "current": render.asking(
                    question, lang, render.progress(strings.SEARCHING.say(lang))
                ),
                "send": gr.update(visible=False),
                "stop": gr.update(visible=True),
            }
            answer = None
            try:
                for changes, made in self._made(view, run, question, _history(earlier)):
                    answer = made
                    if changes and not run.left:
                        yield changes
            except Exception:
                if not run.left:
                    typed = question if replaces is None else ""
                    yield IDLE | self._talk(view) | {"question": typed}
                raise
            assert answer is not None
            yield from self._finished(view, run, answer)

    def _made(
        self, view: View, run: Run, question: str, history: Sequence[tuple[str, str]]
    ) -> Iterator[tuple[Changes, Answer | None]]:
        """What is seen of an answer in the making, and at last the answer."""
        found: tuple[Hit, ...] = ()
        draft = ""
        events = self._index.ask(
            question, frozenset(view.chosen) or None, history, stop=run.stop.is_set
        )
        with closing(events):
            for event in paced(events):
                if isinstance(event, Answer):
                    yield {}, event
                    return
                changes: Changes = {}
                if isinstance(event, Retrieved):
                    found = event.hits
                    changes["sources"] = panels.sources(0, (), found, {}, view.lang)
                if isinstance(event, Draft):
                    draft += event.text
                state = _state(event, draft, found, view.lang)
                changes["current"] = render.asking(question, view.lang, *state)
                yield changes, None

    def _finished(self, view: View, run: Run, answer: Answer) -> Iterator[Changes]:
        if run.left and run.replaces:
            return  # broken off, and there is a whole one
        view, seq, problem = self._save(view, answer, run.replaces)
        if run.left:
            return
        shown = fresh(answer, seq, view.lang)
        yield IDLE | {
            "conversation": view.conversation,
            "last": (seq, answer),
            "current": render.exchange(shown, view.lang, problem, newest=True),
            "sources": self._sources(view, (seq, answer)),
            "conversations": self._conversations(view),
            "notice": "",
        }

    def _save(self, view: View, answer: Answer, replaces: int) -> tuple[View, int, str]:
        """The view with the conversation it is kept in, the number of its turn, and why it was
        not kept."""
        try:
            with self._index.store() as store:
                kept = conversations.save(
                    store, answer, view.conversation, owner=view.owner, replaces=replaces or None
                )
                view = replace(view, conversation=kept)
                return view, conversations.turns(store, kept, owner=view.owner)[-1].seq, ""
        except IndexMissingError:  # nothing was found, so nothing is lost
            return view, 0, ""
        except IsnadError as error:
            why = error.text.say(view.lang)
        except sqlite3.Error as error:
            why = str(error)
        return view, 0, f"{strings.NOT_KEPT.say(view.lang)}: {why}"

    @contextmanager
    def _run(self, view: View, replaces: int) -> Iterator[Run]:
        key = (view.owner, view.session)
        if key in self._answering:
            raise UsageError(strings.BUSY)
        run = self._answering[key] = Run(replaces)
        try:
            yield run
        finally:
            if self._answering.get(key) is run:
                del self._answering[key]


def _state(event: object, draft: str, found: Sequence[Hit], lang: str) -> Iterator[Markup]:
    """What is seen of an answer in the making."""
    if isinstance(event, Waiting):
        yield render.progress(strings.waiting(event.ahead).say(lang), event.ahead)
    elif isinstance(event, Writing):
        yield render.progress(strings.WRITING.say(lang))
    elif not draft:
        yield render.progress(strings.READING.say(lang))
    if draft:
        yield render.draft(draft, lang)
    else:
        yield render.found(found, lang)


def _history(turns: Iterable[Turn]) -> list[tuple[str, str]]:
    return [conversations.said(turn.question, turn.answer, turn.status) for turn in turns]
