"""Which Moroccan towns and provinces a text names, in Arabic or Latin letters.

A closed list: nothing in Arabic writing tells a place from another word. Those whose name is also a
common word («الجديدة», «بركان») are no places in a question, but may be in a text.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from rag.arabic import fold, forms
from rag.glossary import is_known
from rag.people import is_given_name
from rag.translit import arabic_skeletons, latin_skeletons

_LINES = """
طنجة tanger tangier tangiers tanja | تطوان tetouan titwan | وجدة oujda wejda | فاس fes fas
مكناس meknes | الرباط rabat | القنيطرة kenitra | مراكش marrakech marrakesh
أكادير agadir | تازة taza | الناظور nador | الحسيمة hoceima | العرائش larache
أصيلة asilah assilah asila | شفشاون chefchaouen chaouen | laayoune | ورزازات ouarzazate
زاكورة zagora | الراشيدية الرشيدية errachidia | خنيفرة khenifra | أزيلال azilal | ميدلت midelt
ifrane | أزرو azrou | الصويرة essaouira | آسفي asfi | سطات settat | برشيد berrechid
خريبكة khouribga | المحمدية mohammedia lmohammedia | تيزنيت tiznit | تارودانت taroudant
كلميم guelmim | طانطان tantan | berkane | جرسيف guercif | تاوريرت taourirt
بولمان boulemane | صفرو sefrou | تاونات taounate | ouazzane | تمارة temara
الخميسات khemisset | فجيج فكيك figuig | السمارة smara | بوجدور boujdour | اليوسفية youssoufia
شيشاوة chichaoua | دمنات demnate | الفنيدق fnideq | طرفاية tarfaya | إفني ifni
أوسرد aousserd | الدريوش driouch | بنجرير benguerir | السراغنة sraghna | الرحامنة rehamna
الحوز haouz | النواصر nouaceur | بوزنيقة bouznika | بنسليمان benslimane | الصخيرات skhirat
تنغير tinghir tinerhir | الريصاني rissani | مرزوكة merzouga | إيموزار imouzzer | مرتيل martil
اشتوكة chtouka | إنزكان inezgane | تغازوت taghazout | أوكايمدن oukaimeden
"""
# Each with the name by which ``places`` knows it, if it does.
_DOUBTFUL = """
إفران ifrane | بركان berkane | وزان ouazzane | العيون laayoune | الداخلة dakhla | الجديدة jadida
سلا sale | جرادة jerada | طاطا tata | آسفي safi asfi
"""
_PARTICLE = re.compile(r"^و?[فبلك]?(?=...)")


def _named(lines: str) -> dict[str, str]:
    return {
        fold(name): names.split()[-1]
        for names in re.split(r"[|\n]", lines.strip())
        for name in names.split()
    }


_LEAST_SOUND = 3  # consonants: "Fouzi" is not Fes
_LIKE = 0.58  # of all letters, those in common: "Kader" is not Agadir
_LARGE = re.compile(r"\b[A-ZÀ-Ý][^\W\d_]+")


def _written(lines: str) -> dict[str, tuple[list[str], str]]:
    """By the name by which ``places`` knows it how a place is written in Arabic and in Latin
    letters."""
    found = {}
    for names in (listed.split() for listed in re.split(r"[|\n]", lines.strip())):
        arabic = [name for name in names if not name.isascii()]
        latin = next(name for name in names if name.isascii())
        found[names[-1]] = (arabic, latin.capitalize())
    return found


_PLACES = _named(_LINES)
_MAYBE = _PLACES | _named(_DOUBTFUL)
_WRITTEN = _written(_LINES) | _written(_DOUBTFUL)


def places(text: str) -> frozenset[str]:
    """The places that ``text`` names for certain, each by one name."""
    return _found(text, _PLACES)


def may_name(text: str) -> frozenset[str]:
    """The places that ``text`` names, or may name: «بركان» is a volcano too."""
    return _found(text, _MAYBE)


def spelled(text: str, sources: str) -> str:
    """``text``, in French or English, with the towns of ``sources`` as they are written in Latin
    letters: a small model spells أكادير "Akadér". Only what is spelled much like the town, is no
    known word or given name, and sounds like no other word of ``sources`` («رشيد» beside الرشيدية)
    is taken for it."""
    named = [_WRITTEN[place] for place in may_name(sources) if place in _WRITTEN]
    sounds = {
        sound: latin
        for arabic, latin in named
        for name in arabic
        for sound in arabic_skeletons(fold(name))
        if len(sound) >= _LEAST_SOUND
    }

    others = {
        sound
        for form in forms(sources)
        if not _found(form, _MAYBE)
        for sound in arabic_skeletons(form)
    }

    def written(word: re.Match[str]) -> str:
        said = word.group()
        form, heard = fold(said), latin_skeletons(said)
        is_word = is_known(form, "en") or is_known(form, "fr") or is_given_name(form)
        if form in _MAYBE or is_word or not others.isdisjoint(heard):
            return said
        meant = next((sounds[sound] for sound in heard if sound in sounds), said)
        alike = SequenceMatcher(None, form, fold(meant)).ratio()
        return meant if alike >= _LIKE else said

    return _LARGE.sub(written, text)


def _found(text: str, known: dict[str, str]) -> frozenset[str]:
    """«بطنجة», «وبالرباط», «للرباط» with what stands before; «أصيلة» not with the article."""
    named = set()
    for form in forms(text):
        without = _PARTICLE.sub("", form)
        for word in (form, without, f"ال{form[2:]}" if form.startswith("لل") else form):
            named.add(known.get(word, ""))
    return frozenset(named - {""})
