"""Where objects are made and put together: encoder, language model, an index ready to answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from embeddings.base import Encoder
from rag import messages, models
from rag.catalogue import CATALOGUE
from rag.console import tell
from rag.derived import Indexes, open_indexes
from rag.errors import IndexMismatchError, ModelMissingError, UsageError
from rag.language_shift import question_means
from rag.rerank import CrossEncoderReranker
from rag.schema import Generator
from rag.search import HybridSearcher
from rag.split import SplitSettings
from rag.store import DATABASE, Store
from rag.stored_vectors import keep_question_means, kept_question_means
from rag.tables import IndexSettings

DEFAULT_ENCODER = "multilingual-e5-small"
DEFAULT_LLM = "qwen2.5-coder-1.5b-instruct-q4_k_m"
HASHING = "hashing"
"""Not a model: words hashed into a vector, for tests and for trying things out."""


@dataclass(frozen=True, slots=True)
class OpenIndex:
    """An index ready for questions."""

    store: Store
    indexes: Indexes
    searcher: HybridSearcher


def open_encoder(name: str) -> Encoder:
    """The encoder of a catalogue name, a folder, or a pulled hub id.

    Raises:
        ModelMissingError: it is not here.
        ModelFilesError: its files are damaged.
    """
    import embeddings

    if name == HASHING:
        return embeddings.HashingEncoder()
    return embeddings.open_encoder(models.resolve(name))


def llm_path(name: str | None) -> Path:
    """The .gguf file or the transformers folder of a language model, of the default one for None.

    Raises:
        ModelMissingError: it is not here.
        UsageError: it is neither.
    """
    path = models.resolve(name or DEFAULT_LLM)
    if path.is_dir():
        files = sorted(path.glob("*.gguf"))
        path = files[0] if len(files) == 1 else path
    if path.suffix != ".gguf" and not (path / "config.json").is_file():
        raise UsageError(messages.not_a_language_model(name or DEFAULT_LLM))
    return path


def is_endpoint(name: str | None) -> bool:
    """Whether ``--model`` gives an address (``http://HOST/v1#MODEL``), not a model of this disk."""
    return name is not None and name.startswith(("http://", "https://"))


def llm_opener(
    name: str | None, reuse_prompt: bool = True, lang: str = "ar"
) -> Callable[[], Generator]:
    """What opens the language model when it is first needed: an endpoint for an address, llama.cpp
    for a .gguf file, transformers for a folder or a hub id. Whether its files are here is looked
    at now; that an endpoint is on another machine is said now, in ``lang``, before anything is
    sent there. ``reuse_prompt``: see ``LlamaGenerator``.

    Raises:
        ModelMissingError: it is not here.
        UsageError: it is no language model, or no usable address.
    """
    if name is not None and is_endpoint(name):
        return _endpoint_opener(name, lang)
    path = llm_path(name)

    def open_llama() -> Generator:
        from rag.generate.llama import LlamaGenerator

        return LlamaGenerator(path, reuse_prompt=reuse_prompt)

    def open_transformers() -> Generator:
        from rag.generate.transformers_engine import TransformersGenerator

        return TransformersGenerator(path)

    return open_llama if path.suffix == ".gguf" else open_transformers


def _endpoint_opener(address: str, lang: str) -> Callable[[], Generator]:
    from rag.generate.endpoint import EndpointGenerator, is_this_machine, parse, site

    url, model = parse(address)
    if not is_this_machine(url):
        tell(messages.leaves_machine(site(url)).say(lang))
    return lambda: EndpointGenerator(url, model)


def default_llm_opener() -> Callable[[], Generator] | None:
    """The opener of the default language model, or None when it is not here."""
    try:
        return llm_opener(None)
    except ModelMissingError:
        return None


def open_index(folder: Path, reranker: str | None = None) -> OpenIndex:
    """Open the index of ``folder`` with the encoder that built it. ``reranker``: a folder or a
    pulled hub id of a cross-encoder that looks at the first hits again.

    Raises:
        IndexStoreError: there is none, it is damaged, or another encoder built it.
        ModelError, EncoderError: its encoder or the reranker cannot be opened.
    """
    second_look = CrossEncoderReranker(models.resolve(reranker)) if reranker else None
    with ExitStack() as on_failure:
        store = on_failure.enter_context(Store.open(folder))
        encoder = open_encoder(store.settings.encoder)
        _must_be(folder, store, encoder)
        indexes = open_indexes(store)
        on_failure.pop_all()
    return OpenIndex(store, indexes, HybridSearcher(store, indexes, encoder, second_look))


def open_for_writing(
    folder: Path, encoder_name: str | None, opened: Encoder | None = None
) -> tuple[Store, Encoder]:
    """Open the index of ``folder``, or make one, with its encoder. ``opened``: the encoder of an
    index that there is, if it is open already.

    Raises:
        IndexMismatchError: the index was built with another encoder than ``encoder_name``.
        UsageError: there cannot be an index in ``folder``.
    """
    try:
        return _open_for_writing(folder, encoder_name, opened)
    except OSError as error:
        raise UsageError(messages.cannot_write(folder, error.strerror or str(error))) from error


def _open_for_writing(
    folder: Path, encoder_name: str | None, opened: Encoder | None
) -> tuple[Store, Encoder]:
    name = _from_anywhere(encoder_name) if encoder_name else None
    with ExitStack() as on_failure:
        if (folder / DATABASE).exists():
            store = on_failure.enter_context(Store.open(folder))
            built = store.settings.encoder
            if name not in (None, built):
                raise IndexMismatchError(messages.other_encoder(folder, built, name))
            encoder = opened or open_encoder(built)
        else:
            name = name or DEFAULT_ENCODER
            encoder = open_encoder(name)
            settings = IndexSettings(name, encoder.id, encoder.dim, SplitSettings().max_tokens)
            store = on_failure.enter_context(Store.create(folder, settings))
        _must_be(folder, store, encoder)
        if not kept_question_means(store):  # a new index, or one whose making was cut off
            keep_question_means(store, question_means(encoder))
        on_failure.pop_all()
    return store, encoder


def _from_anywhere(name: str) -> str:
    """The name of an encoder as an index keeps it: a folder by its whole path."""
    path = Path(name).expanduser()
    known = name == HASHING or any(name == model.name for model in CATALOGUE)
    return str(path.resolve()) if path.is_dir() and not known else name


def _must_be(folder: Path, store: Store, encoder: Encoder) -> None:
    built = store.settings.encoder_id
    if built != encoder.id:
        raise IndexMismatchError(messages.other_encoder(folder, built, encoder.id))
