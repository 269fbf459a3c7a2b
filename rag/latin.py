"""Stems of words in Latin letters: «prêtés» and «prêté», "visitors" and "visitor" have one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_REMEMBERED = 1 << 16  # words whose stems are kept
# "US Monastir" is a club, "UN message" French in capitals.
_US = re.compile(
    r"\bU\.S\.(?:A\.)?|\b(?<!['’])US\b(?! (?!State|President|Congress|Secretary|Embassy)[A-Z])"
)
_UN = re.compile(r"\bU\.N\.|\b(?<=[Tt]he )UN\b")


def spelled_out(text: str) -> str:
    """``text`` with "US" and "the UN", which are function words in small letters, as USA and ONU;
    one in capitals throughout stays."""
    return text if text.isupper() else _UN.sub("ONU", _US.sub("USA", text))


@cache
def _stemmers():  # type: ignore[no-untyped-def]  # PyStemmer ships no types
    import Stemmer

    return Stemmer.Stemmer("french"), Stemmer.Stemmer("english")


@lru_cache(_REMEMBERED)
def latin_stems(form: str) -> tuple[str, str]:
    """The French and the English stem (Snowball) of a folded word."""
    french, english = _stemmers()
    return french.stemWord(form), english.stemWord(form)
