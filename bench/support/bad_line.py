"""A bad line between one participant of a room and a real livekit-server: packets lost, late, queued, or none at all.

Flows in: a server's address, and how each direction behaves. Flows out: an address for a client of LiveKit's, whose
signals, sound and data all go through here. The signals are read only to put our door in the place of the server's
(RFC 8839, `a=candidate`), and the client's own doors are not told: so neither side knows another way. What goes over
TCP is never lost, only late. No root, no kernel module: it runs wherever the tests do.
"""

import asyncio
import random
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Final, cast

from livekit.protocol.rtc import SignalRequest, SignalResponse
from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

LOOPBACK: Final = "127.0.0.1"
HEADERS_BYTES: Final = 28  # of IPv4 and UDP, which a slow line carries too
QUEUED_S: Final = 0.4  # what a router keeps for a slow line; what comes on top is lost
LOOK_S: Final = 0.02
SHUT_PORT: Final = 9
_CANDIDATE: Final = re.compile(r"(candidate:\S+ \d+ )(udp|tcp)( \d+ )(\S+) (\d+)( typ host.*)", re.IGNORECASE)
_SDP_CANDIDATE: Final = re.compile(r"a=candidate:[^\r\n]*\r?\n")
_PLAIN: Final[dict[str, Any]] = {"max_size": None, "compression": None, "ping_interval": None}
Deliver = Callable[[bytes], None]


@dataclass
class Way:
    """One direction; what it is may change while it is used.

    Args:
        lost: share of the packets, 0-1.
        run: mean length of a run of lost ones; no longer than chance makes them: each for itself.
        jitter_ms: mean of an exponential delay of each packet.
        bytes_s: what it carries, headers included.
        down: nothing comes through.
    """

    lost: float = 0.0
    run: float = 1.0
    jitter_ms: float = 0.0
    bytes_s: float = float("inf")
    down: bool = False
    rng: random.Random = field(default_factory=lambda: random.Random(4))
    came: int = 0
    came_bytes: int = 0
    dropped: int = 0
    _losing: bool = False
    _free_at_s: float = 0.0

    def carry(self, packet: bytes, deliver: Deliver) -> None:
        """A packet of UDP: delivered later, or never."""
        self.came += 1
        self.came_bytes += len(packet) + HEADERS_BYTES
        loop = asyncio.get_running_loop()
        waits_s = max(0.0, self._free_at_s - loop.time())
        if self._loses() or waits_s > QUEUED_S:
            self.dropped += 1
            return
        late_s = self._sent_in_s(len(packet) + HEADERS_BYTES)
        late_s += self.rng.expovariate(1000 / self.jitter_ms) if self.jitter_ms else 0.0
        if late_s:
            loop.call_later(late_s, deliver, packet)
        else:
            deliver(packet)

    async def passed(self, size_bytes: int) -> None:
        """So much of a stream got through; while the line is down it waits."""
        await asyncio.sleep(self._sent_in_s(size_bytes))
        while self.down:  # noqa: ASYNC110 - as a peer that sends again and again
            await asyncio.sleep(LOOK_S)

    def _sent_in_s(self, size_bytes: int) -> float:
        now_s = asyncio.get_running_loop().time()
        self._free_at_s = max(now_s, self._free_at_s) + size_bytes / self.bytes_s
        return self._free_at_s - now_s

    def _loses(self) -> bool:
        """Two states, so that runs are as long as they should be and the share is as asked."""
        if self.down or not self.lost:
            return self.down
        run = max(self.run, 1 / (1 - self.lost))
        ends, begins = 1 / run, self.lost / (1 - self.lost) / run
        self._losing = self.rng.random() >= ends if self._losing else self.rng.random() < begins
        return self._losing


