"""`Synthesiser` over a voice process: texts in, blocks of 20 ms at 24 kHz out, from the first clause on."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from sparring.adapters.voice.line_cache import LineCache, VoiceLine
from sparring.adapters.voice.local.process import ProcessGone, VoiceProcess
from sparring.adapters.voice.local.wire import MAX_CHARACTERS, SayRequest
from sparring.adapters.voice.pcm_stream import RATE_HZ
from sparring.errors import VoiceFailed
from sparring.ports import Mood, Progress, VoiceCard


class ProcessSynthesiser:
    """One for all calls.

    Args:
        process: makes the sound; not started yet.
    """

    sample_rate_hz = RATE_HZ

    def __init__(self, process: VoiceProcess) -> None:
        self.name = "none"
        self._process = process
        self._voices: tuple[VoiceCard, ...] = ()
        self._lines = LineCache()

    async def start(self, progress: Progress) -> None:
        """Load and warm up. Raises: VoiceFailed."""
        self.name, self._voices = await self._process.start(progress)

    def voices(self) -> Sequence[VoiceCard]:
        """Every voice there is, in a fixed order."""
        return self._voices

    async def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """PCM in blocks of 20 ms, clause by clause; the last block is filled up with silence.

        A process that dies before the first sound is started again and asked once more; later its death ends the line.
        Closing the iterator drops what is not made yet. Raises: VoiceFailed.
        """
        line = self._line(text, voice_id, mood)
        async with aclosing(self._lines.spoken(line, self._clauses(line, background=False))) as blocks:
            async for block in blocks:
                yield block

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """Make the sound of `text` ahead of time; whatever goes wrong shows when the text is spoken."""
        try:
            line = self._line(text, voice_id, mood)
            await self._lines.prepare(line, self._clauses(line, background=True))
        except VoiceFailed:
            return

    async def close(self) -> None:
        """End the process."""
        await self._process.close()

    def _line(self, text: str, voice_id: str, mood: Mood) -> VoiceLine:
        if all(voice.id != voice_id for voice in self._voices):
            raise VoiceFailed(f"There is no voice {voice_id} in {self.name}.")
        return VoiceLine(text[:MAX_CHARACTERS], voice_id, mood)

    async def _clauses(self, line: VoiceLine, *, background: bool) -> AsyncGenerator[bytes, None]:
        say, begun = SayRequest(line.text, line.voice_id, line.mood, background), False
        for attempt in (1, 2):
            try:
                async with aclosing(self._process.clauses(say)) as clauses:
                    async for pcm in clauses:
                        begun = True
                        yield pcm
            except ProcessGone:
                if begun or attempt == 2:
                    raise VoiceFailed("The voice stopped in the middle of a line.") from None
            else:
                return
