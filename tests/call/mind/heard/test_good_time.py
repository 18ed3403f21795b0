"""Whether now is a good moment."""

import pytest

from sparring.call.mind.heard.good_time import asks_for_a_moment, asks_for_minutes
from tests.fakes.reps import practise


@pytest.mark.parametrize(
    "words",
    [
        "have i caught you okay",
        "should i be quick",
        "do you want me to call back when you're parked",
        "is now still okay",
        "okay to talk while you drive",
        "are you busy",
        "am i bugging you",
        "i hope i'm not interrupting a tour",
    ],
)
def test_a_good_moment_is_asked_for_in_many_ways(words: str) -> None:
    """Nothing else is asked by it."""
    assert asks_for_a_moment(words)


@pytest.mark.parametrize(
    "words",
    [
        "how much time does he need",
        "is it a good place",
        "i'll call you back on friday",
        "is there a good time to call you back",
        "is there a better time to call",
    ],
)
def test_time_for_something_else_is_none(words: str) -> None:
    """Words of time alone ask for no moment."""
    assert not asks_for_a_moment(words)


def test_a_stated_short_time_is_asked_for() -> None:
    """Minutes are wanted of the one who is called."""
    assert asks_for_minutes("could you spare five minutes")
    assert asks_for_minutes("do you have three or four minutes")
    assert asks_for_minutes("i'd like three minutes and then i'm gone")
    assert asks_for_minutes("i have three minutes of questions")
    assert not asks_for_minutes("it takes him five minutes")
    assert not asks_for_minutes("i'd like ten minutes on thursday at nine")


@pytest.mark.parametrize(
    "line", ["Want me to call back when you're parked?", "Sounds like you're driving, should I be quick?"]
)
def test_a_rep_who_offers_to_wait_is_told_to_go_on(line: str) -> None:
    """The offer is answered, and nothing about the car is told for having been named in it."""
    practice = practise("home_health_nurse")
    practice.speak(line)
    assert [kind.value for kind in practice.kinds] == ["give_time"]


def test_a_dumb_time_is_a_time() -> None:
    """Whatever it is called."""
    assert asks_for_a_moment("so you tell me is this a dumb time")
