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


def test_a_summary_with_something_wrong_in_it_is_put_right() -> None:
    """Whoever checks what they have heard hears the fact again, and no yes."""
    practice = opened("price_shopper", difficulty="easy")
    practice.speak("Who needs the care?")
    told = practice.speak("So she's eighty and lives with you, did I get that right?").text
    assert practice.kinds[0] is PartKind.PUT_RIGHT
    assert "seventy-nine" in told.lower()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("So that's at eight thirty, right?", PartKind.NUDGE),
        ("That's on Tuesdays, correct?", PartKind.NUDGE),
        ("Eight thirty, you said?", PartKind.NUDGE),
        ("So that's at four, right?", PartKind.PUT_RIGHT),
        ("On Thursdays, right?", PartKind.PUT_RIGHT),
        ("Nine o'clock, you said?", PartKind.PUT_RIGHT),
    ],
)
def test_an_hour_or_a_day_said_again_with_a_right_is_confirmed_or_put_right(line: str, kind: PartKind) -> None:
    """In a few words, of which the fact just told has all, or another one of the same kind."""
    practice = opened("discharge_planner", difficulty="easy")
    practice.speak("When do you huddle?")
    assert practice.state.rapport.told == ("huddle",)
    practice.speak(line)
    assert practice.kinds[0] is kind


def test_what_is_offered_is_not_taken_for_what_is_said_back() -> None:
    """A time for a visit contradicts no time that was told, nor does what would be so at the rep's agency."""
    practice = opened("discharge_planner", difficulty="easy")
    practice.speak("When do you huddle?")
    for line in ("Does Thursday at nine work for you?", "Then we come on Thursdays and you're at ease with us."):
        practice.speak(line)
        assert PartKind.PUT_RIGHT not in practice.kinds


def test_a_question_behind_a_thing_that_was_said_back_is_a_question() -> None:
    """The thing alone was said."""
    practice = opened("home_health_nurse", difficulty="easy")
    practice.speak("Which of your patients worries you most?")
    practice.speak("The stairs, does she have anybody there with her?")
    assert all(part.ref != "said_so" for part in practice.state.last)
