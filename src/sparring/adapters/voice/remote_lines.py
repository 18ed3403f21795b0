"""Lines that a service speaks: the first clause is asked for at once, the next one while the present one arrives.

Flows in: lines, and how one clause is fetched. Flows out: blocks of 20 ms at 24 kHz, without the silence that a service
puts around each clause and with the pauses that belong between them. Lines that come again are kept.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing

from sparring.adapters.voice.clauses import VoiceClause, clauses
from sparring.adapters.voice.edge_trimmer import EdgeTrimmer
from sparring.adapters.voice.line_cache import LineCache, VoiceLine
from sparring.adapters.voice.pcm_stream import silence
from sparring.adapters.voice.prosody import DELIVERIES
from sparring.adapters.voice.text_normalisation.normalise import normalise, without_phonemes
from sparring.errors import SparringError

Pieces = asyncio.Queue[bytes | SparringError | None]
"""PCM as it arrives; then None, or the error that ended it."""

Fetch = Callable[[str, str, Pieces], Awaitable[None]]
"""Fetches one clause: its text, the voice's id, and where the sound goes. Never raises."""


class RemoteLines:
    """One for all calls.

    Args:
        fetch: asks the service for one clause.
    """

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._lines = LineCache()

    async def speak(self, line: VoiceLine) -> AsyncGenerator[bytes, None]:
        """Blocks of 20 ms; the last one is filled up with silence. Raises: VoiceFailed."""
        async with aclosing(self._lines.spoken(line, self._sound(line))) as blocks:
            async for block in blocks:
                yield block

    async def prepare(self, line: VoiceLine) -> None:
        """Have the sound at hand; what goes wrong shows when the line is spoken."""
        try:
            await self._lines.prepare(line, self._sound(line))
        except SparringError:
            return

    async def _sound(self, line: VoiceLine) -> AsyncGenerator[bytes, None]:
        waiting = [_Clause(self._fetch, clause, line.voice_id) for clause in clauses(normalise(line.text))]
        try:
            for place, clause in enumerate(waiting):
                async for pcm in _heard(clause, then=waiting[place + 1 : place + 2]):
                    yield pcm
                if place + 1 < len(waiting):
                    yield silence(round(clause.pause_ms * DELIVERIES[line.mood].pauses))
        finally:
            for clause in waiting:
                clause.cancel()


class _Clause:
    """One clause, asked for when `begin` is called first."""

    def __init__(self, fetch: Fetch, clause: VoiceClause, voice_id: str) -> None:
        self.pause_ms = clause.pause_ms
        self.pieces: Pieces = asyncio.Queue()
        self._fetch, self._text, self._voice_id = fetch, without_phonemes(clause.text), voice_id
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Ask for it, once."""
        if self._task is None:
            self._task = asyncio.create_task(self._fetched(), name="voice-clause")

    def cancel(self) -> None:
        """Nobody wants to hear it any more."""
        if self._task is not None:
            self._task.cancel()

    async def _fetched(self) -> None:
        await self._fetch(self._text, self._voice_id, self.pieces)


async def _heard(clause: _Clause, *, then: list[_Clause]) -> AsyncGenerator[bytes, None]:
    """One clause without silence around it; the next one is asked for when its first bytes are there."""
    trimmer = EdgeTrimmer()
    clause.begin()
    while (piece := await clause.pieces.get()) is not None:
        if isinstance(piece, SparringError):
            raise piece
        for following in then:
            following.begin()
        yield trimmer.trimmed(piece)
    yield trimmer.last()
