"""A child process that exchanges frames with us over its standard streams, and ends when we do.

Flows in: frames to send. Flows out: every frame it sends, and one notice when it is gone.
"""

import asyncio
import os
from collections.abc import Callable, Sequence
from typing import Final

from sparring.adapters.child_process.frames import BrokenFrame, Frame, receive_frame

END_LIMIT_S: Final = 2.0
MAX_REPLY_BYTES: Final = 2**20

# a pool of threads for every library, beside ours, makes two cores slower: one conversion took 129 ms instead of 18
ONE_THREAD: Final = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class ChildProcess:
    """One child; start it once.

    Args:
        command: program and arguments.
        on_frame: called with every frame of the child.
        on_gone: called once, when the child has ended or sent something that is no frame.
        max_reply_bytes: a longer frame is no frame.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        on_frame: Callable[[Frame], None],
        on_gone: Callable[[], None],
        max_reply_bytes: int = MAX_REPLY_BYTES,
    ) -> None:
        self._max_reply_bytes = max_reply_bytes
        self._command, self._on_frame, self._on_gone = tuple(command), on_frame, on_gone
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Raises: OSError."""
        self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=os.environ | ONE_THREAD,
        )
        self._reading = asyncio.create_task(self._read(self._process), name="child-frames")

    def send(self, frame: Frame) -> None:
        """Never waits. Lost when the child is gone: `on_gone` tells."""
        stdin = self._process.stdin if self._process is not None else None
        if stdin is not None and not stdin.is_closing():
            stdin.write(frame.packed())

    def kill(self) -> None:
        """End a child that does not answer any more."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()

    async def close(self) -> None:
        """Close the child's input, which ends it; kill it when that takes longer than `END_LIMIT_S`."""
        if self._process is None or self._reading is None:
            return
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._end(self._process)
        await self._reading

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        try:
            while True:
                self._on_frame(await receive_frame(process.stdout, max_bytes=self._max_reply_bytes))
        except asyncio.IncompleteReadError:
            pass  # it ends by itself; a signal now would take its status from asyncio, which warns of that
        except (BrokenFrame, OSError):
            self.kill()
        finally:
            self._on_gone()
        await self._end(process)

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        try:
            async with asyncio.timeout(END_LIMIT_S):
                await process.wait()
        except TimeoutError:
            self.kill()
            await process.wait()
