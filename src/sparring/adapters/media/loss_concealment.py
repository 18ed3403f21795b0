"""Fills what the network lost: decoded frames in, an unbroken stream of samples out, by timestamp.

Without it a recogniser hears two half words as one, and the call's clock runs slow.
"""

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]

MAX_FILL_S = 1.0  # a longer gap is a lost connection, not lost packets
FADE_PER_REPEAT = 0.5  # as Opus' own concealment does, roughly: repeat and fade


class GapFiller:
    """Concealment for one stream.

    Args:
        rate_hz: sample rate of the frames and of their timestamps.
    """

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._expected: int | None = None
        self._last: Samples = np.zeros(0, np.int16)
        self.filled_samples = 0

    def feed(self, pcm: Samples, timestamp: int) -> Samples:
        """One decoded frame, int16[n] mono, with its first sample's `timestamp`; returns it with the gap before it."""
        missing = 0 if self._expected is None else timestamp - self._expected
        self._expected = timestamp + len(pcm)
        concealed = self._conceal(missing) if 0 < missing <= MAX_FILL_S * self._rate_hz else pcm[:0]
        self.filled_samples += len(concealed)
        self._last = pcm
        return np.concatenate([concealed, pcm]) if len(concealed) else pcm

    def _conceal(self, missing: int) -> Samples:
        if not len(self._last):
            return np.zeros(missing, np.int16)
        repeats = -(-missing // len(self._last))
        faded = [(self._last * FADE_PER_REPEAT ** (k + 1)).astype(np.int16) for k in range(min(repeats, 3))]
        filled = np.concatenate([*faded, np.zeros(max(0, missing - len(faded) * len(self._last)), np.int16)])
        return filled[:missing]
