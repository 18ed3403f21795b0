"""Lines that are at hand as sound, and lines on their way: prepared ahead, or kept once spoken. In memory only."""

from collections import OrderedDict
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final, NamedTuple

from sparring.adapters.voice.pcm_stream import BlockCutter
from sparring.ports import Mood

MAX_BYTES: Final = 24 * 2**20
"""Eight minutes of sound."""
SHORT_LINE_CHARACTERS: Final = 80
"""Lines up to here are kept once spoken: stock lines come again, long turns do not."""


class VoiceLine(NamedTuple):
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
        self._lines: OrderedDict[VoiceLine, bytes] = OrderedDict()

    def get(self, line: VoiceLine) -> bytes | None:
        """PCM of the line, or None."""
        pcm = self._lines.get(line)
        if pcm is not None:
            self._lines.move_to_end(line)
        return pcm

    def keep(self, line: VoiceLine, pcm: bytes) -> None:
        """Keep a line; the ones not used for longest make room."""
        self._bytes += len(pcm) - len(self._lines.pop(line, b""))
        self._lines[line] = pcm
        while self._bytes > self._max_bytes:
            _, oldest = self._lines.popitem(last=False)
            self._bytes -= len(oldest)

    async def spoken(self, line: VoiceLine, sound: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
        """Blocks of 20 ms, the last one filled up with silence. `sound` is asked only for a line that is not kept."""
        cutter, said = BlockCutter(), []
        async with aclosing(self._pieces(line, sound)) as pieces:
            async for pcm in pieces:
                said.append(pcm)
                for block in cutter.blocks(pcm):
                    yield block
        last = cutter.last()
        if len(line.text) <= SHORT_LINE_CHARACTERS:
            self.keep(line, b"".join(said))
        if last is not None:
            yield last

    async def prepare(self, line: VoiceLine, sound: AsyncGenerator[bytes, None]) -> None:
        """Keep a line whole, if it is not kept yet."""
        if self.get(line) is None:
            async with aclosing(sound) as pieces:
                self.keep(line, b"".join([pcm async for pcm in pieces]))

    async def _pieces(self, line: VoiceLine, sound: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
        known = self.get(line)
        if known is not None:
            yield known
            return
        async with aclosing(sound) as pieces:
            async for pcm in pieces:
                yield pcm
