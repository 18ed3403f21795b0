"""The calls that this process carries, from the request to the hand-over, and the sweeping up after lost ones.

Flows in: a rep's wish to practise, and time. Flows out: calls that always end in exactly one transcript: when a page
closes, when nobody answers, when time is up, and when this very process is killed.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

from sparring.call.active_call import ActiveCall, CallMaker
from sparring.call.diary.handover import Steadiness, sweep
from sparring.call.lifecycle import FINISHED, CallLimits
from sparring.errors import CallOver, NoRoomForCall, NotYours, code_of
from sparring.ids import CallId, RepId
from sparring.ports import Clock, Journal, TranscriptStore

log = logging.getLogger(__name__)

TICK_S = 0.2


class ActiveCalls:
    """All calls of this process.

    Args:
        journal: where turns become durable.
        store: where transcripts go.
        clock: for every limit.
        limits: how many calls, and how long.
        ready: raises NoRoomForCall while the machine cannot carry another call well.
    """

    def __init__(
        self,
        journal: Journal,
        store: TranscriptStore,
        clock: Clock,
        *,
        limits: CallLimits,
        ready: Callable[[], None] = lambda: None,
    ) -> None:
        self._journal, self._store, self._clock, self._limits, self._ready = journal, store, clock, limits, ready
        self._steadiness = Steadiness(clock, idle_s=limits.abandoned_s)
        self._calls: dict[CallId, ActiveCall] = {}
        self._ticking: set[CallId] = set()
        self._draining = False

    async def open(self, make: CallMaker) -> ActiveCall:
        """A new call; it rings once a page has joined. Raises: NoRoomForCall, JournalFailed."""
        self._admit()
        call = ActiveCall(make, self._clock, self._limits)
        self._calls[call.session.call_id] = call
        try:
            await call.session.open()
            await call.line.start()
        except BaseException:
            del self._calls[call.session.call_id]
            await call.line.close()
            raise
        return call

    def find(self, call_id: CallId, rep_id: RepId) -> ActiveCall:
        """Raises: NotYours, also for a call that does not exist."""
        call = self._calls.get(call_id)
        if call is None or call.rep_id != rep_id:
            raise NotYours("There is no such call.")
        return call

    def join(self, call_id: CallId, rep_id: RepId) -> ActiveCall:
        """A call that a page may still attach to. Raises: NotYours, CallOver once its coach has it."""
        call = self.find(call_id, rep_id)
        if call.stage in FINISHED:
            raise CallOver("This call has ended. Look for it under “Your calls”.")
        return call

    async def run(self) -> None:
        """Keep time for every call until cancelled; one that waits for a slow store keeps no other waiting."""
        async with asyncio.TaskGroup() as group:
            while True:
                for call_id in self._calls:
                    group.create_task(self._tick(call_id))
                await asyncio.sleep(TICK_S)

    async def tick(self) -> None:
        """Do what is due by now in every call; one call's trouble is not another's."""
        await asyncio.gather(*map(self._tick, self._calls))

    async def keep_diary(self) -> None:
        """Until cancelled: mark live calls as alive, and finish those whose process is gone.

        Side by side: a store that takes its time over a lost call must not make the live ones look lost.
        """
        async with asyncio.TaskGroup() as group:
            for work in (self._touch, self._sweep):
                group.create_task(self._repeat(work))

    def drain(self) -> bool:
        """Take no further call from now on; returns whether none is left."""
        self._draining = True
        return not self._unfinished()

    async def close(self, *, why: str = "The program was stopped during the call.") -> None:
        """The process stops, or cannot go on: end every call and hand its transcript over."""
        await asyncio.gather(*(self._close(call, why) for call in self._unfinished()))
        self._calls.clear()

    def of_rep(self, rep_id: RepId) -> list[ActiveCall]:
        """This rep's calls, newest first."""
        return [call for call in reversed(self._calls.values()) if call.rep_id == rep_id]

    def busy(self) -> bool:
        """Whether any call goes on; asked from another thread too."""
        return any(call.stage not in FINISHED for call in tuple(self._calls.values()))

    def forget(self, call_id: CallId) -> None:
        """Nothing about this call is known here any more."""
        self._calls.pop(call_id, None)

    async def _tick(self, call_id: CallId) -> None:
        call = self._calls.get(call_id)
        if call is None or call_id in self._ticking:
            return
        self._ticking.add(call_id)
        try:
            await call.tick()
        except Exception as error:  # noqa: BLE001 - the root of a task: one call's trouble is not another's
            log.warning("call %s: %s", call_id, code_of(error))
        finally:
            self._ticking.discard(call_id)
        if call.finished_for_s() >= self._limits.keep_written_s:
            self._calls.pop(call_id, None)

    async def _repeat(self, work: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await work()
            except Exception as error:  # noqa: BLE001 - the root of a task: the next round may go well
                log.warning("diary: %s", code_of(error))
            await asyncio.sleep(self._limits.touch_s)

    async def _touch(self) -> None:
        await self._journal.touch([call.session.call_id for call in self._unfinished()])

    async def _sweep(self) -> None:
        if self._steadiness.holds():
            live = {call.session.call_id for call in self._unfinished()}
            await sweep(self._journal, self._store, idle_s=self._limits.abandoned_s, live=live)

    async def _close(self, call: ActiveCall, why: str) -> None:
        try:
            async with AsyncExitStack() as at_the_end:
                at_the_end.push_async_callback(call.line.close)
                await call.hang_up("connection_lost", reason=why)
                await call.finish()
        except Exception as error:  # noqa: BLE001 - the root of a task: the others are ended all the same
            log.warning("call %s stays in the diary: %s", call.session.call_id, code_of(error))

    def _unfinished(self) -> list[ActiveCall]:
        return [call for call in self._calls.values() if call.stage not in FINISHED]

    def _admit(self) -> None:
        if self._draining:
            raise NoRoomForCall("Sparring is being restarted. Try again in a few minutes.")
        self._ready()
        if sum(call.takes_a_line for call in self._calls.values()) >= self._limits.calls:
            raise NoRoomForCall("All lines are busy. Try again in a minute.")
