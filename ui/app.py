"""The page: its parts, where they stand, and which handler each event goes to."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import gradio as gr

from rag.shared_index import SharedIndex
from ui import public, strings
from ui.handlers import Page
from ui.views import Changes, View, failed

Visitor = Callable[[gr.Request], str]
Handler = Callable[[View, object], "Changes | Iterator[Changes]"]
_HERE = Path(__file__).parent
_STATES = ("lang", "conversation", "chosen", "last")
# What each part of the page can ask for; its own handler of ``Page`` has the same name.
_EVENTS = {
    "header": ("language",),
    "conversations": ("open", "new", "rename", "delete", "export", "opinions"),
    "documents": ("read", "choose", "remove"),
    "scope": ("all",),
    "thread": ("cite", "read", "nearest", "again", "judge"),
    "current": ("cite", "read", "nearest", "again", "judge"),
    "sources": ("read",),
}
# What streams, and all it may change: each update carries something for each of these.
_ANSWER = (
    "question", "notice", "thread", "current", "sources", "send", "stop", "conversations",
    "conversation", "last",
)  # fmt: skip
_STREAMS = {
    "ask": _ANSWER,
    "again": _ANSWER,
    "add": ("uploads", "notice"),
    "remove": ("notice", "documents", "documents_heading", "scope"),
}
# After these the page is shown as it is by then: they take long, and much happens meanwhile.
_SETTLED = ("add", "remove")
# One after the other, so that what is shown of two quick ticks is what came of the second.
_IN_TURN = ("choose",)
_PLAIN = ("asker", "notice", "uploads", "add_hint", "documents_heading", "reader")
# The page's script takes each part as soon as it is there.
_ON_LOAD = "(window.isnad ??= []).push({element, trigger, watch, events: %s});"
_FONTS = ("Noto Sans Arabic", "Noto Naskh Arabic", "system-ui", "sans-serif")


def build(index: SharedIndex, lang: str, visitor: Visitor) -> gr.Blocks:
    """The page over an index. ``lang``: of a first visit; ``visitor``: whose request it is."""
    page = Page(index)
    with gr.Blocks(
        title=strings.NAME.say(lang), analytics_enabled=False, fill_width=True
    ) as blocks:
        parts = _states(lang) | _layout(lang)
        wire = _Wiring(page, visitor, parts)
        for part, events in _EVENTS.items():
            for event in events:
                wire.event(getattr(parts[part], event), event)
        wire.value([parts["question"].submit, parts["send"].click], "ask", "question")
        # Not ``input``: of a box of one line that comes only when it is left.
        wire.value([parts["find"].change], "find", "find")
        wire.value([parts["add"].upload], "add", "add")
        wire.value([parts["stop"].click], "stop", "question")
        parts["download"].change(
            None, parts["download"], js="(file) => { window.isnad.save(file); }",
            api_visibility="private",
        )  # fmt: skip
        wire.value([blocks.load], "load", "wanted", js="() => [window.isnad.language()]")
        blocks.unload(wire.leaving())
        public.register(index, lang)
    return cast(gr.Blocks, blocks)


def looks() -> dict[str, Any]:
    """What ``gr.mount_gradio_app`` and ``launch`` are to be given for the page's looks.

    The style is none of them: Gradio rewrites the selectors of ``css``, and not all of ours would
    still say what they say. See ``ui.first_paint``.
    """
    return {
        "theme": gr.themes.Base(font=_FONTS, font_mono=("ui-monospace", "monospace")),
        "js": (_HERE / "page.js").read_text(encoding="utf-8"),
    }


def _states(lang: str) -> dict[str, Any]:
    return {
        "lang": gr.State(lang),
        "conversation": gr.State(None),
        "chosen": gr.State(set()),
        "last": gr.State(None),
    }


def _layout(lang: str) -> dict[str, Any]:
    parts: dict[str, Any] = {"header": _html("header")}
    with gr.Row(elem_id="columns", equal_height=False):
        with gr.Column(elem_id="library", min_width=0):
            parts["conversations"] = _html("conversations")
            with gr.Column(elem_id="shelf", min_width=0):
                parts["documents_heading"] = _html("documents_heading")
                parts["add"] = gr.UploadButton(
                    strings.ADD.say(lang), file_count="multiple", elem_id="add"
                )
                parts["add_hint"] = _html("add_hint")
                parts["uploads"] = _html("uploads")
                parts["find"] = gr.Textbox(
                    label=strings.FIND.say(lang), placeholder=strings.FIND.say(lang),
                    show_label=False, container=False, max_lines=1, max_length=200, elem_id="find",
                )  # fmt: skip
                parts["documents"] = _html("documents")
        with gr.Column(elem_id="talk", min_width=0):
            with gr.Column(elem_id="conversation", min_width=0):
                parts["thread"] = _html("thread")
                parts["current"] = _html("current")
            with gr.Column(elem_id="composer", min_width=0):
                parts["notice"] = _html("notice")
                parts["scope"] = _html("scope")
                with gr.Row(elem_id="ask"):
                    parts["question"] = gr.Textbox(
                        label=strings.QUESTION.say(lang), show_label=False, container=False,
                        placeholder=strings.PLACEHOLDER.say(lang), lines=1, max_lines=8,
                        elem_id="question", scale=1, min_width=0,
                    )  # fmt: skip
                    parts["send"] = gr.Button(
                        strings.ASK.say(lang), elem_id="send", scale=0, min_width=0
                    )
                    parts["stop"] = gr.Button(
                        strings.STOP.say(lang), elem_id="stop", scale=0, min_width=0, visible=False
                    )
        with gr.Column(elem_id="evidence", min_width=0):
            parts["sources"] = _html("sources")
    parts |= {name: _html(name) for name in ("reader", "asker")}
    parts["download"] = gr.JSON(visible=False)
    parts["wanted"] = gr.Textbox(visible=False)
    return parts


def _html(name: str) -> gr.HTML:
    events = json.dumps(_EVENTS.get(name, ()))
    return gr.HTML(
        elem_id=name.replace("_", "-"), apply_default_css=False, js_on_load=_ON_LOAD % events
    )


class _Wiring:
    """Connects events with handlers; all of them are private, and none fails visibly."""

    def __init__(self, page: Page, visitor: Visitor, parts: dict[str, Any]) -> None:
        self._page = page
        self._visitor = visitor
        self._parts = parts
        self._states = [parts[name] for name in _STATES]

    def event(self, listen: Callable[..., Any], name: str) -> None:
        """An event of one of our own parts, with what it carries."""
        handler: Handler = getattr(self._page, name)

        def call(
            lang: str, conversation: str | None, chosen: set[str], last: Any,
            event: gr.EventData, request: gr.Request,
        ) -> Any:  # fmt: skip
            view = self._view(lang, conversation, chosen, last, request)
            return self._once(view, handler, event._data)

        def stream(
            lang: str, conversation: str | None, chosen: set[str], last: Any,
            event: gr.EventData, request: gr.Request,
        ) -> Any:  # fmt: skip
            view = self._view(lang, conversation, chosen, last, request)
            yield from self._stream(view, handler, event._data)

        self._listen([listen], stream if name in _STREAMS else call, name, self._states)

    def value(
        self,
        listen: Sequence[Any],
        name: str,
        part: str,
        js: str | None = None,
    ) -> None:
        """Events of components of Gradio's, with the value of ``part``."""
        handler: Handler = getattr(self._page, name)

        def call(
            lang: str, conversation: str | None, chosen: set[str], last: Any, value: Any,
            request: gr.Request,
        ) -> Any:  # fmt: skip
            view = self._view(lang, conversation, chosen, last, request)
            return self._once(view, handler, value)

        def stream(
            lang: str, conversation: str | None, chosen: set[str], last: Any, value: Any,
            request: gr.Request,
        ) -> Any:  # fmt: skip
            view = self._view(lang, conversation, chosen, last, request)
            yield from self._stream(view, handler, value)

        inputs = [*self._states, self._parts[part]]
        self._listen(listen, stream if name in _STREAMS else call, name, inputs, js)

    def leaving(self) -> Callable[[gr.Request], None]:
        """What is done when a page is closed."""

        def leave(request: gr.Request) -> None:
            self._page.leave(self._view("ar", None, set(), None, request))

        return leave

    def _listen(
        self, listen: Sequence[Any], call: Callable[..., Any], name: str, inputs: Sequence[Any],
        js: str | None = None,
    ) -> None:  # fmt: skip
        outputs = [self._parts[part] for part in _STREAMS.get(name, self._parts)]
        for one in listen:
            done = one(
                call, inputs, outputs, js=js, queue=name in (*_STREAMS, *_IN_TURN),
                concurrency_limit=1 if name in _IN_TURN else "default", show_progress="hidden",
                trigger_mode="multiple", api_visibility="private",
            )  # fmt: skip
            if name in _SETTLED:
                self.value([done.then], "settle", "find")

    def _view(
        self,
        lang: str,
        conversation: str | None,
        chosen: set[str],
        last: Any,
        request: gr.Request,
    ) -> View:
        owner = self._visitor(request)
        return View(lang, owner, request.session_hash or "", conversation, chosen, last)

    def _once(self, view: View, handler: Callable[[View, object], Any], given: object) -> Any:
        try:
            return self._updates(handler(view, given))
        except Exception as error:
            return self._updates(_told(error, view.lang))

    def _stream(self, view: View, handler: Callable[[View, object], Any], given: object) -> Any:
        try:
            for changes in handler(view, given):
                yield self._updates(changes)
        except Exception as error:
            yield self._updates(_told(error, view.lang))

    def _updates(self, changes: Changes) -> Any:
        if not changes:
            return {self._parts["wanted"]: gr.skip()}
        return {self._parts[name]: value for name, value in changes.items()}


def _told(error: Exception, lang: str) -> Changes:
    logging.getLogger(__name__).debug("a handler failed", exc_info=error)
    return failed(error, lang)
