"""A WebSocket that is told who we are: where it goes, and what it keeps to itself."""

import logging

import pytest
from websockets.exceptions import InvalidStatus

from sparring.adapters.voice.azure.factory import websocket_url
from sparring.adapters.web_socket import straight_to
from tests.fakes.azure_speech import azure_speech

SECRET = {"api-key": "a secret"}


async def test_a_redirect_is_an_answer_and_not_a_way_on() -> None:
    """Nobody else is asked, with or without what proves who we are."""
    async with azure_speech() as elsewhere, azure_speech() as service:
        service.moved_to = websocket_url(elsewhere.url)
        with pytest.raises(InvalidStatus):
            await straight_to(websocket_url(service.url), SECRET)
        assert elsewhere.headers == []


async def test_what_it_carries_is_not_written_down(caplog: pytest.LogCaptureFixture) -> None:
    """Neither frames nor headers, even where everything is logged; the stand-in's own side tells all."""
    caplog.set_level(logging.DEBUG)
    async with azure_speech() as service:
        connection = await straight_to(websocket_url(service.url), SECRET)
        await connection.close()
    assert service.headers[0]["api-key"] == "a secret"
    assert not [one for one in caplog.records if one.name != "websockets.server" and "secret" in one.getMessage()]
