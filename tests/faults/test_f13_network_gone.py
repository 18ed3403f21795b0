"""F13: the network is gone for 5, 15 and 25 s: the same call goes on, or it ends with what was said.

The spoken call is the real one on a desk, in virtual time; the room's way back is in `tests/e2e/test_rooms.py`.
"""

import asyncio

import pytest

from sparring.call.desk import ActiveCall, DeskLimits
from sparring.call.life import Step
from sparring.transcript import EventKind
from tests.adapters.engine.test_spoken_call import TEXTS, Stage, play, said
from tests.fakes.calls import Onlooker
from tests.virtual_time import VirtualClock

RESUMED_WITHIN_MS = 3_000
GRACE_S = DeskLimits().rejoin_s


class _Line:
    """As a transport's, over the stage's phone."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._lost_s = stage, 0.0

    def lose(self) -> None:
        """Nothing travels either way."""
        self._lost_s, self._stage.phone.microphone_works = VirtualClock().monotonic_s(), False

    def silent_for_s(self) -> float:
        """How long nothing has come."""
        return 0.0 if self._stage.phone.microphone_works else VirtualClock().monotonic_s() - self._lost_s

    def __getattr__(self, name: str) -> object:
        return getattr(self._stage.call, name)


async def on_a_desk(stage: Stage) -> tuple[ActiveCall, _Line, Onlooker, "asyncio.Task[None]"]:
    """The call with its page, ticked."""
    line, page = _Line(stage), Onlooker()
    call = ActiveCall(lambda _: (stage.session, line), VirtualClock(), DeskLimits())  # type: ignore[arg-type]
    await call.attach(page)
    call.ring()
    call._advance(Step.PICKED_UP)

    async def tick() -> None:
        while stage.session.ending is None:
            await call.tick()
            await asyncio.sleep(0.2)

    return call, line, page, asyncio.create_task(tick())


@pytest.mark.parametrize("gone_s", [5.0, 15.0])
def test_a_network_that_comes_back_in_time_resumes_the_same_call(gone_s: float) -> None:
    """What was cut off is kept, and the next question is answered within three seconds of the return."""

    async def scenario(stage: Stage) -> None:
        call, line, page, ticking = await on_a_desk(stage)
        await stage.phone.say(said(0))
        await stage.answered(2)
        line.lose()
        call.detach(page, why="connection_timeout")
        await asyncio.sleep(gone_s)
        stage.phone.microphone_works = True
        await call.attach(Onlooker())
        back_ms = await stage.phone.say(said(1))
        await stage.until(lambda: stage.phone.buyer_spoke_after(back_ms))
        assert stage.phone.now_ms - back_ms <= RESUMED_WITHIN_MS
        transcript = await stage.session.transcript()
        assert TEXTS[1] in [turn.text for turn in transcript.turns]
        back = next(event for event in transcript.events if event.kind is EventKind.RECONNECTED)
        assert back.duration_ms == pytest.approx(1000 * gone_s, abs=300)
        assert back.ref == "connection_timeout"
        ticking.cancel()
        await asyncio.gather(ticking, return_exceptions=True)

    play(scenario)


@pytest.mark.parametrize("page_too", [True, False])
def test_a_network_that_stays_away_ends_the_call_with_what_was_said(*, page_too: bool) -> None:
    """After the grace, whether the page is gone or only the sound; not whole, and why is written down."""

    async def scenario(stage: Stage) -> None:
        call, line, page, ticking = await on_a_desk(stage)
        await stage.phone.say(said(0))
        await stage.answered(2)
        line.lose()
        if page_too:
            call.detach(page, why="connection_timeout")
        await asyncio.sleep(GRACE_S + 5)
        await ticking
        ending = stage.session.ending
        assert ending is not None
        assert (ending.by, ending.complete) == ("connection_lost", False)
        assert ("connection timeout" in ending.reason) == page_too
        assert len(stage.session.turns) >= 2

    play(scenario)
