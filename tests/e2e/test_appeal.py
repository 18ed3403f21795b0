"""A rep who sees a criterion otherwise, by keyboard alone, and the manager who answers."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.async_api import Page, expect

from tests.e2e.accessibility import broken_rules
from tests.e2e.browser import chromium, hand_held
from tests.e2e.rep import SOON_MS, Rep
from tests.e2e.reports import BUYER, LINES
from tests.e2e.serving import Served
from tests.e2e.test_team import take_a_counted_call
from tests.e2e.test_typed_call import a_call

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

WHY = "I asked about his nights in my third question."
MOST_TABS = 60


async def test_a_rep_and_a_manager_settle_a_criterion_without_a_mouse(sparring: Served) -> None:
    """From the button to the words, to the team's page, to the answer and back to the rep; the focus is never lost."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        page = rep.page
        name = await take_a_counted_call(rep)
        report = page.url
        title, broken = await say_why(page)
        await page.get_by_role("link", name="Team", exact=True).click()
        waiting = page.get_by_label("Reps see it otherwise")
        await expect(waiting).to_contain_text(f"{name}: {title}", timeout=SOON_MS)
        await expect(waiting).to_contain_text(WHY)
        answering = waiting.locator(
            f"a[href*='{parse_qs(urlsplit(report).query)['id'][0]}'][href*='criterion=']"
        )  # others may be open
        await answering.click()
        broken += await let_it_stand(page)
        await find_the_answer(page, report)
        await page.get_by_role("link", name="Team", exact=True).click()
        await expect(page.get_by_text("Most points are lost on")).to_be_visible(timeout=SOON_MS)
        await expect(answering).to_have_count(0)
    assert broken == []
    assert (visit.strangers, visit.complaints) == ([], [])


async def find_the_answer(page: Page, report: str) -> None:
    """The rep's again: the list of calls marks it and leads there, and marks it no longer once it was read."""
    await page.get_by_role("link", name="Practise", exact=True).click()
    mark = page.get_by_label("Your calls").get_by_role("link", name="Your coach has answered")
    await mark.press("Enter", timeout=SOON_MS)
    await expect(page.locator("li.found")).to_contain_text("Ann: it stands as graded.", timeout=SOON_MS)
    assert page.url.startswith(report)
    await page.get_by_role("link", name="Practise", exact=True).click()
    await expect(page.get_by_label("Your calls").get_by_role("link", name=BUYER)).to_be_visible(timeout=SOON_MS)
    await expect(mark).to_have_count(0)


async def test_a_private_call_is_opened_with_the_word_against_its_grade(sparring: Served) -> None:
    """The form says so before; then the manager's page lists it, and the report says that a manager can read it."""
    async with chromium(hand_held()) as visit:
        rep = Rep(await visit.new_page(), sparring.url)
        page = rep.page
        await a_call(rep, LINES)
        await page.get_by_role("button", name="I see it otherwise").first.click()
        await expect(page.get_by_text("So far only you can read this call")).to_be_visible()
        await page.get_by_label("Why do you see it otherwise?").fill(WHY)
        await page.get_by_role("button", name="Let them read it and send").click()
        await expect(page.get_by_text("Your coach has not answered yet")).to_be_visible(timeout=SOON_MS)
        await expect(page.get_by_role("button", name="Your manager can read it")).to_be_visible(timeout=SOON_MS)
        await page.get_by_role("link", name="Team", exact=True).click()
        await expect(page.get_by_label("Reps see it otherwise")).to_contain_text(WHY, timeout=SOON_MS)
    assert (visit.strangers, visit.complaints) == ([], [])


async def say_why(page: Page) -> tuple[str, list[str]]:
    """The rep's part: the criterion's title, and what of WCAG the form breaks."""
    await press(page, "I see it otherwise")
    await page.keyboard.type(WHY)
    broken = await broken_rules(page)
    await press(page, "Send to my coach")
    await expect(page.get_by_text("Your coach has not answered yet")).to_be_visible(timeout=SOON_MS)
    return (await page.locator("li:focus h3").inner_text()).strip(), broken


async def let_it_stand(page: Page) -> list[str]:
    """The manager's part: what of WCAG the form breaks."""
    await expect(page.locator("li.found")).to_contain_text(WHY, timeout=SOON_MS)
    await press(page, "It stands as graded")
    await page.keyboard.press("Tab")
    await page.keyboard.type("That was about friends.")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Ann")
    broken = await broken_rules(page)
    await page.keyboard.press("Enter")
    await expect(page.locator("li:focus")).to_contain_text("Ann: it stands as graded.", timeout=SOON_MS)
    return broken


async def press(page: Page, name: str) -> None:
    """Go to the first button of this name from where the focus is, and press it."""
    for _ in range(MOST_TABS):
        await page.keyboard.press("Tab")
        if name == (await page.evaluate("document.activeElement?.textContent ?? ''")).strip():
            await page.keyboard.press("Enter")
            return
    raise AssertionError(f"no key leads to {name!r}")
