"""Promises that are taken back in the same breath are none."""

import pytest

from sparring.speech_acts import ActKind, recognise


def _kinds(text: str) -> set[ActKind]:
    return {act.kind for act in recognise(text)}


@pytest.mark.parametrize(
    "text",
    [
        "We guarantee we can start the same day, no, hold on, I take that back.",
        "We guarantee she will never fall again. Scratch that, I can't promise that.",
        "i guarantee medicare will pay for it no wait let me correct that",
    ],
)
def test_a_promise_taken_back_is_none(text: str) -> None:
    """Whoever corrects himself before it was answered has crossed no line."""
    assert ActKind.PROMISES_OUTCOME not in _kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "I can't promise that. But I guarantee Medicare will pay for it.",
        "I guarantee Medicare will pay for it. You can count on me. I take that back.",
        "I take that back, and I guarantee Medicare will pay for it.",
    ],
)
def test_a_promise_that_still_stands_is_one(text: str) -> None:
    """Words before it, or after something else was said, take nothing back."""
    assert ActKind.PROMISES_OUTCOME in _kinds(text)


def test_a_gift_cannot_be_taken_back() -> None:
    """Some lines are crossed by being said."""
    text = "We give a gift card for every referral, I take that back."
    assert ActKind.OFFERS_VALUE_FOR_REFERRALS in _kinds(text)
