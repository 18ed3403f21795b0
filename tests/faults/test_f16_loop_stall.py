"""F16: something holds the event loop: the watchdog names it without its values, and no further call is admitted."""

import asyncio
import logging
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.loop_watch import REMEMBER_PROBES, STALL_S, LoopWatch
from sparring.adapters.store.memory import MemoryStore
from sparring.bootstrap.actor import MAX_LAG_MS, MAX_STALL_MS, _health, _refuse_when_late, build_actor
from sparring.call.active_call import ActiveCall
from sparring.call.active_calls import ActiveCalls
from sparring.call.diary.entries import CallOpened
from sparring.call.lifecycle import CallLimits
from sparring.call.line import CallClock, TypedLine
from sparring.call.session import CallSession
from sparring.config import read_config
from sparring.errors import NoRoomForCall
from sparring.web.services import Health
from tests.fakes.calls import a_caller, an_opening
from tests.fakes.clock import FakeClock

HELD_S = 0.3
SECRET = "her number is five five five zero one four two"


def hold_the_loop(words: str) -> None:
    """Blocks as a careless library would, with words of a call in its hands."""
    assert words
    time.sleep(HELD_S)


async def watched(work: Callable[[], None]) -> LoopWatch:
    """Runs `work` on a watched loop, after some quiet; returns the watch with what it saw."""
    watch = LoopWatch()
    watch.start()
    await asyncio.sleep(3 * STALL_S)
    work()
    async with asyncio.timeout(10):  # its thread notes the stall when it is given a core
        while watch.worst_ms() <= MAX_STALL_MS:
            await asyncio.sleep(STALL_S)
    watch.stop()
    return watch


async def test_the_watch_names_file_and_line_of_who_holds_the_loop(caplog: pytest.LogCaptureFixture) -> None:
    """The warning says where, and holds nothing of what was said."""
    with caplog.at_level(logging.WARNING, logger="sparring.adapters.loop_watch"):
        await watched(lambda: hold_the_loop(SECRET))
    line = hold_the_loop.__code__.co_firstlineno + 3
    assert f"test_f16_loop_stall.py:{line}" in caplog.text
    assert SECRET not in caplog.text


async def test_one_stall_that_was_heard_degrades_the_health() -> None:
    """The real application says 503 for the five seconds after it, and 200 once they are over."""
    watch = await watched(lambda: hold_the_loop(SECRET))
    assert _health(watch).status == "degraded"
    assert _health(watch).loop_worst_ms > MAX_STALL_MS
    watch._lags_s.extend([0.001] * REMEMBER_PROBES)
    assert _health(watch) == Health("ok", loop_lag_ms=1, loop_worst_ms=1)


def test_the_served_application_answers_with_its_own_loop(tmp_path: Path) -> None:
    """What `serve` runs watches itself from its first request on."""
    config = read_config({"SPARRING_DATA_DIR": str(tmp_path), "SPARRING_HEARING": "none", "SPARRING_VOICE": "none"})
    with TestClient(build_actor(config), base_url="http://localhost:8000") as client:
        assert set(client.get("/api/health").json()) == {"status", "loop_lag_ms", "loop_worst_ms"}
        assert client.portal
        client.portal.call(hold_the_loop, SECRET)
        answers = [client.get("/api/health") for _ in range(50)]  # the watch's thread may be a moment late
    assert (answers[-1].status_code, answers[-1].json()["status"]) == (503, "degraded")


async def test_a_late_loop_admits_no_further_call() -> None:
    """The door is shut with a sentence, nothing is written, and the call that goes on is not touched."""
    journal, watch = MemoryJournal(), await watched(lambda: hold_the_loop(SECRET))
    assert watch.lag_ms() > MAX_LAG_MS
    late = False
    limits, store = CallLimits(), MemoryStore()
    active_calls = ActiveCalls(
        journal, store, FakeClock(), limits=limits, ready=lambda: _refuse_when_late(watch) if late else None
    )
    going_on = await active_calls.open(lambda watcher: typed(watcher, journal))
    late, refused = True, an_opening()
    with pytest.raises(NoRoomForCall, match="busy"):
        await active_calls.open(lambda watcher: typed(watcher, journal, refused))
    assert not await journal.lines(refused.call_id)
    await going_on.pick_up()
    await going_on.line.type_text("Thank you for calling, this is Dana.")
    assert len(going_on.session.turns) == 2
    await active_calls.close()


async def test_a_calm_loop_is_let_through() -> None:
    """The gate is not shut by lags of a few milliseconds."""
    watch = LoopWatch()
    watch._lags_s.extend([0.005] * 99 + [HELD_S])  # one stall in five seconds is no cliff
    _refuse_when_late(watch)
    watch._lags_s.extend([HELD_S] * 6)
    with pytest.raises(NoRoomForCall):
        _refuse_when_late(watch)


def typed(
    watcher: ActiveCall, journal: MemoryJournal, first: CallOpened | None = None
) -> tuple[CallSession, TypedLine]:
    """A call in writing."""
    clock_ms = CallClock(FakeClock())
    session = CallSession(
        first or an_opening(),
        a_caller(),
        journal=journal,
        store=MemoryStore(),
        watcher=watcher,
        clock_ms=clock_ms,
    )
    return session, TypedLine(session, watcher=watcher, clock_ms=clock_ms)
