"""Times of day, dates and years."""

import pytest

from sparring.adapters.voice.text_normalisation.normalise import normalise
from sparring.adapters.voice.text_normalisation.times import clock


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("at 4:30?", "at four thirty?"),
        ("at 10:05", "at ten oh five"),
        ("at 4:00", "at four o'clock"),
        ("9 a.m. Tuesday", "nine A.M Tuesday"),
        ("at 9 a.m. She left", "at nine A.M. She left"),
        ("at 9 a.m., or later", "at nine A.M, or later"),
        ("9am", "nine A.M"),
        ("4:30PM", "four thirty P.M"),
        ("at 12:00 p.m.", "at twelve P.M."),
        ("9 a.m.-5 p.m.", "nine A.M to five P.M."),
        ("4:30-5:30 pm", "four thirty to five thirty P.M"),
        ("9-5", "nine to five"),
        ("25:99", "twenty-five:ninety-nine"),
        ("March 3rd", "March third"),
        ("March 3", "March third"),
        ("March 3-5", "March third to fifth"),
        ("Mar. 3, 2024", "March third, twenty twenty-four"),
        ("Sept 9", "September ninth"),
        ("3/15", "March fifteenth"),
        ("3/15/24", "March fifteenth, twenty twenty-four"),
        ("3/15/1948", "March fifteenth, nineteen forty-eight"),
        ("in 1948", "in nineteen forty-eight"),
        ("from 1998 to 2003", "from nineteen ninety-eight to two thousand three"),
        ("1998-2003", "nineteen ninety-eight to two thousand three"),
        ("the 1940s", "the nineteen forties"),
        ("in her 80s", "in her eighties"),
        ("the '60s", "the sixties"),
        ("Fri. at 2", "Friday at two"),
    ],
)
def test_times(written: str, said: str) -> None:
    """Each shape of a time has its words; a full stop of p.m. stays where it ends the sentence."""
    assert normalise(written) == said


def test_a_full_hour_has_its_word() -> None:
    """Without a half of the day it is an o'clock."""
    assert clock(7, 0) == "seven o'clock"
