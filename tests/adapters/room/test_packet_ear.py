"""The rep's packets past LiveKit's client, against a server that speaks its signals and sends a real track."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from livekit import api
from livekit.protocol.rtc import (
    JoinResponse,
    LeaveRequest,
    SessionDescription,
    SignalRequest,
    SignalResponse,
    SignalTarget,
    TrickleRequest,
)
from websockets.asyncio.server import Server, ServerConnection, serve

from sparring.adapters.clock import SystemClock
from sparring.adapters.media.peer import VoiceTrack, close
from sparring.adapters.room.access import LiveKitAccess
from sparring.adapters.room.packet_ear import PacketEar
from sparring.errors import MediaFailed

ROOT = Path(__file__).parents[3]
KEY, SECRET, ROOM, TRACK = "devkey", "a-secret-of-more-than-32-characters-for-tests", "call_1", "TR_rep"
TONE = (b"\x00\x10" * 48 + b"\x00\xf0" * 48) * 10  # 20 ms of 500 Hz
WITHIN_S = 10.0


@dataclass
class Room:
    """A server with one track in one room. `refuses`: whoever subscribes is sent away; `silent`: is sent nothing."""

    refuses: bool = False
    silent: bool = False
    paths: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    asked_for: list[str] = field(default_factory=list)
    _media: RTCPeerConnection = field(default_factory=lambda: RTCPeerConnection(RTCConfiguration(iceServers=[])))

    async def signal(self, connection: ServerConnection) -> None:
        """One client, from its first word to its last."""
        assert connection.request is not None
        self.paths.append(connection.request.path)
        self.tokens.append(connection.request.headers["Authorization"].removeprefix("Bearer "))
        await connection.send(SignalResponse(join=JoinResponse()).SerializeToString())
        async for frame in connection:
            assert isinstance(frame, bytes)
            request = SignalRequest.FromString(frame)
            match request.WhichOneof("message"):
                case "subscription":
                    self.asked_for += request.subscription.track_sids
                    if not self.silent:
                        await (self.leave(connection) if self.refuses else self._offer(connection))
                case "answer":
                    said = RTCSessionDescription(request.answer.sdp, request.answer.type)
                    await self._media.setRemoteDescription(said)

    async def leave(self, connection: ServerConnection) -> None:
        await connection.send(SignalResponse(leave=LeaveRequest()).SerializeToString())

    async def _offer(self, connection: ServerConnection) -> None:
        self._media.addTrack(VoiceTrack(lambda: TONE, SystemClock()))
        await self._media.setLocalDescription(await self._media.createOffer())
        lines = self._media.localDescription.sdp.split("\r\n")
        candidates = [line.removeprefix("a=") for line in lines if line.startswith("a=candidate")]
        bare = "\r\n".join(line for line in lines if "candidate" not in line)
        offer = SessionDescription(type="offer", sdp=bare)
        await connection.send(SignalResponse(offer=offer).SerializeToString())
        for candidate in ["candidate:1 1 tcp 1 127.0.0.1 9 typ host tcptype passive", *candidates]:
            trickle = TrickleRequest(candidateInit=json.dumps({"candidate": candidate}), target=SignalTarget.SUBSCRIBER)
            await connection.send(SignalResponse(trickle=trickle).SerializeToString())

    async def close(self) -> None:
        await close(self._media)


@asynccontextmanager
async def serving(room: Room) -> AsyncIterator[tuple[PacketEar, Server]]:
    async with serve(room.signal, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        try:
            yield PacketEar(LiveKitAccess(f"http://127.0.0.1:{port}", KEY, SECRET, agent="a"), ROOM), server
        finally:
            await room.close()


async def test_a_track_is_heard_by_one_whom_nobody_sees_and_who_may_do_nothing_else() -> None:
    """Only that track is asked for, and it keeps no room open."""
    room, heard, loud = Room(), bytearray(), asyncio.Event()

    def push(pcm: bytes) -> None:
        heard.extend(pcm)
        if len(heard) > 16_000 and any(heard[-3200:]):
            loud.set()

    async with serving(room) as (ear, _):
        hearing = asyncio.create_task(ear.hear(TRACK, push))
        await asyncio.wait_for(loud.wait(), WITHIN_S)
        hearing.cancel()
        await asyncio.gather(hearing, return_exceptions=True)
    assert room.asked_for == [TRACK]
    assert "auto_subscribe=0" in room.paths[0]
    claims = api.TokenVerifier(KEY, SECRET).verify(room.tokens[0])
    grants = claims.video
    assert grants is not None
    assert (grants.room, grants.hidden, grants.can_subscribe, claims.kind) == (ROOM, True, True, "agent")
    assert not any((grants.can_publish, grants.can_publish_data, grants.room_admin, grants.can_publish_sources))


@pytest.mark.parametrize("fault", ["refuses", "is silent", "goes", "is not there"])
async def test_a_server_that_does_not_send_them_is_one_documented_error(
    fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sends us away or nothing, goes in mid-call, never was: no other error leaves, and nothing is left running."""
    if fault == "is silent":
        monkeypatch.setattr("sparring.adapters.room.packet_ear.HEARD_WITHIN_S", 0.2)
    room, came = Room(refuses=fault == "refuses", silent=fault == "is silent"), asyncio.Event()
    async with serving(room) as (ear, server):
        if fault == "is not there":
            server.close()
            await server.wait_closed()
        hearing = asyncio.create_task(ear.hear(TRACK, lambda _: came.set()))
        if fault == "goes":
            await asyncio.wait_for(came.wait(), WITHIN_S)
            server.close()
        with pytest.raises(MediaFailed):
            await asyncio.wait_for(hearing, WITHIN_S)
    assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("ear-")]


ENDS_IN_A_CALL = """
import asyncio
from tests.adapters.room.test_packet_ear import TRACK, Room, serving

async def call(came):
    async with serving(Room()) as (ear, _):
        await ear.hear(TRACK, lambda _: came.set())

async def main():
    came = asyncio.Event()
    held = asyncio.create_task(call(came))
    await came.wait()

asyncio.run(main())
"""


def test_a_process_that_ends_is_not_kept_by_what_it_hears() -> None:
    """Every task is cancelled at once then, aiortc's own among them; a job whose worker was killed stayed for ever."""
    ended = subprocess.run([sys.executable, "-c", ENDS_IN_A_CALL], cwd=ROOT, timeout=60, check=False)
    assert ended.returncode == 0
