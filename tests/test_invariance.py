"""However its words are written, a question finds the same passages, and a page is the same page.

Held at 100 %. Marks, hamza, digits and presentation forms by every question of the development
half in Arabic letters and by queries of our own; articles and what stands before them («كتاب»,
«وبالكتاب») by words, pairs of words and questions.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_index import count_words

from rag import load, opening
from rag.arabic import bare, forms, strip_marks
from rag.indexing import index_files
from rag.opening import OpenIndex
from rag.question import understand
from rag.spelling import respelled
from rag.split import SplitSettings, embedded_sentences, embedded_text, split
from rag.terms import clauses, index_terms

EVAL = Path(__file__).parents[1] / "eval"
PAGES = sorted((EVAL / "corpus").glob("*.txt"))
Change = Callable[[str], str]

QUERIES = re.split(
    r"\s*[|]\s*",
    """أسعار تذاكر القطار بين فاس والناظور | متى يبدأ الموسم الدراسي ببني ملال؟ |
حصة ميناء العرائش من الأخطبوط | هل لا يجوز صيد الأخطبوط في شهر ماي؟ |
غرامة استعمال الجرار البلاستيكية المحظورة | من فازت بالجائزة الكبرى لمهرجان إفران؟ |
لا زيادة في ثمن تذكرة الحافلة بالمحمدية | الشباك الرقمي لجماعة وجدة |
ما هي الوثائق التي لا يمكن طلبها عن بعد؟ | رئيسة جمعية تيزنيت للجري |
عتبة الانتقاء للمسالك الاقتصادية | ٤٨٠ مقعدا بالمعهد العالي للتدبير | نسبة ملء سدود ملوية 2024 |
إنتاج العسل سنة 2022 | أول امرأة على رأس فدرالية مربي النحل |
مسالك القرب بإقليم شيشاوة: كلفة أداسيل | خسائر حريق محطة الحوامض ببركان |
أين اندلعت النيران أولا؟ | قيمة الجائزة الأولى لنصف ماراطون تيزنيت 2023 | زربية يامنة بوزيان |
دورة 2024 من معرض الصناعة التقليدية | آلة إزاحة الثلوج | أسماء الفيلالي الزيتوني |
إعتام عدسة العين | مكافأة الطفل علي | على أي طريق وقعت الحادثة؟ | حملة محو الأمية بتارودانت |
المعلمة حنان البوشواري | رقية أيت منصور | فائض ميزانية خريبكة | انتقادات المعارضة لمداخيل 2022 |
قروض صندوق التجهيز الجماعي | شحال كلف مشروع الطوبيسات الجداد؟ |
واش التذكرة ديال الطوبيس غادي تزاد؟ | فين غادي يدوز الخط 3؟ | ماراطون تيزنيت ٢٠٢٤ |
مدرسة ابتدائية جديدة | إلى متى تبقى الشبابيك الورقية مفتوحة؟ | حرارة الأطلس الكبير الدنيا |
ورشة صهر النحاس القرن الحادي عشر | شهادة السكنى كم ساعة | ثانوية ابن عبدون |
أدوية بقيمة 310 آلاف درهم | الكاسك""",
)

ARTICLES = ["", "ال", "وبال", "لل", "وال", "بال", "فال"]
# The word that changes stands first, or in braces.
ARTICLED = [
    *"""كتاب معرض سد قطار مهرجان فيلم جائزة نحل عسل أخطبوط قارب حريق ماراطون سباق تلميذ مدرسة
    حافلة تذكرة ميزانية قافلة مستشفى نحاس فرن زربية خزف سوق زيت ضيعة مضخة ثلج نشرة قمح تأمين قرض
    مسبح شباك وثيقة جامعة مقعد عقد منصب ملعب حكم نفايات شاطئ بلاستيك دواء نظارة قسم حرف خوذة
    رخصة""".split(),
    "كتاب القنيطرة", "قطار مراكش", "نحل أكادير", "سد ملوية", "حريق بركان", "سوق تمانار",
    "خزف آسفي", "ميزانية خريبكة", "ثلج ميدلت", "تلميذ ملال", "عقد طنجة", "زربية تازة",
    "سباق الأطفال", "نظارة أزيلال", "شاطئ أصيلة",
    "ما كلفة {مسبح} في خريبكة؟", "كم عدد {حافلة} الجديدة بالمحمدية؟",
    "متى يبدأ موسم {أخطبوط} بالعرائش؟", "من فاز بجائزة {فيلم} القصير بإفران؟",
    "أين عثر على {نحاس} قرب كلميم؟", "كم طنا أتلف {حريق} ببركان؟", "ما إنتاج {عسل} سنة 2022؟",
    "كم ألف {محفظة} ستوزع ببني ملال؟", "من يشرف على {قافلة} الطبية بأزيلال؟",
    "ما سمك {ثلج} المتوقع بإفران؟", "كم بلغت مساحة {قمح} بسايس؟",
    "كم {مقعد} بالمعهد العالي بسطات؟", "أين يقام {معرض} الجهوي بتازة؟",
    "ما {شعار} نصف ماراطون تيزنيت 2023؟", "كيف وزعت {منصب} في طنجة؟",
    "كم ثمن {قطار} الليلي بين مراكش وطنجة؟", "كم تبلغ {غرامة} صيد الأخطبوط؟",
    "ما مصير {نفايات} بشاطئ الكهوف؟", "متى تفتح {مدرسة} أبوابها ببني ملال؟",
    "من رئيسة {بعثة} الأثرية؟",
]  # fmt: skip

_LETTER = "[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]"
_START, _END = f"(?<!{_LETTER})", f"(?!{_LETTER})"
_MARKS = [
    "\u064e",
    "\u064f",
    "\u0650",
    "\u0652",
    "\u0651\u064e",
    "\u0651\u0650",
    "\u064b",
    "\u0670",
]
_SHAPES: dict[tuple[str, str], str] = {}
for _code in range(0xFE80, 0xFEFD):
    _kind, *_of = unicodedata.decomposition(chr(_code)).split()
    _SHAPES[_kind, "".join(chr(int(letter, 16)) for letter in _of)] = chr(_code)


def vocalised(text: str) -> str:
    """A mark, any, behind every letter."""
    chance = random.Random(text)
    return re.sub(_LETTER, lambda letter: letter[0] + chance.choice(_MARKS), text)


def shaped(text: str) -> str:
    """Every letter in the presentation form of its place, as old PDFs hold them."""

    def shape(word: re.Match[str]) -> str:
        said, joined = "", False
        letters = re.findall("ل[اأإآ]|.", word[0])
        for letter, after in zip(letters, [*letters[1:], ""], strict=True):
            joins = ("<initial>", letter) in _SHAPES and ("<final>", after) in _SHAPES
            here = ("isolated", "initial"), ("final", "medial")
            said += _SHAPES.get((f"<{here[joined][joins]}>", letter), letter)
            joined = joins
        return said

    return re.sub(f"{_LETTER}+", shape, text)


def invisible(text: str) -> str:
    """Joiners inside words, bidi marks around them, a BOM in front."""
    chance = random.Random(text)
    within = f"(?<={_LETTER})(?={_LETTER})"
    joined = re.sub(within, lambda _: chance.choice(["", "\u200c", "\u200d", "\u00ad"]), text)
    return "\ufeff\u202b\u2067" + joined.replace(" ", "\u200f \u200e") + "\u2069\u202c"


def digits(zero: str) -> Change:
    return lambda text: re.sub(r"\d", lambda digit: chr(ord(zero) + int(digit[0])), text)


def replaced(pattern: str, by: str) -> Change:
    return lambda text: re.sub(pattern, by, text)


def bare_hamza(text: str) -> str:
    return text.translate(str.maketrans("أإآٱؤئ", "ااااوي"))


def everything(text: str) -> str:
    for name in ("hamza off", "ة to ه", "ي to ى", "Eastern digits", "tatweel", "vocalised",
                 "invisible", "no-break spaces"):  # fmt: skip
        text = VARIANTS[name](text)
    return text


VARIANTS: dict[str, Change] = {
    "vocalised": vocalised,
    "tatweel": replaced(f"(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?={_LETTER})", "\u0640"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "hamza off": bare_hamza,
    "hamza on": replaced(f"{_START}ا", "أ"),
    "hamza below": replaced(f"{_START}[اأ]", "إ"),
    "ة to ه": replaced(f"ة{_END}", "ه"),
    "ه to ة": replaced(f"ه{_END}", "ة"),
    "ى to ي": replaced(f"ى{_END}", "ي"),
    "ي to ى": replaced(f"ي{_END}", "ى"),
    "Western digits": digits("0"),
    "Eastern digits": digits("٠"),
    "Persian digits": digits("۰"),
    "Persian letters": lambda text: text.translate(str.maketrans("يك", "یک")),
    "lam-alef": lambda text: text.replace("لا", "ﻻ").replace("لأ", "ﻷ").replace("لإ", "ﻹ"),
    "presentation forms": shaped,
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "narrow spaces": lambda text: text.replace(" ", "\u202f"),
    "invisible": invisible,
    "everything": everything,
}  # fmt: skip
SAME_PAGE = ["vocalised", "tatweel", "decomposed", "Western digits", "Eastern digits"]


def asked() -> list[str]:
    """The questions of the development half that are in Arabic letters, and our own."""
    lines = (EVAL / "questions" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines]
    return [q for q in questions if re.search(_LETTER, q)] + QUERIES


def articled(template: str) -> list[str]:
    """A word, or a question with a word in braces, with every article."""
    place = _with_place(template)
    return [place.replace("{", article).replace("}", "") for article in ARTICLES]


def _with_place(template: str) -> str:
    return template if "{" in template else re.sub(r"^\S+", r"{\g<0>}", template)


def _noun(template: str) -> str:
    return _with_place(template).partition("{")[2].partition("}")[0]


def looked_for(text: str) -> tuple[object, ...]:
    """All that a search takes from the words of a question: its language, its clauses, what is
    embedded where nothing was found for it, and where pages were."""
    question = understand(text)
    found = ["معرض الكتاب على الطريق", "المسبح والمدرسة في قافلة إلى علي بأصيلة سنة ٢٠٢٣"]
    embedded = [respelled(text, texts, count_words) for texts in ([], found)]
    return question.language, question.wants, clauses(question), embedded


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_same_is_looked_for_however_it_is_spelled(variant: str) -> None:
    changed = {q: VARIANTS[variant](q) for q in asked()}
    assert any(q != other for q, other in changed.items())
    assert [q for q, other in changed.items() if looked_for(other) != looked_for(q)] == []


@pytest.mark.parametrize("template", ARTICLED)
def test_the_same_is_looked_for_with_any_article(template: str) -> None:
    """Where a page has the word: in one that no page has «ال» may be no article."""
    texts = articled(template)
    assert [clauses(understand(text)) for text in texts] == [clauses(understand(texts[0]))] * len(
        texts
    )
    assert len({respelled(text, texts[:1], count_words) for text in texts}) == 1


def test_other_words_are_looked_for_by_other_terms() -> None:
    """So that the tests above could fail."""
    texts = [*QUERIES, *ARTICLED]
    assert len({str(looked_for(text)) for text in texts}) == len(texts)


@pytest.mark.parametrize("variant", SAME_PAGE)
def test_a_page_is_cut_and_embedded_the_same_however_it_is_written(
    variant: str, tmp_path: Path
) -> None:
    for page in PAGES[::3]:
        other = tmp_path / page.name
        # Bytes: some pages end their lines in CR LF.
        other.write_bytes(VARIANTS[variant](page.read_bytes().decode("utf-8")).encode("utf-8"))
        assert embedded(other) == embedded(page), page.name


def embedded(page: Path) -> list[tuple[str, list[str]]]:
    """What is embedded of each passage of a page, passages cut by letters, marks included."""
    (document,) = load.read(page, page.name)
    passages = split(document, lambda texts: [len(text) // 3 for text in texts], SplitSettings())
    return [(embedded_text(document, p), embedded_sentences(document, p)) for p in passages]


@pytest.mark.parametrize("variant", [name for name in VARIANTS if "ى" not in name])
def test_a_text_has_the_same_terms_however_it_is_written(variant: str) -> None:
    """But for «علي» and «على»: a text is taken to mean what it says."""
    for page in PAGES[::3]:
        text = re.sub(f"{_START}[وف]?عل[يى]{_END}", " ", strip_marks(page.read_text("utf-8")))
        assert index_terms(VARIANTS[variant](text)) == index_terms(text), page.name


class Remembering:
    """An encoder that embeds a question once."""

    def __init__(self, inner: object) -> None:
        self._inner = inner
        self._known: dict[str, object] = {}

    def __getattr__(self, name: str) -> object:
        return getattr(self._inner, name)

    def encode_queries(self, texts: list[str]) -> object:
        (text,) = texts
        if text not in self._known:
            self._known[text] = self._inner.encode_queries(texts)
        return self._known[text]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenIndex]:
    """The text pages of the sample corpus, with the default encoder."""
    folder = tmp_path_factory.mktemp("invariance")
    store, encoder = opening.open_for_writing(folder, None)
    with store:
        assert not index_files(store, encoder, PAGES).failures
    opened = opening.open_index(folder)
    opened.searcher.encoder = Remembering(opened.searcher.encoder)
    with opened.store:
        yield opened


def first(index: OpenIndex, question: str, k: int) -> list[str]:
    return [hit.passage.id for hit in index.searcher.search(question, k)]


@pytest.mark.real_model
def test_the_same_hits_however_a_question_is_spelled(index: OpenIndex) -> None:
    """Every question in all changes at once and in one other, in turn."""
    turns = [name for name in VARIANTS if name != "everything"]
    differ = []
    for number, question in enumerate(asked()):
        hits = first(index, question, 5)
        for name in ("everything", turns[number % len(turns)]):
            if first(index, VARIANTS[name](question), 5) != hits:
                differ.append((name, question))
    assert differ == []


@pytest.mark.real_model
def test_the_same_first_hit_with_any_article(index: OpenIndex) -> None:
    """But for words in no passage: there the question is embedded with the article it has."""
    passages = index.store.passages(sorted(index.store.seqs())).values()
    held = {bare(form) for passage in passages for form in forms(passage.text)}
    known = [t for t in ARTICLED if held.issuperset(forms(_noun(t)))]
    assert len(known) > 0.85 * len(ARTICLED)
    differ = []
    for template in known:
        without, *others = (first(index, text, 1) for text in articled(template)[:4])
        if others != [without] * len(others):
            differ.append(template)
    assert differ == []
