"""One thing changed in a true statement, so that its source no longer says it.

Each change takes a text and a random generator and gives the changed text, or None where it does
not apply. What is put in is drawn from lists of this file or from names and answers given.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from rag.arabic import fold
from rag.dates import MONTH_OF
from rag.editions import years_and_editions
from rag.numbers import values

Change = Callable[[str, random.Random], str | None]

_DIGITS = re.compile(r"(?<![\w.,/:-])\d+(?:[.,]\d+)*(?![\w/:-]|[.,]\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTHS = {
    "ar": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre".split(),
    "en": "January February March April May June July August September October November "
    "December".split(),
}
_WORDS = (
    "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة".split(),
    "ثلاث أربع خمس ست سبع ثماني تسع".split(),
    "deux trois quatre cinq sept huit neuf".split(),
    "two three four five six seven eight nine".split(),
)
_SCALES = (
    ("ألف", "مليون"), ("ألفا", "مليونا"), ("آلاف", "ملايين"), ("مليون", "مليار"),
    ("ملايين", "ملايير"), ("مليار", "مليون"), ("mille", "millions de"), ("millions", "milliards"),
    ("million", "billion"), ("thousand", "million"), ("milliards", "millions"),
    ("billion", "million"),
)  # fmt: skip
_ORDINALS = (
    "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split(),
    "الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split(),
    "première deuxième troisième quatrième cinquième sixième septième huitième neuvième".split(),
    "first second third fourth fifth sixth seventh eighth ninth".split(),
)
_NOUNS = {
    "ar": "درهما شخصا مدينة كيلومترا طنا كتابا لاعبا شركة سيارة يوما شجرة مدرسة".split(),
    "fr": "dirhams personnes villes kilomètres tonnes livres joueurs entreprises jours".split(),
    "en": "dirhams people cities kilometres tonnes books players companies days".split(),
}
_OPPOSITES = (
    ("ارتفع", "انخفض"), ("ارتفعت", "انخفضت"), ("ارتفاع", "انخفاض"), ("ارتفاعا", "انخفاضا"),
    ("زاد", "نقص"), ("زادت", "تراجعت"), ("زيادة", "تراجع"), ("تراجع", "ارتفع"),
    ("تراجعت", "ارتفعت"), ("فاز", "خسر"), ("فازت", "خسرت"), ("وافق", "رفض"),
    ("افتتح", "اختتم"), ("افتتحت", "اختتمت"), ("بدأ", "انتهى"), ("بدأت", "انتهت"),
    ("انطلقت", "انتهت"), ("انطلق", "انتهى"), ("أكثر", "أقل"), ("أكبر", "أصغر"), ("أعلى", "أدنى"),
    ("increased", "decreased"), ("rose", "fell"), ("won", "lost"), ("opened", "closed"),
    ("more", "less"), ("hausse", "baisse"), ("augmenté", "diminué"), ("progressé", "reculé"),
    ("ouvert", "fermé"), ("plus", "moins"), ("gagné", "perdu"),
)  # fmt: skip
_BOTH_WAYS = _OPPOSITES + tuple((b, a) for a, b in _OPPOSITES)
_ARABIC_VERBS = (
    "بلغ بلغت كان كانت افتتح افتتحت شارك شاركت أعلن أعلنت استقطب استقطبت سجل سجلت وصل وصلت فاز "
    "فازت نال نالت قرر قررت شهد شهدت انطلق انطلقت ارتفع ارتفعت تراجع تراجعت حصل حصلت عرض عرضت "
    "بدأ بدأت اختير اختيرت حضر نظم نظمت قام قامت كلف كلفت ولد ولدت توفي أصبح أصبحت خصصت خصص تم تمت "
    "ضم ضمت أصدر أصدرت احتل احتلت يقع تقع يبلغ تبلغ يمكن يوجد توجد يعتبر تعتبر يتم تتم استخدم"
).split()
_AUXILIARIES = {
    "fr": re.compile(r"\b(est|sont|a|ont|était|fut|sera|compte|atteint)\b"),
    "en": re.compile(r"\b(is|are|was|were|has|have|had|will|can)\b"),
}
_NEGATORS = re.compile(
    r"(?<!\w)(?:و|ف)?(?:لا|لم|لن|ليس|ليست)\s+(?!يزال|تزال|زال|سيما|بد\b)(?=\w)(?![^.،]{0,40}(?:إلا|سوى))|\b(?:not|never)\s|\bpas\s"
)


def language_of(text: str) -> str:
    """ar, fr or en, by script and the commonest words."""
    if re.search(r"[\u0621-\u064a]", text):
        return "ar"
    return "fr" if re.search(r"\b(?:le|la|les|des|est|de|du|en)\b", text.lower()) else "en"


def number(text: str, rng: random.Random) -> str | None:
    """Another number in digits, years left alone."""
    found = [m for m in _DIGITS.finditer(text) if not _YEAR.fullmatch(m.group())]
    if not found:
        return None
    match = rng.choice(found)
    digits = match.group()
    place = rng.choice([i for i, c in enumerate(digits) if c.isdigit()])
    other = str((int(digits[place]) + rng.randint(1, 8)) % 10 or 5)
    changed = _put(text, match, digits[:place] + other + digits[place + 1 :])
    return changed if values(changed) != values(text) else None


def number_word(text: str, rng: random.Random) -> str | None:
    """Another number in words."""
    for row in _WORDS:
        if changed := _swapped(text, rng, [(word, rng.choice(row)) for word in row]):
            return changed if values(changed) != values(text) else None
    return None


def scale(text: str, rng: random.Random) -> str | None:
    """Thousands for millions."""
    return _swapped(text, rng, _SCALES)


def noun(text: str, rng: random.Random) -> str | None:
    """Something else is counted."""
    found = [
        m
        for m in re.finditer(
            rf"{_DIGITS.pattern}(?:\s(?:ألفا?|مليونا?|آلاف|ملايين))?\s(\w{{3,}})", text
        )
        if not _YEAR.match(m.group()) and fold(m[1]) not in MONTH_OF and not m[1].isdigit()
    ]
    if not found:
        return None
    match = rng.choice(found)
    if (
        fold(match[1])
        in fold("من في على إلى مقابل ألف سنة عام millions million thousand pour per").split()
    ):
        return None
    others = [n for n in _NOUNS[language_of(text)] if fold(n)[:2] != fold(match[1])[:2]]
    return text[: match.start(1)] + rng.choice(others) + text[match.end(1) :]


def day(text: str, rng: random.Random) -> str | None:
    """Another day of the month."""
    months = "|".join(name for names in _MONTHS.values() for name in names)
    found = list(re.finditer(rf"(?<!\d)(\d\d?)(?=\s(?:{months})\b)", text))
    if not found:
        return None
    match = rng.choice(found)
    return _put(text, match, str((int(match[1]) + rng.randint(1, 26)) % 28 + 1))


def month(text: str, rng: random.Random) -> str | None:
    """Another month."""
    names = _MONTHS[language_of(text)]
    found = [m for name in names for m in re.finditer(rf"(?<=\d )\b{name}\b", text)]
    if not found:
        return None
    match = rng.choice(found)
    return _put(text, match, rng.choice([name for name in names if name != match.group()]))


def year(text: str, rng: random.Random) -> str | None:
    """Another year."""
    found = list(_YEAR.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    return _put(text, match, str(int(match.group()) + rng.choice((-3, -2, -1, 1, 2, 3))))


def edition(text: str, rng: random.Random) -> str | None:
    """Another edition or anniversary."""
    if not any(mark[0] == "e" for mark in years_and_editions(text)):
        return None
    for row in _ORDINALS:
        changed = _swapped(text, rng, [(word, rng.choice(row)) for word in row])
        if changed and years_and_editions(changed) != years_and_editions(text):
            return changed
    changed = number(text, rng)
    return changed if changed and years_and_editions(changed) != years_and_editions(text) else None


def negation(text: str, rng: random.Random) -> str | None:
    """A denial put in."""
    if (lang := language_of(text)) != "ar":
        match = _AUXILIARIES[lang].search(text)
        if not match:
            return None
        denied = f"n'{match[1]} pas" if match[1][0] in "aoeé" else f"ne {match[1]} pas"
        return _put(text, match, f"{match[1]} not" if lang == "en" else denied)
    verbs = "|".join(_ARABIC_VERBS)
    found = list(re.finditer(rf"(?<!\w)(?P<and>[وف]?)(?P<verb>{verbs})(?!\w)", text))
    if not found:
        return None
    match = rng.choice(found)
    denial = "لا" if match["verb"][0] in "يت" and match["verb"] not in ("تم", "تمت") else "لم"
    return _put(text, match, f"{match['and']}{denial} {match['verb']}")


def affirmation(text: str, rng: random.Random) -> str | None:
    """A denial taken out."""
    found = list(_NEGATORS.finditer(text))
    return _put(text, rng.choice(found), "") if found else None


def direction(text: str, rng: random.Random) -> str | None:
    """What rose falls."""
    return _swapped(text, rng, _BOTH_WAYS)


def names(groups: Sequence[Sequence[str]], source: str) -> Change:
    """Another name: of ``groups`` (the forms of one name each) one that ``source`` has not."""
    told = fold(source)
    absent = [group for group in groups if not any(fold(form) in told for form in group)]

    def change(text: str, rng: random.Random) -> str | None:
        arabic = language_of(text) == "ar"
        found = [
            match
            for group in groups
            for form in group
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)
        ]
        others = [f for g in absent for f in g if (language_of(f) == "ar") == arabic]
        if not found or not others:
            return None
        match = rng.choice(found)
        alike = [f for f in others if len(f.split()) == len(match.group().split())] or others
        return _put(text, match, rng.choice(alike))

    return change


def answer(text: str, said: str, others: Sequence[str], rng: random.Random) -> str | None:
    """Another answer of the same length and kind in the place of ``said``."""
    if said not in text or not others:
        return None
    return text.replace(said, rng.choice(others), 1)


def _swapped(text: str, rng: random.Random, pairs: Sequence[tuple[str, str]]) -> str | None:
    found = [
        (match, other)
        for word, other in pairs
        if word != other
        for match in re.finditer(rf"(?<!\w)[وفبل]?({word})(?!\w)", text)
    ]
    if not found:
        return None
    match, other = rng.choice(found)
    return text[: match.start(1)] + other + text[match.end(1) :]


def _put(text: str, match: re.Match[str], other: str) -> str:
    return text[: match.start()] + other + text[match.end() :]


CHANGES: dict[str, Change] = {
    "number in digits": number,
    "number in words": number_word,
    "scale": scale,
    "what is counted": noun,
    "day": day,
    "month": month,
    "year": year,
    "edition": edition,
    "denial put in": negation,
    "denial taken out": affirmation,
    "direction": direction,
}
