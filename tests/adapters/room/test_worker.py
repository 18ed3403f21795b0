"""The worker's gate, its warm processes and its drain, without a server."""

import asyncio
import logging
import math
from types import SimpleNamespace
from typing import Any

import pytest
from livekit.agents import AgentServer
from livekit.agents.worker import _DefaultLoadCalc

from sparring.adapters.room.rooms import LiveKitAccess
from sparring.adapters.room.worker import (
    ANYWHERE,
    LOOPBACK,
    JobWork,
    WorkerLimits,
    build_worker,
    free_places,
    work_until,
)

ACCESS = LiveKitAccess("ws://rooms.invalid", "key", "a-secret-of-more-than-32-characters", agent="sparring")


async def nothing(_: Any) -> None:
    """Of a job."""


def worker_of(*, idle: int = 2, load: float = 0.7, calls: int = 3, drain_s: int = 60, port: int = 0) -> AgentServer:
    limits = WorkerLimits(idle=idle, load=load, calls=calls, drain_s=drain_s, health_port=port)
    return build_worker(ACCESS, limits, JobWork(warm_up=print, carry=nothing, finish=nothing))


def carries(worker: AgentServer, calls: int) -> None:
    """So many of its processes have a job."""
    jobs = [SimpleNamespace(running_job=object()) for _ in range(calls)]
    worker._proc_pool = SimpleNamespace(processes=[*jobs, SimpleNamespace(running_job=None)])  # type: ignore[assignment]


async def takes_another(worker: AgentServer, load: float, monkeypatch: pytest.MonkeyPatch) -> bool:
    """What it answers LiveKit while the processors are so busy."""
    monkeypatch.setattr(_DefaultLoadCalc, "get_load", lambda _: load)
    worker._devmode, worker._reserved_slots = False, 0  # as a worker in production has them once it runs
    await worker._refresh_worker_load()
    return worker._is_available()


async def test_a_busy_machine_takes_no_call_until_it_is_calm_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the share that the operator set, and not below it."""
    worker = worker_of(load=0.7)
    carries(worker, 1)
    answers = [await takes_another(worker, load, monkeypatch) for load in (0.2, 0.69, 0.71, 0.99, 0.3)]
    assert answers == [True, True, False, False, True]


async def test_a_worker_with_every_place_taken_takes_no_call_however_calm_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The next one is taken once a call has ended."""
    worker = worker_of(calls=2)
    answers = []
    for calls in (1, 2, 1):
        carries(worker, calls)
        answers.append(await takes_another(worker, 0.0, monkeypatch))
    assert answers == [True, False, True]


@pytest.mark.parametrize(("gate", "load", "free"), [(0.7, 0.2, 2), (0.7, 0.8, 0), (1.0, 0.99, 2)])
def test_the_door_is_told_what_livekit_would_be_answered(
    gate: float, load: float, free: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that is too busy has no place, unless the operator set no limit."""
    monkeypatch.setattr(_DefaultLoadCalc, "get_load", lambda _: load)
    limits = WorkerLimits(idle=1, load=gate, calls=3, drain_s=60)
    worker = worker_of(load=gate)
    carries(worker, 1)
    assert free_places(worker, limits) == free
    carries(worker, 4)
    assert free_places(worker, limits) == 0


class Request:
    """A job that LiveKit offers."""

    def __init__(self) -> None:
        self.answer = ""

    async def accept(self) -> None:
        self.answer = "accepted"

    async def reject(self, *, terminate: bool) -> None:
        self.answer = "for nobody" if terminate else "for another"


@pytest.mark.parametrize("load", [0.7, 1.0])
async def test_places_are_counted_where_there_is_no_limit_to_the_load(load: float) -> None:
    """What one worker has no place for may go to another."""
    worker, answers = worker_of(load=load, calls=2), []
    for calls in (0, 1, 2, 3):
        carries(worker, calls)
        request: Any = Request()
        assert worker._request_fnc is not None
        await worker._request_fnc(request)
        answers.append(request.answer)
    assert answers == ["accepted", "accepted", "for another", "for another"]


@pytest.mark.parametrize(
    ("load", "threshold"),
    [(0.5, 0.5), (1.0, math.inf)],
)
def test_what_the_operator_sets_is_what_the_worker_has(load: float, threshold: float) -> None:
    """Warm processes, the gate, the drain, and who may ask after its health."""
    worker = worker_of(idle=4, load=load, drain_s=90)
    assert (worker._num_idle_processes, worker._load_threshold, worker._drain_timeout) == (4, threshold, 90)
    assert (worker._host, worker._port) == (LOOPBACK, 0)
    assert worker_of(port=8081)._host == ANYWHERE


def test_a_drain_of_no_time_is_no_drain_for_ever() -> None:
    """The framework takes a limit of nothing for none at all."""
    assert worker_of(drain_s=0)._drain_timeout == 1


class Draining:
    """A worker whose last call ends when it is told."""

    def __init__(self, *, too_long: bool = False) -> None:
        self.done: list[str] = []
        self.last_call_ended, self._closed, self._too_long = asyncio.Event(), asyncio.Event(), too_long

    async def run(self) -> None:
        await self._closed.wait()
        self.done.append("gone")

    async def drain(self) -> None:
        self.done.append("takes no more")
        if self._too_long:
            raise TimeoutError
        await self.last_call_ended.wait()
        self.done.append("calls ended")

    async def aclose(self) -> None:
        self.done.append("closed")
        self._closed.set()


async def test_a_stopped_worker_goes_when_its_last_call_has_ended() -> None:
    """Not before."""
    worker: Any = Draining()
    stop = asyncio.Event()
    working = asyncio.create_task(work_until(worker, stop))
    await asyncio.sleep(0)
    stop.set()
    for _ in range(20):
        await asyncio.sleep(0)
    assert worker.done == ["takes no more"]
    worker.last_call_ended.set()
    await working
    assert worker.done == ["takes no more", "calls ended", "closed", "gone"]


async def test_places_are_told_of_until_the_drain() -> None:
    """Whoever is asked to stop has none."""
    worker: Any = Draining()
    stop, told = asyncio.Event(), []

    async def tell() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            told.append(list(worker.done))

    working = asyncio.create_task(work_until(worker, stop, told=tell))
    await asyncio.sleep(0)
    stop.set()
    worker.last_call_ended.set()
    await working
    assert told == [[]]


async def test_calls_that_outlast_the_drain_are_ended(caplog: pytest.LogCaptureFixture) -> None:
    """And the operator is told."""
    worker: Any = Draining(too_long=True)
    stop = asyncio.Event()
    stop.set()
    with caplog.at_level(logging.WARNING):
        await work_until(worker, stop)
    assert worker.done == ["takes no more", "closed", "gone"]
    assert "handed over" in caplog.text


async def test_a_worker_that_ends_by_itself_says_why() -> None:
    """A server that refuses the key must not look like a stop that was asked for."""

    class Refused(Draining):
        async def run(self) -> None:
            raise RuntimeError("401")

    worker: Any = Refused()
    with pytest.raises(RuntimeError, match="401"):
        await work_until(worker, asyncio.Event())
