"""Where a sentence repeats another but for a word or a number: there it says something else.

The words of the two are aligned by their longest common subsequence; between what they have in
common, a short piece of the one that stands for a short piece of the other is a slot filled
otherwise. That the word or number stands elsewhere in the source is then no excuse: «من 29 مترا إلى
29 مترا» held against «من 21 مترا إلى 29 مترا».
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rag.linking import is_linking
from rag.polarity import are_opposite, direction, is_negator
from rag.statement import Item, Statement

_LONGEST_SLOT = 5
# Items in common right beside a slot: fewer are found in any two sentences on one subject.
_BESIDE_WORDS, _BESIDE_UNITS = 4, 2
_NEARLY_ALL = 0.7


def is_same(one: Item, other: Item) -> bool:
    """Whether two items are the same word, or the second a number or date that the first gives."""
    if one.terms or other.terms:
        return bool(one.terms and one.terms[0] in other.terms)
    return not one.keys.isdisjoint(other.keys)


def is_altered(
    claim: Statement,
    source: Statement,
    known: frozenset[str] = frozenset(),
) -> bool:
    """Whether ``claim`` fills a slot of ``source`` with something else. Words with a key in
    ``known`` (the title's, the question's) may stand for a synonym or for what only points at them
    («التظاهرة»)."""
    ours, theirs = _solid(claim), _solid(source)
    pairs = _common(ours, theirs)
    if len(pairs) >= _NEARLY_ALL * len(ours) and _repeats_a_number(ours, theirs):
        return True
    bounds = [(-1, -1), *pairs, (len(ours), len(theirs))]
    for number, ((i, j), (k, n)) in enumerate(pairwise(bounds)):
        at_end = number == len(pairs)
        slot = ours[i + 1 : k]
        there = theirs[j + 1 : min(n, j + 1 + len(slot)) if at_end else n]
        if number == 0:
            there = there[-len(slot) :] if slot else []
        if not (0 < len(slot) <= _LONGEST_SLOT and 0 < len(there) <= _LONGEST_SLOT):
            continue
        beside = _run(pairs, number - 1, -1) + _run(pairs, number, 1)
        if _is_filled_otherwise(slot, there, beside, known):
            return True
    return False


def _solid(statement: Statement) -> list[Item]:
    return [item for item in statement.items if not item.is_function_word and not is_negator(item)]


def _common(ours: Sequence[Item], theirs: Sequence[Item]) -> list[tuple[int, int]]:
    """The places of a longest common subsequence."""
    length = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    same = [[is_same(one, other) for other in theirs] for one in ours]
    for i in range(len(ours) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            length[i][j] = (
                1 + length[i + 1][j + 1] if same[i][j] else max(length[i + 1][j], length[i][j + 1])
            )
    pairs, i, j = [], 0, 0
    while i < len(ours) and j < len(theirs):
        if same[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif length[i + 1][j] >= length[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _run(pairs: Sequence[tuple[int, int]], number: int, step: int) -> int:
    """How many pairs stand side by side in both sentences from ``pairs[number]`` on."""
    length = 0
    while 0 <= number < len(pairs):
        length += 1
        after = number + step
        if not 0 <= after < len(pairs):
            break
        (i, j), (k, n) = pairs[number], pairs[after]
        if (k - i, n - j) != (step, step):
            break
        number = after
    return length


def _is_filled_otherwise(
    slot: Sequence[Item], there: Sequence[Item], beside: int, known: frozenset[str]
) -> bool:
    if beside >= _BESIDE_UNITS:
        signs = {item.terms[0][0] for item in there if item.terms}
        if any(item.terms and item.terms[0][0] in signs for item in slot):
            return True
        if any(are_opposite(item, other) for item in slot for other in there):
            return True
    said = [item for item in there if item.terms or not is_linking(item.form)]
    moves = frozenset().union(*(item.keys for item in said))
    return (
        beside >= _BESIDE_WORDS
        and bool(said)
        and any(
            not item.terms
            and not is_linking(item.form)
            and item.keys.isdisjoint(known)
            and item.keys.isdisjoint(moves)
            and direction(item.form).isdisjoint(moves)
            for item in slot
        )
    )


def _repeats_a_number(ours: Sequence[Item], theirs: Sequence[Item]) -> bool:
    """Whether a sentence has a number of the other more often than that."""
    said, held = (
        Counter(item.terms[0] for item in items if item.terms) for items in (ours, theirs)
    )
    return any(held[term] and count > held[term] for term, count in said.items())
