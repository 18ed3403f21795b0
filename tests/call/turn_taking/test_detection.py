"""How readily a voice counts, and interrupts: one row for every persona and type of call."""

from itertools import pairwise, product
from typing import get_args

import pytest

from sparring.call.turn_taking.detection import DETECTION, CallType, Sensitivity

KINDS, STEPS = get_args(CallType), get_args(Sensitivity)


def test_every_persona_on_every_call_has_a_row() -> None:
    """With figures that a service takes."""
    assert set(DETECTION) == set(product(KINDS, STEPS))
    for row in DETECTION.values():
        assert 0 < row.threshold < 1
        assert row.prefix_padding_ms >= 300


@pytest.mark.parametrize("kind", KINDS)
def test_who_is_more_sensitive_takes_the_turn_and_gives_way_sooner(kind: CallType) -> None:
    """From low to high every figure that tells falls."""
    for low, high in pairwise(DETECTION[kind, step] for step in STEPS):
        assert low.threshold > high.threshold
        assert low.silence_ms > high.silence_ms
        assert low.interrupt_after_ms > high.interrupt_after_ms


@pytest.mark.parametrize("step", STEPS)
def test_a_call_outside_asks_for_more_of_a_voice(step: Sensitivity) -> None:
    """There is more noise around the rep."""
    inside, outside = DETECTION["inside", step], DETECTION["outside", step]
    assert outside.threshold > inside.threshold
    assert outside.interrupt_after_ms > inside.interrupt_after_ms
