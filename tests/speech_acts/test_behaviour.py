"""What a whole turn mainly does, how pushy it is and how much it takes up."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.speech_acts.behaviour import behaviour, orders, pushiness, uptake

SAID = ("I've been looking after her alone and I can't sleep any more.",)


@pytest.mark.parametrize(
    ("text", "mainly"),
    [
        ("What would help you the most right now?", "question"),
        ("what would help you the most right now", "question"),
        ("So you've been doing this alone and you're worn out.", "reflection"),
        ("There are medications and patches we can give that help people quit smoking.", "advice"),
        ("Mm-hmm.", "other"),
    ],
)
def test_the_likeliest_behaviour_is_what_the_turn_mainly_does(text: str, mainly: str) -> None:
    """Marks or not."""
    found = behaviour(text, SAID)
    values = {name: getattr(found, name) for name in ("question", "reflection", "advice", "other")}
    assert max(values, key=lambda name: values[name]) == mainly
    assert math.isclose(sum(values.values()), 1.0)


def test_silence_does_something_else() -> None:
    """A turn without words neither asks nor reflects."""
    assert behaviour("").other == 1.0


def test_telling_people_what_to_do_is_pushier_than_asking() -> None:
    """The mean over a call marks poor calls."""
    assert orders("you have to sign today")
    assert not orders("what would you like to do")
    assert pushiness("You should stop that. You need to listen to me.", SAID) > 0.5
    assert pushiness("What would you like to do?", SAID) < 0.2


def test_saying_back_takes_up_more_than_moving_on() -> None:
    """On the scale of the rated exchanges, 0-1."""
    said = "She forgets the stove and then she wanders off at night."
    assert uptake("So she forgets the stove and wanders off, what have you tried?", said) > 0.6
    assert uptake("Okay.", said) < 0.4


@given(st.text(max_size=200), st.text(max_size=200))
def test_values_stay_between_zero_and_one(text: str, before: str) -> None:
    """Whatever is said."""
    assert 0.0 <= pushiness(text, (before,)) <= 1.0
    assert 0.0 <= uptake(text, before) <= 1.0
