"""F17: the wall clock jumps by an hour in the middle of calls, forwards and back, as time servers and sleep have it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.adapters.store.folder import FolderStore
from sparring.call.active_call import ActiveCall
from sparring.call.active_calls import ActiveCalls
from sparring.call.diary.entries import CallOpened
from sparring.call.lifecycle import CallLimits
from sparring.call.line import CallClock, TypedLine
from sparring.call.session import CallSession
from sparring.ids import CallId
from sparring.transcript import object_name, parse_transcript
from tests.fakes.calls import Onlooker, a_caller, an_opening
from tests.fakes.clock import START

HOUR_S = 3_600.0
LIMITS = CallLimits(review_s=0.0)


@dataclass
class JumpingClock:
    """Implements `Clock`: its wall clock can be put forward and back; the monotonic one only goes on."""

    ahead_s: float = 0.0
    passed_s: float = 0.0

    def now(self) -> datetime:
        """What the wall clock shows."""
        return START + timedelta(seconds=self.passed_s + self.ahead_s)

    def monotonic_s(self) -> float:
        """Seconds that passed."""
        return self.passed_s


@dataclass
class Machine:
    """One diary and one air gap, and several processes over them."""

    folder: Path
    clock: JumpingClock = field(default_factory=JumpingClock)
    journals: list[SqliteJournal] = field(default_factory=list)

    @property
    def store(self) -> FolderStore:
        """The air gap."""
        return FolderStore(self.folder / "air-gap")

    def active_calls(self) -> ActiveCalls:
        """Of one more process."""
        self.journals.append(SqliteJournal(self.folder / "journal.db", self.clock))
        return ActiveCalls(self.journals[-1], self.store, self.clock, limits=LIMITS)

    async def call(self, active_calls: ActiveCalls, first: CallOpened) -> ActiveCall:
        """Picked up."""

        def make(watcher: ActiveCall, /) -> tuple[CallSession, TypedLine]:
            clock_ms = CallClock(self.clock)
            session = CallSession(
                first, a_caller(), journal=active_calls._journal, store=self.store, watcher=watcher, clock_ms=clock_ms
            )
            return session, TypedLine(session, watcher=watcher, clock_ms=clock_ms)

        call = await active_calls.open(make)
        await call.attach(Onlooker())
        call.ring()
        await call.pick_up()
        return call

    async def lost(self) -> list[CallId]:
        """Calls that were handed over."""
        return [CallId(path.stem) for path in (self.folder / "air-gap").rglob("*.json")]

    async def wait(self, seconds: int, *processes: ActiveCalls, sweeping: ActiveCalls) -> None:
        """Real time passes: all but the dead mark their calls every five seconds, and one sweeps."""
        for _ in range(0, seconds, 5):
            await sweeping._sweep()
            for one in processes:
                await one._touch()
            self.clock.passed_s += 5


@pytest.fixture
async def machine(tmp_path: Path) -> AsyncIterator[Machine]:
    made = Machine(tmp_path)
    yield made
    for journal in made.journals:
        await journal.close()


@pytest.mark.parametrize("jump_s", [HOUR_S, -HOUR_S, 40.0])
async def test_a_jump_ends_no_call_that_goes_on(machine: Machine, jump_s: float) -> None:
    """Neither a process's own nor another's, whoever is first to look at the clock."""
    one, other = machine.active_calls(), machine.active_calls()
    call = await machine.call(one, an_opening())
    await machine.wait(10, one, other, sweeping=other)
    machine.clock.ahead_s += jump_s
    await one._sweep()
    await machine.wait(90, one, other, sweeping=other)
    assert await machine.lost() == []
    await call.line.type_text("What happened to your father?")
    assert len(call.session.turns) == 2


@pytest.mark.parametrize("jump_s", [HOUR_S, -HOUR_S, 0.0])
async def test_a_lost_call_is_finished_whatever_the_clock_says(machine: Machine, jump_s: float) -> None:
    """A minute after the jump at the latest."""
    dead, alive, first = machine.active_calls(), machine.active_calls(), an_opening()
    await machine.call(dead, first)
    await machine.wait(10, alive, sweeping=alive)
    machine.clock.ahead_s += jump_s
    await machine.wait(60, alive, sweeping=alive)
    assert await machine.lost() == [first.call_id]


async def test_durations_and_order_are_those_of_the_monotonic_clock(machine: Machine) -> None:
    """Nothing in the transcript is negative or out of order."""
    active_calls, first = machine.active_calls(), an_opening()
    call = await machine.call(active_calls, first)
    for jump_s in (HOUR_S, -3 * HOUR_S, HOUR_S):
        machine.clock.ahead_s += jump_s
        machine.clock.passed_s += 4
        await call.line.type_text("What happened to your father?")
    await call.hang_up("rep", reason="The rep hung up.")
    await call.finish()
    name = object_name(first)
    kept = parse_transcript(await machine.store.get(name, max_bytes=1_000_000), source=name)
    starts = [turn.start_ms for turn in kept.turns]
    assert starts == sorted(starts)
    assert all(turn.end_ms >= turn.start_ms >= 0 for turn in kept.turns)
    assert 12_000 <= kept.duration_ms < 60_000
