"""The page before its scripts run: language, direction, theme and style stand in what is sent, so
that nothing is seen the wrong way round or in the wrong colours first."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_HTML = re.compile(rb'<html(\s+)lang="[a-z]*"')
# What this browser was set to, kept by ui/page.js.
_SETTINGS = """
(() => {
  const root = document.documentElement;
  const kept = (key) => {
    try { return localStorage.getItem(`isnad-${key}`); } catch { return null; }
  };
  const lang = kept("lang"), theme = kept("theme");
  if (["ar", "fr", "en"].includes(lang)) {
    root.lang = lang;
    root.dir = lang === "ar" ? "rtl" : "ltr";
  }
  if (theme) root.dataset.theme = theme;
})();
"""


def dressed(page: bytes, lang: str) -> bytes:
    """The page that Gradio made, as a first visitor sees it in ``lang``."""
    direction = "rtl" if lang == "ar" else "ltr"
    root = f'lang="{lang}" dir="{direction}"'.encode()
    page = _HTML.sub(lambda html: b"<html" + html[1] + root, page, count=1)
    return page.replace(b"</head>", _head() + b"</head>", 1)


@cache
def _head() -> bytes:
    style = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
    return f'<style id="isnad-style">{style}</style>\n<script>{_SETTINGS}</script>\n'.encode()
