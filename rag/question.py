"""What a question asks for: its language, the words that matter, the kind of answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rag.arabic import STOPWORDS, fold, forms, stem
from rag.language import detect
from rag.schema import Language

Wanted = Literal["number", "date", "other"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood without a model.

    ``stems`` are those of its content words, each once, in order.
    """

    text: str
    language: Language
    stems: tuple[str, ...]
    wants: Wanted

    @property
    def is_arabic_script(self) -> bool:
        """Whether its words can be looked for in Arabic documents as they are."""
        return self.language in ("ar", "ary")


def understand(text: str) -> Question:
    """Read a question."""
    found = forms(text)
    content = (form for form in found if form not in STOPWORDS and form not in _ASKED)
    return Question(
        text=text,
        language=detect(text),
        stems=tuple(dict.fromkeys(stem(form) for form in content)),
        wants=_wanted(found),
    )


def _wanted(found: list[str]) -> Wanted:
    said = " " + " ".join(found) + " "
    if any(f" {phrase} " in said for phrase in _NUMBER):
        return "number"
    if any(f" {phrase} " in said for phrase in _DATE):
        return "date"
    return "other"


def _phrases(*names: str) -> tuple[str, ...]:
    return tuple(" ".join(forms(name)) for name in names)


_NUMBER = _phrases(
    "كم", "بكم", "كم عدد", "ما عدد", "شحال", "بشحال", "chhal", "ch7al", "chehal", "combien",
    "quel nombre", "quel est le nombre", "quel pourcentage", "how many", "how much", "ما نسبة",
    "ما هي نسبة", "ما هو عدد", "كم بلغ", "ما ثمن", "ما سعر", "quel prix",
)  # fmt: skip
_DATE = _phrases(
    "متى", "فوقاش", "وقتاش", "إمتى", "fo9ach", "fou9ach", "foukach", "imta", "quand", "when",
    "في أي سنة", "في أي عام", "في أي تاريخ", "ما تاريخ", "ما هو تاريخ", "أي يوم", "what year",
    "what date", "which year", "quelle date", "quelle année", "en quelle année",
)  # fmt: skip
# Words that ask and are not looked for: a page does not say «عدد» when it says a number.
_ASKED = frozenset(
    form
    for name in ("عدد", "نسبة", "تاريخ", "سنة", "عام", "nombre", "number", "date", "année", "year")
    for form in forms(name)
) | frozenset(fold(w) for w in "chhal ch7al fin wach chkoun dyal dial f b l li kifach 3lach".split())
