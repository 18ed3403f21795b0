"""The buyer's mouth: a `Synthesiser` in the shape `AgentSession` wants, with one pinned voice per stage of the call.

A line is begun as soon as the buyer knows it; the framework, still on its way to ask, finds it half made.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing

from livekit.agents import DEFAULT_API_CONNECT_OPTIONS, APIConnectOptions, tts, utils

from sparring.adapters.voice.clauses import pause_ms
from sparring.call.saying import Saying
from sparring.errors import VoiceFailed
from sparring.ports import Mood, Synthesiser

log = logging.getLogger(__name__)

SILENT_TURN_MS = 100  # of nothing, in the place of a turn without a sound: the framework takes none for an error


class Delivery:
    """In which voice and mood the next words are spoken; set by the mind, read by the mouth."""

    def __init__(self, voice_id: str) -> None:
        self.voice_id = voice_id
        self.mood: Mood = "neutral"


class Mouth(tts.TTS[str]):
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
        delivery: Delivery,
        *,
        on_first_sound: Callable[[], None],
        on_silence: Callable[[], None] = lambda: None,
        on_failure: Callable[[VoiceFailed], None] = lambda _: None,
        own_pauses: bool = False,
    ) -> None:
        super().__init__(
            capabilities=tts.TTSCapabilities(streaming=True),
            sample_rate=synthesiser.sample_rate_hz,
            num_channels=1,
        )
        self.synthesiser, self.delivery = synthesiser, delivery
        self._on_first_sound, self.on_silence, self._on_failure = on_first_sound, on_silence, on_failure
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

    def take(self, first: str, rest: AsyncIterator[str]) -> "_Line":
        """The line that begins with `first`, begun or new; whoever takes it closes it."""
        begun, self._begun = self._begun, None
        if begun is not None and begun.saying is not None and begun.saying.text.startswith(first.strip()):
            return begun
        if begun is not None:
            begun.drop()
        return self._line(_with(first, rest))

    def synthesize(
        self, text: str, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.ChunkedStream:
        """One text, through the same stream."""
        return self._synthesize_with_stream(text, conn_options=conn_options)

    def stream(self, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS) -> tts.SynthesizeStream:
        """One turn."""
        return _SpokenTurn(tts=self, conn_options=conn_options)

    def _line(self, pieces: AsyncIterator[str], saying: Saying | None = None) -> "_Line":
        voice_id, mood = self.delivery.voice_id, self.delivery.mood

        def speak(text: str) -> AsyncGenerator[bytes, None]:
            return self.synthesiser.speak(text, voice_id=voice_id, mood=mood)

        sound = _sound(pieces, speak, lambda before: bytes(2 * self.sample_rate * self._pause_ms(before) // 1000))
        return _Line(sound, saying, on_first_sound=self._on_first_sound, on_failure=self._on_failure)


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
                async for block in made:
                    self._made.put_nowait(block)
                    if first:
                        self._on_first_sound()
                        first = False
        except VoiceFailed as failure:
            self._on_failure(failure)
            self._made.put_nowait(failure)
        self._made.put_nowait(None)


class _SpokenTurn(tts.SynthesizeStream):
    """One segment: the stock adapter would wait for each sentence to be spoken before asking for the next."""

    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        mouth = self._tts
        assert isinstance(mouth, Mouth)
        output_emitter.initialize(
            request_id=utils.shortuuid(),
            sample_rate=mouth.sample_rate,
            num_channels=1,
            mime_type="audio/pcm",
            stream=True,
        )
        output_emitter.start_segment(segment_id=utils.shortuuid())
        pieces = self._pieces()
        first = await anext(pieces, None)
        if first is not None:
            self._mark_started()
            await self._speak(mouth, mouth.take(first, pieces), output_emitter)
        output_emitter.end_segment()

    @staticmethod
    async def _speak(mouth: Mouth, line: _Line, output_emitter: tts.AudioEmitter) -> None:
        """A voice that fails ends its turn early and never the call: the framework closes one after three failures."""
        begun = False
        try:
            async with aclosing(line.blocks()) as blocks:
                async for block in blocks:
                    begun = True
                    output_emitter.push(block)
        except VoiceFailed as failure:
            log.error("a line broke off: %s", failure.code)  # noqa: TRY400 - a provider's traceback may hold words
        if not begun:
            mouth.on_silence()
            output_emitter.push(bytes(2 * mouth.sample_rate * SILENT_TURN_MS // 1000))

    async def _pieces(self) -> AsyncIterator[str]:
        async for part in self._input_ch:
            if isinstance(part, str) and part.strip():
                yield part
