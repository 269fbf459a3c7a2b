"""``rag ask --json`` as DESIGN promises it to programs: every key, every type, every line.

Without a model the gate has nothing to go by, so a test opens or shuts it by its threshold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from prompted import asks_for_phrase
from small_index import jsonl

from rag import cli, gate, opening
from rag.arabic import strip_marks
from rag.errors import GenerationError
from rag.messages import REASONS, generation_failed
from rag.question import Question
from rag.rerank import DEPTH, WEIGHT, rerank
from rag.schema import Message, Usage
from rag.search import HybridSearcher
from rag.store import Store

NUMBER = (int, float)
PLACE = {
    "doc_id": str, "source": str, "title": str, "date": str, "page": (int, type(None)),
    "kind": str, "passage_id": str, "start": int, "end": int,
}  # fmt: skip
SCHEMA = {
    "id": (str, int, type(None)), "question": str, "status": str, "language": str, "answer": str,
    "confidence": NUMBER,
    "citations": [{"number": int, "quote": str, **PLACE}],
    "claims": [{"text": str, "start": int, "end": int, "citations": [int], "supported": bool}],
    "hits": [{"rank": int, "score": NUMBER, "text": str, "also": [str], **PLACE}],
    "reason": (str, type(None)), "error": (str, type(None)),
    "timings": {
        "retrieve_ms": NUMBER, "first_token_ms": (int, float, type(None)), "total_ms": NUMBER,
    },
    "usage": {"prompt_tokens": int, "output_tokens": int},
    "model": (str, type(None)),
}  # fmt: skip

PAGE = (
    "معرض الكتاب بالرباط\r\n\r\n"
    "بلغ عددُ زوّار المعرض مليون و150 ألف زائر.\u00a0\U0001f4da وامتد عشرة أيام.\r\n"
    "وشاركت فيه ٣٦٠ دار نشر من 44 بلدا.\r\n"
)
COMMENT = (
    "الرئيسية\nسياسة\nاقتصاد\n\nانطلاق خط جديد للترامواي بالرباط\n\n"
    "أعلنت الشركة عن انطلاق خط جديد للترامواي يربط وسط المدينة بالأحياء الجنوبية هذا الأسبوع.\n\n"
    "تعليق واحد\n1 - حسن: للتصحيح فقط، سعر تذكرة الترامواي سبعة دراهم وليس ستة.\n\n"
    "اترك تعليقا\n"
)
RECORDS = [
    {"id": "fair", "text": PAGE, "title": "معرض الكتاب", "source": "http://a.ma/1", "lang": "ar",
     "date": "2024-05-19", "tags": ["ثقافة"]},
    {"id": "salon", "text": "Le salon du livre de Rabat a reçu 202 000 visiteurs.", "lang": "fr",
     "title": "Salon", "date": "2023-06-11", "source": "http://b.ma/2"},
    {"id": "salon-2", "text": "Le salon du livre de Rabat a reçu 202 000 visiteurs.",
     "title": "Salon", "date": "2023-06-11", "source": "http://c.ma/3"},
    {"id": "train", "text": "ينطلق قطار طنجة على الساعة السادسة صباحا من المحطة.", "date": ""},
]  # fmt: skip
QUESTION = "كم بلغ عدد زوار المعرض؟"


def check(value: object, schema: object, where: str = "record") -> None:
    """Assert that ``value`` has exactly the keys and the types of ``schema``."""
    if isinstance(schema, dict):
        assert isinstance(value, dict), where
        assert value.keys() == schema.keys(), where
        for key, inner in schema.items():
            check(value[key], inner, f"{where}.{key}")
    elif isinstance(schema, list):
        assert isinstance(value, list), where
        for number, item in enumerate(value):
            check(item, schema[0], f"{where}[{number}]")
    else:
        assert isinstance(value, schema), f"{where} is {value!r}"
        assert not isinstance(value, bool) or schema is bool, f"{where} is {value!r}"


def check_record(record: dict, folder: Path) -> None:
    """The schema, and what the design says of every record whatever its status."""
    check(record, SCHEMA)
    assert record["language"] in ("ar", "ary", "ary-Latn", "fr", "en")
    assert 0 <= record["confidence"] <= 1
    assert record["reason"] is None or record["reason"] in REASONS
    assert (record["error"] is not None) == (record["status"] == "error")
    assert [c["number"] for c in record["citations"]] == [
        n for n, _ in enumerate(record["citations"], 1)
    ]
    assert [h["rank"] for h in record["hits"]] == [n for n, _ in enumerate(record["hits"], 1)]
    scores = [hit["score"] for hit in record["hits"]]
    assert scores == sorted(scores, reverse=True)
    assert len({hit["passage_id"] for hit in record["hits"]}) == len(record["hits"])
    for claim in record["claims"]:
        assert record["answer"][claim["start"] : claim["end"]] == claim["text"]
        assert set(claim["citations"]) <= {c["number"] for c in record["citations"]}
    with Store.open(folder) as store:
        for citation in record["citations"]:
            text = store.document(citation["doc_id"]).text
            assert text[citation["start"] : citation["end"]] == citation["quote"] != ""
        for hit in record["hits"]:
            assert store.document(hit["doc_id"]).text[hit["start"] : hit["end"]] == hit["text"]
    answered = record["status"] in ("answered", "partial")
    assert bool(record["citations"]) == bool(record["claims"]) == answered
    assert bool(record["answer"]) == (answered or record["status"] == "abstained")


@pytest.fixture
def folder(tmp_path, monkeypatch, capsys) -> Path:
    """An index of four documents, two of which say the same, and one with a reader's comment."""
    docs = jsonl(tmp_path / "docs.jsonl", *RECORDS)
    (tmp_path / "comment.txt").write_text(COMMENT, encoding="utf-8")
    folder = tmp_path / "index"
    monkeypatch.setenv("ISNAD_INDEX", str(folder))
    assert (
        cli.main(["index", str(docs), str(tmp_path / "comment.txt"), "--encoder", "hashing"]) == 0
    )
    capsys.readouterr()
    return folder


