"""A manager in a browser: from the team's weakest skill to the words that were said to it."""

import re
from secrets import token_hex

import pytest
from playwright.async_api import expect

from tests.e2e.accessibility import broken_rules
from tests.e2e.browser import chromium, hand_held
from tests.e2e.rep import GRADED_WITHIN_MS, SOON_MS, Rep
from tests.e2e.reports import BUYER, LINES, PERSONA
from tests.e2e.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

SITTER = f"Tom Price {token_hex(3)}"


async def test_a_manager_goes_from_the_weakest_skill_to_the_words(sparring: Served) -> None:
    """A place of the grid leads to the calls behind it and to the skill in each; a criterion, to the newest call."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        page = rep.page
        name = await take_a_counted_call(rep)
        await page.get_by_role("link", name="Team", exact=True).click()
        await expect(page.get_by_text("Most points are lost on")).to_be_visible(timeout=SOON_MS)
        skills = page.get_by_label("Where points are lost", exact=True)
        await skills.locator("summary").first.click()
        broken = await broken_rules(page)
        await page.get_by_role("link", name=f"{name}, Discovery").click()
        behind = page.get_by_label("Discovery: inquiry calls", exact=True)
        await behind.get_by_role("link", name=BUYER).click()
        await expect(page.get_by_label("Where the points came from").get_by_text("Asks about safety")).to_be_visible()
        await page.go_back()
        await page.go_back()
        await skills.locator("summary").first.click()
        criterion = skills.locator("details[open] a").first
        title = await criterion.text_content()
        await criterion.click()
        await expect(page.get_by_role("heading", name=f"{name}: call with {BUYER}")).to_be_visible(timeout=SOON_MS)
        await expect(page.locator("li.found")).to_contain_text(title or "no title")
        await expect(page.locator("li.found")).to_be_in_viewport()
        await page.get_by_role("link", name=f"All calls of {name}").click()
        await expect(page.get_by_role("heading", name=name, level=1)).to_be_visible(timeout=SOON_MS)
    assert broken == []
    assert (visit.strangers, visit.complaints) == ([], [])


async def test_an_exam_is_set_sat_by_its_link_and_looked_at(sparring: Served) -> None:
    """A manager sets it on the team page; whoever opens the link has no choice but how to talk, and is listed."""
    async with chromium(hand_held()) as visit:
        await visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
        manager, rep = Rep(await visit.new_page(), sparring.url), Rep(await visit.new_page(), sparring.url)
        await set_an_exam(manager)
        broken = await broken_rules(manager.page)
        await rep.page.goto(await manager.page.evaluate("navigator.clipboard.readText()"))
        await expect(rep.page.get_by_text("You are asked to take an exam, difficulty hard.")).to_be_visible(
            timeout=SOON_MS
        )
        await expect(rep.page.get_by_role("group", name="Difficulty")).to_have_count(0)
        await rep.consent()
        await rep.will("Type instead")
        await rep.page.get_by_label("Your name").fill(SITTER)
        broken += await broken_rules(rep.page)
        call_id = await rep.start()
        await rep.pick_up()
        await rep.type(LINES[0])
        await expect(rep.lines()).to_have_count(2)
        await rep.page.get_by_role("button", name="Hang up").click()
        await expect(rep.page.get_by_text("too short to grade")).to_be_visible(timeout=GRADED_WITHIN_MS)
        await manager.page.reload()
        sat = manager.page.get_by_label("Who sat it", exact=True).get_by_role("link", name=SITTER)
        await expect(sat).to_contain_text("too short to grade", timeout=SOON_MS)
        await expect(sat).to_have_attribute("href", re.compile(call_id))
        await manager.page.get_by_role("button", name="End it now").click()
        await expect(manager.page.get_by_role("status").first).to_contain_text("ended on", timeout=SOON_MS)
    assert (broken, visit.strangers, visit.complaints) == ([], [], [])


async def test_a_rep_is_the_same_one_in_another_browser(sparring: Served) -> None:
    """A code from the start page of one, typed where the other asks for a name."""
    name = f"Dana Whitfield {token_hex(3)}"
    async with chromium(hand_held()) as here, chromium(hand_held()) as there:
        rep, again = Rep(await here.new_page(), sparring.url), Rep(await there.new_page(), sparring.url)
        await rep.introduce_oneself(name, "dana@example.org")
        await rep.page.goto(sparring.url)
        await rep.page.get_by_role("button", name=name).click()
        await rep.page.get_by_text("You practise in another browser, too?").click()
        await rep.page.get_by_role("button", name="Get a code").click()
        code = await rep.page.get_by_text(re.compile("^[2-9A-Z]{8}$")).text_content()
        broken = await broken_rules(rep.page)
        await again.choose(BUYER)
        await again.will("Counted")
        await again.page.get_by_text("You have practised in another browser?").click()
        await again.page.get_by_label("Code from another browser").fill((code or "").lower())
        broken += await broken_rules(again.page)
        await again.page.get_by_role("button", name="Go on as myself").click()
        await expect(again.page.get_by_label("Code from another browser")).to_have_count(0)
        await again.page.goto(sparring.url)
        await expect(again.page.get_by_role("button", name=name)).to_be_visible(timeout=SOON_MS)
    assert (broken, here.complaints, there.complaints) == ([], [], [])


async def set_an_exam(manager: Rep) -> None:
    """Hard, until tomorrow; its link is on the clipboard."""
    page = manager.page
    await page.goto(f"{manager.url}/team/")
    await page.get_by_role("button", name="Set an exam").click()
    await page.get_by_label("Buyer").select_option(PERSONA)
    await manager.will("Hard")
    tomorrow = await page.evaluate("new Date(Date.now() + 864e5).toLocaleDateString('sv')")
    await page.get_by_label("Last day").fill(tomorrow)
    await page.get_by_role("button", name="Set it and get the link").click()
    await expect(page.get_by_role("heading", name=f"Exam: {BUYER}")).to_be_visible(timeout=SOON_MS)
    await page.get_by_role("button", name="Copy the link").click()


async def take_a_counted_call(rep: Rep) -> str:
    """Typed, until its report is there. Returns the rep's name, which nobody else on this server has."""
    name = f"Dana Whitfield {token_hex(3)}"
    await rep.introduce_oneself(name, "dana@example.org")
    await rep.choose(BUYER)
    await rep.consent()
    await rep.will("Type instead")
    await rep.will("Counted")
    call_id = await rep.start()
    await rep.pick_up()
    await expect(rep.page.get_by_text(re.compile("hints are off"))).to_be_visible()
    for number, line in enumerate(LINES, start=1):
        await rep.type(line)
        await expect(rep.lines()).to_have_count(2 * number)
    await rep.page.get_by_role("button", name="Hang up").click()
    await rep.read_report(call_id)
    return name
