"""The buyer's mouth: words in, frames of sound out, with one pinned voice per stage of the call.

A line is begun as soon as the buyer knows it; the framework, still on its way to ask, finds it half made.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable
from contextlib import aclosing

from livekit import rtc

from sparring.adapters.voice.clauses import pause_ms
from sparring.call.saying import Saying
from sparring.errors import VoiceFailed
from sparring.ports import Mood, Synthesiser

log = logging.getLogger(__name__)

BLOCKS_AT_ONCE = 5  # a line that is made already has hundreds: all in one go they held the call's loop for 10 ms
SILENT_TURN_MS = 100  # of nothing, in the place of a turn without a sound: every answer begins and ends once


class VoiceAndMood:
    """In which voice and mood the next words are spoken; set by the mind, read by the mouth."""

    def __init__(self, voice_id: str) -> None:
        self.voice_id = voice_id
        self.mood: Mood = "neutral"


class Mouth:
    """Speaks whole turns; the synthesiser cuts them into clauses itself, so the first one is heard at once.

    Args:
        synthesiser: shared by all calls.
        delivery: this call's voice and mood.
        on_first_sound: called when the first sound of a turn exists.
        on_silence: called when the voice failed and nothing of a turn was made: it is to be read.
        on_failure: told why a line was not spoken to its end.
        own_pauses: the synthesiser pauses between the pieces of a line by itself.
    """

    def __init__(
        self,
        synthesiser: Synthesiser,
        delivery: VoiceAndMood,
        *,
        on_first_sound: Callable[[], None],
        on_silence: Callable[[], None] = lambda: None,
        on_failure: Callable[[VoiceFailed], None] = lambda _: None,
        own_pauses: bool = False,
    ) -> None:
        self.synthesiser, self._delivery, self._rate_hz = synthesiser, delivery, synthesiser.sample_rate_hz
        self._on_first_sound, self._on_silence, self._on_failure = on_first_sound, on_silence, on_failure
        self._pause_ms = _no_pause_ms if own_pauses else pause_ms
        self._begun: _Line | None = None

    def begin(self, saying: Saying) -> None:
        """Make the sound of what is about to be said, in place of whatever was begun before."""
        self.give_up()
        if saying.move.text.strip():
            self._begun = self._line(saying.pieces(), saying)

    def give_up(self) -> None:
        """What was begun will not be asked for."""
        begun, self._begun = self._begun, None
        if begun is not None:
            begun.drop()

    async def frames(self, text: AsyncIterable[str]) -> AsyncGenerator[rtc.AudioFrame, None]:
        """The sound of `text`, as far ahead as it is made.

        A voice that fails ends its turn early and never the call; of one that fails at once the turn is silent.
        """
        pieces = _spoken_pieces(text)
        first = await anext(pieces, None)
        if first is None:
            return
        made = False
        async with aclosing(self._blocks(self._taken(first, pieces))) as blocks:
            async for block in _in_turns(blocks):
                made = True
                yield self._frame(block)
        if not made:
            self._on_silence()
            yield self._frame(self._silence(SILENT_TURN_MS))

    async def _blocks(self, line: "_Line") -> AsyncGenerator[bytes, None]:
        try:
            async with aclosing(line.blocks()) as blocks:
                async for block in blocks:
                    yield block
        except VoiceFailed as failure:
            log.error("a line broke off: %s", failure.code)  # noqa: TRY400 - a provider's traceback may hold words

    def _taken(self, first: str, rest: AsyncIterator[str]) -> "_Line":
        """The line that begins with `first`, begun or new; whoever takes it closes it."""
        begun, self._begun = self._begun, None
        if begun is not None and begun.saying is not None and begun.saying.text.startswith(first.strip()):
            return begun
        if begun is not None:
            begun.drop()
        return self._line(_with(first, rest))

    def _frame(self, pcm: bytes) -> rtc.AudioFrame:
        return rtc.AudioFrame(pcm, self._rate_hz, 1, len(pcm) // 2)

    def _silence(self, length_ms: int) -> bytes:
        return bytes(2 * self._rate_hz * length_ms // 1000)

    def _line(self, pieces: AsyncIterator[str], saying: Saying | None = None) -> "_Line":
        voice_id, mood = self._delivery.voice_id, self._delivery.mood

        def speak(text: str) -> AsyncGenerator[bytes, None]:
            return self.synthesiser.speak(text, voice_id=voice_id, mood=mood)

        sound = _sound(pieces, speak, lambda before: self._silence(self._pause_ms(before)))
        return _Line(sound, saying, on_first_sound=self._on_first_sound, on_failure=self._on_failure)


async def _spoken_pieces(text: AsyncIterable[str]) -> AsyncIterator[str]:
    async for piece in text:
        if piece.strip():
            yield piece


async def _with(first: str, rest: AsyncIterator[str]) -> AsyncIterator[str]:
    yield first
    async for piece in rest:
        yield piece


async def _sound(
    pieces: AsyncIterator[str], speak: Callable[[str], AsyncGenerator[bytes, None]], pause_after: Callable[[str], bytes]
) -> AsyncGenerator[bytes, None]:
    """Each piece as soon as it is there, with the silence between them that the voice makes within one."""
    before = ""
    async for piece in pieces:
        text = piece.strip()
        if before and text:
            yield pause_after(before)
        if text:
            before = text
            async with aclosing(speak(text)) as made:
                async for block in made:
                    yield block


async def _in_turns(blocks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The same; after the first, and now and then, whatever else the loop has to do comes before the next."""
    taken = 0
    async for block in blocks:
        yield block
        if taken % BLOCKS_AT_ONCE == 0:
            await asyncio.sleep(0)
        taken += 1


def _no_pause_ms(before: str) -> int:
    del before
    return 0


class _Line:
    """One turn in the making: its sound waits here until somebody asks for it."""

    def __init__(
        self,
        blocks: AsyncGenerator[bytes, None],
        saying: Saying | None,
        *,
        on_first_sound: Callable[[], None],
        on_failure: Callable[[VoiceFailed], None],
    ) -> None:
        self.saying, self._on_first_sound, self._on_failure = saying, on_first_sound, on_failure
        self._made: asyncio.Queue[bytes | VoiceFailed | None] = asyncio.Queue()
        self._making = asyncio.create_task(self._make(blocks), name="line")

    async def blocks(self) -> AsyncGenerator[bytes, None]:
        """As they are made; closing the iterator stops the work. Raises: VoiceFailed."""
        try:
            while (made := await self._made.get()) is not None:
                if isinstance(made, VoiceFailed):
                    raise made
                yield made
        finally:
            self.drop()

    def drop(self) -> None:
        """Nobody wants the rest."""
        self._making.cancel()

    async def _make(self, blocks: AsyncGenerator[bytes, None]) -> None:
        first = True
        try:
            async with aclosing(blocks) as made:
                async for block in _in_turns(made):
                    self._made.put_nowait(block)
                    if first:
                        self._on_first_sound()
                        first = False
        except VoiceFailed as failure:
            self._on_failure(failure)
            self._made.put_nowait(failure)
        self._made.put_nowait(None)
