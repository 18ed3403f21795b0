"""Takes the pictures in docs/images from a running Sparring: a typed call with the script of `sparring demo`.

    SPARRING_DATA_DIR=/tmp/pictures ./run serve        (in another terminal)
    .venv/bin/python tools/take_screenshots.py [--address URL] [--chromium PATH]

Needs the dependency group `dev` and a Chromium. Writes home, briefing, call and report as PNG.
"""

import argparse
import sys
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SCRIPT = ROOT / "src" / "sparring" / "personas" / "demo_rep.txt"
PERSONA = "daughter_discharge"
WIDTH, HEIGHT = 1_200, 860
ANSWERS_WITHIN_MS = 2_500  # also on a busy machine
REPORT_HEIGHT = 1_180  # down to the rep's own words and what there was to find out
CALL_AFTER_LINES = 3  # how much has been said when the picture of the call is taken
GRADED_WITHIN_MS = 120_000
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
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
        take_all(page, options.address)
        browser.close()
    return 0


def take_all(page: Page, address: str) -> None:
    """One call, photographed on its way."""
    lines = [line.strip() for line in SCRIPT.read_text("utf-8").splitlines() if line.strip()]
    brief(page, address)
    start(page)
    for count, line in enumerate(lines, start=1):
        say(page, line)
        if count == CALL_AFTER_LINES:
            shoot(page, "call")
    hang_up = page.get_by_role("button", name="Hang up")
    if hang_up.is_visible():
        hang_up.click()
    expect(page.get_by_text("What there was to find out")).to_be_visible(timeout=GRADED_WITHIN_MS)
    page.set_viewport_size({"width": WIDTH, "height": REPORT_HEIGHT})
    shoot(page, "report")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.goto(f"{address}/")
    expect(page.get_by_text("Laura Bennett").first).to_be_visible()
    shoot(page, "home")


def brief(page: Page, address: str) -> None:
    """The start page and the briefing, ready to begin."""
    page.goto(f"{address}/")
    expect(page.get_by_text("Laura Bennett").first).to_be_visible()
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
