"""``rag index`` shot down at any moment: what is left opens, answers and is sound.

The moments are drawn from a seed, but where they fall depends on the machine: what is asserted
holds at every moment.
"""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_index import jsonl

from rag import cli
from rag.store import DATABASE

pytestmark = pytest.mark.slow

FILES, LINES, REWRITTEN = 40, 60, 15
PLACES = ["فاس", "مراكش", "طنجة", "Rabat", "أكادير", "وجدة", "Tétouan"]
THINGS = ["زائر", "قنطار من القمح", "مسافر", "تلميذ", "dirhams", "شجرة زيتون"]


def body(rng: random.Random, number: int) -> str:
    sentences = [
        f"سجلت مدينة {rng.choice(PLACES)} {rng.randrange(9, 9999)} {rng.choice(THINGS)} سنة 20{n}."
        for n in range(10, 10 + rng.randrange(1, 60))
    ]
    return f"الخبر رقم {number}.\n\n" + " ".join(sentences)


def write_files(docs: Path, numbers: list[int], rng: random.Random) -> None:
    docs.mkdir(exist_ok=True)
    for number in numbers:
        (docs / f"{number:03}.txt").write_text(body(rng, number), encoding="utf-8")


def write_lines(docs: Path, rng: random.Random) -> None:
    records = [{"id": f"l{n}", "text": body(rng, 1000 + n)} for n in range(LINES)]
    jsonl(docs / "lines.jsonl", *records)


def start(docs: Path, folder: Path) -> subprocess.Popen[str]:
    """``rag index``, at the moment when ``main`` begins: Python's own start is not ours."""
    program = "import sys; from rag.cli import main; print(flush=True); sys.exit(main())"
    options = ["--encoder", "hashing", "--lang", "en", "--sync"]
    process = subprocess.Popen(
        [sys.executable, "-c", program, "index", str(docs), "--index", str(folder), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "\n"
    return process


def finish(process: subprocess.Popen[str]) -> None:
    out, err = process.communicate()
    assert (process.returncode, err) == (0, ""), out + err


def assert_usable(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index = ["--index", str(folder), "--lang", "en"]
    question = "كم سجلت مدينة فاس من زائر؟"
    code = cli.main(["ask", question, "--retrieval-only", "--json", "-k", "3", *index])
    out, err = capsys.readouterr()
    assert code == 0, err
    held = sqlite3.connect(folder / DATABASE)
    (passages,) = held.execute("SELECT count(*) FROM passages").fetchone()
    held.close()
    assert len(json.loads(out)["hits"]) == min(3, passages)
    code = cli.main(["check", *index])
    out, err = capsys.readouterr()
    assert (code, err) == (0, ""), out + err


def content(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that an index holds, but for the numbers that tell in which order it came in."""
    queries = {
        "documents": "SELECT * FROM documents ORDER BY id",
        "passages": 'SELECT id, doc_id, text, start, "end", kind, vector_key FROM passages'
        " ORDER BY id",
        "vectors": "SELECT * FROM vectors ORDER BY key",
        "files": "SELECT * FROM files ORDER BY origin",
    }
    db = sqlite3.connect(folder / DATABASE)
    found = {name: db.execute(query).fetchall() for name, query in queries.items()}
    db.close()
    return found


def answers(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, float]]:
    """What is found, from search indexes built at once."""
    assert cli.main(["repair", "--index", str(folder)]) == 0
    capsys.readouterr()
    question = "كم سجلت طنجة من مسافر سنة 2015؟"
    assert cli.main(["ask", question, "--retrieval-only", "--json", "--index", str(folder)]) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    return sorted((hit["passage_id"], hit["score"]) for hit in hits)


def test_ten_kills_leave_a_sound_index_each_time(tmp_path, capsys) -> None:
    rng = random.Random(20240501)
    docs, folder, undisturbed = tmp_path / "docs", tmp_path / "index", tmp_path / "undisturbed"
    write_files(docs, list(range(FILES)), rng)
    write_lines(docs, rng)
    began = time.monotonic()
    finish(start(docs, undisturbed))
    whole = time.monotonic() - began
    codes = []
    for _ in range(10):
        process = start(docs, folder)
        time.sleep(rng.uniform(0.1, 1) * whole)
        process.kill()
        process.communicate()
        codes.append(process.returncode)
        if (folder / DATABASE).exists():
            assert_usable(folder, capsys)
        # So that the next run finds something to replace, to remove and to add.
        write_files(docs, rng.sample(range(FILES), REWRITTEN), rng)
        write_lines(docs, rng)
        (docs / f"{rng.randrange(FILES):03}.txt").unlink(missing_ok=True)
    assert codes.count(-signal.SIGKILL) >= 3, codes
    for target in (folder, undisturbed):
        finish(start(docs, target))
        assert_usable(target, capsys)
    assert content(folder) == content(undisturbed)
    assert answers(folder, capsys) == answers(undisturbed, capsys)


def test_ctrl_c_is_one_sentence_and_loses_nothing(tmp_path, capsys) -> None:
    rng = random.Random(7)
    docs, folder = tmp_path / "docs", tmp_path / "index"
    write_files(docs, list(range(FILES)), rng)
    codes = []
    for moment in (0.02, 0.1, *(rng.uniform(0.2, 1) for _ in range(4))):
        write_lines(docs, rng)
        process = start(docs, folder)
        time.sleep(moment)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
        codes.append(process.returncode)
        if process.returncode != 0:  # it may have been done already
            assert (process.returncode, out) == (130, "")
            assert err.startswith("Interrupted.")
            assert err.count("\n") == 1
        if (folder / DATABASE).exists():
            assert_usable(folder, capsys)
    assert 130 in codes, codes
    finish(start(docs, folder))
    assert len(content(folder)["documents"]) == FILES + LINES
