"""What every encoder does with its input first."""

from collections.abc import Sequence

from embeddings.base import EncoderError


def checked(texts: Sequence[str]) -> list[str]:
    """Return the texts as a list of encodable strings.

    A lone surrogate (half a character, from a broken ``\\ud83d`` escape) becomes U+FFFD.

    :raises EncoderError: if ``texts`` is one string, or holds something that is none.
    """
    if isinstance(texts, str):
        raise EncoderError("expected a sequence of texts, got one str: pass [text]")
    for number, text in enumerate(texts):
        if not isinstance(text, str):
            raise EncoderError(f"text {number} is {type(text).__name__}, expected str")
    return [_encodable(text) for text in texts]


def _encodable(text: str) -> str:
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
