"""What every encoder promises, asked of each of them.

The fast part runs the hashing encoder and, on a miniature model made here, ONNX Runtime. The part
marked ``real_model`` runs both engines on the pulled model.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from math import erf
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from embeddings import (
    Encoder,
    EncoderError,
    HashingEncoder,
    ModelFilesError,
    bundled,
    open_encoder,
    safetensors_file,
)
from embeddings.miniature import write_miniature
from embeddings.onnx_engine import OnnxEncoder

TEXTS = [
    "كتاب",
    "ab ab ab ab ab ab a",
    "",
    "الكتاب ab: a",
    "ab " * 200,
    "  ab\n",
    "\ud83d ab",
    "<s> ab </s>",
    "م\u064eال" * 30,
]


@pytest.fixture(scope="session")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a random model of two layers that reads 24 tokens at once."""
    home = tmp_path_factory.mktemp("mini")
    bundled.convert(write_miniature(home / "mini.bin"), home / "mini")
    return home / "mini"


@pytest.fixture(scope="session")
def real() -> Path:
    """The folder of the pulled model."""
    home = Path(os.environ.get("ISNAD_HOME") or Path.home() / ".cache" / "isnad")
    folder = home / "models" / "multilingual-e5-small"
    if not (folder / "encoder.json").is_file():
        pytest.fail(f"the model is not in {folder}: run `rag models pull`", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def opened() -> Callable[[str, Path], Encoder]:
    """Open each engine once."""
    cache: dict[tuple[str, Path], Encoder] = {}

    def open_once(engine: str, folder: Path) -> Encoder:
        if (engine, folder) not in cache:
            if engine == "onnx":
                cache[engine, folder] = OnnxEncoder(folder)
            else:
                from embeddings.sentence_transformer import SentenceTransformerEncoder

                cache[engine, folder] = SentenceTransformerEncoder(folder, device="cpu")
        return cache[engine, folder]

    return open_once


@pytest.fixture(
    params=[
        "hashing",
        "onnx mini",
        pytest.param("torch mini", marks=pytest.mark.real_model),  # slow: it imports torch
        pytest.param("onnx real", marks=pytest.mark.real_model),
        pytest.param("torch real", marks=pytest.mark.real_model),
    ]
)
def encoder(request: pytest.FixtureRequest, opened: Callable[[str, Path], Encoder]) -> Encoder:
    if request.param == "hashing":
        return HashingEncoder()
    engine, model = request.param.split()
    return opened(engine, request.getfixturevalue(model))


# The contract


def test_is_an_encoder(encoder: Encoder) -> None:
    assert isinstance(encoder, Encoder)
    assert encoder.id
    assert encoder.max_tokens > 0


def test_shape_type_and_norm(encoder: Encoder) -> None:
    for vectors in (encoder.encode_queries(TEXTS), encoder.encode_passages(TEXTS)):
        assert vectors.shape == (len(TEXTS), encoder.dim)
        assert vectors.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_texts(encoder: Encoder) -> None:
    assert encoder.encode_queries([]).shape == (0, encoder.dim)
    assert encoder.encode_passages([]).shape == (0, encoder.dim)
    assert encoder.count_tokens([]) == []


def test_batch_equals_single_in_order(encoder: Encoder) -> None:
    together = encoder.encode_passages(TEXTS)
    for text, vector in zip(TEXTS, together, strict=True):
        np.testing.assert_allclose(encoder.encode_passages([text])[0], vector, atol=1e-5)
    np.testing.assert_allclose(encoder.encode_passages(TEXTS[::-1])[::-1], together, atol=1e-5)


def test_deterministic(encoder: Encoder) -> None:
    np.testing.assert_array_equal(encoder.encode_queries(TEXTS), encoder.encode_queries(TEXTS))


def test_several_threads_at_once_change_nothing(encoder: Encoder) -> None:
    """One counts, which must not be cut short, while the other encodes, which may cut."""
    vectors, counts = encoder.encode_queries(TEXTS), encoder.count_tokens(TEXTS)

    def use(turn: int) -> bool:
        if turn % 2:
            return encoder.count_tokens(TEXTS) == counts
        return bool(np.allclose(encoder.encode_queries(TEXTS), vectors, atol=1e-5))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(use, range(80)))


def test_white_space_alone_is_empty(encoder: Encoder) -> None:
    vectors = encoder.encode_passages(["", " \n\t"])
    np.testing.assert_allclose(vectors[0], vectors[1], atol=1e-5)
    assert encoder.count_tokens(["", " \n\t"]) == [0, 0]


def test_the_end_of_a_long_text_counts(encoder: Encoder) -> None:
    start = "ab " * 2_000
    plain, changed = encoder.encode_passages([start, start + "كتاب " * 600])
    assert plain @ changed < 0.9999


def test_counts_add_up_over_words(encoder: Encoder) -> None:
    whole, first, second = encoder.count_tokens(["ab كتاب", "ab", "كتاب"])
    assert whole == first + second > 0
    assert encoder.count_tokens(["ab " * 10_000]) == [10_000 * first]


