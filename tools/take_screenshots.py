"""Takes the pictures in docs/images from a running Sparring: typed calls with the script of `sparring demo`.

    SPARRING_DATA_DIR=/tmp/pictures ./run serve        (in another terminal)
    .venv/bin/python tools/take_screenshots.py [--address URL] [--chromium PATH]

Needs the dependency group `dev`, a Chromium and a data folder of its own, in which nobody has called yet. Writes home,
briefing, call and report of a rep, and team and exam of their manager, as PNG.
"""

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SCRIPT = ROOT / "src" / "sparring" / "personas" / "demo_rep.txt"
PERSONA, BUYER = "daughter_discharge", "Laura Bennett"
WIDTH, HEIGHT = 1_200, 860
ANSWERS_WITHIN_MS = 2_500  # also on a busy machine
REPORT_HEIGHT = 1_180  # down to the rep's own words and what there was to find out
CALL_AFTER_LINES = 3  # how much has been said when the picture of the call is taken
GRADED_WITHIN_MS = 120_000
WELL_SAID = (
    "Thank you for calling Willow Lane Home Care, this is Ann. How can I help you?",
    "That must be a lot all at once. May I ask your name, and a number in case we get cut off?",
    "Thank you, Laura. What happened to him?",
    "That sounds frightening. Who is with him at night?",
    "So he lives alone and nobody would hear him. What will he need help with, washing, getting dressed, meals?",
    "Besides you, who has a say in this, and how does your father feel about having somebody in the house?",
    "When should care begin, and for how many hours a day?",
    "It makes sense that Kevin wants no stranger there. What worries him most? It is always the same caregiver.",
    "Families pay in different ways. Have you looked at long-term care insurance or veterans' benefits for your dad?",
    "Can we visit him with you and Kevin, on Thursday at two or on Friday at ten?",
    "Wonderful, Thursday at two at your father's house. I'll call you tonight to confirm who is coming. Goodbye.",
)
CUT_SHORT = {"Ben Carter": 6, "Priya Shah": 8}  # of the script's lines, as many as they come to
IDLE = "Tom Price"
TEAM_HEIGHT, EXAM_HEIGHT = 1_320, 720
TRIES, RINGS_WITHIN_MS = 12, 10_000  # a busy machine refuses calls for a while


def main() -> int:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", default="http://localhost:8000")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium)
        take_all(someone(browser), options.address)
        take_team(browser, options.address)
        browser.close()
    return 0


def someone(browser: Browser) -> Page:
    """A person who has not been here before."""
    return browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")


def script() -> list[str]:
    """What a rep says, line by line."""
    return [line.strip() for line in SCRIPT.read_text("utf-8").splitlines() if line.strip()]


def take_all(page: Page, address: str) -> None:
    """One call, photographed on its way."""
    lines = script()
    brief(page, address)
    start(page)
    for count, line in enumerate(lines, start=1):
        say(page, line)
        if count == CALL_AFTER_LINES:
            shoot(page, "call")
    hang_up(page)
    page.set_viewport_size({"width": WIDTH, "height": REPORT_HEIGHT})
    shoot(page, "report")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.goto(f"{address}/")
    expect(page.get_by_text(BUYER).first).to_be_visible()
    shoot(page, "home")


def take_team(browser: Browser, address: str) -> None:
    """An exam that a manager sets, three reps sit and one does not; then the team."""
    manager = someone(browser)
    manager.goto(f"{address}/team/")
    manager.get_by_role("button", name="Set an exam").click()
    manager.get_by_label("Buyer").select_option(PERSONA)
    in_a_week = manager.evaluate("new Date(Date.now() + 7 * 864e5).toLocaleDateString('sv')")
    manager.get_by_label("Last day").fill(in_a_week)
    manager.get_by_role("button", name="Set it and get the link").click()
    link = manager.get_by_label("Address of the exam").input_value()
    sit(someone(browser), link, "Ann Lopez", WELL_SAID)
    for name, lines in CUT_SHORT.items():
        sit(someone(browser), link, name, script()[:lines])
    introduce(someone(browser), address, IDLE)
    manager.reload()
    expect(manager.get_by_text(IDLE)).to_be_visible()
    manager.set_viewport_size({"width": WIDTH, "height": EXAM_HEIGHT})
    shoot(manager, "exam")
    manager.goto(f"{address}/team/")
    expect(manager.get_by_text("Who is weak where")).to_be_visible()
    manager.set_viewport_size({"width": WIDTH, "height": TEAM_HEIGHT})
    shoot(manager, "team")


def sit(page: Page, link: str, name: str, lines: Sequence[str]) -> None:
    """An exam, until its report is there."""
    page.goto(link)
    page.get_by_text("Type instead").click()
    page.get_by_label("I agree to be heard").check()
    page.get_by_label("Your name").fill(name)
    start(page)
    for line in lines:
        say(page, line)
    hang_up(page)


def introduce(page: Page, address: str, name: str) -> None:
    """Somebody who has only entered a name."""
    page.goto(f"{address}/")
    page.get_by_role("button", name="Your name").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name=name)).to_be_visible()


def hang_up(page: Page) -> None:
    """Unless the buyer has, and see the report."""
    button = page.get_by_role("button", name="Hang up")
    if button.is_visible():
        button.click()
    expect(page.get_by_text("What there was to find out")).to_be_visible(timeout=GRADED_WITHIN_MS)


def brief(page: Page, address: str) -> None:
    """The start page and the briefing, ready to begin."""
    page.goto(f"{address}/")
    expect(page.get_by_text(BUYER).first).to_be_visible()
    page.goto(f"{address}/brief/?persona={PERSONA}")
    page.get_by_text("Type instead").click()
    page.get_by_label("I agree to be heard").check()
    page.mouse.move(0, 0)
    shoot(page, "briefing")


def start(page: Page) -> None:
    """Have the phone ring and pick it up."""
    pick_up = page.get_by_role("button", name="Pick up")
    for _ in range(TRIES):
        page.get_by_role("button", name="Wait for the call").click()
        with suppress(Error):
            pick_up.wait_for(timeout=RINGS_WITHIN_MS)
            break
    pick_up.click()


def say(page: Page, line: str) -> None:
    """Type one turn and wait for the answer; nothing when the buyer has hung up."""
    box = page.get_by_label("Type what you say")
    if not box.is_visible():
        return
    box.fill(line)
    box.press("Enter")
    page.wait_for_timeout(ANSWERS_WITHIN_MS)


def shoot(page: Page, name: str) -> None:
    """The window as it is."""
    page.wait_for_timeout(600)
    page.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
