"""Texts to vectors. Importing this loads numpy and no model library."""

from pathlib import Path

from embeddings.base import Encoder, EncoderError, ModelFilesError, unusable
from embeddings.hashing import HashingEncoder

__all__ = ["Encoder", "EncoderError", "HashingEncoder", "ModelFilesError", "open_encoder"]


def open_encoder(folder: Path | str) -> Encoder:
    """Open a model folder with the engine that fits it.

    The bundled folder, which has a graph beside its weights, opens through ONNX Runtime; any other
    through sentence-transformers.

    :raises ModelFilesError: if the folder is missing, incomplete, or damaged.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise unusable(folder, "there is no such model folder")
    if (folder / "encoder.json").is_file():
        from embeddings.onnx_engine import OnnxEncoder

        return OnnxEncoder(folder)
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(folder)
