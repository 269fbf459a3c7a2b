"""Whether two sentences say the same way round: what one denies the other does not affirm, what
rises in one does not fall in the other.

Closed lists of Arabic, Darija, French and English; a denial belongs to the word that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from rag.arabic import fold
from rag.latin import latin_stems
from rag.statement import Item, Statement, keys


def _forms(names: str) -> frozenset[str]:
    return frozenset(fold(names).split())


_NEGATORS = _forms(
    "لا لم لن ليس ليست ليسوا لسنا لست غير دون بدون ماشي عدم "
    "pas aucun aucune jamais sans ni rien nullement "
    "not no never without cannot neither nor didn doesn don wasn weren isn aren hasn haven hadn "
    "couldn wouldn nobody nothing"
)
_PREFIXED = re.compile(r"[وفب](?=لا$|لم$|لن$|ليس$|ليست$|غير$|دون$|بدون$|عدم$)|ا(?=لا$|لم$|ليس$)")
_DARIJA = re.compile(r"[وف]?م(?:ا|(?=كاي|كان))(?P<verb>\w{2,})ش")  # not «مراكش»
# «لا يزال» and «غير أن» deny nothing, and «لا سيما» adds.
_NO_DENIAL = _forms(
    "سيما بد يزال تزال زال زالت زالوا ان انه انها انهم اننا انني شك only seulement doubt doute"
)
# «لا ... إلا» and "ne ... que" affirm.
_EXCEPT = _forms("الا سوى sinon except")
# Between a French or English negator and what it denies.
_LIGHT = _forms(
    "ete est sont a ont ne n pas plus un une le la les l de d du des en y se s "
    "been be is was were are has have had did do does the a an any t yet "
    "يتم تم يكن تكن يكونوا قد بعد اي ايه في من علي الي"
)
_BEYOND = _forms(
    "تجاوز تجاوزت يتجاوز تتجاوز تعدى تعدت يتعدى تتعدى يزيد تزيد فاق فاقت يفوق تفوق "
    "depasse depasser depassent depassait excede exceed exceeds exceeded surpassed"
)
_NEAR = 6  # words after a negator
_SURE_STEM = 5  # letters
_OF_CLAUSE = 0.5  # of a sentence that says what a denied clause says
_OPPOSITES = tuple(
    (_forms(one), _forms(other))
    for one, other in (
        (
            "ارتفع ارتفعت يرتفع ترتفع ارتفاع ارتفاعا زاد زادت يزيد تزيد زيادة تزايد ازداد ازدادت "
            "نما نمت نمو نموا صعد صعدت تصاعد قفز قفزت تحسن تحسنت تحسنا تضاعف طلع طلعات "
            "augmente augmentation augmenter hausse progresse progression croissance croit grimpe "
            "increase increased increases increasing rise rose risen rises rising grew grown "
            "growth climbed up",
            "انخفض انخفضت ينخفض تنخفض انخفاض انخفاضا تراجع تراجعت يتراجع تتراجع تراجعا نقص نقصت "
            "ينقص نقصان هبط هبطت هبوط تقلص تقلصت تقليص تدهور تدهورت تدنى تدنت نزل نزلات نقصات "
            "baisse baisser diminue diminution diminuer recul recule reculer chute chuter repli "
            "decrease decreased decreases decreasing fall fell fallen falls falling dropped drop "
            "declined decline down",
        ),
        (
            "فاز فازت يفوز تفوز فوز فوزا انتصر انتصرت انتصار تغلب تغلبت gagne gagner victoire remporte "
            "won win wins winning victory beat",
            "خسر خسرت يخسر تخسر خسارة انهزم انهزمت هزيمة perd perdu perdre defaite "
            "lost lose loses losing defeat",
        ),
        (
            "قبلت يقبل تقبل وافق وافقت موافقة accepte accepter approuve approuver "
            "accept accepted accepts approve approved approves",
            "رفض رفضت يرفض ترفض refuse refuser rejette rejete rejeter "
            "refuse refused refuses reject rejected rejects",
        ),
        (
            "افتتح افتتحت يفتتح تفتتح افتتاح انطلق انطلقت ينطلق تنطلق انطلاق بدأ بدأت يبدأ تبدأ "
            "ouvre ouvert ouverte ouvrir ouverture commence debute open opened opens opening "
            "begins began begun start started starts",
            "اختتم اختتمت يختتم تختتم اختتام انتهى انتهت ينتهي تنتهي أغلق أغلقت إغلاق "
            "ferme fermee fermer fermeture cloture termine close closed closes closing end ended "
            "ends finished",
        ),
        (
            "أكد أكدت يؤكد تؤكد confirme confirmer confirmed confirms confirm",
            "نفى نفت ينفي تنفي dement dementi dementir nie denied denies deny",
        ),
        ("نجح نجحت ينجح reussi reussit succeeded", "فشل فشلت يفشل echoue failed fails"),
        (
            "صدر صدرت صدرت صادرات تصدير exporte exporter exportations export exported exports",
            "استورد استوردت واردات استيراد importe importer importations import imported imports",
        ),
        ("أكثر أزيد أعلى plus more most over above", "أقل أدنى moins less fewer least under below"),
        ("دخل دخلت يدخل entre entered", "خرج خرجت يخرج غادر غادرت sorti quitte left"),
        (
            "شمال شمالي شمالية nord north northern",
            "جنوب جنوبي جنوبية sud south southern",
        ),
        ("شرق شرقي شرقية east eastern", "غرب غربي غربية ouest west western"),
        (
            "سمح سمحت يسمح تسمح مسموح رخص رخصت autorise autorisee autoriser permet permis "
            "allow allowed allows permitted authorised authorized",
            "منع منعت يمنع تمنع ممنوع حظر حظرت interdit interdite interdire interdiction "
            "forbid forbidden ban banned bans prohibited",
        ),
        ("باع باعت يبيع بيع vendu vend sold sells", "اشترى اشترت يشتري شراء achete bought buys"),
        ("ربح ربحت أرباح benefice profit gained", "خسر خسرت خسائر perte pertes loss losses"),
    )
)  # fmt: skip

_LISTED = frozenset().union(*(side for pair in _OPPOSITES for side in pair))
# "termineront", "commencing": by the stem, where it is long enough to be of one word.
_INFLECTED = {
    stem: form
    for form in sorted(_LISTED)
    if form.isascii()
    for stem in latin_stems(form)
    if len(stem) >= _SURE_STEM
}


def agree(claim: Statement, sources: Sequence[Statement], same_script: bool) -> bool:
    """Whether ``claim`` neither denies what ``sources`` say nor says what they deny, and no
    movement in it is the opposite of theirs. In another script a denial can only be told from
    none at all."""
    return _same_directions(claim, sources) and (
        _same_denials(claim, sources) if same_script else may_deny(claim, sources)
    )


def _same_directions(claim: Statement, sources: Sequence[Statement]) -> bool:
    said = _words(claim)
    held = {form for source in sources for form in _words(source)}
    for one, other in _OPPOSITES:
        for this, that in ((one, other), (other, one)):
            if not said & this or said & that or not held & that:
                continue
            if not held & this or any(_belongs(claim, that, this, source) for source in sources):
                return False
    return True


def _belongs(
    claim: Statement, that: frozenset[str], this: frozenset[str], source: Statement
) -> bool:
    """Whether the numbers and dates of ``claim`` that ``source`` has stand there behind a word of
    ``that``, none of them behind one of ``this``: «بدأت في 1939 وانتهت في 1945»."""
    last, found = "", set()
    for item in source.items:
        form = _unprefixed(item.form)
        last = "that" if form in that else "this" if form in this else last
        if item.terms and not claim.terms.isdisjoint(item.terms[:1]):
            found.add(last)
    return found == {"that"}


def direction(form: str) -> frozenset[str]:
    """The words that say the same movement as ``form``, itself among them; none if it says none."""
    bare = _unprefixed(form)
    return frozenset().union(*(side for pair in _OPPOSITES for side in pair if bare in side))


def opposites(form: str) -> frozenset[str]:
    """The words that say the opposite movement of ``form``; none if it says none."""
    bare = _unprefixed(form)
    sides = ((one, other) for pair in _OPPOSITES for one, other in (pair, pair[::-1]))
    return frozenset().union(*(other for one, other in sides if bare in one))


def are_opposite(one: Item, other: Item) -> bool:
    """Whether one word says the opposite movement of the other."""
    a, b = _unprefixed(one.form), _unprefixed(other.form)
    return any((a in x and b in y) or (a in y and b in x) for x, y in _OPPOSITES)


def _words(statement: Statement) -> set[str]:
    return {_unprefixed(item.form) for item in statement.items if item.form}


def _unprefixed(form: str) -> str:
    """Without «و» or «ف» where the rest is on a list."""
    if form.isascii():
        listed = (_INFLECTED[stem] for stem in latin_stems(form) if stem in _INFLECTED)
        return form if form in _LISTED else next(listed, form)
    rest = re.sub(r"^(?:[وف]?[بلك]?ال|[وف]?لل|[وفبلس])(?=...)", "", form)
    return rest if rest in _LISTED else form


def is_negator(item: Item) -> bool:
    """Whether an item denies what follows it."""
    return _PREFIXED.sub("", item.form) in _NEGATORS


@dataclass(frozen=True, slots=True)
class _Denial:
    """The ``keys`` of the word that is denied, and all of the ``clause`` that the denial opens."""

    keys: frozenset[str]
    clause: frozenset[str]


def _denials(statement: Statement) -> list[_Denial]:
    """What is denied: the first word after a negator, or the verb inside a Darija one
    («ماجاوش»)."""
    found = []
    items = statement.items
    for place, item in enumerate(items):
        if is_negator(item):
            clause = [*takewhile(lambda other: not other.opens, items[place + 1 :])]
            near = clause[:_NEAR]
            if (near and near[0].form in _NO_DENIAL) or any(i.form in _EXCEPT for i in near):
                continue
            denied = next((i for i in near if i.terms or i.form not in _LIGHT), None)
            if denied is None:  # «نعم» أو «لا»
                continue
            keys_ = frozenset(denied.terms or denied.keys)
            found.append(_Denial(keys_, frozenset(key for i in clause for key in i.keys)))
        elif item.form and (darija := _DARIJA.fullmatch(item.form)):
            found.append(_Denial(keys(darija["verb"]), frozenset()))
    return found


def _same_denials(claim: Statement, sources: Sequence[Statement]) -> bool:
    said = _denials(claim)
    held = [denial for source in sources for denial in _denials(source)]
    words = [i for i in claim.items if not (i.terms or i.is_function_word)]

    def says_as_much(denial: _Denial) -> bool:
        return sum(_meet(i.keys, denial.clause) for i in words) > _OF_CLAUSE * len(words)

    if len(said) > len(held):
        return False
    for one in said:
        if not any(_meet(one.keys, other.keys) or says_as_much(other) for other in held):
            return False
    affirmed = [d for d in held if not any(_meet(one.keys, d.keys) for one in said)]
    return not any(
        _meet(denial.keys, claim.keys) or (says_as_much(denial) and not said) for denial in affirmed
    )


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one.isdisjoint(other)


def may_deny(claim: Statement, sources: Sequence[Statement]) -> bool:
    """Whether ``claim`` denies nothing, or a source does; and goes beyond no number that the
    sources do not go beyond («لا يتجاوز»)."""
    beyond = {keys for item in claim.items if item.form in _BEYOND for keys in item.keys}
    if beyond and not any(_meet(frozenset(beyond), one.keys) for one in _denials(claim)):
        there = [i for s in sources for i in s.items if _unprefixed(i.form) in _BEYOND]
        denied = [denial.keys for s in sources for denial in _denials(s)]
        if there and all(any(_meet(i.keys, d) for d in denied) for i in there):
            return False
    return not _denials(claim) or any(map(_denials, sources))
