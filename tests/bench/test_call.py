"""The bench of a whole call: whose time is whose, and when a target is missed."""

import numpy as np
import pytest
from bench.call import (
    LINES,
    Stalls,
    after_interruptions,
    after_the_turn,
    figures,
    first_loud_block,
    holds,
    our_share_ms,
)
from bench.support.spread import spread_of

from sparring.adapters import loop_watch
from sparring.transcript import Speaker, Turn, TurnLatency

STAGES = {"endpointing_ms": 180, "hearing_ms": 40, "mind_ms": 6, "voice_ms": 60, "handover_ms": 5}


def a_turn(**latency: int) -> Turn:
    return Turn(
        index=1,
        speaker=Speaker.BUYER,
        text="Yes.",
        start_ms=0,
        end_ms=500,
        channel="voice",
        latency=TurnLatency.model_validate(latency),
    )


def test_our_share_is_the_mind_and_the_hand_overs() -> None:
    """11 of 300 ms; waiting for the transport's next slot is not ours."""
    assert our_share_ms(TurnLatency.model_validate({**STAGES, "server_ms": 300})) == 11


@pytest.mark.parametrize("missing", ["mind_ms", "handover_ms"])
def test_a_share_of_unknown_stages_is_unknown(missing: str) -> None:
    """It is left out and not guessed."""
    known = {stage: ms for stage, ms in STAGES.items() if stage != missing}
    assert our_share_ms(TurnLatency.model_validate({**known, "server_ms": 292})) is None


def test_a_call_misses_its_targets_by_share_barge_in_or_stall() -> None:
    """Each alone is enough."""
    found = figures([a_turn(**STAGES, server_ms=290)], [400.0], [])
    assert (found["answers"], found["our_share_ms"].p95, found["barge_in_to_silence_ms"].p50) == (1, 11, 400)
    assert holds(found)
    assert not holds(found | {"our_share_ms": spread_of([20.0])})
    assert not holds(found | {"barge_in_to_silence_ms": spread_of([451.0])})
    assert not holds(found | {"loop_stalls_over_50_ms": 1})
    assert not holds(figures([], [], []))


def test_the_rep_is_heard_from_the_first_loud_block() -> None:
    """Two blocks of quiet come before it."""
    loud = np.full(960, 3_000, np.int16)
    assert first_loud_block(bytes(4 * 960) + loud.tobytes()) == 2
    assert first_loud_block(b"") == first_loud_block(bytes(4 * 960)) == 0


def test_stalls_are_kept_with_their_places() -> None:
    """As the watchdog logs them."""
    stalls = Stalls()
    loop_watch.log.addHandler(stalls)
    try:
        loop_watch.log.warning("event loop held for over %d ms at %s", 50, "call/session.py:1")
    finally:
        loop_watch.log.removeHandler(stalls)
    assert stalls.places == ["event loop held for over 50 ms at call/session.py:1"]


def test_there_are_lines_for_twenty_turns() -> None:
    """None is said twice."""
    assert len(set(LINES)) >= 20


def test_the_answer_to_a_barge_in_is_told_apart() -> None:
    """It is the one that follows an answer that was cut; its time counts from the close of the turn."""
    cut, next_answer, later = (a_turn(**STAGES, server_ms=ms) for ms in (300, 310, 320))
    spoken = [cut.model_copy(update={"interrupted": True}), next_answer, later]
    assert after_interruptions(spoken) == [next_answer]
    found = after_the_turn(after_interruptions(spoken))
    assert found is not None
    assert found.p50 == 130
    assert after_the_turn([]) is None
