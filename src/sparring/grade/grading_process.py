"""A function in a process of its own: grading costs the event loop nothing, and no transcript can stop the worker.

Flows in: picklable arguments. Flows out: the function's result, its `GradeFailed`, or `ChildProcessError` when it
raised anything else, died, or took longer than allowed; after the latter two the next call starts a new process.
"""

import asyncio
import multiprocessing
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, ParamSpec, TypeVar, cast

from sparring.errors import GradeFailed

P = ParamSpec("P")
R = TypeVar("R")

GRADE_LIMIT_S = 15.0
_START_LIMIT_S = 60.0
_READY = "ready"
_NOT_OURS = (signal.SIGINT, signal.SIGTERM)


class GradingProcess(Generic[P, R]):
    """Calls `function`, which is found by its import path, one call at a time.

    Args:
        function: a module-level function.
        limit_s: how long one call may take, from when the process is ready.
    """

    def __init__(self, function: Callable[P, R], *, limit_s: float = GRADE_LIMIT_S) -> None:
        self._function, self._limit_s = function, limit_s
        self._lock = asyncio.Lock()
        self._child: tuple[BaseProcess, Connection] | None = None

    async def start(self) -> None:
        """Start the process ahead of the first call. Raises: ChildProcessError."""
        async with self._lock:
            await asyncio.to_thread(self._started)

    async def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Raises: GradeFailed, ChildProcessError."""
        async with self._lock:
            outcome, value = await asyncio.to_thread(self._exchange, (args, kwargs))
        if outcome == "grade_failed":
            raise GradeFailed(value)
        if outcome != "ok":
            raise ChildProcessError(f"the call raised {value}")
        return cast("R", value)

    async def close(self) -> None:
        """End the process."""
        async with self._lock:
            await asyncio.to_thread(self._end)

    def _exchange(self, request: tuple[Any, Any]) -> tuple[str, Any]:
        connection = self._started()
        try:
            connection.send(request)
        except OSError:
            self._end()
            raise ChildProcessError("the process died") from None
        return self._reply(connection, self._limit_s)

    def _started(self) -> Connection:
        if self._child is None:
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(self._function, theirs), daemon=True)
            with _held_back():
                process.start()
            theirs.close()
            self._child = (process, ours)
            self._reply(ours, _START_LIMIT_S)
        return self._child[1]

    def _reply(self, connection: Connection, limit_s: float) -> tuple[str, Any]:
        try:
            if connection.poll(limit_s):
                return cast("tuple[str, Any]", connection.recv())
        except (EOFError, OSError):
            self._end()
            raise ChildProcessError("the process died") from None
        self._end()
        raise ChildProcessError(f"no answer within {limit_s} s")

    def _end(self) -> None:
        if self._child is not None:
            process, connection = self._child
            self._child = None
            connection.close()
            process.kill()
            process.join()
            process.close()


@contextmanager
def _held_back() -> Iterator[None]:
    """A process that is started meanwhile gets no signal of its group before it has said what it does with them."""
    resource_tracker.ensure_running()  # started by the first process otherwise, and it lets the signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _NOT_OURS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(function: Callable[..., Any], connection: Connection) -> None:
    for number in _NOT_OURS:  # Ctrl-C reaches the whole group; the worker ends us when it is done
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _NOT_OURS)
    connection.send((_READY, None))
    while True:
        try:
            args, kwargs = connection.recv()
        except (EOFError, OSError):
            return  # the worker is gone
        connection.send(_outcome(function, args, kwargs))


def _outcome(function: Callable[..., Any], args: Any, kwargs: Any) -> tuple[str, Any]:
    try:
        return "ok", function(*args, **kwargs)
    except GradeFailed as error:
        return "grade_failed", error.sentence
    except Exception as error:  # noqa: BLE001 - the child's task root: what went wrong is told by name, not by words
        return "raised", type(error).__name__
