"""A TCP proxy whose line can be made bad in the eight ways of Toxiproxy, each way for itself and while it is used."""

import asyncio
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

_CHUNK_BYTES = 65_536
_ABORTS = struct.pack("ii", 1, 0)  # linger for no time: closing sends a reset


class CutOff(Exception):
    """This connection ends here; `reset` tells the peer so with a reset."""

    def __init__(self, *, reset: bool = False) -> None:
        super().__init__()
        self.reset = reset


@dataclass(frozen=True, slots=True)
class Toxic:
    """What happens to the bytes that flow one way; the eighth, `down`, is the proxy's own."""

    latency_s: float = 0.0
    bandwidth_bytes_s: float = float("inf")
    slow_close_s: float = 0.0
    timeout: bool = False  # bytes vanish, and the connection stays open
    reset_peer: bool = False  # at the first byte
    slicer_bytes: int = _CHUNK_BYTES
    limit_data_bytes: float = float("inf")  # then the connection is closed

    def pieces(self, data: bytes, passed_bytes: int) -> Iterator[bytes]:
        """What of `data` gets through, when so much did before."""
        room = min(len(data), self.limit_data_bytes - passed_bytes)
        for start in range(0, int(room), self.slicer_bytes):
            yield data[start : min(start + self.slicer_bytes, int(room))]


@dataclass
class ToxicProxy:
    """Stands before a port of this machine, as a context manager. `upstream` flows to it, `downstream` back."""

    target_port: int
    upstream: Toxic = field(default_factory=Toxic)
    downstream: Toxic = field(default_factory=Toxic)
    connections: int = 0
    _lines: set[asyncio.Task[None]] = field(default_factory=set)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.port: int = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.down()

    async def down(self) -> None:
        """Nobody listens any more, and who was connected is cut off."""
        self._server.close()
        for line in self._lines:
            line.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)
        await self._server.wait_closed()

    async def up(self) -> None:
        """At the same port again, with a good line."""
        self.upstream = self.downstream = Toxic()
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = asyncio.current_task()
        assert line is not None
        self._lines.add(line)
        self.connections += 1
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target_port)
        ways = (
            asyncio.create_task(_flow(reader, far_writer, self.upstream)),
            asyncio.create_task(_flow(far_reader, writer, self.downstream)),
        )
        try:
            await asyncio.gather(*ways)
        except (CutOff, OSError) as cut:
            if isinstance(cut, CutOff) and cut.reset:
                writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _ABORTS)
        except asyncio.CancelledError:  # `down`: the task ends well, for streams complain of one that does not
            pass
        finally:
            for way in ways:
                way.cancel()
            writer.close()
            far_writer.close()
            self._lines.discard(line)


async def _flow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, toxic: Toxic) -> None:
    passed_bytes = 0
    while data := await reader.read(_CHUNK_BYTES):
        if toxic.reset_peer:
            raise CutOff(reset=True)
        if toxic.timeout:
            continue
        await asyncio.sleep(toxic.latency_s)
        for piece in toxic.pieces(data, passed_bytes):
            await asyncio.sleep(len(piece) / toxic.bandwidth_bytes_s)
            writer.write(piece)
            await writer.drain()
            passed_bytes += len(piece)
        if passed_bytes >= toxic.limit_data_bytes:
            raise CutOff
    await asyncio.sleep(toxic.slow_close_s)
    writer.write_eof()
