"""One connection: fresh proof at each opening, busy while it answers."""

from collections.abc import Mapping

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.voice.azure.connection import ConnectionLost, open_connection
from sparring.adapters.voice.azure.opening import websocket_url
from tests.fakes.azure_speech import azure_speech, tone

DOCUMENT = '<speak xmlns="http://www.w3.org/2001/10/synthesis"><voice name="v">two words</voice></speak>'


async def nobody() -> Mapping[str, str]:
    return {}


async def test_an_answer_comes_whole_and_leaves_the_connection_free() -> None:
    """Busy in between, so that nobody else asks over it."""
    async with azure_speech() as azure:
        connection = await open_connection(websocket_url(azure.url), nobody, SystemClock())
        assert connection.usable
        pieces: list[bytes] = []
        async for pcm in connection.sound(DOCUMENT):
            assert not connection.usable
            pieces.append(pcm)
        assert b"".join(pieces) == tone("two words")
        assert connection.usable
        connection.close()
        assert not connection.usable


async def test_an_address_where_nobody_listens_is_lost() -> None:
    """No words of the system's are passed on."""
    with pytest.raises(ConnectionLost):
        await open_connection("ws://127.0.0.1:9", nobody, SystemClock())
