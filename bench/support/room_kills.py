"""A job's process killed at every moment of a call, and what the rep goes through each time.

Flows in: a house with a real livekit-server, and a moment. Flows out: seconds from the kill to what the page says, to
being let in again, to the buyer being there, how often it had to be let in, and whether the transcript is whole.
"""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from bench.support.room_page import ASKS_FOR_S, GIVE_UP_S, LOOK_S, Page, now_s

from tests.e2e.room_phone import RoomPhone
from tests.e2e.speech import spoken
from tests.e2e.test_rooms import GREETING, QUESTION, REP_VOICE, UNBROKEN, House, say

INTO_THE_ANSWER_S: Final = 0.5
INTO_THE_TURN_S: Final = 0.8
AFTER_THE_TURN_S: Final = 0.1
WARMED_S: Final = 10.0  # a process that took a call is replaced by a warm one
JOB_WITHIN_S: Final = 60.0
ANSWERED_WITHIN_S: Final = 20.0


@dataclass(frozen=True, slots=True)
class Felt:
    """What a rep went through, in seconds from the first kill; None: it did not come to that.

    `told_s`: the page says that the connection is lost; `back_s`: it is let in for good; `buyer_s`: the buyer rings,
    speaks or listens again; `joins`: how often it was let in after the kill.
    """

    told_s: float | None = None
    back_s: float | None = None
    buyer_s: float | None = None
    joins: int = 0
    turns: int = 0
    ended: str = ""
    complete: bool = False


@dataclass
class Scene:
    """One call on its way to its fault."""

    house: House
    page: Page
    killed_s: float = 0.0
    kills_left: int = 0  # of the processes that follow
    said: list[str] = field(default_factory=list)

    @property
    def phone(self) -> RoomPhone:
        """In the room."""
        assert self.page.phone is not None
        return self.page.phone

    async def live(self) -> None:
        """Let in and picked up."""
        assert await self.page.enter()
        await self.phone.send(type="pick_up")
        await self.phone.until("state", state="listening")

    async def kill(self) -> None:
        """The process that has the room, as soon as there is one."""
        async with asyncio.timeout(JOB_WITHIN_S):
            while not (jobs := self.house.agent.jobs()):  # noqa: ASYNC110 - another process's
                await asyncio.sleep(LOOK_S)
        for job in jobs:
            os.kill(job, signal.SIGKILL)
        self.killed_s = self.killed_s or now_s()


async def on_its_way(scene: Scene) -> None:
    """Dispatched, in the room or nearly, and the rep not yet let in."""
    entering = asyncio.create_task(scene.page.enter())
    await scene.kill()
    scene.page.noticed_s = None if await entering else scene.page.noticed_s


async def while_it_rings(scene: Scene) -> None:
    """The rep has been let in and has not picked up."""
    assert await scene.page.enter()
    await scene.kill()


async def at_the_pick_up(scene: Scene) -> None:
    """The rep picks up that instant."""
    assert await scene.page.enter()
    await scene.phone.send(type="pick_up")
    await scene.kill()


async def while_nobody_speaks(scene: Scene) -> None:
    """A turn has been answered and heard out."""
    await scene.live()
    await say(scene.phone, GREETING, turns=2)
    await scene.kill()


async def while_the_buyer_speaks(scene: Scene) -> None:
    """In the middle of an answer."""
    await scene.live()
    await scene.phone.send(type="say", text=GREETING)
    await scene.page.hears(within_s=ANSWERED_WITHIN_S)
    await asyncio.sleep(INTO_THE_ANSWER_S)
    await scene.kill()


async def while_the_rep_speaks(scene: Scene) -> None:
    """In the middle of a turn by voice."""
    await _spoken_to(scene)
    await asyncio.sleep(INTO_THE_TURN_S)
    await scene.kill()


async def while_the_buyer_thinks(scene: Scene) -> None:
    """The rep has just finished a turn by voice."""
    await _spoken_to(scene)
    await scene.phone.said()
    await asyncio.sleep(AFTER_THE_TURN_S)
    await scene.kill()


async def twice_in_a_row(scene: Scene) -> None:
    """And the process that follows, once it has let the rep in."""
    await while_nobody_speaks(scene)
    scene.kills_left = 1


