"""Which way imports point, and what a command loads: cold start is a feature."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_index import jsonl

ROOT = Path(__file__).parents[1]
PACKAGES = ("embeddings", "rag", "ui", "eval")
MAY_IMPORT = {
    "embeddings": {"embeddings"},
    "rag": {"rag", "embeddings"},
    "ui": {"ui", "rag", "embeddings"},
    "eval": {"eval", "rag", "embeddings"},
}
HEAVY = ("torch", "gradio", "transformers", "sentence_transformers", "xllamacpp", "huggingface_hub")
FILES = sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))


def imports(tree: ast.AST, inside: bool = False) -> Iterator[tuple[str, bool]]:
    """The modules a file imports, and whether that is inside a function, so when it is called."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, inside) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports here name the whole module"
            yield node.module, inside
        else:
            function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from imports(node, inside or function)


def is_command_line(file: Path) -> bool:
    return file == ROOT / "rag/cli.py" or file.parent == ROOT / "rag/commands"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_point_one_way(file: Path) -> None:
    package = file.relative_to(ROOT).parts[0]
    for module, inside in imports(ast.parse(file.read_text(encoding="utf-8"))):
        top = module.split(".")[0]
        if top not in PACKAGES or top in MAY_IMPORT[package]:
            continue
        assert is_command_line(file) and inside, f"{file.name} imports {module}"


def test_the_check_sees_what_it_looks_for() -> None:
    source = "import ui.app\nclass A:\n  def f(self):\n    if 1:\n      from eval import data\n"
    assert list(imports(ast.parse(source))) == [("ui.app", False), ("eval", True)]


def test_every_package_is_shipped() -> None:
    import tomllib

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = set(settings["tool"]["setuptools"]["packages"])
    found = {
        ".".join(file.parent.relative_to(ROOT).parts)
        for file in FILES
        if file.name == "__init__.py"
    }
    assert listed == found


def loaded(program: str, *args: object) -> set[str]:
    """The top names of ``sys.modules`` after ``program``, in a process of its own."""
    tail = "\nimport json, sys; sys.stderr.write('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program + tail, *map(str, args)],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    "program",
    ["import rag", "import rag.cli", "import embeddings", "import rag.opening, rag.assistant"],
)
def test_importing_loads_nothing_heavy(program: str) -> None:
    modules = loaded(program)
    assert not {name for name in modules if name.split(".")[0] in HEAVY}
    assert "rag" in modules or "embeddings" in modules


def test_the_command_line_starts_light() -> None:
    """Until a command runs: --help and --version are quick, and Ctrl-C meets no long import."""
    modules = loaded("import rag.cli")
    assert not modules & {"numpy", "faiss", "tantivy", "importlib.metadata", "rich", "lxml"}


def test_importing_makes_no_file(tmp_path) -> None:
    program = f"import os; os.chdir({str(tmp_path)!r}); import rag.cli, rag.opening, embeddings"
    loaded(program)
    assert list(tmp_path.rglob("*")) == []


CALL = "import sys; from rag.cli import main; assert main(sys.argv[1:]) == 0"


def test_an_answer_without_a_model_loads_nothing_heavy(tmp_path) -> None:
    """A whole ``rag ask``; and what only reading and splitting files needs is not loaded."""
    docs = jsonl(tmp_path / "a.jsonl", {"id": "1", "text": "بلغ عدد زوار المعرض 202 ألف زائر."})
    index = ("--index", tmp_path / "index")
    modules = loaded(CALL, "index", docs, "--encoder", "hashing", *index)
    assert not {name for name in modules if name.split(".")[0] in HEAVY}
    modules = loaded(CALL, "ask", "كم عدد زوار المعرض؟", "--no-llm", *index)
    unwanted = (*HEAVY, "langchain_text_splitters", "langchain_core", "trafilatura", "lxml")
    assert not {name for name in modules if name.split(".")[0] in unwanted}
    assert {"faiss", "tantivy", "rag.assistant"} <= modules
