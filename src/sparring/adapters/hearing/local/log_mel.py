"""Whisper's front end in numpy: sound in, log-mel spectrogram out.

As published with Whisper (Radford et al. 2022, section 2.2; openai/whisper audio.py): 25 ms periodic Hann windows every
10 ms, power spectrum, 80 Slaney mel filters up to 8 kHz, base-10 logarithm floored 8 below the maximum, (x + 4) / 4.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

RATE_HZ: Final = 16_000
HOP: Final = 160  # samples between frames
FRAMES_PER_S: Final = RATE_HZ // HOP

_WINDOW, _BINS = 400, 80
# Slaney's mel scale (Auditory Toolbox, 1998): linear below 1 kHz, logarithmic above
_HZ_PER_MEL, _BREAK_HZ, _LOG_STEP = 200 / 3, 1_000.0, float(np.log(6.4)) / 27

Samples = NDArray[np.float32]


def log_mel(samples: Samples) -> NDArray[np.float32]:
    """float32[n] in -1..1 at 16 kHz -> float32[80, n // 160]; n at least 201."""
    padded = np.pad(samples, _WINDOW // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::HOP][: len(samples) // HOP]
    power = np.abs(np.fft.rfft(frames * _hann(), axis=1)) ** 2
    mel = np.log10(np.maximum(_filters() @ power.T, 1e-10))
    levels: Samples = ((np.maximum(mel, mel.max() - 8) + 4) / 4).astype(np.float32)
    return levels


@cache
def _hann() -> Samples:
    return np.hanning(_WINDOW + 1)[:-1].astype(np.float32)


@cache
def _filters() -> Samples:
    """float32[80, 201]: triangles of equal area over the bins of the spectrum."""
    bins_hz = np.linspace(0, RATE_HZ / 2, _WINDOW // 2 + 1)
    edges_hz = _mel_to_hz(np.linspace(0, _hz_to_mel(RATE_HZ / 2), _BINS + 2))
    low, centre, high = edges_hz[:-2, None], edges_hz[1:-1, None], edges_hz[2:, None]
    rising, falling = (bins_hz - low) / (centre - low), (high - bins_hz) / (high - centre)
    triangles = np.maximum(0, np.minimum(rising, falling)) * 2 / (high - low)
    return triangles.astype(np.float32)


def _hz_to_mel(hz: float) -> float:
    return hz / _HZ_PER_MEL if hz < _BREAK_HZ else _BREAK_HZ / _HZ_PER_MEL + float(np.log(hz / _BREAK_HZ)) / _LOG_STEP


def _mel_to_hz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    above = mel - _BREAK_HZ / _HZ_PER_MEL
    return np.where(above < 0, mel * _HZ_PER_MEL, _BREAK_HZ * np.exp(_LOG_STEP * above))
