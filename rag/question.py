"""What a question asks for: its language, the words that matter, the kind of answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rag.arabic import STOPWORDS, fold, forms, stem
from rag.language import detect
from rag.schema import Language
from rag.things import MONEY, thing

Wanted = Literal["number", "share", "money", "date", "other"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood without a model.

    ``stems`` are those of its content words, each once, in order. ``joined``: the text of it
    behind the questions that it leans on (``rag.followup``), "" where it stands on its own.
    """

    text: str
    language: Language
    stems: tuple[str, ...]
    wants: Wanted
    joined: str = ""

    @property
    def is_arabic_script(self) -> bool:
        """Whether its words can be looked for in Arabic documents as they are."""
        return self.language in ("ar", "ary")


def understand(text: str) -> Question:
    """Read a question."""
    language = detect(text)
    folded = fold(text)
    looked_for = _ARABIZI.sub(" ", folded) if language == "ary-Latn" else folded
    content = (form for form in forms(looked_for) if form not in STOPWORDS and form not in ASKED)
    return Question(
        text=text,
        language=language,
        stems=tuple(dict.fromkeys(stem(form) for form in content)),
        wants=_wanted(folded),
    )


def _wanted(folded: str) -> Wanted:
    said = _AND.sub("", f" {' '.join(forms(_KILOMETRES.sub(' ', folded)))} ")
    costs = _AT_HOW_MUCH.search(said)
    asks = any(f" {phrase} " in said for phrase in _NUMBER) or _WHAT_NUMBER.search(said)
    if asks or costs or (_NAMES_NUMBER.match(said) and not _ASKS_MORE.search(said)):
        words = set(said.split())
        if words & _SHARE:
            return "share"
        if _counts_a_thing(said):  # «كم عضوا صوت لصالح الميزانية؟»
            return "number"
        return "money" if words & _MONEY or costs else "number"
    if any(f" {phrase} " in said for phrase in _DATE) or _WHEN.search(said):
        return "date"
    return "other"


def _counts_a_thing(said: str) -> bool:
    """Whether what is counted stands behind the question word, and is no money: «كم سائقا أدى
    غرامة؟», "How many clubs received money?"; «كم بلغت الغرامة؟» has a verb there."""
    found = _COUNTED.search(said)
    if not found:
        return False
    noun = found["noun"]
    if noun in _MONEY or noun in _NO_THING or thing(noun) in MONEY:
        return False
    if found["sure"]:
        return True
    return not noun.startswith("ال") and bool(thing(noun) or _INDEFINITE.match(noun))


def _folded(names: str) -> frozenset[str]:
    return frozenset(fold(names).split())


def _phrases(*names: str) -> tuple[str, ...]:
    return tuple(" ".join(forms(name)) for name in names)


