"""Money, shares and counts."""

import pytest

from sparring.adapters.voice.text_normalisation.amounts import dollars
from sparring.adapters.voice.text_normalisation.normalise import normalise


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("$28.50", "twenty-eight dollars and fifty cents"),
        ("$1", "one dollar"),
        ("$0.50", "fifty cents"),
        ("$1.01", "one dollar and one cent"),
        ("$0", "zero dollars"),
        ("$1,200", "one thousand two hundred dollars"),
        ("$5k", "five thousand dollars"),
        ("$1.5 million", "one point five million dollars"),
        ("$25-$30", "twenty-five to thirty dollars"),
        ("$25\u201330", "twenty-five to thirty dollars"),
        ("$28.50 to $34", "twenty-eight dollars and fifty cents to thirty-four dollars"),
        ("$100K-$200K", "one hundred to two hundred thousand dollars"),
        ("$34/hr", "thirty-four dollars an hour"),
        ("$150/day", "one hundred fifty dollars a day"),
        ("15%", "fifteen percent"),
        ("10-15%", "ten to fifteen percent"),
        ("7.5%", "seven point five percent"),
        ("3-4 hours", "three to four hours"),
        ("84-year-old", "eighty-four-year-old"),
        ("a 4-hour minimum", "a four-hour minimum"),
        ("1/2", "one half"),
        ("1 1/2 hours", "one and a half hours"),
        ("3/4", "three quarters"),
        ("2\u00bd hours", "two and a half hours"),
        ("21st", "twenty-first"),
        ("401(k)", "four oh one K"),
        ("401k", "four oh one K"),
        ("24/7", "twenty-four seven"),
        ("50/50", "fifty-fifty"),
        ("911", "nine one one"),
        ("9-11 a.m", "nine to eleven A.M"),
        ("4A or 6b", "four eh or six B"),
        ("007", "zero zero seven"),
        ("1234567890123", "one two three four five six seven eight nine zero one two three"),
        ("B12", "B twelve"),
        ("13/45", "thirteen slash forty-five"),
    ],
)
def test_amounts(written: str, said: str) -> None:
    """Each shape of an amount has its words."""
    assert normalise(written) == said


def test_odd_cents_are_read_as_a_decimal() -> None:
    """Three places after the point are no cents."""
    assert dollars("28.505") == "twenty-eight point five zero five dollars"
