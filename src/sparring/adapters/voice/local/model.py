"""The speech model: text in, phonemes; phonemes in, spectral parts and the model's last hidden layer out.

The weights come from the package `hibari-tts`, digest checked. Its own downloads are closed: a voice that is not in the
package cannot be asked for, because the session is made here from bytes and never by name.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from hibari import Hibari, dsp
from hibari.g2p import G2P
from hibari.tts import ASSETS

from sparring.adapters.voice.local.conversion import Array, SpectralParts

FRAME_SAMPLES = 300
MAX_PHONEMES = 400
HIDDEN = "/dec_norm/LayerNormalization_output_0"

_OUTPUTS = ("lh", "theta", "ln", "lr", "phi", "f0", HIDDEN)
_SPEEDS = (0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3)
_RATES = (0.633, 0.707, 0.735, 0.806, 0.897, 0.951, 0.977, 1.0, 1.016, 1.038, 1.065, 1.101, 1.144, 1.162)
"""The model rounds each sound to 25 ms, so its input `speed` is not the pace that comes out: mean of 24 sentences."""


class SpeechModel:
    """One loaded model, for all voices. Not safe for threads."""

    def __init__(self, weights: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            with_output(weights.read_bytes(), HIDDEN), options, providers=["CPUExecutionProvider"]
        )
        self._text = _TextSide()

    def phonemes(self, text: str) -> list[str]:
        """One phoneme string for each sentence; unknown characters are left out."""
        return [chunk[:MAX_PHONEMES] for chunk in self._text.phonemize(text)]

    def ids(self, phonemes: str) -> list[int]:
        """Ids between two pads; two ids mean that nothing can be said."""
        return [int(number) for number in self._text.ids(phonemes)]

    def parts(self, ids: Sequence[int], *, rate: float = 1.0) -> tuple[SpectralParts, Array]:
        """Spectral parts and hidden layer [frames, 256]; `rate` 1.0 is the model's own pace, held to 0.64-1.16."""
        speed = np.interp(rate, _RATES, _SPEEDS)
        feed = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([speed], np.float32)}
        outputs = [output[0] for output in self._session.run(list(_OUTPUTS), feed)]
        return SpectralParts._make(outputs[:6]), outputs[6]


class _TextSide(Hibari):  # type: ignore[misc]
    """The package's reading of text, without its model: letters to phonemes, phonemes to ids."""

    def __init__(self) -> None:
        self.vocab = json.loads(Path(ASSETS, "vocab.json").read_bytes())
        self._g2p = G2P()


def waveform(parts: SpectralParts, *, seed: int) -> Array:
    """float32 samples at 24 kHz, 300 per frame; the same parts and seed give the same samples."""
    sound: Array = dsp.synth(*parts, np.random.default_rng(seed))
    return sound


def with_output(model: bytes, name: str) -> bytes:
    """An ONNX model that also hands out its inner tensor `name`.

    Protocol buffers merge a message that appears twice (protobuf encoding guide, "Last one wins"), so a second `graph`
    of nothing but one output adds that output: no ONNX tools and no second copy of the weights are needed.
    """
    tensor_of_floats = b"\x12" + _sized(b"\x0a" + _sized(b"\x08\x01"))  # ValueInfoProto.type.tensor_type.elem_type
    output = b"\x0a" + _sized(name.encode()) + tensor_of_floats  # ValueInfoProto.name
    graph = b"\x62" + _sized(output)  # GraphProto.output
    return model + b"\x3a" + _sized(graph)  # ModelProto.graph


def _sized(data: bytes) -> bytes:
    size, prefix = len(data), bytearray()
    while size > 0x7F:
        prefix.append(size & 0x7F | 0x80)
        size >>= 7
    return bytes([*prefix, size]) + data
