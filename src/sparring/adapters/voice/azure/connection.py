"""One WebSocket to Azure Speech: opened with fresh proof of who we are, one request at a time, closed when in doubt.

Flows in: SSML. Flows out: PCM as it arrives. The service's own words about a failure are read and never passed on.
"""

import asyncio
import uuid
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from typing import Final

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus

from sparring.adapters.voice.azure import messages
from sparring.adapters.web_socket import straight_to
from sparring.errors import VoiceFailed
from sparring.ports import Clock

OPEN_WITHIN_S: Final = 5.0
NEXT_BYTE_WITHIN_S: Final = 1.5  # of one answer; a working service sends faster than it is spoken
MAX_MESSAGE_BYTES: Final = 2**21
_LIMITS: Final = {"open_timeout": None, "compression": None, "max_size": MAX_MESSAGE_BYTES, "max_queue": 64}
_REFUSED: Final = 1007
_THROTTLED: Final = 4429

Credentials = Callable[[], Awaitable[Mapping[str, str]]]
"""Headers that prove who we are, valid now. Raises: ConfigRejected."""


class ConnectionLost(Exception):
    """Nothing more will come over this connection."""


class VoiceUnknown(Exception):
    """The service does not have this voice, here or for us."""


class SpeechConnection:
    """An open connection.

    Args:
        socket: open, and told who calls.
        clock: when it was opened, and for time stamps.
    """

    def __init__(self, socket: ClientConnection, clock: Clock) -> None:
        self._socket, self._clock = socket, clock
        self.opened_s = self.used_s = clock.monotonic_s()
        self.busy = False

    @property
    def usable(self) -> bool:
        """Open and idle."""
        return not self.busy and self._socket.close_code is None

    async def sound(self, document: str) -> AsyncGenerator[bytes, None]:
        """PCM of one SSML document as it arrives. One that is not read to its end leaves the connection busy for good.

        Raises: ConnectionLost, VoiceUnknown, VoiceFailed.
        """
        self.busy = True
        request_id, now = uuid.uuid4().hex, self._clock.now()
        try:
            await self._socket.send(messages.context(request_id, now))
            await self._socket.send(messages.ssml(request_id, now, document))
            while (message := await self._next(request_id)).path != "turn.end":
                if message.path == "audio" and message.body:
                    yield message.body
        except ConnectionClosed as error:
            raise _why(error) from None
        except (TimeoutError, messages.NotAMessage):
            raise ConnectionLost from None
        self.busy, self.used_s = False, self._clock.monotonic_s()

    def close(self) -> None:
        """Safe to call twice; waits for nobody."""
        self.busy = True
        self._socket.transport.abort()

    async def _next(self, request_id: str) -> messages.Message:
        while True:
            async with asyncio.timeout(NEXT_BYTE_WITHIN_S):
                message = messages.read(await self._socket.recv())
            if message.request_id == request_id:
                return message


async def open_connection(url: str, proof: Credentials, clock: Clock) -> SpeechConnection:
    """Raises: ConnectionLost, VoiceFailed when we are refused, ConfigRejected when nobody vouches for us."""
    try:
        async with asyncio.timeout(OPEN_WITHIN_S):  # an identity that does not answer must not hold a place for ever
            headers = dict(await proof()) | {"X-ConnectionId": uuid.uuid4().hex}
            socket = await straight_to(url, headers, **_LIMITS)
            await socket.send(messages.config(headers["X-ConnectionId"], clock.now()))
    except InvalidStatus as error:
        raise _refused(error.response.status_code) from None
    except (OSError, TimeoutError, InvalidHandshake, ConnectionClosed):
        raise ConnectionLost from None
    return SpeechConnection(socket, clock)


def _refused(status: int) -> Exception:
    if status in (401, 403):
        return VoiceFailed(
            f"Azure Speech does not let us in ({status}): check SPARRING_AZURE_SPEECH_KEY, or give this process "
            "the role Cognitive Services Speech User on the resource."
        )
    if status == 404:
        return VoiceFailed("Azure Speech has no such address (404): check SPARRING_AZURE_SPEECH_URL.")
    return ConnectionLost()


def _why(error: ConnectionClosed) -> Exception:
    code, reason = (error.rcvd.code, error.rcvd.reason.lower()) if error.rcvd else (0, "")
    if code == _REFUSED and "voice" in reason:
        return VoiceUnknown()
    if code == _THROTTLED or "throttled" in reason:
        return VoiceFailed("Azure Speech answers no more of our requests now (429): ask for a higher limit, or wait.")
    return ConnectionLost()
