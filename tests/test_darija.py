"""Darija words and the Standard Arabic words that are searched for beside them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.arabic import STOPWORDS, fold, stem
from rag.darija import ASKING, candidates, spoken, standard, standard_latin

ARABIC = """\
طوموبيل سيارة
الطوموبيل سيارة
فالطوموبيلات سيارة
طوموبيلتو سيارة
وطونوبيلها سيارة
فلوس مال
الفلوس درهم
فلوسهم أموال
خدمة عمل
فالخدمة شغل
خدمتو عمل
بنت فتاة
بناتها فتيات
الدراري أطفال
ولادو أطفال
ولد طفل
العيالات نساء
سبيطار مستشفى
للسبيطار مستشفى
السبيطارات مستشفيات
حوت سمك
الحوت أسماك
المطيشة طماطم
البطاطا بطاطس
لقاو عثر
لقاوه وجد
تشد اعتقل
شدوه اعتقل
شدوهم أوقف
وشدوها أوقف
كيشدو توقيف
ماكيشدوهمش اعتقل
مات توفي
ماتو وفاة
كيموتو توفي
توفى وفاة
جا وصل
جاو حضر
غيجي وصل
كيجيو وصل
دارو نظم
درنا قام
غايديرو أنجز
كيتدار قام
عطا منح
عطاوه منح
كتعطي قدم
ربح فاز
ربحات فوز
غنربحو فاز
تزاد ولد
تزادت ارتفع
كيتزاد ولد
بدا انطلق
كتبدا انطلق
غيبداو بدأ
سالا انتهى
سالات انتهى
كتسالي اختتم
حلو افتتح
سدات أغلق
ماسدوش أغلق
الما ماء
فالما مياه
الضو كهرباء
بالضو كهرباء
الكار حافلة
الطوبيسات حافلة
بالتران قطار
الكورة كرة
العافية حريق
الشتا أمطار
زلزلة زلزال
البوليس شرطة
الجدارمية درك
المخزن سلطات
الفيرمات ضيعة
فيرمتو ضيعة
فابور مجانا
غالية سعر
بشحال ثمن
وبشحال ثمن
البارح أمس
ليوم اليوم
السيمانة أسبوع
سيمانات أسابيع
الجاي مقبل
كونطرا عقد
البيرمي رخصة
الفاكتورات فواتير
تلغاو إلغاء
شراها اشترى
كلفات تكلفة
بغاوش أراد
"""
LATIN = """\
flous flouss lflous floussou flousna: مال
tomobil tomobile ltomobil ltomobilat tonobil tmobil: سيارة
sbitar lsbitar sbitare fsbitar: مستشفى
khdma lkhdma khedma khdmto 5dma: عمل
drari ddrari ldrari drariha: أطفال
bnat lbnat bent bnatha: فتاة
wlad wladha wladhom: أبناء
tran ltran tren ftran: قطار
tobis ltobis toubis: حافلة
boulis lboulis bolis lpolice: شرطة
jdarmia jadarmia jdarmiya: درك
simana smana lsimana simanat: أسبوع
7out l7ot l7out lhout: سمك
lma flma blma: ماء
chta lchta: أمطار
l3afya l3afia 3afya: حريق
zenzla zelzla lzelzla: زلزال
kora lkora lkoura: كرة
match lmatch lmatche matchat: مباراة
maticha lmaticha matisha: طماطم
ferma lferma firma fermto: ضيعة
fabor fabour: مجانا
ghali ghalya lghali: ثمن
bch7al bechhal: ثمن
lbare7 lbar7: أمس
contra kontra lkontra: عقد
facture faktora lfaktora: فاتورة
motor lmotor lmotorat: دراجة
casque lkask kaskat: خوذة
zbel lzbel zbal: نفايات
dar daro darou dart kaydir kaydiro kidir ghandir maydirouch: نظم
chedo cheddo chdou tched kaychedo chddouhom: اعتقل
mat mato matou kaymout kaymouto: توفي
mcha mchaw mchat kaymchi ghanmchi: ذهب
bda bdaw bdat kaybda katbda ghaybda: انطلق
sala salaw salat kaysali katsali: انتهى
rbe7 reb7at rab7o: فاز
l9aw l9it tla9aw: وجد
tsed tsedat seddo: إغلاق
"""
NOTHING = """\
الرباط مراكش طنجة فاس الحسيمة ميدلت محمد فاطمة العربي بوطاهر إدريس وزارة الوزير الحكومة البرلمان
الجمعية المغرب المدينة كتاب الكتاب تقرير حوالي جامعة كتابة نقاش غاندي يوليو سيدي وسلم
قرية وحل فسد كدار غشدو
rabat casablanca marrakech agadir fes tanger kenitra ouarzazate mohammed fatima karim driss nadia
festival number prix ministre ecole hopital pluie eau travail prime ville selon contre notre
question where people water price government report budget visitors winner fils fille sont avec taux
barrages hot hit l7ariq kadar ghachdo mdina lmdina lmghrib wazir
"""


def entries(table: str) -> list[tuple[str, str]]:
    """(form, standard word), from «form word» or «form form ...: word» lines."""
    found = []
    for line in table.splitlines():
        forms, _, word = line.rpartition(": " if ": " in line else " ")
        found += [(form, word) for form in forms.split()]
    return found


@pytest.mark.parametrize(("form", "word"), entries(ARABIC))
def test_arabic_letters(form: str, word: str) -> None:
    assert fold(word) in standard(fold(form))


@pytest.mark.parametrize(("form", "word"), entries(LATIN))
def test_latin_letters(form: str, word: str) -> None:
    assert fold(word) in standard_latin(form)
    assert standard_latin(form.upper()) == standard_latin(form)


@pytest.mark.parametrize("word", NOTHING.split())
def test_nothing(word: str) -> None:
    assert (standard_latin(word) if word.isascii() else standard(fold(word))) == ()


def test_exactly() -> None:
    assert standard("طوموبيل") == ("سياره",)
    assert standard(fold("فالسيمانة")) == (fold("أسبوع"), fold("أسابيع"))
    assert standard_latin("ltran") == ("قطار",)


def test_the_way_that_takes_off_least() -> None:
    """«لاكار» is the station, not a bus with an article."""
    assert standard("لاكار") == (fold("محطة"), "قطار")
    assert standard("الكار") == (fold("حافلة"),)


def test_vowels_tell_short_words_apart() -> None:
    assert fold("مال") not in standard_latin("fils")
    assert "سمك" not in standard_latin("7it")
    assert fold("حافلة") not in standard_latin("kora")
    assert fold("أغلق") not in standard_latin("sud")


CANDIDATES = """\
mdina مدينة
lmghrib المغرب
lmaghrib المغرب
jam3iya جمعية
ljam3ia الجمعية
lmdrasa المدرسة
ra2is رئيس
wazir وزير
l7okouma الحكومة
barlaman برلمان
qanoun قانون
ta9rir تقرير
tri9 طريق
lktab الكتاب
chfar شفار
mihrajan مهرجان
zaytoun زيتون
l7lib الحليب
l9afila القافلة
3amaliya عملية
ljama3a الجماعة
mojtama3 مجتمع
barnamaj برنامج
nachra نشرة
sa3a ساعة
lkhmis الخميس
3id عيد
souk سوق
lkouhouf الكهوف
l7amla الحملة
sdoud سدود
ljawla الجولة
lfari9 الفريق
charikat شركات
jami3a جامعة
ta3lim تعليم
l7boub الحبوب
ssou9 السوق
chchams الشمس
nnachra النشرة
"""


@pytest.mark.parametrize(("latin", "arabic"), entries(CANDIDATES))
def test_candidates(latin: str, arabic: str) -> None:
    assert stem(fold(arabic)) in map(stem, candidates(latin))


def test_the_most_probable_candidate_is_first() -> None:
    assert candidates("mdina")[0] == fold("مدينة")
    assert candidates("chfar")[0] == "شفار"
    assert candidates("lmghrib")[:2] == ("المغريب", "المغرب")


@pytest.mark.parametrize("word", ["", "كتاب", "l'eau", "12-3", "a" * 31, "2024"])
def test_no_candidates(word: str) -> None:
    assert candidates(word) == ()


def test_asking() -> None:
    asking = "فوقاش كيفاش ديال ديالو هاد واش شنو علاش باش راه كاين دابا وفوقاش وعلاش"
    assert ASKING | STOPWORDS >= set(fold(asking).split())
    assert set("ch7al chhal fo9ach kifach dyal li wach chno 3lach bach fin daba".split()) <= ASKING
    assert not ASKING & STOPWORDS
    assert all(fold(word) == word for word in ASKING)


def test_what_asks_is_not_translated() -> None:
    """But for a few that are verbs and nouns too; and «بشحال», which asks for a price."""
    translated = {w for w in ASKING if (standard_latin(w) if w.isascii() else standard(w))}
    assert len(translated) < len(ASKING) / 20
    assert fold("بشحال") not in ASKING


@given(st.text(max_size=40) | st.text("ابتحدرسشعقكلمنهويهغ", max_size=12))
def test_any_text_in_arabic(text: str) -> None:
    words = standard(fold(text))
    assert all(word and fold(word) == word and not re.search(r"\s", word) for word in words)
    assert len(set(words)) == len(words)


@given(st.text(max_size=40) | st.text("abcdefghijklmnoqrstuwyz2379", min_size=1, max_size=14))
def test_any_text_in_latin(text: str) -> None:
    words, spelled = standard_latin(text), candidates(text)
    assert words == standard_latin(text.casefold()) or not text.isascii()
    assert all(fold(word) == word and word for word in words + spelled)
    assert len(set(spelled)) == len(spelled) <= 4
    if re.fullmatch("[a-z]{1,30}", text):
        assert spelled


@pytest.mark.parametrize(
    ("word", "darija"),
    [
        ("حادثة", "كسيدة"),
        ("الحوادث", "كسيدة"),
        ("سيارات", "طوموبيل"),
        ("قتلى", "مات"),
        ("قتلى", "ماتو"),
    ],
)
def test_what_darija_says_for_a_standard_word(word: str, darija: str) -> None:
    assert fold(darija) in spoken(fold(word))


def test_what_is_no_standard_word_has_none() -> None:
    assert spoken("visitor") == spoken(fold("قرنبيط")) == ()
