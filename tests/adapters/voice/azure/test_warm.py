"""How many connections are open, and when they are let go."""

import asyncio
from typing import cast

import pytest

from sparring.adapters.voice.azure import warm
from sparring.adapters.voice.azure.connection import ConnectionLost, SpeechConnection
from sparring.adapters.voice.azure.warm import WarmConnections
from tests.virtual_time import VirtualClock, run_virtually


class Wire:
    """Stands in for a connection."""

    def __init__(self) -> None:
        self.opened_s = self.used_s = VirtualClock().monotonic_s()
        self.usable, self.closed = True, False

    def close(self) -> None:
        self.usable, self.closed = False, True


class Exchange:
    """Opens wires, and counts."""

    def __init__(self, *, fails: bool = False) -> None:
        self.wires: list[Wire] = []
        self.fails = fails

    async def connect(self) -> SpeechConnection:
        await asyncio.sleep(0.1)
        if self.fails:
            raise ConnectionLost
        self.wires.append(Wire())
        return cast("SpeechConnection", self.wires[-1])

    def pool(self, size: int = 2) -> WarmConnections:
        return WarmConnections(self.connect, warm=size, clock=VirtualClock())

    @property
    def open(self) -> int:
        return sum(not wire.closed for wire in self.wires)


def test_so_many_are_open_before_anybody_needs_one() -> None:
    """And one more is opened when the last free one is taken."""

    async def scenario() -> None:
        exchange = Exchange()
        pool = exchange.pool()
        await pool.start()
        await asyncio.sleep(1)
        assert exchange.open == 2
        first, second = await pool.take(), await pool.take()
        await asyncio.sleep(1)
        assert exchange.open == 3
        pool.give_back(first)
        pool.give_back(second)
        await pool.close()
        assert exchange.open == 0

    run_virtually(scenario())


def test_a_spent_connection_is_closed_and_its_place_filled() -> None:
    """A barge-in leaves it in the middle of an answer."""

    async def scenario() -> None:
        exchange = Exchange()
        pool = exchange.pool()
        await pool.start()
        await asyncio.sleep(1)
        taken = await pool.take()
        cast("Wire", taken).usable = False
        pool.give_back(taken)
        await asyncio.sleep(1)
        assert cast("Wire", taken).closed
        assert exchange.open == 2
        await pool.close()

    run_virtually(scenario())


def test_idle_connections_are_renewed_while_there_are_calls_and_let_go_afterwards() -> None:
    """Never used so long that the service would have closed them."""

    async def scenario() -> None:
        exchange = Exchange()
        pool = exchange.pool()
        await pool.start()
        await asyncio.sleep(warm.IDLE_S + 2 * warm.LOOK_EVERY_S)
        assert exchange.open == 2
        assert len(exchange.wires) == 4
        await asyncio.sleep(warm.ASLEEP_AFTER_S + warm.IDLE_S)
        assert exchange.open == 0
        pool.arm()
        await asyncio.sleep(1)
        assert exchange.open == 2
        await pool.close()

    run_virtually(scenario())


def test_a_service_that_is_gone_is_no_storm_of_attempts() -> None:
    """Who takes a connection is told; the background tries once for each look."""

    async def scenario() -> None:
        exchange = Exchange()
        pool = exchange.pool(size=1)
        await pool.start()
        exchange.fails = True
        taken = await pool.take()
        with pytest.raises(ConnectionLost):
            await pool.take()
        pool.give_back(taken)
        await pool.close()
        assert exchange.open == 0

    run_virtually(scenario())


def test_a_connection_on_its_way_while_the_others_are_looked_at_is_not_lost() -> None:
    """It stands in the pool and is closed with it."""

    async def scenario() -> None:
        exchange = Exchange()
        pool = exchange.pool()
        await pool.start()
        await asyncio.sleep(warm.LOOK_EVERY_S - 0.05)
        taken = await pool.take()
        cast("Wire", taken).usable = False
        pool.give_back(taken)  # its place is filled across the look at 20 s
        await asyncio.sleep(1)
        assert (exchange.open, len(exchange.wires)) == (2, 3)
        await pool.close()
        assert exchange.open == 0

    run_virtually(scenario())
