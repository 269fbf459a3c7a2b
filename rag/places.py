"""Which Moroccan towns and provinces a text names, in Arabic or Latin letters.

A closed list: nothing in Arabic writing tells a place from another word. Those whose name is also a
common word («الجديدة», «بركان») are no places in a question, but may be in a text.
"""

from __future__ import annotations

import re

from rag.arabic import fold, forms

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


_PLACES = _named(_LINES)
_MAYBE = _PLACES | _named(_DOUBTFUL)


def places(text: str) -> frozenset[str]:
    """The places that ``text`` names for certain, each by one name."""
    return _found(text, _PLACES)


def may_name(text: str) -> frozenset[str]:
    """The places that ``text`` names, or may name: «بركان» is a volcano too."""
    return _found(text, _MAYBE)


def _found(text: str, known: dict[str, str]) -> frozenset[str]:
    """«بطنجة», «وبالرباط», «للرباط» with what stands before; «أصيلة» not with the article."""
    named = set()
    for form in forms(text):
        without = _PARTICLE.sub("", form)
        for word in (form, without, f"ال{form[2:]}" if form.startswith("لل") else form):
            named.add(known.get(word, ""))
    return frozenset(named - {""})
