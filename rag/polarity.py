"""Whether two sentences say the same way round: what one denies the other does not affirm, what
rises in one does not fall in the other.

Closed lists of Arabic, Darija, French and English; a denial belongs to the word that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rag.arabic import fold
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
_DARIJA = re.compile(r"[وف]?م[ا]?(?P<verb>\w{2,})ش(?:ي)?")
# «لا يزال» and «غير أن» deny nothing, and «لا سيما» adds.
_NO_DENIAL = _forms("سيما بد يزال تزال زال زالت زالوا ان انه انها شك only seulement doubt doute")
# «لا ... إلا» and "ne ... que" affirm.
_EXCEPT = _forms("الا سوى sinon except")
# Between a French or English negator and what it denies.
_LIGHT = _forms(
    "ete est sont a ont ne n pas plus un une le la les l de d du des en y se s "
    "been be is was were are has have had did do does the a an any t yet "
    "يتم تم يكن تكن يكونوا قد بعد اي ايه في من علي الي"
)
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
            "فاز فازت يفوز تفوز فوز انتصر انتصرت انتصار تغلب تغلبت gagne gagner victoire remporte "
            "won win wins winning victory beat",
            "خسر خسرت يخسر تخسر خسارة انهزم انهزمت هزيمة perd perdu perdre defaite "
            "lost lose loses losing defeat",
        ),
        (
            "قبل قبلت يقبل وافق وافقت موافقة accepte accepter approuve approuver "
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
        ("باع باعت يبيع بيع vendu vend sold sells", "اشترى اشترت يشتري شراء achete bought buys"),
        ("ربح ربحت أرباح benefice profit gained", "خسر خسرت خسائر perte pertes loss losses"),
    )
)  # fmt: skip


def agree(claim: Statement, sources: Sequence[Statement], same_script: bool) -> bool:
    """Whether ``claim`` neither denies what ``sources`` say nor says what they deny, and no
    movement in it is the opposite of theirs. In another script a denial can only be told from
    none at all."""
    return _same_directions(claim, sources) and (
        _same_denials(claim, sources) if same_script else _may_deny(claim, sources)
    )


def _same_directions(claim: Statement, sources: Sequence[Statement]) -> bool:
    said = _words(claim)
    held = {form for source in sources for form in _words(source)}
    for one, other in _OPPOSITES:
        for this, that in ((one, other), (other, one)):
            if said & this and not said & that and held & that and not held & this:
                return False
    return True


def direction(form: str) -> frozenset[str]:
    """The words that say the same movement as ``form``, itself among them; none if it says none."""
    bare = _unprefixed(form)
    return frozenset().union(*(side for pair in _OPPOSITES for side in pair if bare in side))


def _words(statement: Statement) -> set[str]:
    return {_unprefixed(item.form) for item in statement.items if item.form}


def _unprefixed(form: str) -> str:
    """Without «و» or «ف» where the rest is on a list."""
    rest = re.sub(r"^(?:[وف]?[بلك]?ال|[وفبلس]|لل)(?=...)", "", form)
    listed = any(rest in side for pair in _OPPOSITES for side in pair)
    return rest if listed else form


def is_negator(item: Item) -> bool:
    """Whether an item denies what follows it."""
    return _PREFIXED.sub("", item.form) in _NEGATORS


def _denied(statement: Statement) -> list[frozenset[str]]:
    """The keys of each word that is denied: the first that follows a negator, or the verb inside
    a Darija one («ماجاوش»)."""
    found = []
    items = statement.items
    for place, item in enumerate(items):
        if is_negator(item):
            following = items[place + 1 : place + 7]
            if following and following[0].form in _NO_DENIAL:
                continue
            if any(other.form in _EXCEPT for other in following):
                continue
            denied = next((i for i in following if i.terms or i.form not in _LIGHT), None)
            found.append(frozenset(denied.terms or denied.keys) if denied else frozenset())
        elif item.form and (darija := _DARIJA.fullmatch(item.form)):
            found.append(keys(darija["verb"]))
    return found


def _same_denials(claim: Statement, sources: Sequence[Statement]) -> bool:
    said = _denied(claim)
    held = [denied for source in sources for denied in _denied(source)]
    if not all(any(_meet(one, other) for other in held) for one in said):
        return False
    affirmed = [other for other in held if not any(_meet(one, other) for one in said)]
    return not any(other & claim.keys for other in affirmed)


def _meet(one: Iterable[str], other: frozenset[str]) -> bool:
    return not other.isdisjoint(one)


def _may_deny(claim: Statement, sources: Sequence[Statement]) -> bool:
    return not _denied(claim) or any(map(_denied, sources))
