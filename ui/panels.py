"""What stands around the conversation, as HTML: sources, a whole document, lists, the header."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from rag.conversations import Conversation
from rag.schema import Block, Citation, Document, Hit, Passage
from rag.store import DocumentRow
from ui import strings
from ui.markup import Markup, el, join, prose, text

MOST_ROWS = 200
"""Documents shown at a time; the search box finds the others."""
_OPENING = 160
_BLANKS = re.compile(r"[^\S\n]*\n\s*")
_CONTEXT = 700  # characters shown on each side of a quote
_WINDOW = 150_000  # characters of a document on each side of the place it is opened at


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way into the index: waiting, being read, done (``documents``), or refused."""

    name: str
    reading: bool = False
    documents: int | None = None
    problem: str = ""


def opening(words: str) -> str:
    """The first words of a passage, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= _OPENING else line[:_OPENING].rsplit(maxsplit=1)[0] + "…"


def meta(passage: Passage, site: str, lang: str) -> Markup:
    """Site, date, page, and whether a reader says it."""
    parts = [
        site or PurePath(passage.source).name,
        strings.date(passage.date, lang) if passage.date else "",
        strings.page_of(passage.page).say(lang) if passage.page is not None else "",
    ]
    known = [el("bdi", prose(part)) for part in parts if part]
    if passage.kind == "comment":
        known.append(el("strong", strings.COMMENT.say(lang), cls="flag"))
    rows = [join(" · " if place else None, part) for place, part in enumerate(known)]
    return el("p", *rows, cls="meta")


def site_of(document: Document | None) -> str:
    """The site of a document: as the page names it, else the host of its address."""
    if document is None:
        return ""
    return document.site or _host(document.url)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


# Sources


def sources(
    seq: int,
    citations: Sequence[Citation],
    hits: Sequence[Hit],
    documents: Mapping[str, Document],
    lang: str,
    active: int | None = None,
    opened: bool = False,
) -> Markup:
    """The panel: what is cited, then what else was read. ``documents``: the documents of what is
    cited, as far as they are known. ``active``: the citation that was asked for; it gets the
    focus. ``opened``: the panel was asked for, and gets it itself."""
    parts = []
    if citations:
        cards = [
            _cited(seq, one, documents.get(one.passage.doc_id), lang, one.number == active)
            for one in citations
        ]
        parts.append(el("div", *cards, cls="cited"))
    cited = {one.passage.id for one in citations}
    rest = [_passage(hit, lang) for hit in hits if hit.passage.id not in cited]
    if rest and citations:
        summary = el("summary", strings.OTHERS.say(lang), f" ({len(rest)})")
        parts.append(el("details", summary, *rest, cls="others"))
    elif rest:
        parts += [el("p", strings.FOUND.say(lang), cls="label"), *rest]
    body = join(*parts) if parts else el("p", strings.NO_SOURCES.say(lang), cls="empty")
    return _panel(body, lang, opened)


def _panel(body: Markup, lang: str, opened: bool) -> Markup:
    heading = el(
        "h2", strings.SOURCES.say(lang), id="sources-heading", tabindex=-1, data_focus=opened
    )
    head = el("header", heading, _close("drawer", lang))
    return el("section", head, body, aria_labelledby="sources-heading", cls="panel")


def _close(what: str, lang: str) -> Markup:
    return el(
        "button", el("span", "✕", aria_hidden="true"), type="button", cls="close",
        aria_label=strings.CLOSE.say(lang), data_local=f"close-{what}",
    )  # fmt: skip


def _cited(
    seq: int, citation: Citation, document: Document | None, lang: str, active: bool
) -> Markup:
    before, quote, after = paragraph(citation, document)
    passage = citation.passage
    title = passage.title or strings.UNTITLED.say(lang)
    number = el("bdi", f"[{citation.number}]", cls="number")
    return el(
        "article",
        el("h3", number, " ", el("span", prose(title), dir="auto")),
        meta(passage, site_of(document), lang),
        el(
            "blockquote", prose(before), el("mark", prose(quote)), prose(after),
            dir="auto", lang=passage.lang or None,
        ),
        _read(passage.doc_id, citation.start, citation.end, lang),
        cls="source active" if active else "source",
        id=f"source-{seq}-{citation.number}",
        tabindex=-1,
        data_focus=active,
    )  # fmt: skip


def paragraph(citation: Citation, document: Document | None) -> tuple[str, str, str]:
    """What stands before a quote in its paragraph, the quote, and what stands behind it: from its
    document where that still says so, else from the passage that was kept."""
    whole, start, end = citation.passage.text, citation.start, citation.end
    if document is not None and document.text[start:end] == citation.quote:
        whole = document.text
    else:
        start, end = start - citation.passage.start, end - citation.passage.start
    first = max(whole.rfind("\n", 0, start) + 1, start - _CONTEXT)
    line_end = whole.find("\n", end)
    last = min(len(whole) if line_end < 0 else line_end, end + _CONTEXT)
    return whole[first:start], whole[start:end], whole[end:last]


def _passage(hit: Hit, lang: str) -> Markup:
    passage = hit.passage
    return el(
        "article",
        el("h3", el("span", prose(passage.title or strings.UNTITLED.say(lang)), dir="auto")),
        meta(passage, "", lang),
        el("blockquote", prose(_BLANKS.sub("\n", passage.text)), dir="auto", lang=passage.lang or None),
        _read(passage.doc_id, passage.start, passage.end, lang),
        cls="source",
    )


def _read(doc_id: str, start: int, end: int, lang: str) -> Markup:
    return el(
        "button", strings.READ_WHOLE.say(lang), type="button", cls="quiet", data_do="read",
        data_doc=doc_id, data_start=start, data_end=end,
    )  # fmt: skip


# A whole document


def reader(document: Document, start: int, end: int, lang: str) -> Markup:
    """A document with the words of ``start:end`` marked; what is no article is set apart."""
    first, last = max(0, start - _WINDOW), min(len(document.text), end + _WINDOW)
    blocks = document.blocks or (Block(0, len(document.text), "article"),)
    shown = [
        _block(document.text, block, (first, last), (start, end), lang)
        for block in blocks
        if block.start < last and block.end > first
    ]
    passage = Passage(
        "", document.id, "", 0, 0, source=document.source, date=document.date, lang=document.lang
    )
    title = document.title or strings.UNTITLED.say(lang)
    shortened = first > 0 or last < len(document.text)
    head = el(
        "header",
        el("h2", el("span", prose(title), dir="auto"), id="reader-heading"),
        _close("reader", lang),
    )
    about = join(
        meta(passage, site_of(document), lang),
        el("p", el("bdi", text(document.url)), cls="address") if document.url else None,
        el("p", strings.SHORTENED.say(lang), cls="caution") if shortened else None,
    )
    body = el("div", *shown, cls="whole", lang=document.lang or None, tabindex=0, role="document")
    return el("dialog", head, about, body, cls="reader", aria_labelledby="reader-heading")


def _block(
    whole: str, block: Block, window: tuple[int, int], place: tuple[int, int], lang: str
) -> Markup:
    start, end = max(block.start, window[0]), min(block.end, window[1])
    marked_from = min(max(place[0], start), end)
    marked_to = max(min(place[1], end), marked_from)
    label = {"comment": strings.COMMENT, "links": strings.LINKS}.get(block.kind)
    marked = whole[marked_from:marked_to]
    return el(
        "div",
        el("p", label.say(lang), cls="label") if label and whole[start:end].strip() else None,
        prose(whole[start:marked_from]),
        el("mark", prose(marked)) if marked else None,
        prose(whole[marked_to:end]),
        cls=f"block {block.kind}",
        dir="auto",
    )


# Lists


def conversations(listed: Sequence[Conversation], open_id: str | None, lang: str) -> Markup:
    """The conversations of a visitor, the newest first."""
    rows = [_conversation(one, one.id == open_id, lang) for one in listed]
    new = el("button", strings.NEW.say(lang), type="button", cls="wide", data_do="new")
    body = el("ul", *rows) if rows else el("p", strings.NO_CONVERSATIONS.say(lang), cls="empty")
    head = el("header", el("h2", strings.CONVERSATIONS.say(lang), tabindex=-1), _close("drawer", lang))
    return el("nav", head, new, body, aria_label=strings.CONVERSATIONS.say(lang), cls="panel")


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
    rows: Sequence[DocumentRow], total: int, chosen: Collection[str], lang: str
) -> Markup:
    """The documents found by the search box, of ``total``; ``chosen`` are ticked."""
    if not rows:
        empty = strings.NONE_MATCH if total else strings.NO_DOCUMENTS
        return el("p", empty.say(lang), cls="empty")
    shown = [_document(row, row.id in chosen, lang) for row in rows[:MOST_ROWS]]
    hidden = len(rows) - len(shown)
    more = el("p", strings.more(hidden).say(lang), cls="meta") if hidden else None
    return join(el("ul", *shown, cls="documents"), more)


def documents_heading(total: int, lang: str) -> Markup:
    """What stands over the list of documents."""
    count = el("span", strings.documents(total).say(lang), cls="meta") if total else None
    return el("h2", strings.DOCUMENTS.say(lang), " ", count)


def _document(row: DocumentRow, ticked: bool, lang: str) -> Markup:
    title = row.title or PurePath(row.source).name or row.id
    tick = el(
        "input", type="checkbox", checked=ticked, data_do="choose", data_doc=row.id,
        aria_label=f"{strings.CHOOSE.say(lang)}: {title}",
    )  # fmt: skip
    about = [strings.date(row.date, lang) if row.date else "", strings.passages(row.passages).say(lang)]
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


# Around them


def header(lang: strings.Lang) -> Markup:
    """Name, language switch, light and dark; on a phone also what opens the drawers."""
    languages = [
        el(
            "button", el("span", name, cls="full"),
            el("span", strings.SHORT[code], cls="short", aria_hidden="true"),
            type="button", lang=code, aria_label=name, data_do="language", data_lang=code,
            aria_pressed="true" if code == lang else "false",
        )
        for code, name in strings.LANGUAGES.items()
    ]  # fmt: skip
    drawers = [
        el(
            "button", el("span", sign, aria_hidden="true"), type="button", cls="drawer-button",
            aria_label=words.say(lang), data_local=f"drawer-{name}",
        )
        for name, sign, words in (("library", "☰", strings.LIBRARY), ("sources", "❝", strings.SOURCES))
    ]  # fmt: skip
    theme = el(
        "button", el("span", "◐", aria_hidden="true"), type="button",
        aria_label=strings.THEME.say(lang), title=strings.THEME.say(lang), data_local="theme",
    )  # fmt: skip
    return el(
        "div",
        el("a", strings.SKIP.say(lang), href="#question", cls="skip", data_local="skip"),
        drawers[0],
        el("h1", strings.NAME.say(lang)),
        el("p", strings.TAGLINE.say(lang), cls="tagline"),
        el("div", *languages, cls="languages", role="group", aria_label=strings.PAGE_LANGUAGE.say(lang)),
        theme,
        drawers[1],
        cls="header",
        data_lang=lang,
        data_dir="rtl" if lang == "ar" else "ltr",
        data_title=strings.NAME.say(lang),
        data_drop=strings.DROP_HERE.say(lang),
    )


def welcome(total: int, lang: str) -> Markup:
    """What stands where the conversation will be."""
    if total:
        words = el("p", strings.WELCOME_READY.say(lang))
    else:
        words = el("p", strings.WELCOME_EMPTY.say(lang))
    add = el("button", strings.ADD.say(lang), type="button", cls="primary", data_local="upload")
    heading = el("h2", strings.WELCOME.say(lang))
    return el("div", heading, words, None if total else add, cls="welcome")


def asker(lang: str) -> Markup:
    """The one dialog that asks before something is deleted, or for a name."""
    return el(
        "dialog",
        el("p", id="asker-words"),
        el("input", type="text", maxlength=200, dir="auto", aria_labelledby="asker-words"),
        el(
            "div",
            el("button", strings.OK.say(lang), type="button", cls="primary", data_local="yes"),
            el("button", strings.CANCEL.say(lang), type="button", data_local="no"),
            cls="actions",
        ),
        cls="asker",
        aria_labelledby="asker-words",
    )


def notice(words: str, problem: bool = False) -> Markup:
    """One sentence to the visitor, of what was done or what went wrong."""
    return el("p", prose(words), dir="auto", cls="problem" if problem else "said") if words else Markup()
