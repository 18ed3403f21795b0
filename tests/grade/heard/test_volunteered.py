"""What a caller tells unasked: whom the care is for, when it should begin, on which hours."""

import pytest

from sparring.grade.heard.volunteered import volunteered_in
from sparring.signals import Moment


def told(text: str, moment: Moment) -> list[str]:
    return [one.words for one in volunteered_in(text) if one.moment is moment]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("My mother Rosalind lives alone.", ["rosalind"]),
        ("Her name is Opal.", ["opal"]),
        ("She's eighty-four and stubborn.", ["eighty four"]),
        ("My dad is 91.", ["91"]),
        ("My mother lives alone.", []),
        ("My brother Kevin doesn't know I'm calling.", []),
        ("It's about my brother Kevin.", ["kevin"]),
    ],
)
def test_the_person_is_named_by_name_or_age(text: str, words: list[str]) -> None:
    """A relation alone names nobody."""
    assert told(text, Moment.PERSON_NAMED) == words


@pytest.mark.parametrize(
    ("text", "start", "hours"),
    [
        ("I need somebody from eight to noon, starting next week.", ["next week"], ["eight to noon"]),
        ("We'd want it to start on Monday, weekday mornings.", ["monday"], ["weekday mornings"]),
        ("I thought two afternoons a week.", [], ["two afternoons"]),
        ("He fell on Monday and was up three nights.", [], []),
        ("What does three mornings cost me?", [], ["three mornings"]),
        ("How much is it for two afternoons a week?", [], ["two afternoons a week"]),
    ],
)
def test_a_time_counts_where_care_is_wished_for(text: str, start: list[str], hours: list[str]) -> None:
    """When somebody fell is no start."""
    assert told(text, Moment.START_NAMED) == start
    assert told(text, Moment.HOURS_NAMED) == hours


def test_a_span_holds_the_words_as_they_were_said() -> None:
    """Offsets point into the turn."""
    text = "I'm looking for somebody on Weekends."
    (one,) = volunteered_in(text)
    assert text[one.start : one.end] == "Weekends"
