"""Languages told apart on questions of our own, short and mixed ones included."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.language import detect, detect_document

ARABIC = """\
كم بلغ عدد زوار المعرض سنة 2023؟
من هو رئيس الجمعية؟
متى افتتحت المكتبة البلدية؟
أين نظم المهرجان؟
ما هي أسباب تأخر الأشغال؟
لماذا أغلق السوق الأسبوعي؟
كيف يمكن التسجيل في الدورة؟
هل صادق المجلس على الميزانية؟
ماذا قال الوزير عن الماء؟
كم كلف مشروع محطة التحلية؟
كم يوما دام إضراب معمل Safi؟
ما الفرق بين الدورة الأولى والثانية؟
من فاز بالجائزة الكبرى؟
في أي مدينة يوجد المتحف؟
اذكر شركاء المشروع
عدد المشاركين
ميزانية 2024
ثمن التذكرة
من هو فين ديزل؟
من هو شي جين بينغ؟
ما معنى كلمة «واش»؟
ما هو الماكنتوش؟
ما هي شركة OpenAI؟
متى أعلنت Microsoft عن مكتبها في الرباط؟
كَمْ بَلَغَ عَدَدُ الزُّوَّارِ؟
بكم بيعت اللوحة؟
لمن آلت الجائزة؟
ما صافي أرباح الشركة؟
أين دارت المباراة النهائية؟
صافي أرباح الشركة
عدد السكان غير المغاربة
هل مراكش أكبر من فاس؟
عبد الرحيم العلمي
مراكش
ما هي شروط الولوج إلى المعهد؟
كم دام انقطاع الكهرباء؟
2024؟"""

DARIJA = """\
شحال د الناس جاو للمعرض؟
شحال كان الثمن ديال التذكرة؟
فين كاين السوق الجديد؟
فين المعرض؟
علاش سدو الطريق؟
كيفاش نتسجل فالدورة؟
شكون ربح الماتش؟
شكون هو الرئيس الجديد؟
واش كاين الدخول فابور؟
واش الماء غادي يتقطع غدا؟
شنو قال العامل على السكن؟
شنو هي الوراق اللي خاصني؟
فوقاش غادي يحلو المستشفى؟
إمتى تبدا المهرجان؟
منين جابو الفلوس؟
بغيت نعرف شحال خلصو
آش وقع فالمحطة؟
أشنو دارو مع الباعة؟
عندو شحال من مقعد؟
هاد المشروع شحال كلف؟
دابا شحال وصل الثمن؟
علاش ماكاينش الماء؟
شحال فيها ديال الكيلومترات؟
بشحال كيبيعو الزيت؟
فين غادي تكون المباراة؟
واش بصح سدو المدرسة؟
كيفاش كيدير الواحد باش يشد الدعم؟
شنو الجديد ديال الطريق السيار؟
شكون اللي بنى القنطرة؟
حيت الشتا قليلة شنو غادي يديرو؟
واش OCP غادي تخدم الشباب؟
شنو هو Machine Learning؟
مزيان هاد القانون ولا لا؟
بحال شحال هادي؟"""

ARABIZI = """\
ch7al dial nas jaw l lma3rid?
chhal kan taman dyal tadkira?
fin kayn souk jdid?
3lach seddo triq?
kifach ntsajel f dawra?
chkoun rba7 lmatch?
chkoun howa ra2is?
wach kayn dokhoul fabor?
wash lma ghadi yt9te3 ghedda?
chnou gal l3amil 3la sakan?
chno hiya lwra9 li khasni?
fo9ach ghadi y7ello sbitar?
imta bda lmahrajan?
mnin jabo lflous?
bghit n3ref ch7al khelso
ach w9e3 f lma7etta?
achnou daro m3a lbe3a?
had lmachrou3 ch7al kelef?
daba ch7al wsel taman?
3lach makaynch lma?
bch7al kaybi3o zit?
fin ghadi tkoun lmobarat?
wach bsse7 seddo lmdrasa?
kifach kaydir lwa7ed bach ychedd da3m?
chno jdid dial autoroute?
chkoun lli bna l9antra?
wach OCP ghadi tkhdem chabab?
chno howa machine learning?
mzyan had l9anoun wla la?
3afak fin kayn lma7al?
wach les bus kaynin l'dimanche?
ch7al?
fin kayna Marrakech?
chkoun ra2is dial Raja?"""

FRENCH = """\
Combien de visiteurs au salon en 2023 ?
Qui est le président de l'association ?
Quand la bibliothèque a-t-elle ouvert ?
Où se tient le festival ?
Quelles sont les causes du retard ?
Pourquoi le marché a-t-il fermé ?
Comment s'inscrire à la session ?
Le conseil a-t-il voté le budget ?
Qu'a dit le ministre sur l'eau ?
Quel est le coût du projet ?
Quelle différence entre les deux éditions ?
Qui a remporté le grand prix ?
Dans quelle ville se trouve le musée ?
Citez les partenaires du projet
Nombre de participants
Budget 2024
Prix du billet
Qui est Abdelilah Benkirane ?
Qui est Driss El Alaoui ?
Où habite Mustapha Ouchen ?
Que signifie « dyal » ?
Qui est محمد العلوي ?
Abdelkader Benali
Casablanca
C'est quand la fin des travaux ?
Y a-t-il une date limite ?
Est-ce que la route est ouverte ?
Quels jours les musées sont-ils fermés ?
Depuis quand la gare est-elle fermée ?
Combien coûte le billet
résultats du marathon
Qui dirige Morocco World News ?
Quel est le prix de la 5G ?
La 68e édition, combien de visiteurs ?
fin des travaux à Rabat
Le G7 a-t-il parlé du Maroc ?
9eme trophée Hassan"""

ENGLISH = """\
How many people visited the fair in 2023?
Who is the president of the association?
When did the library open?
Where is the festival held?
What are the causes of the delay?
Why was the market closed?
How do I register for the session?
Did the council approve the budget?
What did the minister say about water?
How much did the project cost?
What is the difference between the two editions?
Who won the main prize?
In which city is the museum?
List the partners of the project
number of participants and budget
the price of a ticket
Who is Abdelilah Benkirane?
Who is François Béranger?
Where does Jean de La Fontaine live?
What does "dyal" mean?
Who is محمد العلوي?
Is there a deadline?
Which days are the museums closed?
Since when has the station been closed?
How much is the ticket
results of the marathon
Who runs Société Générale Maroc?
What is the price of 5G?
How many visitors at the 68th edition?
Did the G7 mention Morocco?
Was the road open on Sunday?
When is the end of the works?
Who made the MP3 player?
Does the law apply to tourists?
Tell me about the 3rd edition"""


def _cases() -> list[tuple[str, str]]:
    groups = {"ar": ARABIC, "ary": DARIJA, "ary-Latn": ARABIZI, "fr": FRENCH, "en": ENGLISH}
    return [(language, line) for language, text in groups.items() for line in text.split("\n")]


@pytest.mark.parametrize(("language", "question"), _cases())
def test_language_of_a_question(language: str, question: str) -> None:
    assert detect(question) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "نظمت الجماعة معرضا للكتاب."),
        ("ar", "واش كاين الماء؟ شحال؟"),
        ("ar", "أعلنت شركة Renault عن استثمار جديد في طنجة المتوسط."),
        ("fr", "La commune a organisé une fête dans les rues de la médina."),
        ("en", "The council voted on the budget and closed the session."),
        ("", ""),
        ("", "12 / 5 ٪"),
        ("", "Isnad"),
        ("", "Der Rat hat gestern das neue Gesetz zur Wasserversorgung beschlossen und verkündet."),
    ],
)
def test_language_of_a_document(language: str, text: str) -> None:
    assert detect_document(text) == language


@given(st.text(max_size=200))
def test_any_text_has_a_language(text: str) -> None:
    assert detect(text) in ("ar", "ary", "ary-Latn", "fr", "en")
    assert detect_document(text) in ("ar", "fr", "en", "")


def test_detection_is_fast() -> None:
    question = "شحال كان الثمن ديال التذكرة فالدورة اللولى وعلاش تزاد فالدورة الثانية؟"
    detect(question)
    start = time.perf_counter()
    for _ in range(200):
        detect(question)
    assert (time.perf_counter() - start) / 200 < 0.001  # 0.05 ms here; room for a busy machine


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sebou book fair Kenitra 2024 partners", "en"),
        ("prix des billets salon Taza", "fr"),
        ("budget festival", "fr"),  # both: Latin letters alone
        ("barrages janvier 2024", "fr"),
        ("dams january 2024", "en"),
    ],
)
def test_bare_words_are_of_the_language_that_has_them(text: str, language: str) -> None:
    assert detect(text) == language
