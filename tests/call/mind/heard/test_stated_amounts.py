"""Numbers with what they count."""

import pytest

from sparring.call.mind.heard.stated_amounts import amounts_in, differ


def test_a_number_is_read_with_what_it_counts() -> None:
    """Tens with their ones, hundreds, a range on both its ends, and how often."""
    assert amounts_in("about twenty five pills").counted == {"pill": {25}}
    assert amounts_in("six hundred dollars a week").counted == {"dollar/week": {600}}
    assert amounts_in("twice a week").counted == {"time/week": {2}}
    assert amounts_in("six to eight weeks").spans_days == {42, 56}
    assert amounts_in("four other agencies").counted == {"agenci": {4}}
    assert amounts_in("a week ago").spans_days == {7}


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("at four", {4}),
        ("tomorrow around noon", {12}),
        ("every tuesday eight thirty", {8}),
        ("from seven o'clock on", {7}),
        ("at four doors", set()),
        ("at twenty", set()),
        ("by two weeks", set()),
    ],
)
def test_an_hour_of_a_clock_is_no_number_of_things(words: str, hours: set[int]) -> None:
    """It stands behind "at" or before "o'clock", and nothing is counted by it."""
    assert amounts_in(words).hours == hours


@pytest.mark.parametrize(
    ("said", "told", "other"),
    [
        ("forty hours a week", "twenty hours a week", True),
        ("forty hours a week", "twenty pills", False),
        ("sixty", "fifty eight patients", False),
        ("ninety", "fifty eight patients", True),
        ("two months ago", "a week ago", True),
        ("eight days ago", "a week ago", False),
        ("at nine", "at eight thirty", True),
        ("at nine", "nine patients at eight", False),
    ],
)
def test_only_another_number_of_the_same_thing_differs(said: str, told: str, *, other: bool) -> None:
    """A number that comes near enough is the same one said more roundly."""
    assert differ(amounts_in(said), amounts_in(told)) is other
