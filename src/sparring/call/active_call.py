"""A call that is carried: its session, its line, its stage, and whichever page is attached to it.

Flows in: a page that comes and goes, picking up, hanging up, time. Flows out: what happens, to the page; at the end the
transcript, once.
"""

import asyncio
import logging
from typing import Literal, Protocol

from sparring.call.lifecycle import FINISHED, CallLimits, CallStage, CallStep, next_stage
from sparring.call.line import Line, LineState, LineWatcher
from sparring.call.session import CallSession, EndedBy
from sparring.errors import SparringError
from sparring.ids import RepId
from sparring.ports import Clock
from sparring.transcript import Ending, Speaker, Turn

log = logging.getLogger(__name__)

DELETED = "deleted"
OUTGOING_RING_S = 2.2  # the buyer picks up after half a US ring


class Page(LineWatcher, Protocol):
    """The browser page, or terminal, that a call is shown on."""

    def turn_committed(self, turn: Turn) -> None:
        """A turn stands, or has changed."""

    def call_ended(self, ending: Ending, *, review_s: float) -> None:
        """Nobody speaks any more; so many seconds remain to correct what was misheard."""

    def written(self) -> None:
        """The transcript is on its way to the coach."""

    def replaced(self) -> None:
        """Another page has taken the call over."""


class CallMaker(Protocol):
    """Builds the session and the line of one call around the watcher that will be told what happens."""

    def __call__(self, watcher: "ActiveCall", /) -> tuple[CallSession, Line]:
        """Nothing has been written or connected yet."""


