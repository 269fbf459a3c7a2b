"""A question among others: what to search for when it leans on the turns before it.

No model rewrites it; its content words are counted. "Et en 2022 ?" has none, «ومن نظمه؟» one; a
beginning like "and" takes two away, a name in Latin capitals adds two. With hardly any, only the
question joined with the earlier ones can find something; with many it stands on its own. Between
the two, both are searched for, and a passage has to please both: what is near to the earlier topic
alone is not near to a new one. Pronouns need not be found: where one stands, a content word is
missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag import phrases
from rag.arabic import STOPWORDS, fold, strip_marks
from rag.numbers import values
from rag.schema import Hit
from rag.translit import names

DEPTH = 60
"""How many hits of each search ``merged`` is to be given: a passage far down in one may be high up
in the other."""

_LEANING = 2  # content words that a beginning like "and" takes away
_NAMED = 2  # content words that a name adds
_NEEDS_CONTEXT, _MAY_NEED_CONTEXT = 1, 3  # content words, at most
_NAMES_NOTHING = 5  # content words of a question in Latin letters without a name, at most
_NAME_WORDS = 8  # of an answer that can be a name, at most


@dataclass(frozen=True, slots=True)
class Searches:
    """What to search for.

    ``alone``: the question as it was asked; its language is the answer's. ``joined``: the same
    behind the questions it leans on, None when it stands on its own. ``depends``: only ``joined``
    is to be searched for; else, if there is one, both, and the hits ``merged``. ``reading``: the
    one of the two by which sentences are chosen from the hits: the question itself where it says
    what it asks, for the words of earlier questions lead back to the earlier answers.
    """

    alone: str
    joined: str | None
    depends: bool
    reading: str


def standalone(text: str, history: Sequence[tuple[str, str]]) -> Searches:
    """What to search for to answer ``text`` after ``history``, pairs of question and answer,
    oldest first.

    Carried along are the last question, the one before it that named the subject where the last
    one leans too, without the years that a later one replaces or moves («وفي السنة الموالية؟»),
    and the last answer where it can be a name («هذا الكاتب»).
    """
    turn = _read(text)
    if not history or turn.weight > _MAY_NEED_CONTEXT:
        return Searches(text, None, False, text)
    questions = [question for question, _ in history]
    first = len(questions) - 1
    while first > 0 and _read(questions[first]).is_further_back:
        first -= 1
    *carried, _ = _with_newest_year([*dict.fromkeys((questions[first], questions[-1])), text])
    before = _with_moved_year(" ".join(carried), fold(text))
    joined = " ".join(filter(None, (before, _name(history[-1][1]), text)))
    depends = turn.weight <= _NEEDS_CONTEXT
    says_little = (depends or turn.leans) and not turn.says_what
    return Searches(text, joined, depends, joined if says_little else text)


def merged(alone: Sequence[Hit], joined: Sequence[Hit], k: int) -> list[Hit]:
    """The ``k`` best of both searches, ranks from 1, scores not rising, ties by passage id.

    A passage's score is the mean of its two, each scaled over its list: 1 for the best hit, 0 for
    the last one and for what is not in the list.
    """
    first, second = _scaled(alone), _scaled(joined)
    hits = {hit.passage.id: hit for hit in (*joined, *alone)}
    scores = {key: (first.get(key, 0.0) + second.get(key, 0.0)) / 2 for key in hits}
    shown: list[Hit] = []
    named: set[str] = set()  # documents that say what is shown
    for key in sorted(hits, key=lambda key: (-scores[key], key)):
        if hits[key].passage.doc_id not in named and len(shown) < k:
            shown.append(replace(hits[key], score=scores[key], rank=len(shown) + 1))
            named.update(hits[key].also)
    return shown


def _scaled(hits: Sequence[Hit]) -> dict[str, float]:
    low, high = (hits[-1].score, hits[0].score) if hits else (0.0, 0.0)
    return {hit.passage.id: (hit.score - low) / (high - low) if high > low else 1.0 for hit in hits}


@dataclass(frozen=True, slots=True)
class _Turn:
    """How a question hangs together with others: how many content words it has, whether it
    begins like one that goes on, has a question word, names somebody or something; ``unnamed``:
    it could be seen to, in Latin letters, and does not."""

    content: int
    leans: bool
    asks: bool
    named: bool
    unnamed: bool

    @property
    def weight(self) -> int:
        return self.content - _LEANING * self.leans + _NAMED * self.named

    @property
    def is_further_back(self) -> bool:
        """Whether what it is about was named before it."""
        if self.unnamed:
            return self.content <= _NAMES_NOTHING
        return self.weight <= (_MAY_NEED_CONTEXT if self.leans else _NEEDS_CONTEXT)

    @property
    def says_what(self) -> bool:
        return self.asks and self.content > 1


def _read(text: str) -> _Turn:
    words = _WORD.findall(fold(strip_marks(text)))
    bare = [_without_and(word) for word in words]
    about = " ".join(bare[:2]) in _WHAT_ABOUT
    pairs = zip(words, bare, strict=True)
    content = {word for word, core in pairs if not ({word, core} & _EMPTY or word.isdigit())}
    return _Turn(
        content=len(content),
        leans=about or (bool(words) and (words[0] in _AND or words[0] != bare[0])),
        asks=not about and not _ASKING.isdisjoint([*bare[:1], *set(bare) - _FROM]),
        named=bool(names(text)),
        unnamed=not names(text) and not _ARABIC.search(text),
    )


def _without_and(word: str) -> str:
    """A folded word without an attached «و», or «ف» before a question word."""
    rest = word[1:]
    if word[0] == "و" and rest and word not in _BEGIN_WITH_WAW:
        return rest
    return rest if word[0] == "ف" and rest in _ASKING else word


def _with_newest_year(texts: Sequence[str]) -> list[str]:
    """The texts, oldest first, without the years that a later one replaces; one that compares
    replaces none."""
    kept: list[str] = []
    replaced = False
    for text in reversed(texts):
        kept.insert(0, " ".join(_YEAR.sub(" ", text).split()) if replaced else text)
        replaced = replaced or bool(_YEAR.search(text) and not _COMPARES.search(fold(text)))
    return kept


def _with_moved_year(carried: str, folded: str) -> str:
    """``carried`` with its only year a year later where the question asks for the year after it;
    with the year before beside it where it asks for that one, for a page tells of the year before
    its own too, but not of the year after."""
    years = set(_DIGITS_OF_YEAR.findall(fold(carried)))
    if len(years) != 1 or _YEAR.search(folded):
        return carried
    year = int(years.pop())
    if _YEAR_AFTER.search(folded):
        return _BARE_YEAR.sub(str(year + 1), carried)
    return f"{carried} {year - 1}" if _YEAR_BEFORE.search(folded) else carried


def _name(answer: str) -> str:
    """The answer where it is short and gives no figure, as a name does; else ""."""
    said = _MARKER.sub(" ", answer)
    leads = (phrases.ACCORDING_TO, phrases.QUOTED, phrases.RESTATED, phrases.OPENING)
    for lead in filter(None, (lead for by_language in leads for lead in by_language.values())):
        said = said.replace(lead, " ")
    words = said.split()
    return "" if len(words) > _NAME_WORDS or values(said) else " ".join(words).rstrip(" .")


def _words(*lines: str) -> frozenset[str]:
    return frozenset(fold(" ".join(lines)).split())


_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[ء-ي]")
_MARKER = re.compile(r"\[\d+\]")
_YEAR = re.compile(r"(?:\b(?:سنة|سنه|عام|en|in)\s+)?(?<!\d)(?:19|20|١٩|٢٠)\d\d(?!\d)")
_BARE_YEAR = re.compile(r"(?<!\d)(?:19|20|١٩|٢٠)\d\d(?!\d)")
_DIGITS_OF_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Of folded texts; «السنة الماضية» and "next year" are counted from today.
_SPAN = r"(?:سنه|عام|دوره|نسخه|موسم)(?!\w)"
_YEAR_AFTER = re.compile(
    rf"\bو?(?:ب|ف|في )?(?:ال)?{_SPAN} (?:(?:ال)?(?:موالي|تالي|لاحق)\w*"
    r"|(?:التي|الذي|لي|اللي|الي) (?:من )?(?:بعد|تلي|يلي|تلت|تلا|جات)\w*)"
    rf"|\bو?بعد(?:ها|ه|و| ذلك) ب{_SPAN}"
    r"|\bl(?:a |e |')?(?:annee|edition|saison) (?:suivante|d'apres)"
    r"|\ban(?:nee)? (?:plus tard|apres)\b"
    r"|\bfollowing (?:year|edition|season)|\byear (?:later|after)\b|\bnext edition"
    r"|\bl3am (?:li|lli) (?:mn |men )?(?:mor|mour|b3d|be3d|ba3d|wra)\w*"
)
_YEAR_BEFORE = re.compile(
    rf"\bو?(?:ب|ف|في )?(?:ال)?{_SPAN} (?:(?:ال)?سابق\w*"
    r"|(?:التي|الذي|لي|اللي|الي) (?:من )?(?:قبل|سبق)\w*)"
    rf"|\bو?قبل(?:ها|ه|و| ذلك) ب{_SPAN}"
    r"|\bl(?:a |e |')?(?:annee|edition|saison) (?:precedente|d'avant)"
    r"|\ban(?:nee)? (?:plus tot|avant)\b"
    r"|\bprevious (?:year|edition|season)|\byear (?:before|earlier)\b|\bprior year"
    r"|\bl3am (?:li|lli) (?:mn |men )?9bel\w*"
)
_COMPARES = re.compile(r"مقارنه|مقابل|بالقياس|\b(?:compar\w+|par rapport|versus|vs)\b")
_ASKING = _words(
    "كم بكم متى أين كيف لماذا ماذا بماذا هل ما من لمن ممن عم مم بم فيم أي أية أيهما",
    "شحال بشحال فين فاش علاش كيفاش شكون شمن واش شنو شنا شنوا آش أش اشنو فوقاش وقتاش إمتى منين",
    "ch7al chhal chehal bch7al bchhal fin fayn fo9ach fou9ach foukach imta chkoun chno chnou chnu",
    "achno ach wach wash kifach kifash 3lach alach mnin ina",
    "qui que quoi quel quelle quels quelles combien où quand comment pourquoi lequel laquelle",
    "what who whom whose which when where why how is are was were do does did has have",
)
_FROM = _words("من ما")  # "from" and "not" but for the first word
_AND = _words("و ثم أو إذن طيب et mais puis alors and or but then so w o wa")
_WHAT_ABOUT = frozenset(
    fold(phrase) for phrase in ("ماذا عن", "what about", "how about", "quid de", "quid du")
)
# Words whose first letter is no "and".
_BEGIN_WITH_WAW = _words(
    "وزير وزارة وزراء وثيقة وثائق والي والية ولاية ولادة وكيل وكالة وفاة وفد وقت وقف وضع وضعية وطن",
    "وطني وطنية ورشة ورش ورقة وحدة وسط وسيط وسيلة وسائل وظيفة وظائف وداد ودادية وجدة وزان ورزازات",
    "وليد وفاء وصف وصول وجود وزن والد والدة واحد واحدة واحة وادي ولد وقتاش واش وقاية وجهة",
)
# Words that do not say what a question is about; pronouns say that something else does.
_EMPTY = (
    STOPWORDS
    | _ASKING
    | _AND
    | _words(
        "هذان هذين هاتان هاتين أولئك ذاك هادا هاذ هداك هاديك هادوك داك ديك دوك ديالهم منو منهم",
        "فيهم عليهم بهم لهم إليهم عنهم معه معها معهم ليه ليها ليهم عندو عندها عندهم هما هوما",
        "كانوا كانو بلغ بلغت يبلغ تبلغ صار صارت تم يوجد توجد سنة عام عدد نسبة تاريخ غادي",
        "dyalo dialo dyalha dialha dyalhom dialhom fih fiha fihom menno mnno mnha mnhom 3lih 3liha",
        "3lihom lih liha lihom bih biha 3ndo 3ndha 3ndhom had hada hadi hadak hadik dak dik hiya",
        "howa homa kan kant kano ghadi kayn kayna dyal dial f b l d men mn 3la",
        "lui leur leurs son sa ses cet celui celle ceux celles fait faire peut sera était étaient",
        "avait avaient aussi là année nombre al el er",
        "he she his her him they them their there about will would can could should than number",
        "year",
    )
)
