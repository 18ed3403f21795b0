"""Who listens, who thinks and who speaks in one call: the one place where an `AgentSession` is put together.

Flows in: the parts that every spoken call has. Flows out: an `AgentSession` that knows no transport. Another shape of
the buyer (a realtime model, a chat model) is another `Assembly`, handed over in `Speech`; a transport never sees it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from livekit.agents import AgentSession, vad

from sparring.adapters.engine.ear_plugins import EarStt, EarVad
from sparring.adapters.engine.listener import AnyEar
from sparring.adapters.engine.mind import Mind
from sparring.adapters.engine.mouth import Mouth
from sparring.call.saying import Saying

FALSE_ALARM_AFTER_S = 1.0  # a noise without words: the buyer goes on


@dataclass(frozen=True, slots=True)
class CallParts:
    """What a spoken call brings to its engine.

    `answer` makes durable what the rep has said since the last answer and returns what the buyer says to it;
    `detector` tells speech from noise; the buyer stops after `interrupt_after_ms` of the rep's voice over theirs.
    """

    ear: AnyEar
    answer: Callable[[], Awaitable[Saying | None]]
    mouth: Mouth
    detector: vad.VAD
    interrupt_after_ms: int


Assembly = Callable[[CallParts], "AgentSession[None]"]
"""Puts a call's engine together; nothing is started or connected yet."""


def own_engines(parts: CallParts) -> "AgentSession[None]":
    """Our ear, our mind, our mouth: one process or three, no service and no key."""
    return AgentSession(
        vad=EarVad(parts.ear, parts.detector),
        stt=EarStt(parts.ear),
        llm=Mind(parts.answer),
        tts=parts.mouth,
        turn_handling={
            "turn_detection": "vad",
            "endpointing": {"min_delay": 0.0, "max_delay": 0.0},
            "interruption": {
                "mode": "vad",
                "min_duration": parts.interrupt_after_ms / 1000,
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
