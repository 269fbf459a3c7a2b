"""What a question asks for, in Arabic, Darija in both scripts, French and English."""

from __future__ import annotations

import pytest

from rag.arabic import STOPWORDS, stem
from rag.question import understand

NUMBER = """\
كم بلغ عدد زوار المعرض سنة 2023؟
بكم بيعت اللوحة؟
ما عدد المشاركين؟
ما هو عدد المشاركين؟
ما هي نسبة النجاح؟
ما ثمن التذكرة؟
ما هو سعر التذكرة؟
كَمْ عَدَدُ الزُّوَّارِ؟
شحال د الناس جاو للمعرض؟
بشحال كيبيعو الزيت؟
ch7al d nas jaw l ma3rad?
chhal taman dyal ticket?
Combien de visiteurs sont venus ?
COMBIEN de visiteurs ?
Quel est le prix du billet ?
Quel est le nombre de visiteurs ?
How many people came?
How much does a ticket cost?
What is the price of a ticket?
كم عدد السكان على بعد 20 كم؟
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
"""
OTHER = """\
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
        for wanted, lines in (("number", NUMBER), ("date", DATE), ("other", OTHER))
        for line in lines.splitlines()
    ],
)
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


@pytest.mark.parametrize("text", (NUMBER + DATE).splitlines())
def test_no_asking_word_is_looked_for(text: str) -> None:
    asking = {"كم", "عدد", "متى", "شحال", "combien", "nombre", "quand", "when", "how", "ch", "7"}
    found = understand(text).stems
    assert not asking & set(found)
    assert not (STOPWORDS - {"منذ"}) & set(found)  # «ومنذ»: known, the conjunction hides it
    assert len(set(found)) == len(found)