class ActiveCall:
    """One call of `ActiveCalls`. Tells whichever page is attached what happens."""

    def __init__(self, make: CallMaker, clock: Clock, limits: CallLimits) -> None:
        self.session, self.line = make(self)
        self.stage = CallStage.RINGING
        self.page: Page | None = None
        self._clock, self._limits = clock, limits
        self._since_s = clock.monotonic_s()  # in this stage
        self._away_since_s: float | None = self._since_s
        self._rings_since_s: float | None = None
        self._lost_because: str | None = None
        self._hand_over_from_s = 0.0
        self._line_closed = False
        self._hints_given = 0
        self._step = asyncio.Lock()

    @property
    def rep_id(self) -> RepId:
        """Whose call it is."""
        return self.session.opened.rep_id

    @property
    def outgoing(self) -> bool:
        """Whether the rep is the one who calls."""
        return self.session.opened.call_direction == "rep_calls"

    @property
    def gives_hints(self) -> bool:
        """Only in practice that counts for nothing."""
        return self.session.opened.attempt.kind == "private"

    @property
    def takes_a_line(self) -> bool:
        """Not any more once its line is closed, even while the store will not take its transcript."""
        return self.stage not in FINISHED and not self._line_closed

    async def attach(self, page: Page) -> None:
        """Show the call on this page from now on; the newest page wins."""
        if self.page is not None and self.page is not page:
            self.page.replaced()
        self.page = page
        if self._away_since_s is not None and self.stage is CallStage.LIVE:
            away_ms = round((self._clock.monotonic_s() - self._away_since_s) * 1000)
            await self.session.reconnected(away_ms=away_ms, why=self._lost_because)
        self._away_since_s = None

    def detach(self, page: Page, *, why: str | None = None) -> None:
        """This page is gone, as a slug `why`; another may come back within the rejoin grace."""
        if self.page is page:
            self.page, self._lost_because = None, why
            self._away_since_s = self._clock.monotonic_s()

    def ring(self) -> None:
        """The line stands: the phone rings."""
        if self.stage is CallStage.RINGING and self._rings_since_s is None:
            self._rings_since_s = self._clock.monotonic_s()
            self.state_changed("ringing")

    async def pick_up(self) -> None:
        """The rep picks up, or the buyer does. Picking up twice does nothing."""
        async with self._step:
            if self.stage is not CallStage.RINGING:
                return
            self._advance(CallStep.PICKED_UP)
            ring_ms = round((self._since_s - (self._rings_since_s or self._since_s)) * 1000)
            await self.line.pick_up(ring_ms=ring_ms)

    async def hang_up(self, by: EndedBy, *, reason: str) -> None:
        """End the call; what was said is kept."""
        if self.stage in (CallStage.RINGING, CallStage.LIVE):
            await self.line.hang_up(by, reason=reason)

    async def finish(self) -> None:
        """The review is over: hand the transcript over. Raises: StoreUnavailable, JournalFailed."""
        async with self._step:
            if self.stage is not CallStage.REVIEW:
                return
            await self.line.close()
            self._line_closed = True
            self._advance(await self._handed_over())
            if self.page is not None:
                self.page.written()

    async def discard(self) -> None:
        """The rep deletes the call: it ends and is not handed over. Safe to repeat. Raises: JournalFailed."""
        async with self._step:
            await self.hang_up("rep", reason="The rep deleted the call.")
            await self.line.close()
            if self.stage is CallStage.REVIEW:
                await self.session.set_aside(DELETED)
                self._advance(CallStep.SET_ASIDE)

    async def _handed_over(self) -> CallStep:
        try:
            await self.session.write_transcript()
        except SparringError as error:
            if error.retryable:
                raise
            log.warning("call %s is set aside: %s", self.session.call_id, error.code)
            await self.session.set_aside(error.code)
            return CallStep.SET_ASIDE
        return CallStep.REVIEWED

    def finished_for_s(self) -> float:
        """How long ago the transcript was handed over, or set aside; 0 before."""
        return self._clock.monotonic_s() - self._since_s if self.stage in FINISHED else 0.0

    def next_hint(self) -> str | None:
        """The persona's next hint that the rep has not followed yet; None without one, or in an attempt that counts."""
        hints = self.session.persona.ordered_hints if self.gives_hints else ()
        state = self.session.state
        for hint in hints[self._hints_given :]:
            self._hints_given += 1
            if not hint.is_done(acts=state.heard, told=state.rapport.told, settled=state.rapport.settled):
                return hint.line
        return None

    async def tick(self) -> None:
        """Do what is due by now."""
        waited_s = self._clock.monotonic_s() - self._since_s
        if self.stage is CallStage.RINGING:
            await self._tick_ringing(waited_s)
        elif self.stage is CallStage.LIVE:
            await self._tick_live(waited_s)
        elif self.stage is CallStage.REVIEW and (waited_s >= self._limits.review_s or not self._needs_review()):
            await self._finish_in_time()

    # -- CallWatcher and LineWatcher -----------------------------------------------------------------------------

    def turn_committed(self, turn: Turn) -> None:
        """Pass on to the page."""
        if self.page is not None:
            self.page.turn_committed(turn)

    def call_ended(self, ending: Ending) -> None:
        """The review begins."""
        self._advance(CallStep.OVER)
        if self.page is not None:
            self.page.call_ended(ending, review_s=self._limits.review_s if self._needs_review() else 0.0)

    def state_changed(self, state: LineState) -> None:
        """Pass on to the page."""
        if self.page is not None:
            self.page.state_changed(state)

    def caption(self, speaker: Literal["rep", "buyer"], text: str) -> None:
        """Pass on to the page."""
        if self.page is not None:
            self.page.caption(speaker, text)

    # -- time ----------------------------------------------------------------------------------------------------

    async def _tick_ringing(self, waited_s: float) -> None:
        rings_s = 0.0 if self._rings_since_s is None else self._clock.monotonic_s() - self._rings_since_s
        if self.outgoing and rings_s >= OUTGOING_RING_S:
            await self.pick_up()
        elif waited_s >= self._limits.answer_s or self._away_s() >= self._limits.answer_s:
            await self.hang_up("connection_lost", reason="Nobody picked up.")

    async def _tick_live(self, waited_s: float) -> None:
        if self._away_s() >= self._limits.rejoin_s or self.line.silent_for_s() >= self._limits.rejoin_s:
            why = f" ({self._lost_because.replace('_', ' ')})" if self._away_since_s and self._lost_because else ""
            await self.hang_up("connection_lost", reason=f"The connection was lost and did not come back{why}.")
        elif waited_s >= self._limits.call_s:
            await self.hang_up("time_limit", reason="The call reached its time limit.")

    async def _finish_in_time(self) -> None:
        """Hand over; a store that is down is tried again in a while, not at every tick."""
        now_s = self._clock.monotonic_s()
        if now_s >= self._hand_over_from_s:
            self._hand_over_from_s = now_s + self._limits.touch_s
            await self.finish()

    def _away_s(self) -> float:
        return 0.0 if self._away_since_s is None else self._clock.monotonic_s() - self._away_since_s

    def _needs_review(self) -> bool:
        spoken = [turn for turn in self.session.own_turns if turn.speaker is Speaker.REP and turn.channel == "voice"]
        return bool(spoken) and self._away_since_s is None

    def _advance(self, step: CallStep) -> None:
        self.stage = next_stage(self.stage, step)
        self._since_s = self._clock.monotonic_s()
