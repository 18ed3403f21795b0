"""Where speech is in a stretch of sound, and how much of it is a human voice: arithmetic over samples, no model."""

from typing import Final

import numpy as np

from sparring.adapters.hearing.local.log_mel import RATE_HZ, Samples

VOICE_MS: Final = 160
"""This much voice in a stretch without believable text means that somebody spoke."""

_STEP = RATE_HZ // 100
_FRAME, _HOP = RATE_HZ * 40 // 1000, RATE_HZ * 20 // 1000
_LAGS: Final = slice(RATE_HZ // 400, RATE_HZ // 70)  # a voice's pitch lies between 70 and 400 Hz
_PERIODIC = 0.6  # autocorrelation at the pitch, as a share of the energy: 0.8-1.0 in vowels, 0.1-0.4 in noise
_LOUD_SHARE = 0.1  # of the loudest frame's amplitude


def speech_span_s(samples: Samples) -> tuple[float, float]:
    """Seconds from the beginning to the first and to the last 10 ms that stand out from the quiet.

    The whole length when nothing stands out.
    """
    steps = samples[: len(samples) // _STEP * _STEP].reshape(-1, _STEP)
    rms = np.sqrt(np.mean(steps * steps, axis=1)) if len(steps) else np.zeros(0, np.float32)
    loudest = rms.max(initial=0.0)
    floor = 2 * np.percentile(rms, 5) if len(rms) else 0.0
    loud = np.flatnonzero(rms > max(0.03 * loudest, min(floor, 0.1 * loudest)))
    if not len(loud):
        return 0.0, len(samples) / RATE_HZ
    return float(loud[0]) / 100, float(loud[-1] + 1) / 100


def voiced_ms(samples: Samples) -> int:
    """Milliseconds with a pitch, loud enough to be somebody speaking into this microphone."""
    if len(samples) < _FRAME:
        return 0
    frames = np.lib.stride_tricks.sliding_window_view(samples, _FRAME)[::_HOP]
    frames = frames - frames.mean(axis=1, keepdims=True)
    spectrum = np.abs(np.fft.rfft(frames, 2 * _FRAME, axis=1)) ** 2
    correlation = np.fft.irfft(spectrum, axis=1)[:, :_FRAME]
    energy = correlation[:, 0]
    overlap = 1 - np.arange(_FRAME) / _FRAME  # fewer samples overlap at longer lags
    periodic = (correlation[:, _LAGS] / overlap[_LAGS]).max(axis=1) > _PERIODIC * energy
    loud = energy > _LOUD_SHARE**2 * energy.max()
    return int(np.count_nonzero(periodic & loud & (energy > 0))) * 20
