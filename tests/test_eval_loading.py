"""Question sets from disk: the four formats, and every kind of broken line, named."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from small_index import jsonl

from eval.data import Gold, Question, Record
from eval.loading import OWN, faults, load
from eval.matching import holds
from eval.public_sets import beir
from rag.errors import InputError
from rag.schema import Document

TEXT = "افتتح معرض سبو للكتاب أمس. وقصده 97.350 زائرا من 12 بلدا.\n"
QUOTE = "وقصده 97.350 زائرا"
START = TEXT.index(QUOTE)
PLACE = {"doc": "fair.txt", "start": START, "end": START + len(QUOTE), "quote": QUOTE, "facts": [0]}
ROW = {
    "id": "q1", "question": "كم زائرا قصد المعرض؟", "lang": "ar", "type": "number",
    "tags": ["yearly"], "answerable": True, "gold": [PLACE], "answers": [["97350", "97 ألفا"]],
    "must_not": ["86400"], "history": [], "pair": None, "split": "dev",
}  # fmt: skip
DARIJA = {
    **ROW, "id": "q2", "question": "شحال ديال الناس؟", "lang": "ary", "pair": "q1",
    "history": [["واش كاين المعرض؟", "نعم"]], "tags": [],
}  # fmt: skip
UNANSWERABLE = {
    **ROW, "id": "q3", "type": "near_topic", "answerable": False, "gold": [], "answers": [],
    "must_not": [], "split": "test",
}  # fmt: skip


def own(folder: Path, *rows: object, names: str | None = None) -> Path:
    (folder / "corpus").mkdir(parents=True)
    (folder / "questions").mkdir()
    (folder / "corpus" / "fair.txt").write_text(TEXT, encoding="utf-8")
    jsonl(folder / "questions" / "dev.jsonl", *rows)
    if names is not None:
        (folder / "names.txt").write_text(names, encoding="utf-8")
    return folder


def refused(path: Path, *parts: str) -> None:
    """The loader refuses ``path`` with a message that has each of ``parts``."""
    with pytest.raises(InputError) as caught:
        load(path)
    for part in parts:
        assert part in str(caught.value), str(caught.value)


# ----------------------------------------------------------------------------------- our format


def test_own_format(tmp_path: Path) -> None:
    folder = own(tmp_path / "mine", ROW, "", DARIJA, names="سبو | Sebou|Sbou\n\nأكادير\n")
    jsonl(folder / "questions" / "test.jsonl", UNANSWERABLE)
    [dataset] = load(folder)
    assert (dataset.name, dataset.corpus, dataset.by_document) == ("mine", "mine", False)
    assert dataset.files == (folder / "corpus" / "fair.txt",)
    assert dataset.names == (("سبو", "Sebou", "Sbou"), ("أكادير",))
    first, second, third = dataset.questions
    assert first == Question(
        "q1", "كم زائرا قصد المعرض؟", "ar", "number", ("yearly",), True,
        (Gold("fair.txt", START, START + len(QUOTE), QUOTE, (0,)),), (("97350", "97 ألفا"),),
        ("86400",), (), None, "dev",
    )  # fmt: skip
    assert (second.pair, second.history) == ("q1", (("واش كاين المعرض؟", "نعم"),))
    assert (third.answerable, third.facts, third.split) == (False, 0, "test")


def test_a_folder_is_called_by_its_name_however_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own(tmp_path / "mine", ROW))
    assert load(Path())[0].name == "mine"
    monkeypatch.chdir(OWN)
    assert load(Path("../eval"))[0].name == "gold"


def test_two_facts_in_two_places(tmp_path: Path) -> None:
    start = TEXT.index("من 12 بلدا")
    second = {
        "doc": "fair.txt",
        "start": start,
        "end": start + 10,
        "quote": TEXT[start : start + 10],
    }
    row = {**ROW, "gold": [PLACE, {**second, "facts": [1]}], "answers": [["97350"], ["12 بلدا"]]}
    [question] = load(own(tmp_path / "mine", row))[0].questions
    assert question.facts == 2


def test_a_question_without_an_answer_may_show_where_its_subject_stands(tmp_path: Path) -> None:
    row = {**UNANSWERABLE, "type": "contradicted", "gold": [{**PLACE, "facts": []}]}
    [question] = load(own(tmp_path / "mine", row))[0].questions
    assert question.gold[0].facts == ()


BROKEN = {
    "not JSON": ('{"id": ', "Expecting value"),
    "not an object": ("[1]", "not an object"),
    "nested too deep": ("[" * 100_000, "recursion"),
    "id empty": ({"id": " "}, "id: an empty text"),
    "id a number": ({"id": 7}, "id: 7 is not a text"),
    "question null": ({"question": None}, "question: null is not a text"),
    "half a surrogate": ('{"id": "\\ud800"}', r'id: "\ud800" is not a text'),
    "language unknown": ({"lang": "de"}, "lang: 'de' is none of 'ar', 'ary'"),
    "tags a text": ({"tags": "yearly"}, 'tags: "yearly" is not a list'),
    "tags of numbers": ({"tags": [1]}, "tags: 1 is not a text"),
    "answerable a text": ({"answerable": "yes"}, 'answerable: "yes" is not true or false'),
    "answerable a number": ({"answerable": 1}, "answerable: 1 is not true or false"),
    "gold an object": ({"gold": PLACE}, "is not a list"),
    "gold of texts": ({"gold": ["fair.txt"]}, 'gold: "fair.txt" is not an object'),
    "gold without doc": (
        {"gold": [{key: value for key, value in PLACE.items() if key != "doc"}]},
        "doc: no such field",
    ),
    "start a text": ({"gold": [{**PLACE, "start": str(START)}]}, "is not a whole number"),
    "start a fraction": ({"gold": [{**PLACE, "start": 0.5}]}, "start: 0.5 is not a whole number"),
    "start a truth": ({"gold": [{**PLACE, "start": True}]}, "start: true is not a whole number"),
    "end null": ({"gold": [{**PLACE, "end": None}]}, "end: null is not a whole number"),
    "facts a number": ({"gold": [{**PLACE, "facts": 0}]}, "facts: 0 is not a list"),
    "facts as texts": ({"gold": [{**PLACE, "facts": ["0"]}]}, 'facts: "0" is not a whole number'),
    "answers a text": ({"answers": "97350"}, 'answers: "97350" is not a list'),
    "answers not nested": ({"answers": ["97350"]}, 'answers: "97350" is not a list'),
    "answers of numbers": ({"answers": [[97350]]}, "answers: 97350 is not a text"),
    "must_not a text": ({"must_not": "86400"}, 'must_not: "86400" is not a list'),
    "must_not empty": ({"must_not": [""]}, "must_not: an empty text"),
    "history a text": ({"history": "سؤال"}, "is not a list"),
    "history of texts": ({"history": ["سؤال", "جواب"]}, "is not a list"),
    "half a turn": ({"history": [["سؤال"]]}, "history: 1 texts are not a question and an answer"),
    "pair a number": ({"pair": 1}, "pair: 1 is not a text"),
    "pair unknown": ({"pair": "q9"}, "there is no question q9"),
    "pair itself": ({"pair": "q1"}, "q1 is not its pair"),
    "split unknown": ({"split": "train"}, "split: 'train' is none of 'dev', 'test', ''"),
    "span elsewhere": ({"gold": [{**PLACE, "start": START + 1}]}, "is not 'وقصده"),
    "span from the end": (
        {"gold": [{**PLACE, "start": START - len(TEXT), "end": START + len(QUOTE) - len(TEXT)}]},
        "is not 'وقصده",
    ),
    "quote empty": ({"gold": [{**PLACE, "end": START, "quote": ""}]}, "is not ''"),
    "document unknown": ({"gold": [{**PLACE, "doc": "other.txt"}]}, "no document other.txt"),
    "fact without an answer": ({"gold": [{**PLACE, "facts": [0, 1]}]}, "facts (0, 1) of 1"),
    "fact below zero": ({"gold": [{**PLACE, "facts": [-1]}]}, "facts (-1,) of 1"),
    "fact without a place": ({"answers": [["97350"], ["12"]]}, "no gold place proves fact 1"),
    "no place": ({"gold": []}, "no gold place proves fact 0"),
    "answer not in the quote": ({"answers": [["86401"]]}, "no form of fact 0 stands in"),
    "no form": ({"answers": [[]]}, "no form of fact 0 stands in"),
    "form without words": ({"answers": [["97350", "من"]]}, "told by the form 'من'"),
    "forbidden form without words": ({"must_not": ["من"]}, "told by the form 'من'"),
    "what is right is forbidden": ({"must_not": ["97.350 زائرا"]}, "stands in the gold"),
    "answerable, of a type that is not": ({"type": "off_topic"}, "type 'off_topic' does not go"),
    "unanswerable, of a type that is": ({"answerable": False}, "type 'number' does not go"),
    "answerable without answers": ({"answers": []}, "if and only if it is answerable"),
}


@pytest.mark.parametrize(("change", "detail"), BROKEN.values(), ids=BROKEN)
def test_a_broken_line_of_ours_is_named(change: object, detail: str, tmp_path: Path) -> None:
    broken = change if isinstance(change, str) else {**ROW, **change}
    folder = own(tmp_path / "mine", UNANSWERABLE, "", broken)
    refused(folder, "Line 3 of", "dev.jsonl", detail)


@pytest.mark.parametrize("field", ["id", "question", "lang"])
def test_what_ours_cannot_do_without(field: str, tmp_path: Path) -> None:
    row = {key: value for key, value in ROW.items() if key != field}
    refused(own(tmp_path / "mine", row), "Line 1 of", f"{field}: no such field")


def test_the_least_a_line_of_ours_can_say(tmp_path: Path) -> None:
    place = {key: value for key, value in PLACE.items() if key != "facts"}
    least = {"id": "a", "question": "كم زائرا؟", "lang": "ar", "gold": [place],
             "answers": [["97350"]]}  # fmt: skip
    refusal = {"id": "b", "question": "كم ثمن التذكرة؟", "lang": "ar", "answerable": False}
    first, second = load(own(tmp_path / "mine", least, refusal))[0].questions
    assert first.answerable and first.gold[0].facts == (0,) and first.tags == ()
    assert not second.answerable and second.gold == () and second.pair is None


def test_answers_of_a_question_without_an_answer(tmp_path: Path) -> None:
    row = {**UNANSWERABLE, "answers": [["97350"]]}
    refused(own(tmp_path / "mine", row), "Line 1 of", "if and only if it is answerable")
    row = {**UNANSWERABLE, "gold": [PLACE]}
    refused(own(tmp_path / "other", row), "Line 1 of", "facts (0,) of 0")


def test_an_id_stands_once_in_all_files(tmp_path: Path) -> None:
    refused(own(tmp_path / "one", ROW, ROW), "Line 2 of", "dev.jsonl", "the id q1 stands twice")
    folder = own(tmp_path / "two", ROW)
    jsonl(folder / "questions" / "test.jsonl", UNANSWERABLE, ROW)
    refused(folder, "Line 2 of", "test.jsonl", "the id q1 stands twice")


def test_a_pair_is_in_standard_arabic(tmp_path: Path) -> None:
    third = {**DARIJA, "id": "q4", "pair": "q2"}
    refused(own(tmp_path / "mine", ROW, DARIJA, third), "Line 3 of", "q2 is not its pair")


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    folder = own(tmp_path / "mine", ROW)
    with (folder / "questions" / "dev.jsonl").open("ab") as file:
        file.write("سؤال".encode("cp1256"))
    refused(folder, "Line 2 of", "dev.jsonl", "UTF-8")


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path: Path) -> None:
    folder = own(tmp_path / "mine")
    lines = "\r\n".join(json.dumps(row) for row in (ROW, DARIJA))
    (folder / "questions" / "dev.jsonl").write_bytes(b"\xef\xbb\xbf" + lines.encode())
    assert len(load(folder)[0].questions) == 2


def test_a_name_that_says_nothing_is_named(tmp_path: Path) -> None:
    refused(own(tmp_path / "mine", ROW, names="سبو\nأكادير | \n"), "Line 2 of", "names.txt", "''")


def test_documents_that_cannot_be_told_apart_or_read(tmp_path: Path) -> None:
    folder = own(tmp_path / "one", ROW)
    (folder / "corpus" / "sub").mkdir()
    (folder / "corpus" / "sub" / "fair.txt").write_text(TEXT, encoding="utf-8")
    refused(folder, "fair.txt", "not two")
    folder = own(tmp_path / "two", ROW)
    (folder / "corpus" / "empty.txt").write_text(" ", encoding="utf-8")
    refused(folder, "empty.txt")
    folder = own(tmp_path / "three", ROW)
    (folder / "corpus" / "fair.txt").unlink()
    refused(folder, "corpus")


def test_all_faults_of_a_question_are_told() -> None:
    question = Question(
        "q", "؟", "ar", answerable=True, gold=(Gold("x", 0, 1, "و", (2,)),), answers=(("من",),)
    )
    found = list(faults(question, {"x": Document("x", "نص")}))
    assert found == [
        "x[0:1] is not 'و'",
        "facts (2,) of 1",
        "no gold place proves fact 0",
        "nothing can be told by the form 'من'",
    ]


def test_our_own_set_is_sound() -> None:
    [dataset] = load(OWN)
    assert (dataset.name, dataset.corpus) == ("gold", "gold")
    for question in dataset.questions:
        assert question.facts == len(question.answers)
        assert all(any(holds(g.quote, f) for g in question.gold for f in forms)
                   for forms in question.answers)  # fmt: skip


# ---------------------------------------------------------------------- passages with questions

PASSAGES = [
    {"id": "p1", "title": "سبو", "text": TEXT},
    {"id": "p2", "title": None, "text": "نص آخر"},
    {"id": "p3", "text": "نص ثالث"},
]
ASKED = {
    "id": "1", "question": "كم زائرا؟", "passage_id": "p1", "answers": ["97350", "97350"],
    "answer_starts": [1], "answerable": True,
}  # fmt: skip


def passages(folder: Path, *asked: object, of: list | None = None) -> Path:
    folder.mkdir()
    jsonl(folder / "passages.jsonl", *(PASSAGES if of is None else of))
    jsonl(folder / "questions.jsonl", *asked)
    return folder


def test_passages_with_questions(tmp_path: Path) -> None:
    also = {**ASKED, "id": "2", "also_passages": ["p3", "p1"]}
    none = {**ASKED, "id": "3", "passage_id": None, "answers": [], "answerable": False}
    folder = passages(tmp_path / "wiki", ASKED, also, none)
    english = {**ASKED, "question": "How many visitors?", "answers_en": ["97,350"]}
    jsonl(
        folder / "aaa_en_questions.jsonl", {k: v for k, v in english.items() if k != "answerable"}
    )
    first, second = load(folder)
    assert [(d.name, d.corpus, d.by_document) for d in (first, second)] == [
        ("wiki", "wiki", True),
        ("aaa_en", "wiki", True),
    ]
    assert first.records == second.records
    assert first.records[:2] == (Record("p1", "سبو", TEXT), Record("p2", "", "نص آخر"))
    assert first.questions == (
        Question("1", "كم زائرا؟", "ar", gold=(Gold("wiki/p1"),), answers=(("97350",),)),
        Question(
            "2", "كم زائرا؟", "ar", gold=(Gold("wiki/p1"), Gold("wiki/p3")), answers=(("97350",),)
        ),
        Question("3", "كم زائرا؟", "ar", answerable=False),
    )
    [question] = second.questions
    assert (question.lang, question.answers) == ("en", (("97350", "97,350"),))


BROKEN_ASKED = {
    "not JSON": ("{", "Expecting property name"),
    "id a number": ({"id": 7}, "id: 7 is not a text"),
    "id twice": ({"id": "1"}, "the id 1 stands twice"),
    "question empty": ({"question": ""}, "question: an empty text"),
    "passage unknown": ({"passage_id": "p9"}, "there is no passage p9"),
    "passages in one list": ({"passage_id": ["p1"]}, 'passage_id: ["p1"] is not a text'),
    "other passages a text": ({"also_passages": "p1"}, 'also_passages: "p1" is not a list'),
    "other passage unknown": ({"also_passages": ["p9"]}, "there is no passage p9"),
    "answers a text": ({"answers": "97350"}, 'answers: "97350" is not a list'),
    "answers null": ({"answers": None}, "answers: null is not a list"),
    "English answers a text": ({"answers_en": "x"}, 'answers_en: "x" is not a list'),
    "answerable a text": ({"answerable": "no"}, 'answerable: "no" is not true or false'),
    "answerable by nothing": ({"passage_id": None}, "no passage answers it"),
    "unanswerable with answers": ({"answerable": False}, "answers only if it is answerable"),
}


@pytest.mark.parametrize(("change", "detail"), BROKEN_ASKED.values(), ids=BROKEN_ASKED)
def test_a_broken_question_of_passages_is_named(
    change: object, detail: str, tmp_path: Path
) -> None:
    broken = change if isinstance(change, str) else {**ASKED, "id": "2", **change}
    refused(passages(tmp_path / "wiki", ASKED, broken), "Line 2 of", "questions.jsonl", detail)


@pytest.mark.parametrize("field", ["id", "question", "passage_id", "answers"])
def test_fields_of_a_question_of_passages(field: str, tmp_path: Path) -> None:
    row = {key: value for key, value in ASKED.items() if key != field}
    refused(passages(tmp_path / "wiki", row), "Line 1 of", f"{field}: no such field")


@pytest.mark.parametrize(
    ("passage", "detail"),
    [
        ({"id": "p1", "text": "نص"}, "the id p1 stands twice"),
        ({"id": "p4"}, "text: no such field"),
        ({"id": "p4", "text": ""}, "text: an empty text"),
        ({"id": "p4", "text": ["نص"]}, "is not a text"),
        ({"id": "p4", "text": "نص", "title": 3}, "title: 3 is not a text"),
    ],
)
def test_a_broken_passage_is_named(passage: dict, detail: str, tmp_path: Path) -> None:
    folder = passages(tmp_path / "wiki", ASKED, of=[*PASSAGES, passage])
    refused(folder, "Line 4 of", "passages.jsonl", detail)


def test_passages_without_questions_are_no_set(tmp_path: Path) -> None:
    folder = passages(tmp_path / "wiki")
    (folder / "questions.jsonl").unlink()
    refused(folder, "There is no question set in", "wiki")


# ---------------------------------------------------------------------------------------- BEIR

CORPUS = [
    {"_id": "d1", "title": "One", "text": "first", "metadata": {}},
    {"_id": "d2", "title": "Only a title", "text": ""},
    {"_id": "d3", "title": "", "text": ""},
    {"_id": "d4", "text": "fourth"},
]
QUERIES = [
    {"_id": "q1", "text": "What is the first?"},
    {"_id": "q2", "text": "What is the second?"},
    {"_id": "q3", "text": "Who is not asked?"},
]
HEAD = "query-id\tcorpus-id\tscore\n"


def of_beir(folder: Path, **qrels: str) -> Path:
    (folder / "qrels").mkdir(parents=True)
    jsonl(folder / "corpus.jsonl", *CORPUS)
    jsonl(folder / "queries.jsonl", *QUERIES)
    for name, text in qrels.items():
        (folder / "qrels" / f"{name}.tsv").write_text(text, encoding="utf-8", newline="")
    return folder


def test_beir(tmp_path: Path) -> None:
    folder = of_beir(
        tmp_path / "sci",
        test=HEAD + "q1\td4\t1\nq1\td1\t2\nq1\td2\t0\nq1\td4\t1\n",
        train="q2\td3\t1\r\nq3\td1\t-1\r\n",
    )
    [dataset] = load(folder)
    assert (dataset.name, dataset.corpus, dataset.by_document) == ("sci", "sci", True)
    assert dataset.records == (
        Record("d1", "One", "first"),
        Record("d2", "Only a title", "Only a title"),
        Record("d4", "", "fourth"),
    )
    first, second = dataset.questions
    assert first == Question(
        "q1", "What is the first?", "en", split="test",
        gold=(Gold("sci/d4", facts=(0,)), Gold("sci/d1", facts=(1,))),
    )  # fmt: skip
    assert (first.facts, second.id, second.facts, second.split) == (2, "q2", 1, "")


BROKEN_QRELS = {
    "two fields": ("q1\td1", "query-id, corpus-id, score"),
    "four fields": ("q1\t0\td1\t1", "query-id, corpus-id, score"),
    "blanks": ("q1 d1 1", "query-id, corpus-id, score"),
    "score a word": ("q1\td1\tyes", "query-id, corpus-id, score"),
    "score a power": ("q1\td1\t²", "query-id, corpus-id, score"),
    "score of two signs": ("q1\td1\t--1", "query-id, corpus-id, score"),
    "document unknown": ("q1\td9\t1", "there is no document d9"),
    "question unknown": ("q9\td1\t1", "there is no question q9"),
}


@pytest.mark.parametrize(("line", "detail"), BROKEN_QRELS.values(), ids=BROKEN_QRELS)
def test_a_broken_judgement_is_named(line: str, detail: str, tmp_path: Path) -> None:
    folder = of_beir(tmp_path / "sci", test=f"{HEAD}q1\td1\t1\n{line}\n")
    refused(folder, "Line 3 of", "test.tsv", detail)


def test_broken_documents_and_questions_of_beir_are_named(tmp_path: Path) -> None:
    folder = of_beir(tmp_path / "sci", test=HEAD)
    jsonl(folder / "queries.jsonl", *QUERIES, {"_id": "q1", "text": "again"})
    refused(folder, "Line 4 of", "queries.jsonl", "the id q1 stands twice")
    jsonl(folder / "queries.jsonl", {"_id": "q1"})
    refused(folder, "Line 1 of", "queries.jsonl", "text: no such field")
    jsonl(folder / "corpus.jsonl", *CORPUS, {"id": "d5", "text": "fifth"})
    refused(folder, "Line 5 of", "corpus.jsonl", "_id: no such field")
    jsonl(folder / "corpus.jsonl", *CORPUS, CORPUS[0])
    refused(folder, "Line 5 of", "corpus.jsonl", "the id d1 stands twice")
    (folder / "corpus.jsonl").write_bytes(b"\xff\n")
    refused(folder, "Line 1 of", "corpus.jsonl", "UTF-8")


def test_beir_without_judgements_is_no_set(tmp_path: Path) -> None:
    refused(of_beir(tmp_path / "sci"), "There is no question set in")


# --------------------------------------------------------------------------------------- SQuAD


def paragraph(context: str, *qas: dict) -> dict:
    return {"context": context, "qas": list(qas)}


def qa(id: object, *answers: str, **fields: object) -> dict:
    texts = [{"text": answer} for answer in answers]
    return {"id": id, "question": "كم زائرا؟", "answers": texts, **fields}


def of_squad(file: Path, *paragraphs: object, **article: object) -> Path:
    data = [{"title": "سبو", "paragraphs": list(paragraphs), **article}]
    file.write_text(json.dumps({"version": "2.0", "data": data}), encoding="utf-8")
    return file


def test_squad(tmp_path: Path) -> None:
    file = of_squad(
        tmp_path / "set.ar.json",
        paragraph(TEXT, qa("a", "97350", "97.350", "97350"), qa(7, is_impossible=True)),
        paragraph("نص آخر", qa("c", is_impossible=False)),
        # The same words again are the same document.
        paragraph(TEXT, qa("d", "12", is_impossible=False)),
        paragraph("نص ثالث", qa("e", "plausible", is_impossible=True, plausible_answers=[])),
    )
    [dataset] = load(file)
    assert (dataset.name, dataset.corpus, dataset.by_document) == ("set.ar", "set.ar", True)
    assert [(r.id, r.title) for r in dataset.records] == [("0", "سبو"), ("1", "سبو"), ("2", "سبو")]
    asked = "كم زائرا؟"
    assert dataset.questions == (
        Question("a", asked, "ar", gold=(Gold("set.ar/0"),), answers=(("97350", "97.350"),)),
        Question("7", asked, "ar", answerable=False),
        Question("c", asked, "ar", gold=(Gold("set.ar/1"),)),
        Question("d", asked, "ar", gold=(Gold("set.ar/0"),), answers=(("12",),)),
        Question("e", asked, "ar", answerable=False),
    )


def test_an_answer_of_squad_stands_where_it_says(tmp_path: Path) -> None:
    at = TEXT.index("97.350")
    for start, right in ((at, True), (at + 1, False), (9999, False), (-1, False)):
        answers = [{"text": "97.350", "answer_start": start}]
        row = {"id": "a", "question": "كم؟", "answers": answers}
        file = of_squad(tmp_path / "set.json", paragraph(TEXT, row))
        if right:
            assert load(file)[0].questions[0].answers == (("97.350",),)
        else:
            refused(file, f"{IN}qas[0].", f"does not stand at {start} in its context")
    absent = of_squad(tmp_path / "set.json", paragraph(TEXT, qa("a", "ليس هنا")))
    refused(absent, "is not in its context")


def test_an_answer_stands_in_a_passage_of_its_question(tmp_path: Path) -> None:
    elsewhere = {**ASKED, "answers": ["ليس هنا"]}
    refused(passages(tmp_path / "wiki", elsewhere), "Line 1 of", "is in none of its passages")


def test_a_set_of_two_languages_keeps_them(tmp_path: Path) -> None:
    english = {**ASKED, "id": "2", "question": "How many visitors came to the fair?"}
    [dataset] = load(passages(tmp_path / "wiki", ASKED, english))
    assert [question.lang for question in dataset.questions] == ["ar", "en"]


def test_a_folder_of_squad_files_is_one_set(tmp_path: Path) -> None:
    folder = tmp_path / "v1.1"
    folder.mkdir()
    of_squad(folder / "b.json", paragraph("نص", qa("b", "نص")))
    of_squad(folder / "a.json", paragraph("آخر", qa("a", "آخر")), title=None)
    [dataset] = load(folder)
    assert dataset.name == "v1.1"
    assert dataset.records == (Record("0", "", "آخر"), Record("1", "سبو", "نص"))
    assert [q.gold[0].doc for q in dataset.questions] == ["v1.1/0", "v1.1/1"]


IN = "data[0].paragraphs[0]."
BROKEN_SQUAD = {
    "context missing": ({"qas": []}, f"{IN}context: no such field"),
    "context empty": (paragraph(" "), f"{IN}context: an empty text"),
    "qas missing": ({"context": "نص"}, f"{IN}qas: no such field"),
    "qas an object": ({"context": "نص", "qas": {}}, f"{IN}qas: {{}} is not a list"),
    "paragraph a text": ("نص", "data[0].paragraphs: "),
    "id missing": (paragraph("نص", {"question": "?"}), f"{IN}qas[0].id: no such field"),
    "id a truth": (paragraph("نص", qa(True)), f"{IN}qas[0].id: true is not a text"),
    "id twice": (paragraph("نص", qa("a"), qa("a")), "the id a stands twice"),
    "question missing": (paragraph("نص", {"id": "a"}), f"{IN}qas[0].question: no such field"),
    "impossible a text": (
        paragraph("نص", qa("a"), qa("b", is_impossible="false")),
        f'{IN}qas[1].is_impossible: "false" is not true or false',
    ),
    "answers of texts": (
        paragraph("نص", {**qa("a"), "answers": ["نص"]}),
        f"{IN}qas[0].answers: ",
    ),
    "answer empty": (paragraph("نص", qa("a", "")), f"{IN}qas[0].text: an empty text"),
}


@pytest.mark.parametrize(("broken", "detail"), BROKEN_SQUAD.values(), ids=BROKEN_SQUAD)
def test_a_broken_squad_is_named(broken: object, detail: str, tmp_path: Path) -> None:
    refused(of_squad(tmp_path / "set.json", broken), "Line 1 of", "set.json", detail)


@pytest.mark.parametrize(
    ("text", "line", "detail"),
    [
        ('{\n"data": [\n', 3, "Expecting value"),
        ("[]", 1, "not an object"),
        ("{}", 1, "data: no such field"),
        ('{"data": {}}', 1, "data: {} is not a list"),
        ('{"data": [{"title": 1, "paragraphs": [{}]}]}', 1, "data[0].title: 1 is not a text"),
        ('{"data": [{}]}', 1, "data[0].paragraphs: no such field"),
        ("[" * 100_000, 1, "recursion"),
    ],
)
def test_a_file_that_is_no_squad_is_named(
    text: str, line: int, detail: str, tmp_path: Path
) -> None:
    (tmp_path / "set.json").write_text(text, encoding="utf-8")
    refused(tmp_path / "set.json", f"Line {line} of", "set.json", detail)


# ----------------------------------------------------------------------------- what is no set


def test_what_holds_no_set_is_named(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    for path in (tmp_path, tmp_path / "none", tmp_path / "notes.txt", tmp_path / "none.json"):
        refused(path, f"There is no question set in {path}")


def test_what_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = passages(tmp_path / "wiki", ASKED)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    refused(folder, "There is no question set in", "Permission denied")


def test_a_set_can_go_by_another_name(tmp_path: Path) -> None:
    dataset = beir(of_beir(tmp_path / "sci", dev=HEAD + "q1\td1\t1\n"), "other")
    assert dataset.questions[0].gold == (Gold("other/d1"),)
    assert dataset.questions[0].split == "dev"


# -------------------------------------------------------------------------------- ../shared/data


@pytest.mark.parametrize(
    ("name", "questions", "records", "sets"),
    [
        ("arcd_train", 604, 204, ["arcd_train"]),
        ("xquad_ar", 1190, 240, ["xquad_ar", "xquad_en"]),
        ("mlqa_ar_dev", 517, 439, ["mlqa_ar_dev"]),
    ],
)
def test_the_shared_sets(
    name: str, questions: int, records: int, sets: list[str], shared: Path
) -> None:
    datasets = load(shared / "data" / name)
    assert [dataset.name for dataset in datasets] == sets
    for dataset in datasets:
        assert (len(dataset.questions), len(dataset.records)) == (questions, records)
        assert dataset.corpus == name
        texts = {f"{name}/{record.id}": record.text for record in dataset.records}
        for question in dataset.questions:
            assert question.answerable and question.facts == 1
            # The first form stands in the first passage, character for character.
            assert question.answers[0][0] in texts[question.gold[0].doc]


def test_the_same_set_has_the_same_hash(tmp_path: Path) -> None:
    folder = own(tmp_path / "mine", ROW, DARIJA)
    [dataset] = load(folder)
    assert load(folder)[0].sha256() == dataset.sha256()
    assert replace(dataset, questions=dataset.questions[:1]).sha256() != dataset.sha256()
