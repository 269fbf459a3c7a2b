"""An encoder's preference for passages in the question's own language, measured and taken back.

Multilingual encoders put texts of one language close together, so that in a mixed index a French
question finds French pages first, whatever they say. How much of a cosine that is, is the mean
cosine of questions of the one language that could be about anything to passages of the other:
``shifts``, to be subtracted. Within one language it is the same for all and changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Encoder
from rag.arabic import strip_marks
from rag.schema import Language

Vector = NDArray[np.float32]
Shifts = dict[str, dict[str, float]]
"""By the language of the question and that of the passage."""


def question_means(encoder: Encoder) -> dict[str, Vector]:
    """The mean vector, *shape* ``(dim,)``, of questions about nothing in particular, for each
    language that questions are asked in."""
    return {
        language: encoder.encode_queries([strip_marks(text) for text in texts]).mean(axis=0)
        for language, texts in _QUESTIONS.items()
    }


@lru_cache(maxsize=2)  # encoders; each is asked for all languages once
def passage_means(encoder: Encoder) -> dict[str, Vector]:
    """The mean vector, *shape* ``(dim,)``, of the same general texts as passages, by language:
    what a language has of its own."""
    return {
        language: encoder.encode_passages([strip_marks(text) for text in texts]).mean(axis=0)
        for language, texts in _QUESTIONS.items()
    }


def shifts(questions: Mapping[str, Vector], passages: Mapping[str, Vector]) -> Shifts:
    """The inner products of the mean vectors of both, by language."""
    return {
        asked: {held: float(mean @ vector) for held, vector in passages.items()}
        for asked, mean in questions.items()
    }


_QUESTIONS: Mapping[Language, tuple[str, ...]] = {
    "ar": (
        "متى افتتح المشروع؟",
        "من هو رئيس الجمعية؟",
        "كم عدد المشاركين؟",
        "أين أقيم الحفل؟",
        "ما هي شروط التسجيل؟",
        "لماذا تأجل الاجتماع؟",
        "ما سعر التذكرة؟",
        "كيف كانت النتائج مقارنة بالسنة الماضية؟",
        "من فاز بالجائزة الأولى؟",
        "ما أهم القرارات المتخذة؟",
    ),
    "ary": (
        "فوقاش تحل المشروع؟",
        "شكون هو رئيس الجمعية؟",
        "شحال ديال الناس شاركو؟",
        "فين دارو الحفلة؟",
        "شنو هي شروط التسجيل؟",
        "علاش تأجل الاجتماع؟",
        "بشحال التذكرة؟",
        "كيفاش كانت النتائج على العام لي فات؟",
        "شكون ربح الجائزة اللولة؟",
        "شنو هي القرارات لي تخذو؟",
    ),
    "ary-Latn": (
        "fo9ach t7al lmachrou3?",
        "chkoun howa ra2is ljam3iya?",
        "ch7al dyal nas charko?",
        "fin daro l7afla?",
        "chno homa chourout tasjil?",
        "3lach t2ajjel lijtima3?",
        "bch7al tadkira?",
        "kifach kano nata2ij 3la l3am li fat?",
        "chkoun rbe7 ljayza lewla?",
        "chno l9ararat li tkhado?",
    ),
    "fr": (
        "Quand le projet a-t-il été inauguré ?",
        "Qui est le président de l'association ?",
        "Combien de participants y a-t-il eu ?",
        "Où la cérémonie a-t-elle eu lieu ?",
        "Quelles sont les conditions d'inscription ?",
        "Pourquoi la réunion a-t-elle été reportée ?",
        "Quel est le prix du billet ?",
        "Quels étaient les résultats par rapport à l'année dernière ?",
        "Qui a remporté le premier prix ?",
        "Quelles sont les principales décisions prises ?",
    ),
    "en": (
        "When was the project opened?",
        "Who is the president of the association?",
        "How many people took part?",
        "Where was the ceremony held?",
        "What are the conditions for registration?",
        "Why was the meeting postponed?",
        "What is the price of the ticket?",
        "How were the results compared with last year?",
        "Who won the first prize?",
        "What are the main decisions taken?",
    ),
}
