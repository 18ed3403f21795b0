"""`Recogniser` over one child process for all calls: stretches of sound in, text out, nothing blocks the event loop."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sparring.adapters.child_process.frames import BrokenFrame, Frame
from sparring.adapters.child_process.parent import ChildProcess
from sparring.adapters.hearing.local.job_queue import JobQueue
from sparring.adapters.hearing.local.wire import (
    MAX_REQUEST_BYTES,
    HearingMessage,
    Ready,
    Request,
    unpacked_heard,
    unpacked_ready,
)
from sparring.errors import HearingFailed
from sparring.ports import Heard, Progress

MOST_WAITING: Final = 32  # two guesses each for twice as many calls as a laptop carries
START_LIMIT_S: Final = 120.0  # joining and hashing 145 MB on a slow disk
REPLY_LIMIT_S: Final = 15.0  # a turn of 5 s takes 0.3 s; longer stretches get twice their length more

_STOPPED = "The recogniser stopped and is being started again. Please say it once more, or type it."
_BROKEN = "The recogniser does not start any more. Please type, and run `sparring doctor`."


def child_command(engine: str, cache_dir: Path) -> tuple[str, ...]:
    """How to run the child with one engine of `ENGINES`."""
    return sys.executable, "-m", "sparring.adapters.hearing.local.child", engine, str(cache_dir)


class _Job:
    """One recognition: waiting, under way, or over."""

    def __init__(self, owner: "ProcessRecogniser", number: int, request: Request) -> None:
        self._owner, self.number, self.request = owner, number, request
        self.pcm_16khz = request.pcm_16khz
        self.outcome: asyncio.Future[Heard | HearingFailed] = asyncio.get_running_loop().create_future()
        self.deadline: asyncio.TimerHandle | None = None

    async def result(self) -> Heard:
        outcome = await asyncio.shield(self.outcome)
        if isinstance(outcome, HearingFailed):
            raise outcome
        return outcome

    def cancel(self) -> None:
        if not self.outcome.done():
            self.outcome.cancel()
            self._owner.drop(self)

    def settle(self, outcome: Heard | HearingFailed) -> None:
        """Over; nobody needs to be listening."""
        if self.deadline is not None:
            self.deadline.cancel()
        if not self.outcome.done():
            self.outcome.set_result(outcome)


class ProcessRecogniser:
    """One for all calls. A child that dies fails what it had and is started again, unless it dies before any answer.

    Args:
        name: of the engine.
        command: of the child process.
        reply_limit_s: seconds after which a child that owes an answer counts as stuck and is killed.
    """

    def __init__(self, name: str, command: Sequence[str], *, reply_limit_s: float = REPLY_LIMIT_S) -> None:
        self.name = name
        self.work_ms = 0.0
        """Processor time for a turn of 3 s, as the child measured it when it started."""
        self._command, self._reply_limit_s = tuple(command), reply_limit_s
        self._waiting: JobQueue[_Job] = JobQueue(limit=MOST_WAITING)
        self._under_way: dict[int, _Job] = {}
        self._count = 0
        self._child: ChildProcess | None = None
        self._greeting: asyncio.Future[Ready | HearingFailed] | None = None
        self._progress: Progress = lambda _share, _sentence: None
        self._restart: asyncio.Task[None] | None = None
        self._at_once = 0  # 0: not ready
        self._answered = False  # since the last start
        self._refusal: HearingFailed | None = HearingFailed("The recogniser has not been started.")

    async def start(self, progress: Progress) -> None:
        """Load and warm up. Raises: HearingFailed."""
        self._progress, self._refusal = progress, None
        try:
            await self._start()
        except HearingFailed as failure:
            self._refusal = failure
            raise
        finally:
            self._progress = lambda _share, _sentence: None

    def recognise(self, pcm_16khz: bytes, *, hint: str = "", words: bool = False) -> _Job:
        """See `Recogniser.recognise`. What cannot be taken on fails when its result is asked for."""
        self._count += 1
        job = _Job(self, self._count, Request(pcm_16khz, hint, words))
        refusal = self._refusal
        if refusal is None and len(pcm_16khz) > MAX_REQUEST_BYTES // 2:
            refusal = HearingFailed("This stretch of speech is too long to recognise at once.")
        if refusal is None and not self._waiting.put(job):
            refusal = HearingFailed("More is being said at once than this machine can follow. Please say it again.")
        if refusal is not None:
            job.settle(refusal)
        self._dispatch()
        return job

    def drop(self, job: _Job) -> None:
        """No longer wanted: gone if it has not begun; else the child stops at the next step."""
        if not self._waiting.remove(job) and job.number in self._under_way and self._child is not None:
            self._child.send(Frame(HearingMessage.CANCEL, job.number))

    async def close(self) -> None:
        """End the child; what is still to be recognised fails."""
        self._refusal = HearingFailed("The recogniser has been closed.")
        if self._restart is not None:
            self._restart.cancel()
            await asyncio.gather(self._restart, return_exceptions=True)
        if self._child is not None:
            await self._child.close()
        self._fail_all(self._refusal)

    # -- the child -----------------------------------------------------------------------------------------------

    async def _start(self) -> None:
        self._greeting = asyncio.get_running_loop().create_future()
        self._child = ChildProcess(self._command, on_frame=self._take, on_gone=self._gone)
        try:
            async with asyncio.timeout(START_LIMIT_S):
                await self._child.start()
                ready = await self._greeting
        except (OSError, TimeoutError):
            ready = HearingFailed("The recogniser's process did not start.")
        except asyncio.CancelledError:
            self._child.kill()  # it loads, and does not look at its input yet
            await self._child.close()
            raise
        if isinstance(ready, HearingFailed):
            self._greeting = None
            await self._child.close()
            raise ready
        self._at_once, self.work_ms, self._answered = ready.at_once, ready.work_ms, False
        self._dispatch()

    def _take(self, frame: Frame) -> None:
        """One frame of the child. Raises: BrokenFrame."""
        match frame.kind:
            case HearingMessage.PROGRESS:
                self._progress(frame.number / 100, frame.payload.decode(errors="replace"))
            case HearingMessage.READY:
                self._greet(unpacked_ready(frame.payload))
            case HearingMessage.FAILED if frame.number == 0:
                self._greet(HearingFailed(frame.payload.decode(errors="replace")))
            case HearingMessage.HEARD:
                self._settle(frame.number, unpacked_heard(frame.payload))
            case HearingMessage.DROPPED | HearingMessage.FAILED:
                self._settle(frame.number, HearingFailed("This stretch of speech could not be recognised."))
            case _:
                raise BrokenFrame("a kind we do not know")

    def _greet(self, greeting: Ready | HearingFailed) -> None:
        if self._greeting is not None and not self._greeting.done():
            self._greeting.set_result(greeting)

    def _settle(self, number: int, outcome: Heard | HearingFailed) -> None:
        job = self._under_way.pop(number, None)
        if job is not None:
            self._answered = True
            job.settle(outcome)
            self._dispatch()

    def _gone(self) -> None:
        """The child is no more: fail what it had, start it again unless it never answered."""
        if self._at_once == 0:
            self._greet(HearingFailed("The recogniser's process ended while it was starting."))
            return
        self._at_once = 0
        self._fail_all(HearingFailed(_STOPPED))
        if self._refusal is not None:
            return
        if self._answered:
            self._restart = asyncio.create_task(self._start_again(), name="restart-recogniser")
        else:
            self._refusal = HearingFailed(_BROKEN)

    async def _start_again(self) -> None:
        try:
            await self._start()
        except HearingFailed:
            self._refusal = HearingFailed(_BROKEN)
            self._fail_all(self._refusal)

    # -- jobs ----------------------------------------------------------------------------------------------------

    def _dispatch(self) -> None:
        """Give the child what it has hands for; everything else waits here, where cancelling it is free."""
        while self._child is not None and len(self._under_way) < self._at_once:
            job = self._waiting.take()
            if job is None:
                return
            self._under_way[job.number] = job
            limit_s = self._reply_limit_s + 2 * len(job.pcm_16khz) / 32_000
            job.deadline = asyncio.get_running_loop().call_later(limit_s, self._child.kill)
            self._child.send(Frame(HearingMessage.HEAR, job.number, job.request.packed()))

    def _fail_all(self, failure: HearingFailed) -> None:
        for job in [*self._under_way.values(), *self._waiting.clear()]:
            job.settle(failure)
        self._under_way.clear()
