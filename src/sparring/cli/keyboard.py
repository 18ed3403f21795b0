"""What somebody types: bytes of standard input in, lines out, without holding up whoever wants to stop.

Read in a daemon thread straight from the descriptor: Ctrl-C need not wait for Enter, and the buffered reader's lock,
held by a thread that still waits, would abort an interpreter that shuts down.
"""

import asyncio
import os
import threading
from contextlib import suppress

_CHUNK_BYTES = 65_536


class Keyboard:
    """Lines from a descriptor.

    Args:
        descriptor: open for reading; None when there is nothing to read from.
    """

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor
        self._rest = b""
        self._arrived: asyncio.Future[bytes] | None = None

    async def line(self) -> str:
        """The next line without its end and outer blanks; empty at the end of the input too."""
        while b"\n" not in self._rest:
            data = await self._read()
            if not data:
                last, self._rest = self._rest, b""
                return _text(last)
            self._rest += data
        line, _, self._rest = self._rest.partition(b"\n")
        return _text(line)

    def close(self) -> None:
        """The input ends here, also for whoever waits for a line."""
        self._descriptor, self._rest = None, b""
        if self._arrived is not None:
            _hand_over(self._arrived, b"")

    async def _read(self) -> bytes:
        if self._descriptor is None:
            return b""
        loop = asyncio.get_running_loop()
        arrived: asyncio.Future[bytes] = loop.create_future()
        self._arrived = arrived
        threading.Thread(target=_wait, args=(self._descriptor, loop, arrived), name="keyboard", daemon=True).start()
        return await arrived


def _wait(descriptor: int, loop: asyncio.AbstractEventLoop, arrived: "asyncio.Future[bytes]") -> None:
    try:
        data = os.read(descriptor, _CHUNK_BYTES)
    except OSError:
        data = b""
    with suppress(RuntimeError):  # nobody waits any more: the loop is closed
        loop.call_soon_threadsafe(_hand_over, arrived, data)


def _hand_over(arrived: "asyncio.Future[bytes]", data: bytes) -> None:
    if not arrived.done():
        arrived.set_result(data)


def _text(line: bytes) -> str:
    return line.decode("utf-8", "replace").strip()
