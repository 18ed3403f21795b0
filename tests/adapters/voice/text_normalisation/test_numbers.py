"""Numbers as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.adapters.voice.text_normalisation.numbers import (
    cardinal,
    decimal,
    digits,
    in_pairs,
    letter_name,
    ordinal,
    plural,
    year,
)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (20, "twenty"),
        (84, "eighty-four"),
        (100, "one hundred"),
        (1_200, "one thousand two hundred"),
        (2_000_015, "two million fifteen"),
        (10**15, "one" + " zero" * 15),
    ],
)
def test_cardinals(number: int, said: str) -> None:
    """American English leaves out the "and"; what is larger than a name is read digit by digit."""
    assert cardinal(number) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "first"), (2, "second"), (3, "third"), (5, "fifth"), (12, "twelfth"), (20, "twentieth"), (21, "twenty-first"),
     (30, "thirtieth"), (100, "one hundredth"), (111, "one hundred eleventh")],
)  # fmt: skip
def test_ordinals(number: int, said: str) -> None:
    """Only the last word changes."""
    assert ordinal(number) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(1948, "nineteen forty-eight"), (1905, "nineteen oh five"), (1900, "nineteen hundred"), (2000, "two thousand"),
     (2005, "two thousand five"), (2010, "twenty ten"), (2024, "twenty twenty-four")],
)  # fmt: skip
def test_years(number: int, said: str) -> None:
    """In pairs, except for the first years of this century."""
    assert year(number) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("1420", "fourteen twenty"), ("305", "three oh five"), ("300", "three hundred"), ("12", "twelve"),
     ("1400", "fourteen hundred"), ("2000", "two thousand"), ("52404", "five two four zero four"),
     ("07", "zero seven")],
)  # fmt: skip
def test_house_numbers(text: str, said: str) -> None:
    """In pairs, long ones digit by digit."""
    assert in_pairs(text) == said


def test_decimals_and_digits() -> None:
    """Commas group, a point is said."""
    assert decimal("12,345.67") == "twelve thousand three hundred forty-five point six seven"
    assert decimal(".5") == "point five"
    assert digits("867-5309") == "eight six seven five three zero nine"


def test_letters_and_plurals() -> None:
    """A lone A is not the article."""
    assert (letter_name("a"), letter_name("b")) == ("eh", "B")
    assert (plural("forty"), plural("nineteen hundred")) == ("forties", "nineteen hundreds")


@given(st.integers(min_value=0, max_value=10**16))
def test_every_number_has_words(number: int) -> None:
    """Only letters, hyphens and single spaces."""
    assert all(word.isalpha() for word in cardinal(number).replace("-", " ").split(" "))
    assert ordinal(number) != cardinal(number)
