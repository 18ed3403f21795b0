"""A4: a grader claims words that nobody said, or that another person said. No point rests on them."""

import json

import pytest

from sparring.grade.evidence import verify
from sparring.transcript import Speaker
from tests.fakes.golden_calls import golden_call

EXCELLENT = golden_call("inside", "excellent")


@pytest.mark.parametrize(
    "quote",
    [
        "I understand how difficult this must be for your whole family",
        "Our caregivers are never late and never ill",
        "Would next Monday at nine or Tuesday at four work better?",
        "Our rates run from twenty to twenty two dollars an hour",
        "If a caregiver is ill, we do not call you before the shift",
        "That sounds wonderful, and I'm glad you called",
    ],
)
def test_an_invented_quote_is_no_evidence(quote: str) -> None:
    """Close to what was said is not what was said."""
    assert all(verify(EXCELLENT, turn=turn.index, quote=quote) is None for turn in EXCELLENT.turns)


def test_a_borrowed_quote_is_no_evidence() -> None:
    """The words of another call, or of the buyer, are not the rep's on this one."""
    excellent, charming = EXCELLENT, golden_call("inside", "charming")
    for turn in charming.turns:
        if turn.speaker is Speaker.REP and len(turn.text.split()) > 8:
            assert verify(excellent, turn=turn.index, quote=turn.text) is None
    for turn in excellent.turns:
        if turn.speaker is Speaker.BUYER and len(turn.text.split()) > 4:
            assert verify(excellent, turn=turn.index, quote=turn.text) is None


def test_every_true_quote_is_found_in_its_turn() -> None:
    """Whole turns quoted as they are lose nothing."""
    excellent = EXCELLENT
    for turn in excellent.turns:
        if turn.speaker is Speaker.REP:
            found = verify(excellent, turn=turn.index, quote=turn.text)
            assert found
            assert (found.turn, found.repaired) == (turn.index, False)


def test_the_calibration_calls_hold_no_quotes_to_borrow() -> None:
    """The fakes above are fakes: none of them stands in the file."""
    text = json.dumps([turn.text for turn in EXCELLENT.turns])
    assert "Our caregivers are never late" not in text
