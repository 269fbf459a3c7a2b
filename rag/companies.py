"""Whether a question asks for a company or the like by name, and whether a text names one.

Pages of news often leave it out («إفلاس المقاولة الأولى», «un client allemand»), and what stands
beside it is none. Closed lists of nouns; in Arabic a name is what stands in quotation marks, in
Latin letters, or behind such a noun without an article («شركة العمران», not «شركة أجنبية»).
"""

from __future__ import annotations

import re

from rag.arabic import fold, forms
from rag.places import may_name

_NOUN = r"(?:شرك(?:ه|ات)|مقاول(?:ه|ات)|بنك|مزود|مورد|ممول|مصنع|قناه|جريده|وكاله|جمعيه)"
_LATIN_NOUN = (
    r"(?:compan(?:y|ies)|firms?|contractors?|suppliers?|customers?|clients?|banks?|funders?|donors?"
    r"|sponsors?|channels?|newspapers?|agenc(?:y|ies)|associations?|entreprises?|societes?|fournisseurs?"
    r"|banques?|bailleurs?|chaines?|journal|journaux|agences?)"
)
# Of folded texts.
_ASKS = re.compile(
    rf"\b[وف]?(?:ما|من|شنو|شكون|اشنو|شنا)\W+(?:(?:هو|هي|هوا|هيا) )?(?:ال)?{_NOUN}\b"
    rf"|\b(?:اسم|سميه|سميت|اي|ايه|شمن|اينا|ينا) (?:ال)?{_NOUN}\b"
    rf"|\b(?:which|what|name of the|names of the|who (?:is|was) the) (?:\w+ )?{_LATIN_NOUN}\b"
    rf"|\bquel(?:le)?s? (?:(?:est|etait|sont) (?:l[ae]s? |l['’]))?{_LATIN_NOUN}\b"
    rf"|\bnoms? (?:d[ue]s? |de la |de l['’]){_LATIN_NOUN}\b"
)
_NAMED = re.compile(
    r"\b[وفبلك]?(?:شركه|مقاوله|مجموعه|بنك|مكتب|وكاله|موسسه|جمعيه|تعاونيه|صندوق|فدراليه|معمل|مصنع|قناه|جريده)"
    r" (?!\w+ه\b|من\b|في\b|علي\b|عن\b|الي\b|ب\w+\b)\w"
)
_QUOTED = re.compile(r"[«“\"]([^»”\"]{2,60})[»”\"]")
_LARGE = re.compile(r"(?<=\S )(?:\w['’])?\b([A-ZÀ-Ý][^\W_]+)")
_IN_ARABIC = re.compile(r"\b[A-Z]\w+")
_IS_ARABIC = re.compile(r"[\u0621-\u064a]")


def asks_which_company(question: str) -> bool:
    """Whether the name of a company, a customer, a channel or an association is asked for."""
    return bool(_ASKS.search(fold(question)))


def names_a_company(text: str, question: str) -> bool:
    """Whether ``text`` has what may be the name of one that ``question`` does not name."""
    known = set(forms(question))
    said = _QUOTED.findall(text)
    if _IS_ARABIC.search(text):
        if _NAMED.search(fold(text)):
            return True
        said += _IN_ARABIC.findall(text)
    else:
        said += [name for name in _LARGE.findall(text) if not may_name(name)]
    return any(not known.issuperset(forms(name)) for name in said)
