"""The packed file, the folder made from it, and the tokenizers, on a miniature that fits a page."""

import contextlib
import json
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, normalizers

from embeddings import ModelFilesError, bundled, q4_file, safetensors_file, unigram
from embeddings.charsmap import precompile
from embeddings.miniature import CHARSMAP, PIECES, SHAPE, write_miniature


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_miniature(tmp_path_factory.mktemp("packed") / "mini.bin")


@pytest.fixture(scope="module")
def folder(packed: Path) -> Path:
    bundled.convert(packed, packed.parent / "mini")
    return packed.parent / "mini"


# The packed file


def test_q4_block_by_hand() -> None:
    # Scale 0.5. Byte 0 is 0x1F: weight 0 is (15 - 8) / 2, weight 16 is (1 - 8) / 2. The other
    # bytes are 0x88, which is zero in both halves.
    block = np.frombuffer(struct.pack("<e16B", 0.5, 0x1F, *[0x88] * 15), np.uint8)
    weights = q4_file.dequantise(block)
    assert weights.dtype == np.float32
    assert weights[0] == 3.5
    assert weights[16] == -3.5
    assert np.count_nonzero(weights) == 2


def test_read_gives_what_was_written(packed: Path) -> None:
    file = q4_file.read(packed)
    assert file.shape == SHAPE
    assert file.vocabulary.pieces == [piece for piece, _ in PIECES]
    assert file.vocabulary.charsmap == CHARSMAP
    assert (file.vocabulary.bos, file.vocabulary.eos) == (0, 2)
    (bias,) = file.rows("l0.q.b", SHAPE.hidden)
    assert bias.shape == (SHAPE.hidden,)


@pytest.mark.parametrize("kept", [0, 3, 4, 40, 200, 2000, -1])
def test_truncated_file(packed: Path, tmp_path: Path, kept: int) -> None:
    short = tmp_path / "short.bin"
    short.write_bytes(packed.read_bytes()[:kept])
    with pytest.raises(ModelFilesError, match=r"short\.bin.*pull the model again"):
        bundled.convert(short, tmp_path / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["short.bin"]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_garbled_file(packed: Path, data: st.DataObject) -> None:
    """Wrong bytes in the head are read, or refused by name; nothing else."""
    raw = bytearray(packed.read_bytes())
    for position in data.draw(st.lists(st.integers(0, 1200), min_size=1, max_size=4)):
        raw[position] = data.draw(st.integers(0, 255))
    garbled = packed.with_name("garbled.bin")
    garbled.write_bytes(raw)
    with contextlib.suppress(ModelFilesError):
        q4_file.read(garbled)


def test_wrong_kind_of_file(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.bin"
    wrong.write_bytes(b"GGUF" + bytes(1000))
    with pytest.raises(ModelFilesError, match="does not begin with E5S1"):
        bundled.convert(wrong, tmp_path / "folder")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ModelFilesError, match=r"none\.bin"):
        bundled.convert(tmp_path / "none.bin", tmp_path / "folder")


# The folder


def test_weights_are_the_packed_ones(packed: Path, folder: Path) -> None:
    path = folder / "model.safetensors"
    places = safetensors_file.locate(path)
    file = q4_file.read(packed)
    for name, source, shape in [
        ("embeddings.word_embeddings.weight", "emb.word", (SHAPE.words, 32)),
        ("encoder.layer.1.intermediate.dense.weight", "l1.fi.w", (64, 32)),
        ("encoder.layer.1.output.dense.weight", "l1.fo.w", (32, 64)),
        ("encoder.layer.0.attention.output.LayerNorm.bias", "l0.aln.b", (32,)),
    ]:
        written = safetensors_file.map_tensor(path, places[name])
        np.testing.assert_array_equal(written, np.concatenate(list(file.rows(source, *shape))))


def test_safetensors_library_reads_our_file(folder: Path) -> None:
    from safetensors.numpy import load_file

    path = folder / "model.safetensors"
    places = safetensors_file.locate(path)
    loaded = load_file(path)
    assert loaded.keys() == places.keys()
    for name, values in loaded.items():
        np.testing.assert_array_equal(values, safetensors_file.map_tensor(path, places[name]))


def test_safetensors_written_in_parts(tmp_path: Path) -> None:
    path = tmp_path / "t.safetensors"
    halves = [np.ones((1, 2), np.float32), np.full((2, 2), 3, np.float32)]
    safetensors_file.write(path, {"a": (3, 2)}, lambda name: halves)
    place = safetensors_file.locate(path)["a"]
    assert safetensors_file.map_tensor(path, place).tolist() == [[1, 1], [3, 3], [3, 3]]
    assert place.offset % 64 == 0
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ModelFilesError, match="bytes of"):
        safetensors_file.locate(path)
    with pytest.raises(ValueError, match="6 values"):
        safetensors_file.write(path, {"a": (4, 2)}, lambda name: halves)


