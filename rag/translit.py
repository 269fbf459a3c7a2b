"""Names across scripts: «مراكش» and "Marrakech" have the same consonant skeleton, m-r-k-c.

Vowels, ع and hamza are dropped, letters that Latin spelling does not tell apart fall together,
and a Latin letter that stands for several Arabic ones gives several skeletons. Names that have
another root in the two languages (Maroc, المغرب) are listed. A name of one consonant (Ali) says
too little to be compared.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from rag.arabic import fold

_ARABIC = str.maketrans(
    dict(zip("بتطثجحهخدذضظرزسصشغفقكلمن", "btttjhhxddddrzsscgfkklmn", strict=True))
    | dict.fromkeys("ويىاءئؤعةآ", "")
)
# "" for vowels; several readings separated by |. Digits are those of Arabizi.
_LATIN = {
    "sch": "c", "tch": "tc|c", "ch": "c", "sh": "c", "kh": "x", "gh": "g", "dh": "d", "th": "t|th",
    "ph": "f", "dj": "j", "gu": "k|g|j", "qu": "k", "ck": "k", "5": "x", "7": "h", "9": "k",
    "3": "", "2": "", "b": "b", "c": "k|s", "d": "d", "f": "f", "g": "k|j|g", "h": "h|", "j": "j",
    "k": "k", "l": "l", "m": "m", "n": "n", "p": "b", "q": "k", "r": "r", "s": "s", "t": "t",
    "v": "f", "w": "", "x": "ks", "z": "z|s", "a": "", "e": "", "i": "", "o": "", "u": "", "y": "",
}  # fmt: skip
_UNIT = re.compile("|".join(sorted(_LATIN, key=len, reverse=True)))
_MOST_READINGS = 16
_FEW = 2  # consonants: words of two are found everywhere
_LONGEST = 40  # letters of a name; reading a word takes the square of its length
_REMEMBERED = 1 << 16  # words whose skeletons are kept
_OTHER_ROOT = {
    "maroc": "المغرب", "morocco": "المغرب", "marocain": "المغربي", "moroccan": "المغربي",
    "casablanca": "البيضاء", "casa": "البيضاء", "tanger": "طنجة", "tangier": "طنجة",
    "algérie": "الجزائر", "algeria": "الجزائر", "alger": "الجزائر", "egypte": "مصر",
    "égypte": "مصر", "egypt": "مصر", "tunis": "تونس", "germany": "ألمانيا", "greece": "اليونان",
    "allemagne": "ألمانيا", "grèce": "اليونان", "india": "الهند", "inde": "الهند",
    "austria": "النمسا", "autriche": "النمسا", "hungary": "المجر", "hongrie": "المجر",
    "jérusalem": "القدس", "jerusalem": "القدس", "damascus": "دمشق", "damas": "دمشق",
    "cairo": "القاهرة", "caire": "القاهرة", "nile": "النيل", "nil": "النيل", "islam": "الإسلام",
    "palestine": "فلسطين", "espagne": "إسبانيا", "londres": "لندن", "tripoli": "طرابلس",
    "paris": "باريس", "china": "الصين", "chine": "الصين", "japan": "اليابان", "japon": "اليابان",
    "monday": "الاثنين", "tuesday": "الثلاثاء", "wednesday": "الأربعاء", "thursday": "الخميس",
    "friday": "الجمعة", "saturday": "السبت", "sunday": "الأحد",
}  # fmt: skip


# "l'", "d'" and the Arabic article of "Al-Kouhouf", "Er-Rachidia".
_ATTACHED = re.compile(r"^(?:(?:[ldsn]|qu)['’]|[ae](?:[ldnrstz]|ch|sh)[-’'])(?=\w)", re.IGNORECASE)


def names(text: str) -> list[str]:
    """The names a Latin-script question has: capitalised words but for the first, no acronyms."""
    found = re.findall(r"[^\W\d_][\w’'-]*", text)[1:]
    bare = [_ATTACHED.sub("", re.sub(r"['’]s?$", "", word)) for word in found]
    return [word for word in bare if word[0].isupper() and not word.isupper()]


def named_in(name: str, arabic_forms: Iterable[str]) -> bool:
    """Whether a Latin-script name can be one of these folded Arabic words."""
    held = set(arabic_forms)
    if other := _OTHER_ROOT.get(name.casefold()):
        root = re.compile(rf"[وف]?[بكل]?(?:ال|ل)?{fold(other).removeprefix('ال')}ه?")
        return any(map(root.fullmatch, held))
    readings = latin_skeletons(name)
    return any(readings & arabic_skeletons(form) for form in held)


@lru_cache(_REMEMBERED)
def arabic_skeletons(form: str) -> frozenset[str]:
    """The skeletons of a folded Arabic word, with and without what may be an attached particle
    or article at its front and a feminine ending."""
    bare = {form, re.sub(r"^[وفبكل](?=...)", "", form)}
    bare |= {re.sub(r"^(?:[وفبك]?ال|لل)(?=..)", "", word) for word in bare}
    bare |= {word.removesuffix("ه") for word in bare}
    return frozenset(word.translate(_ARABIC) for word in bare)


@lru_cache(_REMEMBERED)
def latin_skeletons(word: str) -> frozenset[str]:
    """The possible skeletons, of two consonants or more, of a Latin-script word; one
    longer than any name has none."""
    found = {skeleton for skeleton in _readings(word) if len(skeleton) > 1}
    # What is left of "Hassan" without a letter that is silent in others, "sn", is found everywhere.
    if max(map(len, found), default=0) > _FEW:
        found = {skeleton for skeleton in found if len(skeleton) > _FEW}
    return frozenset(found)


def short_skeletons(word: str) -> frozenset[str]:
    """Those of one consonant: they say something beside another name, nothing alone."""
    return frozenset(skeleton for skeleton in _readings(word) if len(skeleton) == 1)


def _readings(word: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", word.replace("ç", "s")).casefold()
    spelled = re.sub(r"[^a-z0-9]", "", plain)
    if len(spelled) > _LONGEST:
        return []
    readings = [""]
    # A doubled letter (Mohammed) counts once, two of a kind with a vowel between (Aziz) twice.
    for unit in _UNIT.findall(re.sub(r"(.)\1+", r"\1", spelled)):
        sounds = _LATIN[unit].split("|")
        sounds = sounds if len(readings) * len(sounds) <= _MOST_READINGS else sounds[:1]
        readings = [head + tail for head, tail in product(readings, sounds)]
    return readings
