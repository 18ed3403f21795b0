"""The worker: registers with LiveKit under our name, keeps processes warm, gives each call one of its own.

Flows in: what to do in a job's process, as importable functions. Flows out: calls carried until the worker is told to
stop; then it takes no more, waits for those it has, and goes.
"""

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from livekit.agents import AgentServer, JobContext, JobProcess, JobRequest

from sparring.adapters.room.access import LiveKitAccess
from sparring.adapters.room.load_gate import Gate

log = logging.getLogger(__name__)

INITIALISED_WITHIN_S = 60.0  # a cold machine imports and warms for 10 s; the framework's own limit is just that
FINISHED_WITHIN_S = 60.0  # of the last words, and the transcript's way into the store
LOOPBACK = "127.0.0.1"
ANYWHERE = ""


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """How much a worker takes on, beside what its gate lets in.

    `idle`: processes kept warm for the next calls. `drain_s`: how long a stopped worker waits for its calls.
    `health_port`: answers orchestrators on every interface; 0 is any free port, on loopback only.
    """

    idle: int
    drain_s: int
    health_port: int = 0


@dataclass(frozen=True, slots=True)
class JobWork:
    """What happens in a job's process: importable functions, since they travel there by name."""

    warm_up: Callable[[JobProcess], Any]
    carry: Callable[[JobContext], Awaitable[None]]
    finish: Callable[[JobContext], Awaitable[None]]


def build_worker(access: LiveKitAccess, limits: WorkerLimits, work: JobWork, gate: Gate) -> AgentServer:
    """A worker that has not yet registered; `gate` alone decides which jobs it takes."""
    worker = AgentServer(
        ws_url=access.url,
        api_key=access.key,
        api_secret=access.secret,
        setup_fnc=work.warm_up,
        num_idle_processes=limits.idle,
        load_fnc=gate.told_load,
        load_threshold=math.inf,  # the framework's own gate knows no call that goes on
        drain_timeout=max(1, limits.drain_s),  # the framework takes 0 for no limit
        initialize_process_timeout=INITIALISED_WITHIN_S,
        shutdown_process_timeout=FINISHED_WITHIN_S,
        session_end_timeout=FINISHED_WITHIN_S,
        host=ANYWHERE if limits.health_port else LOOPBACK,
        port=limits.health_port,
        preload_modules=[work.carry.__module__],
        log_level="WARN",
    )

    async def admit(request: JobRequest) -> None:
        await gate.admit(request, worker)

    worker.rtc_session(work.carry, agent_name=access.agent, on_request=admit, on_session_end=work.finish)
    return worker


async def _nobody_asks() -> None:
    """No telling."""


async def work_until(
    worker: AgentServer, stop: asyncio.Event, *, told: Callable[[], Coroutine[Any, Any, None]] = _nobody_asks
) -> None:
    """Carry calls until `stop`; then drain. A second `stop` is not waited for: the operator has signals for that.

    `told` runs for as long as calls are taken.
    """
    running = asyncio.create_task(worker.run(), name="worker")
    stopping = asyncio.create_task(stop.wait(), name="stop")
    telling = asyncio.create_task(told(), name="places")
    await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
    for task in (stopping, telling):
        task.cancel()
    await asyncio.gather(telling, return_exceptions=True)
    if running.done():
        running.result()
        return
    try:
        await worker.drain()
    except TimeoutError:
        log.warning("calls were still held when the worker stopped: they end now, and are handed over")
    await worker.aclose()
    await running
