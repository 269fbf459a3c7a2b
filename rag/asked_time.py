"""When a question asks about: the times and editions it names, and whether it wants the latest."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.arabic import fold
from rag.units import mentions


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question says of time.

    ``marks``: of each time or edition named only the finest term, as ``rag.units.unit_terms``
    gives it: ``@2021-12`` for «دجنبر 2021», both years of a season, ``@m12-21`` for a day whose
    year is not said, the resolved ``@2023`` for «السنة الماضية». ``newest``: it asks for the latest
    («آخر دورة», "the most recent", «دابا»).
    """

    marks: frozenset[str]
    newest: bool


def asked_time(question: str, today: str) -> Asked:
    """Read ``question``, asked on the ISO date ``today`` ("" unknown: relative words are not
    resolved).

    Raises:
        ValueError: ``today`` is neither "" nor an ISO date.
    """
    folded = fold(question)
    marks: set[str] = set()
    for mention in mentions(folded, today):
        years = [term for term in mention.terms if _YEAR.fullmatch(term)]
        marks.update(years if len(years) > 1 else mention.terms[:1])
    return Asked(frozenset(marks), _wants_newest(folded))


def _wants_newest(folded: str) -> bool:
    words = " ".join(folded.split())
    return bool(_NEWEST.search(_OTHER_SENSE.sub("؛", words)))


_YEAR = re.compile(r"@\d{4}")


def _any(words: str) -> str:
    """A pattern for one of ``words``, whole."""
    return rf"(?:{'|'.join(fold(words).split())})(?![^\W_])"


# Spans of time and places in a row: their last one is counted from today or is no edition.
_SPANS = _any(
    "السنة السنوات سنوات سنة العام الأعوام أعوام عام الشهر الأشهر شهر أشهر الشهور الأسبوع "
    "الأسابيع أسبوع أسابيع اليوم الأيام أيام يوم الليلة الليل النهار الآونة الفترة العقد العقود "
    "القرن الساعة الساعات ساعات الدقيقة الدقائق دقيقة دقائق اللحظة اللحظات لحظة الزمان الزمن "
    "الأمتار أمتار اللمسات الأنفاس رمق المطاف الأمر المشوار الطريق عمره عمرها حياته حياتها "
    "المرتبة الرتبة المركز الصف الشوط الاسم الحرف السطر الصفحة الفصل"
)
_FRENCH_SPANS = _any(
    "an ans année années mois semaine semaines jour jours journée nuit soir heure heures minute "
    "minutes moment instant instants siècle siècles décennie décennies week-end été hiver "
    "printemps automne lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars "
    "avril mai juin juillet août septembre octobre novembre décembre"
)
# What comes again and again: its last one is the newest whatever stands before «آخر».
_RECURRING = _any(
    "نسخ طبعات إحصاء إحصائيات أرقام معطيات أخبار مستجدات تطورات تحديث تقرير تقارير قرار اجتماع "
    "لقاء مباراة لقب عدد إصدار رقم تصريح بلاغ بيان نتائج بيانات سعر موعد موسم مهرجان معرض مؤتمر "
    "ملتقى منتدى قانون انتخابات حفل كتاب فيلم تعديل تعيين فائز بطل بطولة لجنة كلمة لائحة وثيقة "
    "فعاليات خبر"
)
_OTHER_SENSES = (
    r"\b(?:هذا|هذه|هاد) الاخير(?:ه|ين)?(?!\w)",  # the latter
    r"\bفي الاخير(?!\w)",  # in the end
    rf"{_SPANS} (?:ال\w+ )?(?:الاخير|الحالي)\w*",
    r"\bالمعروف\w* (?:حاليا|الان)",
    rf"\b[وفبل]?(?:ال)?اخر {_SPANS}",
    r"\bc(?:e|et|ette|es) derni\w+",
    rf"\b{_FRENCH_SPANS} (?:derni|actuel)\w+",
    rf"\bderni\w+ {_FRENCH_SPANS}",
    r"\bderni\w+ (?:a|au|aux|de|du|des|dans|sur|pour|et|est|par|lieu|mot|mots|etage|place|rang"
    r"|etape|ligne|quart|tiers|page|chapitre)\b",
    r"\bcurrent (?:year|month|week|account)\b",
    r"\belectric current\b",
    r"\bat the latest\b",
    r"\bnow (?:that|known|called)\b",
    r"\bwhat (?:is|are) now\b",
)
_LATEST = (
    rf"\b[وفبلك]?اخر (?:ال)?{_RECURRING}",
    # «آخر دورة»; but «شخص آخر بطنجة»: the town is no noun of «آخر»
    r"\b[وفبلك]?اخر (?!ال|[وفبلك])\w{2,}(?:ه|ات|ته|تها|اته|اتها)(?!\w)",
    # After these «آخر» cannot belong to a noun before it: «من آخر مدرب»
    r"(?:^\W*|\b(?:من|ما|ماهو|ماهي|هو|هي|شكون|شنو|اشنو|شنهو|كان|كانت|ديال|متي|امتي) )اخر \w{2,}",
    r"(?<=\w )الاخير(?:ه|ين|تين)?(?!\w)",
    rf"\b[وفبلك]?احدث ال{_RECURRING}",
    # The same letters are the verb that brings about: «أحدث الزلزال أضرارا»
    r"\b[وفبلك]?احدث (?!ال|ضج|صدم|اضرار|ضرر|تغيير|جدل|خسا|ثور|نقل|فرق|اثر)\w{3,}",
    r"\bالاحدث(?!\w)",
    r"\b(?:حاليا|الحالي(?:ه|ين)?|دابا|دبا|دروك|الان|الراهن|الراهنه|موخرا)(?!\w)",
    r"\bهاد الساعه(?!\w)",
    r"\b[فب]?(?:ال)?لخر(?:ه|اني|انيه)?(?!\w)",
    r"\bderni(?:er|ere)s? \w{2,}",
    r"\bplus recente?s?\b",
    r"\b(?:actuel(?:le)?s?|actuellement|recemment|maintenant|en ce moment|a ce jour)\b",
    r"\b(?:latest|newest|most recent|recently|current|currently|now|at present|at the moment)\b",
    r"\blast (?:editions?|sessions?|version|report|update|figures|results|census|elections?|meeting"
    r"|match|winners?|fair|festival|race|marathon|survey|data|statistics|count|release|issue|time)\b",
    r"\b(?:l[ea]?(?:kh|5)[ei]?ra?|la?(?:kh|5)ira?|a(?:kh|5)[ei]r|daba|dba|had ?sa3a|hadsa3a)\b",
)
_OTHER_SENSE = re.compile("|".join(_OTHER_SENSES))
_NEWEST = re.compile("|".join(_LATEST))
