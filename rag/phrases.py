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
RESTATED = {
    ("ar", "fr"): "حسب المصدر، وهو بالفرنسية:",
    ("ar", "en"): "حسب المصدر، وهو بالإنجليزية:",
    ("fr", "ar"): "D'après la source, en arabe :",
    ("fr", "en"): "D'après la source, en anglais :",
    ("en", "ar"): "According to the source, in Arabic:",
    ("en", "fr"): "According to the source, in French:",
}
"""The same before what its sentence says, in the language of the answer."""
BY_A_READER = {
    "ar": "لم أجد هذا في المقال نفسه، بل في تعليق لأحد القراء:",
    "fr": "Je n'ai pas trouvé cela dans l'article même, mais dans un commentaire de lecteur :",
    "en": "I did not find this in the article itself, but in a reader's comment:",
}
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
CONTRADICTED = {
    "ar": "المصدر يقول غير ما في السؤال:",
    "fr": "La source ne dit pas ce que la question suppose :",
    "en": "The source says otherwise than the question supposes:",
}
OTHER_TIME = {
    "ar": "لم أجد هذا عن الفترة المسؤول عنها، بل عن غيرها:",
    "fr": "Je n'ai pas trouvé cela pour la période demandée, mais pour une autre :",
    "en": "I did not find this for the time asked about, but for another:",
}
OTHER_AMOUNT = {
    "ar": "لم أجد هذا المبلغ، بل مبلغا آخر:",
    "fr": "Je n'ai pas trouvé ce montant, mais un autre :",
    "en": "I did not find this amount, but another one:",
}
NO_REASON = {
    "ar": "لم أجد سببا صريحا، وهذا ما جاء في المصدر:",
    "fr": "Je n'ai pas trouvé de raison explicite ; la source dit :",
    "en": "I found no stated reason; the source says:",
}
PART_MISSING = {
    "ar": "لم أجد جوابا عن الجزء الثاني من السؤال، وعن الباقي جاء في المصدر:",
    "fr": "Je n'ai pas trouvé de réponse à la seconde partie ; pour le reste, la source dit :",
    "en": "I found no answer to the second part; of the rest the source says:",
}
OPENING = {"ar": "", "fr": "D'après les documents,", "en": "According to the documents,"}
"""How the model's answer is made to begin: a small model that has begun in a language stays in it,
and otherwise answers a French question in the Arabic of the excerpts."""
