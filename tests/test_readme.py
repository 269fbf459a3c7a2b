"""README, --help and the tree say the same."""

from __future__ import annotations

import argparse
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from rag import cli
from rag.messages import REASONS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def _commands() -> list[list[str]]:
    lines = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines() if line]
    return [shlex.split(line) for line in lines]


def _parsers(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    found = [parser]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for child in action.choices.values():
                found += _parsers(child)
    return found


def test_every_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {words[1] for words in _commands() if words[0] == "make"}
    assert named == {"demo", "test", "ui"}
    assert named <= targets
    assert "make test" in (ROOT / ".ci" / "run").read_text()


def test_nothing_is_left_to_fill_in() -> None:
    assert "<!--" not in README


def test_every_rag_command_parses() -> None:
    commands = [words[1:] for words in _commands() if words[0] == "rag"]
    assert len(commands) >= 8
    for words in commands:
        cli._parser().parse_args(words)  # exits, and so fails, on anything it does not know


def test_every_option_is_in_the_readme() -> None:
    for parser in _parsers(cli._parser()):
        for action in parser._actions:
            for option in action.option_strings:
                if option not in ("-h", "--help", "--version"):
                    assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", README), option


def test_every_command_is_in_the_readme() -> None:
    (commands,) = (
        action.choices
        for action in cli._parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    for name in commands:
        assert re.search(rf"(?:rag|make) {name}\b", README), name


def test_the_json_of_the_readme_has_the_keys_of_the_program() -> None:
    from rag.render import error_record

    (block,) = [block for kind, block in BLOCKS if kind == "json"]
    shown = json.loads(block)
    assert list(shown) == list(error_record("?", None, "why"))


def test_every_reason_is_in_the_readme() -> None:
    for code in REASONS:
        assert f"`{code}`" in README


def test_the_tree_lists_every_file() -> None:
    tree = README.split("## Files")[1]
    listed = set(re.findall(r"^([\w./-]+) {2,}\S", tree, re.MULTILINE))
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    whole = tuple(path for path in listed if path.endswith("/"))
    assert [path for path in tracked if path not in listed and not path.startswith(whole)] == []
    assert [path for path in listed if not (ROOT / path).exists()] == []


@pytest.mark.real_model
def test_the_commands_of_the_readme_work(tmp_path: Path) -> None:
    """As a reader would run them, one after the other, in a folder of their own."""
    documents = tmp_path / "my-documents"
    documents.mkdir()
    for page in sorted((ROOT / "eval" / "corpus").iterdir())[:6]:
        (documents / page.name).write_bytes(page.read_bytes())
    (documents / "old.txt").write_text("بلاغ قديم عن معرض انتهى.", encoding="utf-8")
    (tmp_path / "questions.jsonl").write_text('{"id": "1", "question": "ما شعار المعرض؟"}\n')
    for words in _commands():
        if words[0] != "rag":
            continue
        done = subprocess.run(
            [sys.executable, "-m", "rag", *words[1:]],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, (words, done.stderr)
        assert done.stdout.strip(), words


def test_the_transcript_quotes_the_sample_corpus() -> None:
    """What the README shows is the demo's questions, and quotes that stand in the named pages."""
    from rag.commands.demo import QUESTIONS
    from rag.load import read

    (shown,) = [block for kind, block in BLOCKS if kind == "text" and "$ rag ask" in block]
    assert re.findall(r'\$ rag ask "(.*)"', shown) == list(QUESTIONS)
    quoted = re.findall(r"^\[\d\] .* · (eval/\S+) · .*\n    «(.*)»$", shown, re.MULTILINE)
    assert len(quoted) == 2
    for source, quote in quoted:
        (document,) = read(ROOT / source, source)
        assert quote in " ".join(document.text.split())


def test_the_question_of_the_readme_is_one(tmp_path: Path) -> None:
    from eval.loading import load

    (line,) = [block for kind, block in BLOCKS if kind == "jsonl"]
    (tmp_path / "corpus").mkdir()
    (tmp_path / "questions").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("جاء 360 زائرا إلى المعرض.", encoding="utf-8")
    (tmp_path / "questions" / "mine.jsonl").write_text(line, encoding="utf-8")
    ((question,),) = [dataset.questions for dataset in load(tmp_path)]
    assert question.answers == (("360",),)
