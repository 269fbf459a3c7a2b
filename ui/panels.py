"""What stands around the conversation, as HTML: sources, a whole document, the header."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from urllib.parse import urlsplit

from rag.schema import Block, Citation, Document, Hit, Passage
from ui import strings
from ui.markup import Markup, el, join, prose, text

_OPENING = 160
_BLANKS = re.compile(r"[^\S\n]*\n\s*")
_CONTEXT = 700  # characters shown on each side of a quote
_WINDOW = 150_000  # characters of a document on each side of the place it is opened at


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
    head = el("header", heading, close("drawer", lang))
    return el("section", head, body, aria_labelledby="sources-heading", cls="panel")


def close(what: str, lang: str) -> Markup:
    """The button that closes the reader or a drawer."""
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
        el(
            "blockquote",
            prose(_BLANKS.sub("\n", passage.text)),
            dir="auto",
            lang=passage.lang or None,
        ),
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
        close("reader", lang),
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
        cls=f"part {block.kind}",
        dir="auto",
    )


# Around them


def header(lang: str) -> Markup:
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
            "button", el("span", sign, aria_hidden="true") if sign else words.say(lang),
            type="button", cls="drawer-button",
            aria_label=words.say(lang), data_local=f"drawer-{name}",
        )
        for name, sign, words in (
            ("library", "☰", strings.LIBRARY), ("sources", None, strings.SOURCES)
        )
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
        el(
            "div",
            *languages,
            cls="languages",
            role="group",
            aria_label=strings.PAGE_LANGUAGE.say(lang),
        ),
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
    return (
        el("p", prose(words), dir="auto", cls="problem" if problem else "said")
        if words
        else Markup()
    )
