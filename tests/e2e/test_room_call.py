"""A rep speaks to a buyer in Chromium through a real livekit-server, from the home page to a graded report."""

import os
import signal
from pathlib import Path

import pytest

from tests.e2e.agents import agent
from tests.e2e.browser import chromium, hand_held
from tests.e2e.livekit_server import livekit_server
from tests.e2e.rep import Rep
from tests.e2e.reports import BUYER, LINES, assert_evidence_is_verbatim, assert_words_are_what_was_said, whose_word
from tests.e2e.serving import serving
from tests.e2e.speech import spoken

pytestmark = [pytest.mark.browser, pytest.mark.speech, pytest.mark.timeout(300)]

REP_VOICE = "michael"
ANOTHER_PROCESS_MS = 120_000  # three seconds of silence, one that may not be warm yet, and the review
QUICK = {"hearing": "pocketsphinx", "voice": "flite"}  # up in a second; what is said is typed


async def test_a_call_through_a_room_sounds_and_is_graded_as_any_other(needs_chromium: None, tmp_path: Path) -> None:
    """The same pages, ring, captions, hang-up, review and report; the sound goes through LiveKit."""
    sounds = await spoken(LINES, REP_VOICE)
    with livekit_server(tmp_path / "livekit") as livekit:
        settings = livekit.settings() | {"review_s": "60", "agent_load_percent": "100"}
        with (
            serving(tmp_path / "served", settings) as served,
            agent(tmp_path / "agent", settings | {"data_dir": str(served.data_dir)}),
        ):
            async with chromium(hand_held()) as visit:
                rep = Rep(await visit.new_page(), served.url)
                report = await rep.hold(BUYER, sounds)
    assert report["status"] == "graded"
    assert report["ending"]["complete"]
    assert whose_word(report) == ["rep", "buyer"] * len(LINES)
    assert_words_are_what_was_said(report, LINES)
    assert_evidence_is_verbatim(report)


async def test_a_hang_up_that_dies_with_its_process_ends_the_call(needs_chromium: None, tmp_path: Path) -> None:
    """The page says it again to the process that follows: the call is the rep's to end, and graded whole."""
    with livekit_server(tmp_path / "livekit") as livekit:
        settings = livekit.settings() | QUICK | {"review_s": "5", "agent_load_percent": "100"}
        with (
            serving(tmp_path / "served", settings) as served,
            agent(tmp_path / "agent", settings | {"data_dir": str(served.data_dir)}) as worker,
        ):
            async with chromium(hand_held()) as visit:
                rep = Rep(await visit.new_page(), served.url)
                call_id = await rep.place_call(BUYER)
                await rep.pick_up()
                await rep.show_captions()
                for place, line in enumerate(LINES, start=1):
                    await rep.type(line)
                    await rep.until_so_much_was_said(2 * place)
                for job in worker.jobs():
                    os.kill(job, signal.SIGKILL)
                await rep.page.get_by_role("button", name="Hang up").click()
                await rep.until("Reconnecting…")
                await rep.page.wait_for_url("**/report/?id=*", timeout=ANOTHER_PROCESS_MS)
                report = await rep.read_report(call_id)
    assert (report["status"], report["ending"]["by"]) == ("graded", "rep")
    assert report["ending"]["complete"]
    assert whose_word(report) == ["rep", "buyer"] * len(LINES)