@pytest.fixture
def ask(folder, capsys):
    """One question, one record; nothing but one line may be on stdout."""

    def run(*args: str) -> dict:
        code = cli.main(["ask", *args, "--json", "--lang", "en"])
        out, err = capsys.readouterr()
        assert code == 0, err
        assert out.endswith("\n")
        assert out.count("\n") == 1
        record = json.loads(out)
        check_record(record, folder)
        return record

    return run


@pytest.fixture
def batch(folder, tmp_path, capsys):
    """A file of questions; the exit code, the records, and stderr."""

    def run(*lines: object, args: Sequence[str] = ("--no-llm",)) -> tuple[int, list[dict], str]:
        file = jsonl(tmp_path / "questions.jsonl", *lines)
        code = cli.main(["ask", "--questions", str(file), "--json", "--lang", "en", *args])
        out, err = capsys.readouterr()
        records = [json.loads(line) for line in out.splitlines()]
        for record in records:
            check_record(record, folder)
        return code, records, err

    return run


@pytest.fixture
def gate_open(monkeypatch) -> None:
    monkeypatch.setattr(gate, "THRESHOLD", 1e-9)  # without any evidence confidence is 0


@pytest.fixture
def gate_shut(monkeypatch) -> None:
    monkeypatch.setattr(gate, "THRESHOLD", 1.1)


class Writer:
    """A language model that says what it is told to, once it has copied ``phrase``."""

    model = "scribe"
    usage = Usage(11, 7)

    def __init__(self, *pieces: str | Exception, phrase: str = "مليون و150 ألف زائر") -> None:
        self.phrase = phrase
        self.pieces = pieces
        self.prompts: list[Sequence[Message]] = []

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        self.prompts.append(messages)
        if self.phrase and asks_for_phrase(messages):
            yield self.phrase
            return
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece


def use(writer: Writer, monkeypatch) -> None:
    monkeypatch.setattr(opening, "default_llm_opener", lambda: lambda: writer)


# the five statuses


