"""Faults of a real room, in figures: connecting, killed jobs, bad lines, outages, a stopped agent.

    python -m bench.room_faults [--json] [--connects N] [--kills MOMENT …] [--lines NETWORK …] [--outages SECONDS …]

Server, agent and livekit-server run as an operator starts them, on the quick engines; the rep is LiveKit's own client
and follows the page's rules (`support/room_page.py`): three seconds without a heartbeat and it says so and enters anew,
for twenty seconds. A job is killed at a dozen moments of a call (`support/room_kills.py`); lines lose, delay and queue
packets, or carry none (`support/room_lines.py`). Flows out: seconds from the fault to what the rep notices, to being
let in again and to hearing the buyer, what became of the sound, and whether the transcript holds every turn.
"""

import argparse
import asyncio
import math
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import httpx
from bench.support.room_kills import MOMENTS, killed
from bench.support.room_lines import NETWORKS, Network, gone_for, held_over, no_media_server, no_network, sound_over
from bench.support.room_page import now_s
from bench.support.spread import machine, spread_of, told

from tests.e2e.agents import agent
from tests.e2e.livekit_server import livekit_server
from tests.e2e.room_phone import RoomPhone
from tests.e2e.serving import serving
from tests.e2e.test_rooms import GREETING, QUICK, House, Rep, say

SETTINGS: Final = QUICK | {"agent_load_percent": "100", "review_s": "5", "agent_drain_s": "60", "agent_idle": "2"}
WARMED_S: Final = 10.0  # a process that took a call is replaced by a warm one
REFUSALS: Final = 20
CONNECT_P90_AT_MOST_S: Final = 3.0


@asynccontextmanager
async def a_call(house: House) -> AsyncIterator[tuple[Rep, RoomPhone]]:
    """Picked up, with one turn of the rep and the buyer's answer under way."""
    async with house.rep() as rep:
        await rep.place()
        phone = await rep.enter()
        await phone.send(type="pick_up")
        await phone.until("state", state="listening")
        yield rep, phone
        await phone.leave()


async def connecting_s(house: House) -> float:
    """From asking for the way in to being let in, by a warm process."""
    async with house.rep() as rep:
        await rep.place()
        began_s = now_s()
        phone = await rep.enter()
        took_s = now_s() - began_s
        await phone.send(type="hang_up")
        await phone.leave()
    await asyncio.sleep(WARMED_S)
    return took_s


async def drained(house: House) -> dict[str, Any]:
    """SIGTERM in the middle of a call: how long the call went on, how soon others were refused, when the agent went."""
    async with a_call(house) as (rep, phone):
        house.agent.process.send_signal(signal.SIGTERM)
        began_s = now_s()
        await say(phone, GREETING, turns=2)
        refused_ms = [await _refused_ms(rep) for _ in range(REFUSALS)]
        await phone.send(type="hang_up")
        await phone.until("written", within_s=30)
        ended_s = now_s()
        await rep.graded()
    await asyncio.to_thread(house.agent.process.wait, 60)
    gone_s = now_s() - ended_s
    went_on_s = ended_s - began_s
    return {
        "call_went_on_s": round(went_on_s, 1),
        "gone_after_it_s": round(gone_s, 1),
        "refused_ms": spread_of(refused_ms),
    }


async def _refused_ms(rep: Rep) -> float | None:
    """How soon another wish is told that nobody takes it; None where it is not."""
    began_s = now_s()
    try:
        await rep.place()
    except httpx.HTTPStatusError as refusal:
        return 1000 * (now_s() - began_s) if refusal.response.status_code == httpx.codes.SERVICE_UNAVAILABLE else None
    return None


async def over(house: House, network: Network) -> dict[str, Any]:
    """A call, and a tone each way that never stops."""
    sound = await sound_over(house.livekit.url, network)
    return asdict(await held_over(house, network)) | {way: asdict(one) for way, one in sound.items()}


async def measure(house: House, options: argparse.Namespace) -> dict[str, Any]:
    """All of it, one after the other; the agent is gone afterwards."""
    connects = [await connecting_s(house) for _ in range(options.connects)]
    kills = {f"killed_{moment}": asdict(await killed(house, moment)) for moment in options.kills}
    lines = {f"line_{name}": await over(house, NETWORKS[name]) for name in options.lines}
    outages = {
        f"{what}_{seconds:g}_s": asdict(await gone_for(house, seconds, gone))
        for what, gone in (("network_gone", no_network), ("media_server_still", no_media_server))
        for seconds in options.outages
    }
    return {
        "machine": machine(),
        "connect_s": spread_of(connects, digits=2),
        "connect_p90_s": p90(connects),
        **kills,
        **lines,
        **outages,
        "drain": await drained(house),
    }


def p90(values: Sequence[float]) -> float | None:
    """The nearest rank."""
    return round(sorted(values)[math.ceil(0.9 * len(values)) - 1], 2) if values else None


def main(arguments: Sequence[str]) -> int:
    """0 when connecting is within its aim, 1 otherwise."""
    parser = argparse.ArgumentParser(description="Measure the faults of a real room.")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--connects", type=int, default=10)
    parser.add_argument("--kills", nargs="*", choices=MOMENTS, default=[*MOMENTS], metavar="MOMENT")
    parser.add_argument("--lines", nargs="*", choices=NETWORKS, default=[*NETWORKS], metavar="NETWORK")
    parser.add_argument("--outages", type=float, nargs="*", default=[5.0, 15.0, 25.0], metavar="SECONDS")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name, livekit_server(Path(name) / "livekit") as livekit:
        settings = SETTINGS | livekit.settings()
        with (
            serving(Path(name) / "served", settings) as served,
            agent(Path(name) / "agent", settings | {"data_dir": str(served.data_dir)}) as worker,
        ):
            time.sleep(WARMED_S)
            found = asyncio.run(measure(House(served, livekit, worker), options))
    print(told(found, as_json=options.json))
    return 0 if (found["connect_p90_s"] or 0.0) <= CONNECT_P90_AT_MOST_S else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
