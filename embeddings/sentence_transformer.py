"""Any sentence-transformers model, by hub name or folder."""

import copy
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from embeddings.base import EncoderError, ModelFilesError, Vectors
from embeddings.texts import checked
from embeddings.windows import Window, combine, plan

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_QUERY_PROMPTS = ("query",)
_PASSAGE_PROMPTS = ("passage", "document", "corpus")

# Models of the E5 family need their prompts, and older folders do not name them.
_E5_PROMPTS = {"query": "query: ", "passage": "passage: "}

_BATCH = 16
_SAMPLE = 1 << 20  # bytes at the end of each file that tell two folders apart


class SentenceTransformerEncoder:
    """Encodes with sentence-transformers; long texts are read in windows, never cut."""

    def __init__(
        self,
        name_or_folder: Path | str,
        query_prompt: str | None = None,
        passage_prompt: str | None = None,
        device: str | None = None,
    ) -> None:
        """Load a model. A name that is no folder is looked up on the model hub.

        The prompts are put before each text; by default they are the model's own. ``device`` is
        by default the best there is of cuda, mps and cpu.

        :raises ModelFilesError: if the model cannot be loaded.
        """
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer.modules import Normalize
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # it would draw over what the caller shows
        try:
            loaded = SentenceTransformer(str(name_or_folder), device=device)
        except Exception as error:  # of the hub, of transformers, of the file formats
            raise ModelFilesError(
                f"cannot load the model {name_or_folder}: {error}; "
                "give a folder or the id of a sentence-transformers model"
            ) from error
        # One of our own: a tokenizer remembers whether it cuts texts short, the model's does, and
        # other threads may be encoding with it.
        self._tokenizer: Any = copy.deepcopy(loaded.tokenizer)
        if not getattr(self._tokenizer, "is_fast", False):
            raise EncoderError(
                f"{name_or_folder} has no fast tokenizer, and long texts need one; "
                "choose another model"
            )
        # Windows are averaged before they are normalised, so normalising is left to us.
        modules = list(loaded)
        while isinstance(modules[-1], Normalize):
            modules.pop()
        self._model = SentenceTransformer(modules=modules, device=str(loaded.device))
        self._model.eval()
        prompts = _known_prompts(loaded.prompts, name_or_folder)
        self._query_prompt = _first(query_prompt, prompts, _QUERY_PROMPTS)
        self._passage_prompt = _first(passage_prompt, prompts, _PASSAGE_PROMPTS)
        self.id: str = _identify(name_or_folder, loaded)
        self.dim: int = self._model.encode([""], show_progress_bar=False).shape[1]
        self.max_tokens: int = loaded.get_max_seq_length() or self._tokenizer.model_max_length

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions. *Shape:* ``(len(texts), dim)``, float32, rows L2-normalised."""
        return self._encode(texts, self._query_prompt)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages. *Shape:* ``(len(texts), dim)``, float32, rows L2-normalised."""
        return self._encode(texts, self._passage_prompt)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Count the tokens of each text itself, without special tokens and without a prefix."""
        return [len(self._offsets(text)) for text in checked(texts)]

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        contents = checked(texts)
        size = self.max_tokens - len(self._tokenizer(prompt)["input_ids"])
        if size < 1:
            raise EncoderError(f"the prompt {prompt!r} leaves no room in {self.max_tokens} tokens")
        pieces: list[str] = []
        windows: list[Window] = []
        for number, text in enumerate(contents):
            start = 0
            for piece, tokens in self._cut(text, size):
                pieces.append(piece)
                windows.append(Window(number, start, start + tokens))
                start += tokens
        means = np.zeros((len(pieces), self.dim), np.float32)
        if pieces:
            means[:] = self._model.encode(
                pieces, prompt=prompt, batch_size=_BATCH, show_progress_bar=False
            )
        return combine(windows, means, len(contents))

    def _cut(self, text: str, size: int) -> Iterator[tuple[str, int]]:
        """Cut ``text`` into pieces of at most ``size`` tokens, each with its number of tokens."""
        offsets = self._offsets(text)
        if len(offsets) <= size:
            yield text, len(offsets)
            return
        for window in plan([len(offsets)], size):
            piece = text[offsets[window.start][0] : offsets[window.stop - 1][1]]
            # By itself the piece can have another token or so: its first word may be half a word.
            yield from self._cut_in_half(piece, size)

    def _cut_in_half(self, text: str, size: int) -> Iterator[tuple[str, int]]:
        tokens = len(self._offsets(text))
        if tokens <= size or len(text) < 2:
            yield text, tokens
            return
        middle = len(text) // 2
        yield from self._cut_in_half(text[:middle], size)
        yield from self._cut_in_half(text[middle:], size)

    def _offsets(self, text: str) -> list[tuple[int, int]]:
        """Where each token of ``text`` lies in it, in code points; without special tokens."""
        encoding = self._tokenizer(
            text,
            add_special_tokens=False,
            return_offsets_mapping=True,
            truncation=False,
            verbose=False,
        )
        offsets: list[tuple[int, int]] = encoding["offset_mapping"]
        return offsets


def _known_prompts(
    own: Mapping[str, str | None], name_or_folder: Path | str
) -> Mapping[str, str | None]:
    """The model's own prompts, or those of its family if it names none."""
    if any(own.values()):
        return own
    return _E5_PROMPTS if "e5-" in Path(name_or_folder).name.lower() else {}


def _first(given: str | None, prompts: Mapping[str, str | None], names: Sequence[str]) -> str:
    """The prompt that was given, or else the first of ``names`` that the model has, or none."""
    if given is not None:
        return given
    return next((prompt for prompt in map(prompts.get, names) if prompt), "")


def _identify(name_or_folder: Path | str, model: "SentenceTransformer") -> str:
    """Name the weights: a hub model by its revision, a folder by its own id or by its content."""
    folder = Path(name_or_folder)
    if not folder.is_dir():
        config = getattr(getattr(model[0], "auto_model", None), "config", None)
        return f"{name_or_folder}@{getattr(config, '_commit_hash', None) or 'unknown'}"
    own = folder / "encoder.json"
    if own.is_file():
        return str(json.loads(own.read_text(encoding="utf-8"))["id"])
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*.safetensors")) + sorted(folder.rglob("*.json")):
        digest.update(f"{file.relative_to(folder)} {file.stat().st_size}\n".encode())
        with file.open("rb") as content:
            content.seek(max(file.stat().st_size - _SAMPLE, 0))
            digest.update(content.read())
    return f"{folder.resolve().name}@{digest.hexdigest()[:12]}"