def test_folder_speaks_sentence_transformers(folder: Path) -> None:
    prompts = json.loads((folder / "config_sentence_transformers.json").read_text())["prompts"]
    assert prompts["query"] == "query: "
    assert prompts["passage"] == prompts["document"] == "passage: "
    assert json.loads((folder / "config.json").read_text())["model_type"] == "bert"


def test_convert_replaces_and_leaves_nothing_behind(packed: Path, tmp_path: Path) -> None:
    target = tmp_path / "model"
    (target / "old").mkdir(parents=True)
    parts: list[float] = []
    bundled.convert(packed, target, parts.append)
    assert not (target / "old").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    assert parts == sorted(parts)
    assert (parts[0], parts[-1]) == (0.0, 1.0)


def test_interrupted_convert_keeps_the_old_folder(packed: Path, tmp_path: Path) -> None:
    target = tmp_path / "model"
    (target / "old").mkdir(parents=True)

    def interrupt(part: float) -> None:
        if part > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bundled.convert(packed, target, interrupt)
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    assert (target / "old").is_dir()


# The character map

_ANY = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(_ANY, st.text(_ANY, max_size=3), max_size=30), st.lists(_ANY, max_size=30))
def test_precompiled_map_replaces_each_character(
    charsmap: dict[str, str], others: list[str]
) -> None:
    normalizer = normalizers.Precompiled(precompile(charsmap))
    for character in [*charsmap, *others]:
        assert normalizer.normalize_str(character) == charsmap.get(character, character)


def test_marks_survive_the_character_before_them(folder: Path) -> None:
    # tokenizers looks a short grapheme up as a whole; without a break the fatha would be lost.
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    assert tokenizer.normalizer.normalize_str("\ufefb\u064e") == "لا\u064e"


# The tokenizers

_ALPHABET = "ابتلم abc\u0651\u064e\u00a0\t\n\ufefb½\u200b\u200de\u0301😀中\x01\x85\ufdfa\0"
_TEXTS = st.one_of(
    st.text(_ALPHABET, max_size=40), st.text(st.characters(exclude_categories=["Cs"]))
)


_TEXTS = _TEXTS | st.lists(st.sampled_from(["<s>", "</s>", "<unk>", "ab", " ", "a\u064e"])).map(
    "".join
)


@settings(max_examples=400, deadline=None)
@given(_TEXTS)
def test_unigram_gives_the_ids_of_tokenizers(folder: Path, text: str) -> None:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    assert unigram.load(folder).encode(text) == tokenizer.encode(text, add_special_tokens=False).ids


@settings(max_examples=200, deadline=None)
@given(st.text("abال", min_size=1, max_size=8))
def test_unigram_finds_the_best_segmentation(folder: Path, word: str) -> None:
    """Against every way to cut the word, an unknown character costing the worst score minus 10."""
    scores = dict(PIECES)
    unknown = min(scores.values()) - 10

    def best(rest: str) -> float:
        if not rest:
            return 0.0
        return max(
            scores.get(rest[:n], unknown if n == 1 else -np.inf) + best(rest[n:])
            for n in range(1, len(rest) + 1)
        )

    ids = unigram.load(folder).encode(word)
    assert 3 not in ids, "every character of the alphabet is a piece"
    assert "".join(PIECES[id_][0] for id_ in ids) == "▁" + word
    assert sum(PIECES[id_][1] for id_ in ids) == pytest.approx(best("▁" + word))


def test_unigram_by_hand(folder: Path) -> None:
    names = {piece: id_ for id_, (piece, _) in enumerate(PIECES)}
    encode = unigram.load(folder).encode
    assert encode("") == encode(" \n\u200b") == []
    # "▁ab" at -5 beats "▁a" + "b" at -4 - 3; "c" is no piece, and two of them are one unknown.
    assert encode("  ab\u00a0 acc ") == [names["▁ab"], names["▁a"], 3]
    assert encode("中 中") == [names["▁"], 3, names["▁"], 3]
    # "xa" + "ab" at -10 - 3.5 beats an unknown "x" at -10 - 10 with "aab" at -1.
    assert encode("xaab") == [names["▁"], names["xa"], names["ab"]]
    # "b" + "a" is at -3 - 3, as "ba" is: the longer last piece wins.
    assert encode(":ba") == [names["▁"], names[":"], names["ba"]]
    assert encode("½") == [names["▁"], 3]  # maps to "1/2", of which nothing is a piece


def test_long_words_and_full_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    own = unigram.load(folder)
    monkeypatch.setattr(unigram, "_SLAB", 7)
    monkeypatch.setattr(unigram, "_CACHED_WORDS", 2)
    for text in ("abaab" * 50 + " ab كتاب ab", "aba b ab", "abab " * 3):
        assert own.encode(text) == tokenizer.encode(text, add_special_tokens=False).ids
    assert len(own.cache) <= 5


def test_damaged_unigram(packed: Path, tmp_path: Path) -> None:
    bundled.convert(packed, tmp_path / "model")
    (tmp_path / "model" / "rules.json").write_text("{")
    with pytest.raises(ModelFilesError, match="pull the model again"):
        unigram.load(tmp_path / "model")
