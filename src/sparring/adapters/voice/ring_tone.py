"""The ringing that a caller hears in the United States: 440 and 480 Hz together, 2 s on and 4 s off (ITU-T E.180)."""

from collections.abc import Iterator

import numpy as np

TONES_HZ = (440, 480)
ON_S, OFF_S = 2.0, 4.0
BLOCK_MS = 20
_PEAK = 0.1 * 32_767  # each tone, -20 dB of full scale: softer than speech
_FADE_MS = 10


def ring_tone(rate_hz: int) -> Iterator[bytes]:
    """16-bit PCM in blocks of 20 ms, for ever; the first block rings."""
    period = _period(rate_hz)
    block = 2 * rate_hz * BLOCK_MS // 1000
    while True:
        yield from (period[start : start + block] for start in range(0, len(period), block))


def _period(rate_hz: int) -> bytes:
    ringing = np.arange(int(ON_S * rate_hz)) / rate_hz
    tone = np.sum([np.sin(2 * np.pi * hz * ringing) for hz in TONES_HZ], axis=0) * _PEAK
    fade = np.linspace(0, 1, _FADE_MS * rate_hz // 1000)  # no clicks
    tone[: len(fade)] *= fade
    tone[-len(fade) :] *= fade[::-1]
    silence = np.zeros(int(OFF_S * rate_hz))
    return np.concatenate([tone, silence]).astype("<i2").tobytes()
