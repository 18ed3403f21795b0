"""The parent's side of the voice process: texts in, clauses of PCM out, for all calls at once.

A process that dies or stops answering ends every speech it had with `ProcessGone` and is started again by the next one.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from typing import Final

from sparring.adapters.child_process import ChildProcess
from sparring.adapters.frames import Frame
from sparring.adapters.voice.wire import MAX_REPLY_BYTES, Kind, Say, checked, unpacked_ready
from sparring.errors import VoiceFailed
from sparring.ports import Progress, VoiceCard

REPLY_LIMIT_S: Final = 10.0  # a clause takes 0.03-0.2 s
START_LIMIT_S: Final = 90.0  # a cold start on a busy machine reads and hashes 20 MB

_NOT_STARTED = "The voice process did not start."

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
        self._child: ChildProcess | None = None
        self._greeting: _Replies | None = None  # what a child says before it is ready
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
        self._child = ChildProcess(
            self._command, on_frame=self._frame_came, on_gone=self._child_gone, max_reply_bytes=MAX_REPLY_BYTES
        )
        self._greeting = _Replies()
        try:
            await self._child.start()
            async with asyncio.timeout(START_LIMIT_S):
                return await self._ready(progress, self._greeting)
        except (OSError, TimeoutError):
            await self._end()
            raise VoiceFailed(_NOT_STARTED) from None
        except VoiceFailed:
            await self._end()
            raise
        finally:
            self._greeting = None

    @staticmethod
    async def _ready(progress: Progress, greeting: _Replies) -> tuple[str, tuple[VoiceCard, ...]]:
        while True:
            frame = await greeting.get()
            if frame is None:
                raise VoiceFailed(_NOT_STARTED)
            if frame.kind == Kind.READY:
                return unpacked_ready(frame.payload)
            if frame.kind != Kind.PROGRESS:
                raise VoiceFailed(frame.payload.decode(errors="replace"))
            progress(frame.number / 100, frame.payload.decode(errors="replace"))

    def _frame_came(self, frame: Frame) -> None:
        """Hand each reply to its speech. Raises: BrokenFrame, which ends the child."""
        kind = checked(frame).kind
        self._answers = self._answers or kind == Kind.READY
        replies = self._speeches.get(frame.number) if self._greeting is None else self._greeting
        if replies is not None:
            replies.put_nowait(frame)

    def _child_gone(self) -> None:
        self._answers = False
        for replies in (*self._speeches.values(), self._greeting):
            if replies is not None:
                replies.put_nowait(None)

    async def _reply(self, replies: _Replies) -> Frame:
        try:
            async with asyncio.timeout(self._reply_limit_s):
                frame = await replies.get()
        except TimeoutError:
            self._answers = False
            if self._child is not None:
                self._child.kill()
            raise ProcessGone from None
        if frame is None:
            raise ProcessGone
        return frame

    def _send(self, frame: Frame) -> None:
        """Lost when the process is gone: whoever waits for the answer is told by the reading side."""
        if self._child is not None:
            self._child.send(frame)

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            await child.close()


def _sound(frame: Frame) -> bytes:
    if frame.kind == Kind.FAILED:
        raise VoiceFailed("This line could not be spoken.")
    return frame.payload
