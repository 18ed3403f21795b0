"""What is said back to the buyer, and whether they say that it is right."""

import pytest

from sparring.call.mind.decision import PartKind
from tests.fakes.reps import opened


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("So on weekends nobody goes unless there's an order. Is that about it?", True),
        ("so weekends nobody goes, is that right", True),
        ("so nobody goes on weekends did i get that right", True),
        ("Correct me if I'm wrong, but nobody goes on weekends, right?", True),
        ("Have I missed anything?", False),
        ("So you come by on weekends with two of your friends, is that about it?", False),
    ],
)
def test_what_the_buyer_has_said_is_right_when_it_is_said_back(line: str, *, right: bool) -> None:
    """A yes is what is asked for, and no fact; what they have not said stays a question."""
    practice = opened("home_health_nurse")
    practice.speak("What happens on weekends?")
    practice.speak(line)
    assert (practice.kinds[0] is PartKind.NUDGE) is right


def test_a_summary_of_a_moment_ago_may_be_asked_about_by_itself() -> None:
    """As in "did I get that right?", after a pause."""
    practice = opened("home_health_nurse")
    practice.speak("What happens on weekends?")
    practice.speak("So nobody goes on weekends.")
    practice.speak("Did I get that right?")
    assert practice.state.last[0].ref == "said_so"
