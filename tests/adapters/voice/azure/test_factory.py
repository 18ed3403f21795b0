"""Addresses, keys and tokens of Azure Speech."""

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.voice.azure.factory import AzureVoiceSettings, open_azure_voice, websocket_url
from sparring.errors import ConfigRejected
from tests.fakes.azure_speech import azure_speech

RESOURCE = "/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a"


class Tokens:
    """Implements `TokenProvider` with a new token each time."""

    def __init__(self) -> None:
        self.given, self.closed = 0, False

    async def __call__(self) -> str:
        self.given += 1
        return f"token{self.given}"

    async def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (
            "https://my.cognitiveservices.azure.com/",
            "wss://my.cognitiveservices.azure.com/tts/cognitiveservices/websocket/v1",
        ),
        (
            "https://eastus.tts.speech.microsoft.com",
            "wss://eastus.tts.speech.microsoft.com/cognitiveservices/websocket/v1",
        ),
        ("http://127.0.0.1:81/own/path", "ws://127.0.0.1:81/own/path"),
    ],
)
def test_an_address_becomes_where_its_kind_takes_websockets(url: str, address: str) -> None:
    """A resource of its own name, a region, or a gateway."""
    assert websocket_url(url) == address


async def test_each_connection_shows_a_token_that_is_valid_now() -> None:
    """In the form that names the resource; a token that was renewed meanwhile is the one that is shown."""
    tokens = Tokens()
    async with azure_speech() as azure:
        settings = AzureVoiceSettings(azure.url, resource_id=RESOURCE, warm=1)
        voice, why = await open_azure_voice(settings, SystemClock(), progress=lambda *_: None, tokens=tokens)
        async for _ in voice.speak(
            "Hello there, how are you today my friend? Fine.", voice_id="en-US-Ava:DragonHDLatestNeural"
        ):
            pass
        await voice.close()
    shown = [headers["authorization"] for headers in azure.headers]
    assert shown[0] == f"Bearer aad#{RESOURCE}#token1"
    assert len(set(shown)) == len(shown) > 1
    assert "Microsoft Entra" in why


@pytest.mark.parametrize("resource_id", [None, "my-resource", f"{RESOURCE}#x"])
async def test_a_token_needs_the_whole_id_of_the_resource(resource_id: str | None) -> None:
    """Azure would answer with 401 and say nothing."""
    with pytest.raises(ConfigRejected, match="SPARRING_AZURE_SPEECH_RESOURCE_ID"):
        await open_azure_voice(
            AzureVoiceSettings("https://x", resource_id=resource_id), SystemClock(), progress=lambda *_: None
        )
