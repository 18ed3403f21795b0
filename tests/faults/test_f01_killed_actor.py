"""F1: the actor is killed in the middle of calls: no turn shown is lost, and every call gets its transcript."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from sparring.call.lifecycle import CallLimits
from tests.e2e.serving import Served, serving
from tests.web.conftest import Browser

FINALISED_WITHIN_S = 60.0
KILLS = 150
LINES = (
    "Thank you for calling, this is Dana. How can I help you?",
    "I'm so sorry to hear that. What happened to your father?",
    "Who is with him at the house at night?",
)


@pytest.mark.slow
@pytest.mark.timeout(330)
def test_no_committed_turn_is_lost_over_random_kills(tmp_path: Path) -> None:
    """Processes with two calls each die at random moments: the next one finishes what they left."""
    command = [sys.executable, "-m", "tests.faults.killed_actor", str(tmp_path), str(KILLS), "300", "7"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=320, check=False)
    assert run.returncode == 0, run.stderr[-2_000:]
    found = json.loads(run.stdout)
    assert found["kills"] == KILLS
    assert found["acknowledged_turns"] >= 10 * found["kills"]
    assert found["interrupted"] >= found["kills"]
    assert (found["lost_turns"], found["lost_calls"], found["left_in_diary"]) == (0, 0, 0)
    assert found["interrupted_and_whole"] == 0
    assert found["reasons"] == ["The program that carried the call stopped."]
    assert found["whole"] >= 6  # the first two lives' and the last one's, untouched by the others


def test_a_lost_call_is_finished_within_a_minute() -> None:
    """The limits of a real day leave time for a restart."""
    limits = CallLimits()
    assert limits.abandoned_s + 2 * limits.touch_s < FINALISED_WITHIN_S


@pytest.mark.slow
async def test_a_killed_actor_comes_back_and_finishes_the_call(tmp_path: Path) -> None:
    """The watchdog starts it again; the next caller is served meanwhile, and the lost call is marked as not whole."""
    with serving(tmp_path, {"hearing": "none", "voice": "none"}, speech=False) as served:
        async with httpx.AsyncClient(base_url=served.url, headers={"origin": served.url}) as http:
            rep = Browser(http, served.url)
            lost = await a_call(rep)
            os.kill(served.process_id("actor"), signal.SIGKILL)
            killed_s = time.monotonic()
            await a_call(rep)
            transcript = await finished(served, lost)
            assert time.monotonic() - killed_s <= FINALISED_WITHIN_S
    assert transcript["ending"]["by"] == "process_lost"
    assert not transcript["ending"]["complete"]
    assert [turn["text"] for turn in transcript["turns"] if turn["speaker"] == "rep"] == list(LINES)


async def a_call(rep: Browser) -> str:
    """Three exchanges in writing, still on the line; the call's id."""
    started = await placed(rep)
    async with rep.page(started["call_id"], started["ticket"]) as page:
        await page.send(type="pick_up")
        for line in LINES:
            await page.say(line)
    return str(started["call_id"])


async def placed(rep: Browser) -> dict[str, Any]:
    """A call, as soon as there is an actor again and its loop has calmed down."""
    async with asyncio.timeout(FINALISED_WITHIN_S):
        while True:
            with suppress(httpx.TransportError):
                await rep.http.get("/api/me")
                if "call_id" in (started := await rep.start()):
                    return started
            await asyncio.sleep(0.2)


async def finished(served: Served, call_id: str) -> dict[str, Any]:
    """The call's transcript, once it is in the air gap."""
    async with asyncio.timeout(FINALISED_WITHIN_S):
        while not (found := list((served.data_dir / "air-gap").rglob(f"{call_id}.json"))):
            await asyncio.sleep(0.2)
    transcript: dict[str, Any] = json.loads(found[0].read_bytes())
    return transcript