def test_one_string_is_not_a_list_of_texts(encoder: Encoder) -> None:
    with pytest.raises(EncoderError, match=r"pass \[text\]"):
        encoder.encode_queries("ab")
    with pytest.raises(EncoderError, match="text 1 is int"):
        encoder.encode_passages(["ab", 3])  # type: ignore[list-item]


# HashingEncoder


def test_hashing_by_hand() -> None:
    a, b = HashingEncoder(1024).encode_passages(["one two three four", "one five two six"])
    assert a @ b == pytest.approx(2 / 4)
    (twice,) = HashingEncoder(1).encode_queries(["x y"])
    assert twice.tolist() == [1.0]
    assert HashingEncoder(8).id == "hashing-8"
    with pytest.raises(EncoderError, match="dim is 0"):
        HashingEncoder(0)


# OnnxEncoder


Array = NDArray[np.float64]


def bert(folder: Path, ids: list[int]) -> Array:
    """Mean of the last layer for one sequence, in plain numpy (`Devlin et al., 2018`_).

    .. _Devlin et al., 2018: https://arxiv.org/abs/1810.04805
    """
    path = folder / "model.safetensors"
    tensors = {
        name: safetensors_file.map_tensor(path, place).astype(np.float64)
        for name, place in safetensors_file.locate(path).items()
    }

    def dense(x: Array, name: str) -> Array:
        return np.asarray(x @ tensors[name + ".weight"].T + tensors[name + ".bias"])

    def norm(x: Array, name: str) -> Array:
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x**2).mean(-1, keepdims=True) + 2.0**-10)
        return np.asarray(x * tensors[name + ".weight"] + tensors[name + ".bias"])

    x = tensors["embeddings.word_embeddings.weight"][ids]
    x = x + tensors["embeddings.position_embeddings.weight"][: len(ids)]
    x = norm(x + tensors["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for layer in range(2):
        prefix = f"encoder.layer.{layer}."
        query, key, value = (
            dense(x, f"{prefix}attention.self.{name}").reshape(len(ids), 4, 8).transpose(1, 0, 2)
            for name in ("query", "key", "value")
        )
        scores = np.exp(query @ key.transpose(0, 2, 1) / np.sqrt(8))
        attended = scores / scores.sum(-1, keepdims=True) @ value
        attended = attended.transpose(1, 0, 2).reshape(len(ids), 32)
        x = x + dense(attended, prefix + "attention.output.dense")
        x = norm(x, prefix + "attention.output.LayerNorm")
        wide = dense(x, prefix + "intermediate.dense")
        wide = wide * np.vectorize(lambda v: (1 + erf(v / np.sqrt(2))) / 2)(wide)
        x = norm(x + dense(wide, prefix + "output.dense"), prefix + "output.LayerNorm")
    return np.asarray(x.mean(0))


# Ids in the miniature: <s> 0, </s> 2, "▁query" 5, "▁passage" 6, ":" 7, "▁ab" 12.
QUERY, PASSAGE, END = [0, 5, 7], [0, 6, 7], [2]


def unit(vector: Array) -> Array:
    return np.asarray(vector / np.linalg.norm(vector))


def test_onnx_equals_numpy(mini: Path) -> None:
    encoder = OnnxEncoder(mini)
    (query,) = encoder.encode_queries(["ab ab"])
    np.testing.assert_allclose(query, unit(bert(mini, [*QUERY, 12, 12, *END])), atol=1e-5)
    (passage,) = encoder.encode_passages(["ab"])
    np.testing.assert_allclose(passage, unit(bert(mini, [*PASSAGE, 12, *END])), atol=1e-5)
    (empty,) = encoder.encode_passages([""])
    np.testing.assert_allclose(empty, unit(bert(mini, [*PASSAGE, *END])), atol=1e-5)


def test_windows_by_hand(mini: Path) -> None:
    # 24 tokens hold <s> passage : ... </s>, so 20 of the text's 23: windows of 20 and 3.
    (vector,) = OnnxEncoder(mini).encode_passages(["ab " * 23])
    first = bert(mini, [*PASSAGE, *[12] * 20, *END])
    second = bert(mini, [*PASSAGE, *[12] * 3, *END])
    np.testing.assert_allclose(vector, unit(20 * first + 3 * second), atol=1e-5)


def test_threads_change_nothing(mini: Path) -> None:
    one, four = OnnxEncoder(mini, threads=1), OnnxEncoder(mini, threads=4)
    texts = [f"{'ab ' * n} كتاب" for n in range(100)]
    np.testing.assert_array_equal(one.encode_passages(texts), four.encode_passages(texts))


@pytest.mark.parametrize(
    "file", ["encoder.json", "encoder.onnx", "model.safetensors", "pieces.npy", "tokenizer.json"]
)
def test_missing_file(mini: Path, tmp_path: Path, file: str) -> None:
    folder = _copy(mini, tmp_path / "copy")
    (folder / file).unlink()
    if file == "tokenizer.json":
        OnnxEncoder(folder)  # which is only for sentence-transformers
        return
    with pytest.raises(ModelFilesError, match=r"copy.*pull the model again"):
        OnnxEncoder(folder)


@pytest.mark.parametrize("file", ["encoder.onnx", "model.safetensors", "pieces.npy", "rules.json"])
@pytest.mark.parametrize("kept", [0, 50])
def test_truncated_file(mini: Path, tmp_path: Path, file: str, kept: int) -> None:
    folder = _copy(mini, tmp_path / "copy")
    (folder / file).write_bytes((mini / file).read_bytes()[:kept])
    with pytest.raises(ModelFilesError, match=r"copy.*pull the model again"):
        OnnxEncoder(folder)


def test_weights_of_something_else(mini: Path, tmp_path: Path) -> None:
    folder = _copy(mini, tmp_path / "copy")
    ones = np.ones((2, 2), np.float32)
    safetensors_file.write(folder / "model.safetensors", {"a": (2, 2)}, lambda name: [ones])
    with pytest.raises(ModelFilesError, match="it has no embeddings"):
        OnnxEncoder(folder)


def test_open_encoder(mini: Path, tmp_path: Path) -> None:
    assert isinstance(open_encoder(mini), OnnxEncoder)
    with pytest.raises(ModelFilesError, match="there is no such model folder"):
        open_encoder(tmp_path / "none")


def test_a_question_loads_no_torch(mini: Path) -> None:
    code = (
        "import sys, embeddings;"
        "early = {'torch', 'onnxruntime', 'tokenizers', 'onnx'} & set(sys.modules);"
        f"embeddings.open_encoder({str(mini)!r}).encode_queries(['ab']);"
        "late = {'torch', 'transformers', 'tokenizers', 'onnx'} & set(sys.modules);"
        "print(early, late)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set() set()"


def _copy(folder: Path, target: Path) -> Path:
    return Path(shutil.copytree(folder, target))


# Both engines, and the real model

QUESTIONS = [
    "متى يبدأ الموسم الدراسي الجديد في المغرب؟",
    "كم بلغ إنتاج الحبوب هذه السنة؟",
    "من فاز بكأس العرش لكرة القدم؟",
]
PASSAGES = [
    "أعلنت وزارة التربية الوطنية أن الدخول المدرسي سينطلق يوم الاثنين الثامن من شتنبر.",
    "تراجع محصول القمح والشعير إلى ثلاثة ملايين طن بسبب الجفاف، حسب وزارة الفلاحة.",
    "توج فريق نهضة بركان باللقب بعد تغلبه على الجيش الملكي بضربات الترجيح في المباراة النهائية.",
    "افتتح بمدينة الصويرة مهرجان كناوة وموسيقى العالم بحضور آلاف الزوار.",
]


@pytest.mark.real_model
@pytest.mark.parametrize("model", ["mini", "real"])
def test_engines_agree(
    opened: Callable[[str, Path], Encoder], request: pytest.FixtureRequest, model: str
) -> None:
    folder = request.getfixturevalue(model)
    onnx, torch = opened("onnx", folder), opened("torch", folder)
    assert (onnx.id, onnx.dim, onnx.max_tokens) == (torch.id, torch.dim, torch.max_tokens)
    texts = [*TEXTS, *QUESTIONS, *PASSAGES]
    if model == "real":
        texts.append(" ".join(PASSAGES * 200))  # about 10,000 words
    assert onnx.count_tokens(texts) == torch.count_tokens(texts)
    for encode in ("encode_queries", "encode_passages"):
        cosines = np.sum(getattr(onnx, encode)(texts) * getattr(torch, encode)(texts), axis=1)
        assert cosines.min() >= 0.999


@pytest.mark.real_model
@pytest.mark.parametrize("engine", ["onnx", "torch"])
def test_questions_find_their_passage(
    opened: Callable[[str, Path], Encoder], real: Path, engine: str
) -> None:
    encoder = opened(engine, real)
    scores = encoder.encode_queries(QUESTIONS) @ encoder.encode_passages(PASSAGES).T
    assert scores.argmax(axis=1).tolist() == [0, 1, 2]


@pytest.mark.real_model
def test_given_prompts_are_used(mini: Path) -> None:
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    encoder = SentenceTransformerEncoder(mini, query_prompt="passage: ", device="cpu")
    np.testing.assert_allclose(
        encoder.encode_queries(["ab"]), encoder.encode_passages(["ab"]), atol=1e-6
    )


@pytest.mark.real_model
def test_folder_without_an_id_is_named_by_its_content(mini: Path, tmp_path: Path) -> None:
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    folder = _copy(mini, tmp_path / "own")
    (folder / "encoder.json").unlink()
    first = open_encoder(folder)
    assert isinstance(first, SentenceTransformerEncoder)
    assert first.id.startswith("own@")
    weights = bytearray((folder / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (folder / "model.safetensors").write_bytes(weights)
    assert SentenceTransformerEncoder(folder).id != first.id


@pytest.mark.real_model
def test_unknown_model() -> None:
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    with pytest.raises(ModelFilesError, match=r"cannot load the model \./nowhere"):
        SentenceTransformerEncoder("./nowhere")
