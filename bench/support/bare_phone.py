"""The telephone of a direct call, in a LiveKit room: the same library, the same coder, no jitter buffer, no RED.

Flows in: a server's address and a token. Flows out: what that telephone hears of the buyer there, and what it says.
Its signals are LiveKit's own (`livekit_rtc.proto`), as far as one track each way needs them.
"""

import asyncio
import contextlib
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final

from aiortc import MediaStreamTrack, RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from livekit.protocol.models import TrackSource, TrackType
from livekit.protocol.rtc import AddTrackRequest, SessionDescription, SignalRequest, SignalResponse, SignalTarget
from websockets.asyncio.client import ClientConnection, connect

PROTOCOL: Final = 9  # of the signals: the server offers what is to be heard, the client what is said
PING_EVERY_S: Final = 5.0
DOORS_WITHIN_S: Final = 10.0
_SECTION_END: Final = re.compile(r"(?=^m=)|\Z", re.MULTILINE)


@dataclass
class _Side:
    """One of the two connections: what is said goes over the one, what is heard comes over the other."""

    connection: RTCPeerConnection = field(default_factory=lambda: RTCPeerConnection(RTCConfiguration(iceServers=[])))
    doors: list[str] = field(default_factory=list)
    open: asyncio.Event = field(default_factory=asyncio.Event)

    def door(self, init: str) -> None:
        """A candidate of the server's. TCP is left out: aiortc has none."""
        candidate = str(json.loads(init)["candidate"])
        if " udp " in candidate.lower():
            self.doors.append(f"a={candidate}\r\n")
            self.open.set()

    async def take(self, said: SessionDescription) -> None:
        """The server's doors must be in what aiortc is given: it begins at once and waits for none."""
        async with asyncio.timeout(DOORS_WITHIN_S):
            await self.open.wait()
        first, *sections = _SECTION_END.split(said.sdp)
        doors = "".join(self.doors)
        sdp = first + "".join(f"{section}{doors}" for section in sections if section)
        await self.connection.setRemoteDescription(RTCSessionDescription(sdp, said.type))


class BarePhone:
    """In a room from `joined` on.

    Args:
        microphone: what is said.
        heard: given the buyer's track, once it is there.
    """

    def __init__(
        self, signals: ClientConnection, microphone: MediaStreamTrack, heard: Callable[[Any], Awaitable[None]]
    ) -> None:
        self._signals, self._microphone, self._heard = signals, microphone, heard
        self._says, self._hears = _Side(), _Side()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._published, self._answered = asyncio.Event(), asyncio.Event()
        self._hears.connection.on("track", lambda track: self._spawn(heard(track)))

    async def publish(self) -> None:
        """The microphone can be heard in the room."""
        self._spawn(self._follow())
        self._spawn(self._ping())
        asked = AddTrackRequest(
            cid=self._microphone.id,
            name="microphone",
            type=TrackType.AUDIO,
            source=TrackSource.MICROPHONE,
            disable_dtx=True,
            disable_red=True,
        )
        await self._send(add_track=asked)
        await self._published.wait()
        connection = self._says.connection
        connection.addTrack(self._microphone)
        await connection.setLocalDescription(await connection.createOffer())
        await self._send(offer=_told(connection))
        await self._answered.wait()
        while connection.connectionState != "connected":  # noqa: ASYNC110 - looked at until it is
            await asyncio.sleep(0.02)

    async def close(self) -> None:
        """Leave."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for side in (self._says, self._hears):
            await side.connection.close()

    async def _follow(self) -> None:
        async for frame in self._signals:
            assert isinstance(frame, bytes)
            signal = SignalResponse.FromString(frame)
            kind = signal.WhichOneof("message")
            if kind == "trickle":
                side = self._says if signal.trickle.target == SignalTarget.PUBLISHER else self._hears
                side.door(signal.trickle.candidateInit)
            elif kind == "track_published":
                self._published.set()
            elif kind == "answer":
                self._spawn(self._settle(signal.answer))
            elif kind == "offer":
                self._spawn(self._answer(signal.offer))

    async def _settle(self, answer: SessionDescription) -> None:
        await self._says.take(answer)
        self._answered.set()

    async def _answer(self, offer: SessionDescription) -> None:
        connection = self._hears.connection
        await self._hears.take(offer)
        await connection.setLocalDescription(await connection.createAnswer())
        await self._send(answer=_told(connection))

    async def _ping(self) -> None:
        while True:
            await self._send(ping=0)
            await asyncio.sleep(PING_EVERY_S)

    async def _send(self, **signal: Any) -> None:
        await self._signals.send(SignalRequest(**signal).SerializeToString())

    def _spawn(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _told(connection: RTCPeerConnection) -> SessionDescription:
    return SessionDescription(type=connection.localDescription.type, sdp=connection.localDescription.sdp)


@contextlib.asynccontextmanager
async def in_the_room(
    url: str, token: str, microphone: MediaStreamTrack, heard: Callable[[Any], Awaitable[None]]
) -> AsyncIterator[BarePhone]:
    """Until the block ends; the microphone is published."""
    where = f"{url}/rtc?protocol={PROTOCOL}&auto_subscribe=1"
    async with connect(where, additional_headers={"Authorization": f"Bearer {token}"}, max_size=None) as signals:
        phone = BarePhone(signals, microphone, heard)
        try:
            await phone.publish()
            yield phone
        finally:
            await phone.close()
