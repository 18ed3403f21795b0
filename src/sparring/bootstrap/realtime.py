"""The rep's sound to the realtime model that words the buyer: whether it is set up, one call's way there, and a trial.

Flows in: settings, and the model they open. Flows out: an uplink for one call, or a sentence about what is missing.
"""

import asyncio
from typing import cast

from sparring.adapters.model.realtime.buyer import RealtimeBuyer
from sparring.adapters.model.realtime.call import RealtimeCall
from sparring.adapters.model.realtime.session import Hears, Turns
from sparring.adapters.model.realtime.uplink import NAME, RealtimeUplink
from sparring.bootstrap.buyer import buyer_endpoint, open_buyer
from sparring.call.detection import DETECTION
from sparring.config import Config
from sparring.errors import ConfigRejected, HearingFailed, ModelFailed
from sparring.persona import Persona
from sparring.ports import BuyerModel

REALTIME = "realtime"
TRIAL_LIMIT_S = 10.0
_HALF_A_SECOND = bytes(16_000)  # of silence at 16 kHz


def hears_in_session(config: Config) -> bool:
    """Whether the rep is heard by the realtime model's service. Raises: ConfigRejected when that cannot be."""
    if config.hearing != REALTIME:
        return False
    if config.buyer != REALTIME:
        raise ConfigRejected(
            "SPARRING_HEARING=realtime sends the rep's voice to the buyer's realtime model: it also needs "
            f"SPARRING_BUYER=realtime, which is {config.buyer}."
        )
    buyer_endpoint(config)
    return True


def hearing_name() -> str:
    """For the record of a call."""
    return NAME


def why_it_hears(config: Config) -> str:
    """One sentence for people."""
    turns = {
        "client": "turns are found here",
        "server_vad": "the service finds turns by loudness",
        "semantic_vad": "the service finds turns by meaning",
    }[config.realtime_turns]
    model = config.realtime_transcriber
    return f"The buyer's realtime session takes the rep's sound, {model} writes it down, and {turns}."


def uplink_for(
    buyer: BuyerModel | None, config: Config, persona: Persona, names: tuple[str, ...]
) -> tuple[RealtimeCall, RealtimeUplink]:
    """One call's model, and the rep's way to it. `names`: likely to be said."""
    assert isinstance(buyer, RealtimeBuyer)
    call = buyer.for_call()
    return call, call.hear(_hears(config, persona, names))


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
        return False, failure.sentence
    except HearingFailed:
        return False, (
            "The realtime service takes sound, but does not write it down: SPARRING_REALTIME_TRANSCRIBER="
            f"{config.realtime_transcriber} may be none of its models."
        )
    finally:
        await buyer.close()
    return True, why_it_hears(config)


def _hears(config: Config, persona: Persona, names: tuple[str, ...]) -> Hears:
    detection = DETECTION[persona.call_type, persona.interrupt_sensitivity]
    return Hears(config.realtime_transcriber, cast("Turns", config.realtime_turns), detection, names)
