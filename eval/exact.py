"""Exact match and token F1, as SQuAD defines them, for Arabic."""

from __future__ import annotations

from collections import Counter

from eval.matching import ARTICLE, ARTICLES
from rag.arabic import forms


def normal(text: str) -> list[str]:
    """The words that exact match and F1 compare (Rajpurkar et al. 2016, normalize_answer, for
    Arabic): folded (marks, hamza, ة/ه, ى/ي, case, digits of every script), without punctuation,
    and without articles: a, an, the; le, la, les, l', un, une, des; «ال» at the head of a word.
    MLQA's script instead deletes «ال» wherever it stands, in «سؤال» too."""
    return [ARTICLE.sub("", form) for form in forms(text) if form not in ARTICLES]


def exact_match(text: str, gold: str) -> float:
    """1 when both have the same normal words (Rajpurkar et al. 2016)."""
    return float(normal(text) == normal(gold))


def token_f1(text: str, gold: str) -> float:
    """2PR ÷ (P + R) over the bags of normal words (Rajpurkar et al. 2016); of two texts without
    any, 1."""
    said, wanted = normal(text), normal(gold)
    if not said or not wanted:
        return float(said == wanted)
    common = sum((Counter(said) & Counter(wanted)).values())
    if not common:
        return 0.0
    precision, recall = common / len(said), common / len(wanted)
    return 2 * precision * recall / (precision + recall)