@dataclass
class BadLine:
    """Open. `url` is for the participant; `up` flows to the server, `down` back."""

    server_url: str
    up: Way
    down: Way
    url: str = ""
    doors: dict[int, int] = field(default_factory=dict)  # a port of the server's: ours in its place
    transports: list[asyncio.DatagramTransport] = field(default_factory=list)

    def gone(self, *, is_gone: bool = True) -> None:
        """No network at all, either way."""
        self.up.down = self.down.down = is_gone

    async def serve(self, client: ServerConnection) -> None:
        """One connection of the signals."""
        assert client.request is not None
        authorization = client.request.headers.get("Authorization")
        headers = {"Authorization": authorization} if authorization else {}
        where = f"{self.server_url}{client.request.path}"
        async with connect(where, additional_headers=headers, **_PLAIN) as server:
            ways = (
                asyncio.create_task(_flow(client, server, self.up, self.for_the_server)),
                asyncio.create_task(_flow(server, client, self.down, self.for_the_participant)),
            )
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)

    def close(self) -> None:
        """No packet passes any more."""
        for transport in self.transports:
            transport.close()

    @staticmethod
    async def for_the_server(frame: str | bytes) -> str | bytes:
        """A signal of the participant, without its doors: it is answered where it asks from."""
        if isinstance(frame, str):
            return frame
        signal = SignalRequest.FromString(frame)
        kind = signal.WhichOneof("message")
        if kind == "trickle" and not signal.trickle.final:
            return b""
        if kind in ("offer", "answer"):
            said = getattr(signal, kind)
            said.sdp = _SDP_CANDIDATE.sub("", said.sdp)
        return signal.SerializeToString()

    async def for_the_participant(self, frame: str | bytes) -> str | bytes:
        """A signal of the server, with our doors in the place of its own."""
        if isinstance(frame, str):
            return frame
        signal = SignalResponse.FromString(frame)
        kind = signal.WhichOneof("message")
        if kind in ("offer", "answer"):
            said = getattr(signal, kind)
            lines = await asyncio.gather(*(self._moved(line) for line in said.sdp.splitlines(keepends=True)))
            said.sdp = "".join(lines)
        elif kind == "trickle":
            signal.trickle.candidateInit = await self._moved(signal.trickle.candidateInit)
        return signal.SerializeToString()

    async def _moved(self, line: str) -> str:
        """With our port in the server's place; a shut one for sound over TCP, which this line does not have."""
        found = _CANDIDATE.search(line)
        if found is None:
            return line
        port = SHUT_PORT if found[2].lower() == "tcp" else await self._door(int(found[5]))
        return f"{line[: found.start()]}{found[1]}{found[2]}{found[3]}{LOOPBACK} {port}{found[6]}{line[found.end() :]}"

    async def _door(self, port: int) -> int:
        if port not in self.doors:
            relay = _Door(self, (LOOPBACK, port))
            transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(
                lambda: relay, local_addr=(LOOPBACK, 0)
            )
            self.transports.append(transport)
            self.doors[port] = int(transport.get_extra_info("sockname")[1])
        return self.doors[port]


class _Door(asyncio.DatagramProtocol):
    """Where the participant's packets arrive; a socket of its own towards the server for each of its sockets."""

    def __init__(self, line: BadLine, server: tuple[str, int]) -> None:
        self._line, self._server = line, server
        self._beyond: dict[Any, asyncio.Task[asyncio.DatagramTransport]] = {}
        self._own: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._own = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: Any) -> None:
        if addr not in self._beyond:
            self._beyond[addr] = asyncio.ensure_future(self._opened(addr))
        task = self._beyond[addr]
        self._line.up.carry(data, lambda packet: _sent(task, packet))

    async def _opened(self, addr: Any) -> asyncio.DatagramTransport:
        back = _Back(lambda data: self._line.down.carry(data, lambda packet: self._returned(packet, addr)))
        transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(lambda: back, remote_addr=self._server)
        self._line.transports.append(transport)
        return transport

    def _returned(self, packet: bytes, addr: Any) -> None:
        if self._own is not None and not self._own.is_closing():
            self._own.sendto(packet, addr)


@dataclass
class _Back(asyncio.DatagramProtocol):
    came: Deliver

    def datagram_received(self, data: bytes, addr: Any) -> None:
        del addr
        self.came(data)


def _sent(opened: "asyncio.Task[asyncio.DatagramTransport]", packet: bytes) -> None:
    """The first packets of a new socket come before its way on is open, and are sent again by whoever sent them."""
    if opened.done() and not opened.cancelled() and not opened.result().is_closing():
        opened.result().sendto(packet)


async def _flow(
    source: AsyncIterator[str | bytes] | Any, sink: Any, way: Way, read: Callable[[str | bytes], Awaitable[str | bytes]]
) -> None:
    with suppress(ConnectionClosed):
        async for frame in source:
            passed = await read(frame)
            if passed:
                await way.passed(len(passed))
                await sink.send(passed)
    await sink.close()


@asynccontextmanager
async def bad_line(server_url: str, *, up: Way | None = None, down: Way | None = None) -> AsyncIterator[BadLine]:
    """Between a participant and the server at `server_url`, until the block ends."""
    line = BadLine(server_url.rstrip("/"), up or Way(), down or Way())
    async with serve(line.serve, LOOPBACK, 0, **_PLAIN) as door:
        line.url = f"ws://{LOOPBACK}:{_port_of(door.sockets)}"
        try:
            yield line
        finally:
            line.close()


def _port_of(sockets: Iterable[Any]) -> int:
    return int(next(iter(sockets)).getsockname()[1])
