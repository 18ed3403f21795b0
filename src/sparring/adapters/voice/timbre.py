"""What a voice sounds like apart from its pitch: the long-term spectrum of a line, in bands as ears have them.

Flows in: PCM. Flows out: decibels a band about their own mean, so that loudness does not matter. A line of six seconds
takes a few milliseconds in a thread.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sparring.adapters.voice.frames import voiced_frames
from sparring.call.voice_pitch import Timbre

BANDS: Final = 24
_RATE_HZ: Final = 12_000  # what every voice of ours and of a service has at least
_FRAME, _HOP = 384, 192  # 32 ms, 16 ms
_FFT: Final = 512
_LOWEST_HZ, _HIGHEST_HZ = 80.0, 5_600.0
_ENOUGH_FRAMES: Final = 90
"""Of a shorter line the spectrum is more its words' than its voice's: 3.1 dB and not 2.4 at the 99th percentile."""


def timbre_of(pcm: bytes, rate_hz: int) -> Timbre | None:
    """Of 16-bit mono PCM; None with less than 1.4 s of voice in it."""
    found = voiced_frames(pcm, rate_hz, wanted_hz=_RATE_HZ, length=_FRAME, hop=_HOP)
    if found is None or len(found.samples) < _ENOUGH_FRAMES:
        return None
    power = np.abs(np.fft.rfft(found.samples * np.hanning(_FRAME), _FFT, axis=1)) ** 2
    decibels = 10 * np.log10(power @ _filters(found.rate_hz) + 1.0)
    bands = decibels.mean(axis=0)
    return tuple(round(float(band), 2) for band in bands - bands.mean())


@cache
def _filters(rate_hz: float) -> NDArray[np.float64]:
    """Triangles of equal width on the mel scale, one a column."""
    edges = np.linspace(_mel(_LOWEST_HZ), _mel(_HIGHEST_HZ), BANDS + 2)
    at = _mel(np.arange(_FFT // 2 + 1) * rate_hz / _FFT)[:, None]
    up = (at - edges[:-2]) / (edges[1:-1] - edges[:-2])
    down = (edges[2:] - at) / (edges[2:] - edges[1:-1])
    return np.maximum(0.0, np.minimum(up, down))


def _mel(hz: "float | NDArray[np.float64]") -> "NDArray[np.float64]":
    return 2595.0 * np.log10(1.0 + np.asarray(hz) / 700.0)
