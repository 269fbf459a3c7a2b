"""HTML from text: every string is escaped, unless it is ``Markup`` already."""

from __future__ import annotations

import re
from html import escape

# What must not steer the page: controls, bidi embeddings, overrides and isolates, broken pairs.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Latin words, numbers and addresses: what stands together in a line of Arabic.
_LATIN = re.compile(
    r"(?:(?<!\S)[./~]+)?[A-Za-z0-9À-ɏ]"
    r"(?:[A-Za-z0-9À-ɏ.,:/@%+'’_&?=#~ \u00a0-]*[A-Za-z0-9À-ɏ%+/])?"
)
_VOID = frozenset(("input", "br", "hr"))

Attribute = str | int | bool | None


class Markup(str):
    """HTML that is safe to show as it is."""

    __slots__ = ()


def text(value: str) -> Markup:
    """The one way of text into HTML, also into attributes."""
    return Markup(escape(_UNWANTED.sub("", value), quote=True))


def prose(value: str) -> Markup:
    """Text; Latin words and numbers in a line of Arabic keep together."""
    if not _RTL.search(value):
        return text(value)
    pieces, done = [], 0
    for run in _LATIN.finditer(value):
        pieces += [text(value[done : run.start()]), el("bdi", run.group())]
        done = run.end()
    return join(*pieces, value[done:])


def el(name: str, /, *inside: str | None, **attributes: Attribute) -> Markup:
    """An element. ``cls`` is ``class``, ``data_x`` is ``data-x``; True is an attribute without a
    value, None and False are none. What is inside is escaped unless it is ``Markup``."""
    shown = "".join(
        f" {_name(key)}" if value is True else f' {_name(key)}="{text(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _VOID:
        return Markup(f"<{name}{shown}>")
    return Markup(f"<{name}{shown}>{join(*inside)}</{name}>")


def join(*parts: str | None) -> Markup:
    """Parts one after the other; what is not ``Markup`` is escaped, None is nothing."""
    return Markup(
        "".join(part if isinstance(part, Markup) else text(part) for part in parts if part)
    )


def _name(key: str) -> str:
    return "class" if key == "cls" else key.rstrip("_").replace("_", "-")
