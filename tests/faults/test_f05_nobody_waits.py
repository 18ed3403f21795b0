"""F5: whatever poison flows beside them, good calls are graded as fast as without it: their p95 is within a tenth.

Five minutes of calls on a clock that jumps: brain 2's own loop and worker, a store and a grader that take their time.
"""

import asyncio
import random
from collections.abc import Iterator
from statistics import quantiles
from typing import Any

from sparring.adapters.store.memory import MemoryStore
from sparring.errors import StoreUnavailable
from sparring.grade.loop import run_worker
from sparring.ports import Clock, ObjectWritten
from sparring.scorecard import Scorecard
from sparring.transcript import object_name
from tests.fakes.brain import Brain, FakeGrader
from tests.fakes.documents import a_transcript, call_id
from tests.fakes.memory import MemoryQueue
from tests.faults.test_f05_poison_event import NOBODY, changed
from tests.virtual_time import VirtualClock, VirtualLoop

CALLS = 150
EVERY_S = 2.0
READ_S = 0.05
GRADE_S = 0.4
POISON = (
    b"{not json",
    changed(persona=NOBODY),
    changed(schema_version="4"),
    changed(rubric=NOBODY),
    None,  # an event whose object is missing
    "unavailable",  # the store says so each time it is asked for this one
    "hangs",  # the store never answers
)


class Store(MemoryStore):
    """Takes its time, and has two kinds of bad places."""

    async def get(self, name: str, *, max_bytes: int) -> bytes:
        await asyncio.sleep(READ_S)
        data = await super().get(name, max_bytes=max_bytes)
        if data == b"unavailable":
            raise StoreUnavailable("down")
        if data == b"hangs":
            await asyncio.Event().wait()
        return data


class Queue(MemoryQueue):
    """Notes how long each event took to be done, in seconds."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.waited_s: list[float] = []

    async def done(self, event: ObjectWritten) -> None:
        await super().done(event)
        self.waited_s.append((self._clock.now() - event.occurred_at).total_seconds())


class Grader(FakeGrader):
    """Takes its time too."""

    async def __call__(self, *parts: Any, **more: Any) -> Scorecard:
        await asyncio.sleep(GRADE_S)
        return await super().__call__(*parts, **more)


class Minutes:
    """Good calls at moments drawn by chance, with `share` of poison between them."""

    def __init__(self, share: float) -> None:
        clock: Any = VirtualClock()
        self.share, self.queue = share, Queue(clock)
        self.brain = Brain(clock=clock, store=Store(), grader=Grader(), queue=self.queue)

    async def pass_by(self) -> None:
        stop = asyncio.Event()

        async def watch(_: asyncio.Event) -> None:
            await asyncio.gather(self._good(), self._bad())
            await asyncio.sleep(5)
            stop.set()

        async def relay() -> int:
            return 0

        await run_worker(self.brain.worker, watch=watch, relay=relay, stop=stop)

    async def _good(self) -> None:
        chance = random.Random(1)
        for number in range(CALLS):
            await asyncio.sleep(chance.expovariate(1 / EVERY_S))
            await self.brain.write(a_transcript(call_id=call_id(number)))

    async def _bad(self) -> None:
        chance, kinds = random.Random(2), self._kinds()
        for number in range(round(CALLS * self.share)):
            await asyncio.sleep(chance.expovariate(self.share / EVERY_S))
            name = object_name(a_transcript(call_id=call_id(CALLS + number)))
            data = next(kinds)
            if data is not None:
                self.brain.store.objects[name] = data.encode() if isinstance(data, str) else data
            await self.queue.publish([ObjectWritten(f"poison {number}", name, self.brain.clock.now())])

    def _kinds(self) -> Iterator[bytes | str | None]:
        while True:
            yield from POISON


def test_good_calls_wait_no_longer_beside_poison() -> None:
    """A tenth of all events is poison of every kind, one of them an object that holds a hand for ten seconds."""

    def waited(share: float) -> list[float]:
        minutes = Minutes(share)
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            runner.run(minutes.pass_by())
        assert len(minutes.queue.waited_s) == CALLS
        return minutes.queue.waited_s

    alone, beside = (quantiles(waited(share), n=20)[-1] for share in (0.0, 0.1))
    assert beside <= 1.1 * alone
