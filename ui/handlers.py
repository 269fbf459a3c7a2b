"""What the page asks of the server. Each handler checks what it was given, finds it for this
visitor alone, and says which parts of the page change.

A handler takes a ``View`` and what its event brought, and returns or yields ``Changes``: names of
``ui.app``'s parts with their new values. Nothing that comes from a page says whose page it is.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import gradio as gr

from rag import conversations, feedback
from rag.arabic import fold
from rag.assistant import Draft, Retrieved, Writing
from rag.commands.ask import checked
from rag.conversations import Conversation, Turn
from rag.errors import ConversationMissingError, IndexMissingError, IsnadError, UsageError
from rag.schema import Answer, Citation, Document, Hit
from rag.shared_index import SharedIndex, Waiting
from rag.store import DocumentRow, Store
from ui import export, panels, render, strings, uploads
from ui.given import one_of, whole, word, yes
from ui.markup import Markup
from ui.pace import paced
from ui.panels import Upload
from ui.render import Exchange

Changes = dict[str, object]
_MOST_TITLE = 200
_MOST_NOTE = 1000
_FORMATS = ("md", "html")
_ANSWERED = ("answered", "partial")


@dataclass(frozen=True, slots=True)
class View:
    """What one page shows. ``owner``: whose page it is; ``session``: which of his pages.
    ``last``: the newest answer and the number of its turn, 0 where it could not be kept."""

    lang: strings.Lang
    owner: str
    session: str
    conversation: str | None = None
    chosen: frozenset[str] = frozenset()
    last: tuple[int, Answer] | None = None


@dataclass(slots=True)
class _Run:
    """An answer that is being made. ``left``: its page shows another conversation by now."""

    stop: threading.Event = field(default_factory=threading.Event)
    left: bool = False


class Page:
    """The handlers over one index; ``answering`` is all they share."""

    def __init__(self, index: SharedIndex) -> None:
        self._index = index
        self._answering: dict[tuple[str, str], _Run] = {}

    # the whole page

    def load(self, view: View, lang: object) -> Changes:
        """The page as it opens, or in another language."""
        if isinstance(lang, str) and lang in strings.LANGUAGES:
            view = replace(view, lang=lang)
        return self._all(view)

    def language(self, view: View, given: object) -> Changes:
        """The page in another language."""
        return self.load(view, one_of(given, "lang", tuple(strings.LANGUAGES)))

    def _all(self, view: View) -> Changes:
        lang = view.lang
        shown: Changes = {} if self._running(view) else self._talk(view)
        return shown | self._documents(view) | {
            "lang": lang,
            "header": panels.header(lang),
            "asker": panels.asker(lang),
            "conversations": self._conversations(view),
            "sources": self._sources(view, view.last),
            "question": gr.update(
                label=strings.QUESTION.say(lang), placeholder=strings.PLACEHOLDER.say(lang)
            ),
            "find": gr.update(label=strings.FIND.say(lang), placeholder=strings.FIND.say(lang)),
            "send": gr.update(value=strings.ASK.say(lang)),
            "stop": gr.update(value=strings.STOP.say(lang)),
            "add": gr.update(label=strings.ADD.say(lang)),
            "add_hint": strings.ADD_HINT.say(lang),
            "notice": "",
        }  # fmt: skip

    def _talk(self, view: View) -> Changes:
        """The conversation: what was kept, then the newest answer with all that is known of it."""
        turns = self._turns(view)
        if view.last is None:
            shown = [_kept(turn, view.lang) for turn in turns]
            empty = panels.welcome(self._count(), view.lang) if not turns else ""
            return {"thread": render.thread(shown, view.lang), "current": empty}
        seq, answer = view.last
        shown = [_kept(turn, view.lang) for turn in turns if turn.seq != seq]
        current = render.exchange(_fresh(answer, seq, view.lang), view.lang)
        return {"thread": render.thread(shown, view.lang), "current": current}

    # questions

    def ask(self, view: View, text: object) -> Iterator[Changes]:
        """Answer a question: passages, draft, answer."""
        if not isinstance(text, str):
            raise UsageError(strings.BAD_REQUEST)
        yield from self._answer(view, checked(text), self._turns(view))

    def again(self, view: View, given: object) -> Iterator[Changes]:
        """Answer a question of the conversation once more, with what was asked before it."""
        seq, turns = whole(given, "turn"), self._turns(view)
        if view.last and view.last[0] == seq:
            question = view.last[1].question
        else:
            question = _turn(turns, seq).question
        yield from self._answer(view, question, turns, before=seq)

    def stop(self, view: View, given: object) -> Changes:
        """Stop writing; what was written is verified all the same."""
        if run := self._running(view):
            run.stop.set()
        return {}

    def _answer(
        self, view: View, question: str, turns: Sequence[Turn], before: int = 0
    ) -> Iterator[Changes]:
        with self._run(view) as run:
            lang = view.lang
            yield {
                "question": "",
                "notice": "",
                "thread": render.thread([_kept(turn, lang) for turn in turns], lang),
                "current": render.asking(
                    question, lang, render.progress(strings.SEARCHING.say(lang))
                ),
                "send": gr.update(visible=False),
                "stop": gr.update(visible=True),
            }
            earlier = [turn for turn in turns if not before or turn.seq < before]
            answer = None
            try:
                for changes, answer in self._made(view, run, question, _history(earlier)):
                    if not run.left:
                        yield changes
            except Exception:
                if not run.left:
                    yield _IDLE | {"current": "", "question": question}
                raise
            assert answer is not None
            yield from self._finished(view, run, answer)

    def _made(
        self, view: View, run: _Run, question: str, history: Sequence[tuple[str, str]]
    ) -> Iterator[tuple[Changes, Answer | None]]:
        """What is seen of an answer in the making, and at last the answer."""
        found: tuple[Hit, ...] = ()
        draft = ""
        events = self._index.ask(question, view.chosen or None, history, stop=run.stop.is_set)
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

    def _finished(self, view: View, run: _Run, answer: Answer) -> Iterator[Changes]:
        view, seq, problem = self._save(view, answer)
        if run.left:
            return
        shown = _fresh(answer, seq, view.lang)
        yield _IDLE | {
            "conversation": view.conversation,
            "last": (seq, answer),
            "current": render.exchange(shown, view.lang, problem),
            "sources": self._sources(view, (seq, answer)),
            "conversations": self._conversations(view),
        }

    def _save(self, view: View, answer: Answer) -> tuple[View, int, str]:
        """The view with the conversation it is kept in, the number of its turn, and why it was
        not kept."""
        try:
            with self._index.store() as store:
                kept = conversations.save(store, answer, view.conversation, owner=view.owner)
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
    def _run(self, view: View) -> Iterator[_Run]:
        key = (view.owner, view.session)
        if key in self._answering:
            raise UsageError(strings.BUSY)
        run = self._answering[key] = _Run()
        try:
            yield run
        finally:
            if self._answering.get(key) is run:
                del self._answering[key]

    def _running(self, view: View) -> _Run | None:
        return self._answering.get((view.owner, view.session))

    def leave(self, view: View) -> None:
        """The page shows something else, or is gone: what is being written is no longer awaited."""
        if run := self._answering.pop((view.owner, view.session), None):
            run.left = True
            run.stop.set()

    # evidence

    def cite(self, view: View, given: object) -> Changes:
        """The sources of a turn, at one citation."""
        seq, number = whole(given, "turn"), whole(given, "number")
        if view.last and view.last[0] == seq:
            return {"sources": self._sources(view, view.last, number)}
        turn = _turn(self._turns(view), seq)
        return {"sources": self._panel(view, seq, turn.citations, (), number)}

    def read(self, view: View, given: object) -> Changes:
        """A whole document, opened at a place."""
        document = self._index.document(word(given, "doc"))
        start, end = whole(given, "start"), whole(given, "end")
        if document is None:
            return {"notice": panels.notice(strings.SOURCE_GONE.say(view.lang), problem=True)}
        return {"reader": panels.reader(document, start, max(start, end), view.lang)}

    def nearest(self, view: View, given: object) -> Changes:
        """What is nearest to a question that was refused."""
        turn = _turn(self._turns(view), whole(given, "turn"))
        hits = self._index.search(turn.question, view.chosen or None)
        return {"sources": self._panel(view, 0, (), tuple(hits), opened=True)}

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

    # conversations

    def new(self, view: View, given: object) -> Changes:
        """An empty conversation."""
        self.leave(view)
        return self._shown(replace(view, conversation=None, last=None))

    def open(self, view: View, given: object) -> Changes:
        """A conversation that was kept."""
        conversation = word(given, "id")
        with self._index.store() as store:
            conversations.turns(store, conversation, owner=view.owner)  # it is this visitor's
        self.leave(view)
        return self._shown(replace(view, conversation=conversation, last=None))

    def _shown(self, view: View) -> Changes:
        return self._talk(view) | _IDLE | {
            "conversation": view.conversation,
            "last": None,
            "sources": self._sources(view, None),
            "conversations": self._conversations(view),
            "notice": "",
        }  # fmt: skip

    def rename(self, view: View, given: object) -> Changes:
        """Give a conversation another name."""
        title = " ".join(word(given, "text", _MOST_TITLE).split())
        if title:
            with self._index.store() as store:
                conversations.rename(store, word(given, "id"), title, owner=view.owner)
        return {"conversations": self._conversations(view)}

    def delete(self, view: View, given: object) -> Changes:
        """Erase a conversation."""
        conversation = word(given, "id")
        with self._index.store() as store:
            erased = conversations.delete(store, conversation, owner=view.owner)
        said = strings.DELETED if erased else strings.STILL_IN_FILES
        told: Changes = {"notice": panels.notice(said.say(view.lang))}
        if conversation == view.conversation:
            return self.new(view, given) | told
        return {"conversations": self._conversations(view)} | told

    def export(self, view: View, given: object) -> Changes:
        """A conversation as a file to keep."""
        conversation, form = word(given, "id"), one_of(given, "format", _FORMATS)
        with self._index.store() as store:
            turns = conversations.turns(store, conversation, owner=view.owner)
            listed = conversations.listing(store, owner=view.owner)
        title = next((one.title for one in listed if one.id == conversation), "")
        written = (export.markdown if form == "md" else export.html)(title, turns, view.lang)
        name = uploads.clean_name(f"{title or 'isnad'}.{form}")
        return {"download": {"name": name, "text": written, "format": form}}

    def judge(self, view: View, given: object) -> Changes:
        """Keep what the visitor thinks of an answer."""
        good, seq = yes(given, "good"), whole(given, "turn")
        reason = note = ""
        if not good:
            reason = one_of(given, "reason", ("", *strings.BAD_REASONS))
            note = word(given, "note", _MOST_NOTE)
        turn = _turn(self._turns(view), seq)
        with self._index.store() as store:
            feedback.keep(store, turn.seq, view.owner, good, reason, note)
        return {"notice": panels.notice(strings.THANKS.say(view.lang))}

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
        try:
            with self._index.store() as store:
                listed = conversations.listing(store, owner=view.owner)
        except IndexMissingError:
            pass
        return panels.conversations(listed, view.conversation, view.lang)

    # documents

    def add(self, view: View, files: object) -> Iterator[Changes]:
        """Take files into the index, one after the other."""
        given = [Path(file) for file in files] if isinstance(files, list) else []
        if len(given) > uploads.MOST_FILES:
            uploads.accept(given, self._index.folder)  # says so
        shown = [Upload(uploads.clean_name(file.name)) for file in given]
        taken: list[tuple[int, Path]] = []
        for place, file in enumerate(given):
            try:
                (copy,) = uploads.accept([file], self._index.folder)
            except IsnadError as error:
                shown[place] = replace(shown[place], problem=error.text.say(view.lang))
            else:
                taken.append((place, copy))
        for step, (place, _) in enumerate(taken):
            shown[place] = replace(shown[place], reading=step == 0)
        yield {"uploads": panels.uploads(shown, view.lang), "notice": ""}
        try:
            yield from self._indexed(view, shown, taken)
        except IsnadError as error:
            why = error.text.say(view.lang)
            for place, _ in taken:
                if shown[place].documents is None:
                    shown[place] = replace(shown[place], problem=why)
        yield {"uploads": panels.uploads(shown, view.lang)} | self._after_change(view)

    def _indexed(
        self, view: View, shown: list[Upload], taken: Sequence[tuple[int, Path]]
    ) -> Iterator[Changes]:
        paths = [copy for _, copy in taken]
        done = self._index.add(paths, [path.name for path in paths]) if paths else iter(())
        for (place, copy), file in zip(taken, done, strict=False):
            problem = file.problem.say(view.lang) if file.problem else ""
            shown[place] = replace(
                shown[place], reading=False, documents=file.documents, problem=problem
            )
            if problem and not file.documents:
                uploads.discard([copy], self._index.folder)
            following = next((p for p, _ in taken if shown[p].documents is None), None)
            if following is not None:
                shown[following] = replace(shown[following], reading=True)
            yield {"uploads": panels.uploads(shown, view.lang)}

    def remove(self, view: View, given: object) -> Changes:
        """Take a document out of the index, with the file that was uploaded for it."""
        doc_id = word(given, "doc")
        rows = self._index.documents()
        row = next((row for row in rows if row.id == doc_id), None)
        if row is None:
            return self._documents(view) | {
                "notice": panels.notice(strings.SOURCE_GONE.say(view.lang), problem=True)
            }
        erased = self._index.remove([doc_id])
        if not any(other.origin == row.origin for other in rows if other.id != doc_id):
            uploads.discard([row.origin], self._index.folder)
        said = strings.REMOVED if erased else strings.STILL_IN_FILES
        view = replace(view, chosen=view.chosen - {doc_id}, last=None)
        return self._after_change(view) | self._talk(view) | {
            "chosen": view.chosen,
            "last": None,
            "sources": self._sources(view, None),
            "notice": panels.notice(said.say(view.lang)),
        }  # fmt: skip

    def choose(self, view: View, given: object) -> Changes:
        """Limit the questions to a document, or no longer."""
        doc_id, wanted = word(given, "doc"), yes(given, "checked")
        if wanted and not any(row.id == doc_id for row in self._index.documents()):
            raise UsageError(strings.SOURCE_GONE)
        chosen = view.chosen | {doc_id} if wanted else view.chosen - {doc_id}
        return {"chosen": chosen, "scope": panels.scope(len(chosen), view.lang)}

    def all(self, view: View, given: object) -> Changes:
        """Look at all documents again."""
        view = replace(view, chosen=frozenset())
        return {"chosen": view.chosen} | self._documents(view)

    def find(self, view: View, words: object) -> Changes:
        """The documents whose title or name has these words."""
        if not isinstance(words, str) or len(words) > _MOST_TITLE:
            raise UsageError(strings.BAD_REQUEST)
        return self._documents(view, words)

    def _documents(self, view: View, words: str = "") -> Changes:
        rows = self._index.documents()
        found = list(_matching(rows, words))
        return {
            "documents": panels.documents(found, len(rows), view.chosen, view.lang),
            "documents_heading": panels.documents_heading(len(rows), view.lang),
            "scope": panels.scope(len(view.chosen), view.lang),
        }

    def _after_change(self, view: View) -> Changes:
        changed = self._documents(view) | {"find": gr.update(value="")}
        if view.conversation is None and view.last is None and not self._running(view):
            changed["current"] = panels.welcome(self._count(), view.lang)
        return changed

    def _count(self) -> int:
        return len(self._index.documents())


_IDLE: Changes = {"send": gr.update(visible=True), "stop": gr.update(visible=False)}


def failed(error: Exception, lang: str) -> Changes:
    """What the page says of a failure; never where in the program it was."""
    known = isinstance(error, IsnadError)
    words = error.text.say(lang) if known else strings.UNEXPECTED.say(lang)
    return {"notice": panels.notice(words, problem=True)}


def _state(
    event: object, draft: str, found: Sequence[Hit], lang: str
) -> Iterator[Markup]:
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


def _fresh(answer: Answer, seq: int, lang: str) -> Exchange:
    return render.of_answer(answer, seq, export.references(answer, lang))


def _kept(turn: Turn, lang: str) -> Exchange:
    return render.of_turn(turn, export.references(turn, lang))


def _history(turns: Iterable[Turn]) -> list[tuple[str, str]]:
    """Turns as a follow-up leans on them: what was refused says nothing."""
    return [
        (turn.question, turn.answer if turn.status in _ANSWERED else "") for turn in turns
    ]


def _turn(turns: Sequence[Turn], seq: int) -> Turn:
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
