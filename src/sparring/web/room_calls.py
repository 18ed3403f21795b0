"""Calls by voice that are held in rooms: booked here, carried by a worker's process, found again through their diary.

Flows in: a rep's wish and, later, their page that comes back or hears nothing. Flows out: tickets into rooms, and a new
worker when the diary shows that the one before is gone. Nothing is known here that the diary does not say, but for the
calls booked by this process, so that they can be listed.
"""

import asyncio
import logging
import math
from collections.abc import Sequence
from dataclasses import dataclass

from sparring.call.diary.entries import CallOpened
from sparring.call.diary.handover import hand_over
from sparring.call.lifecycle import CallStage
from sparring.call.replay import Branch
from sparring.call.takeover import CARRIED_WITHIN_S, Diary, book, read_so_far
from sparring.errors import CallOver, MediaFailed, NoRoomForCall, NotYours, SparringError
from sparring.ids import CallId, RepId
from sparring.ports import Clock, Journal, Places, Rooms, RoomTicket, RoomWish, TranscriptStore

log = logging.getLogger(__name__)

MAX_CARRIERS = 4  # a call that kills worker after worker is ended
BETWEEN_DISPATCHES_S = 4.0  # a worker gets so long before a page that asks anew has another one sent
# And so long before one is sent unasked: a warm process takes 3 s, two cold ones hinder each other
SENT_AGAIN_AFTER_S = 8.0
ITS_OWN_S = 0.5  # a mark so soon after a worker was sent may be the one of the worker before
AWAITED_S = 20.0  # a page waits in the room so long
LOOK_S = 1.0
SENT_ELSEWHERE_S = -math.inf  # by another server, or by this one before it was started again
ANSWERED_WITHIN_S = 300.0  # a booked call that nobody joins is given up
KEPT_S = 14_400.0  # longer than any call lasts
TOUCH_S = 5.0
ON_ITS_WAY_S = 4.0  # so long after booking a call may not be counted by its worker yet
ENDED_WITHIN_S = 5.0
_NOBODY = "No agent takes calls by voice right now. Tell whoever runs Sparring, or type the call instead."
_FULL = "All lines are busy right now. Try again in a minute, or type the call instead."
_LOST = "The call could not be taken up again. What was said is kept and on its way to your coach."


@dataclass(slots=True)
class _Booked:
    opened: CallOpened
    at_s: float
    sent_s: float | None = None  # when a worker was last sent
    awaited_until_s: float = 0.0  # somebody is in the room, or on their way there


