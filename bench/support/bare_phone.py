"""The telephone of a direct call, in a LiveKit room: the same library, the same coder, no jitter buffer, no RED.

Flows in: a server's address and a token. Flows out: what that telephone hears of the buyer there, and what it says.
Its signals are LiveKit's own (`livekit_rtc.proto`), as far as one track each way needs them.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from aiortc import MediaStreamTrack
from livekit.protocol.models import TrackSource, TrackType
from livekit.protocol.rtc import AddTrackRequest, SessionDescription, SignalResponse, SignalTarget
from websockets.asyncio.client import ClientConnection

from sparring.adapters.media.peer import close
from sparring.adapters.room.signalling import SignalledConnection, keep_alive, send, signals


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
        self._says, self._hears = SignalledConnection(), SignalledConnection()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._published, self._answered = asyncio.Event(), asyncio.Event()
        self._hears.connection.on("track", lambda track: self._spawn(heard(track)))

    async def publish(self) -> None:
        """The microphone can be heard in the room."""
        self._spawn(self._follow())
        self._spawn(keep_alive(self._signals))
        asked = AddTrackRequest(
            cid=self._microphone.id,
            name="microphone",
            type=TrackType.AUDIO,
            source=TrackSource.MICROPHONE,
            disable_dtx=True,
            disable_red=True,
        )
        await send(self._signals, add_track=asked)
        await self._published.wait()
        connection = self._says.connection
        connection.addTrack(self._microphone)
        await connection.setLocalDescription(await connection.createOffer())
        await send(self._signals, offer=self._says.described())
        await self._answered.wait()
        while connection.connectionState != "connected":  # noqa: ASYNC110 - looked at until it is
            await asyncio.sleep(0.02)

    async def close(self) -> None:
        """Leave."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for side in (self._says, self._hears):
            await close(side.connection)

    async def _follow(self) -> None:
        async for frame in self._signals:
            assert isinstance(frame, bytes)
            signal = SignalResponse.FromString(frame)
            kind = signal.WhichOneof("message")
            if kind == "trickle":
                side = self._says if signal.trickle.target == SignalTarget.PUBLISHER else self._hears
                side.add_candidate(signal.trickle.candidateInit)
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
        await send(self._signals, answer=await self._hears.answer(offer))

    def _spawn(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


@contextlib.asynccontextmanager
async def in_the_room(
    url: str, token: str, microphone: MediaStreamTrack, heard: Callable[[Any], Awaitable[None]]
) -> AsyncIterator[BarePhone]:
    """Until the block ends; the microphone is published."""
    async with signals(url, token, subscribe=True) as connection:
        phone = BarePhone(connection, microphone, heard)
        try:
            await phone.publish()
            yield phone
        finally:
            await phone.close()
