"""F18: a page that stops reading, a call without end, many calls one after the other: everything has a bound."""

import asyncio
import gc
import os
import weakref
from pathlib import Path

from sparring.adapters.agent_session.audio_io import MIC_QUEUE_FRAMES, CallAudioInput
from sparring.adapters.agent_session.spoken_call import SpokenCall
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.active_call import ActiveCall
from sparring.call.active_calls import ActiveCalls
from sparring.call.lifecycle import CallLimits
from sparring.call.line import CallClock, TypedLine
from sparring.call.page import MAX_WAITING_EVENTS, QueuedPage
from sparring.call.session import CallSession
from sparring.persona import find_persona
from sparring.transcript import parse_transcript
from tests.adapters.agent_session.test_spoken_call import on_stage, said
from tests.fakes.calls import CALLER, an_opening
from tests.fakes.clock import FakeClock
from tests.virtual_time import run_virtually

CALLS, WARM, SPOKEN = 200, 50, 8
MAX_GROWTH = 0.05
FOUR_HOURS_S = 4 * 3_600


class Office:
    """Active calls whose time is a test's."""

    def __init__(self) -> None:
        self.clock, self.journal, self.store = FakeClock(), MemoryJournal(), MemoryStore()
        self.active_calls = ActiveCalls(self.journal, self.store, self.clock, limits=CallLimits())

    async def live(self, page: QueuedPage) -> ActiveCall:
        """A call in writing, picked up."""
        call = await self.active_calls.open(self._made)
        await call.attach(page)
        call.ring()
        await call.pick_up()
        return call

    def _made(self, watcher: ActiveCall) -> tuple[CallSession, TypedLine]:
        persona, clock_ms = find_persona(CALLER), CallClock(self.clock)
        session = CallSession(
            an_opening(persona), persona, journal=self.journal, store=self.store, watcher=watcher, clock_ms=clock_ms
        )
        return session, TypedLine(session, watcher=watcher, clock_ms=clock_ms)


async def test_a_page_that_stops_reading_is_let_go_and_its_turns_are_kept() -> None:
    """Its events are bounded; what was said stands in the diary whatever the page reads."""
    office, page = Office(), QueuedPage()
    call = await office.live(page)
    await call.line.type_text("Thank you for calling Willow Lane Home Care, this is Dana.")
    for _ in range(10 * MAX_WAITING_EVENTS):
        call.caption("rep", "and so on")
    assert page._events.qsize() <= MAX_WAITING_EVENTS + 1
    assert len((await call.session.transcript()).turns) == 2


async def test_sound_that_nobody_takes_loses_its_oldest_and_never_grows() -> None:
    """A session that is behind by minutes hears the last five seconds."""
    microphone = CallAudioInput()
    for number in range(20 * MIC_QUEUE_FRAMES):
        microphone.push(number.to_bytes(2, "little") * 320)
    assert microphone._frames.qsize() == MIC_QUEUE_FRAMES
    first = await anext(microphone)
    assert bytes(first.data)[:2] == (19 * MIC_QUEUE_FRAMES).to_bytes(2, "little")


async def test_a_call_without_end_is_ended_at_its_limit() -> None:
    """A rep who speaks for four hours is told so after thirty minutes, and the transcript is written."""
    office = Office()
    call, began_s = await office.live(QueuedPage()), office.clock.monotonic_s()
    while call.session.ending is None and office.clock.monotonic_s() - began_s < FOUR_HOURS_S:
        await call.line.type_text("And another thing I wanted to say.")
        office.clock.advance(60)
        await office.active_calls.tick()
    await office.active_calls.tick()
    (data,) = office.store.objects.values()
    transcript = parse_transcript(data, source="")
    assert transcript.ending.by in ("time_limit", "buyer")
    assert transcript.duration_ms <= (CallLimits().call_s + 60) * 1000


async def test_two_hundred_calls_in_sequence_leave_nothing_behind() -> None:
    """No task, no open file, no active call, and memory that does not grow by a twentieth."""
    office, before = Office(), _Held.now()
    warm = before
    for number in range(CALLS):
        call = await office.live(QueuedPage())
        await call.line.type_text("Thank you for calling Willow Lane Home Care, this is Dana.")
        await call.hang_up("rep", reason="The rep hung up.")
        await office.active_calls.tick()
        office.clock.advance(CallLimits().keep_written_s)
        await office.active_calls.tick()
        office.store.objects.clear()
        office.journal._lines.clear()
        if number == WARM:
            warm = _Held.now()
    after = _Held.now()
    assert office.active_calls._calls == {}
    assert (after.tasks, after.files) == (before.tasks, before.files)
    assert after.resident_bytes <= warm.resident_bytes * (1 + MAX_GROWTH)


def test_a_spoken_call_that_is_over_is_forgotten() -> None:
    """Its session, queues and sound: nothing refers to them. A task left behind would fail the run."""
    calls: list[weakref.ref[SpokenCall]] = []

    async def one_call() -> None:
        async with on_stage() as stage:
            calls.append(weakref.ref(stage.call))
            await stage.phone.say(said(0))
            await stage.answered(2)

    async def scenario() -> None:
        for _ in range(SPOKEN):
            await one_call()

    run_virtually(scenario())
    gc.collect()
    assert sum(one() is not None for one in calls) <= 1  # the last one may still stand in somebody's frame


class _Held:
    """What this process holds."""

    def __init__(self, tasks: int, files: int, resident_bytes: int) -> None:
        self.tasks, self.files, self.resident_bytes = tasks, files, resident_bytes

    @classmethod
    def now(cls) -> "_Held":
        gc.collect()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        files = list(Path("/proc/self/fd").iterdir())
        return cls(len(asyncio.all_tasks()), len(files), pages * os.sysconf("SC_PAGESIZE"))
