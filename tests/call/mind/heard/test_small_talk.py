"""Manners and what is meant."""

import pytest

from sparring.call.mind.decision import PartKind
from sparring.call.mind.heard.small_talk import is_small_talk, says_hello, small_talks
from tests.fakes.reps import opened


@pytest.mark.parametrize(
    "sentence", ["how are you today", "how's your week been", "how've you been", "how was your summer", "how ya doing"]
)
def test_manners_are_small_talk(sentence: str) -> None:
    """One answers them with manners."""
    assert is_small_talk(sentence)


@pytest.mark.parametrize(
    "sentence", ["how are you holding up", "how have you been sleeping", "how are you set for money", "who is there"]
)
def test_what_is_meant_is_none(sentence: str) -> None:
    """One answers it with how things are."""
    assert not is_small_talk(sentence)


def test_small_talk_is_found_beside_other_things() -> None:
    """A sentence that goes on is not small talk as a whole."""
    assert small_talks("hi this is dana how are you today i wanted to ask about friday")
    assert not is_small_talk("how are you today i wanted to ask about friday and the weekend")


def test_a_caller_who_says_whats_up_says_hello() -> None:
    """And wants no report."""
    assert says_hello("yo theresa what's up")
    assert not says_hello("what is coming up")


@pytest.mark.parametrize("sentence", ["how's your thursday going", "how was the long weekend", "how's your day been"])
def test_a_day_of_yours_is_asked_after_out_of_manners(sentence: str) -> None:
    """Whatever the day is called."""
    assert is_small_talk(sentence)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Anyone would carry that, and it was not your fault.", PartKind.NUDGE),
        ("sorry you got the runaround", PartKind.NUDGE),
        ("You got the runaround?", PartKind.UNKNOWN),
    ],
)
def test_a_kind_word_is_taken_in_and_not_answered(line: str, kind: PartKind) -> None:
    """Whatever form of a question it has."""
    practice = opened("daughter_discharge", difficulty="easy")
    practice.speak("Who is the care for?")
    practice.speak(line)
    assert practice.kinds[0] is kind
