"""`sparring agent`: a worker that carries calls in LiveKit's rooms, with both engines standing in its own process."""

import asyncio
import shutil
import signal
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sparring.adapters.clock import SystemClock
from sparring.adapters.room.access import LiveKitAccess
from sparring.adapters.room.engine_server import EngineServer
from sparring.adapters.room.load_gate import Gate
from sparring.adapters.room.worker import JobWork, WorkerLimits, build_worker, work_until
from sparring.bootstrap.agent_job import carry, finish, warm_up
from sparring.bootstrap.realtime import hears_in_session, speaks_in_session
from sparring.bootstrap.rooms import livekit_access, places_board
from sparring.bootstrap.speech import open_hearing, open_stand_by, open_voice
from sparring.config import Config
from sparring.errors import ConfigRejected
from sparring.ports import Progress

_SOCKET = "engines"
NO_LIMIT_PERCENT = 100


async def run_agent(config: Config, progress: Progress, on_ready: Callable[[], None] = lambda: None) -> None:
    """Until a signal asks to stop; `on_ready` when LiveKit knows the worker.

    Raises: ConfigRejected, HearingFailed, VoiceFailed.
    """
    access = livekit_access(config)
    if access is None:
        raise ConfigRejected(
            "An agent carries calls in LiveKit's rooms: set SPARRING_LIVEKIT_URL, SPARRING_LIVEKIT_KEY and "
            "SPARRING_LIVEKIT_SECRET."
        )
    clock = SystemClock()
    recogniser = None if hears_in_session(config) else (await open_hearing(config, clock, progress))[0]
    synthesiser = None if speaks_in_session(config) else (await open_voice(config, clock, progress))[0]
    stand_by = None if synthesiser is None else await open_stand_by(config)
    folder = await asyncio.to_thread(tempfile.mkdtemp, prefix="sparring-")  # readable by its owner alone
    host, socket = EngineServer(recogniser, synthesiser, stand_by=stand_by), Path(folder) / _SOCKET
    try:
        await host.open(socket)
        await _work(config, access, socket, on_ready)
    finally:
        await host.close()
        for engine in (recogniser, synthesiser, stand_by):
            if engine is not None:
                await engine.close()
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


async def _work(config: Config, access: LiveKitAccess, socket: Path, on_ready: Callable[[], None]) -> None:
    limits = WorkerLimits(config.agent_idle, config.agent_drain_s, config.agent_port)
    gate = Gate(calls=config.max_calls, load=config.agent_load_percent / NO_LIMIT_PERCENT)
    worker = build_worker(access, limits, JobWork(partial(warm_up, engines=socket), carry, finish), gate)
    worker.on("worker_registered", lambda *_: on_ready())
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    board = places_board(config, SystemClock())
    await work_until(worker, stop, told=lambda: board.keep(lambda: gate.places(worker)))
