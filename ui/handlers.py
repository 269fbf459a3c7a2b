"""What a page asks of the server. Each handler checks what it was given, finds it for this
visitor alone, and says which parts of the page change.

A handler takes a ``View`` and what its event brought, and returns or yields ``Changes``. Nothing
that comes from a page says whose page it is.
"""

from __future__ import annotations

from dataclasses import replace

import gradio as gr

from rag import conversations, feedback
from rag.render import line
from ui import export, panels, strings, uploads
from ui.answering import Answering
from ui.given import one_of, whole, word, yes
from ui.shelf import Shelf
from ui.views import IDLE, Changes, View, turn_of

_MOST_TITLE = 200
_MOST_NOTE = 1000
_FORMATS = ("md", "html")


class Page(Answering, Shelf):
    """All handlers over one index."""

    # the whole page

    def load(self, view: View, lang: object) -> Changes:
        """The page as it opens, or in another language."""
        if isinstance(lang, str) and lang in strings.LANGUAGES:
            view = replace(view, lang=lang)
        return self._all(view)

    def language(self, view: View, given: object) -> Changes:
        """The page in another language; what is said of files that were given is not kept in it."""
        other = one_of(given, "lang", tuple(strings.LANGUAGES))
        return self.load(view, other) | {"uploads": ""}

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
            "find": gr.update(
                label=strings.FIND.say(lang), placeholder=strings.FIND.say(lang), value=""
            ),
            "send": gr.update(value=strings.ASK.say(lang)),
            "stop": gr.update(value=strings.STOP.say(lang)),
            "add": gr.update(label=strings.ADD.say(lang)),
            "add_hint": strings.ADD_HINT.say(lang),
            "notice": "",
        }  # fmt: skip

    # evidence

    def cite(self, view: View, given: object) -> Changes:
        """The sources of a turn, at one citation."""
        seq, number = whole(given, "turn"), whole(given, "number")
        if view.last and view.last[0] == seq:
            return {"sources": self._sources(view, view.last, number)}
        turn = turn_of(self._turns(view), seq)
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
        turn = turn_of(self._turns(view), whole(given, "turn"))
        hits = self._index.search(turn.question, frozenset(view.chosen) or None)
        return {"sources": self._panel(view, 0, (), tuple(hits), opened=True)}

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
        return self._talk(view) | IDLE | {
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

    def opinions(self, view: View, given: object) -> Changes:
        """What the visitor said of answers, as questions for ``rag eval``."""
        with self._index.store() as store:
            rows = [f"{line(row)}\n" for row in feedback.export(store, view.owner)]
        file = {"name": "feedback.jsonl", "text": "".join(rows), "format": "jsonl"}
        hint = panels.notice(strings.OPINIONS_HINT.say(view.lang))
        return {"download": file, "notice": hint}

    def judge(self, view: View, given: object) -> Changes:
        """Keep what the visitor thinks of an answer."""
        good, seq = yes(given, "good"), whole(given, "turn")
        reason = note = ""
        if not good:
            reason = one_of(given, "reason", ("", *strings.BAD_REASONS))
            note = word(given, "note", _MOST_NOTE)
        turn = turn_of(self._turns(view), seq)
        with self._index.store() as store:
            feedback.keep(store, turn.seq, view.owner, good, reason, note)
        return {
            "notice": panels.notice(strings.THANKS.say(view.lang)),
            "conversations": self._conversations(view),
        }
