"""Who is speaking: sound in, a unit vector of 256 out; the cosine of two vectors says how alike two voices are.

Resemblyzer's encoder (Wan et al. 2018, "Generalized end-to-end loss for speaker verification": three LSTM layers of
256) in numpy, its weights read from the file without PyTorch. Two halves of one Kokoro voice measure 0.91-0.97, two
different Kokoro voices of one gender 0.51-0.87.
"""

import io
import pickle
import zipfile
from collections import OrderedDict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.signal import resample_poly
from tools.voice_lab.envelope import power

from sparring.adapters.voice.local.conversion import Array

RATE_HZ = 16_000
UNITS, LAYERS, MELS = 256, 3, 40
WINDOW_FRAMES, STEP_FRAMES = 160, 80
TARGET_DBFS = -30


class SpeakerEncoder:
    """Resemblyzer, loaded.

    Args:
        weights: its `pretrained.pt`.
    """

    def __init__(self, weights: Path) -> None:
        self._weights = _read_tensors(weights.read_bytes())
        self._mel = _mel_filters()

    def embed(self, samples: Array, *, rate_hz: int = 24_000) -> Array:
        """A voice as a unit vector; best with 10 s of speech or more."""
        sound = resample_poly(samples, RATE_HZ, rate_hz)
        sound *= 10 ** (TARGET_DBFS / 20) / (np.sqrt(np.mean(sound**2)) + 1e-9)
        mel = (power(sound, window=400, hop=160) @ self._mel.T).astype(np.float32)
        starts = range(0, max(1, len(mel) - WINDOW_FRAMES + 1), STEP_FRAMES)
        return _unit(np.mean(self._windows(np.stack([mel[start : start + WINDOW_FRAMES] for start in starts])), axis=0))

    def _windows(self, layer: Array) -> Array:
        """[windows, 160, 40] -> [windows, 256], all windows at once."""
        for index in range(LAYERS):
            layer = self._lstm(layer, index)
        heads = np.maximum(0, layer[:, -1] @ self._weights["linear.weight"].T + self._weights["linear.bias"])
        vectors: Array = heads / np.linalg.norm(heads, axis=1, keepdims=True)
        return vectors

    def _lstm(self, inputs: Array, index: int) -> Array:
        weights = self._weights
        bias = weights[f"lstm.bias_ih_l{index}"] + weights[f"lstm.bias_hh_l{index}"]
        drive = inputs @ weights[f"lstm.weight_ih_l{index}"].T + bias
        recurrent = weights[f"lstm.weight_hh_l{index}"].T
        state = cell = np.zeros((len(inputs), UNITS), np.float32)
        states = []
        for step in range(inputs.shape[1]):
            gates = drive[:, step] + state @ recurrent
            enter, forget, leave = (_sigmoid(gates[:, _gate(place)]) for place in (0, 1, 3))
            cell = forget * cell + enter * np.tanh(gates[:, _gate(2)])
            state = leave * np.tanh(cell)
            states.append(state)
        return np.stack(states, axis=1)


def _gate(place: int) -> slice:
    return slice(place * UNITS, (place + 1) * UNITS)


def _sigmoid(values: Array) -> Array:
    curve: Array = 0.5 * (1 + np.tanh(0.5 * values))
    return curve


def _unit(vector: Array) -> Array:
    unit: Array = vector / np.linalg.norm(vector)
    return unit


def _mel_filters() -> NDArray[np.float64]:
    """[40, 201]: Slaney's mel filters from 0 to 8 kHz, as librosa makes them."""
    edges = _slaney_hz(np.linspace(0, 15 + np.log(8) / (np.log(6.4) / 27), MELS + 2))
    ramps = edges[:, None] - np.linspace(0, RATE_HZ / 2, 201)[None]
    widths = np.diff(edges)
    filters = np.maximum(0, np.minimum(-ramps[:-2] / widths[:-1, None], ramps[2:] / widths[1:, None]))
    area: NDArray[np.float64] = filters * (2 / (edges[2:] - edges[:-2]))[:, None]
    return area


def _slaney_hz(mels: NDArray[np.float64]) -> NDArray[np.float64]:
    hz: NDArray[np.float64] = np.where(mels >= 15, 1000 * np.exp((mels - 15) * (np.log(6.4) / 27)), mels * 200 / 3)
    return hz


class _Tensor(NamedTuple):
    storage: str
    offset: int
    shape: tuple[int, ...]


class _TensorUnpickler(pickle.Unpickler):
    """Reads a PyTorch file's index of tensors; every class but dictionaries is replaced by nothing, so no code runs."""

    def __init__(self, data: io.BytesIO) -> None:
        super().__init__(data)
        self.storages: dict[str, str] = {}

    def find_class(self, _module: str, name: str, /) -> Any:
        if name in ("_rebuild_tensor", "_rebuild_tensor_v2"):
            return lambda storage, offset, shape, *_: _Tensor(storage, offset, tuple(shape))
        if name == "_rebuild_parameter":
            return lambda tensor, *_: tensor
        return OrderedDict if name == "OrderedDict" else name if name.endswith("Storage") else lambda *_: None

    def persistent_load(self, pid: Any) -> str:
        self.storages[str(pid[2])] = str(pid[1])
        return str(pid[2])


def _read_tensors(data: bytes) -> dict[str, Array]:
    index, storages = _read_zip(data) if zipfile.is_zipfile(io.BytesIO(data)) else _read_legacy(data)
    tensors = {name: entry for name, entry in index["model_state"].items() if isinstance(entry, _Tensor)}
    return {name: _shaped(entry, storages) for name, entry in tensors.items()}


def _shaped(tensor: _Tensor, storages: dict[str, NDArray[Any]]) -> Array:
    size = int(np.prod(tensor.shape))
    values: Array = storages[tensor.storage][tensor.offset : tensor.offset + size].reshape(tensor.shape)
    return values


def _read_zip(data: bytes) -> tuple[Any, dict[str, NDArray[Any]]]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    index = next(name for name in archive.namelist() if name.endswith("data.pkl"))
    reader = _TensorUnpickler(io.BytesIO(archive.read(index)))
    loaded, folder = reader.load(), index.removesuffix("data.pkl") + "data/"
    raw = {key: np.frombuffer(archive.read(folder + key), _kind(kind)) for key, kind in reader.storages.items()}
    return loaded, raw


def _read_legacy(data: bytes) -> tuple[Any, dict[str, NDArray[Any]]]:
    stream = io.BytesIO(data)
    for _ in range(3):  # magic number, protocol, system
        _TensorUnpickler(stream).load()
    reader = _TensorUnpickler(stream)
    loaded, keys, raw = reader.load(), _TensorUnpickler(stream).load(), {}
    for key in keys:
        kind, count = _kind(reader.storages[key]), int.from_bytes(stream.read(8), "little")
        raw[key] = np.frombuffer(stream.read(count * np.dtype(kind).itemsize), kind)
    return loaded, raw


def _kind(storage: str) -> type[np.generic]:
    return np.int64 if "Long" in storage else np.float32