async def three_in_a_row(scene: Scene) -> None:
    """And the two that follow."""
    await while_nobody_speaks(scene)
    scene.kills_left = 2


async def while_the_page_is_away(scene: Scene) -> None:
    """The rep reloads the page, and the process dies before it is back."""
    await scene.live()
    await say(scene.phone, GREETING, turns=2)
    await scene.page.leave()
    await scene.kill()


async def while_the_next_is_on_its_way(scene: Scene) -> None:
    """The process that was sent for the killed one dies before it has let anybody in."""
    await while_nobody_speaks(scene)
    scene.kills_left = -1


async def at_the_hang_up(scene: Scene) -> None:
    """The rep hangs up that instant."""
    await scene.live()
    await say(scene.phone, GREETING, turns=2)
    await scene.page.send(type="hang_up")
    await scene.kill()


MOMENTS: Final[Mapping[str, Callable[[Scene], Awaitable[None]]]] = {
    one.__name__: one
    for one in (
        on_its_way, while_it_rings, at_the_pick_up, while_nobody_speaks, while_the_buyer_speaks, while_the_rep_speaks,
        while_the_buyer_thinks, twice_in_a_row, three_in_a_row, while_the_next_is_on_its_way, while_the_page_is_away,
        at_the_hang_up,
    )
}  # fmt: skip


async def killed(house: House, moment: str) -> Felt:
    """One call whose process dies at this moment, to its report."""
    async with house.rep() as rep:
        await rep.place()
        scene = Scene(house, Page(rep))
        await MOMENTS[moment](scene)
        felt = await _gone_through(scene)
        report = await rep.graded() if felt.ended != "rings" else None
        await scene.page.leave()
    await asyncio.sleep(WARMED_S)
    if report is None:
        return felt
    ending = report["ending"]
    return replace(felt, turns=len(report["turns"]), ended=ending["by"], complete=ending["complete"])


async def _spoken_to(scene: Scene) -> None:
    (sound,) = await spoken([UNBROKEN], REP_VOICE, engine="flite")
    await scene.live()
    await say(scene.phone, GREETING, turns=2)
    scene.phone.say(sound)


async def _gone_through(scene: Scene) -> Felt:
    """As the page: notice, come back, once for each kill; then the rep and the buyer say one thing more."""
    page, joined = scene.page, scene.page.joins
    while await _lost(scene):
        ambush = asyncio.create_task(scene.kill()) if scene.kills_left < 0 else None
        scene.kills_left = max(0, scene.kills_left)
        if not await page.come_back():
            return _felt(scene, joined, None)
        if ambush is not None:
            await ambush
        elif scene.kills_left:
            scene.kills_left -= 1
            await scene.kill()
        else:
            break
    buyer_s = await _goes_on(scene)
    return _felt(scene, joined, buyer_s)


async def _lost(scene: Scene) -> bool:
    """Whether the page notices; it cannot when another process has let it in meanwhile."""
    if scene.page.phone is None:
        return True
    since_s = max(scene.killed_s, scene.page.let_in_s or 0.0)
    if since_s > scene.killed_s and not scene.kills_left and not scene.page.noticed_s:
        return False
    return await scene.page.fall_silent(since_s=since_s, within_s=ASKS_FOR_S)


async def _goes_on(scene: Scene) -> float | None:
    """When the buyer was there again; the call is then held to its end."""
    phone = scene.phone
    joined = await phone.until("joined")
    if scene.page.hangs_up:
        await phone.until("written", within_s=GIVE_UP_S)
        return None
    if joined["state"] == "ringing":
        await phone.send(type="pick_up")
        await phone.until("state", state="listening")
    buyer_s = await scene.page.hears(within_s=GIVE_UP_S) if len(joined["turns"]) else now_s()
    if joined["state"] in ("ringing", "live"):
        await say(phone, QUESTION, turns=2)
        await phone.send(type="hang_up")
    return buyer_s


def _felt(scene: Scene, joined: int, buyer_s: float | None) -> Felt:
    page, began_s = scene.page, scene.killed_s

    def after(at_s: float | None) -> float | None:
        return None if at_s is None else round(at_s - began_s, 2)

    back_s = page.let_in_s if (page.let_in_s or 0.0) > began_s else None
    return Felt(after(page.noticed_s), after(back_s), after(buyer_s), page.joins - joined)
