"""Whether a text says that something is so, or only that it may be."""

from __future__ import annotations

import re

from rag.arabic import fold


def is_hedged(text: str) -> bool:
    """Whether ``text`` has a word that takes back certainty: closed lists of Arabic, Darija, French
    and English. «قد», "may" and "pourrait" are not among them: they affirm, name a month, or report
    as often."""
    return bool(_HEDGE.search(fold(text)))


# Of folded texts.
_HEDGE = re.compile(
    r"\b[وف]?(?:ال|ي|ت|م|ن)?رجح\w{0,3}\b(?! كف)|\b[وف]?(?:ربما|لعل\w{0,3}|يحتمل|محتمل\w?|المحتمل\w?"
    r"|احتمال\w?|يبدو|تبدو|يشتبه|يعتقد|يظن|يقال|مزعوم\w?|المزعوم\w?)\b"
    r"|\b(?:probable\w*|peut-etre|possiblement|vraisembl\w+|presume\w*|semble\w*|suppose\w*"
    r"|probably|likely|possibly|perhaps|maybe|might|allegedly|reportedly|suspected|apparently"
    r"|believed to|thought to|appears? to|seems? to)\b"
)
