"""The same call in writing: an equal path to the same report."""

from collections.abc import Sequence
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.e2e.accessibility import broken_rules
from tests.e2e.browser import chromium, hand_held
from tests.e2e.rep import Rep
from tests.e2e.reports import BUYER, LINES, assert_evidence_is_verbatim
from tests.e2e.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]


HALF_A_GREETING = "Hello, this is Dana, how can I help you today?"  # a name and no agency: half the points
WHOLE_GREETING = "Hello, this is Dana with Willow Lane Home Care, how can I help you today?"


async def test_a_rep_types_and_the_report_quotes_what_was_typed(sparring: Served) -> None:
    """No microphone is asked for, nothing is to be reviewed, and every quote is what was typed."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        call_id = await rep.place_call(BUYER, "typed")
        await rep.pick_up()
        for number, line in enumerate(LINES, start=1):
            await rep.type(line)
            await expect(rep.lines()).to_have_count(2 * number)
        await rep.page.get_by_role("button", name="Hang up").click()
        report = await rep.read_report(call_id)
    assert report["status"] == "graded"
    typed = [turn["text"] for turn in report["turns"] if turn["speaker"] == "rep"]
    assert typed == list(LINES)
    assert {turn["channel"] for turn in report["turns"]} == {"typed"}
    assert_evidence_is_verbatim(report)
    assert (visit.strangers, visit.complaints) == ([], [])


@pytest.mark.parametrize(("width", "height", "open_by_itself"), [(1280, 800, True), (375, 812, False)])
async def test_the_goal_stands_beside_a_typed_call_where_there_is_room(
    sparring: Served, *, width: int, height: int, open_by_itself: bool
) -> None:
    """On a phone it is a press away, for it would hide what is said."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        await rep.page.set_viewport_size({"width": width, "height": height})
        await rep.place_call(BUYER, "typed")
        await rep.pick_up()
        goal = rep.page.get_by_text("take the weight off her")
        await expect(goal).to_be_visible(visible=open_by_itself)
        await rep.page.get_by_text("Situation and goal").click()
        await expect(goal).to_be_visible(visible=not open_by_itself)


async def test_a_lost_point_leads_to_the_words_and_back_to_that_moment(sparring: Served) -> None:
    """From a criterion to the very words in the transcript, from there back to it, and into a retake of that turn."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        page = rep.page
        report = await a_call(rep, [HALF_A_GREETING, *LINES[1:]])
        lost = first_lost(report)
        words, turn = lost["evidence"][0]["quote"], lost["evidence"][0]["turn"]
        await page.get_by_label("What was said").get_by_role("link", name=lost["title"]).first.click()
        criterion = page.locator(f"#result-{lost['id']}")
        await expect(criterion).to_be_in_viewport()
        await criterion.get_by_role("link", name=words).click()
        await expect(page.locator("mark.found").first).to_be_in_viewport()
        assert "".join(await page.locator("mark.found").all_text_contents()) == words
        await criterion.get_by_role("link", name="Try that moment again").click()
        await expect(page.get_by_role("heading", name="That moment again")).to_be_visible()
        await expect(page.get_by_text(report["turns"][turn]["text"])).to_be_visible()
        await page.go_back()
        await assert_what_was_never_said_leads_to_its_moment(page, first_lost(report, said=False))
    assert visit.complaints == []


async def assert_what_was_never_said_leads_to_its_moment(page: Page, lost: dict[str, Any]) -> None:
    """Two clicks from the score to the second at which it was due, and two to trying it again."""
    await page.locator(f"[href='#category-{lost['category']}']").click()
    criterion = page.locator(f"#result-{lost['id']}")
    await criterion.get_by_role("link", name="Where it was due").click()
    await expect(page.locator(f"#turn-{lost['turn']}.found")).to_be_in_viewport()
    await criterion.get_by_role("link", name="Try that moment again").click()
    await expect(page.get_by_text(f"{lost['title']}, {lost['points']} of {lost['max_points']}:")).to_be_visible()


def first_lost(report: dict[str, Any], *, said: bool = True) -> dict[str, Any]:
    """The first criterion that cost points although something was said to it, or because nothing was."""
    criteria = [criterion for category in report["categories"] for criterion in category["criteria"]]
    lost = [one for one in criteria if one["status"] == "scored" and one["points"] < one["max_points"]]
    return next(one for one in lost if bool(one["evidence"]) is said)


async def test_a_moment_taken_again_stands_beside_the_first_time(sparring: Served) -> None:
    """The words and the points of both on the retake's report; the first call lists it by what came of it."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        first = await a_call(rep, [HALF_A_GREETING, *LINES[1:]])
        await rep.page.get_by_label("What was said").get_by_role("link", name="Try again from").first.click()
        await rep.consent()
        await rep.will("Type instead")
        await rep.page.get_by_role("button", name="Take it again").click()
        await rep.page.wait_for_url("**/call/?id=*")
        call_id = rep.page.url.rpartition("=")[2]
        await rep.pick_up()
        for number, line in enumerate((WHOLE_GREETING, *LINES[1:]), start=1):
            await rep.type(line)
            await expect(rep.lines()).to_have_count(2 * number)
        await rep.page.get_by_role("button", name="Hang up").click()
        again = await rep.read_report(call_id)
        card = rep.page.get_by_label("That moment again", exact=True)
        for shown in (HALF_A_GREETING, WHOLE_GREETING, f"{first['score']:g}", f"{again['score']:g}"):
            await expect(card.get_by_text(shown).first).to_be_visible()
        gained = rep.page.get_by_text("points more than the first time, on what you came to.")
        told = await gained.text_content()
        await card.get_by_role("link", name="Open the report of the first time").click()
        await expect(rep.page.get_by_label("Moments taken again").get_by_role("link")).to_contain_text(told or "-")
    assert again["branch"]["call_id"] == first["call_id"]
    assert visit.complaints == []


