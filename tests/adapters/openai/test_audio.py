"""A client for OpenAI's audio protocols: which way in it takes."""

import pytest

from sparring.adapters.openai import audio, endpoint
from sparring.adapters.openai.audio import AudioClient
from sparring.adapters.openai.endpoint import Endpoint
from tests.fakes.openai_audio import openai_audio


class Vouched:
    """Microsoft Entra's part."""

    def __init__(self) -> None:
        self.closed = False

    async def __call__(self) -> str:
        return "t0ken"

    async def close(self) -> None:
        self.closed = True


async def test_on_azure_an_identity_takes_the_place_of_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """A token opens the resource's own path, and its source is closed with the client."""
    vouched = Vouched()
    monkeypatch.setattr(endpoint, "AZURE_HOSTS", ("127.0.0.1",))
    monkeypatch.setattr(audio, "tokens_for", lambda _: vouched)
    async with openai_audio() as service:
        client = AudioClient(Endpoint(service.url.removesuffix("/v1"), "a-deployment"))
        await client.audio.speech.create(model="a-deployment", voice="coral", input="Yes.")
        await client.close()
    assert service.keys == ["Bearer t0ken"]
    assert vouched.closed


async def test_a_service_that_needs_no_key_gets_none() -> None:
    """A server of one's own."""
    async with openai_audio() as service:
        client = AudioClient(Endpoint(service.url, "kokoro"))
        await client.audio.speech.create(model="kokoro", voice="coral", input="Yes.")
        await client.close()
    assert service.keys == ["Bearer none"]
