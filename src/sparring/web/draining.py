"""A web server that lets its calls end before it goes: a deployment asks it to stop while people are speaking.

Flows in: SIGTERM. Flows out: no further calls from then on, and the end of the server once none is left or time is up.
"""

import signal
from collections.abc import Callable
from types import FrameType

import uvicorn
from fastapi import FastAPI

_MAX_MESSAGE_BYTES = 131_072  # on a call's WebSocket
_TICKS_A_SECOND = 10  # of uvicorn's main loop


def server_config(app: FastAPI, *, host: str, port: int) -> uvicorn.Config:
    """How the application is served.

    Who is connected stays who it is, whatever X-Forwarded-For says: by that address `LogIn` believes who is signed in.
    """
    return uvicorn.Config(
        app, host=host, port=port, log_level="warning", ws_max_size=_MAX_MESSAGE_BYTES, proxy_headers=False
    )


class DrainingServer(uvicorn.Server):
    """Serves on after SIGTERM while `drained` is false; a second signal, or an interrupt, ends it at once.

    Args:
        config: of the server.
        drained: asked ten times a second from SIGTERM on: take no further call, and is none left?
        drain_s: how long that may take; 0: end at once.
    """

    def __init__(self, config: uvicorn.Config, drained: Callable[[], bool], *, drain_s: float) -> None:
        super().__init__(config)
        self._drained, self._drain_s = drained, drain_s
        self._ticks: int | None = None  # since SIGTERM

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal came."""
        if sig == signal.SIGTERM and self._ticks is None and self._drain_s > 0:
            self._ticks = 0
        else:
            super().handle_exit(sig, frame)

    async def on_tick(self, counter: int) -> bool:
        """Every tenth of a second; true ends the server."""
        if self._ticks is not None:
            self._ticks += 1
            if self._drained() or self._ticks >= self._drain_s * _TICKS_A_SECOND:
                self.should_exit = True
        return await super().on_tick(counter)
