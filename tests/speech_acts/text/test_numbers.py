"""What a word of a number is worth."""

from sparring.speech_acts.text.numbers import DIGITS, NUMBERS, TENS, UNITS


def test_every_word_has_its_value() -> None:
    """Nothing to nineteen one by one, then by tens; the ones left out are said as two words."""
    assert sorted(NUMBERS.values()) == [*range(20), *range(20, 100, 10)]
    assert (NUMBERS["zero"], NUMBERS["twelve"], NUMBERS["nineteen"], NUMBERS["ninety"]) == (0, 12, 19, 90)
    assert not UNITS.keys() & TENS.keys()
    assert [NUMBERS[word] for word in DIGITS] == list(range(10))
