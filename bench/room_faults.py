"""Faults of a real room, in figures: connecting, a killed job, a media server that stands still, a stopped agent.

    python -m bench.room_faults [--json] [--connects N] [--kills N] [--outages SECONDS ...]

Server, agent and livekit-server run as an operator starts them, on the quick engines; the rep is LiveKit's own client
and follows the page's rules: three seconds without a heartbeat and it says so and enters anew, for twenty seconds.
Flows out: seconds from the fault to what the rep notices, to being let in again and to hearing the buyer, and whether
the transcript holds every turn.
"""

import argparse
import asyncio
import math
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

import httpx
from bench.spread import machine, spread_of, told
from livekit import rtc

from tests.e2e.agents import agent
from tests.e2e.livekit_server import livekit_server
from tests.e2e.room_phone import RoomPhone
from tests.e2e.serving import serving
from tests.e2e.test_rooms import GREETING, QUESTION, QUICK, RETRY_S, SILENCE_S, House, Rep, say

SETTINGS: Final = QUICK | {"agent_load_percent": "100", "review_s": "5", "agent_drain_s": "60", "agent_idle": "2"}
GIVE_UP_S: Final = 20.0  # of the page, from the first silence
INTO_THE_ANSWER_S: Final = 0.5
WARMED_S: Final = 10.0  # a process that took a call is replaced by a warm one
LOOK_S: Final = 0.02
REFUSALS: Final = 20
CONNECT_P90_AT_MOST_S: Final = 3.0


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rep went through, in seconds from the fault; None: it did not come to that.

    `noticed_s`: the page says so; `heard_again_s`: the buyer's first sound to the page that was let in again.
    """

    noticed_s: float | None = None
    let_in_s: float | None = None
    heard_again_s: float | None = None
    turns: int = 0
    ended: str = ""
    complete: bool = False


def now_s() -> float:
    """On the clock that a `RoomPhone` stamps with."""
    return asyncio.get_running_loop().time()


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


async def killed(house: House) -> Fault:
    """The job's process dies while the buyer answers."""
    async with a_call(house) as (rep, phone):
        await say(phone, GREETING, turns=2)
        (job,) = house.agent.jobs()
        os.kill(job, signal.SIGKILL)
        fault = await _gone_through(rep, phone, now_s())
    await asyncio.sleep(WARMED_S)
    return fault


async def stands_still(house: House, seconds: float) -> Fault:
    """The media server answers nobody for so long, from the middle of an answer."""
    async with a_call(house) as (rep, phone):
        await phone.send(type="say", text=GREETING)
        await _heard(phone)
        await asyncio.sleep(INTO_THE_ANSWER_S)
        with _stopped(house.livekit.process, seconds):
            fault = await _gone_through(rep, phone, now_s())
    await asyncio.sleep(WARMED_S)
    return fault


@contextmanager
def _stopped(process: "subprocess.Popen[bytes]", seconds: float) -> Any:
    loop = asyncio.get_running_loop()
    process.send_signal(signal.SIGSTOP)
    waking = loop.call_later(seconds, process.send_signal, signal.SIGCONT)
    try:
        yield
    finally:
        waking.cancel()
        process.send_signal(signal.SIGCONT)


async def _gone_through(rep: Rep, phone: RoomPhone, fault_s: float) -> Fault:
    """As the page: notice, enter anew until let in or given up, hear the buyer, say one thing more, hang up."""
    while now_s() - max(phone.arrived_s[-1], fault_s) < SILENCE_S:
        await asyncio.sleep(LOOK_S)
        if now_s() - fault_s > GIVE_UP_S:
            return await _ended(rep, phone, Fault())
    noticed_s = now_s()
    again = await _entered_anew(rep, phone, noticed_s + GIVE_UP_S)
    if again is None:
        return await _ended(rep, None, Fault(noticed_s=round(noticed_s - fault_s, 2)))
    let_in_s = now_s()
    heard_s = await _heard(again)
    await say(again, QUESTION, turns=2)
    later_s = None if heard_s is None else round(heard_s - fault_s, 2)
    fault = Fault(round(noticed_s - fault_s, 2), round(let_in_s - fault_s, 2), later_s)
    return await _ended(rep, again, fault)


async def _entered_anew(rep: Rep, phone: RoomPhone, deadline_s: float) -> RoomPhone | None:
    await phone.leave()
    while now_s() < deadline_s:
        await asyncio.sleep(RETRY_S)
        try:
            async with asyncio.timeout(max(0.0, deadline_s - now_s())):
                return await rep.enter()
        except (TimeoutError, httpx.HTTPError, rtc.ConnectError):
            continue
    return None


async def _heard(phone: RoomPhone) -> float | None:
    deadline_s = now_s() + GIVE_UP_S
    while not phone.loud_s and now_s() < deadline_s:  # noqa: ASYNC110 - sound is looked at at its own pace
        await asyncio.sleep(LOOK_S)
    return phone.loud_s[0] if phone.loud_s else None


async def _ended(rep: Rep, phone: RoomPhone | None, fault: Fault) -> Fault:
    if phone is not None:
        await phone.send(type="hang_up")
        await phone.leave()
    report = await rep.graded()
    ending = report["ending"]
    return replace(fault, turns=len(report["turns"]), ended=ending["by"], complete=ending["complete"])


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


async def measure(house: House, options: argparse.Namespace) -> dict[str, Any]:
    """All of it, one after the other; the agent is gone afterwards."""
    connects = [await connecting_s(house) for _ in range(options.connects)]
    kills = [await killed(house) for _ in range(options.kills)]
    outages = {
        f"media_server_still_{seconds:g}_s": asdict(await stands_still(house, seconds)) for seconds in options.outages
    }
    return {
        "machine": machine(),
        "connect_s": spread_of(connects, digits=2),
        "connect_p90_s": p90(connects),
        "killed_noticed_s": spread_of((one.noticed_s for one in kills), digits=2),
        "killed_let_in_s": spread_of((one.let_in_s for one in kills), digits=2),
        "killed_heard_again_s": spread_of((one.heard_again_s for one in kills), digits=2),
        "killed_whole": f"{sum(one.complete for one in kills)} of {len(kills)}",
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
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--outages", type=float, nargs="*", default=[5.0, 25.0], metavar="SECONDS")
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
