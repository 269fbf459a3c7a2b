"""The real models over pages that users gave: the right words of the right page, or a refusal."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.real_model

# question, a form of the answer that must stand in the citations (any of them), page
ANSWERABLE = [
    ("كم عدد زوار أيام الأبواب المفتوحة بفاس؟", ["مليون و150 ألف"], "001"),
    ("كم شخصا اعتقل منذ إحداث المكتب المركزي للأبحاث القضائية؟", ["360"], "004"),
    ("ما شعار دورة الدار البيضاء؟", ["التزام ووفاء"], "002"),
    ("Combien de visiteurs à Marrakech ?", ["260 ألف"], "002"),
    ("شحال ديال الناس زارو الأبواب المفتوحة فمراكش؟", ["260 ألف"], "002"),
    ("كم عدد متابعي حساب المديرية العامة للأمن الوطني على تويتر؟", ["14.000"], "002"),
    ("How many followers did the Twitter account have?", ["14.000"], "002"),
    ("في أي سنة تأسست المديرية العامة للأمن الوطني؟", ["1956"], ""),
    ("كم عدد الأنشطة التواصلية التي أنجزتها مصالح التواصل الأمني؟", ["4955"], "001"),
    ("أين تنظم النسخة الخامسة من أيام الأبواب المفتوحة؟", ["أكادير"], "001"),
]
REFUSED = ["من هو رئيس فرنسا؟", "كيف أطبخ الكسكس؟", "Qui est le président de la France ?",
           "ما هي عاصمة اليابان؟"]  # fmt: skip


def _rag(*args: str, cwd: Path, offline: bool = False) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rag", *args]
    if offline:
        command = ["unshare", "-rn", *command]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five pages, indexed by the command line with the bundled encoder."""
    corpus = Path(__file__).parents[2] / "shared" / "corpus"
    if not corpus.is_dir():
        pytest.skip("../shared is not beside the project")
    folder = tmp_path_factory.mktemp("pages")
    done = _rag("index", str(corpus), cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def _ask(folder: Path, questions: list[str], *options: str, offline: bool = False) -> list[dict]:
    lines = [json.dumps({"id": str(i), "question": q}) for i, q in enumerate(questions)]
    (folder / "questions.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = _rag(
        "ask", "--questions", "questions.jsonl", "--json", *options, cwd=folder, offline=offline
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _check_citations(records: list[dict]) -> None:
    for record in records:
        for citation in record["citations"]:
            text = Path(citation["source"]).read_bytes().decode("utf-8")
            assert citation["quote"].strip()
            assert text[citation["start"] : citation["end"]] == citation["quote"]


@pytest.mark.parametrize("options", [(), ("--no-llm",)], ids=["llm", "extractive"])
def test_right_answers_from_the_right_words(index: Path, options: tuple[str, ...]) -> None:
    records = _ask(index, [question for question, _, _ in ANSWERABLE], *options)
    _check_citations(records)
    for record, (question, forms, page) in zip(records, ANSWERABLE, strict=True):
        assert record["status"] == "answered", question
        quotes = [c["quote"] for c in record["citations"] if page in Path(c["source"]).name[:3]]
        assert any(form in quote for form in forms for quote in quotes), (question, record)


@pytest.mark.parametrize("options", [(), ("--no-llm",)], ids=["llm", "extractive"])
def test_the_answer_says_it(index: Path, options: tuple[str, ...]) -> None:
    """Not only the citation: the text itself holds the figure, in whatever writing."""
    from rag.numbers import values

    asked = {ANSWERABLE[0][0]: 1_150_000, ANSWERABLE[1][0]: 360, ANSWERABLE[3][0]: 260_000,
             ANSWERABLE[4][0]: 260_000, ANSWERABLE[5][0]: 14_000}  # fmt: skip
    for record in _ask(index, list(asked), *options):
        assert asked[record["question"]] in values(record["answer"]), record


SAMPLE = [
    ("كم بلغ عدد زوار معرض سبو الدولي للكتاب سنة 2023؟", 112_700, "book-fair-kenitra-2023.html"),
    ("كم بلغ عدد زوار معرض سبو الدولي للكتاب سنة 2022؟", 86_400, "book-fair-kenitra-2022.txt"),
    ("Combien de nuitées à Essaouira en 2023 ?", 1_150_000, "tourisme-essaouira-2023-fr.txt"),
]


@pytest.mark.parametrize("options", [(), ("--no-llm",)], ids=["llm", "extractive"])
def test_the_sample_corpus_answers(
    tmp_path_factory: pytest.TempPathFactory, options: tuple[str, ...]
) -> None:
    """Needs nothing beside the project: yearly repeats, two languages, a refusal."""
    from rag.numbers import values

    corpus = Path(__file__).parents[1] / "eval" / "corpus"
    folder = tmp_path_factory.mktemp("sample")
    assert _rag("index", str(corpus), cwd=folder).returncode == 0
    *records, refused = _ask(folder, [q for q, _, _ in SAMPLE] + ["من فاز بجائزة نوبل؟"], *options)
    for record, (question, value, page) in zip(records, SAMPLE, strict=True):
        assert record["status"] == "answered", question
        said = values(" ".join(c["quote"] for c in record["citations"]))
        assert value in said, record
        assert page in {Path(c["source"]).name for c in record["citations"]}, record
    assert refused["status"] == "abstained"


@pytest.mark.parametrize("options", [(), ("--no-llm",)], ids=["llm", "extractive"])
def test_what_is_not_there_is_refused(index: Path, options: tuple[str, ...]) -> None:
    for record in _ask(index, REFUSED, *options):
        assert record["status"] == "abstained", record["question"]
        assert record["citations"] == []
        assert record["reason"] == "not_found"
        assert record["usage"] == {"prompt_tokens": 0, "output_tokens": 0}


@pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's")
def test_answers_without_a_network(index: Path) -> None:
    records = _ask(index, [ANSWERABLE[1][0]], offline=True)
    assert records[0]["status"] == "answered"
    assert "360" in records[0]["answer"]


def test_memory(index: Path) -> None:
    """Peak resident memory of a whole process: 700 MB without the language model, 2.5 GB with."""
    script = (
        "import re, sys; from pathlib import Path; from rag.cli import main;"
        "code = main(sys.argv[1:]);"
        # Not ru_maxrss: that one begins with the memory of the process that started this one.
        "status = Path('/proc/self/status').read_text();"
        "print(re.search(r'VmHWM:\\s+(\\d+) kB', status)[1], file=sys.stderr); sys.exit(code)"
    )
    for options, limit in ((["--no-llm"], 700), ([], 2500)):
        done = subprocess.run(
            [sys.executable, "-c", script, "ask", ANSWERABLE[0][0], "--json", *options],
            cwd=index, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert int(done.stderr.split()[-1]) / 1000 < limit


@pytest.mark.parametrize("after", [0.5, 1.5, 3.0, 6.0])
def test_ctrl_c_while_the_language_model_loads_or_writes(index: Path, after: float) -> None:
    """One sentence and exit 130, soon: not a hang, not a traceback."""
    process = subprocess.Popen(
        [sys.executable, "-m", "rag", "ask", ANSWERABLE[0][0]],
        cwd=index, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode in (0, 130), err  # 0: a quick machine was done already
    assert "Traceback" not in err
    if process.returncode == 130:
        assert len(err.strip().splitlines()) == 1, err
        assert out == ""
