"""What leaves the machine, as it is set."""

from typing import Any

import pytest

from sparring.bootstrap.recipients import outside
from sparring.config import Config

AZURE = "https://x.openai.azure.com"


@pytest.mark.parametrize(
    ("settings", "parts"),
    [
        ({}, ()),
        ({"hearing_url": AZURE}, ()),
        ({"hearing": "openai", "hearing_url": AZURE}, ("hearing",)),
        ({"hearing": "openai", "hearing_url": "http://127.0.0.1:9/v1"}, ()),
        ({"hearing": "realtime", "buyer": "realtime", "buyer_url": AZURE}, ("hearing", "buyer")),
        ({"voice": "realtime", "buyer": "realtime", "buyer_url": AZURE}, ("buyer", "voice")),
        ({"voice": "azure", "azure_speech_url": AZURE}, ("voice",)),
        ({"buyer": "chat", "buyer_url": "http://localhost:11434/v1"}, ()),
        ({"livekit_url": "wss://x.livekit.cloud"}, ("hearing", "voice")),
        ({"livekit_url": "ws://127.0.0.1:7880"}, ()),
    ],
)
def test_a_part_is_outside_where_a_service_elsewhere_does_it(settings: dict[str, Any], parts: tuple[str, ...]) -> None:
    """Set up and chosen; an address alone sends nothing."""
    assert outside(Config(**settings)) == parts
