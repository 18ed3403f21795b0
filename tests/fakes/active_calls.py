"""Active calls with their surroundings, on a clock that stands still until it is told."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.active_call import ActiveCall
from sparring.call.active_calls import ActiveCalls
from sparring.call.lifecycle import CallLimits
from sparring.call.line import CallClock, TypedLine
from sparring.call.session import CallSession
from sparring.persona import find_persona
from sparring.transcript import Transcript, object_name, parse_transcript
from tests.fakes.calls import CALLER, Onlooker, an_opening
from tests.fakes.clock import FakeClock

LIMITS = CallLimits(calls=2)
GREETING = "Thank you for calling Willow Lane Home Care, this is Dana."


class SpokenInWriting(TypedLine):
    """A typed line that reports how long its audio has been silent, as a spoken one does."""

    silent_s = 0.0

    def silent_for_s(self) -> float:
        return self.silent_s

    async def close(self) -> None:
        for _ in range(5):  # as long as others may do something
            await asyncio.sleep(0)
        await super().close()


@dataclass
class Office:
    """Active calls with their surroundings."""

    clock: FakeClock = field(default_factory=FakeClock)
    journal: MemoryJournal = field(default_factory=MemoryJournal)
    store: MemoryStore = field(default_factory=MemoryStore)
    active_calls: ActiveCalls = field(init=False)

    def __post_init__(self) -> None:
        self.active_calls = ActiveCalls(self.journal, self.store, self.clock, limits=LIMITS)

    async def open(self, persona_id: str = CALLER) -> ActiveCall:
        """A new call."""
        persona = find_persona(persona_id)

        def make(watcher: ActiveCall) -> tuple[CallSession, TypedLine]:
            clock_ms = CallClock(self.clock)
            session = CallSession(
                an_opening(persona),
                persona,
                journal=self.journal,
                store=self.store,
                watcher=watcher,
                clock_ms=clock_ms,
            )
            return session, SpokenInWriting(session, watcher=watcher, clock_ms=clock_ms)

        return await self.active_calls.open(make)

    async def live(self) -> tuple[ActiveCall, Onlooker]:
        """A call that was picked up and greeted."""
        call, page = await self.open(), Onlooker()
        await call.attach(page)
        call.ring()
        self.clock.advance(3)
        await call.pick_up()
        await call.line.type_text(GREETING)
        return call, page

    async def after(self, seconds: float) -> None:
        """Let time pass, and what is due be done."""
        self.clock.advance(seconds)
        await self.active_calls.tick()

    async def written(self, call: ActiveCall) -> Transcript:
        """The transcript in the store."""
        name = object_name(call.session.opened)
        return parse_transcript(await self.store.get(name, max_bytes=1_000_000), source=name)


def run(scenario: Callable[[Office], Coroutine[Any, Any, None]]) -> None:
    """Play it among active calls of its own."""
    asyncio.run(scenario(Office()))
