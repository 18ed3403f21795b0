"""How the rep is on the phone: what a call needs from a spoken or a typed line, and the typed line itself."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from sparring.call.buyer import Move
from sparring.call.session import CallSession, EndedBy, RepSaid
from sparring.errors import MediaFailed
from sparring.ports import Clock
from sparring.transcript import Engines

LineState = Literal["ringing", "connecting", "listening", "thinking", "speaking", "review", "ended"]

TYPED_ENGINES = Engines(transport="typed", hearing="typed", buyer="rules", voice="none")
"""What carries a call in writing."""


@dataclass(frozen=True, slots=True)
class Fallback:
    """A stretch of a call: when it began, on the monotonic clock, and how long it was."""

    began_s: float
    lasted_s: float


@dataclass(frozen=True, slots=True)
class RepHeard:
    """By which way the rep's sound came, where there is a short one and another to fall back on.

    `straight`: the short one was taken; `fallbacks`: the stretches on the other one since.
    """

    straight: bool
    fallbacks: tuple[Fallback, ...] = ()


class LineWatcher(Protocol):
    """Who shows the line to the rep, beside the turns."""

    def state_changed(self, state: LineState) -> None:
        """Who has the word."""

    def caption(self, speaker: Literal["rep", "buyer"], text: str) -> None:
        """What is being heard or said now; replaced by the turn when it is committed."""


class Line(Protocol):
    """One rep on the phone."""

    async def start(self) -> None:
        """Ready; nobody speaks before `pick_up`."""

    async def offer(self, sdp: str) -> str:
        """Answer the browser's offer of audio. Raises: MediaFailed when this line has none."""

    def silent_for_s(self) -> float:
        """How long nothing has come from the rep's side of an audio connection; 0 for a typed line."""

    def gaps(self) -> Mapping[str, int]:
        """Blocks of 20 ms of sound that were missing so far, by the part that owed them; none in writing."""

    def rep_heard(self) -> RepHeard | None:
        """By which way so far; None where there is but one."""

    async def pick_up(self, *, ring_ms: int) -> None:
        """The phone is picked up."""

    async def type_text(self, text: str) -> None:
        """The rep types a turn."""

    async def hang_up(self, by: EndedBy, *, reason: str) -> None:
        """End the call; what was said until now is kept."""

    async def close(self) -> None:
        """Let go of everything; safe to call twice."""


class CallClock:
    """Milliseconds since pick-up on a monotonic clock, for lines that have no samples to count."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began_s: float | None = None

    def begin(self) -> None:
        """The phone is picked up."""
        self._began_s = self._clock.monotonic_s()

    def __call__(self) -> int:
        """Zero until pick-up."""
        return 0 if self._began_s is None else round((self._clock.monotonic_s() - self._began_s) * 1000)


class TypedLine:
    """A call in writing: each turn is answered at once.

    Args:
        session: the call itself.
        watcher: told of states.
        clock_ms: the call's clock, zero at pick-up.
    """

    def __init__(self, session: CallSession, *, watcher: LineWatcher, clock_ms: CallClock) -> None:
        self._session, self._watcher, self._clock_ms = session, watcher, clock_ms
        self._turn = asyncio.Lock()

    async def start(self) -> None:
        """Nothing to connect."""

    async def offer(self, sdp: str) -> str:
        """Raises: MediaFailed always."""
        del sdp
        raise MediaFailed("This is a typed call: there is no audio to connect.")

    def silent_for_s(self) -> float:
        """Typing takes the time it takes."""
        return 0.0

    def gaps(self) -> Mapping[str, int]:
        """None."""
        return {}

    def rep_heard(self) -> None:
        """Read, not heard."""

    async def pick_up(self, *, ring_ms: int) -> None:
        """The phone is picked up."""
        self._clock_ms.begin()
        move = await self._session.pick_up(ring_ms=ring_ms)
        if move is not None:
            await self._show(move)
        self._watcher.state_changed("listening")

    async def type_text(self, text: str) -> None:
        """One turn of the rep and the buyer's answer. Raises: CallOver, JournalFailed."""
        async with self._turn:
            self._watcher.state_changed("thinking")
            now_ms = self._clock_ms()
            said = RepSaid(text=text.strip(), start_ms=now_ms, end_ms=now_ms, channel="typed")
            move = await self._session.rep_said(said)
            await self._show(move)
        if move.hangs_up:
            await self.hang_up("buyer", reason="The buyer hung up.")
        else:
            self._watcher.state_changed("listening")

    async def hang_up(self, by: EndedBy, *, reason: str) -> None:
        """End the call."""
        await self._session.end(by, reason=reason)

    async def close(self) -> None:
        """Nothing to let go of."""

    async def _show(self, move: Move) -> None:
        text = await self._session.say(move).whole()
        now_ms = self._clock_ms()  # how long it was read is known when the rep goes on
        await self._session.buyer_heard(text, start_ms=now_ms, end_ms=now_ms, channel="typed")
