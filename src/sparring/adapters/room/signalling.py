"""LiveKit's signals as far as a client of our own needs them: candidates are collected, offers answered by aiortc.

A server names its addresses one by one beside its offers; aiortc begins at once with those it is given.
"""

import asyncio
import json
import re
from typing import Any, Final

from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from livekit.protocol.rtc import SessionDescription, SignalRequest
from websockets.asyncio.client import ClientConnection, connect

PROTOCOL: Final = 9  # of the signals: the server offers what is to be heard, the client what is said
CANDIDATES_WITHIN_S: Final = 10.0
SETTLED_WITHIN_S: Final = 10.0
SETTLED: Final = frozenset({"connected", "failed", "closed"})
PING_EVERY_S: Final = 5.0
GOODBYE_S: Final = 1.0  # a server that is gone answers none
_SECTION_END: Final = re.compile(r"(?=^m=)|\Z", re.MULTILINE)


class SignalledConnection:
    """One of a client's two connections: what is said goes over the one, what is heard comes over the other."""

    def __init__(self) -> None:
        self.connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self._candidates: list[str] = []
        self._open, self._settled, self._answering = asyncio.Event(), asyncio.Event(), asyncio.Lock()
        self.connection.on("connectionstatechange", self._look)

    def add_candidate(self, init: str) -> None:
        """A candidate of the server's. TCP is left out: aiortc has none."""
        candidate = str(json.loads(init)["candidate"])
        if " udp " in candidate.lower():
            self._candidates.append(f"a={candidate}\r\n")
            self._open.set()

    async def take(self, said: SessionDescription) -> None:
        """The server's description. Raises: TimeoutError when it names no candidate, aiortc's errors."""
        async with asyncio.timeout(CANDIDATES_WITHIN_S):
            await self._open.wait()
        first, *sections = _SECTION_END.split(said.sdp)
        candidates = "".join(self._candidates)
        sdp = first + "".join(f"{section}{candidates}" for section in sections if section)
        await self.connection.setRemoteDescription(RTCSessionDescription(sdp, said.type))

    async def answer(self, offer: SessionDescription) -> SessionDescription:
        """To what the server wants heard. Raises: as `take`.

        One after the other: of an offer that comes while an earlier one still connects aiortc hears nothing, ever.
        """
        async with self._answering:
            if self.connection.remoteDescription is not None:
                async with asyncio.timeout(SETTLED_WITHIN_S):
                    await self._settled.wait()
            await self.take(offer)
            await self.connection.setLocalDescription(await self.connection.createAnswer())
            return self.described()

    def described(self) -> SessionDescription:
        """This side, for the server."""
        local = self.connection.localDescription
        return SessionDescription(type=local.type, sdp=local.sdp)

    def _look(self) -> None:
        if self.connection.connectionState in SETTLED:
            self._settled.set()


def signals(url: str, token: str, *, subscribe: bool) -> connect:
    """A connection for signals, once it is entered. `subscribe`: to everything there, unasked."""
    address = re.sub("^http", "ws", url.rstrip("/"))
    where = f"{address}/rtc?protocol={PROTOCOL}&auto_subscribe={int(subscribe)}"
    headers: dict[str, Any] = {"Authorization": f"Bearer {token}"}
    return connect(where, additional_headers=headers, max_size=None, close_timeout=GOODBYE_S)


async def send(connection: ClientConnection, **signal: Any) -> None:
    """One signal, by its name in LiveKit's protocol."""
    await connection.send(SignalRequest(**signal).SerializeToString())


async def keep_alive(connection: ClientConnection) -> None:
    """Until it is cancelled: a client that says nothing is taken for gone."""
    while True:
        await asyncio.sleep(PING_EVERY_S)
        await send(connection, ping=0)
