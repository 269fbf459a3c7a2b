"""What kind of measure a question asks for: an age, a duration, a length, an area, a temperature.

A page that gives numbers, but none in years, tells nobody's age. Only where the measure itself is
what is asked for («كم عمق البئر؟») and no text has a unit of it, in any spelling known here, is
that said: «ارتفاع» is a rise more often, «عمر» a name, «السمك» fish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.arabic import fold, forms
from rag.counts import measures
from rag.dates import may_tell_when
from rag.numbers import numbers
from rag.things import thing

_OLDEST = 120  # years of a person
_YEARS = frozenset(("year", "month"))
_VERB = r"(?:(?:[يت]?بلغ\w?|كانت?|هو|هي|ستبلغ|سيبلغ|f|ف|في|من) )?"
# Of folded texts.
_ASKS_AGE = re.compile(
    rf"\b(?:كم|ب?شحال|ch+[a7]+l) {_VERB}(?:عمر(?:ه|ها|هم|و)?|3omr\w*)\b"
    r"|\bquel age\b|\bhow old (?:is|was|are|were)\b|\bwhat age\b"
)
_TOLD_AGE = re.compile(
    r"\b(?:ال)?عمر(?:ه|ها|و|هم|نا)?\b|\b(?:مواليد|ولدت?|ربيعه\w?|عشريني\w*|ثلاثيني\w*|اربعيني\w*|خمسيني\w*)\b"
    r"|\b(?:بني|بنيت|شيد|شيدت|تاسس\w*|اسس)\b|\bagee?s?\b|\bold\b|\bl?3omr|\bnee?s? |\bborn\b"
    r"|\b(?:founded|built|fonde|construite?)|genaires?\b"
)
_ASKS_TIME = re.compile(
    r"\b(?:كم|ما|ب?شحال)(?: هي)? (?:ال)?مده\b|\bكم (?:من الوقت|دامت?|استغرق\w?|استمر\w?)\b"
    r"|\bشحال (?:دامت?|بقات?|د(?:يال)? الوقت)\b|\bcombien de temps\b"
    r"|\bquelle (?:est |etait )?(?:la )?duree\b"
    r"|\bhow long (?:did|will|does|do|was|were|has|have)\b|\bch+[a7]+l d l?w[ae]9t"
)
_DURATION = re.compile(
    r"\b(?:مدي الحياه|مويد|موبد|سنتين|سنتان|شهرين|شهران|اسبوعين|اسبوعان|يومين|يومان|ساعتين|ساعتان"
    r"|دقيقتين|trimestres?|semestres?|life|perpetuite|decades?|هكتار)\b"
)
_LENGTH = "metre kilometre centimetre millimetre mile"
_MEASURES = (
    (rf"\b(?:كم|ما|ب?شحال) {_VERB}(?:درجات? (?:ال)?حراره|الحراره)\b"
     r"|\b(?:quelle|what) (?:est |etait |is |was )?(?:la |the )?temperature\b"
     r"|\bch+[a7]+l kant l?7arara\b", "degree"),
    (rf"\b(?:كم|ما) {_VERB}(?:مساحه|مساحت\w+)\b|\bquelle (?:est |etait )?(?:la )?superficie\b"
     r"|\bwhat (?:is|was) the area of\b", f"hectare {_LENGTH}"),
    (rf"\bكم {_VERB}(?:طول|عمق|علو|طوله\w?|عمقه\w?|علوه\w?)\b|\b(?:كم|ما) (?:هي )?(?:ال)?مسافه\b"
     r"|\bquelle (?:est |etait )?(?:la )?(?:longueur|profondeur|hauteur|distance)\b"
     r"|\bhow (?:tall|deep|wide)\b|\bwhat (?:is|was) the (?:length|depth|height|distance)\b"
     r"|\bch+[a7]+l (?:\w+ ){0,2}l?3om[9q]\b", _LENGTH),
    (rf"\bكم {_VERB}(?:وزن|وزنه\w?)\b|\bكم [يت]زن\b|\bhow heavy\b|\bwhat (?:is|was) the weight\b",
     "kilogram ton gram quintal"),
)  # fmt: skip
_UNIT = re.compile(
    r"م²|م2|\dم\b|\bم\b|\bkm²|\bkm2|\bm²|\bm2|\bacres?\b|\bfeet\b|\bfoot\b|\binch|°|مئوي|مءوي"
    r"|\b(?:مترين|متران|كيلومترين|هكتارين|طنين|طنان|وحده فلكيه|سنه ضوييه|درجتين|قنطارين)\b"
)


def lacks_measure(question: str, texts: Sequence[str]) -> bool:
    """Whether ``question`` asks for an age, a duration or another measure, and no text tells any;
    false where it asks for none that is known."""
    folded = fold(question)
    if _ASKS_AGE.search(folded):
        return not any(map(_may_tell_age, texts))
    if _ASKS_TIME.search(folded):
        return not any(may_tell_when(text) or _DURATION.search(fold(text)) for text in texts)
    units = next(
        (set(said.split()) for asked, said in _MEASURES if re.search(asked, folded)), set()
    )
    return bool(units) and not any(_has_unit(text, units) for text in texts)


def _may_tell_age(text: str) -> bool:
    if _TOLD_AGE.search(fold(text)) or measures(text, _YEARS):
        return True
    return any(
        1 < one.value < _OLDEST and text[one.end : one.end + 1] in "،,)" for one in numbers(text)
    )


def _has_unit(text: str, units: set[str]) -> bool:
    return bool(_UNIT.search(fold(text))) or any(thing(form) in units for form in forms(text))
