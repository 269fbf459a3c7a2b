"""Whether a text names a person: by a given name with another behind it, a title, «بن» or «آيت».

Closed lists know the common names only, so a text without one may still name somebody.
"""

from __future__ import annotations

import re
from functools import cache

from rag.arabic import ON, STOPWORDS, fold, forms
from rag.given_names import FOREIGN, LATIN, MEN, WOMEN

# What joins names, titles that stand before one, and what is named after somebody. Of folded texts.
_JOINING = frozenset(fold("بن ابن بنت أبو بو أم آيت أيت ايت ولد آل عبد").split())
_TITLES = frozenset(
    fold(
        "السيد السيدة الدكتور الدكتورة د الأستاذ الأستاذة الشيخ البروفيسور الأمير "
        "الأميرة الملك الملكة الإمام القديس الجنرال الكولونيل اللواء العميد الماريشال البابا الحاج "
        "الحاجة الآنسة السير اللورد mr mrs ms mme mlle dr docteur professeur professor sir"
    ).split()
)
_NAMED_AFTER = frozenset(
    fold(
        "سيدي مولاي شارع زنقة ساحة جامعة مؤسسة مطار مدرسة ثانوية إعدادية مستشفى ملعب مسجد سد قنطرة "
        "جائزة حي مركب rue avenue place université hôpital stade aéroport prix mosquée street "
        "square university hospital airport lake saint san"
    ).split()
)
_LARGE = re.compile(r"\b[A-ZÀ-Ý][^\W\d_]+")  # "Said" is a name, "said" is none
_OF_FAITH = fold("الدين")
_ROLE = (
    r"(?:ال)?(?:رييس|مدير|لاعب|مدرب|وزير|والي|كاتب|شاعر|فنان|عداء|حكم|مهاجم|مدافع|حارس|منسق|ناطق"
    r"|قايد|مخرج|سفير|قنصل|مستشار|خبير|محلل|محام|صحافي|ممثل|فايز|باحث|عالم|طبيب|استاذ|مولف|روايي"
    r"|نايب|عميد|بطل|عضو|متحدث|مهندس|فلاح|مورخ)(?:ه|ين|ون|ات)?"
)
_RELATIVE = r"(?:ال)?(?:زوج|ابن|بنت|حفيد|والد|ارمل)(?:ه|ت)?(?:ه|ها)?"
_OFFICE = (
    r"(?:maire|president|directeur|directrice|ministre|wali|gouverneur|ambassadeur|ambassadrice"
    r"|coordinateur|coordinatrice|entraineur|mayor|ambassador|director|minister|governor|head"
    r"|leader|coach|chairman|chairwoman|coordinator)e?"
)
# «فلاحة» is agriculture more often, «العالم» the world, «حكم» a verdict.
_IS_ROLE = re.compile(
    rf"[وف]?(?!(?:ال)?(?:فلاح|عالم|حكم)){_ROLE}|{_OFFICE}|experte?|chercheuse|chercheur|researcher|professor"
)
# Of folded texts. «من» is "from" as well, but not at the front, before these words excepted.
_WHO = re.compile(
    r"^\W*(?:[وف](?=\w)|et |and |w )?(?:من (?!(?:اين|اي|متي|بين|خلال|اجل|حيث|ناحيه|طرف|ماذا|كم)\b)"
    r"|(?:لمن|ممن|شكون|qui|who|whom|whose|chkoun|chkon)\b)"
    r"|\b(?:et |and )(?:qui|who)\b|\bو(?:من (?:هو|هي|الذي|التي)|شكون)\b"
    rf"|\b(?:اسم|سميه|سميت) (?:{_ROLE}|{_RELATIVE})\b|^\W*[وف]?(?:اي|ايه) {_ROLE}\b"
    r"|\bnom (?:du|de l[a']|de) ?(?:president|directeur|directrice|ministre|maire|auteur|joueur"
    r"|presidente|entraineur|gagnante?|vainqueur)\b"
    r"|\bname of the (?:president|director|minister|mayor|author|player|coach|winner|leader)\b"
    r"|^\W*(?:quel(?:le)?|which) (?:joueur|joueuse|ministre|auteur|player|minister|author|writer)\b"
)


