"""What a question asks for, in Arabic, Darija in both scripts, French and English."""

from __future__ import annotations

import pytest

from rag.arabic import STOPWORDS, stem
from rag.question import understand

NUMBER = """\
كم عضوا صوت لصالح الميزانية؟
بكم نقطة فاز الفريق؟
Combien de personnes ont payé le prix ?
كم بلغ عدد زوار المعرض سنة 2023؟
ما عدد المشاركين؟
ما هو عدد المشاركين؟
كم تذكرة بيعت؟
كَمْ عَدَدُ الزُّوَّارِ؟
شحال د الناس جاو للمعرض؟
ch7al d nas jaw l ma3rad?
Combien de visiteurs sont venus ?
COMBIEN de visiteurs ?
Quel est le nombre de visiteurs ?
How many people came?
كم عدد السكان على بعد 20 كم؟
"""
SHARE = """\
ما هي نسبة النجاح؟
ما نسبةُ النَّجاح في الباكالوريا؟
كم بلغت النسبة المئوية للناجحين؟
شحال النسبة ديال الناس اللي نجحو؟
شحال فالمية ديال الناس نجحو؟
ch7al nisba dyal naja7?
chhal f lmya li nej7o?
Quel pourcentage a réussi ?
Quel est le taux de chômage ?
Quel sera le taux de réussite ?
What was the dam filling rate?
À combien s'élève le taux de réussite ?
What percentage of pupils passed?
What proportion of them passed?
"""
MONEY = """\
كم بلغت مداخيل المعرض؟
Combien de recettes le festival a-t-il faites ?
ما ثمن التذكرة؟
ما هو سعر التذكرة؟
ما كان ثمن التذكرة؟
Quel était le prix d'entrée du salon ?
What was the entry price of the fair?
كم بلغت ميزانية المهرجان؟
كم درهما دفع الزوار؟
شحال ثمن التذكرة؟
بشحال الثمن ديال الزيت؟
بشحال كيبيعو الزيت؟
bch7al kayb3o zit?
chhal taman dyal ticket?
ch7al f lmizaniya, mizaniya dyal 2023?
Quel est le prix du billet ?
Combien coûte le billet ?
COMBIEN A COÛTÉ LE STADE ?
Quel montant a été versé ?
How much does a ticket cost?
What will a ticket cost?
How much did the commune spend on trees?
شحال ديال الفلوس عطات الجماعة؟
بكم بيعت اللوحة؟
What is the price of a ticket?
"""
DATE = """\
متى افتتح المتحف؟
ومنذ متى وهو مفتوح؟
في أي سنة تأسست الجمعية؟
ما هو تاريخ الافتتاح؟
فوقاش غادي يحلو المستشفى؟
إمتى تبدا المهرجان؟
fo9ach ghadi ybda lmahrajan?
Quand le musée a-t-il ouvert ?
Depuis quand existe-t-il ?
Quelle est la date de l'ouverture ?
En quelle année ?
When did the museum open?
In what year was it founded?
Between which dates was it open?
Entre quelles dates ?
بين أي تاريخين جرت الحفريات؟
"""
OTHER = """\
Le nombre de visiteurs a-t-il baissé ?
من هو رئيس الجمعية؟
أين يقع المركز الذي يبعد 20 كم عن فاس؟
ما معنى الكم والكيف؟
علاش سدو الطريق؟
3lach seddo tri9?
Qui est le président ?
Que faire quand il pleut ?
Who is the mayor?
What did he say when it opened?
؟
"""


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (wanted, line)
        for wanted, lines in (
            ("number", NUMBER), ("share", SHARE), ("money", MONEY), ("date", DATE),
            ("other", OTHER),
        )
        for line in lines.splitlines()
    ],
)  # fmt: skip
def test_what_is_wanted(wanted: str, text: str) -> None:
    assert understand(text).wants == wanted


@pytest.mark.parametrize(
    ("text", "language", "arabic_script"),
    [
        ("كم عدد الزوار؟", "ar", True),
        ("شحال د الناس جاو؟", "ary", True),
        ("ch7al d nas jaw?", "ary-Latn", False),
        ("Combien de visiteurs ?", "fr", False),
        ("How many visitors?", "en", False),
    ],
)
def test_language(text: str, language: str, arabic_script: bool) -> None:
    question = understand(text)
    assert question.text == text
    assert question.language == language
    assert question.is_arabic_script is arabic_script


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("كم بلغ عدد زوار معرض سبو سنة 2023؟", "بلغ زوار معرض سبو 2023"),
        ("مَتَى افْتُتِحَ المَتْحَفُ؟", "افتتح المتحف"),
        ("شحال د الناس جاو للمعرض؟", "الناس جاو للمعرض"),
        ("Quel est le nombre de visiteurs du musée ?", "visiteurs musee"),
        ("How many people visited the museum?", "people visited museum"),
        ("ch7al d nas jaw l Rabat?", "nas jaw rabat"),
        ("3lach seddo tri9 f 2023?", "seddo 2023"),
        ("المتحف والمتحف بالمتحف", "متحف"),
        ("كم؟", ""),
        ("", ""),
    ],
)
def test_content_words(text: str, content: str) -> None:
    """Asking words are not looked for, and no word twice."""
    assert understand(text).stems == tuple(stem(word) for word in content.split())


@pytest.mark.parametrize("text", (NUMBER + SHARE + MONEY + DATE).splitlines())
def test_no_asking_word_is_looked_for(text: str) -> None:
    asking = {"كم", "عدد", "متى", "شحال", "combien", "nombre", "quand", "when", "how", "ch", "7"}
    found = understand(text).stems
    assert not asking & set(found)
    assert not (STOPWORDS - {"منذ"}) & set(found)  # «ومنذ»: known, the conjunction hides it
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("text", "wants"),
    [("وكم عددهم؟", "number"), ("وشحال التذكرة؟", "number"), ("ومتى افتتح؟", "date"),
     ("وما نسبة النجاح؟", "share"), ("ومن نظمه؟", "other")],
)  # fmt: skip
def test_what_goes_on_with_and_asks_the_same(text: str, wants: str) -> None:
    assert understand(text).wants == wants
