"""Which supported sentences of a draft are about what was asked."""

from __future__ import annotations

import pytest

from rag.cite import Statement
from rag.evidence import Evidence
from rag.question import understand
from rag.relevance import relevant
from rag.schema import Passage

FELL = "عرف المعرض هذه السنة إقبالا أقل، وقد تراجع عدد الزوار بسبب أشغال الطريق."
STANDS = "وبلغ عدد العارضين 203 عارضين من جهات المملكة."
WHY = "لماذا تراجع عدد الزوار؟"
HOW_MANY = "كم عدد العارضين؟"


def page(*shares: float) -> list[Evidence]:
    """``FELL`` and ``STANDS`` with their shares, best first."""
    text = f"{FELL} {STANDS}"
    passage = Passage("a:0", "a", text, 0, len(text))
    found = []
    for sentence, share in zip((FELL, STANDS), shares, strict=True):
        start = text.index(sentence)
        found.append(Evidence(passage, sentence, start, start + len(sentence), 1, 1, 1, 0.0, share))
    return sorted(found, key=lambda e: -e.share)


def kept(question: str, evidence: list[Evidence], *statements: tuple[str, str]) -> list[str]:
    """What is left of ``statements``, each with the sentence that it rests on."""
    by_text = {e.text: e for e in evidence}
    written: list[Statement] = [(text, [by_text[source]]) for text, source in statements]
    return [text for text, _ in relevant(written, understand(question), evidence)]


def test_a_name_is_given_where_one_stands_beside() -> None:
    text = "نظمت جمعية الواحة الحملة. وقالت رئيستها، سلمى الوردي، إنها نجحت."
    passage = Passage("a:0", "a", text, 0, len(text))
    one, two = (Evidence(passage, s, 0, 1, 1, 1, 1, 0.0, 0.5) for s in text.split(". "))
    asked = understand("من ترأس الجمعية؟")
    body: list[Statement] = [("جمعية الواحة.", [one])]
    her: list[Statement] = [("رئيستها سلمى الوردي.", [two])]
    assert relevant(body, asked, [one, two]) == []
    assert relevant(her, asked, [two, one]) == her
    assert relevant(body, understand("من نظم الحملة؟"), [one]) == body


@pytest.mark.parametrize(
    ("question", "said", "stays"),
    [
        ("بكم تباع الخوذة؟", "بكم تباع الخوذة، الخوذة 350 درهما.", False),
        ("كم زائرا، وبكم تباع الخوذة؟", "وبكم تباع الخوذة 350 درهما.", False),
        ("بكم تباع الخوذة؟", "تباع الخوذة ب350 درهما.", True),
        ("من عوض المدير؟", "بعد استقالته، من عوض المدير سعيد.", False),
    ],
)
def test_an_echo_of_the_question_goes(question: str, said: str, stays: bool) -> None:
    text = "تباع الخوذة ب350 درهما، قال المدير سعيد."
    passage = Passage("a:0", "a", text, 0, len(text))
    source = Evidence(passage, text, 0, len(text), 1, 1, 1, 0.0, 0.9)
    assert bool(relevant([(said, [source])], understand(question), [source])) == stays


@pytest.mark.parametrize(("share", "stays"), [(0.7, True), (0.61, True), (0.59, False)])
def test_what_rests_on_a_much_less_likely_sentence_goes(share: float, stays: bool) -> None:
    said = "شارك عارضون من جهات المملكة."
    evidence = page(0.8, share)
    assert kept("من شارك في المعرض؟", evidence, (said, STANDS)) == ([said] if stays else [])


def test_what_counts_the_thing_asked_for_may_be_less_likely() -> None:
    assert kept(HOW_MANY, page(0.8, 0.2), ("شارك 203 عارضين.", STANDS)) == ["شارك 203 عارضين."]
    asked = "Combien d'exposants ?"
    assert kept(asked, page(0.8, 0.2), ("203 exposants.", STANDS)) == ["203 exposants."]
    assert kept("كم عدد الزوار؟", page(0.8, 0.2), ("شارك 203 عارضين.", STANDS)) == []


