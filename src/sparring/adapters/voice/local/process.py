"""The parent's side of the voice process: texts in, clauses of PCM out, for all calls at once.

A process that dies or stops answering ends every speech it had with `ProcessGone` and is started again by the next one.
It is noticed also when nobody waits for its answer any more: even a speech that is dropped is answered.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from typing import Final

from sparring.adapters.child_process.frames import Frame
from sparring.adapters.child_process.parent import ChildProcess
from sparring.adapters.voice.local.wire import MAX_REPLY_BYTES, SayRequest, VoiceMessage, checked, unpacked_ready
from sparring.errors import VoiceFailed
from sparring.ports import Progress, VoiceCard

REPLY_LIMIT_S: Final = 5.0  # a clause takes 0.03-0.2 s; without a word to anybody for this long it is stuck
START_LIMIT_S: Final = 90.0  # a cold start on a busy machine reads and hashes 20 MB

_NOT_STARTED = "The voice process did not start."
_CLOSED = "The voice has been closed."

_Replies = asyncio.Queue[Frame | None]


class ProcessGone(Exception):
    """The voice process is no more, or does not answer."""


class VoiceProcess:
    """One child process.

    Args:
        command: program and arguments.
        reply_limit_s: how long the process may be silent with an answer owed before it counts as stuck and is killed.
    """

    def __init__(self, command: Sequence[str], *, reply_limit_s: float = REPLY_LIMIT_S) -> None:
        self._command, self._reply_limit_s = tuple(command), reply_limit_s
        self._child: ChildProcess | None = None
        self._greeting: _Replies | None = None  # what a child says before it is ready
        self._starting = asyncio.Lock()
        self._restart: asyncio.Task[None] | None = None
        self._speeches: dict[int, _Replies] = {}
        self._dropped: set[int] = set()  # and not yet answered
        self._count = self._replies = 0
        self._answers = self._closed = False

    async def start(self, progress: Progress) -> tuple[str, tuple[VoiceCard, ...]]:
        """Name of the engine and its voices. Raises: VoiceFailed."""
        async with self._starting:
            return await self._started(progress)

    async def clauses(self, say: SayRequest) -> AsyncGenerator[bytes, None]:
        """PCM of one clause after the other; the next one is made while the last is played.

        Raises: ProcessGone, VoiceFailed.
        """
        await self._running()
        self._count += 1
        speech, replies, over = self._count, _Replies(), False
        self._speeches[speech] = replies
        self._send(Frame(VoiceMessage.SAY, speech, say.packed()))
        try:
            while not over:
                frame = await self._reply(replies)
                over = frame.kind != VoiceMessage.CLAUSE
                if not over:
                    self._send(Frame(VoiceMessage.NEXT, speech))
                yield _sound(frame)
        finally:
            del self._speeches[speech]
            if not over:
                self._drop(speech)

    async def close(self) -> None:
        """End the process; speeches under way end with ProcessGone."""
        self._closed = True
        if self._restart is not None:
            self._restart.cancel()
        async with self._starting:
            await self._end()

    async def _running(self) -> None:
        """Start the process again if it is gone; who gives up waiting leaves the next speech one that starts."""
        if self._answers and self._greeting is None and not self._closed:
            return
        if self._restart is None or self._restart.done():
            self._restart = asyncio.create_task(self._started_again(), name="voice-process")
            self._restart.add_done_callback(_looked_at)
        try:
            await asyncio.shield(self._restart)
        except asyncio.CancelledError:
            if self._closed:
                raise VoiceFailed(_CLOSED) from None
            raise

    async def _started_again(self) -> None:
        async with self._starting:
            if self._closed:
                raise VoiceFailed(_CLOSED)
            if not self._answers:
                await self._started(lambda _share, _sentence: None)

    async def _started(self, progress: Progress) -> tuple[str, tuple[VoiceCard, ...]]:
        await self._end()
        self._dropped.clear()
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
            if frame.kind == VoiceMessage.READY:
                return unpacked_ready(frame.payload)
            if frame.kind != VoiceMessage.PROGRESS:
                raise VoiceFailed(frame.payload.decode(errors="replace"))
            progress(frame.number / 100, frame.payload.decode(errors="replace"))

    def _frame_came(self, frame: Frame) -> None:
        """Hand each reply to its speech. Raises: BrokenFrame, which ends the child."""
        kind = checked(frame).kind
        self._replies += 1
        self._dropped.discard(frame.number)
        self._answers = self._answers or kind == VoiceMessage.READY
        replies = self._speeches.get(frame.number) if self._greeting is None else self._greeting
        if replies is not None:
            replies.put_nowait(frame)

    def _child_gone(self) -> None:
        self._answers = False
        for replies in (*self._speeches.values(), self._greeting):
            if replies is not None:
                replies.put_nowait(None)

    async def _reply(self, replies: _Replies) -> Frame:
        frame = await self._owed(replies)
        if frame is None:
            raise ProcessGone
        return frame

    async def _owed(self, replies: _Replies) -> Frame | None:
        while True:
            came = self._replies
            try:
                async with asyncio.timeout(self._reply_limit_s):
                    return await replies.get()
            except TimeoutError:
                if came == self._replies:
                    self._kill()
                    return None

    def _drop(self, speech: int) -> None:
        self._dropped.add(speech)
        self._send(Frame(VoiceMessage.DROP, speech))
        asyncio.get_running_loop().call_later(self._reply_limit_s, self._kill_if_stuck, speech, self._replies)

    def _kill_if_stuck(self, speech: int, came: int) -> None:
        if speech in self._dropped and came == self._replies:
            self._kill()

    def _kill(self) -> None:
        self._answers = False
        if self._child is not None:
            self._child.kill()

    def _send(self, frame: Frame) -> None:
        """Lost when the process is gone: whoever waits for the answer is told by the reading side."""
        if self._child is not None:
            self._child.send(frame)

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            await child.close()


def _sound(frame: Frame) -> bytes:
    if frame.kind == VoiceMessage.FAILED:
        raise VoiceFailed("This line could not be spoken.")
    return frame.payload


def _looked_at(restart: "asyncio.Task[None]") -> None:
    """A start that nobody waits for any more is no unhandled error: the next speech tries again."""
    if not restart.cancelled():
        restart.exception()
