"""One connection: fresh proof at each opening, busy while it answers."""

import asyncio
import logging
from collections.abc import Mapping

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.voice.azure import connection
from sparring.adapters.voice.azure.connection import ConnectionLost, open_connection
from sparring.adapters.voice.azure.factory import websocket_url
from tests.fakes.azure_speech import azure_speech, tone

DOCUMENT = '<speak xmlns="http://www.w3.org/2001/10/synthesis"><voice name="v">two words</voice></speak>'


async def nobody() -> Mapping[str, str]:
    return {}


async def test_an_answer_comes_whole_and_leaves_the_connection_free() -> None:
    """Busy in between, so that nobody else asks over it."""
    async with azure_speech() as azure:
        opened = await open_connection(websocket_url(azure.url), nobody, SystemClock())
        assert opened.usable
        pieces: list[bytes] = []
        async for pcm in opened.sound(DOCUMENT):
            assert not opened.usable
            pieces.append(pcm)
        assert b"".join(pieces) == tone("two words")
        assert opened.usable
        opened.close()
        assert not opened.usable


async def test_an_address_where_nobody_listens_is_lost() -> None:
    """No words of the system's are passed on."""
    with pytest.raises(ConnectionLost):
        await open_connection("ws://127.0.0.1:9", nobody, SystemClock())


async def test_an_identity_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor a service that takes the connection and says nothing: either would hold a warm one's place for ever."""
    monkeypatch.setattr(connection, "OPEN_WITHIN_S", 0.05)

    async def silent() -> Mapping[str, str]:
        await asyncio.Event().wait()
        raise AssertionError

    async with azure_speech(open_s=1.0) as azure:
        for proof in (silent, nobody):
            with pytest.raises(ConnectionLost):
                await open_connection(websocket_url(azure.url), proof, SystemClock())


async def test_no_redirect_takes_the_key_elsewhere() -> None:
    """The library itself would follow, and take along every header but those it knows for secrets."""

    async def key() -> Mapping[str, str]:
        return {"Ocp-Apim-Subscription-Key": "a secret"}

    async with azure_speech() as elsewhere, azure_speech() as azure:
        azure.moved_to = websocket_url(elsewhere.url)
        with pytest.raises(ConnectionLost):
            await open_connection(websocket_url(azure.url), key, SystemClock())
        assert elsewhere.headers == []


async def test_nothing_that_is_said_or_proves_who_we_are_is_written_down(caplog: pytest.LogCaptureFixture) -> None:
    """Not even where everything is logged."""

    async def key() -> Mapping[str, str]:
        return {"Ocp-Apim-Subscription-Key": "a secret"}

    caplog.set_level(logging.DEBUG)
    async with azure_speech() as azure:
        opened = await open_connection(websocket_url(azure.url), key, SystemClock())
        async for _ in opened.sound(DOCUMENT):
            pass
        opened.close()
    ours = [record for record in caplog.records if record.name != "websockets.server"]  # the stand-in tells everything
    assert not [record for record in ours if "two words" in record.getMessage() or "secret" in record.getMessage()]
