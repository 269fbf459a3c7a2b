"""Which language a question or a document is in: by script, function words and markers.

Darija is told from standard Arabic by words only Darija has, Darija in Latin letters (Arabizi)
by its words and by digits that stand for letters (3 ع, 7 ح, 9 ق).
"""

from __future__ import annotations

import re
from typing import Literal

from rag.arabic import fold
from rag.glossary import is_known
from rag.schema import Language


def _words(*lines: str) -> frozenset[str]:
    return frozenset(fold(" ".join(lines)).split())


_DARIJA = _words(
    "شحال بشحال علاش كيفاش شكون شمن واش شنو شنا شنوا شنهو شنهي آش أش اشنو فوقاش فاش منين وقتاش",
    "ديال ديالو ديالها ديالي ديالك ديالنا ديالهم ديالكم دابا دبا هاد هادا هادي هاذ هادو هادشي",
    "هدشي داكشي داك كاين كاينة كاينين مكاينش مكانش معرفتش مبغيتش معندوش معنديش بغيت بغيتي بغينا",
    "بغا بغى بغات كنبغي كتبغي بزاف بزف شوية واخا وخا مزيان مزيانة ماشي غادي غادية خاصني خاصك",
    "خاصو خصني خصك اللي عندو حيت حيتاش بحال بحالاش باش راه راها راني راهم كيدير كيديرو كندير",
    "كتدير كيقول كيقولو كنقول كتقول كيعني كتعني كيبان كيكون كتكون جاو مشات مشاو شافو هضر كيهضر",
    "هضرو عافاك عفاك والو دغيا ديما نتا نتي نتوما هوما علامن فينك فيناهو فيناهي كلشي شيحاجة إمتى",
    "امتى",
)
_DARIJA_WEAK = _words("فين شي ف حتا تاع كيفما")
_STANDARD = _words(
    "ماذا لماذا كيف أين متى هل كم ما من الذي التي الذين اللذان هذا هذه ذلك تلك ليس ليست سوف قد",
    "لم لن أي أية هو هي إن أن عندما حيث بماذا بكم لأن",
)
_DARIJA_NEGATION = re.compile(r"ما\w{3,}ش")

_ARABIZI = _words(
    "shhal salam khouya khoya",
    "wach wash wesh chhal chkoun chkon shkoun chnou chno chnu shno shnou chnahia chnahwa achno",
    "achnou ashno kifach kifash kifech alach 3lach fach foukach imta fimta mnin fayn mnayn ach",
    "dyal dial dyalo dialo dyali dyalha dyalhom dyalna dyalkom hadchi hadshi hadi hadak hadik",
    "hado dakchi dik kayn kayen kayna kaynin makaynch bghit bghina bgha bghaw bghat daba bzaf",
    "bezzaf bzzaf mzyan mezyan mzian mezian machi mashi ghadi ghadia khass khassni khasni",
    "khassna khasso walo walou safi wakha b7al bhal hit 7it bach bash rah raha rahom kidir",
    "kaydir katdir ndir ndiro ndirou kaygol kaygoul kaykoun katkoun ykoun tkoun kanet kanu kano",
    "kant daro dart darou jaw mcha mchat chaf chafo lli elli hna nta nti ntoma howa hiya homa",
    "kolchi koulchi lyoum lyouma lbare7 wahd wa7ed lmaghrib lmghrib maghrib sannat dyalek 3afak",
    "afak chwiya chouiya wlla wella wla ila nhar chher l3am lblad bladi drari nass nas flous",
    "flouss lflous dyalhoum jat",
)
_ARABIZI_WEAK = _words("fin had kan dar li f l b o w u men mn ma d m3a 3la nas ja")
_LETTER_DIGITS = re.compile(r"(?:[379][a-z]{2,}|[a-z]+[379][a-z379]*[a-z][a-z379]*|[a-z]{3,}[379])")
_ORDINALS = re.compile(r"[379](?:e|eme|emes|rd|th|nd|st|er|ere|d|g|h|k|m|kg|km|cm|mm|min|pm|am)")

