"""What goes on beside a call: work that nobody awaits, kept alive, named in the log where it fails."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, TypeVar

from sparring.errors import code_of
from sparring.ids import CallId

log = logging.getLogger(__name__)

T = TypeVar("T")


class CallTasks:
    """The tasks of one call.

    Args:
        call_id: whose they are, for the log.
    """

    def __init__(self, call_id: CallId) -> None:
        self._call_id = call_id
        self._tasks: set[asyncio.Task[Any]] = set()

    def spawn(self, work: Coroutine[Any, Any, T], name: str) -> "asyncio.Task[T]":
        """`work`, begun: the loop itself keeps only weak references to tasks."""
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    async def cancel(self) -> None:
        """End what still goes on, and wait until it has; safe to call twice."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _done(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("call %s: %s failed: %s", self._call_id, task.get_name(), code_of(error))
