"""An event loop whose clock jumps to the next timer: a call of minutes runs in milliseconds, always the same way."""

import asyncio
import selectors
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")

EPOCH = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
_THREAD_S = 0.002  # a real moment for work in threads before time jumps


class _JumpingSelector(selectors.DefaultSelector):
    def __init__(self, loop: "VirtualLoop") -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None or timeout <= 0:
            return super().select(timeout)
        ready = super().select(_THREAD_S if self._loop.threads_at_work else 0)
        if not ready and not self._loop.threads_at_work:
            self._loop.jump(timeout)
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """Time stands still while callbacks or threads work, and jumps while everybody waits."""

    def __init__(self) -> None:
        self._now_s = 0.0
        self.threads_at_work = 0
        super().__init__(_JumpingSelector(self))

    def time(self) -> float:
        return self._now_s

    def jump(self, seconds: float) -> None:
        self._now_s += seconds

    def run_in_executor(self, executor: Any, func: Any, *args: Any) -> "asyncio.Future[Any]":  # type: ignore[override]
        self.threads_at_work += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._thread_done)
        return future

    def _thread_done(self, _: object) -> None:
        self.threads_at_work -= 1


class VirtualClock:
    """`Clock` on the running virtual loop."""

    def now(self) -> datetime:
        return EPOCH + timedelta(seconds=self.monotonic_s())

    def monotonic_s(self) -> float:
        return asyncio.get_running_loop().time()


def run_virtually(work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`, in virtual time. A task it leaves behind fails the test."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(_without_leaks(work))


async def _without_leaks(work: Coroutine[Any, Any, T]) -> T:
    result = await work
    await asyncio.sleep(0.1)
    left = [task.get_name() for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    assert not left, f"tasks left behind: {left}"
    return result
