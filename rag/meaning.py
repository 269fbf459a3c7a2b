"""The Standard Arabic for a word of a question in any language."""

from __future__ import annotations

from rag.arabic import fold
from rag.darija import candidates, standard, standard_latin
from rag.glossary import arabic_for
from rag.schema import Language


def in_arabic(form: str, language: Language) -> tuple[str, ...]:
    """The folded Standard Arabic words for a folded word of another language, likeliest first, and
    the Arabic spellings of one in Darija in Latin letters; () for one of Standard Arabic."""
    match language:
        case "fr" | "en":
            return tuple(fold(word) for word in arabic_for(form, language))
        case "ary":
            return standard(form)
        case "ary-Latn":
            return (*standard_latin(form), *candidates(form))
        case "ar":
            return ()
