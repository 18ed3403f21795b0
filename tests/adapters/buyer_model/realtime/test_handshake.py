"""The way to a connection, over real WebSockets: who is let in, and everything that stands in the way."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from sparring.adapters.buyer_model.realtime import handshake
from sparring.adapters.buyer_model.realtime.handshake import connected
from sparring.adapters.openai.endpoint import Endpoint
from sparring.errors import ConfigRejected, ModelFailed
from tests.fakes.judge_service import KEY, Reply
from tests.fakes.realtime_service import RealtimeService


class Tokens:
    """`TokenProvider`: these, one after the other; then nobody vouches for us."""

    def __init__(self, *tokens: str) -> None:
        self._tokens = list(tokens)

    async def __call__(self) -> str:
        if not self._tokens:
            raise ConfigRejected("Nobody vouches for this process.")
        return self._tokens.pop(0)

    async def close(self) -> None:
        """Nothing to let go of."""


async def refusal(service: RealtimeService, **changes: Any) -> ModelFailed:
    """Why no connection comes about."""
    tokens = changes.pop("tokens", None)
    with pytest.raises(ModelFailed) as failed:
        await connected(replace(Endpoint(service.url, "gpt-realtime", KEY), **changes), tokens)
    return failed.value


async def test_a_session_is_agreed_on_before_anything_is_asked() -> None:
    """The service has said that it writes and does not listen for ends of turns."""
    with RealtimeService() as service:
        connection = await connected(Endpoint(service.url, "gpt-realtime", KEY), None)
        await connection.close()
    (here,) = service.connections
    assert here.path == "/v1/realtime?model=gpt-realtime"
    assert here.headers["authorization"] == f"Bearer {KEY}"
    assert [event["type"] for event in here.events] == ["session.update"]


async def test_every_connection_has_a_token_of_its_own_time() -> None:
    """One that ran out in the middle of a call would be refused."""
    tokens = Tokens(KEY, KEY)
    with RealtimeService() as service:
        for _ in range(2):
            await (await connected(Endpoint(service.url, "talk"), tokens)).close()
        assert (await refusal(service, key=None, tokens=tokens)).outcome == "auth_failed"
    assert service.handshakes == 2


@pytest.mark.parametrize(
    ("reply", "outcome", "again"),
    [
        (Reply(401), "auth_failed", False),
        (Reply(404), "no_such_model", False),
        (Reply(429), "rate_limited", True),
        (Reply(429, headers={"retry-after": "60"}), "rate_limited", False),
        (Reply(500), "unavailable", True),
        (Reply(400), "request_rejected", False),
    ],
)
async def test_a_handshake_that_is_refused_is_the_same_fault_as_a_request_s(
    reply: Reply, outcome: str, *, again: bool
) -> None:
    """One word, and whether another try may help."""
    with RealtimeService(refusals=[reply]) as service:
        failure = await refusal(service)
    assert (failure.outcome, failure.again) == (outcome, again)


async def test_no_redirect_takes_the_key_elsewhere() -> None:
    """Nobody else is asked, with or without it."""
    with RealtimeService() as elsewhere:
        moved = Reply(307, headers={"location": elsewhere.url.replace("http", "ws", 1)})
        with RealtimeService(refusals=[moved]) as service:
            assert (await refusal(service)).outcome == "request_rejected"
    assert elsewhere.handshakes == 0


@pytest.mark.parametrize(
    ("greets", "outcome"),
    [
        ({"type": "error", "error": {"type": "invalid_request_error", "code": "invalid_api_key"}}, "auth_failed"),
        ({"type": "error", "error": {"type": "invalid_request_error", "code": "model_not_found"}}, "no_such_model"),
        ({"type": "error", "error": {"type": "server_error"}}, "unavailable"),
        ("Hello, this is another service.", "unusable"),
    ],
)
async def test_a_service_that_greets_with_an_error_is_not_waited_for(greets: Any, outcome: str) -> None:
    """Some let everybody in first."""
    with RealtimeService(greets=greets) as service:
        assert (await refusal(service)).outcome == outcome


async def test_a_service_that_does_not_greet_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is open and dead."""
    monkeypatch.setattr(handshake, "OPEN_WITHIN_S", 0.05)
    with RealtimeService(greets={"type": "rate_limits.updated"}) as service:
        assert (await refusal(service)).outcome == "timed_out"


async def test_nobody_at_the_address_and_another_protocol_are_faults_like_any() -> None:
    """A server that is down, and one that knows no WebSockets."""
    with RealtimeService() as service:
        url = service.url
    with pytest.raises(ModelFailed) as failed:
        await connected(Endpoint(url, "m", KEY), None)
    assert failed.value.outcome == "unavailable"
    server = await asyncio.start_server(_greets_as_a_mail_server, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(ModelFailed) as failed:
            await connected(Endpoint(f"http://127.0.0.1:{port}/v1", "m", KEY), None)
        assert failed.value.outcome == "unusable"


def _greets_as_a_mail_server(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"220 mail\r\n")
    writer.close()
