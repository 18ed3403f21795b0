"""A rep who was misunderstood says so, and is not answered with the same again."""

import pytest

from sparring.call.mind.decision import PartKind
from sparring.call.mind.heard.repairs import puts_right
from tests.fakes.reps import practise


@pytest.mark.parametrize(
    "text",
    [
        "no i meant the house",
        "i asked what she needs",
        "no how often",
        "sorry my question was who pays",
        "not him i meant her",
    ],
)
def test_what_was_meant_is_put_right(text: str) -> None:
    """In whatever words."""
    assert puts_right(text)


@pytest.mark.parametrize("text", ["no problem", "i see", "how often", "no needles no wounds", "i'd ask that too"])
def test_other_words_put_nothing_right(text: str) -> None:
    """A "no" alone does not."""
    assert not puts_right(text)


def test_what_was_told_last_is_not_told_again() -> None:
    """Nor is the rep told that they have asked that before."""
    practice = practise("price_shopper")
    practice.speak("Willow Lane, this is Dave.")
    practice.speak("Who is it for?")
    told = {part.ref for part in practice.state.last if part.kind is PartKind.TELL}
    practice.speak("No, I meant who is it for?")
    assert told
    assert not told & {part.ref for part in practice.state.last}
    assert PartKind.NOTICE not in {part.kind for part in practice.state.last}
