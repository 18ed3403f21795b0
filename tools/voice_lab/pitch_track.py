"""Sound into pitch: float32 samples at 24 kHz in, Hz per frame of 12.5 ms out (0: unvoiced), by autocorrelation."""

import numpy as np
from numpy.typing import NDArray

from sparring.adapters.voice.local.conversion import Array

RATE_HZ, HOP, WINDOW = 24_000, 300, 1440
SHORTEST_LAG, LONGEST_LAG = RATE_HZ // 400, RATE_HZ // 60
LEAST_PERIODICITY = 0.6


def pitch_track(samples: Array) -> NDArray[np.float64]:
    """Pitch from 60 to 400 Hz; frames that are quiet or not periodic are 0."""
    padded = np.pad(samples, (WINDOW // 2, WINDOW))
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP]
    frames = frames - frames.mean(axis=1, keepdims=True)
    loudness = np.sqrt((frames**2).mean(axis=1))
    floor = 0.08 * np.percentile(loudness, 95)
    correlation = _autocorrelation(frames)
    lags = [_lag(row) if loud > floor else 0 for row, loud in zip(correlation, loudness, strict=True)]
    return np.array([RATE_HZ / lag if lag else 0.0 for lag in lags])


def middle_of(pitch_hz: NDArray[np.float64]) -> NDArray[np.float64]:
    """The voiced frames within 0.6-1.6 times their median: octave errors are left out."""
    voiced = pitch_hz[pitch_hz > 0]
    median = np.median(voiced)
    return voiced[(voiced > 0.6 * median) & (voiced < 1.6 * median)]


def _autocorrelation(frames: NDArray[np.float32]) -> NDArray[np.float64]:
    taper, size = np.hanning(WINDOW), 4096
    raw = np.fft.irfft(np.abs(np.fft.rfft(frames * taper, size)) ** 2)[:, : LONGEST_LAG + 2]
    of_taper = np.fft.irfft(np.abs(np.fft.rfft(taper, size)) ** 2)[: LONGEST_LAG + 2]
    correlation: NDArray[np.float64] = raw / (raw[:, :1] + 1e-9) / (of_taper / of_taper[0])
    return correlation


def _lag(row: NDArray[np.float64]) -> int:
    """The shortest lag whose peak comes near the highest; 0 when the frame is not periodic."""
    best = SHORTEST_LAG + int(np.argmax(row[SHORTEST_LAG:LONGEST_LAG]))
    if row[best] < LEAST_PERIODICITY:
        return 0
    for lag in range(SHORTEST_LAG, best):
        if row[lag] > 0.92 * row[best] and row[lag] >= row[lag - 1] and row[lag] >= row[lag + 1]:
            return lag
    return best