_FRENCH = _words(
    "le la les un une des du de d l qu n s j c m t au aux et est sont etait etaient etre qui que",
    "ou dans sur pour par avec sans ce cette ces cet il elle ils elles son sa ses leur leurs ont",
    "avait ete ne pas plus se y en entre vers chez depuis pendant contre selon lors sous tout",
    "tous toute a-t-il fait faire peut avons avez sera donne moi nous vous je tu mes mon ma",
    "y-a-t-il mais",
)
_FRENCH_STRONG = _words(
    "quoi quel quelle quels quelles quand comment pourquoi combien est-ce lequel laquelle",
    "lesquels qui que",
)
_ENGLISH = _words(
    "the of and to in for with from by at an is are was were be been did does do has have had it",
    "its this that these those there as or not about into after before their his her they he she",
    "you we can could will would should me my give tell list between during i if than then no",
    "yes any all",
)
_ENGLISH_STRONG = _words("hello what who whom whose when where why how which the")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_TOKEN = re.compile(r"[^\W_]+")
_ARABIC_WORD = re.compile(r"[\u0620-\u064a]")
_LATIN_WORD = re.compile(r"[a-z]")
_SAMPLE = 20_000
_LISTED: tuple[Literal["en", "fr"], ...] = ("en", "fr")


def detect(text: str) -> Language:
    """The language of a question: "ar", "ary", "ary-Latn", "fr" or "en".

    Words in quotation marks are what is asked about, so they do not count while others remain.
    Without any function word: what the glossary knows. Without any sign: the script decides, Latin
    letters alone are taken as French, none as Arabic.
    """
    unquoted = _QUOTED.sub(" ", text)
    shown = unquoted if len(_TOKEN.findall(unquoted)) >= 2 else text
    folded = fold(shown)
    tokens = _TOKEN.findall(folded)
    arabic = [token for token in tokens if _ARABIC_WORD.search(token)]
    latin = [token for token in tokens if not _ARABIC_WORD.search(token)]
    darija, standard = _arabic_scores(arabic)
    arabizi = _arabizi_score(latin)
    french, english = _latin_scores(latin)
    letters = sum(map(len, arabic)) - sum(len(t) for t in latin if _LATIN_WORD.search(t))
    if letters > 0 and max(darija, standard):
        arabizi = 0  # of «كم يوما دام إضراب Safi؟» one word is the town, not «صافي»
    other = max(arabizi, french, english)
    # Names in the other script weigh nothing; between equals, or without signs, letters decide.
    if max(darija, standard) == other:
        in_arabic = letters >= 0
    else:
        in_arabic = max(darija, standard) > other
    if in_arabic:
        return "ary" if darija > standard else "ar"
    if arabizi > max(french, english):
        return "ary-Latn"
    if english == french:  # «Sebou book fair partners» has no function word
        english, french = (sum(is_known(token, lang) for token in latin) for lang in _LISTED)
    return "en" if english > french else "fr"


def detect_document(text: str) -> Literal["ar", "fr", "en", ""]:
    """The main language of a document's ``text``; "" when there are too few signs.

    Darija counts as Arabic. Only the first 20,000 characters are read.
    """
    sample = text[:_SAMPLE]
    folded = fold(sample)
    tokens = [token for token in _TOKEN.findall(folded) if not token.isdigit()]
    arabic = sum(len(token) for token in tokens if _ARABIC_WORD.search(token))
    latin = [token for token in tokens if _LATIN_WORD.search(token)]
    if arabic and arabic >= sum(map(len, latin)):
        return "ar"
    french, english = _latin_scores(latin)
    # Other languages in Latin letters share a few of these words.
    if max(french, english) < max(2, len(latin) / 8) or french == english:
        return ""
    return "en" if english > french else "fr"


def _arabic_scores(tokens: list[str]) -> tuple[int, int]:
    """How much speaks for Darija and for standard Arabic."""
    darija = sum(
        3 * (token in _DARIJA or bool(_DARIJA_NEGATION.fullmatch(token))) + (token in _DARIJA_WEAK)
        for token in tokens
    )
    standard = sum(token in _STANDARD for token in tokens)
    return darija, standard


def _arabizi_score(tokens: list[str]) -> int:
    return sum(
        2 * (token in _ARABIZI or _digits_for_letters(token)) + (token in _ARABIZI_WEAK)
        for token in tokens
    )


def _digits_for_letters(token: str) -> bool:
    return bool(_LETTER_DIGITS.fullmatch(token)) and not _ORDINALS.fullmatch(token)


def _latin_scores(tokens: list[str]) -> tuple[int, int]:
    """How much speaks for French and for English."""
    french = sum((token in _FRENCH) + 2 * (token in _FRENCH_STRONG) for token in tokens)
    english = sum((token in _ENGLISH) + 2 * (token in _ENGLISH_STRONG) for token in tokens)
    return french, english
