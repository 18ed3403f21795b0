"""Brain 2's process: events handled, mails relayed, a heartbeat, until it is told to stop.

Flows in: the queue. Everything it does survives `kill -9` at any point; asked politely (SIGTERM, Ctrl-C) it finishes
the events in hand first.
"""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from sparring.errors import SparringError
from sparring.grade.worker import Worker

_log = logging.getLogger(__name__)

HEARTBEAT_S = 5.0
_IDLE_S = 0.2
_AFTER_FAILURE_S = 2.0

WORKER_NAME = "grader"
"""Under which `Results.last_beat` knows this process."""

Round = Callable[[], Awaitable[float]]
"""One turn of a loop; answers how many seconds to wait before the next."""


async def run_worker(
    worker: Worker,
    *,
    watch: Callable[[asyncio.Event], Coroutine[Any, Any, None]],
    relay: Callable[[], Awaitable[int]],
    stop: asyncio.Event,
    handlers: int = 2,
    sweep: Round | None = None,
) -> None:
    """Work until `stop` is set, then finish what is in hand.

    Args:
        worker: handles one event.
        watch: notices new objects and publishes their events until its argument is set; idle where the cloud does it.
        relay: hands due mails over; answers how many it handed over.
        stop: see `stop_on_signals`.
        handlers: events handled at once, so that one slow object holds nobody up.
        sweep: erases old calls, where they are not kept for ever.
    """

    async def handle() -> float:
        event = await worker.queue.receive()
        if event is None:
            return _IDLE_S
        await worker.handle(event)
        return 0.0

    async def send() -> float:
        return 0.0 if await relay() else _IDLE_S

    async def beat() -> float:
        await worker.results.beat(WORKER_NAME)
        return HEARTBEAT_S

    async with asyncio.TaskGroup() as group:
        group.create_task(watch(stop))
        for turn in (*[handle] * handlers, send, beat, *([] if sweep is None else [sweep])):
            group.create_task(_repeat(turn, stop))


def stop_on_signals() -> asyncio.Event:
    """An event that SIGTERM and SIGINT set. Call it inside the running loop."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def _repeat(turn: Round, stop: asyncio.Event) -> None:
    while not stop.is_set():
        try:
            wait_s = await turn()
        except SparringError as error:
            _log.warning("worker: %s", error.code)
            wait_s = _AFTER_FAILURE_S
        try:
            await asyncio.wait_for(stop.wait(), wait_s)
        except TimeoutError:
            continue
