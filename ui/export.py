"""A conversation to take along: Markdown, or one HTML file; an answer with its references as text.

What is exported is what was kept: the verified answers and the words they cite. Text of documents
is escaped in both formats; no bidi marks are added (Markdown and plain text go into editors that
have their own ways), the HTML says ``dir="auto"`` for each block instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from rag import messages
from rag.conversations import Turn
from rag.messages import Text
from rag.render import named, numbered
from rag.schema import Answer, Citation

_MADE_BY = Text(
    "محادثة صُدّرت من إسناد. كل عبارة موثقة بمصدرها.",
    "Conversation exportée d'Isnad. Chaque énoncé porte sa source.",
    "A conversation exported from Isnad. Every statement has its source.",
)
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_BEGINNING = re.compile(r"^(\s*\d*)([-+=.)])", re.MULTILINE)
_MARK = re.compile(r"\[(\d+)\]")
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


def markdown(title: str, turns: Sequence[Turn], lang: str) -> str:
    """A conversation as Markdown; headings in ``lang`` (ar, fr or en)."""
    parts = [f"# {_marked(_one_line(title))}", f"*{_marked(_MADE_BY.say(lang))}*"]
    for turn in turns:
        parts += [f"## {_marked(_one_line(turn.question))}", f"*{turn.asked}*"]
        parts.append(_marked_lines(_said(turn, lang)))
        if note := _note(turn, lang):
            parts.append(f"> {_marked(note)}")
        if turn.citations:
            parts.append(f"**{messages.SOURCES.say(lang)}**")
            parts += [
                f"\\[{cited.number}\\] {_marked(_named(cited, lang))}\n\n"
                f"> {_marked(_one_line(cited.quote))}"
                for cited in turn.citations
            ]
    return "\n\n".join(parts) + "\n"


def html(title: str, turns: Sequence[Turn], lang: str) -> str:
    """A conversation as one HTML file without scripts, that loads nothing."""
    body = [f"<h1>{escape(title)}</h1>", f"<footer>{escape(_MADE_BY.say(lang))}</footer>"]
    for place, turn in enumerate(turns, 1):
        refused = turn.status in ("abstained", "erased")
        body += [
            f'<article>\n<h2 dir="auto">{escape(turn.question)}</h2>',
            f'<div class="when"><time dir="ltr">{escape(turn.asked)}</time></div>',
            f'<p dir="auto"{" class=refused" if refused else ""}>'
            f"{_linked(_said(turn, lang), place)}</p>",
        ]
        if note := _note(turn, lang):
            body.append(f'<p class="refused" dir="auto">{escape(note)}</p>')
        if turn.citations:
            body.append(f"<h3>{escape(messages.SOURCES.say(lang))}</h3>\n<ul>")
            body += [
                f'<li id="s{place}-{cited.number}" dir="auto"><bdi>[{cited.number}]</bdi> '
                f"{_address(cited, lang)}\n"
                f'<blockquote dir="auto">{escape(cited.quote)}</blockquote></li>'
                for cited in turn.citations
            ]
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


def references(said: Turn | Answer, lang: str) -> str:
    """An answer with its numbers, and its sources below, as plain text to paste."""
    rows = [_said(said, lang)]
    if note := _note(said, lang):
        rows.append(note)
    if said.citations:
        sources = [
            f"[{c.number}] {_named(c, lang)}: «{_one_line(c.quote)}»" for c in said.citations
        ]
        rows.append("\n".join([f"{messages.SOURCES.say(lang)}:", *sources]))
    return "\n\n".join(rows)


def _said(said: Turn | Answer, lang: str) -> str:
    if said.status == "erased":
        return messages.SOURCE_REMOVED.say(lang)
    return numbered(said.text if isinstance(said, Answer) else said.answer, said.claims)


def _note(said: Turn | Answer, lang: str) -> str:
    """Why there is no answer, or what to know of it; "" for nothing."""
    return messages.REASONS[said.reason].say(lang) if said.reason else ""


def _named(citation: Citation, lang: str) -> str:
    return named(citation.passage, lang)


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


def _address(citation: Citation, lang: str) -> str:
    """Title, source and date; a source on the web is a link."""
    shown = escape(_named(citation, lang))
    source = citation.passage.source
    if re.match(r"https?://", source):
        return f'<a href="{escape(source)}" rel="noreferrer">{shown}</a>'
    return shown
