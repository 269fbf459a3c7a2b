"""The ONNX graph of a BERT encoder with mean pooling.

The graph is wiring alone: its weights stay in the ``model.safetensors`` beside it, found by byte
offset. The word table is not part of it, since a session would read all of it to use a few rows:
the caller looks the rows up.

Inputs: ``words`` ``(batch, tokens, hidden)`` float32, the word embeddings, padded on the right
with anything; ``lengths`` ``(batch,)`` int32, how many of the tokens count.
Output: ``means`` ``(batch, hidden)`` float32, the mean of the last layer over those tokens.

The operators of ``com.microsoft`` are ONNX Runtime's fused ones
(https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md); written so, the
graph needs no optimisation when it is opened.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from embeddings import safetensors_file

if TYPE_CHECKING:
    from onnx import NodeProto, TensorProto

FILE = "encoder.onnx"
WEIGHTS = "model.safetensors"
WORD_TABLE = "embeddings.word_embeddings.weight"

_OPSET = 18
_IR_VERSION = 9
_FUSED = "com.microsoft"


def write(folder: Path) -> None:
    """Write ``encoder.onnx`` for the ``BertModel`` in ``folder``.

    Reads its ``config.json`` and where its ``model.safetensors`` keeps each weight.
    """
    import onnx
    from onnx import helper

    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    hidden = config["hidden_size"]
    wiring = _Wiring(safetensors_file.locate(folder / WEIGHTS), config["layer_norm_eps"])
    tokens = wiring.embed("words")
    for layer in range(config["num_hidden_layers"]):
        tokens = wiring.layer(tokens, f"encoder.layer.{layer}.", config["num_attention_heads"])
    wiring.mean(tokens, "means")
    real = onnx.TensorProto.FLOAT
    graph = helper.make_graph(
        wiring.nodes,
        "encoder",
        [
            helper.make_tensor_value_info("words", real, ["batch", "tokens", hidden]),
            helper.make_tensor_value_info("lengths", onnx.TensorProto.INT32, ["batch"]),
        ],
        [helper.make_tensor_value_info("means", real, ["batch", hidden])],
        list(wiring.constants.values()),
    )
    model = helper.make_model(
        graph,
        opset_imports=[helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)],
        ir_version=_IR_VERSION,
    )
    (folder / FILE).write_bytes(model.SerializeToString())


@dataclass(frozen=True, slots=True)
class _Wiring:
    """Nodes and constants so far. Each method adds some and returns the name of their output."""

    weights: dict[str, safetensors_file.Location]
    epsilon: float
    nodes: "list[NodeProto]" = field(default_factory=list)
    constants: "dict[str, TensorProto]" = field(default_factory=dict)

    def embed(self, words: str) -> str:
        self.node("Shape", [words], "width", start=1, end=2)
        positions = self.weight("embeddings.position_embeddings.weight")
        zero, one = self.number("zero", [0]), self.number("one", [1])
        self.node("Slice", [positions, zero, "width", zero], "positions")
        types = self.weight("embeddings.token_type_embeddings.weight")
        self.node("Slice", [types, zero, one, zero], "type")
        self.node("Add", [words, "positions"], "placed")
        self.node("Add", ["placed", "type"], "typed")
        inputs = ["typed", *self.weight_and_bias("embeddings.LayerNorm")]
        return self.node("LayerNormalization", inputs, "embedded", epsilon=self.epsilon)

    def layer(self, tokens: str, prefix: str, heads: int) -> str:
        parts = [f"{prefix}attention.self.{part}" for part in ("query", "key", "value")]
        projected = [self.matmul(tokens, part) for part in parts]
        biases = [self.weight(part + ".bias") for part in parts]
        bias = self.node("Concat", biases, prefix + "bias", axis=0)
        attended = self.node(
            "MultiHeadAttention",
            [*projected, bias, "lengths"],
            prefix + "attended",
            _FUSED,
            num_heads=heads,
        )
        tokens = self.add_and_normalise(attended, tokens, prefix + "attention.output")
        widened = self.matmul(tokens, prefix + "intermediate.dense")
        bias = self.weight(prefix + "intermediate.dense.bias")
        active = self.node("BiasGelu", [widened, bias], prefix + "active", _FUSED)
        return self.add_and_normalise(active, tokens, prefix + "output")

    def add_and_normalise(self, branch: str, tokens: str, prefix: str) -> str:
        """``LayerNorm(tokens + dense(branch))``."""
        inputs = [
            self.matmul(branch, prefix + ".dense"),
            tokens,
            *self.weight_and_bias(prefix + ".LayerNorm"),
            self.weight(prefix + ".dense.bias"),
        ]
        return self.node(
            "SkipLayerNormalization", inputs, prefix + ".out", _FUSED, epsilon=self.epsilon
        )

    def mean(self, tokens: str, output: str) -> str:
        """Mean over the tokens before ``lengths``, as a product with a matrix of 0 and 1."""
        zero, one = self.number("scalar_zero", 0), self.number("scalar_one", 1)
        axis = self.number("one", [1])
        self.node("Squeeze", ["width"], "scalar_width")
        self.node("Range", [zero, "scalar_width", one], "places")
        self.node("Unsqueeze", ["lengths", axis], "column")
        self.node("Cast", ["column"], "limits", to=7)  # int64
        self.node("Less", ["places", "limits"], "counts")
        self.node("Cast", ["counts"], "mask", to=1)  # float32
        self.node("Unsqueeze", ["mask", axis], "rows")
        self.node("MatMul", ["rows", tokens], "sums")
        self.node("Squeeze", ["sums", axis], "sum")
        self.node("Cast", ["column"], "divisor", to=1)
        return self.node("Div", ["sum", "divisor"], output)

    def matmul(self, tokens: str, name: str) -> str:
        """``tokens @ weight.T`` as torch stores weights; the bias is left to the next operator."""
        inputs = [tokens, self.weight(name + ".weight")]
        return self.node("FusedMatMul", inputs, name + ".out", _FUSED, transB=1)

    def weight_and_bias(self, name: str) -> tuple[str, str]:
        return self.weight(name + ".weight"), self.weight(name + ".bias")

    def weight(self, name: str) -> str:
        """Refer to a weight where it lies in the weights file."""
        from onnx import TensorProto

        place = self.weights[name]
        tensor = TensorProto(
            name=name,
            dims=place.shape,
            data_type=TensorProto.FLOAT,
            data_location=TensorProto.EXTERNAL,
        )
        for key, value in (
            ("location", WEIGHTS),
            ("offset", place.offset),
            ("length", place.size),
        ):
            tensor.external_data.add(key=key, value=str(value))
        self.constants[name] = tensor
        return name

    def number(self, name: str, value: int | list[int]) -> str:
        from onnx import numpy_helper

        self.constants[name] = numpy_helper.from_array(np.array(value, np.int64), name)
        return name

    def node(
        self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes: Any
    ) -> str:
        from onnx import helper

        self.nodes.append(helper.make_node(operator, inputs, [output], domain=domain, **attributes))
        return output
