"""F10: the recogniser stalls or floods in the middle of a call: the turn closes, and the buyer asks again.

The spoken call is the real one, in virtual time.
"""

import pytest

from sparring.ports import Heard
from sparring.transcript import EventKind, Speaker
from tests.adapters.engine.test_spoken_call import GREETING, TEXTS, Stage, play, said

ANSWERED_WITHIN_MS = 8_000
STALLS_S = 60.0


def test_a_recogniser_that_stalls_is_answered_within_eight_seconds_and_the_turn_is_marked() -> None:
    """The rep is asked to say it again, and what is said next is understood."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        stage.recogniser.takes_s = STALLS_S
        end_ms = await stage.phone.say(said(1))
        await stage.until(lambda: stage.phone.buyer_spoke_after(end_ms))
        assert stage.phone.now_ms - end_ms <= ANSWERED_WITHIN_MS
        stage.recogniser.takes_s = 0.1
        await stage.until(lambda: stage.phone.buyer_silent_for_ms() > 300)
        turns = len(stage.shown.turns)
        await stage.phone.say(said(1))
        await stage.answered(turns + 2)
        transcript = await stage.session.transcript()
        assert EventKind.UNSURE_HEARING in [event.kind for event in transcript.events]
        assert transcript.turns[-2].text == TEXTS[1]

    play(scenario)


@pytest.mark.parametrize("words", [200, 20_000])
def test_a_recogniser_that_floods_is_a_turn_like_any_other(words: int) -> None:
    """A text far longer than the sound can hold neither ends the call nor holds it up."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        flood = Heard(" ".join(["well"] * words), confidence=0.9, unsure=False, words=(), decode_ms=1)
        stage.recogniser.hear = lambda _: flood  # type: ignore[method-assign, assignment]
        end_ms = await stage.phone.say(said(1))
        await stage.until(lambda: stage.phone.buyer_spoke_after(end_ms))
        assert stage.phone.now_ms - end_ms <= ANSWERED_WITHIN_MS
        assert stage.session.ending is None
        assert [turn.speaker for turn in stage.session.turns][:3] == [Speaker.REP, Speaker.BUYER, Speaker.REP]
        assert stage.session.turns[0].text == GREETING

    play(scenario)
