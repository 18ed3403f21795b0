"""The way to a connection that can be asked: a token of now, the handshake, and a session that does what a call needs.

Flows in: an endpoint. Flows out: an open WebSocket whose service has agreed to our settings, or ModelFailed.
"""

import asyncio
import json

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import InvalidHandshake, InvalidStatus, WebSocketException

from sparring.adapters.azure.entra import TokenProvider
from sparring.adapters.buyer_model.realtime import wire
from sparring.adapters.buyer_model.realtime.session import READS_AND_WRITES, Session, asked, check
from sparring.adapters.openai.endpoint import Endpoint
from sparring.adapters.openai.faults import failed, refused
from sparring.adapters.web_socket import straight_to
from sparring.errors import ConfigRejected

OPEN_WITHIN_S = 5.0
CLOSE_WITHIN_S = 1.0
MOST_BYTES = 1 << 20  # of one event


async def connected(
    endpoint: Endpoint, tokens: TokenProvider | None, wanted: Session = READS_AND_WRITES
) -> ClientConnection:
    """Raises: ModelFailed."""
    try:
        async with asyncio.timeout(OPEN_WITHIN_S):
            connection = await _shaken(endpoint, await wire.headers(endpoint, tokens))
            await _agreed(connection, wanted)
    except InvalidStatus as error:
        raise refused(error.response.status_code, error.response.headers) from None
    except ConfigRejected:  # no token was given to us
        raise failed("auth_failed") from None
    except TimeoutError:
        raise failed("timed_out") from None
    except InvalidHandshake:
        raise failed("unusable") from None
    except (OSError, WebSocketException):
        raise failed("unavailable") from None
    return connection


async def _shaken(endpoint: Endpoint, headers: dict[str, str]) -> ClientConnection:
    limits = {"open_timeout": OPEN_WITHIN_S, "close_timeout": CLOSE_WITHIN_S, "max_size": MOST_BYTES}
    return await straight_to(wire.address(endpoint), headers, **limits)


async def _agreed(connection: ClientConnection, wanted: Session) -> None:
    """The service greets, takes our settings and says so. Raises: ModelFailed, ConnectionClosed."""
    agreed = False
    try:
        await _until(connection, "session.created")
        await connection.send(json.dumps(asked(wanted)))
        check(wanted, wire.part(await _until(connection, "session.updated"), "session"))
        agreed = True
    finally:
        if not agreed:
            connection.transport.abort()


async def _until(connection: ClientConnection, kind: str) -> wire.WireEvent:
    while True:
        event = wire.read(await connection.recv())
        if event.get("type") == kind:
            return event
        if event.get("type") == "error":
            raise failed(wire.outcome_of_error(event.get("error")))
