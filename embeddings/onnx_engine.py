"""The bundled folder served through ONNX Runtime: no torch, no transformers.

Made for a cold start: the graph without its word table opens in a tenth of a second, the table is
memory-mapped, and the tokenizer is ``embeddings.unigram``.
"""

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from embeddings import graph, safetensors_file, unigram
from embeddings.base import Vectors, unusable
from embeddings.texts import checked
from embeddings.windows import Window, batches, combine, plan

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

# Tokens, padding included, that go through the model together. Measured: the activations of about
# a thousand stay in the cache; 5,000 cost a tenth of the speed and 150 MB.
_BATCH_TOKENS = 1024


class OnnxEncoder:
    """Encodes with the folder that ``embeddings.bundled.convert`` wrote."""

    def __init__(self, folder: Path | str, threads: int | None = None) -> None:
        """Open ``folder``; ``threads`` batches are encoded at once, by default one for each core.

        :raises ModelFilesError: if the folder lacks files or has damaged ones.
        """
        self._folder = Path(folder)
        try:
            self.id: str = _read_json(self._folder / "encoder.json")["id"]
            prompts = _read_json(self._folder / "config_sentence_transformers.json")["prompts"]
            limits = _read_json(self._folder / "sentence_bert_config.json")
            self._query_prompt: str = prompts["query"]
            self._passage_prompt: str = prompts["passage"]
            self.max_tokens: int = limits["max_seq_length"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise unusable(self._folder, f"not a complete model folder ({error!r})") from error
        self._unigram = unigram.load(self._folder)
        weights = self._folder / graph.WEIGHTS
        place = safetensors_file.locate(weights).get(graph.WORD_TABLE)
        if place is None:
            raise unusable(weights, f"it has no {graph.WORD_TABLE}")
        self._words = safetensors_file.map_tensor(weights, place)
        self.dim: int = self._words.shape[1]
        self._session = _open_session(self._folder / graph.FILE)
        self._threads = threads or os.cpu_count() or 1

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions. *Shape:* ``(len(texts), dim)``, float32, rows L2-normalised."""
        return self._encode(texts, self._query_prompt)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages. *Shape:* ``(len(texts), dim)``, float32, rows L2-normalised."""
        return self._encode(texts, self._passage_prompt)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Count the tokens of each text itself, without special tokens and without a prefix."""
        return [len(self._unigram.encode(text)) for text in checked(texts)]

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        content = [self._unigram.encode(text) for text in checked(texts)]
        head = [self._unigram.bos, *self._unigram.encode(prompt)]
        tail = [self._unigram.eos]
        overhead = len(head) + len(tail)
        windows = plan([len(ids) for ids in content], self.max_tokens - overhead)
        means = np.empty((len(windows), self.dim), np.float32)

        def run(batch: list[int]) -> None:
            means[batch] = self._run(
                [[*head, *_slice(content, windows[number]), *tail] for number in batch]
            )

        if len(windows) == 1:
            run([0])  # the usual question: starting threads would cost more than it brings
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                list(pool.map(run, batches(windows, overhead, _BATCH_TOKENS)))
        return combine(windows, means, len(content))

    def _run(self, rows: list[list[int]]) -> Vectors:
        lengths = np.array([len(row) for row in rows], np.int32)
        ids = np.zeros((len(rows), lengths.max()), np.intp)
        for i, row in enumerate(rows):
            ids[i, : len(row)] = row
        inputs = {"words": self._words[ids], "lengths": lengths}
        means: Vectors = self._session.run(["means"], inputs)[0]
        return means


def _slice(content: list[list[int]], window: Window) -> list[int]:
    return content[window.text][window.start : window.stop]


def _read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _open_session(path: Path) -> "InferenceSession":
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread a batch: threads within a batch wait for each other at every operator, which makes
    # one question 4 ms faster on an idle machine and 15 ms slower on a busy one.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # The graph is written with the fused operators already.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's exceptions have no common base
        raise unusable(path, error) from error