def test_one_likely_sentence_of_two_suffices() -> None:
    best, other = page(0.9, 0.1)
    written: list[Statement] = [("تراجع عدد الزوار بسبب الأشغال أمام 203 عارضين.", [other, best])]
    assert relevant(written, understand(WHY), [best, other]) == written


@pytest.mark.parametrize(
    ("question", "said", "stays"),
    [
        (WHY, "تراجع عدد الزوار.", False),
        (WHY, "تراجع عدد الزوار هذه السنة.", False),
        (WHY, "تراجع عدد الزوار في الافتتاح.", False),
        (WHY, "تراجع عدد الزوار بسبب أشغال الطريق.", True),
        (WHY, "نعم، تراجع عدد الزوار بسبب أشغال الطريق.", False),
        ("هل تراجع عدد الزوار؟", "نعم، تراجع عدد الزوار.", True),
        ("أين تراجع عدد الزوار؟", "تراجع عدد الزوار سنة 2023.", False),
        ("أين تراجع عدد الزوار؟", "تراجع عدد الزوار بوجدة سنة 2023.", True),
        ("من أي سنة تراجع عدد الزوار؟", "تراجع عدد الزوار من 2023.", True),
        ("من 2022 إلى 2023 كم تراجع عدد الزوار؟", "تراجع عدد الزوار 300.", True),
        ("كيف كان عدد الزوار، هل تراجع أم ارتفع؟", "تراجع عدد الزوار.", True),
        ("Où le nombre de visiteurs a-t-il baissé ?", "Le nombre a baissé.", False),
        ("علاش نقص عدد الزوار؟", "نقص عدد الزوار.", False),
        ("Pourquoi le nombre de visiteurs a-t-il baissé ?", "Le nombre a baissé.", False),
        ("Le nombre de visiteurs a-t-il baissé ?", "Le nombre a baissé.", True),
        ("Est-ce qu'il y a eu moins de visiteurs ?", "Il y a eu moins de visiteurs.", True),
        ("Est-ce qu’il y a eu moins de visiteurs ?", "Oui, moins de visiteurs.", True),
        ("A-t-on dit qu'elle a baissé ?", "Oui, elle a baissé.", True),
        ("Où est-ce que le nombre de visiteurs a baissé ?", "Le nombre a baissé.", False),
        ("Qu'est-ce que le nombre a baissé ?", "Le nombre a baissé.", False),
        ("Fin 2023, combien de visiteurs ?", "300 visiteurs.", True),
        ("Why did the number of visitors fall?", "The number of visitors fell.", False),
        ("Did the number of visitors fall?", "The number of visitors fell.", True),
        ("Did the number of visitors who came fall?", "The number of visitors fell.", True),
    ],
)
def test_the_question_once_more_is_no_answer(question: str, said: str, stays: bool) -> None:
    assert kept(question, page(0.8, 0.1), (said, FELL)) == ([said] if stays else [])


def test_together_they_hold_the_kind_that_is_asked_for() -> None:
    evidence = page(0.5, 0.5)
    about = "العارضون من جهات المملكة."
    count = "شارك 203 عارضين."
    assert kept(HOW_MANY, evidence, (about, STANDS)) == []
    assert kept(HOW_MANY, evidence, (about, STANDS), (count, STANDS)) == [about, count]


def test_a_statement_that_garbles_its_source_goes() -> None:
    evidence = page(0.9, 0.1)
    kept_ = "تراجع عدد الزوار بسبب أشغال الطريق."
    assert kept(WHY, evidence, (kept_, FELL)) == [kept_]
    assert kept(WHY, evidence, ("تراجع عدد الزوار بسبب الأشغال الطريق.", FELL)) == []
