"""Which Moroccan towns and provinces a text names, in Arabic or Latin letters.

A closed list: nothing in Arabic writing tells a place from another word, so those whose name is
also a common word («الجديدة», «العيون», «جرادة», «سلا») are left out in Arabic.
"""

from __future__ import annotations

import re

from rag.arabic import fold, forms

_LINES = """
طنجة tanger tangier tangiers tanja | تطوان tetouan titwan | وجدة oujda wejda | فاس fes fas
مكناس meknes | الرباط rabat | القنيطرة kenitra | مراكش marrakech marrakesh
أكادير agadir | تازة taza | الناظور nador | الحسيمة hoceima | العرائش larache
أصيلة asilah assilah asila | شفشاون chefchaouen chaouen | laayoune | dakhla | ورزازات ouarzazate
زاكورة zagora | الراشيدية الرشيدية errachidia | خنيفرة khenifra | أزيلال azilal | ميدلت midelt
إفران ifrane | أزرو azrou | الصويرة essaouira | آسفي safi | سطات settat | برشيد berrechid
خريبكة khouribga | المحمدية mohammedia lmohammedia | تيزنيت tiznit | تارودانت taroudant
كلميم guelmim | طانطان tantan | بركان berkane | جرسيف guercif | تاوريرت taourirt
بولمان boulemane | صفرو sefrou | تاونات taounate | وزان ouazzane | تمارة temara
الخميسات khemisset | فجيج فكيك figuig | السمارة smara | بوجدور boujdour | اليوسفية youssoufia
شيشاوة chichaoua | دمنات demnate | الفنيدق fnideq | طرفاية tarfaya | طاطا tata | إفني ifni
أوسرد aousserd | الدريوش driouch | بنجرير benguerir | السراغنة sraghna | الرحامنة rehamna
الحوز haouz | النواصر nouaceur | بوزنيقة bouznika | بنسليمان benslimane | الصخيرات skhirat
تنغير tinghir tinerhir | الريصاني rissani | مرزوكة merzouga | إيموزار imouzzer | مرتيل martil
اشتوكة chtouka | إنزكان inezgane | تغازوت taghazout | أوكايمدن oukaimeden
"""
_ARTICLE = re.compile(r"^(?:[وفبلك]?ال|لل)(?=...)")
_PARTICLE = re.compile(r"^[وفبلك](?=...)")
_PLACES = {
    _ARTICLE.sub("", fold(name)): names.split()[-1]
    for names in re.split(r"[|\n]", _LINES.strip())
    for name in names.split()
}


def places(text: str) -> frozenset[str]:
    """The places that ``text`` names, each by one name."""
    named = set()
    for form in forms(text):
        without = _PARTICLE.sub("", form)
        for word in (form, without, _ARTICLE.sub("", form), _ARTICLE.sub("", without)):
            named.add(_PLACES.get(word, ""))
    return frozenset(named - {""})
