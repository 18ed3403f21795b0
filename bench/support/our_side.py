"""Our side of `bench.pipecat`: the shipped ear, mouth, audio input and output around an `AgentSession`, with stubs."""

import asyncio
import sys
from collections.abc import AsyncGenerator, Sequence

from bench.support.stubs import (
    BLOCK_S,
    LLM_S,
    SILENCE_S,
    STT_S,
    TTS_S,
    VOICE_RATE_HZ,
    WORD_S,
    WORDS,
    Listener,
    Microphone,
    Talk,
    converse,
    dumped,
    now_s,
    talks_at_once,
    tone,
)

from sparring.adapters.agent_session.assembly import BuyerAgent, agent_session
from sparring.adapters.agent_session.audio_io import CallAudioInput, CallAudioOutput
from sparring.adapters.agent_session.captions import CaptionSynchroniser
from sparring.adapters.agent_session.ear import Ear
from sparring.adapters.agent_session.mouth import Mouth, VoiceAndMood
from sparring.adapters.clock import SystemClock
from sparring.call.buyer import Move, MoveKind
from sparring.call.saying import Saying
from sparring.call.turn_taking.turn import TurnTiming
from sparring.ports import Heard, Mood, Progress, VoiceCard
from tests.fakes.phone import LoudnessDetector

SILENCE_MS = round(1000 * SILENCE_S)
TIMING = TurnTiming(
    asked_ms=SILENCE_MS,
    finished_ms=SILENCE_MS,
    likely_more_ms=SILENCE_MS,
    plain_ms=SILENCE_MS,
    unfinished_ms=SILENCE_MS,
    unread_ms=SILENCE_MS,
)
CONFIGURED_S = SILENCE_S + LLM_S + TTS_S  # recognition runs while the silence does


class StubRecogniser:
    """`Recogniser` that takes its time."""

    name = "stub"

    async def start(self, progress: Progress) -> None:
        """Ready."""

    def recognise(self, pcm_16khz: bytes, *, hint: str = "", words: bool = False) -> "StubRecognition":
        """Begin."""
        del pcm_16khz, hint, words
        return StubRecognition()

    async def close(self) -> None:
        """Nothing to stop."""


class StubRecognition:
    """One."""

    async def result(self) -> Heard:
        """After the delay."""
        await asyncio.sleep(STT_S)
        return Heard(text="Something was said.", confidence=0.9, unsure=False, words=(), decode_ms=1000 * STT_S)

    def cancel(self) -> None:
        """It costs nothing."""


class StubVoice:
    """`Synthesiser` that takes its time before the first sound, and none after it."""

    name = "stub"
    sample_rate_hz = VOICE_RATE_HZ

    async def start(self, progress: Progress) -> None:
        """Ready."""

    def voices(self) -> Sequence[VoiceCard]:
        """None of note."""
        return ()

    async def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """A tone for each word, in blocks of 20 ms."""
        del voice_id, mood
        await asyncio.sleep(TTS_S)
        sound, size = tone(WORD_S * len(text.split()), VOICE_RATE_HZ), round(2 * BLOCK_S * VOICE_RATE_HZ)
        for start in range(0, len(sound), size):
            yield sound[start : start + size]

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """Nothing to prepare."""

    async def close(self) -> None:
        """Nothing to stop."""


async def _answer() -> Saying:
    await asyncio.sleep(LLM_S)
    return Saying.at_once(Move(WORDS, "neutral", "caller", MoveKind.ANSWERS))


async def talk(turns: int) -> Talk:
    """The rep's sound in, the buyer's out, pulled every 20 ms as a transport does."""
    listener, sound_in = Listener(), CallAudioInput()
    sound_out = CallAudioOutput(on_started=lambda: None, on_finished=lambda _ms, _interrupted: None)
    ear = Ear(
        StubRecogniser(), TIMING, hint="", clock=SystemClock(), on_caption=lambda _: None, on_utterance=lambda: None
    )
    session = agent_session(ear, LoudnessDetector(), interrupt_after_ms=250)
    mouth = Mouth(StubVoice(), VoiceAndMood("stub"), on_first_sound=lambda: None)
    synchroniser = CaptionSynchroniser(sound_out, on_caption=lambda _: None)
    session.input.audio, session.output.audio = sound_in, synchroniser.audio_output
    session.output.transcription = synchroniser.text_output
    await session.start(BuyerAgent(_answer, mouth), record=False)
    microphone = Microphone(lambda pcm: _push(sound_in, pcm))
    tasks = [asyncio.create_task(microphone.run()), asyncio.create_task(_pull(sound_out, listener))]
    try:
        await asyncio.sleep(1)
        return await converse(microphone, listener, turns, CONFIGURED_S)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await session.aclose()
        await synchroniser.aclose()
        await ear.close()


async def _push(sound_in: CallAudioInput, pcm: bytes) -> None:
    sound_in.push(pcm)


async def _pull(sound_out: CallAudioOutput, listener: Listener) -> None:
    began_s, blocks = now_s(), 0
    while True:
        blocks += 1
        await asyncio.sleep(max(0.0, began_s + blocks * BLOCK_S - now_s()))
        listener.hear(sound_out.pull())


if __name__ == "__main__":
    print(dumped(asyncio.run(talks_at_once(talk, sys.argv[1:], described=__doc__))))
