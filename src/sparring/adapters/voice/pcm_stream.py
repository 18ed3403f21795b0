"""Clauses into one stream: silence trimmed, edges faded, pauses set, peaks rounded, cut into blocks of 20 ms."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

RATE_HZ: Final = 24_000
BLOCK_BYTES: Final = 2 * RATE_HZ * 20 // 1000
"""20 ms of 16-bit mono at 24 kHz."""

_SILENCE: Final = 0.004  # -48 dB of full scale; speech is brought to -23
_KEEP_MS: Final = 15
_FADE_MS: Final = 5
_KNEE: Final = 0.6

Samples = NDArray[np.float32]


def trimmed(sound: Samples) -> Samples:
    """Without the silence around the speech, 15 ms of it kept, edges faded over 5 ms so that no join clicks."""
    loud = np.flatnonzero(np.abs(sound) > _SILENCE)
    if len(loud) == 0:
        return sound[:0]
    keep = _KEEP_MS * RATE_HZ // 1000
    kept = sound[max(0, loud[0] - keep) : loud[-1] + keep].copy()
    fade = np.linspace(0, 1, min(_FADE_MS * RATE_HZ // 1000, len(kept) // 2), dtype=np.float32)
    kept[: len(fade)] *= fade
    kept[len(kept) - len(fade) :] *= fade[::-1]
    return kept


def to_pcm(sound: Samples, *, pause_ms: int = 0) -> bytes:
    """16-bit PCM with silence after it; peaks above 0.6 are rounded off instead of clipped."""
    peaks = np.abs(sound) - _KNEE
    rounded = np.where(peaks > 0, np.sign(sound) * (_KNEE + (1 - _KNEE) * np.tanh(peaks / (1 - _KNEE))), sound)
    return (rounded * 32_767).astype("<i2").tobytes() + silence(pause_ms)


def silence(duration_ms: int) -> bytes:
    """PCM of nothing."""
    return bytes(2 * (duration_ms * RATE_HZ // 1000))


class BlockCutter:
    """PCM of any length in, blocks of 20 ms out; the rest waits for the next piece."""

    def __init__(self) -> None:
        self._rest = b""

    def blocks(self, pcm: bytes) -> Iterator[bytes]:
        """Whole blocks."""
        data = self._rest + pcm
        whole = len(data) // BLOCK_BYTES * BLOCK_BYTES
        self._rest = data[whole:]
        yield from (data[start : start + BLOCK_BYTES] for start in range(0, whole, BLOCK_BYTES))

    def last(self) -> bytes | None:
        """What is left, filled up with silence; None when nothing is."""
        return self._rest.ljust(BLOCK_BYTES, b"\0") if self._rest else None
