"""A rep speaks to a buyer in Chromium, from the home page to a report that rests on what was said."""

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import expect

from sparring.persona import find_persona
from sparring.web.page_archive import unpacked
from tests.e2e.browser import chromium, hand_held, plugged_in
from tests.e2e.rep import ANSWERED_WITHIN_MS, Rep
from tests.e2e.reports import (
    BUYER,
    LINES,
    PERSONA,
    assert_every_answer_was_timed_by_its_sound,
    assert_evidence_is_verbatim,
    assert_words_are_what_was_said,
    whose_word,
)
from tests.e2e.serving import Served
from tests.e2e.speech import silence, spoken, write_wav

pytestmark = [pytest.mark.browser, pytest.mark.speech, pytest.mark.timeout(400)]

REP_VOICE = "michael"
A_PACKET_BYTES = 1_200
STILL_S = 2.0


async def test_a_rep_speaks_and_the_report_quotes_what_was_said(sparring: Served) -> None:
    """Home, briefing, consent, microphone, ring, four turns, hang-up, review, coach, report."""
    sounds = await spoken(LINES, REP_VOICE)
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        report = await rep.hold(BUYER, sounds)
    assert report["status"] == "graded"
    assert report["ending"]["by"] == "rep"
    assert report["ending"]["complete"]
    assert whose_word(report) == ["rep", "buyer"] * len(LINES)
    assert_words_are_what_was_said(report, LINES)
    assert_evidence_is_verbatim(report)
    assert_every_answer_was_timed_by_its_sound(report)
    assert (visit.strangers, visit.complaints) == ([], [])


async def test_what_a_spoken_call_needs_is_there_before_it_rings(sparring: Served) -> None:
    """Once the microphone is open the page has it: on a thin line it would be fetched beside the first words."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        late: list[str] = []
        rep.page.on("request", lambda asked: late.append(asked.url) if "/_next/" in asked.url else None)
        await rep.choose(BUYER)
        await rep.consent()
        await rep.check_microphone()
        await expect(rep.page.get_by_role("meter", name="Microphone level")).to_be_visible()
        while late:  # until nothing more was asked for; the load state "networkidle" is never taken back once reached
            late.clear()
            await asyncio.sleep(STILL_S)
        await rep.start()
        await rep.pick_up()
        await rep.until_the_sound_is_connected()
    files = unpacked()
    late_bytes = sum(len(files[urlsplit(url).path.lstrip("/")]) for url in late if url.endswith(".js"))
    assert late_bytes < A_PACKET_BYTES


async def test_a_plain_microphone_is_heard(sparring: Served, tmp_path: Path) -> None:
    """Chromium's own device plays a recording once: the caller begins, then what is said on it is answered in turn."""
    questions = await spoken(LINES[1:3], REP_VOICE)
    # the device starts when the call's page opens it; the opening line takes about nine seconds, an answer three to
    # eight, and eight seconds after it the buyer asks whether anyone is there
    recording = silence(14) + questions[0] + silence(10) + questions[1] + silence(30)
    async with chromium(plugged_in(write_wav(tmp_path / "rep.wav", recording))) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        call_id = await rep.place_call(BUYER)
        await rep.pick_up()
        for _ in range(3):
            await rep.hear_out(within_ms=30_000)
        report = await rep.finish(call_id)
    assert whose_word(report) == ["buyer", "rep", "buyer", "rep", "buyer"]
    # sixteen words: "with him" heard as "within" is an eighth of them
    assert_words_are_what_was_said(report, LINES[1:3], wrong_at_most=0.2)
    assert visit.complaints == []


async def test_a_refreshed_page_goes_on_with_the_same_spoken_call(sparring: Served) -> None:
    """After a reload the sound is connected again, what was said is still there, and the next turn is answered."""
    greeting, question = await spoken(LINES[:2], REP_VOICE)
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        await rep.place_call(BUYER)
        await rep.pick_up()
        await rep.until_the_sound_is_connected()
        await rep.exchange(greeting)
        await rep.page.reload()
        await rep.until("Listening to you")
        await rep.show_captions()
        await expect(rep.lines()).to_have_count(2)
        await rep.until_the_sound_is_connected()
        await rep.say(question)
        await rep.until_so_much_was_said(4)


async def test_the_buyer_falls_silent_when_the_rep_cuts_in(sparring: Served) -> None:
    """Only what was heard of an interrupted answer stands in the transcript."""
    greeting, question = await spoken(LINES[:2], REP_VOICE)
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        call_id = await rep.place_call(BUYER)
        await rep.pick_up()
        await rep.until_the_sound_is_connected()
        await rep.show_captions()
        await rep.say(greeting)
        await rep.until("Speaking", timeout_ms=ANSWERED_WITHIN_MS)
        await asyncio.sleep(2)
        cutting_in = asyncio.create_task(rep.say(question))
        await rep.until("Listening to you")
        await cutting_in
        await rep.until_so_much_was_said(4)
        report = await rep.finish(call_id)
    cut, answer = (turn for turn in report["turns"] if turn["speaker"] == "buyer")
    assert cut["interrupted"]
    assert not answer["interrupted"]
    assert cut["text"] != find_persona(PERSONA).opening_line
    assert find_persona(PERSONA).opening_line.startswith(cut["text"].rstrip("."))
