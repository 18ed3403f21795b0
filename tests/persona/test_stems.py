"""Words without their endings."""

import pytest

from sparring.persona import spoken_words, stem, stems


@pytest.mark.parametrize(
    ("word", "expected"), [("Falling", "fall"), ("nights", "night"), ("mother's", "mother"), ("used", "used")]
)
def test_the_commonest_endings_come_off(word: str, expected: str) -> None:
    """As long as four letters stay."""
    assert stem(word) == expected


def test_short_words_tell_nothing() -> None:
    """Only longer ones are compared."""
    assert stems("He fell at night, falling down") == {"fell", "night", "fall", "down"}


def test_text_is_read_as_it_is_heard() -> None:
    """Small words parted by single spaces, apostrophes kept."""
    assert spoken_words("What\u2019s it like -  at Home?") == "what's it like at home"
