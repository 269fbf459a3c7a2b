"""Which writer ``--model`` chooses."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval import environment
from rag import models, opening
from rag.errors import ModelMissingError, UsageError


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """The writers opened, in place of opening them."""
    made: list[tuple[object, ...]] = []
    for module, name in (
        ("llama", "LlamaGenerator"),
        ("transformers_engine", "TransformersGenerator"),
        ("endpoint", "EndpointGenerator"),
    ):

        def note(*given: object, name: str = name, **options: object) -> None:
            made.append((name, *given, *options.values()))

        monkeypatch.setattr(f"rag.generate.{module}.{name}", note)
    return made


def model_folder(folder: Path, *files: str) -> Path:
    folder.mkdir(parents=True)
    for file in files:
        (folder / file).touch()
    return folder


def test_a_gguf_file_or_a_folder_of_one_is_llama_cpp(
    tmp_path: Path, chosen: list[tuple[object, ...]]
) -> None:
    folder = model_folder(tmp_path / "model", "a.gguf", "config.json")
    opening.llm_opener(str(folder / "a.gguf"))()
    opening.llm_opener(str(folder), reuse_prompt=False)()
    file = folder / "a.gguf"
    assert chosen == [("LlamaGenerator", file, True), ("LlamaGenerator", file, False)]


def test_a_folder_or_a_pulled_hub_id_is_transformers(
    tmp_path: Path, chosen: list[tuple[object, ...]]
) -> None:
    folder = model_folder(tmp_path / "model", "config.json", "model.safetensors")
    pulled = model_folder(models.models_home() / "org--name", "config.json")
    opening.llm_opener(str(folder))()
    opening.llm_opener("org/name")()
    assert chosen == [("TransformersGenerator", folder), ("TransformersGenerator", pulled)]


def test_an_address_is_an_endpoint(chosen: list[tuple[object, ...]]) -> None:
    opening.llm_opener("http://127.0.0.1:8080/v1#qwen3:8b")()
    assert chosen == [("EndpointGenerator", "http://127.0.0.1:8080/v1", "qwen3:8b")]
    name = "http://127.0.0.1:8080/v1#qwen3:8b"
    assert environment.model(name) == {"name": name}


def test_nothing_is_opened_before_it_is_needed(
    tmp_path: Path, chosen: list[tuple[object, ...]]
) -> None:
    opening.llm_opener(str(model_folder(tmp_path / "model", "config.json")))
    opening.llm_opener("http://127.0.0.1/v1#m")
    assert chosen == []


@pytest.mark.parametrize("files", [[], ["model.safetensors"], ["a.gguf", "b.gguf"]])
def test_what_is_no_language_model_is_said_at_once(tmp_path: Path, files: list[str]) -> None:
    folder = model_folder(tmp_path / "model", *files)
    with pytest.raises(UsageError, match="model is no language model"):
        opening.llm_opener(str(folder))


@pytest.mark.parametrize("name", ["org/not-pulled", "nothing", "httpx://127.0.0.1/v1#m"])
def test_what_is_not_here_is_said_at_once(name: str) -> None:
    with pytest.raises(ModelMissingError, match="rag models"):
        opening.llm_opener(name)
