"""How it was said."""

from sparring.grade.coaching.delivery import delivery
from sparring.grade.heard.testimony import hear
from tests.fakes.scripted import Call, with_turns

LONG = " ".join(["word"] * 30)
SCRIPT = f"""
    R: What happened? And is he, um, alone?
    B: He fell.
    R: {LONG}
    B: Yes.
    R: Okay.
"""


def test_a_spoken_call_has_times() -> None:
    """Four hundred milliseconds a word are 150 words a minute, and the rep waited half a second each time."""
    found = delivery(Call(SCRIPT, channel="voice").hearing())
    assert found.pace_wpm == 150.0
    assert found.patience_ms == 500
    assert found.longest_monologue_s == 15.2
    assert found.talk_share == round(38 / 41, 3)


def test_a_typed_call_has_none() -> None:
    """Nobody types at a pace of speech."""
    found = delivery(Call(SCRIPT).hearing())
    assert (found.pace_wpm, found.patience_ms, found.longest_monologue_s) == (None, None, None)
    assert found.talk_share == round(38 / 41, 3)


def test_questions_are_counted_and_the_open_ones_apart() -> None:
    """One open question and one closed one."""
    found = delivery(Call(SCRIPT).hearing())
    assert (found.questions, found.open_questions) == (2, 1)


def test_fillers_are_counted_where_there_are_any() -> None:
    """One in thirty-eight words; none at all says nothing, for recognisers drop them."""
    assert delivery(Call(SCRIPT).hearing()).fillers_per_100_words == round(100 / 38, 2)
    assert delivery(Call(SCRIPT.replace(", um,", "")).hearing()).fillers_per_100_words is None


def test_cutting_the_buyer_off_is_an_interruption() -> None:
    """A buyer turn that was broken off and followed by the rep is one."""
    call = Call(SCRIPT, channel="voice").transcript()
    cut = [turn.model_copy(update={"interrupted": turn.index == 1}) for turn in call.turns]
    assert delivery(hear(call)).interruptions == 0
    assert delivery(hear(with_turns(call, cut))).interruptions == 1