_NUMBER = _phrases(
    "كم", "بكم", "شحال", "بشحال", "chhal", "bchhal", "ch7al", "bch7al", "chehal", "combien",
    "how many", "how much",
)  # fmt: skip
# «ما عدد»، «ما كان ثمن», "quel était le prix d'entrée", "what was the entry price"
_WHAT_NUMBER = re.compile(
    r" (?:ما (?:(?:هو|هي|كان|كانت) )?"
    r"(?:عدد|نسبه|ثمن|سعر|قيمه|مبلغ|ميزانيه|كلفه|تكلفه|راتب|مساحه|طول|ارتفاع)"
    r"|quel(?:le)?(?: (?:est|etait|sera|fut|a ete))?(?: (?:le|la|l))? "
    r"(?:nombre|pourcentage|prix|montant|taux|proportion|cout|budget|salaire|superficie|longueur"
    r"|hauteur)"
    r"|what(?: (?:is|was|were|are|will be)(?: the)?(?: \w+){0,2})? "
    r"(?:number|percentage|proportion|price|cost|amount|rate|budget|salary|length|height)) "
)
# Typed as into a search box: «عدد زوار المعرض», "montant de la prime".
_NAMES_NUMBER = re.compile(
    r" (?:عدد(?! من )|نسبه|ثمن|سعر|مبلغ|قيمه|كلفه|تكلفه|ميزانيه|taman|3adad"
    r"|(?:le |la |the )?(?:nombre|pourcentage|montant|taux|cout|budget|number|percentage"
    r"|amount|price|cost)(?: de| des| du| d| of| total| \d{4})) "
)
# "Le nombre de visiteurs a-t-il baissé ?", «ميزانية الجماعة: من صوت ضدها؟»
_ASKS_MORE = re.compile(
    r" (?:ils?|elles?|من|متي|لماذا|علاش|شكون|اين|فين|هل|qui|quand|pourquoi|comment|who|when|why"
    r"|where) "
)
_SHARE = frozenset(
    fold(
        "نسبة النسبة بنسبة فنسبة المئة المائة المية بالمئة بالمائة بالمية فالمية nisba lmya "
        "pourcentage percentage taux proportion rate"
    ).split()
)
_MONEY = frozenset(
    fold(
        "ثمن الثمن بثمن ثمنه سعر السعر بسعر أسعار مبلغ المبلغ تكلفة التكلفة كلفة كلفته كلفتها تمن "
        "ميزانية الميزانية ميزانيته ميزانيتها أجر راتب درهم درهما الدرهم مداخيل مداخيله مداخيلها "
        "المداخيل إيرادات الإيرادات عائدات العائدات أرباح الأرباح mdakhil recettes revenus "
        "bénéfices revenue revenues takings turnover profit profits "
        "prix montant budget coût coûte coûté coûtait price cost costs dirhams euros taman "
        "ttaman mizaniya فلوس الفلوس flous lflous غرامة الغرامة ذعيرة بروصي البروصي أجرة الأجرة "
        "salaire salaires salary wage wages amende"
    ).split()
)
_COUNTED = re.compile(
    r" (?:ب?(?:كم|شحال|chhal|ch 7 al)|(?P<sure>combien d[e]?|how many|(?:كم|شحال)(?= عدد)))"
    r"(?: (?:عدد|ديال|د|من|de|d))* (?P<noun>\w+) "
)
_INDEFINITE = re.compile(r"(?!ال).*[اه]$")  # «سائقا», «جمعية»
_NO_THING = _folded("قيمة مبلغ مجموع نسبة كلفة argent money كلفه تكلفه قيمه")
_AT_HOW_MUCH = re.compile(
    r" و?(?:بشحال|b ?chhal|b ?ch7al|b ?ch 7 al|how much money|combien d argent) "
    r"| what (?:will|would|does|do|did) (?:\w+ ){1,8}?cost "
    r"| (?:how much|combien) (?:\w+ ){0,8}?(?:spend|spent|paye?|paid|earns?|earned|raised?"
    r"|invest\w*|depense\w*|paie|gagne\w*|verse\w*) "
    r"| و?بكم (?:\w+ ){0,2}?(?:بيع\w*|[يت]باع\w*|اشتر\w*|[يت]شتر\w*|ثمن\w*|سعر\w*|كيلو\w*"
    r"|الكيلو\w*|اللتر|التذكره|قيم\w*|كلف\w*|تقدر|قدر\w*) "
)
_DATE = _phrases(
    "متى", "منذ متى", "فوقاش", "وقتاش", "إمتى", "fo9ach", "fou9ach", "foukach", "imta", "wa9tach",
    "في أي سنة", "في أي عام", "في أي تاريخ", "في أي شهر", "ما تاريخ", "ما هو تاريخ", "أي يوم",
    "بين أي تاريخين", "what year", "what date", "what dates", "what day", "which year",
    "which date", "which dates", "which day", "quelle date", "quelles dates", "quel jour",
    "quelle est la date", "quelle année", "en quelle année",
)  # fmt: skip
# Inside a question "quand" and "when" join clauses: "What did he say when it opened?"
_WHEN = re.compile(r"^ (?:(?:et|and|depuis|jusqu|a|since|until|w|o) )*(?:quand|when) ")
# «وكم», «ومتى»: the question goes on, or follows another one.
_AND = re.compile(r"(?<= )و(?=(?:كم|بكم|ما|متي|منذ|في|شحال|بشحال|فوقاش|وقتاش|امتي) )")
_KILOMETRES = re.compile(r"(?<=\d)\s*كم\b")
_ARABIZI = re.compile(r"\b(?:[a-z]*[235679][a-z]\w*|[a-z]{2,}[35679]\b)")
ASKED = frozenset(
    form
    for name in ("عدد", "نسبة", "تاريخ", "سنة", "عام", "nombre", "number", "date", "année", "year")
    for form in forms(name)
) | frozenset(
    fold(word)
    for word in (
        "بشحال فوقاش وقتاش إمتى chhal bchhal chehal foukach imta fin wach chkoun dyal dial f b l "
        "li kifach"
    ).split()
)
"""Words that ask and are not looked for: a page does not say «عدد» when it says a number."""

FUNCTION_WORDS = {
    "fr": _folded(
        "mais si était étaient fut furent être avait avaient eu avoir sera seront aura auront fait "
        "faire faits dont cet nous vous je tu on ils elles lui eux sa son ses leur leurs notre nos "
        "votre vos mon ma mes sous sans chez vers entre très plus moins aussi ainsi c j m lors "
        "pendant après avant depuis selon comme tout toute tous toutes celui celle ceux celles "
        "cela ça peut peuvent doit doivent déjà encore donc alors puis lorsque parce"
    ),
    "en": _folded(
        "but if being am done doing having will would can could shall should might must not no he "
        "she they them him his her their our your my me us we you i whose some any all each every "
        "both more most other than then so as into about over under after before between during "
        "while there here also only very just such own same too up out off again further once "
        "because since until through against across within without upon"
    ),
}
"""Words of French and English questions that a text of any language may be without."""
