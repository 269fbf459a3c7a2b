"""Reranking against sums done by hand, and a real small cross-encoder against its logits."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings import EncoderError, ModelFilesError
from rag.rerank import CrossEncoderReranker, rerank
from rag.schema import Hit, Passage

QUESTION = "كم كتابا في المعرض"
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


class FakeReranker:
    """Gives each passage the score it was made with, by its text, and remembers what it read."""

    def __init__(self, by_text: dict[str, float]) -> None:
        self.by_text = by_text
        self.read: list[tuple[str, list[str]]] = []

    def scores(self, question: str, passages: Sequence[str]) -> np.ndarray:
        self.read.append((question, list(passages)))
        return np.array([self.by_text[text] for text in passages], np.float32)


def hit(name: str, score: float, rank: int, **fields: str) -> Hit:
    passage = Passage(name, f"doc-{name}", fields.pop("text", name), 0, 1, **fields)
    return Hit(passage, score, rank, "hybrid", (f"also-{name}",))


def hits_of(*scores: float) -> list[Hit]:
    return [hit("abcdef"[place], score, place + 1) for place, score in enumerate(scores)]


def told(hits: Sequence[Hit]) -> list[tuple[str, int, str]]:
    return [(h.passage.id, h.rank, h.origin) for h in hits]


def test_blend_worked_out_by_hand() -> None:
    # Own scores scaled over the first three: 1, 0.9, 0; the reranker's: 0, 1, 0.5.
    # Blended 0.7 to 0.3: a 0.3, b 0.7 + 0.27 = 0.97, c 0.35; laid between 0.2 and 1.
    reranker = FakeReranker({"a": -2.0, "b": 8.0, "c": 3.0})
    found = rerank(hits_of(1.0, 0.95, 0.5, 0.2, 0.1), QUESTION, reranker, depth=3)
    assert told(found) == [
        ("b", 1, "hybrid+rerank"),
        ("c", 2, "hybrid+rerank"),
        ("a", 3, "hybrid+rerank"),
        ("d", 4, "hybrid"),
        ("e", 5, "hybrid"),
    ]
    scores = [h.score for h in found]
    assert scores == pytest.approx([0.2 + 0.8 * 0.97, 0.2 + 0.8 * 0.35, 0.2 + 0.8 * 0.3, 0.2, 0.1])
    assert found[0].also == ("also-b",)


def test_without_others_the_scores_go_down_to_nothing() -> None:
    reranker = FakeReranker({"a": 0.0, "b": 1.0})
    found = rerank(hits_of(0.9, 0.85), QUESTION, reranker)
    assert [(h.passage.id, h.score) for h in found] == [
        ("b", pytest.approx(0.7)),
        ("a", pytest.approx(0.3)),
    ]


def test_a_sure_search_is_left_alone() -> None:
    reranker = FakeReranker({"a": 0.0, "b": 1.0})
    for hits in (hits_of(0.75, 0.5), hits_of(0.9), []):
        assert rerank(hits, QUESTION, reranker, margin=0.25) == hits
    assert not reranker.read
    rerank(hits_of(0.75, 0.5), QUESTION, reranker, margin=0.26)
    assert reranker.read


def test_equals_come_by_passage_id() -> None:
    hits = [hit(name, 0.5, rank) for rank, name in enumerate("cab", start=1)]
    found = rerank(hits, QUESTION, FakeReranker(dict.fromkeys("abc", 4.0)))
    assert told(found) == [(name, rank, "hybrid+rerank") for rank, name in enumerate("abc", 1)]
    assert {h.score for h in found} == {1.0}


def test_words_are_read_under_title_and_date_without_marks() -> None:
    text = "قالَ الوزيرُ"
    first = hit("a", 0.5, 1, text=text, title="خبر", date="2024-01-02")
    read = "خبر · 2024-01-02\nقال الوزير"
    reranker = FakeReranker({read: 1.0, "b": 0.0})
    found = rerank([first, hit("b", 0.5, 2)], "مَنْ قالَ؟", reranker)
    assert reranker.read == [("من قال؟", [read, "b"])]
    assert found[0].passage.text == text


@given(
    st.lists(st.tuples(st.floats(0, 1), st.floats(-30, 30)), min_size=2, max_size=6, unique_by=id),
    st.integers(2, 6),
)
def test_whatever_the_scores_the_list_is_sound(
    pairs: list[tuple[float, float]], depth: int
) -> None:
    hits = hits_of(*sorted((own for own, _ in pairs), reverse=True))
    reranker = FakeReranker({h.passage.id: read for h, (_, read) in zip(hits, pairs, strict=True)})
    found = rerank(hits, QUESTION, reranker, depth=depth, margin=2)
    assert [h.rank for h in found] == list(range(1, len(hits) + 1))
    assert {h.passage.id for h in found[:depth]} == {h.passage.id for h in hits[:depth]}
    assert found[depth:] == hits[depth:]
    scores = [h.score for h in found]
    assert all(0 <= score <= 1 + 1e-9 for score in scores)
    assert all(before >= after - 1e-12 for before, after in pairwise(scores))


# A real one


def saved(folder: Path, head: str = "BertForSequenceClassification", labels: int = 1) -> Path:
    """A random BERT of two layers that reads letters."""
    import torch
    import transformers
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    folder.mkdir()
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *(f"##{c}" for c in LETTERS)]
    (folder / "vocab.txt").write_text("\n".join(pieces), "utf-8")
    tokenizer = transformers.BertTokenizerFast(str(folder / "vocab.txt"))
    config = transformers.BertConfig(
        vocab_size=len(pieces), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=64, num_labels=labels,
        initializer_range=0.5,
    )  # fmt: skip
    torch.manual_seed(0)
    getattr(transformers, head)(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("models") / "reranker")


PASSAGES = ["كتاب في البيت", "سفر", "معرض الكتاب في المدينة الكبيرة", "قلم و ورق", "ماء"] * 3


def test_scores_are_the_logits_of_the_model(folder: Path) -> None:
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForSequenceClassification.from_pretrained(folder).eval()
    with torch.inference_mode():
        logits = [
            model(**tokenizer(QUESTION, passage, return_tensors="pt")).logits.item()
            for passage in PASSAGES
        ]
    found = CrossEncoderReranker(folder).scores(QUESTION, PASSAGES)
    assert found.shape == (len(PASSAGES),)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, logits, atol=1e-5)
    assert max(abs(found)) > 1  # not between 0 and 1, as behind a sigmoid


def test_the_same_scores_every_time(folder: Path) -> None:
    one, other = CrossEncoderReranker(folder), CrossEncoderReranker(folder)
    np.testing.assert_array_equal(one.scores(QUESTION, PASSAGES), other.scores(QUESTION, PASSAGES))


def test_a_real_one_reorders_hits(folder: Path) -> None:
    reranker = CrossEncoderReranker(folder)
    hits = [hit(str(n), 0.5, n + 1, text=text) for n, text in enumerate(PASSAGES[:5])]
    scores = reranker.scores(QUESTION, PASSAGES[:5])
    found = rerank(hits, QUESTION, reranker)
    assert [int(h.passage.id) for h in found] == np.argsort(-scores).tolist()


def test_only_max_tokens_are_read(folder: Path) -> None:
    short = CrossEncoderReranker(folder, max_tokens=16)
    text = "كتب قلم ورق سفر ماء"
    first, second = short.scores("ما", [text, f"{text} بيت جبل"])
    assert first == pytest.approx(second)
    first, second = CrossEncoderReranker(folder).scores("ما", [text, f"{text} بيت جبل"])
    assert first != pytest.approx(second)


def test_a_folder_saved_by_sentence_transformers_opens(folder: Path, tmp_path: Path) -> None:
    from sentence_transformers import CrossEncoder

    CrossEncoder(str(folder), device="cpu").save(str(tmp_path / "saved"), create_model_card=False)
    np.testing.assert_array_equal(
        CrossEncoderReranker(tmp_path / "saved").scores(QUESTION, PASSAGES),
        CrossEncoderReranker(folder).scores(QUESTION, PASSAGES),
    )


def test_a_model_without_a_trained_head_is_refused(tmp_path: Path) -> None:
    """sentence-transformers would give it a random one."""
    embedder = saved(tmp_path / "embedder", head="BertModel")
    with pytest.raises(ModelFilesError, match="is no cross-encoder"):
        CrossEncoderReranker(embedder)


def test_a_model_with_two_scores_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelFilesError, match="gives a pair 2 scores"):
        CrossEncoderReranker(saved(tmp_path / "two", labels=2))


@pytest.mark.parametrize("spoil", ["gone", "config", "weights"])
def test_what_cannot_be_opened_is_named(tmp_path: Path, spoil: str) -> None:
    folder = saved(tmp_path / "spoiled") if spoil != "gone" else tmp_path / "gone"
    if spoil == "config":
        (folder / "config.json").write_text("[]")
    if spoil == "weights":
        (folder / "model.safetensors").write_bytes(b"\0" * 100)
    with pytest.raises(ModelFilesError, match=f"{folder.name}: .*pull the model again"):
        CrossEncoderReranker(folder)


def test_a_score_that_is_no_number_is_an_error(folder: Path, tmp_path: Path) -> None:
    from safetensors.numpy import load_file, save_file

    broken = saved(tmp_path / "broken")
    weights = load_file(broken / "model.safetensors")
    weights["classifier.bias"] = np.full(1, np.nan, np.float32)
    save_file(weights, broken / "model.safetensors", {"format": "pt"})
    with pytest.raises(EncoderError, match="not a number"):
        CrossEncoderReranker(broken).scores(QUESTION, PASSAGES)


def test_importing_loads_no_model_library() -> None:
    program = "import json, sys, rag.rerank; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert not {"torch", "transformers", "sentence_transformers"} & set(json.loads(done.stdout))
