"""A real call handed in on the page, by a rep in a browser."""

import pytest
from playwright.async_api import expect

from tests.cli.process import GOOD
from tests.e2e.browser import chromium, hand_held
from tests.e2e.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

GRADED_WITHIN_MS = 60_000
NAMED = GOOD.replace("Rep:", "Dana Whitfield:").replace("Buyer:", "Laura Bennett:")


async def test_a_rep_hands_a_call_in_and_reads_its_report(sparring: Served) -> None:
    """They paste it, see whom its labels say to be the rep, say so where none does, agree, and land on its report."""
    async with chromium(hand_held()) as visit:
        page = await visit.new_page()
        await page.goto(f"{sparring.url}/upload/")
        hand_in = page.get_by_role("button", name="Hand it to the coach")
        await page.get_by_label("or paste it").fill("Dana Whitfield: Hello.\nand more")
        await expect(page.get_by_text("Line 2 does not begin with a name and a colon")).to_be_visible()
        await page.get_by_label("or paste it").fill(NAMED.replace("Laura Bennett:", "Customer:"))
        await expect(
            page.get_by_text("“Customer” is the customer, so Dana Whitfield is taken for the rep.")
        ).to_be_visible()
        await expect(page.get_by_role("radio", name="Dana Whitfield · 5 turns · the rep")).to_be_checked()
        await expect(page.get_by_role("radio", name="Customer · 5 turns · the customer")).not_to_be_checked()
        await page.get_by_label("or paste it").fill(NAMED)
        await page.get_by_role("radio", name="Dana Whitfield").check()
        await expect(hand_in).to_be_disabled()
        await page.get_by_label("I may use this call").check()
        await hand_in.click()
        await expect(page.get_by_role("heading", name="Uploaded call")).to_be_visible(timeout=GRADED_WITHIN_MS)
        await expect(page.get_by_text("Handed in by the rep · Does not count")).to_be_visible()
        await expect(page.get_by_role("heading", name="Beside practice")).to_be_visible()
        await page.goto(sparring.url)
        await expect(page.get_by_role("link", name="Uploaded call")).to_be_visible()
    assert (visit.strangers, visit.complaints) == ([], [])
