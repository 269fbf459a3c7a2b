"""Every failure a user can meet.

IsnadError
├── UsageError              the command or the question is not usable           (exit 2)
├── InputError              a file or a line cannot be read
├── ConversationMissingError    there is none of this id in the index
├── IndexStoreError         something about the index folder
│   ├── IndexMissingError       there is none
│   ├── IndexLockedError        another process is writing
│   ├── IndexMismatchError      it was built with another encoder or settings
│   └── IndexDamagedError       it does not agree with itself
├── ModelError              something about a model's files
│   ├── ModelMissingError       not here; the message names the command that fetches it
│   └── ModelFetchError         it could not be fetched, or is not what it should be
└── GenerationError         the language model failed

Errors of the encoders (``embeddings.EncoderError`` and its ``ModelFilesError``) are re-exported:
``embeddings`` imports nothing of this package. Each error carries its sentence in three languages
(what, where, what to do); ``str(error)`` is the English one.
"""

from __future__ import annotations

from embeddings.base import EncoderError, ModelFilesError
from rag.messages import Text

__all__ = [
    "ConversationMissingError",
    "EncoderError",
    "GenerationError",
    "IndexDamagedError",
    "IndexLockedError",
    "IndexMismatchError",
    "IndexMissingError",
    "IndexStoreError",
    "InputError",
    "IsnadError",
    "ModelError",
    "ModelFetchError",
    "ModelFilesError",
    "ModelMissingError",
    "UsageError",
]


class IsnadError(Exception):
    """Base of all errors; ``text`` holds the message in Arabic, French and English."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class UsageError(IsnadError):
    """The command line or the question is not usable."""


class InputError(IsnadError):
    """A file, or a line of one, cannot be read; the run goes on with the rest."""


class ConversationMissingError(IsnadError):
    """The index keeps no conversation of this id."""


class IndexStoreError(IsnadError):
    """Something about the index folder."""


class IndexMissingError(IndexStoreError):
    """There is no index in the folder."""


class IndexLockedError(IndexStoreError):
    """Another process is writing to the index."""


class IndexMismatchError(IndexStoreError):
    """The index was built with another encoder or other settings."""


class IndexDamagedError(IndexStoreError):
    """The index does not agree with itself."""


class ModelError(IsnadError):
    """Something about a model's files."""


class ModelMissingError(ModelError):
    """The model is not on this machine."""


class ModelFetchError(ModelError):
    """The model could not be fetched, or what came is not what it should be."""


class GenerationError(IsnadError):
    """The language model failed while answering."""
