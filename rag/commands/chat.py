"""``rag chat``: one question after the other, each with those before it, kept in the index."""

from __future__ import annotations

import re
import signal
import sqlite3
import sys
from collections.abc import Collection, Iterator
from types import FrameType

from rag import conversations, messages, render
from rag.assistant import Assistant, Draft, Event
from rag.commands import ask
from rag.console import tell, write
from rag.conversations import Turn
from rag.errors import ConversationMissingError
from rag.schema import Answer
from rag.store import Store

_COMMANDS = {
    "/sources": "sources", "/مصادر": "sources",
    "/new": "new", "/nouveau": "new", "/جديد": "new",
    "/delete": "delete", "/effacer": "delete", "/حذف": "delete",
    "/help": "help", "/aide": "help", "/مساعدة": "help",
    "/quit": "quit", "/quitter": "quit", "/خروج": "quit",
}  # fmt: skip
# Keyboards and copied text bring marks of direction along.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def run(settings: ask.Settings, go_on: bool) -> int:
    """Answer questions until the input ends; 1 if any failed. ``go_on``: with the conversation
    that was last added to."""
    conditions = [ask.condition(given) for given in settings.filters]
    with (
        ask.opened(settings, conditions) as (assistant, allow),
        Store.open(settings.folder) as store,
    ):
        chat = _Chat(settings, assistant, allow, store)
        if go_on:
            chat.go_on()
        return chat.loop(_lines(settings.lang))


def _lines(lang: str) -> Iterator[str]:
    """What is typed, with a prompt and an editable line on a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
        yield from sys.stdin
        return
    try:
        import readline  # noqa: F401  input() edits with it
    except ImportError:  # Windows edits without
        pass
    tell(messages.CHAT_WELCOME.say(lang))
    while True:
        try:
            yield input("› ")
        except EOFError:
            write("")
            return


class _Chat:
    """A conversation and what the next question needs of it. ``_id`` is None until a turn of it
    is kept."""

    def __init__(
        self,
        settings: ask.Settings,
        assistant: Assistant,
        allow: Collection[int] | None,
        store: Store,
    ) -> None:
        self._settings = settings
        self._lang = settings.lang
        self._assistant = assistant
        self._allow = allow
        self._store = store
        self._begin()

    def _begin(self) -> None:
        self._id: str | None = None
        self._history: list[tuple[str, str]] = []
        self._last: Answer | Turn | None = None

    def go_on(self) -> None:
        """Take up the conversation that was last added to."""
        known = conversations.listing(self._store)
        if not known:
            tell(messages.CHAT_NOTHING_TO_CONTINUE.say(self._lang))
            return
        self._id = known[0].id
        turns = conversations.turns(self._store, self._id)
        self._history = [
            conversations.said(turn.question, turn.answer, turn.status) for turn in turns
        ]
        self._last = turns[-1]
        tell(messages.chat_continued(known[0].title, len(turns)).say(self._lang))

    def loop(self, lines: Iterator[str]) -> int:
        """Do what each line says until one says to quit; 1 if a question failed."""
        failed = False
        for line in lines:
            typed = _DIRECTION.sub("", line).strip()
            if not typed:
                continue
            if not typed.startswith("/"):
                failed |= not self._answer(line)
            elif (command := _COMMANDS.get(typed.split()[0].casefold())) == "quit":
                break
            else:
                self._obey(command, typed)
        return 1 if failed else 0

    def _obey(self, command: str | None, typed: str) -> None:
        if command == "sources":
            self._show_sources()
        elif command == "new":
            self._begin()
            tell(messages.CHAT_NEW.say(self._lang))
        elif command == "delete":
            self._delete()
        elif command == "help":
            tell(messages.CHAT_HELP.say(self._lang))
        else:
            tell(messages.chat_unknown_command(typed.split()[0]).say(self._lang))

    def _answer(self, line: str) -> bool:
        """Answer a question and keep it; False if that failed."""
        try:
            question = ask.checked(line)
            with _Interruption() as interruption:
                events = self._assistant.ask(
                    question, self._settings.k, self._allow, self._history, stop=interruption.stop
                )
                answer = ask.watched(interruption.heeding(events), self._settings)
        except KeyboardInterrupt:
            tell(messages.CHAT_NOTHING_VERIFIED.say(self._lang))
            return True
        except Exception as error:  # whatever it is, the dialogue goes on
            tell(ask.why(error, self._lang))
            return False
        write(render.text(answer, sys.stdout.isatty(), quotes=False) + "\n")
        self._history.append(conversations.said(question, answer.text, answer.status))
        self._last = answer
        try:
            self._id = conversations.save(self._store, answer, self._id)
        except ConversationMissingError as error:  # erased elsewhere
            return self._not_kept(error.text.say(self._lang))
        except sqlite3.Error as error:
            return self._not_kept(str(error))
        return True

    def _not_kept(self, detail: str) -> bool:
        tell(messages.chat_not_kept(detail).say(self._lang))
        return False

    def _show_sources(self) -> None:
        if self._last is not None and self._last.status == "erased":
            tell(messages.SOURCE_REMOVED.say(self._lang))
        elif self._last is None or not self._last.citations:
            tell(messages.CHAT_NO_SOURCES.say(self._lang))
        else:
            last = self._last
            write(render.sources(last.citations, last.language, sys.stdout.isatty()) + "\n")

    def _delete(self) -> None:
        """Erase the conversation and begin a new one."""
        if self._id is not None:
            try:
                if not conversations.delete(self._store, self._id):
                    tell(messages.still_in_log(self._settings.folder).say(self._lang))
            except (ConversationMissingError, sqlite3.Error) as error:
                tell(ask.why(error, self._lang))
                return
        self._begin()
        tell(messages.CHAT_DELETED.say(self._lang))


class _Interruption:
    """What Ctrl-C does while an answer is made: once a draft is being written it is to stop, and
    what is finished of it to be verified; before that, or pressed again, it is
    ``KeyboardInterrupt``."""

    def __init__(self) -> None:
        self._drafting = False
        self._pressed = False

    def __enter__(self) -> _Interruption:
        self._before = signal.signal(signal.SIGINT, self._hear)
        return self

    def __exit__(self, *exc: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def stop(self) -> bool:
        """Whether the draft is to stop."""
        return self._pressed

    def heeding(self, events: Iterator[Event]) -> Iterator[Event]:
        """``events`` as they are, knowing when a draft is there."""
        for event in events:
            self._drafting = isinstance(event, Draft)
            yield event

    def _hear(self, signum: int, frame: FrameType | None) -> None:
        if self._pressed or not self._drafting:
            raise KeyboardInterrupt
        self._pressed = True
