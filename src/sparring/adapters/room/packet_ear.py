"""The rep's packets straight from LiveKit's server, over a connection of our own, past its client's jitter buffer.

LiveKit's client plays a track out in real time, 20 to 40 ms late at best and a quarter of a second on a busy machine,
and stretches it meanwhile; a recogniser needs neither. Flows in: a track's id. Flows out: its samples as packets come,
gaps filled, as on the direct way.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Final

from aiortc import MediaStreamTrack
from livekit import api
from livekit.protocol.models import ParticipantTracks
from livekit.protocol.rtc import (
    LeaveRequest,
    SessionDescription,
    SignalResponse,
    UpdateSubscription,
)
from websockets.asyncio.client import ClientConnection

from sparring.adapters.media.peer import close, samples_of
from sparring.adapters.room.access import LiveKitAccess
from sparring.adapters.room.signalling import SignalledConnection, keep_alive, send, signals
from sparring.errors import MediaFailed

TOKEN_LIFE: Final = timedelta(minutes=1)
HEARD_WITHIN_S: Final = 10.0  # a connection on which nothing comes is tried anew, and LiveKit's client heard meanwhile
ENDED: Final = frozenset({"failed", "closed"})


class PacketEar:
    """Hears tracks of one room; each is heard by a participant that nobody sees and that may do nothing else.

    Args:
        access: to the server.
        room: its name.
    """

    def __init__(self, access: LiveKitAccess, room: str) -> None:
        self._access, self._room = access, room

    async def hear(self, track_id: str, push: Callable[[bytes], None]) -> None:
        """Until it is cancelled; `push` takes samples, s16le mono 16 kHz.

        Raises: MediaFailed when the track cannot be heard this way, or not any more.
        """
        try:
            async with signals(self._access.url, self._token(track_id), subscribe=False) as connection:
                await _Hearing(connection, track_id, push).run()
        except Exception:  # noqa: BLE001 - aiortc and the socket raise whatever they trip over; one documented error leaves here
            raise MediaFailed("The rep's packets do not come straight from the server.") from None

    def _token(self, track_id: str) -> str:
        grants = api.VideoGrants(
            room_join=True, room=self._room, hidden=True, can_publish=False, can_publish_data=False, can_subscribe=True
        )
        token = api.AccessToken(self._access.key, self._access.secret).with_identity(f"ear-{track_id}")
        # as an agent it keeps no room open, and goes with the job's own connection when another job is sent
        return token.with_kind("agent").with_ttl(TOKEN_LIFE).with_grants(grants).to_jwt()


class _Hearing:
    """One track, over signals that are open."""

    def __init__(self, connection: ClientConnection, track_id: str, push: Callable[[bytes], None]) -> None:
        self._signals, self._track_id, self._push = connection, track_id, push
        self._subscriber = SignalledConnection()
        self._tracks: asyncio.Queue[MediaStreamTrack | None] = asyncio.Queue()

    async def run(self) -> None:
        """Raises: an error of any kind, once the track is not heard any more."""
        media = self._subscriber.connection
        media.on("track", self._tracks.put_nowait)
        media.on("connectionstatechange", self._look)
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._follow(tasks), name="ear-signals")
                tasks.create_task(keep_alive(self._signals), name="ear-ping")
                tasks.create_task(self._hear(), name="ear-packets")
        finally:
            with suppress(Exception):  # where there is no server any more it need not be told
                await send(self._signals, leave=LeaveRequest(action=LeaveRequest.Action.DISCONNECT))
            await close(media)

    async def _follow(self, tasks: asyncio.TaskGroup) -> None:
        async for frame in self._signals:
            signal = SignalResponse.FromString(frame if isinstance(frame, bytes) else frame.encode())
            match signal.WhichOneof("message"):
                case "join":
                    wish = UpdateSubscription(track_sids=[self._track_id], subscribe=True)
                    wish.participant_tracks.append(ParticipantTracks(track_sids=[self._track_id]))
                    await send(self._signals, subscription=wish)
                case "trickle":
                    self._subscriber.add_candidate(signal.trickle.candidateInit)
                case "offer":
                    tasks.create_task(self._answer(signal.offer), name="ear-answer")
                case "leave":
                    break
        raise MediaFailed("The server has ended this connection.")

    async def _answer(self, offer: SessionDescription) -> None:
        await send(self._signals, answer=await self._subscriber.answer(offer))

    async def _hear(self) -> None:
        async with asyncio.timeout(HEARD_WITHIN_S) as limit:
            if (track := await self._tracks.get()) is not None:
                async for pcm in samples_of(track):
                    limit.reschedule(None)
                    self._push(pcm)
        raise MediaFailed("The track has ended.")

    def _look(self) -> None:
        if self._subscriber.connection.connectionState in ENDED:
            self._tracks.put_nowait(None)
