"""Stems of words in Latin letters: «prêtés» and «prêté», "visitors" and "visitor" have one."""

from __future__ import annotations

from functools import cache, lru_cache

_REMEMBERED = 1 << 16  # words whose stems are kept


@cache
def _stemmers():  # type: ignore[no-untyped-def]  # PyStemmer ships no types
    import Stemmer

    return Stemmer.Stemmer("french"), Stemmer.Stemmer("english")


@lru_cache(_REMEMBERED)
def latin_stems(form: str) -> tuple[str, str]:
    """The French and the English stem (Snowball) of a folded word."""
    french, english = _stemmers()
    return french.stemWord(form), english.stemWord(form)
