"""The value that a source in another language gives to a question for a number, a share, an amount
of money or a date, written in the language of the question.

Only a value that can be nothing else is read out of the sentence, with what says how exactly it is
meant; the sentence itself is the quote. No more is translated: of three sentences that the default
model was given to translate none came out true (eval/LOG.md).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal

from rag.amounts import of_two_sorts
from rag.arabic import fold, words
from rag.counts import counted, counting, may_count, measured
from rag.numbers import numbers
from rag.polarity import is_negator
from rag.question import Question
from rag.shown import YEAR
from rag.statement import Item
from rag.things import MONEY, thing
from rag.units import units

_NO_BREAK = "\N{NO-BREAK SPACE}"
_MARKS = {"ar": ".,", "fr": f"{_NO_BREAK},", "en": ",."}  # of thousands and of decimals
_LEAST_GROUPED = 5  # digits
_MOST_DECIMALS = 2  # of millions
_MILLIONS = {
    10**6: {"ar": "مليون", "fr": "million", "en": "million"},
    10**9: {"ar": "مليار", "fr": "milliard", "en": "billion"},
}
_MONTHS = {
    "ar": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
_UNITS = {
    "percent": {"ar": "في المائة", "fr": "%", "en": "%"},
    "dirham": {"ar": "درهم", "fr": "dirhams", "en": "dirhams"},
    "dollar": {"ar": "دولار", "fr": "dollars", "en": "dollars"},
    "euro": {"ar": "أورو", "fr": "euros", "en": "euros"},
    "pound": {"ar": "جنيه", "fr": "livres", "en": "pounds"},
    "dinar": {"ar": "دينار", "fr": "dinars", "en": "dinars"},
    "riyal": {"ar": "ريال", "fr": "riyals", "en": "riyals"},
    "franc": {"ar": "فرنك", "fr": "francs", "en": "francs"},
    "centime": {"ar": "سنتيم", "fr": "centimes", "en": "centimes"},
}
# What is counted and measured, as ``rag.things`` names it, of one and of several.
_COUNTED = """
metre | mètre mètres | metre metres
kilometre | kilomètre kilomètres | kilometre kilometres
mile | mille milles | mile miles
centimetre | centimètre centimètres | centimetre centimetres
millimetre | millimètre millimètres | millimetre millimetres
hectare | hectare hectares | hectare hectares
kilogram | kilogramme kilogrammes | kilogram kilograms
gram | gramme grammes | gram grams
ton | tonne tonnes | tonne tonnes
quintal | quintal quintaux | quintal quintals
litre | litre litres | litre litres
degree | degré degrés | degree degrees
second | seconde secondes | second seconds
minute | minute minutes | minute minutes
hour | heure heures | hour hours
day | jour jours | day days
night | nuit nuits | night nights
week | semaine semaines | week weeks
month | mois mois | month months
year | an ans | year years
person | personne personnes | person people
visitor | visiteur visiteurs | visitor visitors
participant | participant participants | participant participants
volunteer | bénévole bénévoles | volunteer volunteers
exhibitor | exposant exposants | exhibitor exhibitors
pupil | élève élèves | pupil pupils
child | enfant enfants | child children
country | pays pays | country countries
city | ville villes | city cities
goal | but buts | goal goals
point | point points | point points
time | fois fois | time times
"""


def _named(lines: str) -> dict[str, dict[str, list[str]]]:
    split = (line.split(" | ") for line in lines.strip().splitlines())
    return {thing: {"fr": fr.split(), "en": en.split()} for thing, fr, en in split}


_NAMED = _named(_COUNTED)
# How a number is meant, and the folded words right before it that say so.
_MEANT = (
    ({"ar": "أكثر من", "fr": "plus de", "en": "more than"},
     r"(?:اكثر|ازيد) من|(?:ما )?[يت]زيد (?:عن|علي)|(?:ما )?[يت]فوق|فاق\w?|[يت]?تجاوز\w?"
     r"|plus de?|depass\w+|more than|over|exceed\w*"),
    ({"ar": "أقل من", "fr": "moins de", "en": "less than"},
     r"اقل من|moins de?|(?:less|fewer) than|under|below"),
    ({"ar": "حوالي", "fr": "environ", "en": "about"},
     r"ب?(?:حوالي|نحو|قرابه|زهاء)|(?:ما )?[يتن]?(?:ناهز|قارب)\w?|environ|(?:pres|autour) de?"
     r"|quelques?|about|around|nearly|almost|approximately|roughly|some"),
)  # fmt: skip
_LEAST_SINGULAR = 11
_NEAR = 3  # words before a number
_VOWEL = re.compile("[aeiouyh]")
_TIME = re.compile(r"@(?:m|(?P<year>\d{4})-?)(?P<month>\d\d)?(?:-(?P<day>\d\d))?")


def restated(question: Question, text: str, language: str, date: str = "") -> str:
    """The value that ``text`` gives to ``question``, in ``language`` (ar, fr, en); "" where no
    value is asked for, or ``text`` has none, or two that it could be. ``date``: of the document,
    as for ``rag.units.units``."""
    match question.wants:
        case "number":
            return _count(question, text, language)
        case "share":
            return _measure(text, {"percent"}, language)
        case "money":
            return "" if of_two_sorts(question.text, text) else _measure(text, MONEY, language)
        case "date":
            return _time(question, text, language, date)
        case "other":
            return ""


def _count(question: Question, text: str, language: str) -> str:
    noun = counted(question.text)
    said = _said(counting(noun, text), text, language)
    if len(may_count(noun, text)) > 1:
        return ""
    asked = next((word for word in words(question.text) if word.form == noun), None)
    is_singular = bool(re.search(rf"\bكم {re.escape(noun)}\b", fold(question.text)))
    if not said or (language == "ar" and not (is_singular and _takes_singular(said))):
        return said
    return _joined(said, question.text[asked.start : asked.end], language) if asked else ""


def _takes_singular(said: str) -> bool:
    """Whether the noun that stands behind «كم» stands so behind a number too: behind 11 to 99; it
    has another form behind others."""
    number = re.search(r"\d[\d.,]*$", said)
    last = int(re.sub(r"\D", "", number[0])[-2:]) if number and "," not in number[0] else 0
    return last >= _LEAST_SINGULAR


def valued(text: str, language: str) -> str:
    """``text`` in ``language`` (fr, en), if it is but a number with what it measures or counts, or
    an amount («أزيد من 120 كيلومترا»); "" for any other."""
    found = numbers(text)
    if len(found) != 1 or language == "ar":
        return ""
    number = found[0]
    before = [word.form for word in words(text[: number.start])]
    behind = [word.form for word in words(text[number.end :])]
    _, hedging = how_meant(before)
    said = _said({number.value}, text, language)
    if len(before) != hedging or len(behind) != 1 or not said:
        return ""
    of = thing(behind[0])
    if of in MONEY:
        return _joined(said, _UNITS[of][language], language)
    if of not in _NAMED:
        return ""
    one, several = _NAMED[of][language]
    is_one = number.value < 2 if language == "fr" else number.value == 1
    return _joined(said, one if is_one else several, language)


def _measure(text: str, wanted: Set[str], language: str) -> str:
    found = {unit: amount for unit, amount in measured(text).items() if unit in wanted}
    if len(found) != 1:
        return ""
    ((unit, amount),) = found.items()
    said = _said(amount, text, language)
    return _joined(said, _UNITS[unit][language], language) if said else ""


def _said(found: Set[float], text: str, language: str) -> str:
    """The one number of ``text`` that is ``found``, as it is written in ``language``, with how
    exactly it is meant; "" where it is denied or there is another."""
    place = next((number.start for number in numbers(text) if number.value in found), None)
    if len(found) != 1 or place is None:
        return ""
    before = [word.form for word in words(text[:place])][-_NEAR:]
    if any(is_negator(Item(form)) for form in before):
        return ""
    number = written_number(next(iter(found)), language)
    names, _ = how_meant(before)
    return f"{names[language]} {number}" if names else number


def how_meant(before: Sequence[str]) -> tuple[Mapping[str, str], int]:
    """How exactly a number is meant («more than», "about"), by language, and how many of the folded
    words right before it say so; nothing and 0 where none do."""
    for names, pattern in _MEANT:
        for many in range(min(_NEAR, len(before)), 0, -1):
            if re.fullmatch(pattern, " ".join(before[-many:])):
                return names, many
    return {}, 0


def written_number(value: float, language: str) -> str:
    """In digits, «1,15 million» where that is exact."""
    exact = Decimal(repr(value))
    for scale, names in _MILLIONS.items():
        share = exact / scale
        if 1 <= share < 1000 and share == round(share, _MOST_DECIMALS):
            plural = "s" if language == "fr" and share >= 2 else ""
            return f"{_digits(share, language)} {names[language]}{plural}"
    return _digits(exact, language)


def _digits(value: Decimal, language: str) -> str:
    thousands, decimals = tuple(_MARKS[language])
    whole, _, part = f"{value:f}".partition(".")
    part = part.rstrip("0")
    if len(whole) >= _LEAST_GROUPED:
        whole = f"{int(whole):,}".replace(",", thousands)
    return f"{whole}{decimals}{part}" if part else whole


def _joined(said: str, noun: str, language: str) -> str:
    """A number and its noun: "12%", «2 millions d'habitants»."""
    if noun == "%":
        return f"{said}{_NO_BREAK if language == 'fr' else ''}%"
    if language == "fr" and said[-1].isalpha():
        return f"{said} d'{noun}" if _VOWEL.match(fold(noun)) else f"{said} de {noun}"
    return f"{said} {noun}"


def _time(question: Question, text: str, language: str, date: str) -> str:
    asked = {term for terms in units(question.text) for term in terms}
    times = {terms for terms in units(text, date) if terms[0].startswith("@")}
    new = [terms for terms in times if asked.isdisjoint(terms[:1])]
    # Of a day without its year the nearest one to the date of the document stands last.
    read = [found for terms in new if (found := _TIME.fullmatch(max(terms, key=_exactness)))]
    if len(new) != 1 or not read:
        return ""
    year, month, day = read[0].group("year", "month", "day")
    if not month:
        return year
    said = f"{_MONTHS[language].split()[int(month) - 1]}{f' {year}' if year else ''}"
    if not day:
        return said
    return f"{'1er' if (language, day) == ('fr', '01') else int(day)} {said}"


def _exactness(term: str) -> tuple[bool, int]:
    return bool(YEAR.match(term)), len(term)
