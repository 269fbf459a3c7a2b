"""The dense side against ``vectors @ query`` and a sort."""

from __future__ import annotations

import numpy as np
import pytest

from rag.dense import FILE, DenseIndex


def unit(rng: np.random.Generator, n: int, dim: int = 8) -> np.ndarray:
    vectors = rng.standard_normal((n, dim)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def brute_force(
    held: dict[int, np.ndarray], query: np.ndarray, k: int, allow: set[int] | None = None
) -> list[tuple[int, float]]:
    scored = [
        (seq, float(vector @ query))
        for seq, vector in held.items()
        if allow is None or seq in allow
    ]
    return sorted(scored, key=lambda pair: (-pair[1], pair[0]))[:k]


def assert_same(found: list[tuple[int, float]], expected: list[tuple[int, float]]) -> None:
    assert [seq for seq, _ in found] == [seq for seq, _ in expected]
    np.testing.assert_allclose([s for _, s in found], [s for _, s in expected], atol=1e-6)


@pytest.mark.parametrize("k", [1, 7, 150, 10_000])
@pytest.mark.parametrize("allow", [None, set(range(0, 900, 7)), {13}, set(), {99_999}])
def test_search_equals_brute_force(k: int, allow: set[int] | None) -> None:
    rng = np.random.default_rng(3)
    seqs = list(range(5, 905))
    held = dict(zip(seqs, unit(rng, 900), strict=True))
    index = DenseIndex(8)
    index.add(seqs[:500], np.stack([held[s] for s in seqs[:500]]), ["ar"] * 500)
    index.add(seqs[500:], np.stack([held[s] for s in seqs[500:]]), ["fr"] * 400)
    for query in unit(rng, 5):
        assert_same(index.search(query, k, allow), brute_force(held, query, k, allow))


@pytest.mark.parametrize("k", [1, 3, 40, 200])
def test_equals_come_by_number(k: int) -> None:
    """Also those that only just get into the k, and whatever the numbers of the ones removed."""
    index = DenseIndex(2)
    index.add(range(10, 310), np.tile(np.float32([1, 0]), (300, 1)), [""] * 300)
    index.add([500], np.float32([[0.6, 0.8]]), ["ar"])
    index.remove([10, 12])
    left = [11, *range(13, 310)]
    assert [seq for seq, _ in index.search(np.float32([1, 0]), k)] == left[:k]
    assert index.search(np.float32([0.6, 0.8]), 1) == [(500, pytest.approx(1))]


def test_adding_a_number_again_replaces_its_vector() -> None:
    index = DenseIndex(2)
    index.add([1, 2, 3], np.float32([[1, 0], [0, 1], [-1, 0]]), ["ar", "fr", "ar"])
    index.add([2, 4], np.float32([[0.6, 0.8], [0, -1]]), ["en", "xx"])
    assert len(index) == 4
    assert index.seqs() == {1, 2, 3, 4}
    assert_same(index.search(np.float32([1, 0]), 9), [(1, 1.0), (2, 0.6), (4, 0.0), (3, -1.0)])
    np.testing.assert_array_equal(index.vectors([4, 2]), np.float32([[0, -1], [0.6, 0.8]]))


def test_remove_takes_out_only_what_is_named() -> None:
    index = DenseIndex(2)
    index.remove([1])  # nothing there yet
    index.add([1, 2, 3], np.float32([[1, 0], [0, 1], [-1, 0]]), ["ar", "fr", "ar"])
    index.remove([2, 77])
    index.remove([])
    assert index.seqs() == {1, 3}
    assert [seq for seq, _ in index.search(np.float32([0, 1]), 9)] == [1, 3]


def test_an_empty_index_finds_nothing() -> None:
    index = DenseIndex(2)
    index.add([], np.zeros((0, 2), np.float32), [])
    assert len(index) == 0
    assert index.search(np.float32([1, 0]), 5) == []
    assert index.seqs() == set()
    assert index.vectors([]).shape == (0, 2)
    assert index.scores(np.float32([1, 0]), [1, 2]) == {}
    np.testing.assert_array_equal(index.mean(), np.zeros(2))


def test_scores_are_given_of_what_is_held() -> None:
    """A reader may hold an older dense side than lexical side while another process writes."""
    index = DenseIndex(2)
    index.add([1, 2], np.float32([[0.6, 0.8], [0, 1]]), ["ar", "fr"])
    found = index.scores(np.float32([1, 0]), [2, 55, 1])
    assert found == {2: 0.0, 1: pytest.approx(0.6)}
    found = index.scores(np.float32([1, 0]), [2, 55, 1], {"fr": 0.9, "en": 5.0})
    assert found == {2: pytest.approx(0.9), 1: pytest.approx(0.6)}


def test_a_bonus_is_added_to_the_passages_of_its_language() -> None:
    index = DenseIndex(2)
    index.add([1, 2, 3], np.float32([[1, 0], [0.6, 0.8], [0.8, 0.6]]), ["ar", "fr", ""])
    query = np.float32([1, 0])
    assert_same(index.search(query, 3), [(1, 1.0), (3, 0.8), (2, 0.6)])
    found = index.search(query, 3, None, {"fr": 0.5, "": -0.3})
    assert_same(found, [(2, 1.1), (1, 1.0), (3, 0.5)])
    np.testing.assert_allclose(index.vectors([2]), [[0.6, 0.8]], atol=1e-6)


@pytest.mark.parametrize(("n", "every"), [(3, 1), (512, 1), (513, 2), (1500, 3)])
def test_mean_is_over_evenly_spaced_numbers(n: int, every: int) -> None:
    vectors = unit(np.random.default_rng(5), n)
    index = DenseIndex(8)
    index.add(range(n), vectors, [["ar", "fr"][i % 2] for i in range(n)])
    np.testing.assert_allclose(index.mean(), vectors[::every].mean(axis=0), atol=1e-6)
    french = vectors[1::2]
    own, share = french[:: -(-len(french) // 512)].mean(axis=0), len(french) / (len(french) + 1)
    means = index.language_means()
    expected = share * own + (1 - share) * index.mean()
    np.testing.assert_allclose(means["fr"], expected, atol=1e-6)
    for language in ("en", ""):
        np.testing.assert_allclose(means[language], index.mean(), atol=1e-6)
    assert index.languages([0, 1]).tolist() == ["ar", "fr"]


def test_a_saved_index_loads_the_same(tmp_path) -> None:
    rng = np.random.default_rng(7)
    index = DenseIndex(8)
    index.add(range(100), unit(rng, 100), ["ar"] * 100)
    index.remove([4])
    index.save(tmp_path)
    again = DenseIndex.load(tmp_path, 8)
    query = unit(rng, 1)[0]
    assert again.search(query, 20) == index.search(query, 20)
    again.add([200], unit(rng, 1), ["ar"])
    assert len(again) == 100
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_what_cannot_be_loaded_is_named(tmp_path) -> None:
    import faiss

    with pytest.raises(ValueError, match=FILE):
        DenseIndex.load(tmp_path, 8)
    index = DenseIndex(8)
    index.add([1], np.ones((1, 8), np.float32), ["ar"])
    index.save(tmp_path)
    with pytest.raises(ValueError, match="length 9"):
        DenseIndex.load(tmp_path, 9)
    whole = (tmp_path / FILE).read_bytes()
    for damaged in (b"", whole[:-5], whole[:20], b"not an index at all", b"\0" * len(whole)):
        (tmp_path / FILE).write_bytes(damaged)
        with pytest.raises(ValueError, match=FILE):
            DenseIndex.load(tmp_path, 8)
    faiss.write_index(faiss.IndexFlatIP(8), str(tmp_path / FILE))  # sound, but without numbers
    with pytest.raises(ValueError, match=FILE):
        DenseIndex.load(tmp_path, 8)
