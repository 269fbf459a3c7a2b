"""Whether a question asks why, and whether a text gives a reason: closed lists of Arabic, Darija,
French and English."""

from __future__ import annotations

import re

from rag.arabic import fold


def asks_why(question: str) -> bool:
    """Whether ``question`` asks for a reason."""
    return bool(_WHY.search(fold(question)))


def gives_reason(text: str) -> bool:
    """Whether ``text`` has a word for a reason, an aim or a result."""
    return bool(_REASON.search(fold(text)))


# Of folded texts.
_WHY = re.compile(
    r"^\W*(?:[وف]|et |and |w |wa )?"
    r"(?:لماذا|علاش|لاي سبب|ما (?:هو |هي )?(?:ال)?(?:سبب|اسباب)|ما الذي (?:دفع|جعل)|ما الدافع"
    r"|شنو (?:هو )?(?:ال)?سبب|كيف (?:ي|ت)?فسر|pourquoi|comment (?:s'|se |peut-on )?expliqu\w+"
    r"|quelles? (?:est|sont|etait|etaient|fut|furent) l(?:a|es) (?:cause|raison)s?"
    r"|(?:\w+\W+){0,5}?(?:cause|raison|motif|reason)s? (?:d[eu]s?|of|for) |سبب |اسباب "
    r"|why|how come|what (?:is|was|are|were) the (?:cause|reason)s?|what (?:caused|explains|made)"
    r"|3lach|3lah|3laach|alach)\b"
)
_REASON = re.compile(
    r"\b[وف]?(?:بسبب|بسباب|(?:ال)?(?:سبب|اسباب)\w*|نتيجه|جراء|نظرا|لان\w{0,3}|بفضل|ل?كون(?!غ|ا\b)\w{0,3}|لعدم"
    r"|لغياب|لنقص|لقله|لسوء|لضعف|لكثره|لكي|كي|بغيه|بهدف|قصد|بدعوي|بداعي|بحجه|خوفا|حرصا|احتجاجا"
    r"|وفاء|ل?عزا\w{0,2}|عزت|يعزو|تعزو|من اجل|تحت ضغط|حيت|حقاش|علي ود|علي قبل|باش|مما|اذ)\b"
    r"|\b[وف]?(?:(?:ار|ي|ت)?رجع\w*|راجع|[يت]عود|مرد\w*|اد[يت]|عائد) (?:\w+ ){0,3}الي\b"
    r"|\b[وف]?ارجع\w{0,2}(?:\W+\w+){1,4}?\W+الي\b"
    r"|\bبعد (?:ان|ما)\b(?! كان)"
    r"|\bل(?:جمع\w{1,3}|ي(?!ل|س|بيا|ومين|فربول)\w{3,})\b|\b(?:علي |ب)?اثر\w?\b"
    r"|\bلت(?:فادي|جنب|خفيف|وفير|حسين|سهيل|مكين|عزيز|شجيع|قليص|غطيه|قويه|لبيه)\w*\b"
    r"|\b(?:car|parce|puisqu\w*|caus\w+|raisons?|grace a|suite a|a la suite|du fait|due|faute|afin"
    r"|motifs?|provoqu\w+|expliqu\w+|en effet|because|owing|thanks to|in order|so that|reasons?"
    r"|explain\w*|attribut\w+|blam\w+|led to|7it|hit|bach|bsabab|7e99ach|7a9ach)\b"
)
