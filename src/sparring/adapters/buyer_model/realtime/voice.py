"""A realtime model that speaks for itself, as one call's voice: its sound is heard once its words may be.

Flows in: words that passed the guard, and answers with their sound. Flows out: that sound, never further than the words
that passed; and words which are nobody's but the persona's, read aloud by the same voice.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Final

from sparring.adapters.buyer_model.realtime import wire
from sparring.adapters.buyer_model.realtime.answer import ModelAnswer
from sparring.adapters.buyer_model.realtime.resampling import OUT_HZ
from sparring.adapters.buyer_model.realtime.socket import Socket
from sparring.adapters.buyer_model.realtime.wire import NAME
from sparring.errors import ModelFailed, VoiceChanged, VoiceFailed
from sparring.ports import Mood, Progress, VoiceCard

MOST_LETTERS_A_S: Final = 18
"""Nobody says more: sound up to letters / 18 s holds nothing beyond them (`adapters/hearing/local/guards.py`)."""
BLOCK_BYTES: Final = OUT_HZ * 20 // 1000 * 2
_BYTES_A_MS: Final = OUT_HZ * 2 // 1000
_HOW: Final[dict[Mood, str]] = {
    "neutral": "matter-of-fact",
    "warm": "warm and at ease",
    "annoyed": "short and a little annoyed",
    "hesitant": "hesitant",
}


@dataclass(slots=True, eq=False)
class _Reading:
    """An answer whose sound is being heard: how many of its letters may be, and how much of its sound was given out."""

    socket: Socket
    answer: ModelAnswer
    passed: int = 0
    given_bytes: int = 0
    buffered: bytes = b""

    def goes_on_with(self, letters: str) -> bool:
        """Whether these are the next words of it."""
        return not self.answer.broken and _letters(self.answer.text).startswith(letters, self.passed)

    @property
    def allowed_bytes(self) -> float:
        """Of sound, so far; all of it once every word has passed."""
        if self.answer.worded and self.passed >= len(_letters(self.answer.text)):
            return float("inf")
        return self.passed / MOST_LETTERS_A_S * OUT_HZ * 2


class RealtimeVoice:
    """Implements `Synthesiser` for one call.

    Args:
        voice_id: pinned; asking for another one is a fault.
        at_hand: the call's connection. Raises: ModelFailed.
    """

    def __init__(self, voice_id: str, at_hand: Callable[[], Awaitable[Socket]]) -> None:
        self.name, self.sample_rate_hz = NAME, OUT_HZ
        self._voice_id, self._at_hand = voice_id, at_hand
        self._worded: _Reading | None = None  # by the model, for the move under way
        self._prepared: dict[tuple[str, Mood], _Reading] = {}
        self._heard: list[_Reading] = []  # of the line that sounds now, in order

    async def start(self, progress: Progress) -> None:
        """The call's connection is made by the call."""

    def voices(self) -> Sequence[VoiceCard]:
        """None that can be chosen: the session has the one it was asked for."""
        return ()

    async def close(self) -> None:
        """The call closes its connection."""

    def follow(self, socket: Socket, answer: ModelAnswer) -> None:
        """The model says this for the move under way; its words come here once they have passed."""
        self._worded = _Reading(socket, answer)

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """See the port."""
        with suppress(ModelFailed, VoiceFailed):
            self._prepared[text, mood] = await self._read_aloud(text, voice_id, mood)

    async def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """See the port. Raises: VoiceFailed; VoiceChanged when the service speaks with another voice."""
        letters = _letters(text)
        try:
            reading = self._going_on(letters) or self._at_hand_for(text, mood)
            reading = reading or await self._read_aloud(text, voice_id, mood)
            if reading not in self._heard:
                self._heard.append(reading)
            sound = self._going_on_with(reading, letters) if reading is self._worded else _read(reading, letters)
            async with aclosing(sound) as blocks:
                async for block in blocks:
                    yield block
        except ModelFailed as failure:
            raise _voice_failed(failure) from None

    def was_heard(self, heard_ms: int, interrupted: bool) -> None:  # noqa: FBT001 - the shape that lines report in
        """The line is over; of one that was cut short the service is told where."""
        heard, self._heard = self._heard, []
        for reading in heard if interrupted else ():
            given_ms = reading.given_bytes // _BYTES_A_MS
            reading.socket.stop(reading.answer)
            if heard_ms < given_ms or not reading.answer.ended:
                reading.socket.was_heard(reading.answer, max(0, min(heard_ms, given_ms)))
            heard_ms -= given_ms

    def _going_on(self, letters: str) -> _Reading | None:
        worded = self._worded
        return worded if worded is not None and worded.goes_on_with(letters) else None

    def _at_hand_for(self, text: str, mood: Mood) -> _Reading | None:
        """Made ready before, unless it broke off since."""
        prepared = self._prepared.pop((text, mood), None)
        return None if prepared is None or prepared.answer.broken else prepared

    async def _read_aloud(self, text: str, voice_id: str, mood: Mood) -> _Reading:
        if voice_id != self._voice_id:
            raise VoiceFailed(
                "This buyer is several people, and a realtime session has one voice: choose another voice."
            )
        socket = await self._at_hand()
        return _Reading(socket, socket.read_aloud(text, mood=_HOW[mood]))

    async def _going_on_with(self, reading: _Reading, letters: str) -> AsyncGenerator[bytes, None]:
        """As far as `letters` go. What breaks off is gone on with by whoever words the move."""
        reading.passed += len(letters)
        try:
            async for block in _allowed(reading):
                yield block
        except ModelFailed as failure:
            if failure.outcome == wire.OTHER_VOICE:
                raise


async def _read(reading: _Reading, letters: str) -> AsyncGenerator[bytes, None]:
    """What is read aloud, held to the words it was given as they come. Raises: VoiceFailed when it says other ones."""
    async for _ in reading.answer.words():
        said = _letters(reading.answer.text)
        if not letters.startswith(said):
            break
        reading.passed = len(said)
        async for block in _allowed(reading):
            yield block
    if _letters(reading.answer.text) != letters:
        reading.socket.leave(reading.answer)
        raise VoiceFailed("The realtime model did not say what it was given to say.")
    reading.passed = len(letters)
    async for block in _allowed(reading):
        yield block


async def _allowed(reading: _Reading) -> AsyncGenerator[bytes, None]:
    """Its sound as far as its words have passed. Raises: ModelFailed."""
    while reading.given_bytes < reading.allowed_bytes:
        if not reading.buffered:
            reading.buffered = await reading.answer.next_sound() or b""
        if not reading.buffered:
            return
        block, reading.buffered = reading.buffered[:BLOCK_BYTES], reading.buffered[BLOCK_BYTES:]
        reading.given_bytes += len(block)
        yield block


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _voice_failed(failure: ModelFailed) -> VoiceFailed:
    return VoiceChanged(failure.sentence) if failure.outcome == wire.OTHER_VOICE else VoiceFailed(failure.sentence)
