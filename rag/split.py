"""Documents into passages, sizes in the encoder's tokens, offsets exact.

The splitter runs without overlap and without stripping, so its pieces concatenate to the text
and offsets are running lengths (``add_start_index`` mixes tokens with characters).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rag.arabic import plain
from rag.schema import Block, Document, Passage
from rag.sentences import sentences

# Paragraph, line that ends a sentence, sentence, line, clause, word, character; a separator stays
# with what it ends. A line as such comes after the sentence: lines may be wrapped inside one.
# Several stops in a row are a pause, and a letter before one is a title («د. العلوي»).
_SENTENCE_END = r"(?:[!?؟]+|(?<![.…])(?<!\b[^\W\d_])\.(?!\.))[»”\"'’)\]]*"
_SEPARATORS = [
    r"\n\s*\n",
    _SENTENCE_END + r"\s*\n",
    _SENTENCE_END + r"\s+",
    r"\n",
    r"(?:[؛;:…]|\.\.)\s+",
    r"[،,]\s+",
    r"\s+",
    "",
]

_SHORTEST_SENTENCE = 3  # words

CountTokens = Callable[[Sequence[str]], list[int]]


@dataclass(frozen=True, slots=True)
class SplitSettings:
    """What decides where passages end; written into the index.

    ``max_tokens``: the most a passage holds, in the encoder's tokens (headers not counted).
    """

    max_tokens: int = 240


def split(document: Document, count_tokens: CountTokens, settings: SplitSettings) -> list[Passage]:
    """Passages of the article blocks, and of readers' comments, in reading order.

    ``count_tokens`` is the encoder's. Passages hold no white space at their ends; every one
    satisfies ``document.text[start:end] == text``.
    """
    pieces = [
        (start, end, block.kind)
        for block in document.blocks
        if block.kind in ("article", "comment")
        for start, end in _split_block(document.text, block, count_tokens, settings.max_tokens)
    ]
    return [
        Passage(
            id=f"{document.id}:{start}-{end}",
            doc_id=document.id,
            text=document.text[start:end],
            start=start,
            end=end,
            kind=kind,
            lang=document.lang,
            title=document.title,
            source=document.source,
            date=document.date,
        )
        for start, end, kind in pieces
    ]


def _split_block(
    text: str, block: Block, count_tokens: CountTokens, max_tokens: int
) -> Iterator[tuple[int, int]]:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        separators=_SEPARATORS,
        is_separator_regex=True,
        keep_separator="end",
        chunk_size=max_tokens,
        chunk_overlap=0,
        strip_whitespace=False,
        # Marks alone are no token, but a piece of no length is taken into two chunks.
        length_function=lambda piece: count_tokens([plain(piece)])[0] or int(bool(piece.strip())),
    )
    chunks = splitter.split_text(text[block.start : block.end])
    start = block.start
    for chunk in _merge_small(chunks, count_tokens([*map(plain, chunks)]), max_tokens):
        end = start + len(chunk)
        trimmed = start + len(chunk) - len(chunk.lstrip()), start + len(chunk.rstrip())
        if trimmed[0] < trimmed[1]:
            yield trimmed
        start = end
    if start != block.end:
        raise AssertionError(f"passages end at {start}, the block at {block.end}")


def _merge_small(chunks: Sequence[str], sizes: Sequence[int], max_tokens: int) -> Iterator[str]:
    """Join neighbours while they fit: the recursive splitter leaves the tail of a long paragraph
    alone, and a tail without its sentence is found by nobody."""
    merged, size = "", 0
    for chunk, tokens in zip(chunks, sizes, strict=True):
        if merged and size + tokens > max_tokens:
            yield merged
            merged, size = "", 0
        merged, size = merged + chunk, size + tokens
    if merged:
        yield merged


def embedded_text(document: Document, passage: Passage) -> str:
    """What is embedded and indexed for a passage: title, site and date in front of its words."""
    return _under_heading(document, passage, passage.text)


def embedded_sentences(document: Document, passage: Passage) -> list[str]:
    """What is embedded for each sentence of a passage: the same heading in front of its words.
    Fragments are left out, and a passage of one sentence has none."""
    spans = embedded_spans(passage.text)
    return [_under_heading(document, passage, passage.text[start:end]) for start, end in spans]


def embedded_spans(text: str) -> list[tuple[int, int]]:
    """The sentences of a passage's text that have a vector of their own, as spans."""
    spans = [s for s in sentences(text) if len(text[slice(*s)].split()) >= _SHORTEST_SENTENCE]
    return spans if len(spans) > 1 else []


def _under_heading(document: Document, passage: Passage, text: str) -> str:
    title = "" if plain(passage.text).startswith(plain(document.title)) else document.title
    header = " · ".join(part for part in (title, document.site, document.date) if part)
    return plain(f"{header}\n{text}" if header else text)