def test_answered(ask, gate_open) -> None:
    record = ask(QUESTION, "--no-llm")
    assert (record["status"], record["reason"], record["error"]) == ("answered", None, None)
    assert (record["question"], record["language"], record["id"]) == (QUESTION, "ar", None)
    (citation,) = record["citations"]
    assert citation["quote"] == "بلغ عددُ زوّار المعرض مليون و150 ألف زائر."
    assert citation["doc_id"] == "fair"
    assert (citation["source"], citation["title"], citation["date"]) == (
        "http://a.ma/1", "معرض الكتاب", "2024-05-19",
    )  # fmt: skip
    assert "مليون و150 ألف" in record["answer"]
    assert [claim["supported"] for claim in record["claims"]] == [True]
    assert record["timings"]["first_token_ms"] is None
    assert record["usage"] == {"prompt_tokens": 0, "output_tokens": 0}
    assert 0 < record["timings"]["retrieve_ms"] <= record["timings"]["total_ms"]


def test_answered_by_a_model(ask, gate_open, monkeypatch) -> None:
    writer = Writer("بلغ عدد زوار المعرض ", "مليون و150 ألف زائر.")
    use(writer, monkeypatch)
    record = ask(QUESTION)
    assert record["status"] == "answered"
    assert (record["model"], record["usage"]) == (
        "scribe", {"prompt_tokens": 11, "output_tokens": 14},
    )  # fmt: skip
    assert record["timings"]["first_token_ms"] is not None
    assert record["answer"] == "بلغ عدد زوار المعرض مليون و150 ألف زائر."
    assert len(writer.prompts) == 2


def test_a_model_that_finds_nothing_is_no_refusal(ask, gate_open, monkeypatch) -> None:
    writer = Writer(phrase="NONE")
    use(writer, monkeypatch)
    record = ask(QUESTION)
    assert (record["status"], record["model"]) == ("answered", "extractive")
    assert record["usage"] == {"prompt_tokens": 11, "output_tokens": 7}
    assert "مليون و150 ألف" in record["answer"]
    assert len(writer.prompts) == 1


def test_partial_when_only_a_comment_says_so(ask, gate_open) -> None:
    record = ask("بكم سعر تذكرة الترامواي؟", "--no-llm", "--filter", "kind=comment")
    assert (record["status"], record["reason"]) == ("partial", "only_comment")
    assert {citation["kind"] for citation in record["citations"]} == {"comment"}


def test_abstained(ask, gate_shut, monkeypatch) -> None:
    use(Writer(AssertionError("asked"), phrase=""), monkeypatch)
    for question, language in ((QUESTION, "ar"), ("Combien de visiteurs ?", "fr")):
        record = ask(question)
        assert (record["status"], record["reason"]) == ("abstained", "not_found")
        assert record["language"] == language
        assert record["hits"]
        assert record["model"] is None
    assert ask(QUESTION, "--filter", "doc=nowhere")["reason"] == "filtered_out"


