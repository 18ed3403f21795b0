"""A recognition that somebody else works on: one request, in a task of its own.

Flows in: the request. Flows out: what was heard, once it is known.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any

from sparring.errors import HearingFailed
from sparring.ports import Heard


class PendingRecognition:
    """Implements `Recognition`.

    Args:
        request: ends with what was heard or raises HearingFailed; cancelled when it is no longer wanted.
    """

    def __init__(self, request: Coroutine[Any, Any, Heard]) -> None:
        self._task = asyncio.create_task(request, name="recognition")
        self._task.add_done_callback(_looked_at)

    async def result(self) -> Heard:
        """See the port. Who gives up waiting does not end the request."""
        await asyncio.wait({self._task})
        if self._task.cancelled():
            raise HearingFailed("This stretch is no longer wanted.")
        return self._task.result()

    def cancel(self) -> None:
        """See the port."""
        self._task.cancel()


def _looked_at(task: "asyncio.Task[Heard]") -> None:
    """A guess that failed and that nobody asks for any more is nobody's affair."""
    if not task.cancelled():
        task.exception()
