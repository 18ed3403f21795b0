"""Asking for what stands in the way."""

import pytest

from sparring.call.mind.heard.worries_asked import asks_for_worries


@pytest.mark.parametrize(
    "core",
    [
        "what would worry you about that",
        "what worries you most about having somebody in",
        "is there anything that still makes you hesitate",
        "what would make you doubt that",
        "do you have any concerns about working with us",
        "what's holding you back",
    ],
)
def test_what_stands_in_the_way_is_asked_for(core: str) -> None:
    """Of the rep's idea, or of the rep."""
    assert asks_for_worries(core)


@pytest.mark.parametrize(
    "core",
    [
        "what worries you most about tomorrow",
        "what are you worried about",
        "who worries you",
        "what stops him at night",
    ],
)
def test_a_worry_of_the_case_is_another_question(core: str) -> None:
    """It is asked of the person who needs the care."""
    assert not asks_for_worries(core)
