"""The visible text of an HTML tree, piece by piece, with what each piece is part of."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

_UNSEEN = frozenset(
    "script style template noscript head title iframe object svg math canvas audio video "
    "datalist textarea".split()
)
_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure".split())
_BLOCKS = _PARAGRAPHS | frozenset(
    "address article aside body button caption dd details dialog div dt fieldset figcaption footer "
    "form header hgroup hr html legend li main nav option search section select summary tr "
    "tbody thead tfoot center".split()
)
_OUTSIDE = frozenset("nav aside footer form button select dialog".split())
_COMMENT_NAMES = frozenset(
    "comment comments comment-list commentlist comments-list comments-area comment-area "
    "comment-body comment-content comments-section comment-section commentaires "
    "disqus_thread".split()
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of visible text, white space between runs included as pieces of its own."""

    text: str
    link: bool = False
    outside: bool = False
    comment: bool = False
    heading: bool = False


def parse(html: str) -> Any:
    """The tree (``lxml``) of a page, however malformed."""
    import lxml.html
    from lxml import etree

    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    data = html.replace("\0", "").encode("utf-8", errors="replace")
    try:
        return lxml.html.document_fromstring(data.strip(), parser=parser)
    except etree.ParserError:  # nothing in it
        return lxml.html.document_fromstring("<html></html>")


def visible_pieces(root: Any) -> list[Piece]:
    """The visible text of the tree in reading order; joined, the pieces are the text.

    A piece that only separates holds " ", a tab (cells), one line break (blocks, ``<br>``) or
    two (paragraphs); the text neither begins nor ends with one.
    """
    from lxml import etree

    pieces: list[Piece] = []
    inside: Counter[str] = Counter()
    gap = ""

    def say(text: str | None) -> None:
        nonlocal gap
        if not text:
            return
        if inside["pre"]:
            for part in re.split(r"(\r?\n)", text):
                if part.isspace() and "\n" in part:
                    gap = _wider(gap, "\n") if gap != "\n" else "\n\n"
                elif part:
                    emit(part)
            return
        plain = _SPACE.sub(" ", text)
        if plain.startswith(" "):
            gap = _wider(gap, " ")
        if plain.strip(" "):
            emit(plain.strip(" "))
            gap = " " if plain.endswith(" ") else ""

    def emit(text: str) -> None:
        nonlocal gap
        if gap and pieces:
            pieces.append(Piece(gap))
        gap = ""
        pieces.append(
            Piece(
                text,
                link=inside["a"] > 0,
                outside=inside["outside"] > 0,
                comment=inside["comment"] > 0,
                heading=inside["h1"] > 0,
            )
        )

    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in ("comment", "pi"):
            say(element.tail)
            continue
        tag = element.tag
        if event == "start":
            gap = _wider(gap, _separator(tag))
            if _is_hidden(element):
                walk.skip_subtree()
                continue
            inside.update(_roles(element))
            say(element.text)
        else:
            if not _is_hidden(element):
                inside.subtract(_roles(element))
            gap = _wider(gap, "\t" if tag in ("td", "th") else _separator(tag))
            if tag == "br":
                gap = "\n" if gap in ("", " ", "\t") else "\n\n"
            if element is not root:
                say(element.tail)
    return pieces


def _wider(gap: str, other: str) -> str:
    order = ("", " ", "\t", "\n", "\n\n")
    return max(gap, other, key=order.index)


def _separator(tag: str) -> str:
    return "\n\n" if tag in _PARAGRAPHS else "\n" if tag in _BLOCKS else ""


def _is_hidden(element: Any) -> bool:
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    return bool(_INVISIBLE_STYLE.search(element.get("style") or ""))


def _roles(element: Any) -> list[str]:
    """What text inside this element is part of."""
    tag = element.tag
    roles = [tag] if tag in ("a", "pre", "h1") else []
    if tag in _OUTSIDE:
        roles.append("outside")
    if tag not in ("html", "body", "main"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
        if not _COMMENT_NAMES.isdisjoint(names):
            roles.append("comment")
    return roles
