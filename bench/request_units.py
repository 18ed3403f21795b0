"""What one call and one page take of Cosmos DB: requests, their sizes, and request units reckoned from these.

    python bench/request_units.py [--calls 50] [--json]

Runs brain 2's worker with the rules, and the page of one rep, against the emulator that the tests use, and looks at
every request and answer on the way. The emulator knows no request units (it charges nothing, or says 1 for whatever is
asked): those here are Microsoft's own figures by the size of an item, doubled for reads under strong consistency
(https://learn.microsoft.com/azure/cosmos-db/understand-request-unit-consumption, optimize-cost-reads-writes), and hold
for its default index, so that writes here should cost less. A query is priced by what it looks at, which no table
tells: its charge here is that of reading what it answered, and a floor.
"""

import argparse
import asyncio
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

from bench.support.spread import told

from sparring.adapters.clock import SystemClock
from sparring.adapters.results.cosmos.charges import operation_of
from sparring.adapters.results.cosmos.store import CosmosResults
from sparring.grade.rules.grader import GRADER
from sparring.grade.rules.grader import grade as grade_by_rules
from sparring.persona import find_persona
from sparring.ports import RepAccount
from sparring.report.outbox import Outbox
from sparring.results.views import Viewer
from sparring.rubric import load_rubrics
from sparring.scorecard import Scorecard
from sparring.transcript import Attempt, Transcript
from tests.bootstrap.test_grader import a_call
from tests.emulators.cosmos import CosmosEmulator
from tests.emulators.node import find_emulators
from tests.fakes.brain import Brain
from tests.fakes.documents import call_id
from tests.fakes.memory import MemoryMailer

KB = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
READ_RU = (1.00, 1.04, 1.14, 1.33, 1.67, 2.19, 4.76, 9.95, 20.28, 40.95)
WRITE_RU = (4.95, 6.29, 6.67, 7.04, 9.52, 11.23, 22.67, 48.19, 98.29, 184.57)
STRONG = 2  # a read asks two replicas


@dataclass
class Seen:
    """What went over the wire since `clear`."""

    requests: Counter[str] = field(default_factory=Counter)
    units: float = 0.0
    largest_kb: float = 0.0
    emulators_units: float = 0.0

    def __call__(self, response: Any) -> None:
        """For the SDK's `raw_response_hook`. A delete is reckoned as the write of 1 KB."""
        request, answer = response.http_request, response.http_response
        if "/docs" not in request.url:
            return
        operation = operation_of(request.method, request.headers)
        sent = len(request.data or b"") if operation.startswith(("create", "replace", "upsert")) else 0
        kb = max(sent, len(answer.body())) / 1024
        reads = operation in ("read_item", "query_items")
        self.requests[operation] += 1
        self.units += STRONG * units(kb, READ_RU) if reads else units(kb, WRITE_RU)
        self.largest_kb = max(self.largest_kb, kb)
        self.emulators_units += float(answer.headers.get("x-ms-request-charge", 0))

    def taken(self, name: str, count: int = 1) -> dict[str, Any]:
        """Of one of `count` alike, and from the beginning again."""
        found = {
            f"{name}, requests": {one: round(times / count, 1) for one, times in sorted(self.requests.items())},
            f"{name}, largest item or answer, KB": round(self.largest_kb, 1),
            f"{name}, RU reckoned from sizes": round(self.units / count, 1),
            f"{name}, RU as the emulator says, which are not Azure's": round(self.emulators_units / count, 1),
        }
        self.requests, self.units, self.largest_kb, self.emulators_units = Counter(), 0.0, 0.0, 0.0
        return found


def units(kb: float, table: tuple[float, ...]) -> float:
    """Of an item of this size, between the sizes that the table has."""
    points = list(zip(KB, table, strict=True))
    if kb <= KB[0]:
        return table[0]
    for (smaller, low), (larger, high) in pairwise(points):
        if kb <= larger:
            return low + (high - low) * (kb - smaller) / (larger - smaller)
    return table[-1] * kb / KB[-1]


async def measured(emulator: CosmosEmulator, calls: int) -> dict[str, Any]:
    seen, clock = Seen(), SystemClock()
    template = await a_call()
    results = CosmosResults(
        emulator.items(emulator.new_database(), tenant_id=template.tenant_id, raw_response_hook=seen), clock
    )
    await results.put_rep(RepAccount(template.rep_id, "Dana", "dana@example.org"))
    seen.taken("entering a rep")
    brain: Any = Brain(clock=clock, results=results)  # type: ignore[arg-type]
    worker = replace(brain.worker, grade=by_rules, grader=GRADER, find_persona=find_persona)
    began_at = clock.now() - timedelta(days=1)
    for number in range(calls):
        one = {"call_id": call_id(number), "started_at": began_at + timedelta(minutes=number)}
        await brain.write(template.model_copy(update=one | {"attempt": Attempt(kind="counted")}))
        await worker.handle(await brain.queue.receive())
    if await results.get(call_id(calls - 1)) is None:
        sys.exit("No grade was stored: there is nothing to measure.")
    seen.requests["read_item"] -= 2  # this question's own
    found = seen.taken("one call graded, with its mail", calls)
    while await Outbox(results, MemoryMailer()).relay():
        pass
    found |= seen.taken("one mail handed over", calls)
    viewer = Viewer(results, template.tenant_id, load_rubrics(), clock.now)
    assert await viewer.rep(template.location_id, template.rep_id, weeks=12)
    found |= seen.taken(f"a rep's page over {calls} calls")
    await results.close()
    return {"calls": calls} | found


async def by_rules(transcript: Transcript, *parts: Any, **more: Any) -> Scorecard:
    return grade_by_rules(transcript, *parts, **more)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--calls", type=int, default=50)
    given = parser.parse_args()
    folder = find_emulators()
    if folder is None:
        sys.exit("The emulator is not installed: SPARRING_TEST_EMULATORS=1 has the tests install it.")
    with CosmosEmulator(folder) as emulator:
        print(told(asyncio.run(measured(emulator, given.calls)), as_json=given.json))
    return 0


if __name__ == "__main__":
    sys.exit(main())
