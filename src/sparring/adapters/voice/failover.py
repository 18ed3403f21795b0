"""A `Synthesiser` for one call that leaves no silence: what a service's voice does not say in time, a stand-by says.

Flows in: the call's voice, and a voice of this machine that stands by. Flows out: blocks of 20 ms. A refusal that comes
at once costs one more try. Whoever stands in once does so to the end of the call: nobody's voice changes twice. With
nobody to stand in a voice that is late hesitates, which was made ahead, and is asked once more.
"""

import asyncio
import logging
import re
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import Final

from sparring.adapters.voice.wrapper import VoiceWrapper
from sparring.errors import VoiceFailed
from sparring.ports import Clock, Mood, Synthesiser

log = logging.getLogger(__name__)

FIRST_SOUND_S: Final = 1.0  # a stand-by that is warm still brings the first sound within 1.5 s
AT_ONCE_S: Final = 0.4  # a failure this early leaves time for another try
STALLED_S: Final = 0.4  # of silence in the middle of a line
STALLED_ALONE_S: Final = 2.0  # nobody stands by: an engine on a starved machine is late, not broken
HESITATION: Final = "Um, well."
"""Said by a voice that is late and alone. It says nothing, so no record holds it."""
AFTER_HESITATION_S: Final = 1.2  # with a second of its own, a turn's end and the words: within 2.5 s of silence each
AT_HAND_S: Final = 0.1  # what was made ahead is there at once
CHARACTERS_A_SECOND: Final = 13.0  # of a slow talker: a stand-in rather says a word twice than leaves one out
_CLAUSE_ENDS: Final = re.compile(r"(?<=[,;:.!?\u2014])\s+")


@dataclass(frozen=True, slots=True)
class StandBy:
    """Who says it when the voice does not. `voices`: pinned voice -> one of the stand-by's, of the same gender."""

    synthesiser: Synthesiser
    voices: Mapping[str, str]


class FailoverVoice(VoiceWrapper):
    """Never silent for long.

    Args:
        synthesiser: speaks; shared by all calls.
        stand_by: for when it does not; None: there is nobody else.
        clock: tells how far the sound is ahead of the ear.
    """

    def __init__(self, synthesiser: Synthesiser, clock: Clock, *, stand_by: StandBy | None = None) -> None:
        super().__init__(synthesiser)
        self._clock, self._stand_by = clock, stand_by
        self._stood_in: dict[str, str] = {}
        self._hesitates: set[str] = set()  # the voices whose hesitation was made ahead

    def stand_in_for(self, voice_id: str) -> str:
        """Who speaks where this voice is pinned."""
        return self._stood_in.get(voice_id, super().stand_in_for(voice_id))

    async def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """As the inner synthesiser, or its stand-in where it falls silent. Raises: VoiceFailed when nobody is left."""
        made_s, left = 0.0, text
        if voice_id not in self._stood_in:
            try:
                async with aclosing(self._tried(text, voice_id, mood)) as blocks:
                    async for block in blocks:
                        made_s += len(block) / 2 / self.sample_rate_hz
                        yield block
            except VoiceFailed:
                self._let_another_stand_in(voice_id)
                left = unsaid(text, made_s)
            else:
                return
        if self._stand_by is not None and left:
            speak = self._stand_by.synthesiser.speak
            async with aclosing(speak(left, voice_id=self._stood_in[voice_id], mood=mood)) as blocks:
                async for block in blocks:
                    yield block

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """As whoever will speak."""
        if self._stand_by is not None and voice_id in self._stood_in:
            await self._stand_by.synthesiser.prepare(text, voice_id=self._stood_in[voice_id], mood=mood)
            return
        await super().prepare(text, voice_id=voice_id, mood=mood)
        if self._alone(voice_id) and voice_id not in self._hesitates:
            await super().prepare(HESITATION, voice_id=voice_id)
            self._hesitates.add(voice_id)

    def _alone(self, voice_id: str) -> bool:
        return self._stand_by is None or voice_id not in self._stand_by.voices

    def _let_another_stand_in(self, voice_id: str) -> None:
        """To the end of the call. Raises: VoiceFailed when there is nobody."""
        if self._stand_by is None or voice_id not in self._stand_by.voices:
            raise VoiceFailed("The buyer's voice fell silent, and nobody can stand in for it.")
        log.warning("voice %s: somebody stands in for the rest of a call", self.name)
        self._stood_in[voice_id] = self._stand_by.voices[voice_id]

    async def _tried(self, text: str, voice_id: str, mood: Mood) -> AsyncGenerator[bytes, None]:
        """One more try where the first one has made no sound: after a refusal at once, or behind a hesitation."""
        began_s, begun = self._clock.monotonic_s(), False
        try:
            async with aclosing(self._in_time(text, voice_id, mood, within_s=FIRST_SOUND_S)) as blocks:
                async for block in blocks:
                    begun = True
                    yield block
                return
        except VoiceFailed:
            left_s = FIRST_SOUND_S - (self._clock.monotonic_s() - began_s)
            late = left_s < FIRST_SOUND_S - AT_ONCE_S
            if begun or (late and not self._alone(voice_id)):
                raise
        if late:
            hesitation = await self._hesitation(voice_id)
            left_s = (
                AFTER_HESITATION_S + sum(map(len, hesitation)) / 2 / self.sample_rate_hz if hesitation else AT_ONCE_S
            )
            for block in hesitation:
                yield block
        async with aclosing(self._in_time(text, voice_id, mood, within_s=left_s)) as blocks:
            async for block in blocks:
                yield block

    async def _hesitation(self, voice_id: str) -> list[bytes]:
        """Its sound; nothing where it is not at hand."""
        if voice_id not in self._hesitates:
            return []
        try:
            async with aclosing(self._in_time(HESITATION, voice_id, "neutral", within_s=AT_HAND_S)) as blocks:
                return [block async for block in blocks]
        except VoiceFailed:
            return []

    async def _in_time(self, text: str, voice_id: str, mood: Mood, *, within_s: float) -> AsyncGenerator[bytes, None]:
        """Raises: VoiceFailed, also when the first sound is late, the sound runs dry, or there is none."""
        made_s, began_s, patience_s = 0.0, 0.0, within_s
        stall_s = STALLED_ALONE_S if self._alone(voice_id) else STALLED_S
        async with aclosing(self._synthesiser.speak(text, voice_id=voice_id, mood=mood)) as blocks:
            while (block := await _next(blocks, patience_s)) is not None:
                if len(block) % 2:
                    raise VoiceFailed("What the voice makes is not sound.")
                began_s = began_s or self._clock.monotonic_s()
                made_s += len(block) / 2 / self.sample_rate_hz
                yield block
                patience_s = began_s + made_s - self._clock.monotonic_s() + stall_s
        if not made_s and any(map(str.isalnum, text)):
            raise VoiceFailed("The voice made no sound.")


async def _next(blocks: AsyncGenerator[bytes, None], within_s: float) -> bytes | None:
    try:
        async with asyncio.timeout(max(0.0, within_s)):
            return await anext(blocks, None)
    except TimeoutError:
        raise VoiceFailed("The voice was not there in time.") from None


def unsaid(text: str, made_s: float) -> str:
    """What is left of a line of which so much was made, from the beginning of the clause in which it broke off."""
    said, begins = made_s * CHARACTERS_A_SECOND, 0
    for cut in _CLAUSE_ENDS.finditer(text):
        if cut.end() > said:
            break
        begins = cut.end()
    return text[begins:] if len(text) > said else ""
