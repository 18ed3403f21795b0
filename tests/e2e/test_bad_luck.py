"""What goes wrong on a rep's desk gets a sentence that tells the person what to do, and the call is never lost."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import expect

from tests.e2e.browser import NO_MICROPHONE, NO_WEBRTC, REFUSED, Microphone, Visit, chromium, hand_held
from tests.e2e.rep import SOON_MS, Rep
from tests.e2e.reports import BUYER, LINES
from tests.e2e.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

FINISHED_WITHIN_S = 40.0  # the grace of twelve seconds, the hand-over and the grade
INSULT = "You are a stupid idiot. Shut up and stop wasting my time, you moron."


@pytest.mark.parametrize(
    ("microphone", "sentence"),
    [(REFUSED, "The microphone was refused."), (NO_MICROPHONE, "No microphone was found.")],
    ids=["refused", "missing"],
)
async def test_without_a_microphone_the_rep_is_told_why_and_can_type(
    sparring: Served, microphone: Microphone, sentence: str
) -> None:
    """The sentence says what to do, and the call can be taken in writing at once."""
    async with chromium(microphone) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        await rep.choose(BUYER)
        await rep.consent()
        await rep.check_microphone()
        await expect(rep.notice(sentence)).to_be_visible(timeout=SOON_MS)
        await expect(rep.notice(sentence)).to_contain_text("type instead")
        await rep.will("Type instead")
        await rep.start()
        await rep.pick_up()


async def test_a_browser_without_webrtc_is_told_which_ones_have_it(sparring: Served) -> None:
    """And typing is offered."""
    async with chromium(NO_WEBRTC) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        await rep.choose(BUYER)
        await expect(rep.notice("This browser cannot make calls")).to_contain_text("Type instead")


async def test_where_nothing_hears_the_call_is_in_writing_by_itself(sparring: Served) -> None:
    """Until the rep chooses otherwise; and then the page says why it cannot start."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        why = "Hearing is switched off in the settings."
        part = {"name": "", "state": "failed", "progress": 0, "sentence": why}
        engines = {"transport": "", "hearing": part, "voice": part, "buyer": {"name": "rules"}, "outside": []}
        await rep.page.route("**/api/engines", lambda route: route.fulfill(json=engines))
        await rep.choose(BUYER)
        await expect(rep.page.get_by_label("Type instead")).to_be_checked(timeout=SOON_MS)
        await rep.will("Speak")
        await expect(rep.page.get_by_label("Speak", exact=True)).to_be_checked()
        await expect(rep.page.get_by_text(why)).to_be_visible()


async def test_no_microphone_is_opened_before_consent(sparring: Served) -> None:
    """The button is off until the box is ticked."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        await rep.choose(BUYER)
        button = rep.page.get_by_role("button", name="Check my microphone")
        await expect(button).to_be_disabled()
        await rep.consent()
        await expect(button).to_be_enabled()


async def test_a_second_tab_cannot_start_another_call(sparring: Served) -> None:
    """It is told to hang up in the first one."""
    async with a_typed_call(sparring) as (visit, _, _):
        second = Rep(await visit.new_page(), sparring.url)
        await second.choose(BUYER)
        await second.consent()
        await second.will("Type instead")
        await second.page.get_by_role("button", name="Wait for the call").click()
        await expect(second.notice("You have a call open in another tab.")).to_be_visible(timeout=SOON_MS)


async def test_a_call_moves_to_a_copy_of_its_tab_when_the_rep_says_so(sparring: Served) -> None:
    """The copy asks first; then the call goes on there, and the old tab says where it went."""
    async with a_typed_call(sparring) as (visit, rep, _):
        async with visit.context.expect_page() as opening:
            await rep.page.evaluate("void window.open(location.href)")
        copy = Rep(await opening.value, sparring.url)
        await expect(copy.notice("This call is open in another tab.")).to_be_visible(timeout=SOON_MS)
        await copy.page.get_by_role("button", name="Continue it here").click()
        await expect(rep.notice("This call is now open in another tab.")).to_be_visible(timeout=SOON_MS)
        await expect(copy.lines()).to_have_count(2)
        await copy.type(LINES[1])
        await expect(copy.lines()).to_have_count(4)


async def test_the_buyer_can_hang_up(sparring: Served) -> None:
    """A buyer who is insulted leaves, the page says so, and the call is handed to the coach."""
    async with a_typed_call(sparring) as (_, rep, call_id):
        for _ in range(4):
            if await rep.is_over():
                break
            await rep.type(INSULT)
            await asyncio.sleep(0.5)
        report = await rep.read_report(call_id)
        assert report["ending"] == {"by": "buyer", "complete": True, "reason": "The buyer hung up."}


async def test_a_closed_page_ends_the_call_after_the_grace(sparring: Served) -> None:
    """Nobody comes back: what was said is kept, marked as not whole, and graded or said not to be gradable."""
    async with a_typed_call(sparring) as (visit, rep, call_id):
        await rep.page.close(run_before_unload=True)
        other = Rep(await visit.new_page(), sparring.url)
        await other.page.goto(sparring.url)
        report = await finished(other, call_id)
    assert report["ending"]["by"] == "connection_lost"
    assert not report["ending"]["complete"]
    assert report["turns"][0]["text"] == LINES[0]


async def test_a_refreshed_page_goes_on_with_the_same_typed_call(sparring: Served) -> None:
    """Nothing said is lost, and the call is not taken for abandoned."""
    async with a_typed_call(sparring) as (_, rep, call_id):
        await rep.page.reload()
        await expect(rep.lines()).to_have_count(2)
        await rep.type(LINES[1])
        await expect(rep.lines()).to_have_count(4)
        assert (await rep.get(f"/api/calls/{call_id}"))["state"] == "live"


async def test_a_muted_call_stays_muted_through_a_refresh(sparring: Served) -> None:
    """No microphone that the rep closed is opened behind their back."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        await rep.place_call(BUYER)
        await rep.page.get_by_role("button", name="Pick up").click(timeout=SOON_MS)
        await rep.page.get_by_role("button", name="Mute", exact=True).click()
        await rep.page.reload()
        await rep.until_the_sound_is_connected()
        muted = rep.page.get_by_role("button", name="Muted")
        await expect(muted).to_have_attribute("aria-pressed", "true")
        await muted.click()
        await expect(rep.page.get_by_role("button", name="Mute", exact=True)).to_be_visible()


@asynccontextmanager
async def a_typed_call(sparring: Served) -> AsyncIterator[tuple[Visit, Rep, str]]:
    """Picked up, with one exchange."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        call_id = await rep.place_call(BUYER, "typed")
        await rep.pick_up()
        await rep.type(LINES[0])
        await expect(rep.lines()).to_have_count(2)
        yield visit, rep, call_id


async def finished(rep: Rep, call_id: str) -> dict[str, Any]:
    """The report, once the call was given up and graded."""
    async with asyncio.timeout(FINISHED_WITHIN_S):
        while (await rep.get(f"/api/calls/{call_id}"))["state"] in ("live", "review", "written", "grading"):
            await asyncio.sleep(0.3)
    return await rep.get(f"/api/calls/{call_id}/report")
