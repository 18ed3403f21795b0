"""Where what is said on a call goes besides this machine, for whoever is asked to agree to it.

Flows in: settings. Flows out: the parts of a call that a service elsewhere does. Our own loopback is not elsewhere.
"""

from typing import Literal
from urllib.parse import urlsplit

from sparring.config import LOOPBACK, Config

CallPart = Literal["hearing", "voice", "buyer"]


def outside(config: Config) -> tuple[CallPart, ...]:
    """In the order of a call. In a room, both voices go through its media server."""
    hearing = {"openai": config.hearing_url, "realtime": config.buyer_url}.get(config.hearing)
    buyer = None if config.buyer == "mind" else config.buyer_url
    services = {"openai": config.voice_url, "azure": config.azure_speech_url, "realtime": config.buyer_url}
    voice = services.get(config.voice)
    goes: tuple[tuple[CallPart, str | None], ...] = (
        ("hearing", config.livekit_url),
        ("hearing", hearing),
        ("buyer", buyer),
        ("voice", config.livekit_url),
        ("voice", voice),
    )
    return tuple(dict.fromkeys(part for part, url in goes if url is not None and _elsewhere(url)))


def _elsewhere(url: str) -> bool:
    return urlsplit(url).hostname not in LOOPBACK
