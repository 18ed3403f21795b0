"""The sound of a telephone line: 16-bit PCM in, the same with only 300-3400 Hz left out, block by block.

A minimum-phase filter: it delays speech by under 2 ms, and costs 0.1 ms per 20 ms at 48 kHz.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

LOW_HZ, HIGH_HZ = 300.0, 3_400.0
EDGE_HZ = 150.0
_TAPS_MS = 12
_FLOOR = 10 ** (-50 / 20)


class TelephoneBand:
    """One direction of one call; holds the filter's memory between blocks.

    Args:
        rate_hz: sample rate of the PCM, at least 8000.
    """

    def __init__(self, rate_hz: int) -> None:
        self._taps = band_taps(rate_hz)
        self._before = np.zeros(len(self._taps) - 1)

    def colour(self, pcm: bytes) -> bytes:
        """As many samples out as in, any length."""
        samples = np.concatenate([self._before, np.frombuffer(pcm, "<i2")])
        self._before = samples[len(samples) - len(self._before) :]
        coloured = np.convolve(samples, self._taps, mode="valid")
        return np.clip(np.rint(coloured), -32_768, 32_767).astype("<i2").tobytes()


@cache
def band_taps(rate_hz: int) -> NDArray[np.float64]:
    """Minimum-phase impulse response of the band, 12 ms long.

    From the wanted magnitude through the folded cepstrum (Oppenheim and Schafer, "Discrete-Time Signal Processing",
    chapter on the cepstrum).
    """
    size = 8 * rate_hz // 100  # 80 ms: long enough that the cepstrum does not fold onto itself
    size += size % 2
    frequency_hz: NDArray[np.float64] = np.linspace(0, rate_hz / 2, size // 2 + 1)
    magnitude = np.maximum(_raised(frequency_hz - LOW_HZ) * _raised(HIGH_HZ - frequency_hz), _FLOOR)
    cepstrum = np.fft.irfft(np.log(magnitude), size)
    cepstrum[1 : size // 2] *= 2
    cepstrum[size // 2 + 1 :] = 0
    response = np.fft.irfft(np.exp(np.fft.rfft(cepstrum)), size)
    length = _TAPS_MS * rate_hz // 1000
    taper = np.ones(length)
    taper[length // 2 :] = np.cos(np.linspace(0, np.pi / 2, length - length // 2)) ** 2
    taps: NDArray[np.float64] = response[:length] * taper
    return taps


def _raised(inside_hz: NDArray[np.float64]) -> NDArray[np.float64]:
    """0 outside the band, 1 inside, half a cosine over the edge; the edge lies outside."""
    ramp: NDArray[np.float64] = 0.5 - 0.5 * np.cos(np.pi * np.clip(inside_hz / EDGE_HZ + 1, 0, 1))
    return ramp
