"""Words that can be names."""

import pytest

from sparring.speech_acts.text.names import is_first_name, may_be_name, name_parts
from sparring.speech_acts.text.text_word import TextWord


@pytest.mark.parametrize(
    ("text", "first", "possible"),
    [
        ("karen", True, True),
        ("okafor", False, True),
        ("calling", False, False),
        ("quality", False, False),
        ("a1", False, False),
    ],
)
def test_a_word_is_a_name_by_itself_or_may_be_one_where_it_means_nothing_else(
    text: str, *, first: bool, possible: bool
) -> None:
    word = TextWord(text, 0, len(text), paused=False)
    assert (is_first_name(word), may_be_name(word)) == (first, possible)


def test_a_name_can_be_used_by_each_of_its_parts_but_its_title() -> None:
    assert name_parts("Mrs. Rosa Alvarez") == ("rosa", "alvarez")
