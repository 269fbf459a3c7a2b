"""Whether a text holds the kind of thing that a question asks for."""

from __future__ import annotations

import re

from rag.arabic import fold
from rag.dates import tells_when
from rag.numbers import values
from rag.question import Question

_SHARE = re.compile(
    r"[%٪]|\b(?:في|ف|ب) ?(?:ال)?(?:مايه|ميه)\b|\bبالمايه\b|\b(?:pour ?cent|per ?cent)\b"
    r"|\b(?:نصف|ثلث|ربع|خمس|عشر|النصف|الثلث|الربع|نص|moitie|tiers|quart|half|third|quarter)\b"
)
_MONEY = re.compile(
    r"\b[وبل]?(?:ال)?(?:درهم|دراهم|درهما|سنتيم|سنتيما|ريال|ريالات|اورو|يورو|دولار|دولارا|دولارات"
    r"|دينار|دنانير|دينارا|جنيه|جنيها|ليره|فرنك)\b|\b(?:dirhams?|dhs?|mad|euros?|eur|dollars?|usd"
    r"|dinars?|drahem|derhem|ryal|rial|francs?)\b|[$€£]"
)


def has_kind(question: Question, text: str) -> bool:
    """Whether ``text`` holds what is asked for: a number, a share of something, money, a date;
    true where the question asks for none of these."""
    match question.wants:
        case "number":
            return bool(values(text))
        case "share":
            return bool(_SHARE.search(fold(text)))
        case "money":
            return bool(_MONEY.search(fold(text)) and values(text))
        case "date":
            return tells_when(text)
        case "other":
            return True
