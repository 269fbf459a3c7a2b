"""Whether a question asks for a company or the like by name, and whether a text names one.

Pages of news often leave it out («إفلاس المقاولة الأولى», «un client allemand»), and what stands
beside it is none. Closed lists of nouns; in Arabic a name is what stands in quotation marks, in
Latin letters, or behind such a noun without an article («شركة العمران», not «شركة أجنبية»).
"""

from __future__ import annotations

import re

from rag.arabic import STOPWORDS, fold, forms
from rag.dates import tells_a_day, tells_when
from rag.glossary import is_known
from rag.places import may_name

_NOUN = r"(?:شركه|مقاوله|ممول|مزود|قناه|جريده|وكاله|جمعيه|بنك)"
_LATIN_NOUN = (
    r"(?:company|firm|contractor|supplier|customer|client|bank|funder|donor|sponsor|tv channel"
    r"|channel|newspaper|entreprise|societe|fournisseur|banque|bailleur|chaine|laboratoire|laboratory)"
)
_LATIN_PLURAL = r"(?:companies|firms|contractors|banks|entreprises|societes|banques)"
_DID = (
    r"(?:has|had|is|was|will|won|made|built|went|sold|bought|lent|took|gave|got|did|does|paid|runs?"
    r"|provides?|operates?|\w+ed|\w+s (?:the|it|a))"
)
_WHICH = r"(?:اي|شمن|اينا|ينا|ina|achmen|chmen)"
# Of folded texts. Which single one did something is asked by name; "which companies are exempt" and
# «ما هي شركة التضامن؟» ask for a kind, "what bank fees" for something else.
_ASKS = re.compile(
    rf"\b(?:ما|من|شنو|شكون|اشنو) (?:هو |هي |هوا |هيا )?ال{_NOUN} (?:التي|الذي|اللي|لي|الم\w+)\b"
    rf"|\b(?:اسم|سميه|سميت) (?:ال)?{_NOUN}\b"
    rf"|\b{_WHICH} (?:{_NOUN}|charika|chariki?at?) (?!يمكن|تستفيد|يجوز|يحق|معني)\w"
    rf"|\b(?:which|what) (?:\w+ )?{_LATIN_NOUN} {_DID}\b"
    rf"|\bwhich {_LATIN_PLURAL} (?:won|built|got|made|ran)\b|\bquelles {_LATIN_PLURAL} ont\b"
    rf"|\bnames? of (?:the )?(?:\w+ )?{_LATIN_NOUN}\b"
    rf"|\bwho (?:is|was) the (?:\w+ )?{_LATIN_NOUN} (?:that|who)\b"
    rf"|\bquel(?:le)? (?:est (?:la |le |l'))?{_LATIN_NOUN} (?:qui|a|est|sera|va|avait|finance)\b"
    rf"|\bnom (?:du |de la |de l['’]){_LATIN_NOUN}\b"
)
_KIND = (
    r"(?:شركه|مقاوله|مجموعه|بنك|مكتب|وكاله|موسسه|جمعيه|تعاونيه|صندوق|فدراليه|معمل|مصنع|قناه|جريده"
    r"|يوميه|هلال)"
)
_INDEFINITE = (
    r"(?:محلي|اجنبي|مغربي|متخصص|خاص|عمومي|جديد|كبير|صغير|وطني)ه\b|من\b|في\b|علي\b|عن\b|الي\b"
)
# «البنك الدولي» is a name, «المقاولة الأولى» none.
_DEFINITE = (
    r"(?:الاولي?|الجديد\w*|السابق\w*|القديم\w*|الحالي\w*|الاجنبي\w*|الفايز\w*|نفس\w*|التي|الذي|اللي"
    r"|الم(?:كلف|ذكور|عني|انح|نفذ|تعاقد|حلي|ختص)\w*)\b"
)
_NAMED = re.compile(
    rf"\b[وفبلك]?{_KIND} (?!{_INDEFINITE}|ب\w+\b)\w"
    rf"|\b(?:[وفبك]?ال|لل){_KIND} (?!{_DEFINITE})ال\w+"
)
_QUOTED = re.compile(r"[«“\"]([^»”\"]{2,60})[»”\"]")
_LARGE = re.compile(r"\b(?:\w['’])?([A-ZÀ-Ý0-9][^\W_]*[A-Za-zÀ-ÿ][^\W_]*)")
_LATIN_NAME = re.compile(r"\b[A-Z]\w+")
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
        said += _LATIN_NAME.findall(text)
    else:
        said += [
            name for name in _LARGE.findall(text) if not may_name(name) and _is_name(name, text)
        ]
    return any(not known.issuperset(forms(name)) for name in said)


def _is_name(word: str, text: str) -> bool:
    """Whether a word with a large letter is no town, month or day, and more than the first one of
    its sentence."""
    if may_name(word) or tells_when(word) or tells_a_day(word):
        return False
    if not text.lstrip("«“\"' ").startswith(word) or not word[1:].islower():
        return True
    form = fold(word)
    return form not in STOPWORDS and not (is_known(form, "fr") or is_known(form, "en"))
