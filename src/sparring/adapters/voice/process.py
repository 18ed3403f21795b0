"""The parent's side of the voice process: texts in, clauses of PCM out, for all calls at once.

A process that dies or stops answering ends every speech it had with `ProcessGone` and is started again by the next one.
"""

import asyncio
import os
from collections.abc import AsyncGenerator, Sequence
from typing import Final

from sparring.adapters.child_process import END_LIMIT_S, ONE_THREAD
from sparring.adapters.frames import BrokenFrame, Frame, receive_frame
from sparring.adapters.voice.wire import MAX_REPLY_BYTES, Kind, Say, checked, unpacked_ready
from sparring.errors import VoiceFailed
from sparring.ports import Progress, VoiceCard

REPLY_LIMIT_S: Final = 10.0  # a clause takes 0.03-0.2 s
START_LIMIT_S: Final = 90.0  # a cold start on a busy machine reads and hashes 20 MB

_Replies = asyncio.Queue[Frame | None]


class ProcessGone(Exception):
    """The voice process is no more, or does not answer."""


class VoiceProcess:
    """One child process.

    Args:
        command: program and arguments.
        reply_limit_s: how long one clause may take before the process counts as stuck and is killed.
    """

    def __init__(self, command: Sequence[str], *, reply_limit_s: float = REPLY_LIMIT_S) -> None:
        self._command, self._reply_limit_s = tuple(command), reply_limit_s
        self._process: asyncio.subprocess.Process | None = None
        self._reader: asyncio.Task[None] | None = None
        self._starting = asyncio.Lock()
        self._speeches: dict[int, _Replies] = {}
        self._count = 0
        self._answers = self._closed = False

    async def start(self, progress: Progress) -> tuple[str, tuple[VoiceCard, ...]]:
        """Name of the engine and its voices. Raises: VoiceFailed."""
        async with self._starting:
            return await self._started(progress)

    async def clauses(self, say: Say) -> AsyncGenerator[bytes, None]:
        """PCM of one clause after the other; the next one is made while the last is played.

        Raises: ProcessGone, VoiceFailed.
        """
        await self._running()
        self._count += 1
        speech, replies, over = self._count, _Replies(), False
        self._speeches[speech] = replies
        self._send(Frame(Kind.SAY, speech, say.packed()))
        try:
            while not over:
                frame = await self._reply(replies)
                over = frame.kind != Kind.CLAUSE
                if not over:
                    self._send(Frame(Kind.NEXT, speech))
                yield _sound(frame)
        finally:
            del self._speeches[speech]
            if not over:
                self._send(Frame(Kind.DROP, speech))

    async def close(self) -> None:
        """End the process; speeches under way end with ProcessGone."""
        self._closed = True
        async with self._starting:
            await self._end()

    async def _running(self) -> None:
        """Start the process again if it is gone."""
        async with self._starting:
            if self._closed:
                raise VoiceFailed("The voice has been closed.")
            if not self._answers:
                await self._started(lambda _share, _sentence: None)

    async def _started(self, progress: Progress) -> tuple[str, tuple[VoiceCard, ...]]:
        await self._end()
        try:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                env=os.environ | ONE_THREAD,
            )
            async with asyncio.timeout(START_LIMIT_S):
                ready = await self._ready(progress)
        except (OSError, TimeoutError, BrokenFrame, asyncio.IncompleteReadError):
            await self._end()
            raise VoiceFailed("The voice process did not start.") from None
        except VoiceFailed:
            await self._end()
            raise
        self._reader = asyncio.create_task(self._read(self._process), name="voice-replies")
        self._answers = True
        return ready

    async def _ready(self, progress: Progress) -> tuple[str, tuple[VoiceCard, ...]]:
        while True:
            frame = await self._next_frame(self._process)
            if frame.kind == Kind.READY:
                return unpacked_ready(frame.payload)
            if frame.kind != Kind.PROGRESS:
                raise VoiceFailed(frame.payload.decode(errors="replace"))
            progress(frame.number / 100, frame.payload.decode(errors="replace"))

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        """Hand each reply to its speech, until the process ends or talks nonsense."""
        try:
            while True:
                frame = await self._next_frame(process)
                replies = self._speeches.get(frame.number)
                if replies is not None:
                    replies.put_nowait(frame)
        except BrokenFrame:
            _kill(process)
        except (asyncio.IncompleteReadError, OSError):
            pass  # it ended
        finally:
            self._answers = False
            for replies in self._speeches.values():
                replies.put_nowait(None)

    @staticmethod
    async def _next_frame(process: asyncio.subprocess.Process | None) -> Frame:
        assert process is not None
        assert process.stdout is not None
        return checked(await receive_frame(process.stdout, max_bytes=MAX_REPLY_BYTES))

    async def _reply(self, replies: _Replies) -> Frame:
        try:
            async with asyncio.timeout(self._reply_limit_s):
                frame = await replies.get()
        except TimeoutError:
            self._answers = False
            if self._process is not None:
                _kill(self._process)
            raise ProcessGone from None
        if frame is None:
            raise ProcessGone
        return frame

    def _send(self, frame: Frame) -> None:
        """Lost when the process is gone: whoever waits for the answer is told by the reading side."""
        stdin = self._process.stdin if self._process is not None else None
        if stdin is not None and not stdin.is_closing():
            stdin.write(frame.packed())

    async def _end(self) -> None:
        process, reader = self._process, self._reader
        self._process = self._reader = None
        if process is None:
            return
        assert process.stdin is not None
        process.stdin.close()
        try:
            async with asyncio.timeout(END_LIMIT_S):
                await process.wait()
        except TimeoutError:
            _kill(process)
            await process.wait()
        if reader is not None:
            await reader


def _sound(frame: Frame) -> bytes:
    if frame.kind == Kind.FAILED:
        raise VoiceFailed("This line could not be spoken.")
    return frame.payload


def _kill(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.kill()
