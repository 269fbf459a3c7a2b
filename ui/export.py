"""A conversation to take along: Markdown, or one HTML file; an answer with its references as text.

What is exported is what was kept: the verified answers and the words they cite. Text of documents
is escaped in both formats; no bidi marks are added (Markdown and plain text go into editors that
have their own ways), the HTML says ``dir="auto"`` for each block instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from rag import messages
from rag.conversations import Turn
from rag.messages import Text
from rag.render import named, numbered
from rag.schema import Answer

_MADE_BY = Text(
    "محادثة صُدّرت من إسناد. كل عبارة موثقة بمصدرها.",
    "Conversation exportée d'Isnad. Chaque énoncé porte sa source.",
    "A conversation exported from Isnad. Every statement has its source.",
)
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_BEGINNING = re.compile(r"^(\s*\d*)([-+=.)])", re.MULTILINE)
_MARK = re.compile(r"\[(\d+)\]")
_ON_THE_WEB = re.compile(r"https?://")
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.8 "Noto Sans Arabic", "Noto Naskh Arabic", system-ui, sans-serif;
  max-width: 46rem; margin: 2rem auto; padding-inline: 1rem; }
h2 { margin-block-start: 2.5rem; font-size: 1.2rem; }
.when, footer { opacity: 0.75; font-size: 0.9rem; }
.refused { border-inline-start: 0.3rem solid; padding-inline-start: 0.8rem; }
blockquote { margin: 0.3rem 0; padding-inline-start: 0.8rem;
  border-inline-start: 0.2rem solid; opacity: 0.9; }
p { white-space: pre-line; }
p, h1, h2, li, blockquote { unicode-bidi: plaintext; }
"""


class _Source(NamedTuple):
    """``address``: where it is on the web, or ""."""

    number: int
    named: str
    address: str
    quote: str


class _Said(NamedTuple):
    """An answer in the words of one language, nothing escaped yet. ``note``: why there is none, or
    what to know of it; "" for nothing."""

    text: str
    refused: bool
    note: str
    sources: list[_Source]


def markdown(title: str, turns: Sequence[Turn], lang: str) -> str:
    """A conversation as Markdown; headings in ``lang`` (ar, fr or en)."""
    parts = [f"# {_marked(_one_line(title))}", f"*{_marked(_MADE_BY.say(lang))}*"]
    for turn, said in _walk(turns, lang):
        parts += [f"## {_marked(_one_line(turn.question))}", f"*{turn.asked}*"]
        parts.append(_marked_lines(said.text))
        if said.note:
            parts.append(f"> {_marked(said.note)}")
        if said.sources:
            parts.append(f"**{messages.SOURCES.say(lang)}**")
        for source in said.sources:
            parts.append(f"\\[{source.number}\\] {_marked(source.named)}")
            parts.append(f"> {_marked(_one_line(source.quote))}")
    return "\n\n".join(parts) + "\n"


def html(title: str, turns: Sequence[Turn], lang: str) -> str:
    """A conversation as one HTML file without scripts, that loads nothing."""
    body = [f"<h1>{escape(title)}</h1>", f"<footer>{escape(_MADE_BY.say(lang))}</footer>"]
    for place, (turn, said) in enumerate(_walk(turns, lang), 1):
        body += [
            f'<article>\n<h2 dir="auto">{escape(turn.question)}</h2>',
            f'<div class="when"><time dir="ltr">{escape(turn.asked)}</time></div>',
            f'<p dir="auto"{" class=refused" if said.refused else ""}>'
            f"{_linked(said.text, place)}</p>",
        ]
        if said.note:
            body.append(f'<p class="refused" dir="auto">{escape(said.note)}</p>')
        if said.sources:
            body.append(f"<h3>{escape(messages.SOURCES.say(lang))}</h3>\n<ul>")
            body += [_listed(source, place) for source in said.sources]
            body.append("</ul>")
        body.append("</article>")
    direction = "rtl" if lang == "ar" else "ltr"
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def references(answer: Turn | Answer, lang: str) -> str:
    """An answer with its numbers, and its sources below, as plain text to paste."""
    said = _said(answer, lang)
    rows = [said.text, said.note] if said.note else [said.text]
    if said.sources:
        sources = [f"[{s.number}] {s.named}: «{_one_line(s.quote)}»" for s in said.sources]
        rows.append("\n".join([f"{messages.SOURCES.say(lang)}:", *sources]))
    return "\n\n".join(rows)


def _walk(turns: Sequence[Turn], lang: str) -> Iterator[tuple[Turn, _Said]]:
    return ((turn, _said(turn, lang)) for turn in turns)


def _said(answer: Turn | Answer, lang: str) -> _Said:
    if answer.status == "erased":
        text = messages.SOURCE_REMOVED.say(lang)
    else:
        text = numbered(answer.text if isinstance(answer, Answer) else answer.answer, answer.claims)
    return _Said(
        text,
        answer.status in ("abstained", "erased"),
        messages.REASONS[answer.reason].say(lang) if answer.reason else "",
        [
            _Source(
                cited.number,
                named(cited.passage, lang),
                cited.passage.source if _ON_THE_WEB.match(cited.passage.source) else "",
                cited.quote,
            )
            for cited in answer.citations
        ],
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _marked(text: str) -> str:
    """``text`` in Markdown, where it must not be taken for markup."""
    return _BEGINNING.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))


def _marked_lines(text: str) -> str:
    """The same, with its line breaks."""
    return _marked("\n".join(line.strip() for line in text.splitlines())).replace("\n", "  \n")


def _linked(text: str, place: int) -> str:
    """``text`` as HTML; its numbers lead to the sources below it."""
    return _MARK.sub(
        lambda mark: f'<a href="#s{place}-{mark[1]}"><bdi>[{mark[1]}]</bdi></a>', escape(text)
    )


def _listed(source: _Source, place: int) -> str:
    """A source in HTML; one on the web is a link."""
    shown = escape(source.named)
    if source.address:
        shown = f'<a href="{escape(source.address)}" rel="noreferrer">{shown}</a>'
    return (
        f'<li id="s{place}-{source.number}" dir="auto"><bdi>[{source.number}]</bdi> {shown}\n'
        f'<blockquote dir="auto">{escape(source.quote)}</blockquote></li>'
    )
