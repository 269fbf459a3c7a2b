"""``rag demo``: the sample corpus indexed and asked, so that a newcomer sees the whole path."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from rag import messages, models
from rag.commands import ask, index
from rag.console import write
from rag.tables import FORMAT

QUESTIONS = (
    "كم بلغ عدد زوار معرض سبو الدولي للكتاب سنة 2023؟",
    "Combien de nuitées à Essaouira en 2023 ?",
    "من فاز بجائزة نوبل للآداب؟",
)
"""The last one must be refused: no page of the corpus answers it."""


def run(lang: str) -> int:
    """Index the sample corpus beside the models and answer three questions."""
    # A newer version makes its own: what an older one left may be of another format.
    folder = models.models_home().parent / f"demo-index-{FORMAT}"
    with as_file(files("eval") / "corpus") as found:
        corpus = _short(Path(found))
        write(messages.demo_index(corpus).say(lang))
        code = index.run(folder, [corpus], None, True, lang)
    for question in QUESTIONS:
        write(f'\n\n$ rag ask "{question}"\n')
        settings = ask.Settings(folder, lang, 8, (), False, False, False, None, None)
        code = code or ask.one(question, settings)
    write(f"\n{messages.demo_next(folder).say(lang)}")
    return code


def _short(path: Path) -> Path:
    """The path from here, where it lies below."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
