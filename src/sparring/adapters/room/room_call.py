"""One call in one room, from the job's first moment to its last: who is there, what they say, and when it is over.

Flows in: a joined room and the one call in it. Flows out: nothing but what the call itself writes. The rep's
page comes and goes as it does elsewhere; a rep who does not come back within the grace ends the call.
"""

import asyncio
import logging
from typing import Any

from livekit import rtc

from sparring.adapters.background_tasks import CallTasks
from sparring.adapters.room.room_line import RoomLine
from sparring.adapters.room.room_page import CommandReader, RoomPage
from sparring.call.active_call import ActiveCall
from sparring.call.active_calls import ActiveCalls
from sparring.call.lifecycle import FINISHED
from sparring.call.page import Join, greet, obey, read_command
from sparring.errors import SparringError
from sparring.ids import CallId
from sparring.ports import Journal

log = logging.getLogger(__name__)

TOUCH_S = 1.0  # the server takes a diary untouched for longer than `CARRIED_WITHIN_S` for one whose process is gone
LOOK_S = 0.1
GREETED_AGAIN_S = 1.0
NEWER_WITHIN_S = 3.0  # a newer connection of the rep's asks to be let in before the older one is seen to go
ROOM_GONE = "The room was closed during the call."
LAST_EVENTS_S = 0.5  # the page reads that the call is written down before its room goes


class RoomCall:
    """Connects a room's events to a call.

    Args:
        room: joined.
        commands: of the rep, read since before the room was joined; nobody else is heard or obeyed.
        active_calls: carries this call and no other.
        call: that one.
        line: of that call.
        picked_up: the call was live when this process took it up.
    """

    def __init__(
        self,
        room: rtc.Room,
        commands: CommandReader,
        *,
        active_calls: ActiveCalls,
        call: ActiveCall,
        line: RoomLine,
        picked_up: bool,
    ) -> None:
        self._room, self._identity, self._active_calls, self._call, self._line = (
            room,
            commands.identity,
            active_calls,
            call,
            line,
        )
        self._picked_up = picked_up
        self._page: RoomPage | None = None
        self._tasks = CallTasks(call.session.call_id)
        self._commands = commands
        self._left, self._room_is_gone = asyncio.Event(), False
        self._greeted_s = 0.0
        self._asked_again_s = -NEWER_WITHIN_S
        self.replaced = False
        """Another process has the call: this one must write nothing more."""

    async def run(self, journal: Journal) -> None:
        """Until the transcript is handed over, or the room is gone."""
        self._listen()
        self._line.on_mute(self._left.set)
        upkeep = {
            "commands": self._commands.run(self._obey),
            "active-calls": self._active_calls.run(),
            "mark": mark(journal, self._call.session.call_id),
        }
        for name, work in upkeep.items():
            # a call that nobody keeps time for never ends: where one of these ends, so does the job, handing it over
            self._tasks.spawn(work, name).add_done_callback(lambda _: self._left.set())
        for participant in self._room.remote_participants.values():
            self._came(participant)
        while self._call.stage not in FINISHED and not self._left.is_set():  # noqa: ASYNC110 - looked at, as time is
            await asyncio.sleep(LOOK_S)
        if self._page is not None and not self._left.is_set():
            await asyncio.sleep(LAST_EVENTS_S)

    async def finish(self) -> None:
        """Whatever happened: what was said is handed over, unless the call goes on elsewhere. Safe to call twice."""
        await self._tasks.cancel()
        if self.replaced:
            await self._line.close()
        elif self._room_is_gone:
            await self._active_calls.close(why=ROOM_GONE)
        else:
            await self._active_calls.close()
        if self._page is not None:
            await self._page.shut()

    # -- the room ------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        room = self._room
        room.on("participant_connected", self._came)
        room.on("participant_disconnected", self._went)
        room.on("track_subscribed", self._track_came)
        room.on("track_muted", lambda participant, _: self._mute(participant, muted=True))
        room.on("track_unmuted", lambda participant, _: self._mute(participant, muted=False))
        room.on("disconnected", self._room_lost)

    def _came(self, participant: rtc.RemoteParticipant) -> None:
        for publication in participant.track_publications.values():
            if publication.track is not None:
                self._track_came(publication.track, publication, participant)

    def _went(self, participant: rtc.RemoteParticipant) -> None:
        if participant.identity == self._identity and self._page is not None:
            page, self._page = self._page, None
            self._call.detach(page, why=reason_of(participant.disconnect_reason))
            self._tasks.spawn(page.shut(), "page-shut")
            if self._now_s() - self._asked_again_s < NEWER_WITHIN_S:
                # it was another connection that asked: it has been greeted, and asks no more
                self._tasks.spawn(self._join(), "join")

    def _track_came(self, track: Any, _: Any, participant: rtc.RemoteParticipant) -> None:
        if participant.identity == self._identity and track.kind == rtc.TrackKind.KIND_AUDIO:
            self._tasks.spawn(self._line.hear(track), "hear")

    def _mute(self, participant: rtc.Participant, *, muted: bool) -> None:
        if participant.identity == self._identity:
            self._line.mute(muted=muted)

    def _room_lost(self, reason: "rtc.DisconnectReason.ValueType") -> None:
        self.replaced, self._room_is_gone = reason == rtc.DisconnectReason.PARTICIPANT_REMOVED, True
        self._left.set()

    # -- the page ------------------------------------------------------------------------------------------------

    async def _obey(self, text: str) -> None:
        command = read_command(text)
        if isinstance(command, Join):
            await self._join()
        elif self._page is not None:
            await obey(command, self._page, self._call)

    async def _join(self) -> None:
        """The page is let in: who it is was settled by the room's token.

        A page that goes on asking has not read that it was let in: while a connection settles what is sent may be lost.
        """
        now_s = self._now_s()
        if self._page is not None:
            self._asked_again_s = now_s
            if now_s - self._greeted_s >= GREETED_AGAIN_S:
                self._greeted_s = now_s
                greet(self._page, self._call, resume_ticket="")
            return
        self._greeted_s = now_s
        self._page = page = RoomPage(self._room, self._identity)
        page.open()
        await self._call.attach(page)
        if self._picked_up:
            self._picked_up = False
            await self._call.pick_up()
        greet(page, self._call, resume_ticket="")
        self._call.ring()

    @staticmethod
    def _now_s() -> float:
        return asyncio.get_running_loop().time()


async def mark(journal: Journal, call_id: CallId) -> None:
    """Until cancelled: tell everybody who reads the diary that a process is with this call."""
    while True:
        try:
            await journal.touch([call_id])
        except SparringError as error:
            log.warning("call %s: %s", call_id, error.code)
        await asyncio.sleep(TOUCH_S)


def reason_of(reason: "rtc.DisconnectReason.ValueType | None") -> str:
    """LiveKit's reason as a slug, such as `client_initiated`, `duplicate_identity` or `connection_timeout`."""
    return "unknown_reason" if reason is None else str(rtc.DisconnectReason.Name(reason)).lower()
