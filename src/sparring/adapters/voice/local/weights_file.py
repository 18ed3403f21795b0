"""A trained voice on disk: one `.npz` of plain arrays in, a `Conversion` out, and back. Nothing is unpickled."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sparring.adapters.voice.local.conversion import BANDS, Array, Conversion, Network, Pitch
from sparring.errors import VoiceFailed

FORMAT: Final = 1
HIDDEN_UNITS: Final = 256
MAX_LAYERS: Final = 6
MAX_BYTES: Final = 1_000_000


def read_conversion(path: Path) -> Conversion:
    """Raises: VoiceFailed, when the file is missing, too large, or not a voice of this format."""
    try:
        with np.load(BytesIO(path.read_bytes()[:MAX_BYTES]), allow_pickle=False) as arrays:
            return _conversion({name: arrays[name] for name in arrays.files})
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise VoiceFailed(f"The voice {path.stem} cannot be read: install Sparring again.") from error


def write_conversion(path: Path, conversion: Conversion) -> None:
    """Half-precision arrays, uncompressed order fixed: about 130 kB. The same voice gives the same bytes."""
    arrays = {"format": np.array(FORMAT), "scalars": _scalars(conversion)}
    network = conversion.network
    if network is None:
        raise ValueError("a voice without a network needs no file")
    for index, (weight, bias) in enumerate(zip(network.weights, network.biases, strict=True)):
        arrays[f"weight_{index}"], arrays[f"bias_{index}"] = weight.astype(np.float16), bias.astype(np.float16)
    for name in ("input_mean", "input_spread", "output_mean", "output_spread"):
        arrays[name] = getattr(network, name).astype(np.float16)
    np.savez(path, **arrays)  # type: ignore[arg-type]


def _scalars(conversion: Conversion) -> NDArray[np.float64]:
    pitch = conversion.pitch
    return np.array(
        [
            *(pitch.source_mean, pitch.source_spread, pitch.target_mean, pitch.target_spread),
            *(conversion.rate, conversion.formant, conversion.gain),
        ]
    )


def _conversion(arrays: dict[str, NDArray[np.float64]]) -> Conversion:
    if int(arrays["format"]) != FORMAT or arrays["scalars"].shape != (7,):
        raise ValueError("another format")
    pitch, rate, formant, gain = Pitch(*map(float, arrays["scalars"][:4])), *map(float, arrays["scalars"][4:7])
    return Conversion(pitch, rate, formant, gain, _network({name: _plain(array) for name, array in arrays.items()}))


def _plain(array: NDArray[np.float64]) -> Array:
    plain: Array = array.astype(np.float32)
    if not np.isfinite(plain).all():
        raise ValueError("not a number")
    return plain


def _network(arrays: dict[str, Array]) -> Network:
    layers = [index for index in range(MAX_LAYERS) if f"weight_{index}" in arrays]
    network = Network(
        weights=tuple(arrays[f"weight_{index}"] for index in layers),
        biases=tuple(arrays[f"bias_{index}"] for index in layers),
        input_mean=arrays["input_mean"],
        input_spread=arrays["input_spread"],
        output_mean=arrays["output_mean"],
        output_spread=arrays["output_spread"],
    )
    if network(np.zeros((1, HIDDEN_UNITS), np.float32)).shape != (1, BANDS):
        raise ValueError("wrong shape")
    return network
