"""Connections that are open before anybody needs them, and opened again as soon as one is spent.

A barge-in spends the connections that were still sending; the turn after it takes ones that are warm already.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from sparring.adapters.voice.azure.connection import ConnectionLost, SpeechConnection
from sparring.errors import SparringError
from sparring.ports import Clock

LOOK_EVERY_S: Final = 20.0
IDLE_S: Final = 180.0  # the service closes an idle connection after five minutes
AGE_S: Final = 480.0  # and any after ten; a token lives longer
ASLEEP_AFTER_S: Final = 900.0  # nobody has called: connections are let go, and opened again for the next call


class WarmConnections:
    """Keeps at least `warm` connections, one of them always free.

    Args:
        connect: opens one.
        warm: two let the next clause's request run beside the present one's.
        clock: ages.
    """

    def __init__(self, connect: Callable[[], Awaitable[SpeechConnection]], *, warm: int, clock: Clock) -> None:
        self._connect, self._warm, self._clock = connect, warm, clock
        self._idle: list[SpeechConnection] = []
        self._taken: set[SpeechConnection] = set()
        self._opening: set[asyncio.Task[None]] = set()
        self._keeper: asyncio.Task[None] | None = None
        self._wanted_s = clock.monotonic_s()
        self._closed = False

    async def start(self) -> None:
        """The first one, for real; the others follow. Raises: ConnectionLost, VoiceFailed, ConfigRejected."""
        self._idle.append(await self._connect())
        self._keeper = asyncio.create_task(self._keep(), name="azure-voice-keeper")
        self.arm()

    def arm(self) -> None:
        """Somebody is about to speak: see to it that enough are open."""
        self._wanted_s = self._clock.monotonic_s()
        self._refill()

    async def take(self) -> SpeechConnection:
        """A connection for one request, warm if there is one. Raises: ConnectionLost, VoiceFailed, ConfigRejected."""
        self._wanted_s = self._clock.monotonic_s()
        connection = self._freshest() or await self._connect()
        self._taken.add(connection)
        self._refill()
        return connection

    def give_back(self, connection: SpeechConnection) -> None:
        """After its request: kept if it came to its end, spent otherwise."""
        self._taken.discard(connection)
        if connection.usable and not self._closed:
            self._idle.append(connection)
        else:
            connection.close()
            self._refill()

    async def close(self) -> None:
        """Close everything."""
        self._closed = True
        for task in (*self._opening, *([self._keeper] if self._keeper else [])):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        for connection in (*self._idle, *self._taken):
            connection.close()
        self._idle.clear()

    def _freshest(self) -> SpeechConnection | None:
        while self._idle:
            connection = self._idle.pop()
            if connection.usable and not self._old(connection):
                return connection
            connection.close()
        return None

    def _refill(self) -> None:
        if self._closed:
            return
        have = len(self._idle) + len(self._opening)
        for _ in range(max(self._warm - len(self._taken) - have, 1 - have)):
            task = asyncio.create_task(self._open_another(), name="azure-voice-connection")
            self._opening.add(task)
            task.add_done_callback(self._opening.discard)

    async def _open_another(self) -> None:
        with suppress(ConnectionLost, SparringError):  # whoever needs one tries for themselves, and is told
            opened = await self._connect()
            self._idle.append(opened)  # the list of now: it may have been another one before the connection stood

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            old = [one for one in self._idle if self._old(one) or not one.usable]
            self._idle = [one for one in self._idle if one not in old]
            for connection in old:
                connection.close()
            if self._clock.monotonic_s() - self._wanted_s < ASLEEP_AFTER_S:
                self._refill()

    def _old(self, connection: SpeechConnection) -> bool:
        now_s = self._clock.monotonic_s()
        return now_s - connection.used_s > IDLE_S or now_s - connection.opened_s > AGE_S
