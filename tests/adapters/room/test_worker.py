"""The worker's gate, its warm processes and its drain, without a server."""

import asyncio
import logging
import math
from typing import Any

import pytest
from livekit.agents import AgentServer

from sparring.adapters.room.access import LiveKitAccess
from sparring.adapters.room.load_gate import Gate
from sparring.adapters.room.worker import ANYWHERE, LOOPBACK, JobWork, WorkerLimits, build_worker, work_until

ACCESS = LiveKitAccess("ws://rooms.invalid", "key", "a-secret-of-more-than-32-characters", agent="sparring")


async def nothing(_: Any) -> None:
    """Of a job."""


def worker_of(*, idle: int = 2, drain_s: int = 60, port: int = 0) -> AgentServer:
    work = JobWork(warm_up=print, carry=nothing, finish=nothing)
    return build_worker(ACCESS, WorkerLimits(idle, drain_s, port), work, Gate(calls=3, load=0.7))


def test_what_the_operator_sets_is_what_the_worker_has() -> None:
    """Warm processes, the drain, who may ask after its health; the framework's own gate stands open."""
    worker = worker_of(idle=4, drain_s=90)
    assert (worker._num_idle_processes, worker._load_threshold, worker._drain_timeout) == (4, math.inf, 90)
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
