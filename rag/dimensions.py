"""What kind of measure a question asks for: an age, a duration, a distance, an area, a weight.

A page that gives numbers, but none in years, tells nobody's age.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.arabic import fold, forms
from rag.counts import counted, measures
from rag.things import thing

_TOLD_AGE = re.compile(r"\b(?:ال)?عمر(?:ه|ها|و|هم|نا)?\b|\bagee?s?\b|\bold\b|\bl?3omr")
_YEARS = frozenset(("year", "month"))
# Of folded texts, a question word and what it asks for at most three words behind it: «ارتفاع» is
# a rise, «عرض» a show, and «على طول» no length.
_ASKS = (
    r"\b(?:و?(?:كم|ب?شحال|ما|شنو)|combien|quel(?:le)?|what|b?ch+[a7]+l)"
    r"(?:\W+(?!عدد|nombre|number|many)\w+){0,3}?\W+[فبل]?(?:ال)?"
)
_AGE = r"(?:عمر(?:ه|ها|و|هم)?|age|l?3omr\w*)\b"
_MEASURES = (
    (r"(?:حراره|temperature|l?7arara)\b", "degree"),
    (r"(?:مساح(?:ه|ت\w+)|superficie|surface|area)\b", "hectare metre kilometre"),
    (r"(?:طول|عمق|علو|سمك|longueur|largeur|hauteur|profondeur|epaisseur|length|depth|l?3om[9q]"
     r"|مساف(?:ه|ت\w+)|distance)\w{0,2}\b", "metre kilometre centimetre millimetre mile"),
    (r"(?:وزن|poids|weight)\w{0,2}\b", "kilogram ton gram quintal"),
    (r"(?:مده|من الوقت|د(?:يال)? الوقت|دام|دامت|استغرق\w?|استمر\w?|temps|duree|d l?w[ae]9t)\b",
     "second minute hour day night week month year decade century"),
)  # fmt: skip
_HOW_OLD = r"\bhow old\b"
_HOW = (
    (r"\bhow (?:big|large)\b", 1), (r"\bhow (?:tall|deep|wide|high|thick|far)\b", 2),
    (r"\bhow heavy\b", 3), (r"\bhow long (?:did|will|does|do|was|has|have)\b", 4),
)  # fmt: skip


def lacks_measure(question: str, texts: Sequence[str]) -> bool:
    """Whether ``question`` asks for an age, and no text tells one, or for another measure of which
    no text has a unit; false where it asks for none that is known."""
    if thing(counted(question)):  # «كم صوتا حصل عليه عمر؟»
        return False
    folded = fold(question)
    if re.search(f"{_ASKS}{_AGE}|{_HOW_OLD}", folded):
        return not any(_TOLD_AGE.search(fold(text)) or measures(text, _YEARS) for text in texts)
    units = _units(folded)
    return bool(units) and not any(thing(form) in units for text in texts for form in forms(text))


def _units(folded: str) -> frozenset[str]:
    for asked, units in _MEASURES:
        if re.search(_ASKS + asked, folded):
            return frozenset(units.split())
    for asked, place in _HOW:
        if re.search(asked, folded):
            return frozenset(_MEASURES[place][1].split())
    return frozenset()
