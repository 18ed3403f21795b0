"""One answer that nobody hears, before the first call: whoever calls first then finds everything imported and built.

On the first sound of a process the framework loads its native library on the event loop: 88 ms of the first wait.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence

from livekit.agents import AgentSession

from sparring.adapters.agent_session.assembly import BuyerAgent, agent_session
from sparring.adapters.agent_session.audio_io import CallAudioInput, CallAudioOutput
from sparring.adapters.agent_session.captions import CaptionSynchroniser
from sparring.adapters.agent_session.ear_plugins import silero
from sparring.adapters.agent_session.listener import Listener, Take
from sparring.adapters.agent_session.mouth import Mouth, VoiceAndMood
from sparring.adapters.agent_session.speech import Speech
from sparring.call.buyer import Move, MoveKind
from sparring.call.saying import Saying
from sparring.call.turn_taking.detection import DETECTION
from sparring.call.turn_taking.turn import SENSITIVITY, Action
from sparring.ports import Clock, Heard, Mood, Progress, VoiceCard

log = logging.getLogger(__name__)

WITHIN_S = 5.0
LOOKS_EVERY_S = 0.005
WORDS = "Hello."
SILENCE_HZ, SILENT_BLOCKS = 24_000, 10


async def warm_up(speech: Speech, clock: Clock) -> None:
    """Have `speech` answer once. A head start, not a promise: a failure is logged and shows again on a call.

    A voice that does not say whom it has (`OpenAIVoice`) is not warmed up.
    """
    if not speech.synthesiser.voices():
        return
    heard = asyncio.Event()
    output = CallAudioOutput(on_started=lambda: None, on_finished=lambda _ms, _interrupted: heard.set())
    captions = CaptionSynchroniser(output, on_caption=lambda _: None)
    ear = _NobodySpeaks(SENSITIVITY["medium"], new_take=Take, clock=clock, on_utterance=lambda: None)
    mouth = Mouth(speech.synthesiser, VoiceAndMood(speech.synthesiser.voices()[0].id), on_first_sound=lambda: None)
    session = _session(speech, ear)
    session.output.audio, session.output.transcription = captions.audio_output, captions.text_output
    await session.start(BuyerAgent(_answer, mouth), record=False)
    try:
        async with asyncio.timeout(WITHIN_S):
            session.generate_reply(user_input=WORDS)
            while not heard.is_set():
                output.pull()
                await asyncio.sleep(LOOKS_EVERY_S)
    except TimeoutError:
        log.warning("the warm-up of the engines was not over within %s s", WITHIN_S)
    finally:
        await session.aclose()
        await captions.aclose()
        mouth.give_up()
        await ear.close()


def _session(speech: Speech, ear: Listener[Take]) -> "AgentSession[None]":
    interrupt_after_ms = DETECTION["inside", "medium"].interrupt_after_ms
    session = agent_session(ear, speech.detector or silero(), interrupt_after_ms=interrupt_after_ms)
    session.input.audio = CallAudioInput()
    return session


async def _answer() -> Saying:
    return Saying.at_once(Move(WORDS, "neutral", "", MoveKind.ANSWERS))


class _NobodySpeaks(Listener[Take]):
    """An ear that is given nothing to hear."""

    def _act(self, action: Action) -> None:
        del action

    async def _heard(self, take: Take) -> tuple[Heard, ...]:
        del take
        return ()


class SilentVoice:
    """`Synthesiser` for a warm-up whose own voice stands elsewhere and is warm: a fifth of a second of nothing."""

    name = "silence"
    sample_rate_hz = SILENCE_HZ

    async def start(self, progress: Progress) -> None:
        """Ready."""

    def voices(self) -> Sequence[VoiceCard]:
        """One."""
        return (VoiceCard(self.name, "female", self.name, self.name, "none"),)

    async def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """The same for every text."""
        del text, voice_id, mood
        for _ in range(SILENT_BLOCKS):
            yield bytes(2 * SILENCE_HZ // 50)

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """Nothing to prepare."""

    async def close(self) -> None:
        """Nothing to stop."""
