"""Sentences and other spellings of them, for properties: what one writes with marks, stretched,
with Eastern digits, without a hamza, another leaves out, and both mean the same."""

from __future__ import annotations

from hypothesis import strategies as st

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئ"
VOWELS = "ًٌٍَُِّْ"
HAMZAS = ("اأإآٱ", "وؤ")  # of one search form, wherever they stand
LAST = ("هة", "يىئ")
MEDIAL = ("يئ",)
FORMS = {"ب": "ﺑ", "س": "ﺳ", "م": "ﻣ", "ن": "ﻧ", "ر": "ﺮ"}  # as old PDFs have them
ZEROS = (0x30, 0x660, 0x6F0)
ON = ("علي", "على")  # Ali, on: told apart on purpose

_arabic = st.text(LETTERS, min_size=1, max_size=9) | st.sampled_from(
    "المدرسة مدرسة إلى الأولى مسؤول مستشفى شاطئ آسفي والإدارة جهة ٢٠٢٣ 2023 14.500 لا".split()
)
_latin = st.sampled_from("Rabat Fès chhal l7afla COVID 2019 dyal prix".split())
sentences = st.lists(_arabic | _arabic | _latin, max_size=8).map(" ".join)


@st.composite
def spelled_otherwise(draw: st.DrawFn, text: str) -> str:
    """``text`` as another might write it; it has the same search form."""
    return " ".join(_word_otherwise(draw, word) for word in text.split(" "))


def _word_otherwise(draw: st.DrawFn, word: str) -> str:
    if word.lstrip("وف") in ON:
        return word
    written = []
    for place, letter in enumerate(word):
        last = place == len(word) - 1
        equals = next((e for e in HAMZAS + (LAST if last else MEDIAL) if letter in e), letter)
        if letter.isdecimal():
            equals = "".join(chr(zero + int(letter)) for zero in ZEROS)
        equals += FORMS.get(letter, "")
        written.append(draw(st.sampled_from(equals)))
        if letter in LETTERS:
            written += draw(st.sampled_from(["", "", *VOWELS, "ّ" + "َ", "ـ", "\u200f"]))
    return "".join(written)
