"""The word error rate counts hearing errors and forgives spelling."""

import pytest
from tools.voice_lab.word_errors import count_errors


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("My direct number is five five five, zero one four two.", "my direct number is 555-0142"),
        ("six three zero, five five five, zero one seven eight", "(630) 555-0178"),
        ("thirty-four dollars an hour", "$34 an hour"),
        ("four hundred and eight dollars", "$408"),
        ("one thousand two hundred", "1,200"),
        ("a hundred", "100"),
        ("Tuesday at two o'clock", "Tuesday at 2"),
        ("ten thirty", "10:30"),
        ("twenty-four seven", "24/7"),
        ("Wednesday the fifteenth at nine", "Wednesday the 15th at 9."),
        ("twenty-first", "21st"),
        ("ten percent", "10%"),
        ("We won't, and it's Tuesday's in-home visit", "we will not and it is tuesday's in home visit"),
        ("Let's ask Dr. Patel at Saint Luke's", "let us ask doctor Patel at St. Luke's"),
        ("", ""),
    ],
)
def test_two_ways_of_writing_the_same_words_are_no_error(said: str, heard: str) -> None:
    """Numbers, contractions, titles and hyphens are compared by what was spoken."""
    assert count_errors(said, heard).wrong == 0


@pytest.mark.parametrize(
    ("said", "heard", "wrong", "words"),
    [
        ("call me at five five five", "call me at 556", 1, 6),
        ("the care plan", "the plan", 1, 3),
        ("the plan", "the care plan", 1, 2),
        ("her mother", "his mother", 1, 2),
        ("thank you", "", 2, 2),
        ("salt and pepper", "salt pepper", 1, 3),
    ],
)
def test_each_misheard_word_counts_once(said: str, heard: str, wrong: int, words: int) -> None:
    """Substitutions, omissions and additions each count one, against the words said."""
    assert count_errors(said, heard) == (wrong, words)
