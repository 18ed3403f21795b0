"""Which jobs a worker takes, what it tells the door, and what it tells LiveKit."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from livekit.agents import AgentServer
from livekit.agents.worker import _DefaultLoadCalc

from sparring.adapters.room.access import LiveKitAccess
from sparring.adapters.room.job_metadata import JobMetadata
from sparring.adapters.room.load_gate import MOST_LOAD_TOLD, Gate
from sparring.adapters.room.worker import JobWork, WorkerLimits, build_worker
from sparring.ids import new_call_id, new_rep_id

ACCESS = LiveKitAccess("ws://rooms.invalid", "key", "a-secret-of-more-than-32-characters", agent="sparring")


class Offer:
    """A job that LiveKit offers; `opened` lets an accepted one begin."""

    def __init__(self, *, again: bool = False, metadata: str | None = None) -> None:
        job = JobMetadata(call_id=new_call_id(), rep_id=new_rep_id(), persona_id="daughter_discharge", again=again)
        self.job = SimpleNamespace(metadata=job.model_dump_json() if metadata is None else metadata)
        self.answer, self.opened = "", asyncio.Event()
        self.opened.set()

    async def accept(self) -> None:
        self.answer = "accepted"
        await self.opened.wait()

    async def reject(self, *, terminate: bool) -> None:
        self.answer = "for nobody" if terminate else "for another"


async def nothing(_: Any) -> None:
    """Of a job."""


def worker_with(gate: Gate) -> AgentServer:
    return build_worker(ACCESS, WorkerLimits(idle=1, drain_s=60), JobWork(print, nothing, nothing), gate)


def carrying(calls: int) -> Any:
    """A worker with so many jobs."""
    return SimpleNamespace(active_jobs=[object()] * calls)


@pytest.fixture
def processors(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """How busy they are."""
    load = {"share": 0.0}
    monkeypatch.setattr(_DefaultLoadCalc, "get_load", lambda _: load["share"])
    return load


async def answer(gate: Gate, worker: Any, offer: Offer) -> str:
    request: Any = offer
    await gate.admit(request, worker)
    return offer.answer


async def test_a_busy_machine_takes_no_new_call_until_it_is_calm_again(processors: dict[str, float]) -> None:
    """Above the share that the operator set, and not below it; the door is told the same."""
    gate, answers = Gate(calls=3, load=0.7), []
    for processors["share"] in (0.2, 0.69, 0.71, 0.99, 0.3):
        answers.append((await answer(gate, carrying(1), Offer()), gate.places(carrying(1))))
    assert answers == [("accepted", 2), ("accepted", 2), ("for another", 0), ("for another", 0), ("accepted", 2)]


async def test_a_worker_with_every_place_taken_takes_no_new_call(processors: dict[str, float]) -> None:
    """However calm it is; without a limit to the load the places are counted all the same."""
    processors["share"] = 0.99
    gate = Gate(calls=2, load=1.0)
    answers = [await answer(gate, carrying(calls), Offer()) for calls in (0, 1, 2, 3)]
    assert answers == ["accepted", "accepted", "for another", "for another"]


async def test_a_call_that_goes_on_is_taken_by_a_busy_and_by_a_full_worker(processors: dict[str, float]) -> None:
    """Its rep is waiting, and the process that died has left its place."""
    processors["share"] = 1.0
    gate = Gate(calls=2, load=0.7)
    assert [await answer(gate, carrying(calls), Offer(again=True)) for calls in (1, 2)] == ["accepted"] * 2


async def test_metadata_that_cannot_be_read_goes_on_with_nothing(processors: dict[str, float]) -> None:
    """It is a new call like another's, and refused for what it is once it has a process."""
    processors["share"] = 0.99
    gate = Gate(calls=2, load=0.7)
    assert await answer(gate, carrying(0), Offer(metadata='{"again":true}')) == "for another"


async def test_a_job_on_its_way_has_its_place_already(processors: dict[str, float]) -> None:
    """Two offers at once are not both given the last one."""
    del processors
    gate, first, worker = Gate(calls=1, load=0.7), Offer(), carrying(0)
    first.opened.clear()
    entering = asyncio.create_task(answer(gate, worker, first))
    await asyncio.sleep(0)
    assert await answer(gate, worker, Offer()) == "for another"
    first.opened.set()
    await entering
    assert gate.places(worker) == 1


async def test_livekit_is_never_told_of_a_load_at_which_it_offers_nothing(processors: dict[str, float]) -> None:
    """A starved machine, and a full one, are still asked for a call that goes on; a calm one is preferred."""
    gate = Gate(calls=2, load=0.7)
    told = []
    for processors["share"], calls in ((0.2, 1), (1.0, 1), (0.2, 2)):
        told.append(gate.told_load(carrying(calls)))
    assert told == [0.2, MOST_LOAD_TOLD, MOST_LOAD_TOLD]


async def test_the_framework_asks_the_gate_alone(processors: dict[str, float]) -> None:
    """However busy the machine: its own gate would refuse before ours is asked."""
    processors["share"] = 1.0
    worker = worker_with(Gate(calls=2, load=0.7))
    worker._devmode, worker._reserved_slots = False, 0  # as a worker in production has them once it runs
    worker._proc_pool = SimpleNamespace(processes=[])  # type: ignore[assignment]
    await worker._refresh_worker_load()
    assert worker._worker_load == MOST_LOAD_TOLD
    assert worker._is_available()
    assert worker._request_fnc is not None
    offers: list[Any] = [Offer(), Offer(again=True)]
    for offer in offers:
        await worker._request_fnc(offer)
    assert [offer.answer for offer in offers] == ["for another", "accepted"]