# «من هو عمدة وجدة؟», «من يرأس الجمعية؟», "name of the mayor": who holds an office, not who did
# something, nor who somebody is.
_HOLDS = re.compile(
    r"^\W*(?:[وف](?=\w))?"
    r"(?:(?:من|شكون) (?:هو|هوا|هي|هيا|كان|كانت)|(?:ما|شنو) (?:هو )?(?:اسم|سميه)) "
    rf"(?:{_ROLE}|(?:ال)?(?:عمده|عامل|باشا|قايد|امين|مسوول)(?:ه|ين)?)(?!\w)"
    r"|^\W*(?:et |and )?(?:qui (?:est|etait|sera)|who (?:is|was)) "
    rf"(?:(?:le|la|the) |l['’])(?:\w+ )?{_OFFICE}(?!\w)"
    rf"|\b(?:nom (?:du |de la |de l['’])|name of (?:the )?)(?:\w+ )?{_OFFICE}(?!\w)"
    r"|^\W*(?:[وف](?=\w))?(?:من|شكون) (?:الذي |التي |(?:ا?ل)?لي )?"
    r"ك?[يت]ت?راس(?!\w)"
    r"|^\W*(?:et |and )?(?:qui preside|who (?:chairs|presides))(?!\w)"
    r"|^\W*chk[ou]*n (?:ho[uw]*a|hiy[ay]?) (?:l|el|al)?"
    r"(?:3omda|ra2is\w*|ra?is\w*|moudir\w*|wazir\w*)"
)


def names_of_people(text: str) -> frozenset[str]:
    """The folded words by which people are named in ``text``: given names with another word behind
    them, and what stands behind a title or a word that joins names."""
    found = set()
    said = forms(ON.sub(" , ", text))
    large = {fold(word) for word in _LARGE.findall(text)}
    for before, word, behind in zip(["", *said], said, said[1:], strict=False):
        if behind in STOPWORDS or behind[0].isdigit() or before in _NAMED_AFTER:
            continue
        name = word if word in _given() else word.removeprefix("و")
        if name in _given() and (name in large or not name.isascii()):
            found.add(name)
        elif name in _JOINING or name in _TITLES:
            found.add(behind)
        elif behind == _OF_FAITH:  # «عز الدين», «صلاح الدين»
            found.add(name)
    return frozenset(found)


def asks_who(question: str) -> bool:
    """Whether a person is asked for: «من», "qui", "who", «شكون», «ما اسم المدير»."""
    return bool(_WHO.search(fold(ON.sub(" , ", question))))


def office(question: str) -> str:
    """The folded word for the office whose holder is asked for, «عمدة» of «من هو عمدة وجدة؟», the
    verb of «من يرأس الجمعية؟»; "" if that is not asked."""
    found = _HOLDS.search(fold(question))
    return found[0].split()[-1] if found else ""


def is_role(form: str) -> bool:
    """Whether a folded word says what somebody is by office or trade: «والمديرة», "director"."""
    return bool(_IS_ROLE.fullmatch(form))


def is_given_name(form: str) -> bool:
    """Whether a folded word is a common given name, in Arabic or Latin letters."""
    return form in _given()


def is_title(form: str) -> bool:
    """Whether a folded word stands before names: «الدكتورة»."""
    return form in _TITLES


def names_someone(text: str, known: str) -> bool:
    """Whether ``text`` names a person whom ``known`` does not."""
    return not names_of_people(text) <= set(forms(known))


@cache
def _given() -> frozenset[str]:
    names = {fold(name) for part in (MEN, WOMEN, FOREIGN, LATIN) for name in part.split()}
    return frozenset(names - STOPWORDS)
