"""Sound into spectral envelopes: float32 samples at 24 kHz in, ln amplitude of 36 bands per frame of 12.5 ms out."""

import numpy as np
from numpy.typing import NDArray

from sparring.adapters.voice.local.conversion import BAND_MEAN, BIN_HZ, Array

WINDOW, HOP = 1200, 300


def power(samples: Array, *, window: int = WINDOW, hop: int = HOP) -> NDArray[np.float64]:
    """[frames, window/2 + 1]: power spectra under a periodic Hann window, frames centred on every `hop` samples."""
    padded = np.pad(samples.astype(np.float64), window // 2)
    taper = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(window) / window)
    frames = np.lib.stride_tricks.sliding_window_view(padded, window)[::hop]
    spectra: NDArray[np.float64] = np.abs(np.fft.rfft(frames * taper, axis=1)) ** 2
    return spectra


def envelope(samples: Array, *, pitch_hz: float) -> Array:
    """[frames, 36]: ln amplitude of the bands, harmonics evened out over one pitch's width."""
    width = max(1, round(pitch_hz / BIN_HZ)) | 1
    padded = np.pad(power(samples), ((0, 0), (width // 2 + 1, width // 2)), mode="edge").cumsum(axis=1)
    even = (padded[:, width:] - padded[:, :-width]) / width
    bands: Array = (0.5 * np.log(even @ BAND_MEAN.T.astype(np.float64) + 1e-9)).astype(np.float32)
    return bands


def active_level(samples: Array) -> float:
    """RMS over the frames of 12.5 ms that hold speech: those within 25 dB of the loudest tenth."""
    frames = samples[: len(samples) // HOP * HOP].reshape(-1, HOP)
    levels = np.sqrt((frames.astype(np.float64) ** 2).mean(axis=1))
    speech = levels[levels > np.percentile(levels, 90) * 10 ** (-25 / 20)]
    return float(np.sqrt((speech**2).mean()))


def from_pcm(pcm: bytes) -> Array:
    """16-bit PCM as float32 from -1 to 1."""
    samples: Array = (np.frombuffer(pcm, "<i2") / 32_768).astype(np.float32)
    return samples