def test_abstained_on_an_empty_index(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("ISNAD_INDEX", str(tmp_path / "index"))
    docs = jsonl(tmp_path / "a.jsonl", RECORDS[0])
    cli.main(["index", str(docs), "--encoder", "hashing"])
    cli.main(["remove", "fair"])
    capsys.readouterr()
    assert cli.main(["ask", QUESTION, "--json", "--no-llm"]) == 0
    record = json.loads(capsys.readouterr().out)
    check_record(record, tmp_path / "index")
    assert (record["status"], record["reason"], record["hits"]) == ("abstained", "empty_index", [])


def test_retrieved(ask) -> None:
    record = ask("salon du livre", "--retrieval-only")
    assert (record["status"], record["answer"], record["reason"]) == ("retrieved", "", None)
    first = record["hits"][0]
    assert (first["doc_id"], first["also"]) == ("salon", ["salon-2"])
    assert "salon-2" not in [hit["doc_id"] for hit in record["hits"]]
    assert record["model"] is None


@pytest.mark.parametrize("k", [1, 2, 3])
def test_k_is_the_number_of_hits(ask, gate_shut, k: int) -> None:
    assert len(ask("معرض الكتاب", "--retrieval-only", "-k", str(k))["hits"]) == k
    assert len(ask("معرض الكتاب", "--no-llm", "-k", str(k))["hits"]) == k


@pytest.mark.parametrize("phrase", ["", "مليون و150 ألف زائر"])
def test_error_stands_in_a_batch_for_the_line_that_failed(
    batch, gate_open, monkeypatch, phrase: str
) -> None:
    failure = GenerationError(generation_failed("scribe", "no memory"))
    use(Writer("بلغ", failure, phrase=phrase), monkeypatch)
    code, (record,), _ = batch({"id": "1", "question": QUESTION}, args=())
    assert code == 1
    assert (record["status"], record["id"], record["question"]) == ("error", "1", QUESTION)
    assert "no memory" in record["error"]


# batches


def test_a_batch_keeps_order_and_gives_a_line_for_a_line(batch, gate_open) -> None:
    questions = [QUESTION, "salon du livre Rabat", "متى ينطلق قطار طنجة؟", QUESTION]
    code, records, err = batch(*({"id": n, "question": q} for n, q in enumerate(questions)))
    assert (code, err) == (0, "")
    assert [record["question"] for record in records] == questions
    assert [record["id"] for record in records] == [0, 1, 2, 3]
    one, other = records[0], records[3]
    for record in (one, other):
        del record["timings"], record["id"]
    assert one == other


def test_bad_lines_fail_alone(batch, gate_open) -> None:
    bad = [
        "{", "[1]", '"text"', "{}", '{"id": "x", "question": 7}',
        '{"question": "س", "history": [["only one"]]}', '{"question": "س", "history": "text"}',
        {"id": "e", "question": " ؟! "}, {"id": "l", "question": "س" * 20_000}, "[" * 100_000,
    ]  # fmt: skip
    lines = [{"id": "first", "question": QUESTION}, *bad, {"id": "last", "question": QUESTION}]
    code, records, _ = batch(*lines)
    assert code == 1
    assert len(records) == len(lines)
    assert [r["status"] for r in records] == ["answered", *["error"] * len(bad), "answered"]
    for number, record in enumerate(records[1:-1], start=2):
        if record["id"] is None:
            assert f"Line {number} " in record["error"]
    assert [records[8]["id"], records[9]["id"]] == ["e", "l"]
    assert "20000" in records[9]["error"]


def test_a_failure_of_any_kind_is_that_line_only(batch, gate_open, monkeypatch) -> None:
    real = HybridSearcher.find

    def find(self: HybridSearcher, question: Question, *others: object):
        if "salon" in question.text:
            raise RuntimeError("the vectors fell over")
        return real(self, question, *others)

    monkeypatch.setattr(HybridSearcher, "find", find)
    code, records, _ = batch(*({"question": q} for q in ("قطار طنجة", "salon", "قطار طنجة")))
    assert code == 1
    assert [r["status"] for r in records] == ["answered", "error", "answered"]
    assert "the vectors fell over" in records[1]["error"]


def test_bytes_that_are_odd_in_a_batch(folder, tmp_path, capsys, gate_open) -> None:
    """A BOM, Windows line ends, blank lines, no end of line, no UTF-8, half a surrogate pair."""
    lines = [
        b'\xef\xbb\xbf{"id": "1", "question": "salon du livre"}\r', b"", b"  \r",
        b'{"id": "2", "question": "caf\xe9"}', b'{"id": "\\ud83d", "question": "livre \\ud83d"}',
        b'{"id": "4", "question": "a\\u2028b\\u0085c"}',
    ]  # fmt: skip
    file = tmp_path / "q.jsonl"
    file.write_bytes(b"\n".join(lines))
    code = cli.main(["ask", "--questions", str(file), "--json", "--no-llm", "--lang", "en"])
    out = capsys.readouterr().out
    assert code == 1
    records = [json.loads(line) for line in out.split("\n")[:-1]]
    assert len(out.splitlines()) == len(records) == 4
    for record in records:
        check_record(record, folder)
    assert [record["id"] for record in records] == ["1", None, "\ud83d", "4"]
    assert [record["status"] == "error" for record in records] == [False, True, False, False]
    assert "Line 4 " in records[1]["error"]


def test_a_follow_up_is_asked_with_its_history(batch, gate_open) -> None:
    history = [["كم بلغ عدد زوار المعرض؟", "مليون و150 ألف زائر."]]
    code, records, _ = batch(
        {"id": "1", "question": "وماذا عن 2024؟", "history": history},
        {"id": "2", "question": "وماذا عن 2024؟"},
        {"id": "3", "question": QUESTION, "history": []},
        {"id": "4", "question": QUESTION, "history": None},
        args=("--retrieval-only",),
    )
    assert code == 0
    assert records[0]["question"] == "وماذا عن 2024؟"
    assert records[0]["hits"][0]["doc_id"] == "fair"
    scores = [[hit["score"] for hit in record["hits"]] for record in records]
    assert scores[0] != scores[1]
    assert scores[2] == scores[3]


# filters


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["source=a.ma"], {"fair"}),
        (["source=.ma/"], {"fair", "salon", "salon-2"}),
        (["title=معرض"], {"fair"}),
        (["lang=fr"], {"salon", "salon-2"}),
        (["tag=ثقافة"], {"fair"}),
        (["kind=comment"], {"comment"}),
        (["doc=train"], {"train"}),
        (["from=2024"], {"fair"}),
        (["to=2023"], {"salon", "salon-2"}),
        (["from=2023-06-11", "to=2023-06"], {"salon", "salon-2"}),
        (["lang=fr", "source=c.ma"], {"salon-2"}),
        (["names=deux cent deux mille"], {"salon", "salon-2"}),
        (["names=٢٠٢.٠٠٠", "source=b.ma"], {"salon"}),
        (["names=ماي 2024"], {"fair"}),
        (["names=may 2024 and 202,000"], set()),
        (["lang=fr", "tag=ثقافة"], set()),
        (["title=a=b"], set()),
        (["source=\udcff"], set()),
    ],
)
def test_every_filter(ask, filters: list[str], found: set[str]) -> None:
    options = [part for given in filters for part in ("--filter", given)]
    record = ask("معرض salon قطار الترامواي", "--retrieval-only", *options)
    seen = {hit["doc_id"] for hit in record["hits"]}
    seen |= {doc_id for hit in record["hits"] for doc_id in hit["also"]}
    assert {doc_id.split("-")[0] if "comment" in doc_id else doc_id for doc_id in seen} == found