class RoomCalls:
    """All calls by voice, where rooms are set.

    Args:
        rooms: the media server.
        journal: shared with the workers.
        store: where the transcript of a call goes that nobody can carry on.
        clock: for every limit.
        places: of the workers.
    """

    def __init__(self, rooms: Rooms, journal: Journal, store: TranscriptStore, clock: Clock, *, places: Places) -> None:
        self._rooms, self._journal, self._store, self._clock, self._places = rooms, journal, store, clock, places
        self._booked: dict[CallId, _Booked] = {}

    async def book(self, opened: CallOpened, branch: Branch | None) -> None:
        """The call exists; whoever joins its room is put through to the buyer. Raises: NoRoomForCall, JournalFailed."""
        await self._refuse_when_full()
        await book(self._journal, opened, branch)
        self._booked[opened.call_id] = _Booked(opened, self._clock.monotonic_s())

    async def find(self, call_id: CallId, rep_id: RepId) -> Diary:
        """A call of this rep whose diary stands. Raises: NotYours, JournalFailed."""
        try:
            diary = await read_so_far(self._journal, call_id)
        except CallOver:
            raise NotYours("There is no such call.") from None
        if diary.opened.rep_id != rep_id:
            raise NotYours("There is no such call.")
        return diary

    async def stage(self, call_id: CallId, rep_id: RepId) -> CallStage:
        """Where a call stands; written down where this process booked it and its diary is closed. Raises: NotYours."""
        try:
            return (await self.find(call_id, rep_id)).stage
        except NotYours:
            booked = self._booked.get(call_id)
            if booked is None or booked.opened.rep_id != rep_id:
                raise
            return CallStage.WRITTEN

    async def put_through(self, call_id: CallId, rep_id: RepId) -> RoomTicket:
        """A ticket into the room. A call whose worker is gone is given another, or ended when that has not helped.

        Raises: NotYours, CallOver, MediaFailed, JournalFailed, StoreUnavailable.
        """
        booked = self._booked.get(call_id)
        if booked is not None and booked.opened.rep_id == rep_id and not await self._journal.lines(call_id):
            raise CallOver("This call has ended. Look for it under “Your calls”.")
        diary = await self.find(call_id, rep_id)
        now_s = self._clock.monotonic_s()
        booked = self._booked.setdefault(call_id, _Booked(diary.opened, now_s))
        booked.awaited_until_s = now_s + AWAITED_S
        wish = _wish(diary)
        if booked.sent_s is None and not diary.carriers:
            booked.sent_s = now_s
            return self._rooms.ticket(wish, dispatch=True)
        booked.sent_s = SENT_ELSEWHERE_S if booked.sent_s is None else booked.sent_s
        if await self._left_alone(call_id, booked, within_s=BETWEEN_DISPATCHES_S):
            await self._send_another(wish, diary, booked)
        return self._rooms.ticket(wish, dispatch=False)

    async def end(self, call_id: CallId) -> None:
        """Nobody is in the room any more, and the transcript is handed over, or nearly so. Raises: MediaFailed."""
        await self._rooms.close_room(call_id)
        deadline_s = self._clock.monotonic_s() + ENDED_WITHIN_S
        while await self._journal.lines(call_id) and self._clock.monotonic_s() < deadline_s:  # noqa: ASYNC110 - another process writes it
            await asyncio.sleep(0.2)

    def forget(self, call_id: CallId) -> None:
        """Nothing about this call is known here any more."""
        self._booked.pop(call_id, None)

    def knows(self, call_id: CallId) -> bool:
        """Whether this process booked it, or has put somebody through to it."""
        return call_id in self._booked

    def of_rep(self, rep_id: RepId) -> Sequence[CallOpened]:
        """This rep's calls booked by this process, newest first."""
        return [one.opened for one in reversed(self._booked.values()) if one.opened.rep_id == rep_id]

    async def keep_booked(self) -> None:
        """Until cancelled: a call that nobody has joined yet is not taken for one whose process died."""
        while True:
            try:
                await self._mark_booked()
            except SparringError as error:
                log.warning("calls that are booked: %s", error.code)
            await asyncio.sleep(TOUCH_S)

    async def _mark_booked(self) -> None:
        now_s = self._clock.monotonic_s()
        self._booked = {call_id: one for call_id, one in self._booked.items() if now_s - one.at_s < KEPT_S}
        new = [one for one in self._booked.values() if now_s - one.at_s < ANSWERED_WITHIN_S]
        waiting = [one.opened.call_id for one in new if one.sent_s is None]
        if waiting:
            await self._journal.touch(waiting)

    async def keep_sending(self) -> None:
        """Until cancelled: while a rep waits, a worker that was sent and does not come is followed by another.

        A media server drops a job that nobody takes, and a worker may die on its way; neither tells us.
        """
        while True:
            await self.send_overdue()
            await asyncio.sleep(LOOK_S)

    async def send_overdue(self) -> None:
        """One round of `keep_sending`."""
        now_s = self._clock.monotonic_s()
        for call_id, booked in list(self._booked.items()):
            if booked.sent_s is not None and now_s < booked.awaited_until_s:
                await self._follow_up(call_id, booked)

    async def close(self) -> None:
        """Let go of the media server."""
        await self._rooms.close()

    async def _refuse_when_full(self) -> None:
        """A phone that rings where nobody can come is worse than a busy line."""
        free, now_s = await self._places.free(), self._clock.monotonic_s()
        if free is None:
            raise NoRoomForCall(_NOBODY)
        if sum(now_s - one.at_s < ON_ITS_WAY_S for one in self._booked.values()) >= free:
            raise NoRoomForCall(_FULL)

    async def _follow_up(self, call_id: CallId, booked: _Booked) -> None:
        """A call that is carried is looked at again for as long: its process may have died as its page came back."""
        try:
            if not await self._left_alone(call_id, booked, within_s=SENT_AGAIN_AFTER_S):
                return
            diary = await read_so_far(self._journal, call_id)
            if diary.carriers < MAX_CARRIERS:
                await self._send_another(_wish(diary), diary, booked)
            else:
                booked.awaited_until_s = 0.0  # its page will ask, and be told
        except CallOver:
            booked.awaited_until_s = 0.0
        except SparringError as error:
            log.warning("call %s: no other worker could be sent: %s", call_id, error.code)

    async def _left_alone(self, call_id: CallId, booked: _Booked, *, within_s: float) -> bool:
        """No process has marked the diary lately, and none that was just sent may still be on its way."""
        if call_id not in await self._journal.abandoned(idle_s=CARRIED_WITHIN_S):
            return False
        sent_ago_s = self._clock.monotonic_s() - (booked.sent_s or 0.0)
        if booked.sent_s is None or sent_ago_s >= within_s:
            return True
        return call_id not in await self._journal.abandoned(idle_s=sent_ago_s - ITS_OWN_S)  # it came, and died

    async def _send_another(self, wish: RoomWish, diary: Diary, booked: _Booked) -> None:
        over = diary.stage is CallStage.REVIEW or diary.carriers >= MAX_CARRIERS
        try:
            if over:
                raise MediaFailed(_LOST)
            await self._rooms.dispatch(wish)
            booked.sent_s = self._clock.monotonic_s()
        except SparringError:
            if not over:
                raise
            await hand_over(self._journal, self._store, wish.call_id)
            raise CallOver(_LOST) from None


def _wish(diary: Diary) -> RoomWish:
    opened = diary.opened
    return RoomWish(opened.call_id, opened.rep_id, opened.persona.id)
