"""What a rep asks for to find the buyer again."""

import pytest

from sparring.call.mind.heard.sentences import spoken
from sparring.call.mind.heard.ways_to_reach import asked_ways, asks_number, asks_way
from sparring.persona import find_persona
from sparring.speech_acts import Topic, stops
from tests.fakes.reps import opened

SON = find_persona("long_distance_son")


@pytest.mark.parametrize(
    ("line", "texts", "number"),
    [
        ("what's her address, and your best cell?", ["what is the address"], True),
        ("And your cell, Daniel?", [], True),
        ("What's a good cell for you?", [], True),
        ("What's the address, and what number can I reach you at?", ["what is the address"], True),
        ("What's the address with the house number?", ["what is the address"], False),
        ("Could you please provide the house number and a telephone number?", ["what is the address"], True),
        ("What's your email?", ["what is your email"], False),
        ("Please, the address of Rosa, and your telephone number?", ["what is the address"], True),
        ("I'll send you an email with our address.", [], False),
    ],
)
def test_each_way_that_is_asked_for_is_heard(line: str, texts: list[str], *, number: bool) -> None:
    """With and without a question word."""
    said = spoken(line, stops(line))
    assert [one.text for one in asked_ways(SON, said)] == texts
    assert asks_number(said) is number


def test_an_address_is_a_place_and_an_email_is_none() -> None:
    """So that the right fact is found."""
    said = spoken("What's the address, and your email?", ())
    assert [one.topic for one in asked_ways(SON, said)] == [Topic.LOCATION, None]


def test_two_ways_get_two_answers_and_one_gets_one() -> None:
    """A number beside an address, and no number to whoever asks for an e-mail."""
    practice = opened("long_distance_son", difficulty="easy")
    practice.speak("What's her address, and your best cell?")
    assert [part.ref for part in practice.state.last] == ["", "address_flat"]
    practice.speak("And your email?")
    assert [part.ref for part in practice.state.last] == ["email"]


def test_a_question_after_anything_else_is_none() -> None:
    """A house is no way to reach anybody."""
    assert not asks_way("what is the house like")
