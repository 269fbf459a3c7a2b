"""The lists beside the conversation, as HTML: conversations, documents, files on their way."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from rag.conversations import Conversation
from rag.tables import DocumentRow
from ui import strings
from ui.markup import Markup, el, join, prose, text
from ui.panels import close

MOST_ROWS = 200
"""Documents shown at a time; the search box finds the others."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way into the index: waiting, being read, done (``documents``), or refused."""

    name: str
    reading: bool = False
    documents: int | None = None
    problem: str = ""


def conversations(
    listed: Sequence[Conversation], open_id: str | None, opinions: int, lang: str
) -> Markup:
    """The conversations of a visitor, the newest first, and a way out for his ``opinions``."""
    rows = [_conversation(one, one.id == open_id, lang) for one in listed]
    new = el("button", strings.NEW.say(lang), type="button", cls="wide", data_do="new")
    body = el("ul", *rows) if rows else el("p", strings.NO_CONVERSATIONS.say(lang), cls="empty")
    head = el(
        "header", el("h2", strings.CONVERSATIONS.say(lang), tabindex=-1), close("drawer", lang)
    )
    out = None
    if opinions:
        said = strings.opinions(opinions).say(lang)
        out = el("button", said, type="button", cls="quiet", data_do="opinions")
    return el("nav", head, new, body, out, aria_label=strings.CONVERSATIONS.say(lang), cls="panel")


def _conversation(one: Conversation, is_open: bool, lang: str) -> Markup:
    title = el("span", prose(one.title), dir="auto")
    when = el("span", strings.date(one.updated, lang), cls="meta")
    opens = el(
        "button", title, when, type="button", cls="row", data_do="open", data_id=one.id,
        aria_current="true" if is_open else None,
    )  # fmt: skip
    choices = [
        el(
            "button", strings.RENAME.say(lang), type="button", data_do="rename", data_id=one.id,
            data_ask=strings.NEW_NAME.say(lang), data_value=one.title,
        ),
        *(
            el(
                "button", words.say(lang), type="button", data_do="export", data_id=one.id,
                data_format=code,
            )
            for code, words in (("md", strings.EXPORT_MARKDOWN), ("html", strings.EXPORT_HTML))
        ),
        el(
            "button", strings.DELETE.say(lang), type="button", cls="danger", data_do="delete",
            data_id=one.id, data_ask=strings.DELETE_ASK.say(lang),
        ),
    ]  # fmt: skip
    named = f"{strings.ACTIONS.say(lang)}: {one.title}"
    dots = el("summary", el("span", "⋯", aria_hidden="true"), aria_label=named)
    return el("li", opens, el("details", dots, el("div", *choices, cls="menu"), cls="more"))


def documents(
    rows: Sequence[DocumentRow],
    total: int,
    chosen: Collection[str],
    going: Collection[str],
    lang: str,
) -> Markup:
    """The documents found by the search box, of ``total``; ``chosen`` are ticked, ``going`` are
    being removed."""
    if not rows:
        empty = strings.NONE_MATCH if total else strings.NO_DOCUMENTS
        return el("p", empty.say(lang), cls="empty")
    shown = [
        _going(row, lang) if row.id in going else _document(row, row.id in chosen, lang)
        for row in rows[:MOST_ROWS]
    ]
    hidden = len(rows) - len(shown)
    more = el("p", strings.more(hidden).say(lang), cls="meta") if hidden else None
    return join(el("ul", *shown, cls="documents"), more)


def documents_heading(total: int, lang: str) -> Markup:
    """What stands over the list of documents."""
    count = el("span", strings.documents(total).say(lang), cls="meta") if total else None
    return el("h2", strings.DOCUMENTS.say(lang), " ", count)


def title_of(row: DocumentRow) -> str:
    """What a document is called in the list."""
    return row.title or PurePath(row.source).name or row.id


def _going(row: DocumentRow, lang: str) -> Markup:
    title = el("span", prose(title_of(row)), dir="auto")
    dots = el("span", cls="dots", aria_hidden="true")
    state = el("span", dots, strings.REMOVING.say(lang), cls="meta")
    return el("li", el("div", title, state, cls="row"), cls="going", aria_busy="true")


def _document(row: DocumentRow, ticked: bool, lang: str) -> Markup:
    title = title_of(row)
    tick = el(
        "input", type="checkbox", checked=ticked, data_do="choose", data_doc=row.id,
        aria_label=f"{strings.CHOOSE.say(lang)}: {title}",
    )  # fmt: skip
    about = [
        strings.date(row.date, lang) if row.date else "",
        strings.passages(row.passages).say(lang),
    ]
    opens = el(
        "button",
        el("span", prose(title), dir="auto"),
        el("span", " · ".join(part for part in about if part), cls="meta"),
        type="button",
        cls="row",
        data_do="read",
        data_doc=row.id,
        data_start=0,
        data_end=0,
    )
    remove = el(
        "button", el("span", "✕", aria_hidden="true"), type="button", cls="remove",
        aria_label=f"{strings.REMOVE.say(lang)}: {title}", title=strings.REMOVE.say(lang),
        data_do="remove", data_doc=row.id, data_ask=strings.remove_ask(title).say(lang),
    )  # fmt: skip
    return el("li", tick, opens, remove)


def scope(chosen: int, lang: str) -> Markup:
    """Which documents the next question looks at."""
    if not chosen:
        return el("p", strings.SCOPE_ALL.say(lang), cls="scope")
    reset = el("button", strings.SCOPE_RESET.say(lang), type="button", cls="quiet", data_do="all")
    return el("p", el("strong", strings.scope(chosen).say(lang)), " ", reset, cls="scope limited")


def uploads(files: Sequence[Upload], lang: str) -> Markup:
    """How far the files are that were given."""
    return el(
        "section", el("ul", *(_upload(file, lang) for file in files)),
        aria_label=strings.UPLOADING.say(lang), cls="uploads",
    )  # fmt: skip


def _upload(file: Upload, lang: str) -> Markup:
    state, cls = strings.WAITS.say(lang), "waits"
    if file.problem:
        state, cls = f"{strings.FAILED.say(lang)}: {file.problem}", "failed"
    elif file.documents is not None:
        state, cls = strings.added(file.documents).say(lang), "done"
    elif file.reading:
        state, cls = strings.READS.say(lang), "reads"
    return el("li", el("bdi", text(file.name)), " ", el("span", prose(state), dir="auto"), cls=cls)
