"""F13: the rep's network is gone for a while: the call waits for it, goes on where it was, or is closed after 20 s."""

import asyncio

import pytest

from sparring.adapters.agent_session.audio_io import UNHEARD_MS
from sparring.adapters.agent_session.spoken_line import SampleClock, SpokenLine
from sparring.call.active_call import ActiveCall
from sparring.call.active_calls import TICK_S
from sparring.call.lifecycle import CallLimits
from sparring.call.lifecycle import CallStage as Life
from sparring.call.replay import first_difference
from tests.adapters.agent_session.test_spoken_call import TEXTS, Stage, play, said
from tests.fakes.calls import Onlooker
from tests.virtual_time import VirtualClock

RESUMES_WITHIN_MS = 3_000


async def network_gone(stage: Stage, seconds: float) -> int:
    """The rep's packets stop coming; returns when they come again."""
    stage.phone.microphone_works = False
    await asyncio.sleep(seconds)
    stage.phone.microphone_works = True
    return stage.phone.now_ms


@pytest.mark.parametrize("seconds", [5, 15, 19])
def test_the_buyer_waits_out_an_outage_and_says_where_they_were(seconds: int) -> None:
    """Nothing is said into it, no patience is lost, and the last words come again within 3 s of the network."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        state, turns, last = stage.session.state, len(stage.shown.turns), stage.voice.spoken[-1][0]
        gone_ms = stage.phone.now_ms
        back_ms = await network_gone(stage, seconds)
        assert [at_ms for at_ms in stage.phone.buyer_spoke_ms if at_ms > gone_ms] == []
        await stage.until(lambda: stage.phone.buyer_spoke_after(back_ms), within_s=5)
        assert stage.phone.buyer_began_after(back_ms) <= RESUMES_WITHIN_MS
        assert stage.voice.spoken[-1][0] == last
        assert (stage.session.state, len(stage.shown.turns)) == (state, turns)
        await stage.phone.say(said(1))
        await stage.answered(turns + 2)
        transcript = await stage.session.transcript()
        assert first_difference(stage.session.persona, transcript) is None
        assert len(transcript.turns) == turns + 2

    play(scenario)


@pytest.mark.parametrize("seconds", [1.5, 2.5])
def test_an_outage_that_nobody_notices_is_not_spoken_of(seconds: float) -> None:
    """The page shows none before three seconds either."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        back_ms = await network_gone(stage, seconds)
        await asyncio.sleep(4)
        assert not stage.phone.buyer_spoke_after(back_ms)

    play(scenario)


def test_a_rep_who_speaks_first_after_an_outage_is_answered() -> None:
    """They are not talked over with what they know."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        last = stage.voice.spoken[-1][0]
        await network_gone(stage, 6)
        await stage.phone.say(said(1))
        await stage.answered(4)
        assert [text for text, *_ in stage.voice.spoken].count(last) == 1

    play(scenario)


def test_a_rep_who_muted_themselves_is_not_cut_off() -> None:
    """Their silence is their own: the buyer asks whether they are there."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        stage.call.input.muted = True
        gone_ms = stage.phone.now_ms
        await network_gone(stage, 12)
        assert stage.phone.buyer_spoke_after(gone_ms)
        assert stage.session.state.silences == 1

    play(scenario)


def test_an_outage_of_25_seconds_closes_the_call() -> None:
    """After 20, as incomplete and with a sentence, and everything said is kept."""

    async def scenario(stage: Stage) -> None:
        clock, line = VirtualClock(), PhoneLine(stage.call, SampleClock())
        call = ActiveCall(lambda _: (stage.session, line), clock, CallLimits())
        call.stage = Life.LIVE
        await call.attach(Onlooker())
        await stage.phone.say(said(0))
        await stage.answered(2)
        stage.phone.microphone_works, line.gone_s = False, clock.monotonic_s()
        while stage.session.ending is None:
            await call.tick()
            await asyncio.sleep(TICK_S)
        assert CallLimits().rejoin_s <= clock.monotonic_s() - line.gone_s <= CallLimits().rejoin_s + 1
        assert (stage.session.ending.by, stage.session.ending.complete) == ("connection_lost", False)
        assert "did not come back" in stage.session.ending.reason
        assert len((await stage.session.transcript()).turns) == 2

    play(scenario)


async def cut_off_in_the_middle(stage: Stage) -> int:
    """The network goes 0.6 s into an answer; returns when, on the phone's clock."""
    began_ms = await stage.phone.say(said(0))
    await stage.until(lambda: stage.phone.buyer_spoke_after(began_ms))
    await asyncio.sleep(0.6)
    stage.phone.microphone_works = False
    return stage.phone.now_ms


@pytest.mark.parametrize("seconds", [1.5, 5, 15])
def test_an_answer_waits_out_an_outage_in_its_middle(seconds: float) -> None:
    """Within a second nothing more is said; when the network is back the buyer goes on, and the turn is whole."""

    async def scenario(stage: Stage) -> None:
        gone_ms = await cut_off_in_the_middle(stage)
        await asyncio.sleep(seconds)
        assert all(at_ms <= gone_ms + 1_100 for at_ms in stage.phone.buyer_spoke_ms)
        stage.phone.microphone_works = True
        back_ms = stage.phone.now_ms
        await stage.until(lambda: stage.phone.buyer_spoke_after(back_ms), within_s=1)
        await stage.answered(2)
        await asyncio.sleep(5)
        opening = stage.session.persona.opening_line
        assert [turn.text for turn in stage.shown.turns.values()] == [TEXTS[0], opening]
        assert not stage.shown.turns[1].interrupted
        assert [text for text, *_ in stage.voice.spoken] == [opening]
        heard_ms = 20 * len(stage.phone.buyer_spoke_ms)
        once_ms = 200 * len(opening.split())
        assert once_ms < heard_ms <= once_ms + UNHEARD_MS

    play(scenario)


def test_what_is_said_into_an_outage_that_ends_the_call_was_not_heard() -> None:
    """The transcript ends where the network did, to a word."""

    async def scenario(stage: Stage) -> None:
        gone_ms = await cut_off_in_the_middle(stage)
        await asyncio.sleep(19)
        await stage.call.hang_up("connection_lost", reason="They did not come back.")
        heard_ms = sum(20 for at_ms in stage.phone.buyer_spoke_ms if at_ms <= gone_ms)
        turns = (await stage.session.transcript()).turns
        heard_words = turns[1].text.split() if len(turns) > 1 else []
        opening = stage.session.persona.opening_line.split()
        assert heard_words == opening[: len(heard_words)]
        assert len(heard_words) <= heard_ms / 200
        assert first_difference(stage.session.persona, await stage.session.transcript()) is None

    play(scenario)


def test_an_answer_that_is_ready_in_an_outage_is_not_begun() -> None:
    """A turn that the network cut off is answered once the rep is there to hear it."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        stage.phone.microphone_works = False
        gone_ms = stage.phone.now_ms
        await asyncio.sleep(6)
        assert not stage.phone.buyer_spoke_after(gone_ms + 1_100)
        stage.phone.microphone_works = True
        await stage.answered(2)
        assert stage.shown.turns[1].text == stage.session.persona.opening_line

    play(scenario)


class PhoneLine(SpokenLine):
    """Whose packets stop at `gone_s`."""

    gone_s: float | None = None

    async def start(self) -> None:
        """It stands."""

    async def offer(self, sdp: str) -> str:
        """Nobody asks."""
        raise NotImplementedError(sdp)

    def silent_for_s(self) -> float:
        """Since then."""
        return 0.0 if self.gone_s is None else VirtualClock().monotonic_s() - self.gone_s
