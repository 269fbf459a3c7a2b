"""Any causal language model of the Hugging Face kind, from a folder, through ``transformers``.

Nothing is fetched, and no code that lies beside the weights is run. A model that llama.cpp also
has (.gguf) is several times faster there on a processor; this is for graphics cards, and for what
has no such file.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rag import messages as say
from rag.errors import GenerationError, ModelError
from rag.schema import Message, Usage

_MOST_DETAIL = 300


class TransformersGenerator:
    """Writes with a folder's model, word by word, always the likeliest token.

    The model is loaded here and now and stays as long as this object. One answer is written at a
    time; a second caller waits its turn. ``usage`` is that of the last stream.
    """

    def __init__(self, folder: Path, max_tokens: int = 400) -> None:
        """Load ``folder``; ``max_tokens`` of the answer.

        :raises ModelError: if transformers cannot open it.
        """
        from transformers import AutoModelForCausalLM, AutoTokenizer, GenerationConfig
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()
        self.model = folder.name
        self.usage = Usage()
        self._max_tokens = max_tokens
        self._turn = threading.Lock()
        self._device, dtype = device_and_dtype()
        try:
            self._tokenizer: Any = AutoTokenizer.from_pretrained(
                folder, local_files_only=True, trust_remote_code=False
            )
            loaded = AutoModelForCausalLM.from_pretrained(
                folder, local_files_only=True, trust_remote_code=False, dtype=dtype
            )
            self._network: Any = loaded.to(self._device).eval()
        except Exception as error:  # of transformers, of the file formats, of the device
            detail = f"{type(error).__name__}: {_short(error)}"
            raise ModelError(say.model_folder_not_loadable(folder, detail)) from error
        text = self._network.config.get_text_config()
        self._context = int(getattr(text, "max_position_embeddings", None) or 4096)
        stops = _stops(self._network, self._tokenizer)
        # In place of the model's own, which may sample or punish repeated words.
        self._network.generation_config = GenerationConfig(
            do_sample=False,
            eos_token_id=stops or None,
            pad_token_id=next(
                (n for n in (self._tokenizer.pad_token_id, *stops) if n is not None), 0
            ),
        )

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Yield the answer in pieces; closing the iterator stops the model at the next token and
        waits for that (while the prompt is read, at its end).

        :raises GenerationError: if the prompt is longer than the context, its template refuses
            the conversation, or the model fails.
        """
        from transformers import StoppingCriteriaList, TextIteratorStreamer

        with self._turn:
            self.usage = Usage()
            prompt = self._tokens(messages)
            length = int(prompt["input_ids"].shape[1])
            if length >= self._context:
                raise GenerationError(say.prompt_too_long(length, self._context))
            self.usage = Usage(length, 0)
            pieces = TextIteratorStreamer(
                self._tokenizer, skip_prompt=True, skip_special_tokens=True
            )
            stop = threading.Event()
            failures: queue.SimpleQueue[Exception] = queue.SimpleQueue()

            def is_over(tokens: Any, scores: Any, **_: Any) -> Any:
                import torch

                self.usage = Usage(length, int(tokens.shape[1]) - length)
                return torch.full((tokens.shape[0],), stop.is_set(), device=tokens.device)

            def run() -> None:
                try:
                    self._network.generate(
                        **prompt,
                        max_new_tokens=min(self._max_tokens, self._context - length),
                        streamer=pieces,
                        stopping_criteria=StoppingCriteriaList([is_over]),
                    )
                except Exception as error:
                    failures.put(error)
                    pieces.text_queue.put(pieces.stop_signal)  # or the reader waits for ever

            thread = threading.Thread(target=run, name="transformers", daemon=True)
            thread.start()
            try:
                yield from (piece for piece in pieces if piece)
            finally:
                stop.set()
                thread.join()
            if not failures.empty():
                error = failures.get()
                raise GenerationError(say.generation_failed(self.model, _short(error))) from error

    def _tokens(self, messages: Sequence[Message]) -> Any:
        """The conversation as the model reads it, shape (1, tokens), on its device."""
        templated = self._tokenizer.chat_template is not None
        try:
            text = self._templated(messages) if templated else _plain(messages)
            # A template writes the marks of beginning and end itself.
            tokens = self._tokenizer(text, return_tensors="pt", add_special_tokens=not templated)
        except Exception as error:  # whatever a template's own code raises
            raise GenerationError(say.generation_failed(self.model, _short(error))) from error
        return {name: tokens[name].to(self._device) for name in ("input_ids", "attention_mask")}

    def _templated(self, messages: Sequence[Message]) -> str:
        from jinja2 import TemplateError

        def apply(conversation: Sequence[Message]) -> str:
            opened = conversation[-1]["role"] == "assistant"
            text: str = self._tokenizer.apply_chat_template(
                list(conversation),
                tokenize=False,
                add_generation_prompt=not opened,
                continue_final_message=opened,
                enable_thinking=False,  # templates that do not know it do not look at it
            )
            return text

        try:
            return apply(messages)
        except TemplateError:  # some know no system message
            return apply(_without_system(messages))


def device_and_dtype() -> tuple[str, Any]:
    """Where to compute, and in which numbers: half as wide where the hardware multiplies them."""
    import torch

    if torch.cuda.is_available():
        return "cuda", torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
    if torch.backends.mps.is_available():
        return "mps", torch.float16
    able = torch.cpu.get_capabilities()
    narrow = able.get("avx512_bf16") or able.get("amx_bf16")
    return "cpu", torch.bfloat16 if narrow else torch.float32


def _stops(network: Any, tokenizer: Any) -> list[int]:
    """The tokens that end an answer. Of a chat model the end of a turn and the end of a text are
    two, and not every file of it names both."""
    named = [
        network.generation_config.eos_token_id,
        network.config.get_text_config().eos_token_id,
        tokenizer.eos_token_id,
    ]
    listed = [n for ids in named for n in (ids if isinstance(ids, list) else [ids])]
    return sorted({n for n in listed if n is not None})


def _without_system(messages: Sequence[Message]) -> list[Message]:
    """The conversation with its system message at the head of what the user says first."""
    if [message["role"] for message in messages[:2]] != ["system", "user"]:
        return list(messages)
    joined = "\n\n".join(message["content"] for message in messages[:2])
    return [{"role": "user", "content": joined}, *messages[2:]]


def _plain(messages: Sequence[Message]) -> str:
    """For a model that was never taught to converse: a text that it goes on writing."""
    text = "\n\n".join(message["content"] for message in messages)
    return text if messages[-1]["role"] == "assistant" else f"{text}\n\n"


def _short(error: Exception) -> str:
    line = " ".join(str(error).split())
    return line if len(line) <= _MOST_DETAIL else f"{line[:_MOST_DETAIL]}…"