async def test_a_second_call_with_a_buyer_stands_beside_the_first(sparring: Served) -> None:
    """Both scores in a row, the first a way to its report, and what came out better since."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        first = await a_call(rep, [HALF_A_GREETING, *LINES[1:]])
        assert first["progress"] is None
        second = await a_call(rep, [WHOLE_GREETING, *LINES[1:]])
        card = rep.page.get_by_label(f"Your calls with {BUYER}", exact=True)
        await expect(card.get_by_role("link").first).to_contain_text(f"{first['score']:g}")
        better = card.get_by_label("Better than the last time")
        gained = [one["title"] for one in second["progress"]["criteria"]]
        assert gained == ["Says the agency and their own name"]
        await expect(better.get_by_role("heading", name=gained[0])).to_be_visible()
        broken = await broken_rules(rep.page)
        await card.get_by_role("link").first.click()
        await rep.page.wait_for_url(f"**/report/?id={first['call_id']}")
    assert (broken, visit.complaints) == ([], [])


async def a_call(rep: Rep, lines: Sequence[str]) -> dict[str, Any]:
    """Typed and hung up; its report."""
    call_id = await rep.place_call(BUYER, "typed")
    await rep.pick_up()
    for number, line in enumerate(lines, start=1):
        await rep.type(line)
        await expect(rep.lines()).to_have_count(2 * number)
    await rep.page.get_by_role("button", name="Hang up").click()
    return await rep.read_report(call_id)


async def test_every_page_of_a_call_can_be_used_by_everybody(sparring: Served) -> None:
    """Home, team, upload, briefing, call and report break no rule of WCAG 2.2 AA that a machine can check."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        broken = {}
        for path in ("/", "/team/", "/upload/"):
            await rep.page.goto(f"{sparring.url}{path}")
            await expect(rep.page.get_by_role("heading", level=1)).to_be_visible()
            broken[path] = await broken_rules(rep.page)
        await rep.choose(BUYER)
        broken["briefing"] = await broken_rules(rep.page)
        await rep.place_call(BUYER, "typed")
        await rep.pick_up()
        for number, line in enumerate(LINES, start=1):
            await rep.type(line)
            await expect(rep.lines()).to_have_count(2 * number)
        broken["call"] = await broken_rules(rep.page)
        await rep.page.get_by_role("button", name="Hang up").click()
        await rep.page.wait_for_url("**/report/?id=*")
        await expect(rep.page.get_by_role("heading", name="What was said")).to_be_visible(timeout=30_000)
        broken["report"] = await broken_rules(rep.page)
    assert broken == {place: [] for place in broken}
