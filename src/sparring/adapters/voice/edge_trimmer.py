"""A clause's sound without the silence around it, while it is still arriving: the service puts some around each.

In: PCM in pieces of any length. Out: the same from 15 ms before the first sound on; silence is held back until sound
follows it, and at the end dropped but for 15 ms.
"""

from typing import Final

import numpy as np

from sparring.adapters.voice.pcm_stream import RATE_HZ

_SILENT_BELOW: Final = 130  # of 32,767: -48 dB
_KEEP_BYTES: Final = 2 * 15 * RATE_HZ // 1000


class EdgeTrimmer:
    """One clause's."""

    def __init__(self) -> None:
        self._held = b""  # silence that may turn out to be the end, and half a sample
        self._began = False

    def trimmed(self, pcm: bytes) -> bytes:
        """What can be played now."""
        data = self._held + pcm
        whole = data[: len(data) // 2 * 2]
        loud = np.flatnonzero(np.abs(np.frombuffer(whole, "<i2").astype(np.int32)) > _SILENT_BELOW)
        if len(loud) == 0:
            self._held = data if self._began else data[-_KEEP_BYTES - len(data) % 2 :]
            return b""
        start = 0 if self._began else max(0, 2 * int(loud[0]) - _KEEP_BYTES)
        end = 2 * int(loud[-1]) + 2
        self._began, self._held = True, data[end:]
        return data[start:end]

    def last(self) -> bytes:
        """What is left when nothing more comes; half a sample is none, and would make noise of all that follows."""
        kept, self._held = self._held[: min(_KEEP_BYTES, len(self._held) // 2 * 2)], b""
        return kept if self._began else b""
