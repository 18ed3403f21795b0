"""The rep's page in a room, without a browser: what it notices of a fault, how it comes back, when it gives up.

Flows in: a rep, and the telephone in their room. Flows out: how long nobody told them anything, when they were let in
again, and when they heard the buyer. The rules are those of `frontend/lib/call/link.ts` and `lib/voice/room-socket.ts`.
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

import httpx
from livekit import rtc

from tests.e2e.room_phone import RoomPhone
from tests.e2e.test_rooms import RETRY_S, SILENCE_S, Rep

GIVE_UP_S: Final = 20.0  # from the first silence
ASKS_FOR_S: Final = 12.0  # a page that has entered waits so long for the call before it counts silence
LOOK_S: Final = 0.02


def now_s() -> float:
    """On the clock that a `RoomPhone` stamps with."""
    return asyncio.get_running_loop().time()


@dataclass
class Page:
    """Of one call.

    `noticed_s`: when it first told the rep that the connection is lost; `let_in_s`: when the call last let it in;
    `gave_up_s`: it told the rep that there is no way back.
    """

    rep: Rep
    phone: RoomPhone | None = None
    noticed_s: float | None = None
    let_in_s: float | None = None
    gave_up_s: float | None = None
    joins: int = 0
    hangs_up: bool = False
    """The rep has hung up: whoever lets the page in again is told so."""

    async def enter(self) -> bool:
        """One try. False when the call did not let it in; its silence then begins anew."""
        self.phone = None
        try:
            async with asyncio.timeout(ASKS_FOR_S + SILENCE_S):
                self.phone = await self.rep.enter()
        except (TimeoutError, httpx.HTTPError, rtc.ConnectError):
            return False
        self.let_in_s = now_s()
        self.joins += 1
        if self.hangs_up:
            await self.send(type="hang_up")
        return True

    async def come_back(self) -> bool:
        """After silence: say so, then try until let in or given up."""
        lost_s = now_s()
        self.noticed_s = self.noticed_s or lost_s
        await self.leave()
        while now_s() - lost_s <= GIVE_UP_S:
            await asyncio.sleep(RETRY_S)
            if await self.enter():
                return True
        self.gave_up_s = now_s()
        return False

    async def fall_silent(self, *, since_s: float, within_s: float) -> bool:
        """Until nothing has come for three seconds. False when something always did."""
        phone = self.phone
        while phone is not None and now_s() - max([since_s, *phone.arrived_s[-1:]]) < SILENCE_S:
            if now_s() - since_s > within_s:
                return False
            await asyncio.sleep(LOOK_S)
        return True

    async def hears(self, *, within_s: float) -> float | None:
        """When the buyer was first heard over the newest connection."""
        deadline_s = now_s() + within_s
        while self.phone is not None and not self.phone.loud_s and now_s() < deadline_s:  # noqa: ASYNC110 - sound is looked at at its own pace
            await asyncio.sleep(LOOK_S)
        return self.phone.loud_s[0] if self.phone is not None and self.phone.loud_s else None

    async def send(self, **command: Any) -> None:
        """Of the page, while it is in the room; what does not get through is not told, and a hang-up told again."""
        self.hangs_up |= command["type"] == "hang_up"
        if self.phone is not None:
            with suppress(rtc.StreamError):
                await self.phone.send(**command)

    async def exchange(self, text: str, *, within_s: float) -> None:
        """Type a turn, and wait until the buyer has answered that one, whatever they were saying.

        Raises: TimeoutError.
        """
        phone = self.phone
        assert phone is not None
        await self.send(type="say", text=text)
        async with asyncio.timeout(within_s):
            while not is_answered(phone.turns(), text):  # noqa: ASYNC110 - events are looked at at their own pace
                await asyncio.sleep(LOOK_S)

    async def leave(self) -> None:
        """Close the connection, if there is one."""
        if self.phone is not None:
            phone, self.phone = self.phone, None
            await phone.leave()


def is_answered(turns: Sequence[Mapping[str, Any]], text: str) -> bool:
    """Whether the buyer has said something since the rep said this last."""
    said = max((turn["index"] for turn in turns if turn["speaker"] == "rep" and turn["text"] == text), default=None)
    return said is not None and any(turn["speaker"] == "buyer" and turn["index"] > said for turn in turns)
