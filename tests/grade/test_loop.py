"""Brain 2's process."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from sparring.errors import EventsFailed, ResultsFailed
from sparring.grade import loop
from sparring.grade.loop import WORKER_NAME, run_worker, stop_on_signals
from sparring.ports import ObjectWritten
from tests.fakes.brain import Brain
from tests.fakes.clock import START
from tests.fakes.documents import CALL_ID, a_transcript, call_id
from tests.fakes.interposed import Interposed, failing


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Idle turns and pauses after failures take a millisecond."""
    for name in ("_IDLE_S", "_AFTER_FAILURE_S", "HEARTBEAT_S"):
        monkeypatch.setattr(loop, name, 0.001)


async def watch(stop: asyncio.Event) -> None:
    await stop.wait()


async def nothing_to_send() -> int:
    return 0


async def run_until(brain: Brain, reached: Callable[[], Awaitable[bool]], **parts: Any) -> None:
    """Run the process until `reached` says so, then ask it to stop."""
    stop = asyncio.Event()
    relay = parts.get("relay", nothing_to_send)
    looking, sweep = parts.get("watch", watch), parts.get("sweep")
    running = asyncio.create_task(run_worker(brain.worker, watch=looking, relay=relay, stop=stop, sweep=sweep))
    while not await reached():
        assert not running.done()
        await asyncio.sleep(0.001)
    stop.set()
    await running


async def test_it_grades_relays_and_says_that_it_lives() -> None:
    """Events are handled, mails relayed and the heartbeat noted side by side."""
    brain, relayed = Brain(), asyncio.Event()

    async def relay() -> int:
        relayed.set()
        return 0

    async def reached() -> bool:
        graded = await brain.results.get(CALL_ID) is not None
        return graded and relayed.is_set() and await brain.results.last_beat(WORKER_NAME) is not None

    await brain.write(a_transcript())
    await run_until(brain, reached, relay=relay)
    assert brain.states() == ["done"]


async def test_old_calls_are_looked_for_when_it_starts_and_again_later() -> None:
    """The sweep says itself when it wants to come again; a sweep that fails comes again soon."""
    brain, swept = Brain(), list[str]()

    async def sweep() -> float:
        swept.append("looked")
        if len(swept) == 1:
            raise ResultsFailed("away")
        return 0.001

    async def reached() -> bool:
        return len(swept) == 3

    await run_until(brain, reached, sweep=sweep)


async def test_it_finishes_what_is_in_hand_before_it_stops() -> None:
    """Asked to stop in the middle of grading, it grades, saves and acknowledges."""
    brain, grading, go_on = Brain(), asyncio.Event(), asyncio.Event()

    async def slow(name: str) -> None:
        grading.set()
        await go_on.wait()

    class Slow:
        async def get(self, name: str, *, max_bytes: int) -> bytes:
            await slow(name)
            return bytes(await whole.get(name, max_bytes=max_bytes))

    await brain.write(a_transcript())
    whole, brain.store = brain.store, Slow()
    stop = asyncio.Event()
    running = asyncio.create_task(run_worker(brain.worker, watch=watch, relay=nothing_to_send, stop=stop))
    await grading.wait()
    stop.set()
    go_on.set()
    await running
    assert brain.states() == ["done"]


async def test_one_slow_object_holds_nobody_up() -> None:
    """With one handler waiting, the other one grades the next call."""
    brain, forever = Brain(), asyncio.Event()
    await brain.write(a_transcript(call_id=call_id(1)))
    await brain.write(a_transcript(call_id=call_id(2)))
    whole = brain.store

    class SlowFirst:
        async def get(self, name: str, *, max_bytes: int) -> bytes:
            if call_id(1) in name:
                await forever.wait()
            return bytes(await whole.get(name, max_bytes=max_bytes))

    brain.store = SlowFirst()

    async def second_is_graded() -> bool:
        if await brain.results.get(call_id(2)) is None:
            return False
        forever.set()
        return True

    await run_until(brain, second_is_graded)
    assert brain.states() == ["done", "done"]


async def test_a_failing_queue_or_results_store_does_not_end_it() -> None:
    """It logs the code, waits, and goes on."""
    brain = Brain()
    await brain.write(a_transcript())
    broken = replace(
        brain,
        queue=Interposed(brain.queue, failing("receive", *[EventsFailed("down")] * 5)),
        results=Interposed(brain.results, failing("beat", *[ResultsFailed("down")] * 5)),
    )

    async def reached() -> bool:
        return await brain.results.get(CALL_ID) is not None and await brain.results.last_beat(WORKER_NAME) is not None

    await run_until(broken, reached)


async def test_a_defect_ends_it_loudly() -> None:
    """An error nobody foresaw stops the process, so that whoever supervises it starts a new one."""
    brain = Brain()

    async def relay() -> int:
        raise ZeroDivisionError

    stop = asyncio.Event()
    with pytest.raises(ExceptionGroup) as ended:
        await run_worker(brain.worker, watch=watch, relay=relay, stop=stop)
    assert ended.group_contains(ZeroDivisionError)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_polite_signal_asks_it_to_stop(number: signal.Signals) -> None:
    """SIGTERM and Ctrl-C set the event that ends the loops."""
    stop = stop_on_signals()
    os.kill(os.getpid(), number)
    await asyncio.wait_for(stop.wait(), 5)
    for handled in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().remove_signal_handler(handled)


async def test_the_watch_feeds_the_queue() -> None:
    """What the watch publishes is graded in the same run."""
    brain = Brain()
    await brain.write(a_transcript(), event_id="known")
    brain.queue.entries.clear()

    async def noticing(stop: asyncio.Event) -> None:
        (name,) = brain.store.objects
        await brain.queue.publish([ObjectWritten("noticed", name, START)])
        await stop.wait()

    async def reached() -> bool:
        return await brain.results.get(CALL_ID) is not None

    await run_until(brain, reached, watch=noticing)
    assert brain.states() == ["done"]