@pytest.mark.parametrize(
    "given",
    [
        "colour=red",
        "title",
        "title=",
        "=x",
        "from=yesterday",
        "to=2024-5-1",
        "to=24",
        "names=معرض",
        "",
    ],
)
def test_a_filter_that_says_nothing_is_a_usage_error(folder, capsys, given: str) -> None:
    code = cli.main(["ask", QUESTION, "--json", "--lang", "en", "--filter", given])
    out, err = capsys.readouterr()
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "source, title, lang, tag, kind, doc, from, to, names" in err


# reranking


def test_a_reranker_orders_close_hits_anew(ask, tmp_path, monkeypatch) -> None:
    """A stand-in that likes the second one, opened from the folder that is given."""
    question = "معرض الكتاب أم قطار طنجة أم الترامواي؟"
    first, second, *_ = ask(question, "--retrieval-only")["hits"]

    class Second:
        def __init__(self, folder: Path) -> None:
            assert folder == tmp_path

        def scores(self, question: str, passages: Sequence[str]) -> np.ndarray:
            return np.array([strip_marks(second["text"]) in text for text in passages], np.float32)

    monkeypatch.setattr(opening, "CrossEncoderReranker", Second)
    wide = first["score"] - second["score"] + 0.1
    monkeypatch.setattr(rerank, "__defaults__", (DEPTH, wide, WEIGHT))
    record = ask(question, "--retrieval-only", "--rerank", str(tmp_path))
    assert record["hits"][0]["passage_id"] == second["passage_id"] != first["passage_id"]


# what else is said


def test_what_is_said_besides_goes_to_stderr(folder, tmp_path, capsys, gate_open) -> None:
    """The note that no language model is here, and that the search indexes were rebuilt."""
    (folder / "dense.faiss").unlink()
    assert cli.main(["ask", QUESTION, "--json", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["status"] == "answered"
    assert "The search indexes were rebuilt" in err
    assert f"rag models pull {opening.DEFAULT_LLM}" in err
    assert cli.main(["ask", QUESTION, "--json", "--no-llm"]) == 0
    assert capsys.readouterr().err == ""


def test_a_question_that_stands_in_no_utf8(ask, gate_open) -> None:
    record = ask("salon \udcff\udce9 livre", "--no-llm")
    assert record["question"] == "salon \ufffd\ufffd livre"
