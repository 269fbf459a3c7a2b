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
    ("ar", "fr"): "جاء في المصدر، وهذا نصه بالفرنسية:",
    ("ar", "en"): "جاء في المصدر، وهذا نصه بالإنجليزية:",
    ("fr", "ar"): "Voici ce que dit la source, citée mot pour mot en arabe :",
    ("fr", "en"): "Voici ce que dit la source, citée mot pour mot en anglais :",
    ("en", "ar"): "This is what the source says, quoted word for word in Arabic:",
    ("en", "fr"): "This is what the source says, quoted word for word in French:",
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
