"""When a question is joined with the ones before it, with what, and how two searches become one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag import phrases
from rag.followup import merged, standalone
from rag.schema import Hit, Passage

FAIR = "من فاز بجائزة معرض سبو للكتاب سنة 2022؟"
SALON = "Combien de visiteurs le salon du livre de Sebou a-t-il reçus en 2022 ?"
SCORES = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0, 1), max_size=8)


def after(question: str, text: str, answer: str = "") -> str | None:
    return standalone(text, [(question, answer)]).joined


@pytest.mark.parametrize(
    "text",
    [
        "وفي سنة 2024؟", "وفي تازة؟", "ثمنها؟", "كم كان عددهم؟", "ومن نظمه؟", "وماذا عن الجوائز؟",
        "ومتى ولد هذا الكاتب؟", "و فمراكش؟", "وشحال كلفاتهم؟", "w f 2022?", "w chkoun li rbe7?",
        "Et en 2022 ?", "Et les prix ?", "Qui la préside ?", "Quid de 2023 ?",
        "And in 2022?", "What about tickets?", "Where is it?", "؟",
    ],
)  # fmt: skip
def test_what_says_nothing_by_itself_is_joined(text: str) -> None:
    found = standalone(text, [(FAIR, "")])
    assert found.depends
    assert found.alone == text
    assert found.joined is not None
    assert found.joined.endswith(text)
    assert "معرض سبو للكتاب" in found.joined


@pytest.mark.parametrize(
    "text",
    [
        "كم كلف المشروع؟", "كم يبلغ فائض الميزانية؟", "Combien de membres compte-t-elle ?",
        "How many schools did they close?", "وثائق جواز السفر",
        "وكم بلغت نفقات ميزانية جماعة خريبكة؟",
    ],
)  # fmt: skip
def test_what_may_stand_alone_is_searched_for_both_ways(text: str) -> None:
    found = standalone(text, [(FAIR, "")])
    assert not found.depends
    assert found.joined == f"{FAIR} {text}"
    assert found.reading == text


@pytest.mark.parametrize(
    "text",
    ["وفي السنة الموالية؟", "وفي السنة التي بعدها؟", "والدورة التالية؟", "والعام لي من بعد؟",
     "وبعد ذلك بعام؟", "Et l'année suivante ?", "Et un an plus tard ?", "And the following year?",
     "And a year later?"],
)  # fmt: skip
def test_the_year_after_replaces_the_year(text: str) -> None:
    found = after("كم زائرا قصد معرض سبو سنة 2022؟", text)
    assert found == f"كم زائرا قصد معرض سبو سنة 2023؟ {text}"


@pytest.mark.parametrize(
    "text",
    ["وفي السنة السابقة؟", "وفي السنة التي قبلها؟", "وكم كانت قبل ذلك بعام؟", "والعام لي قبل منو؟",
     "Et l'année précédente ?", "And the year before?", "And the previous year?"],
)  # fmt: skip
def test_the_year_before_stands_beside_it(text: str) -> None:
    found = after("كم زائرا قصد معرض سبو سنة ٢٠٢٢؟", text)
    assert found == f"كم زائرا قصد معرض سبو سنة ٢٠٢٢؟ 2021 {text}"


@pytest.mark.parametrize("text", ["وفي السنة الماضية؟", "And next year?", "وماذا عن الجوائز؟"])
def test_other_times_move_nothing(text: str) -> None:
    assert after(FAIR, text) == f"{FAIR} {text}"
    assert after("كم ارتفع بين 2021 و2022؟", "وفي السنة الموالية؟") == (
        "كم ارتفع بين 2021 و2022؟ وفي السنة الموالية؟"
    )


def test_a_question_that_names_nothing_leans_on_the_one_before() -> None:
    first = "Where was the copper workshop of Guelmim found?"
    turns = [(first, ""), ("How large an area did the team excavate?", "")]
    found = standalone("And who pays?", turns).joined
    assert found == f"{first} {turns[1][0]} And who pays?"
    turns[1] = ("How many people live in the town of Agadir?", "")
    assert standalone("And who pays?", turns).joined == f"{turns[1][0]} And who pays?"


def test_a_name_speaks_against_leaning() -> None:
    assert standalone("Et combien de romans ?", [(FAIR, "")]).depends
    assert not standalone("Et combien de romans à Khouribga ?", [(FAIR, "")]).depends
    assert standalone("Qui est le président ?", [(FAIR, "")]).depends
    assert standalone("Qui est Malika Boukhris ?", [(FAIR, "")]).joined is None


@pytest.mark.parametrize(
    "text",
    [
        "ما سمك الثلوج المتوقع بإفران في دجنبر 2023؟",
        "وما هي نتيجة مباراة أمل سيدي قاسم وشعلة جرسيف؟",
        "شكون ربح الماتش ديال سيدي قاسم و جرسيف؟",
        "ch7al taman dyal tadkira dyal tobis f lmohammadia?",
        "Et sinon, quand commence la rentrée scolaire à Beni Mellal ?",
        "Can you tell me the price of a double room in Essaouira?",
    ],
)
def test_a_new_topic_leaves_the_history_behind(text: str) -> None:
    found = standalone(text, [(FAIR, "سلمى الغرباوي")])
    assert (found.alone, found.joined, found.depends, found.reading) == (text, None, False, text)


def test_without_history_nothing_is_joined() -> None:
    assert standalone("وفي 2024؟", []).joined is None


def test_a_noun_may_begin_with_the_letter_of_and() -> None:
    assert not standalone("وزارة الصحة", [(FAIR, "")]).depends
    assert standalone("والصحة", [(FAIR, "")]).depends


@pytest.mark.parametrize(
    ("earlier", "text", "joined"),
    [
        (FAIR, "وفي سنة 2024؟", "من فاز بجائزة معرض سبو للكتاب ؟ وفي سنة 2024؟"),
        (FAIR.replace("2022", "٢٠٢٢"), "و ف ٢٠٢٣؟", "من فاز بجائزة معرض سبو للكتاب ؟ و ف ٢٠٢٣؟"),
        ("Who won in 2022?", "And in 2023?", "Who won ? And in 2023?"),
        (FAIR, "وكم قيمتها؟", f"{FAIR} وكم قيمتها؟"),
        (FAIR, "مقارنة مع 2021؟", f"{FAIR} مقارنة مع 2021؟"),
        ("الغرفة 12022", "وفي 2024؟", "الغرفة 12022 وفي 2024؟"),
    ],
)
def test_a_new_year_takes_the_place_of_the_old_one(earlier: str, text: str, joined: str) -> None:
    assert after(earlier, text) == joined


def test_a_chain_keeps_its_subject_and_its_newest_year() -> None:
    history = [(SALON, "86 400"), ("Et en 2023 ?", "112 700"), ("Et les exposants ?", "176")]
    assert standalone("D'où ?", history[:2]).joined == (
        "Combien de visiteurs le salon du livre de Sebou a-t-il reçus ? Et en 2023 ? D'où ?"
    )
    assert standalone("D'où ?", history).joined == f"{SALON} Et les exposants ? D'où ?"


def test_a_chain_goes_back_no_further_than_its_topic() -> None:
    history = [("من هو رئيس جماعة خريبكة الحالي يا ترى؟", ""), (FAIR, ""), ("وفي 2023؟", "")]
    joined = standalone("وكم قيمتها؟", history).joined
    assert joined == "من فاز بجائزة معرض سبو للكتاب ؟ وفي 2023؟ وكم قيمتها؟"
    short = [*history[:1], ("من هي سناء البوعناني؟", "")]
    assert standalone("وأين ولدت؟", short).joined == "من هي سناء البوعناني؟ وأين ولدت؟"


def test_two_languages_in_one_conversation() -> None:
    text = "Et combien de médecins ?"
    found = standalone(text, [("كم استشارة قدمت القافلة الطبية؟", "3460")])
    assert found.alone == text
    assert found.joined == f"كم استشارة قدمت القافلة الطبية؟ {text}"


def test_an_answer_that_can_be_a_name_is_carried() -> None:
    text = "ومتى ولد هذا الكاتب؟"
    assert after(FAIR, text, "سلمى الغرباوي [1].") == f"{FAIR} سلمى الغرباوي {text}"
    led = f"{phrases.ACCORDING_TO['ar']} سلمى الغرباوي [1]"
    assert after(FAIR, text, led) == f"{FAIR} سلمى الغرباوي {text}"


@pytest.mark.parametrize(
    "answer",
    ["", "86 ألف زائر [1]", "ستة عشر", "كلمة " * 9, *phrases.REFUSAL.values()],
)
def test_figures_sentences_and_refusals_are_not_carried(answer: str) -> None:
    assert after(FAIR, "ومتى ولد؟", answer) == f"{FAIR} ومتى ولد؟"


def test_what_says_what_it_asks_is_read_by_itself() -> None:
    asks = standalone("وكم كان عدد العارضين من إسبانيا؟", [(FAIR, "")])
    assert asks.depends
    assert asks.reading == asks.alone
    for elliptic in (
        "وفي سنة 2024؟", "والعارضون من إسبانيا؟", "والجناح الكبير المخصص للأطفال؟", "ومتى ولد؟",
        "Et à Khouribga ?", "What about the Spanish publishers?",
    ):  # fmt: skip
        found = standalone(elliptic, [(FAIR, "")])
        assert found.reading == found.joined


@given(st.text(), st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_every_text_can_be_read(text: str, history: list[tuple[str, str]]) -> None:
    found = standalone(text, history)
    assert found.alone == text
    assert found.joined is None or found.joined.endswith(text)
    assert not found.depends or found.joined is not None
    assert found.reading in (found.alone, found.joined)


def hits(scores: dict[str, float]) -> list[Hit]:
    ranked = sorted(scores, key=lambda key: (-scores[key], key))
    return [
        Hit(Passage(key, "d", key, 0, 1), scores[key], rank, "hybrid", (f"also {key}",))
        for rank, key in enumerate(ranked, start=1)
    ]


def test_a_passage_has_to_please_both_searches() -> None:
    alone, joined = hits({"a": 1.0, "b": 0.8, "c": 0.5}), hits({"d": 0.9, "b": 0.5, "e": 0.1})
    found = merged(alone, joined, 4)
    # b: (0.3 / 0.5 + 0.4 / 0.8) / 2; a and d are first in one list and not in the other
    assert [hit.passage.id for hit in found] == ["b", "a", "d", "c"]
    assert [hit.score for hit in found] == pytest.approx([0.55, 0.5, 0.5, 0.0])
    assert [hit.rank for hit in found] == [1, 2, 3, 4]
    assert found[0].also == ("also b",)


def test_one_search_that_finds_nothing_leaves_the_order_of_the_other() -> None:
    only = hits({"a": 0.9, "b": 0.4})
    for found in (merged(only, [], 5), merged([], only, 5)):
        assert [hit.passage.id for hit in found] == ["a", "b"]
    assert merged([], [], 5) == []
    found = merged(hits({"a": 0.5}), hits({"b": 0.9, "c": 0.1}), 2)
    assert [(hit.passage.id, hit.score) for hit in found] == [("a", 0.5), ("b", 0.5)]


@given(SCORES, SCORES, st.integers(1, 9))
def test_merged_hits_are_in_order(
    first: dict[str, float], second: dict[str, float], k: int
) -> None:
    found = merged(hits(first), hits(second), k)
    assert len(found) == min(k, len(first.keys() | second.keys()))
    assert [hit.rank for hit in found] == list(range(1, len(found) + 1))
    keys = [(-hit.score, hit.passage.id) for hit in found]
    assert keys == sorted(keys)
    assert all(0 <= hit.score <= 1 for hit in found)
    swapped = merged(hits(second), hits(first), k)
    assert [hit.passage.id for hit in swapped] == [hit.passage.id for hit in found]
