"""Every sentence of the interface in three languages, and all of them said somewhere."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from eval import messages as eval_messages
from rag import errors, messages
from rag.messages import Text

BOTH = [item for module in (messages, eval_messages) for item in vars(module).items()]
FUNCTIONS = {
    name: value
    for name, value in BOTH
    if inspect.isfunction(value) and value.__module__ in ("rag.messages", "eval.messages")
}
CONSTANTS = {
    name: value
    for name, value in BOTH
    if isinstance(value, Text)
    or (isinstance(value, dict) and all(isinstance(held, Text) for held in value.values()))
}
PACKAGE = Path(messages.__file__).parent


def call(function: Callable[..., Text]) -> tuple[Text, list[str]]:
    """The message for arguments that can be told apart, and how each should be seen in it."""
    given: dict[str, object] = {}
    seen = []
    for place, (name, parameter) in enumerate(inspect.signature(function).parameters.items()):
        if parameter.annotation == "int":
            gigabytes = function is messages.model_disk_full
            given[name] = (place + 31) * (10**8 if gigabytes else 1)
            seen.append(str((place + 31) / 10 if gigabytes else place + 31))
        elif parameter.annotation == "Text":
            given[name] = Text(f"given-{name}", f"given-{name}", f"given-{name}")
            seen.append(f"given-{name}")
        else:
            given[name] = Path("given") / name if parameter.annotation == "object" else name * 2
            seen.append(str(given[name]))
    return function(**given), seen


def all_texts() -> list[tuple[str, Text]]:
    found = [(name, call(function)[0]) for name, function in FUNCTIONS.items()]
    for name, value in CONSTANTS.items():
        held = value.items() if isinstance(value, dict) else [("", value)]
        found += [(f"{name} {key}".strip(), text) for key, text in held]
    return found


def test_they_are_all_found() -> None:
    assert {"index_missing", "question_empty", "demo_next", "not_results"} <= FUNCTIONS.keys()
    assert {"SOURCES", "REASONS", "MODEL_STATES", "REGRESSED"} <= CONSTANTS.keys()


@pytest.mark.parametrize(("name", "text"), all_texts())
def test_three_languages(name: str, text: Text) -> None:
    for lang in ("ar", "fr", "en"):
        assert text.say(lang).strip() == text.say(lang) != ""
    assert re.search(r"[\u0621-\u064a]", text.ar)
    assert not re.search(r"[\u0600-\u06ff]", text.fr + text.en)
    # «Sources», "Documents", "Passages" and "Index" are the same word in French and English.
    if len(text.en.split()) > 1:
        assert text.fr != text.en


@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_was_given_is_named(name: str) -> None:
    text, seen = call(FUNCTIONS[name])
    for lang in ("ar", "fr", "en"):
        for argument in seen:
            assert argument in text.say(lang), (lang, argument)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_commands_and_options_are_the_same_in_every_language(name: str) -> None:
    text, _ = call(FUNCTIONS[name])
    commands = [
        sorted(re.findall(r"rag [a-z]+(?: (?:list|pull))?|--[a-z-]+|ISNAD_\w+", text.say(lang)))
        for lang in ("ar", "fr", "en")
    ]
    assert commands[0] == commands[1] == commands[2]


@pytest.mark.parametrize("name", sorted(FUNCTIONS.keys() | CONSTANTS.keys()))
def test_every_message_is_said_somewhere(name: str) -> None:
    roots = [PACKAGE, PACKAGE.parent / "ui", PACKAGE.parent / "eval"]
    code = [path for root in roots for path in root.rglob("*.py") if path.name != "messages.py"]
    assert any(re.search(rf"\b{name}\b", path.read_text(encoding="utf-8")) for path in code)


def test_an_unknown_language_is_not_guessed() -> None:
    with pytest.raises(KeyError):
        messages.SOURCES.say("de")


def test_an_error_carries_its_sentence() -> None:
    text = messages.index_missing("/data")
    error = errors.IndexMissingError(text)
    assert str(error) == text.en
    assert error.text is text
    assert isinstance(error, errors.IndexStoreError)


def test_the_errors_are_those_of_the_tree() -> None:
    """The tree drawn at the top of the module is what is there."""
    drawn = re.findall(r"\w+Error", (errors.__doc__ or "").partition("Errors of the encoders")[0])
    made = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.IsnadError)
    }
    assert set(drawn) == made
    assert made | {"EncoderError", "ModelFilesError"} == set(errors.__all__)
    depth = {
        name: line.index(name) // 4
        for line in (errors.__doc__ or "").splitlines()
        for name in re.findall(r"^[│├└─ ]*(\w+Error)", line)
    }
    for name in made:
        assert depth[name] == getattr(errors, name).__mro__.index(errors.IsnadError)
