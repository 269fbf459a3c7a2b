"""What an amount of money is: a price, a wage, the takings ..., in three languages and Darija.

«رقم معاملات المعرض 3 ملايين درهم» answers nobody who asks for the price of its tickets. Only what
both texts name can be told apart; a text that names no sort may be of any.
"""

from __future__ import annotations

import re
from itertools import product

from rag.arabic import fold
from rag.darija import arabizi_forms, standard

# What a thing costs and what it is sold for are one sort: a project has a price too.
_LINES = """
price: ثمن أثمنة أثمان سعر أسعار تسعيرة تعريفة كلفة تكلفة تكاليف ميزانية موازنة نفقات مصاريف
price: استثمار استثمارات prix tarif tarifs cout couts coute budget depense depenses investissement
price: investissements price prices fare fares cost costs spending expenses investment investments
price: taman ttaman mizaniya بشحال bchhal bch7al
takings: مداخيل مدخول إيرادات عائدات مبيعات معاملات أرباح ربح recette recettes revenu revenus
takings: affaires benefice benefices turnover revenue revenues takings proceeds profit profits
takings: mdakhil
wage: أجر أجور أجرة راتب رواتب salaire salaires remuneration wage wages salary salaries
fine: غرامة غرامات ذعيرة ذعائر amende amendes contravention fine fines gharama
debt: دين ديون مديونية قرض قروض dette dettes pret prets debt debts loan loans
loss: خسارة خسائر perte pertes loss losses
aid: دعم منحة إعانة إعانات تعويض تعويضات هبة هبات subvention subventions bourse indemnite
aid: indemnites subsidy subsidies grant grants compensation donation donations
"""
_SORTS = {
    fold(name): sort
    for line in _LINES.strip().splitlines()
    for sort, _, names in [line.partition(": ")]
    for name in names.split()
}
# «وبميزانيتها»: stems would join «أجر» with «أجرى».
_BEFORE = tuple(
    conjunction + joined
    for conjunction in ("", "و", "ف")
    for joined in ("", "ال", "ب", "بال", "ل", "لل")
)
_BEHIND = ("", "ه", "ها", "هم", "هن")
_TICKET = re.compile(r"(?:تذكره|تذاكر|تيك[يت])|\b(?:tickets?|billets?)\b")
_ENTRY = re.compile(
    rf"{_TICKET.pattern}|دخول|ولوج|ثمن|اثمن|سعر|تسعير|تعريف|\\b(?:entree|entry|admission|fares?|tarifs?|prix|prices?)\\b"
)
_COST = re.compile(r"كلف|ميزاني|استثمار|\b(?:couts?|budget|costs?|investi\w+|investments?)\b")
_TO_HA = re.compile("ت$")  # «كلفته» of «كلفة»


def amounts(text: str) -> frozenset[str]:
    """The sorts of amounts that ``text`` names."""
    said = (one for form in arabizi_forms(text) for one in (form, *standard(form)))
    return frozenset(sort for form in said if (sort := _sort(form)))


def of_two_sorts(question: str, text: str) -> bool:
    """Whether a question and a text name sorts of amounts, and not one that both do. A text that
    speaks of tickets gives a price, whatever else it gives; what a project cost, no ticket does."""
    asked, given = amounts(question), _given(text)
    if (
        _TICKET.search(fold(question))
        and not _ENTRY.search(fold(text))
        and _COST.search(fold(text))
    ):
        return True
    return bool(asked and given) and asked.isdisjoint(given)


def of_one_sort(question: str, text: str) -> bool:
    """Whether a question and a text name a sort of amounts that is the same."""
    return not amounts(question).isdisjoint(_given(text))


def _given(text: str) -> frozenset[str]:
    given = amounts(text)
    return given | {"price"} if given and _TICKET.search(fold(text)) else given


def _sort(form: str) -> str:
    if form.isascii():
        return _SORTS.get(form, "")
    cores = (
        form[len(before) : len(form) - len(behind)]
        for before, behind in product(_BEFORE, _BEHIND)
        if form.startswith(before) and form.endswith(behind)
    )
    found = (_SORTS.get(core) or _SORTS.get(_TO_HA.sub("ه", core)) for core in cores)
    return next(filter(None, found), "")
