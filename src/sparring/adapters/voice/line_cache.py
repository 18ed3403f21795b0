"""Lines that are at hand as sound: what was prepared, and short lines that were spoken before. In memory only."""

from collections import OrderedDict
from typing import Final, NamedTuple

from sparring.ports import Mood

MAX_BYTES: Final = 24 * 2**20
"""Eight minutes of sound."""


class Line(NamedTuple):
    """What makes sound the same: text, voice and mood."""

    text: str
    voice_id: str
    mood: Mood


class LineCache:
    """The lines used last, up to a number of bytes.

    Args:
        max_bytes: of PCM.
    """

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes, self._bytes = max_bytes, 0
        self._lines: OrderedDict[Line, bytes] = OrderedDict()

    def get(self, line: Line) -> bytes | None:
        """PCM of the line, or None."""
        pcm = self._lines.get(line)
        if pcm is not None:
            self._lines.move_to_end(line)
        return pcm

    def keep(self, line: Line, pcm: bytes) -> None:
        """Keep a line; the ones not used for longest make room."""
        self._bytes += len(pcm) - len(self._lines.pop(line, b""))
        self._lines[line] = pcm
        while self._bytes > self._max_bytes:
            _, oldest = self._lines.popitem(last=False)
            self._bytes -= len(oldest)
