"""What the realtime model that words the buyer does besides: it hears the rep, speaks for itself, or both.

Flows in: settings, and the model they open. Flows out: one call's model with its uplink and its voice, or a sentence
about what is missing.
"""

import asyncio
from contextlib import aclosing
from dataclasses import dataclass
from typing import cast

from sparring.adapters.buyer_model.realtime.buyer import RealtimeBuyer
from sparring.adapters.buyer_model.realtime.call import RealtimeCall
from sparring.adapters.buyer_model.realtime.session import Hears, Turns
from sparring.adapters.buyer_model.realtime.uplink import RealtimeUplink
from sparring.adapters.buyer_model.realtime.voice import RealtimeVoice
from sparring.adapters.buyer_model.realtime.wire import NAME
from sparring.bootstrap.buyer import buyer_endpoint, open_buyer
from sparring.bootstrap.endpoint_settings import advice
from sparring.call.turn_taking.detection import DETECTION
from sparring.config import Config
from sparring.errors import ConfigRejected, HearingFailed, ModelFailed, VoiceFailed
from sparring.persona import Persona
from sparring.ports import MIC_RATE_HZ, BuyerModel

REALTIME = "realtime"
IN_SESSION = NAME  # who hears or speaks then, for the record of a call
TRIAL_LIMIT_S, TRIAL_VOICE = 10.0, "coral"
_HALF_A_SECOND = bytes(MIC_RATE_HZ)


@dataclass(frozen=True, slots=True)
class InSession:
    """What the buyer's realtime session does besides wording: nothing by default."""

    hears: bool = False
    speaks: bool = False


def hears_in_session(config: Config) -> bool:
    """Whether the rep is heard there. Raises: ConfigRejected when that cannot be."""
    return config.hearing == REALTIME and _needs_a_session(
        config, "SPARRING_HEARING=realtime sends the rep's voice to the buyer's realtime model"
    )


def speaks_in_session(config: Config) -> bool:
    """Whether the model speaks for itself. Raises: ConfigRejected when that cannot be."""
    return config.voice == REALTIME and _needs_a_session(
        config, "SPARRING_VOICE=realtime lets the buyer's realtime model speak for itself"
    )


def _needs_a_session(config: Config, because: str) -> bool:
    if config.buyer != REALTIME:
        raise ConfigRejected(f"{because}: it also needs SPARRING_BUYER=realtime, and that is {config.buyer} now.")
    buyer_endpoint(config)
    return True


WHY_IT_SPEAKS = (
    "The realtime model speaks for itself, in the persona's pinned voice, which every answer is checked for. It is not "
    "anchored: its words are checked while it says them, and its sound is cut where they may not be heard."
)


def why_it_hears(config: Config) -> str:
    """One sentence for people."""
    turns = {
        "client": "turns are found here",
        "server_vad": "the service finds turns by loudness",
        "semantic_vad": "the service finds turns by meaning",
    }[config.realtime_turns]
    model = config.realtime_transcriber
    return f"The buyer's realtime session takes the rep's sound, {model} writes it down, and {turns}."


@dataclass(frozen=True, slots=True)
class InSessionCall:
    """One call's model, with what it does besides."""

    model: RealtimeCall
    uplink: RealtimeUplink | None = None
    voice: RealtimeVoice | None = None


def call_in_session(
    buyer: BuyerModel | None, config: Config, persona: Persona, names: tuple[str, ...]
) -> InSessionCall:
    """`names`: likely to be said. Raises: VoiceFailed when this buyer is several people."""
    assert isinstance(buyer, RealtimeBuyer)
    voices = {persona.voice_of(stage.id).on(NAME) for stage in persona.stages}
    speaks = speaks_in_session(config)
    if speaks and len(voices) > 1:
        raise VoiceFailed(
            "This buyer is several people, and a realtime model has one voice a call: type the call, or choose another "
            "buyer or another SPARRING_VOICE."
        )
    model = buyer.for_call()
    uplink = model.hear(_hears(config, persona, names)) if hears_in_session(config) else None
    return InSessionCall(model, uplink, model.speak(*voices) if speaks else None)


async def examine_uplink(config: Config) -> tuple[bool, str]:
    """Half a second of silence for real: whether the session takes sound and writes it down, and a sentence about it.

    Raises: ConfigRejected.
    """
    hears_in_session(config)
    buyer = cast("RealtimeBuyer", open_buyer(config))
    call = buyer.for_call()
    uplink = call.hear(Hears(config.realtime_transcriber, "client", DETECTION["inside", "medium"]))
    try:
        async with asyncio.timeout(TRIAL_LIMIT_S):
            await call.ready()
            uplink.push(_HALF_A_SECOND)
            await uplink.close_turn().result()
    except TimeoutError:
        return False, "The realtime service takes sound, but did not write it down in time."
    except ModelFailed as failure:
        return False, f"{failure.sentence} {advice('BUYER', failure.outcome, key=config.buyer_key)}".rstrip()
    except HearingFailed:
        return False, (
            "The realtime service takes sound, but does not write it down: SPARRING_REALTIME_TRANSCRIBER="
            f"{config.realtime_transcriber} may be none of its models."
        )
    finally:
        await buyer.close()
    return True, why_it_hears(config)


async def examine_voice(config: Config) -> tuple[bool, str]:
    """One word for real, in a voice that personas have: whether it comes, and a sentence. Raises: ConfigRejected."""
    speaks_in_session(config)
    buyer = cast("RealtimeBuyer", open_buyer(config))
    voice = buyer.for_call().speak(TRIAL_VOICE)
    try:
        async with asyncio.timeout(TRIAL_LIMIT_S), aclosing(voice.speak("Hello.", voice_id=TRIAL_VOICE)) as sound:
            async for _ in sound:
                return True, WHY_IT_SPEAKS
    except TimeoutError:
        return False, "The realtime service did not speak in time."
    except VoiceFailed as failure:
        return False, failure.sentence
    finally:
        await buyer.close()
    return False, "The realtime model makes no sound."


def _hears(config: Config, persona: Persona, names: tuple[str, ...]) -> Hears:
    detection = DETECTION[persona.call_type, persona.interrupt_sensitivity]
    return Hears(config.realtime_transcriber, cast("Turns", config.realtime_turns), detection, names)
