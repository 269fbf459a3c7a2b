"""Fixed sentences of answers, in the language of the answer (ar, fr, en)."""

from __future__ import annotations

REFUSAL = {
    "ar": "لم أجد في وثائقك ما يجيب عن هذا السؤال.",
    "fr": "Je n'ai rien trouvé dans vos documents qui réponde à cette question.",
    "en": "I found nothing in your documents that answers this question.",
}
ACCORDING_TO = {
    "ar": "جاء في المصدر:",
    "fr": "D'après la source :",
    "en": "According to the source:",
}
QUOTED = {
    ("ar", "fr"): "جاء في المصدر، بالفرنسية:",
    ("ar", "en"): "جاء في المصدر، بالإنجليزية:",
    ("fr", "ar"): "D'après la source, citée en arabe :",
    ("fr", "en"): "D'après la source, citée en anglais :",
    ("en", "ar"): "According to the source, quoted in Arabic:",
    ("en", "fr"): "According to the source, quoted in French:",
}
"""``ACCORDING_TO`` where the source is in another language than the answer, by both."""
ELSEWHERE = {
    "ar": "وجاء في المصادر أيضا:",
    "fr": "Les sources disent aussi :",
    "en": "The sources also say:",
}
IN_ITS_WORDS = {
    "ar": "ونص المصدر:",
    "fr": "Dans les mots de la source :",
    "en": "In the source's words:",
}
OPENING = {"ar": "", "fr": "D'après les documents,", "en": "According to the documents,"}
"""How the model's answer is made to begin: a small model that has begun in a language stays in it,
and otherwise answers a French question in the Arabic of the excerpts."""
