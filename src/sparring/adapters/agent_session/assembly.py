"""Who listens, who thinks and who speaks in one call: the one place where the framework is given our engine.

Flows in: a call's ear, mind and mouth. Flows out: an `AgentSession` and its `Agent`, which know no transport.
"""

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import Any, NoReturn

from livekit import rtc
from livekit.agents import Agent, AgentSession, ModelSettings, llm, room_io, vad

from sparring.adapters.agent_session.ear_plugins import EarStt, EarVad
from sparring.adapters.agent_session.listener import AnyEar
from sparring.adapters.agent_session.mouth import Mouth
from sparring.call.saying import Saying

FALSE_ALARM_AFTER_S = 1.0  # a noise without words: the buyer goes on
ONLY_PRESENCE = room_io.RoomOptions(
    audio_input=False,
    audio_output=False,
    text_input=False,
    text_output=False,
    close_on_disconnect=False,
    delete_room_on_close=False,
)
"""In a room the framework tells the others who has the word. Sound, words and departures are ours, as elsewhere."""


class BuyerAgent(Agent):
    """Asked by the framework for an answer and its sound; both are the call's own.

    As nodes of the agent they spare each answer the framework's streams for services: some ten tasks, 6 ms.

    Args:
        answer: makes durable what the rep has said since the last answer and returns what the buyer says to it.
        mouth: speaks it.
    """

    def __init__(self, answer: Callable[[], Awaitable[Saying | None]], mouth: Mouth) -> None:
        super().__init__(instructions="")
        self._answer, self._mouth = answer, mouth

    async def llm_node(
        self, chat_ctx: llm.ChatContext, tools: list[llm.Tool], model_settings: ModelSettings
    ) -> AsyncIterator[str]:
        """The words of the buyer's move as they come; the chat context is the framework's record, the diary ours."""
        del chat_ctx, tools, model_settings
        saying = await self._answer()
        if saying is not None:
            async for piece in saying.pieces():
                yield piece

    def tts_node(self, text: AsyncIterable[str], model_settings: ModelSettings) -> AsyncIterable[rtc.AudioFrame]:
        """The words as sound."""
        del model_settings
        return self._mouth.frames(text)


def agent_session(ear: AnyEar, detector: vad.VAD, *, interrupt_after_ms: int) -> "AgentSession[None]":
    """Nothing is started or connected yet.

    Args:
        ear: hears the rep and says when their turn is over.
        detector: tells speech from noise.
        interrupt_after_ms: of the rep's voice over the buyer's, and the buyer stops.
    """
    return AgentSession(
        vad=EarVad(ear, detector),
        stt=EarStt(ear),
        llm=_AgentThinks(),
        turn_handling={
            "turn_detection": "vad",
            "endpointing": {"min_delay": 0.0, "max_delay": 0.0},
            "interruption": {
                "mode": "vad",
                "min_duration": interrupt_after_ms / 1000,
                "resume_false_interruption": True,
                "false_interruption_timeout": FALSE_ALARM_AFTER_S,
            },
            # the mind answers in a millisecond and must be asked once per turn
            "preemptive_generation": {"enabled": False},
        },
        aec_warmup_duration=None,  # three seconds of deafness by default; the browser cancels echo itself
        user_away_timeout=None,  # silence is the buyer's affair
        tts_text_transforms=None,  # they hold text back until a word follows; what is spoken is clean already
    )


class _AgentThinks(llm.LLM[str]):
    """Without a model the framework asks for no answer; the agent's own node gives it, and this one is never asked."""

    def chat(self, **_: Any) -> NoReturn:
        """Nobody's."""
        raise NotImplementedError("The agent's node answers.")
