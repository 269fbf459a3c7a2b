"""What is indexed of a text and looked for in a question. Terms beyond those named here may be
there; what two texts have in common, and what must not be there, is exact."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_arabic import TEXT
from variants import sentences, spelled_otherwise

from rag.arabic import STOPWORDS, fold, forms, stem
from rag.lexical import Clause
from rag.question import understand
from rag.terms import clauses, crossing, index_terms, name_clauses, share_held


def sounds(text: str) -> set[str]:
    return {term for term in index_terms(text) if term[0] == "~"}


def asked(question: str) -> list[Clause]:
    return clauses(understand(question))


def ways(question: str) -> set[str]:
    return {term for clause in asked(question) for way in clause.ways for term in way}


# What is indexed


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("المدينة", [stem("المدينه"), "_المد", "_لمدي", "_مدين", "_دينه"]),
        ("فاس", [stem("فاس"), "_فاس", "~fs"]),
        ("وفرنسا", [stem("وفرنسا"), stem("فرنسا"), "~frns"]),
        ("2023", ["2023", "_2023"]),
        ("14.500", ["14500", "_1450", "_4500"]),
        ("Fès", ["fes", "_fes", "~fs"]),
        ("l7afla dyal G20", ["l7afla", "~lhfl", "~dl", "20"]),
        ("سوق", ["_سوق", "~sk"]),
        ("سو", ["_سو"]),
    ],
)
def test_terms_of_a_word(text: str, held: list[str]) -> None:
    assert set(held) <= set(index_terms(text))


def test_a_term_is_there_as_often_as_its_word() -> None:
    once, thrice = index_terms("سوق"), index_terms("سوق كبير سوق بالسوق")
    assert once.count("سوق") == 1
    assert thrice.count("سوق") == 3
    assert index_terms("ريال ريال").count("~rl") == 2 * index_terms("ريال").count("~rl")


@pytest.mark.parametrize(
    "text", ["", " \n", "؟!«»", "في من إلى على", "وعلى ديال the of et à l'", "\u200f\u064b\u0640"]
)
def test_function_words_and_signs_have_no_terms(text: str) -> None:
    assert index_terms(text) == []


@pytest.mark.parametrize(
    ("one", "other", "sound"),
    [
        ("مراكش", "Marrakech", "~mrkc"),
        ("مراكش", "mrrakch", "~mrkc"),
        ("بمراكش", "MARRAKECH", "~mrkc"),
        ("الرباط", "Rabat", "~rbt"),
        ("محمد", "Mohammed", "~mhmd"),
        ("الحفلة", "l7afla", "~lhfl"),
        ("خبز", "5obz", "~xbz"),
        ("بنسعيد", "Bensaïd", "~bnsd"),
    ],
)
def test_a_name_has_one_sound_in_both_scripts(one: str, other: str, sound: str) -> None:
    assert sound in sounds(one) & sounds(other)


def test_sounds_of_one_consonant_and_of_numbers_are_left_out() -> None:
    assert sounds("علي Ali eau 7 2023 13,50 1.234.567 ٣٦٠") == set()
    assert sounds("x" * 50 + "brg" * 50) == set()  # no name is as long


@pytest.mark.parametrize(
    ("name", "preposition"),
    [("علي", "على"), ("عَلِيّ", "عَلَى"), ("ﻋﻠﻲ", "ﻋﻠﻰ"), ("_علي_", "_على_"), ("وعلي", "وعلى")],
)
def test_ali_is_told_from_on(name: str, preposition: str) -> None:
    assert f"_{fold(name.strip('_'))}" in index_terms(f"قال {name} الحق")
    assert index_terms(f"قال {preposition} الحق") == index_terms("قال الحق")


@settings(deadline=None)
@given(TEXT)
def test_terms_are_total_and_hold_no_white_space(text: str) -> None:
    """The lexical index parts them at spaces."""
    assert all(term.split() == [term] for term in index_terms(text))
    question = understand(text)
    for clause in clauses(question):
        assert clause.ways
        assert all(way and all(way) for way in clause.ways)
        terms = [*clause.parts, *(term for way in clause.ways for term in way)]
        assert all(term.split() == [term] for term in terms)


@settings(deadline=None)
@given(st.data())
def test_what_folds_to_one_has_the_same_terms(data: st.DataObject) -> None:
    text = data.draw(sentences)
    other = data.draw(spelled_otherwise(text))
    assert fold(other) == fold(text)
    assert index_terms(other) == index_terms(text)
    assert clauses(understand(other)) == clauses(understand(text))


@settings(deadline=None)
@given(st.data())
def test_a_text_holds_all_that_is_asked_in_its_own_words(data: st.DataObject) -> None:
    """However it is spelled: what a question looks for is what the index holds. But for «على»
    alone, which as a question may mean Ali and in a text never does."""
    text = data.draw(sentences | TEXT)
    assume(set(forms(text)) - STOPWORDS or "علي" not in forms(text))
    question = understand(text)
    held = set(index_terms(text))
    for clause in clauses(question):
        assert any(term in held for way in clause.ways for term in way)
        if question.language != "ary-Latn":
            assert set(clause.parts) <= held


# What is looked for


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("كم بلغ عدد زوار معرض سبو؟", "بلغ زوار معرض سبو"),
        ("ما ثمن تذكرة المعرض والمعرض؟", "ثمن تذكره معرض"),
        ("المعرض أين المَعرِض؟", "معرض"),
        ("Quel est le nombre de visiteurs à Fès ?", "visiteurs fes"),
        ("What is the date of the Rabat fair?", "rabat fair"),
        ("هل من في إلى؟", ""),
        ("من هو علي؟", "علي"),
        ("؟", ""),
    ],
)
def test_a_clause_for_each_content_word(question: str, words: str) -> None:
    found = asked(question)
    assert len(found) == len(words.split())
    for clause, word in zip(found, words.split(), strict=True):
        (way, *_), form = clause.ways, fold(word)
        assert stem(form) in way
        assert clause.parts[0] == f"_{form[:4]}"
        assert len(clause.parts) == max(1, len(form) - 3)


def test_who_stands_beside_ali_is_looked_for_beside_him() -> None:
    """In either spelling, since people write the one for the other; pages mean what they write."""
    held = set(index_terms("تكلم الطفل علي بن موسى"))
    assert held.isdisjoint({term for term in index_terms("تكلم الطفل على موسى") if term[0] == "="})
    for question in ("من هو الطفل علي؟", "من هو الطفل على؟"):
        (clause,) = asked(question)
        assert set(clause.parts) <= held
        assert clause.parts[-1] == f"={stem('الطفل')}<"


def test_a_word_is_found_by_stem_or_by_sound() -> None:
    (clause,) = asked("بفاس القديمة؟")[:1]
    assert clause.ways[0] == tuple(sorted({stem("بفاس"), stem("فاس")}))
    assert ("~fs",) not in clause.ways  # two consonants are found everywhere
    (clause,) = asked("Quoi à Marrakech ?")
    assert clause.ways[0] == ("marrakech",)
    assert ("~mrkc",) in clause.ways
    assert clause.parts == ("_marr", "_arra", "_rrak", "_rake", "_akec", "_kech")


@pytest.mark.parametrize(
    ("question", "page"),
    [
        ("Combien de livres ont été prêtés ?", "le livre prêté"),
        ("How many buildings were restored?", "restoring a building"),
    ],
)
def test_inflected_forms_in_latin_letters_meet(question: str, page: str) -> None:
    held = set(index_terms(page))
    for clause in asked(question):
        assert any(held.issuperset(way) for way in clause.ways), clause


def test_darija_in_latin_letters_is_not_inflected_as_french_is() -> None:
    assert understand("chkoun kayn f dar nouvelles").language == "ary-Latn"
    assert ("nouvel",) not in {w for c in asked("chkoun kayn f dar nouvelles") for w in c.ways}
    assert ("nouvel",) in {w for c in asked("Quelles sont les nouvelles ?") for w in c.ways}


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("ch7al taman dyal café f Rabat?", ["taman", "~tmn", "cafe", "~kf", "rabat"]),
        ("fin dar l7afla dyal nas?", ["l7afla", "~lhfl", "~ns"]),
        ("wach taman 14.500 dh f 2023?", ["14500", "2023", "~tmn"]),
        ("fin kayn سوق الخميس f casa?", [stem("سوق"), stem("الخميس")]),
    ],
)
def test_darija_in_latin_letters(question: str, held: list[str]) -> None:
    """Digits are letters there, words of two consonants count, numbers stay whole."""
    assert understand(question).language == "ary-Latn"
    found = ways(question)
    assert set(held) <= found
    assert not {"7", "14", "500", "café", "al", "afla"} & found
    assert "~ns" not in ways("Que disent les nas ?")


def test_clauses_come_in_order_and_repeat_nothing() -> None:
    found = asked("fin dar l7afla 3am 2019 w chkoun ja l l7afla?")
    firsts = [clause.ways[0][0] for clause in found]
    assert [w for w in firsts if w in ("l7afla", "3am", "2019")] == ["l7afla", "3am", "2019"]
    assert len(set(found)) == len(found)


# How much a passage holds


def test_the_share_held_weighs_rare_words_more() -> None:
    looked_for = [
        Clause((("a", "b"), ("~x",))),  # rarest: b, in 1 of 10
        Clause((("c",),), ("_c",)),  # in 4 of 10; its part does not count
        Clause((("d",),)),  # in none: weighs most
    ]
    frequency = {"a": 3, "b": 1, "~x": 9, "c": 4, "_c": 1}
    b, c, d = log(1 + 10 / 2), log(1 + 10 / 5), log(1 + 10)

    def share(*held: str) -> float:
        return share_held(looked_for, set(held), lambda term: frequency.get(term, 0), 10)

    assert share() == share("_c", "e") == 0
    assert share("a") == share("~x") == share("a", "b", "~x") == pytest.approx(b / (b + c + d))
    assert share("c") == pytest.approx(c / (b + c + d))
    assert share("~x", "c") == pytest.approx((b + c) / (b + c + d))
    assert share("a", "c", "d") == pytest.approx(1)


def test_the_share_held_of_nothing_is_nothing() -> None:
    assert share_held([], {"a"}, lambda term: 1, 5) == 0
    assert share_held([Clause(())], {"a"}, lambda term: 1, 5) == 0
    assert share_held([Clause((("a",),))], {"a"}, lambda term: 0, 0) == 0


@settings(deadline=None)
@given(sentences)
def test_a_text_holds_the_whole_of_itself(text: str) -> None:
    looked_for, held = clauses(understand(text)), index_terms(text)
    share = share_held(looked_for, set(held), held.count, 9)
    assert share == pytest.approx(1 if looked_for else 0)


def test_what_another_script_can_hold() -> None:
    question = understand("Combien de zouaves la ville de Khouribga a-t-elle en 2024 ?")
    looked_for = clauses(question, translated=True)
    said = [clause.ways[0][0] for clause in looked_for]
    assert dict(zip(said, crossing(question, looked_for), strict=True)) == {
        "zouaves": False, "ville": True, "khouribga": True, "2024": True,
    }  # fmt: skip
    assert [c.ways[0][0] for c in name_clauses(question, looked_for)] == ["khouribga"]
    assert all(crossing(understand(ARABIC_ASKED), clauses(understand(ARABIC_ASKED))))
    assert name_clauses(understand(ARABIC_ASKED), clauses(understand(ARABIC_ASKED))) == []


@pytest.mark.parametrize(
    "asked", ["كم حجزا ألغي بعد الزلزال؟", "شحال ديال الحجوزات تلغاو من بعد الزلزال؟"]
)
def test_arabic_questions_meet_french_sentences_where_they_are_translated(asked: str) -> None:
    page = set(index_terms("Le séisme a provoqué l'annulation de 9.600 réservations."))

    def met(translated: bool) -> int:
        looked_for = clauses(understand(asked), translated)
        return sum(any(term in page for way in c.ways for term in way) for c in looked_for)

    assert met(translated=True) == 3
    assert met(translated=False) == 0


def test_french_words_between_darija_ones_are_translated() -> None:
    asked = understand("ch7al kan taux de remplissage dyal les barrages f 2024?")
    assert asked.language == "ary-Latn"
    page = set(index_terms("بلغت نسبة ملء السدود 23,2 في المائة سنة 2024."))
    met = [c for c in clauses(asked) if any(term in page for way in c.ways for term in way)]
    assert [c.ways[0][0] for c in met] == ["taux", "remplissage", "barrages", "2024"]


ARABIC_ASKED = "كم عدد سكان مدينة خريبكة؟"


@pytest.mark.parametrize(("name", "arabic"), [("Taza", "تازة"), ("Guercif", "جرسيف")])
def test_short_names_meet_across_scripts(name: str, arabic: str) -> None:
    (named,) = name_clauses(asked := understand(f"What is in {name}?"), clauses(asked))
    assert not {term for way in named.ways for term in way}.isdisjoint(index_terms(arabic))


def test_french_words_are_translated_for_sentences_alone() -> None:
    question = understand("Quel est le budget ?")
    (plain,), (translated,) = clauses(question), clauses(question, translated=True)
    assert set(plain.ways) < set(translated.ways)
    assert not {term for way in translated.ways for term in way}.isdisjoint(index_terms("ميزانية"))


def test_words_of_one_meaning_meet_in_sentences_alone() -> None:
    question, page = understand("متى وقعت الهزة؟"), set(index_terms("ضرب الزلزال مدينة الحسيمة."))
    (*_, plain), (*_, translated) = clauses(question), clauses(question, translated=True)
    assert page.isdisjoint(term for way in plain.ways for term in way)
    assert not page.isdisjoint(term for way in translated.ways for term in way)


def test_names_of_towns_alone_are_looked_for_in_both_scripts() -> None:
    page = set(index_terms("Le marché d'Essaouira a rouvert."))
    market, town = clauses(understand("سوق الصويرة"))
    assert not page.isdisjoint(term for way in town.ways for term in way)
    assert page.isdisjoint(term for way in market.ways for term in way)


def test_an_acronym_that_is_a_function_word_is_looked_for() -> None:
    (who, _) = clauses(understand("Who is the US ambassador?"), translated=True)
    assert (stem(fold("أمريكي")),) in who.ways


def test_a_standard_word_is_looked_for_in_darija_too() -> None:
    (accident,) = clauses(understand("الحادثة؟"), translated=True)
    assert (stem(fold("كسيدة")),) in accident.ways
    (plain,) = clauses(understand("الحادثة؟"))
    assert (stem(fold("كسيدة")),) not in plain.ways
