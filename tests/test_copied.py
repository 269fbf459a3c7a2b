"""Where the phrase that a model copied stands in the sentences of the sources."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rag.arabic import STOPWORDS, words
from rag.copied import copied, stands, told
from rag.evidence import Evidence
from rag.numbers import numbers
from rag.question import Question, understand
from rag.schema import Passage

ASKED = understand("ما هو الجواب؟")


def evidence(text: str, doc_id: str = "a", title: str = "") -> Evidence:
    passage = Passage(f"{doc_id}:0", doc_id, text, 0, len(text), title=title)
    return Evidence(passage, text, 0, len(text), 1.0, 1.0, 1.0)


def found(phrase: str, *sentences: str, asked: Question = ASKED) -> list[str]:
    return [piece.text for piece in copied(phrase, [evidence(text) for text in sentences], asked)]


MOTTO = "رفعت الدورة شعار كتاب في كل بيت هذه السنة."
WON = "وفاز بالجوائز يوسف الدرقاوي وهنو أمزيان، وألغيت سهرة الختام بسبب الرياح القوية."
VOTES = "انتخب المكتب الجديد بعد أن نال أزيد من 143 صوتا."
BUDGET = "وبلغت الميزانية ثلاثة ملايين و100 ألف درهم هذه السنة."


# as it stands there


@pytest.mark.parametrize("phrase", ["كتاب في كل بيت", "رفعت الدورة", "بيت", MOTTO[:-1]])
def test_what_stands_there_verbatim_is_that(phrase: str) -> None:
    assert found(phrase, VOTES, MOTTO) == [phrase]


def test_the_place_is_where_it_stands() -> None:
    (piece,) = copied("  كتاب في كل بيت ", [evidence(MOTTO)], ASKED)
    assert (piece.start, piece.end) == (17, 31)
    assert piece.said == "كتاب في كل بيت"
    assert piece.source.text == MOTTO


@pytest.mark.parametrize(
    ("phrase", "sentence", "text"),
    [
        ("الكتاب في كل بيت", MOTTO, "كتاب في كل بيت"),
        ("كتاب لكل بيت", "الشعار كتاب لكلّ بيت.", "كتاب لكلّ بيت"),
        ("كتاب كل بيت", MOTTO, "كتاب في كل بيت"),
        ("إنتخب المكتب", VOTES, "انتخب المكتب"),
        ("شعار الدورة", "رفعت دورةُ هذه السنة شعارَ الدورةِ الماضية.", "شعارَ الدورةِ"),
        ("un livre", "La devise est « Livres pour tous ».", "Livres"),
    ],
)
def test_another_article_or_spelling_gives_the_words_of_the_source(
    phrase: str, sentence: str, text: str
) -> None:
    assert found(phrase, sentence) == [text]


def test_vocalised_words_are_given_as_they_are_vocalised() -> None:
    vocalised = "شِعَارُ الدَّوْرَةِ «كِتَابٌ فِي كُلِّ بَيْتٍ»."
    assert found("كتاب في كل بيت", vocalised) == ["كِتَابٌ فِي كُلِّ بَيْتٍ"]
    assert found("كِتاب في كل بيت", MOTTO) == ["كتاب في كل بيت"]


@pytest.mark.parametrize(
    ("phrase", "sentence", "text"),
    [
        ("البرتغال", "وانتهت المباراة بالبرتغال أمس.", "البرتغال"),
        ("الرباط", "سافر إلى وجدة والرباط.", "الرباط"),
        ("هنو أمزيان", WON, "هنو أمزيان"),
        ("وهنو أمزيان", WON, "وهنو أمزيان"),
        ("فاس", "احتضنت فاس المعرض.", "فاس"),  # its first letter is no clitic
        ("البرتغال", "وانتهت المباراة للبرتغال.", "للبرتغال"),  # its article is written with it
    ],
)
def test_what_is_attached_to_the_first_word_is_left_out(
    phrase: str, sentence: str, text: str
) -> None:
    assert found(phrase, sentence) == [text]


def test_the_shortest_run_is_taken() -> None:
    assert found("يوم الأحد", "افتتح يوم سبت الأحد، واختتم يوم الأحد.") == ["يوم الأحد"]


def test_one_word_may_be_left_out_but_not_two() -> None:
    assert found("الرياح القوية", "بسبب الرياح الشرقية القوية.") == ["الرياح الشرقية القوية"]
    assert found("الرياح القوية", "بسبب الرياح الشرقية الباردة القوية.") == []
    assert found("القوية الرياح", "بسبب الرياح القوية.") == []  # in this order


def test_the_first_of_three_words_may_be_the_model_s_own() -> None:
    assert found("قرنبيط يوسف الدرقاوي", WON) == ["يوسف الدرقاوي"]
    assert found("قرنبيط الدرقاوي", WON) == []
    assert found("يوسف الدرقاوي قرنبيط", WON) == []


# a list


@pytest.mark.parametrize(
    "phrase",
    [
        "يوسف الدرقاوي، هنو أمزيان",
        "يوسف الدرقاوي؛ هنو أمزيان",
        "يوسف الدرقاوي, هنو أمزيان",
        "يوسف الدرقاوي\nهنو أمزيان",
        "- يوسف الدرقاوي\n- هنو أمزيان",
        "• يوسف الدرقاوي • هنو أمزيان",
        "يوسف الدرقاوي، سعيد قرنبيط، هنو أمزيان",  # one stands nowhere
    ],
)
def test_a_list_is_found_piece_by_piece(phrase: str) -> None:
    listed = "وفاز بالرواية يوسف الدرقاوي من مدينة أرفود، وبالشعر هنو أمزيان."
    assert found(phrase, VOTES, listed) == ["يوسف الدرقاوي", "هنو أمزيان"]


def test_pieces_come_in_the_order_of_the_phrase_from_any_sentence() -> None:
    pieces = copied("143 صوتا، كتاب في كل بيت", [evidence(MOTTO, "m"), evidence(VOTES, "v")], ASKED)
    assert [(piece.source.passage.doc_id, piece.said) for piece in pieces] == [
        ("v", "143 صوتا"), ("m", "كتاب في كل بيت"),
    ]  # fmt: skip


def test_a_comma_of_the_source_parts_nothing_where_all_of_it_stands() -> None:
    assert found("أمزيان، وألغيت سهرة الختام", WON) == ["أمزيان، وألغيت سهرة الختام"]


def test_a_piece_that_is_said_twice_is_found_once() -> None:
    assert found("143 صوتا، قرنبيط، 143 صوتا", VOTES) == ["أزيد من 143 صوتا"]


# numbers


@pytest.mark.parametrize("phrase", ["3,100,000", "3.100.000 درهم", "3100000", "3,1 millions"])
def test_a_number_that_is_written_otherwise_is_found_by_its_value(phrase: str) -> None:
    assert found(phrase, MOTTO, BUDGET) == ["ثلاثة ملايين و100 ألف درهم"]


@pytest.mark.parametrize(
    "phrase",
    [
        "3,200,000",  # another number
        "3,100,000 درهم بلغت ميزانية",  # says more than the number
        "3,100,000 و 143",  # two
    ],
)
def test_by_its_value_only_a_number_alone_is_found(phrase: str) -> None:
    assert found(phrase, BUDGET) == []


@pytest.mark.parametrize(
    ("phrase", "sentence", "text"),
    [
        ("143", VOTES, "أزيد من 143 صوتا"),
        ("143 صوتا", VOTES, "أزيد من 143 صوتا"),
        ("أزيد من 143", VOTES, "أزيد من 143 صوتا"),
        ("143", "نال نحو 143 من الأصوات.", "نحو 143"),
        ("143", "نال 143، وهزم منافسه.", "143"),
        ("143", "نال 143 (صوتا).", "143"),
        ("143", "نال سعيد 143 صوتا.", "143 صوتا"),
        ("20,6", "بلغت نسبة الملء 20,6% أمس.", "20,6%"),
        ("20,6", "بلغت نسبة الملء 20,6 ٪ أمس.", "20,6 ٪"),
        ("20.6%", "بلغت نسبة الملء 20,6 في المائة أمس.", "20,6 في المائة"),
        ("20,6", "بلغت نسبة الملء 20,6 في المئة أمس.", "20,6 في المئة"),
        ("20,6", "بلغت نسبة الملء 20,6 في السد.", "20,6"),
        ("300", "Plus de 300 bénévoles ont participé.", "Plus de 300 bénévoles"),
        ("300", "More than 300 volunteers took part.", "More than 300 volunteers"),
        # both ends of a range
        ("45 سنتيمترا", "سمك الثلج بين 25 و45 سنتيمترا.", "بين 25 و45 سنتيمترا"),
        ("25", "سمك الثلج بين 25 و45 سنتيمترا.", "بين 25 و45 سنتيمترا"),
        ("45 cm", "La neige atteindra entre 25 et 45 cm.", "entre 25 et 45 cm"),
        ("12 000", "Entre 10 000 et 12 000 visiteurs.", "Entre 10 000 et 12 000 visiteurs"),
        ("45", "بين 25 في المائة و45 في المائة منها.", "بين 25 في المائة و45 في المائة"),
        ("45", "مر من 25 إلى 45 زائرا.", "45 زائرا"),
    ],
)
def test_how_exactly_a_number_is_meant_and_what_it_counts_belong_to_it(
    phrase: str, sentence: str, text: str
) -> None:
    assert found(phrase, sentence) == [text]


@pytest.mark.parametrize("phrase", ["37", "37 مليون", "مليونا"])
def test_a_part_of_a_number_is_not_it(phrase: str) -> None:
    assert found(phrase, "كلف المشروع 37 مليونا و500 ألف درهم.") == []
    assert found("37 مليون", "كلف المشروع 37 مليون درهم.") == ["37 مليون درهم"]


def test_a_day_of_a_month_is_no_other_number() -> None:
    day, teams = "انطلقت البطولة يوم 6 غشت.", "وشارك فيها 6 فرق."
    assert found("6", day, teams) == ["6 فرق"]
    assert found("6", day) == []
    assert found("6 غشت", teams, day) == ["6 غشت"]


def test_of_two_places_a_number_is_where_it_counts_what_is_counted() -> None:
    players, teams = "سجل 16 لاعبا أهدافا.", "وشارك في البطولة 16 فريقا."
    asked = understand("كم فريقا شارك في البطولة؟")
    assert found("16", players, teams) == ["16 لاعبا"]
    assert found("16", players, teams, asked=asked) == ["16 فريقا"]
    assert found("ستة عشر", players, teams, asked=asked) == ["16 فريقا"]


def test_digits_are_no_other_digits() -> None:
    assert found("1", "شارك 11 فريقا سنة 2021.") == []
    assert found("14000 متابع", "تجاوز 14.000 متابع.") == ["تجاوز 14.000 متابع"]


# brackets and headlines


@pytest.mark.parametrize(
    ("phrase", "sentence", "text"),
    [
        ("شعار «التزام ووفاء", "نظمت تحت شعار «التزام ووفاء».", "شعار «التزام ووفاء»"),
        ("المكتب (بسيج", "أحدث المكتب (بسيج) سنة 2015.", "المكتب (بسيج)"),
        ("التزام ووفاء", "نظمت تحت شعار «التزام ووفاء».", "التزام ووفاء"),
        ("slogan “book", "The slogan “book” won.", "slogan “book”"),
        ("label « Riad", "Un label « Riad » en naîtra.", "label « Riad »"),
    ],
)
def test_a_bracket_that_is_opened_is_closed(phrase: str, sentence: str, text: str) -> None:
    assert found(phrase, sentence) == [text]


def test_a_headline_gives_it_only_where_no_sentence_does() -> None:
    headline = evidence("معرض الكتاب بوجدة", "head", title=" معرض الكتاب بوجدة ")
    sentence = evidence("افتتح الوزير معرض الكتاب بوجدة أمس.", "body", title="معرض الكتاب بوجدة")
    (piece,) = copied("معرض الكتاب", [headline, sentence], ASKED)
    assert piece.source == sentence
    (piece,) = copied("معرض الكتاب", [headline], ASKED)
    assert piece.source == headline


def test_the_best_of_two_sentences_gives_it() -> None:
    best, other = evidence("نال يوسف الجائزة.", "best"), evidence("صفق الجمهور ليوسف.", "other")
    assert [piece.source for piece in copied("يوسف", [best, other], ASKED)] == [best]
    assert [piece.source for piece in copied("يوسف", [other, best], ASKED)] == [other]


# other scripts


@pytest.mark.parametrize(
    ("phrase", "sentence", "text"),
    [
        ("Portugal", "فاز المنتخب على البرتغال أمس.", "البرتغال"),
        ("le Portugal", "فاز المنتخب على البرتغال أمس.", "البرتغال"),
        ("la pluie", "تأجل الحفل بسبب المطر.", "المطر"),
        ("the rain", "تأجل الحفل بسبب المطر.", "المطر"),
        ("Youssef", "فاز بالجائزة يوسف الدرقاوي.", "يوسف"),
        ("البرتغال", "Le Maroc a battu le Portugal.", "Portugal"),
        ("Spain", "فاز المنتخب على البرتغال أمس.", None),
        ("the snow", "تأجل الحفل بسبب المطر.", None),
        ("Portugal won", "لعب البرتغال.", None),  # every word has to stand there
    ],
)
def test_a_word_of_another_script_is_found_by_name_or_glossary(
    phrase: str, sentence: str, text: str | None
) -> None:
    assert found(phrase, sentence) == ([text] if text else [])


# nothing


@pytest.mark.parametrize(
    "phrase",
    [
        "NONE",
        " NONE.",
        "NONE\nكتاب",
        "",
        " \n",
        "،،",
        "؟!",
        "قرنبيط",
        "في كل",
        "قرنبيط، بصل",
        "[1]",
    ],
)
def test_what_says_or_is_nothing_is_not_found(phrase: str) -> None:
    assert found(phrase, MOTTO, "NONE كتاب.", WON) == []


def test_without_evidence_nothing_is_found() -> None:
    assert copied("كتاب", [], ASKED) == []


# whatever a model writes

SENTENCES = (
    MOTTO, WON, VOTES, BUDGET, "شِعَارُ الدَّوْرَةِ «كِتَابٌ فِي كُلِّ بَيْتٍ».",
    "بلغت النسبة 20,6 % (أزيد من الثلث).",
    "Le Maroc a battu le Portugal par 1,15 million de voix.", "1", "«»", "ـ",
)  # fmt: skip
SOURCES = [evidence(text, str(place)) for place, text in enumerate(SENTENCES)]
PIECES = st.one_of(
    st.text(max_size=6),
    st.sampled_from([word for text in SENTENCES for word in text.split()]),
    st.sampled_from(
        ["،", ",", "\n", "- ", "«", "»", "(", ")", "%", "3,1", "2.5", "ال", "و", "NONE"]
    ),
)


@given(st.lists(PIECES, max_size=10), st.sampled_from(["", " "]))
def test_whatever_is_found_is_a_place_in_its_sentence(pieces: list[str], space: str) -> None:
    for piece in copied(space.join(pieces), SOURCES, ASKED):
        assert piece.source in SOURCES
        assert 0 <= piece.start < piece.end <= len(piece.source.text)
        assert piece.text == piece.source.text[piece.start : piece.end]


@given(st.data())
def test_a_run_of_whole_words_is_found(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SENTENCES[:7]))
    placed = words(text)
    first = data.draw(st.integers(0, len(placed) - 1))
    last = data.draw(st.integers(first, len(placed) - 1))
    run = text[placed[first].start : placed[last].end]
    ends = (placed[first].start, placed[last].end)
    cut = any(number.start < end < number.end for number in numbers(text) for end in ends)
    assume(not cut)  # half of a number is none
    has_content = any(word.form not in STOPWORDS for word in placed[first : last + 1])
    assert bool(copied(run, SOURCES, ASKED)) == has_content


@pytest.mark.parametrize(
    ("phrase", "sentence", "text"),
    [
        ("1956", "تأسست الفرقة سنة 1956 بالرباط.", "1956"),
        ("14 ماي 1956", "تأسست الفرقة يوم 14 ماي 1956 بالرباط.", "14 ماي 1956"),
        ("ألف", "شارك ما يزيد عن ألف متطوع.", "ما يزيد عن ألف متطوع"),
        ("البرتغال", "وفاز المنتخب بِالبُرْتُغَالِ.", "البُرْتُغَالِ"),
        ("1,15 million", "Il y a eu 1,15 million de nuitées.", "1,15 million de nuitées"),
        ("عشرة", "غادر لما بلغ التَّاسِعَةَ عَشْرَةَ من عمره.", "التَّاسِعَةَ عَشْرَةَ"),
        ("عشرة", "حضر عشرة أعضاء.", "عشرة أعضاء"),
    ],
)
def test_no_more_and_no_less_belongs_to_it(phrase: str, sentence: str, text: str) -> None:
    assert found(phrase, sentence) == [text]


@pytest.mark.parametrize("phrase", ["30", "10"])
def test_a_time_of_day_holds_no_numbers(phrase: str) -> None:
    assert found(phrase, "انطلق السباق على الساعة 10:30 صباحا.") == []


@pytest.mark.parametrize("phrase", ["ليس المنتخب المغربي", "لم يفز المنتخب المغربي"])
def test_what_is_denied_is_not_copied_from_what_is_affirmed(phrase: str) -> None:
    assert found(phrase, "فاز المنتخب المغربي أمس بالكأس.") == []


def test_words_of_another_language_stand_where_each_has_its_word() -> None:
    assert stands("the rain", "بسبب المطر")
    assert not stands("12 of the pupils", "للنادي 12 درهما.")
    assert not stands("ce n'est pas la pluie", "بسبب المطر")
    assert not stands("", "بسبب المطر")


def test_a_word_of_the_question_answers_only_where_one_of_two_is_asked_for() -> None:
    fell = "تراجع عدد الزوار هذه السنة."
    assert found("تراجع", fell, asked=understand("هل ارتفع عدد الزوار أم تراجع؟")) == ["تراجع"]
    assert found("عدد الزوار", fell, asked=understand("ماذا حدث لعدد الزوار؟")) == []


# who somebody is


def test_the_sentence_that_says_who_somebody_is_whatever_stands_before_it() -> None:
    says, is_ = "قال علي العلوي، إن الدورة نجحت.", "وأوضح الخبير الأمني، علي العلوي، ذلك."
    evidence_ = [evidence(says, "a"), evidence(is_, "b")]
    (piece,) = told(understand("من هو علي العلوي؟"), evidence_)
    assert (piece.source, piece.text) == (evidence_[1], "الخبير الأمني")
    for other in ("ماذا قال علي العلوي؟", "من هو مدير المعرض؟", "ما هو المعرض؟", "من هو سعيد؟"):
        assert told(understand(other), evidence_) == []
