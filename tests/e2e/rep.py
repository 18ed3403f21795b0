"""A rep at work in the browser: each step of a call as a person takes it, by what they can read on the page."""

import asyncio
import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from playwright.async_api import Locator, Page, expect

Channel = Literal["voice", "typed"]

SOON_MS = 15_000
ANSWERED_WITHIN_MS = 30_000
GRADED_WITHIN_MS = 60_000
BUSY, BUSY_TRIES, BUSY_FOR_S = 503, 10, 2.0  # no call is admitted while the event loop lags
LOOK_S = 0.1
BREATH_S = 0.6  # people do not begin the moment the other ends


@dataclass(slots=True)
class Rep:
    """One tab."""

    page: Page
    url: str

    # -- before the call -----------------------------------------------------------------------------------------

    async def choose(self, buyer: str) -> None:
        """From the home page to the briefing of a buyer."""
        await self.page.goto(self.url)
        to_the_briefing = self.page.locator("a[href^='/brief/']")  # earlier calls with this buyer are links as well
        await self.page.get_by_role("link", name=buyer).and_(to_the_briefing).click()
        await expect(self.page.get_by_role("heading", name=buyer, level=1)).to_be_visible(timeout=SOON_MS)

    async def consent(self) -> None:
        """Read and agree."""
        await self.page.get_by_role("checkbox", name="I agree to be heard").check()

    async def check_microphone(self) -> None:
        """Open it."""
        await self.page.get_by_role("button", name="Check my microphone").click()

    async def will(self, option: str) -> None:
        """Pick one of a row of tiles, such as "Type instead"."""
        await self.page.get_by_text(option, exact=True).click()

    async def start(self) -> str:
        """Into the call, again and again while the machine is too busy for one; its id."""
        button = self.page.get_by_role("button", name=re.compile("^(Wait for the call|Call )"))
        for _ in range(BUSY_TRIES):
            async with self.page.expect_response("**/api/calls", timeout=SOON_MS) as answering:
                await button.click()
            answer = await answering.value
            if answer.status != BUSY:
                break
            await asyncio.sleep(BUSY_FOR_S)
        await self.page.wait_for_url("**/call/?id=*", timeout=SOON_MS)
        return self.page.url.rpartition("=")[2]

    async def place_call(self, buyer: str, channel: Channel = "voice") -> str:
        """Everything from the home page into the call."""
        await self.choose(buyer)
        await self.consent()
        if channel == "typed":
            await self.will("Type instead")
        else:
            await self.check_microphone()
            await expect(self.page.get_by_role("meter", name="Microphone level")).to_be_visible(timeout=SOON_MS)
        return await self.start()

    # -- the call ------------------------------------------------------------------------------------------------

    async def pick_up(self) -> None:
        """When the phone rings."""
        await self.page.get_by_role("button", name="Pick up").click(timeout=SOON_MS)
        await self.until("Listening to you")

    async def until(self, state: str, timeout_ms: float = SOON_MS) -> None:
        """What is going on, in the page's words."""
        await expect(self.page.get_by_test_id("call-state")).to_have_text(state, timeout=timeout_ms)

    async def show_captions(self) -> None:
        """So that what was said stands on the page."""
        await self.page.get_by_role("button", name="Captions").click()

    def lines(self) -> Locator:
        """Everything that was said, in order; what is being said stands there too."""
        return self.page.get_by_label("Captions", exact=True).get_by_role("listitem").filter(has_text=re.compile(r"\S"))

    async def say(self, pcm_48khz: bytes) -> None:
        """Speak into a hand-held microphone; returns when the last sample has been played."""
        await self.page.evaluate("pcm => sparringMicrophone.say(pcm)", base64.b64encode(pcm_48khz).decode())

    async def type(self, text: str) -> None:
        """Say it in writing."""
        box = self.page.get_by_role("textbox", name="Type what you say")
        await box.fill(text)
        await box.press("Enter")

    async def hear_out(self, *, within_ms: float = ANSWERED_WITHIN_MS) -> None:
        """Until the buyer has answered and finished."""
        await self.until("Speaking", timeout_ms=within_ms)
        await self.until_it_is_my_turn()

    async def until_it_is_my_turn(self) -> None:
        """The buyer has finished, and does not go on while the rep draws breath."""
        listening = "Listening to you"
        while True:
            await self.until(listening, timeout_ms=ANSWERED_WITHIN_MS)
            await asyncio.sleep(BREATH_S)
            if await self.page.get_by_test_id("call-state").text_content() == listening:
                return

    async def until_so_much_was_said(self, turns: int) -> None:
        """So many turns stand in the captions, and the last of them is heard out.

        A state of the page is no sign of which answer it is about: on a busy machine the one before may still sound.
        """
        await expect(self.lines()).to_have_count(turns, timeout=ANSWERED_WITHIN_MS)
        await self.until_it_is_my_turn()

    async def until_the_sound_is_connected(self) -> None:
        """The page's words do not tell: on a busy machine a call is picked up before it."""
        bars = self.page.get_by_test_id("buyer-bars").locator(".lk-audio-bar").first
        await expect(bars).to_be_visible(timeout=SOON_MS)
        await expect(self.page.get_by_text("Connection is")).to_be_visible(timeout=SOON_MS)

    async def buyer_bars_move(self, *, within_s: float = 6.0) -> bool:
        """Whether the bars of the buyer change while they speak."""
        bars = self.page.get_by_test_id("buyer-bars").locator(".lk-audio-bar")
        seen = set()
        for _ in range(round(within_s / LOOK_S)):
            seen.add(str(await bars.evaluate_all("bars => bars.map(bar => Math.round(bar.clientHeight))")))
            if len(seen) >= 5:
                return True
            await asyncio.sleep(LOOK_S)
        return False

    async def is_over(self) -> bool:
        """Whether the call's page has been left for review or coach."""
        return not await self.page.get_by_test_id("call-state").is_visible()

    async def exchange(self, pcm_48khz: bytes) -> None:
        """Say something and hear the answer out."""
        await self.say(pcm_48khz)
        await self.hear_out()

    async def hang_up(self) -> None:
        """And see that the call is over."""
        await self.page.get_by_role("button", name="Hang up").click()
        await self.call_over()

    async def call_over(self, timeout_ms: float = SOON_MS) -> None:
        """Whoever ended it."""
        await expect(self.page.get_by_role("heading", name="Call over")).to_be_visible(timeout=timeout_ms)

    async def introduce_oneself(self, name: str, email: str) -> None:
        """As the form for it does."""
        await self.get("/api/me")  # whoever has not been seen before has no account to change
        form = {"name": name, "email": email}
        answer = await self.page.request.put(f"{self.url}/api/me", data=form, headers={"origin": self.url})
        assert answer.ok, answer.status

    # -- after the call ------------------------------------------------------------------------------------------

    async def send_to_coach(self) -> None:
        """The words are right as they were heard."""
        await self.page.get_by_role("button", name="Send to my coach").click()

    async def finish(self, call_id: str) -> dict[str, Any]:
        """Hang up, let the words stand, and read the report; the document behind it."""
        await self.hang_up()
        await self.send_to_coach()
        return await self.read_report(call_id)

    async def hold(self, buyer: str, sounds: Sequence[bytes], *, sounds_like_speech: bool = True) -> dict[str, Any]:
        """A whole spoken call, one exchange a sound; its report.

        The buyer's bars move while they speak, unless the voice is a stand-in that makes no sound of speech.
        """
        call_id = await self.place_call(buyer)
        await self.pick_up()
        await self.say(sounds[0])
        await self.until("Speaking", timeout_ms=ANSWERED_WITHIN_MS)
        assert not sounds_like_speech or await self.buyer_bars_move()
        await self.until_it_is_my_turn()
        for sound in sounds[1:]:
            await self.exchange(sound)
        return await self.finish(call_id)

    async def read_report(self, call_id: str) -> dict[str, Any]:
        """Wait for the report's page; the document behind it."""
        await self.page.wait_for_url("**/report/?id=*", timeout=GRADED_WITHIN_MS)
        heading = self.page.get_by_role("heading", name=re.compile("^Your call with "))
        await expect(heading).to_be_visible(timeout=GRADED_WITHIN_MS)
        return await self.get(f"/api/calls/{call_id}/report")

    async def get(self, path: str) -> dict[str, Any]:
        """JSON, with this rep's cookie."""
        answer = await self.page.request.get(f"{self.url}{path}")
        assert answer.ok, f"{path}: {answer.status}"
        found: dict[str, Any] = await answer.json()
        return found

    def notice(self, text: str) -> Locator:
        """A sentence that tells the person something."""
        return self.page.get_by_text(text)
