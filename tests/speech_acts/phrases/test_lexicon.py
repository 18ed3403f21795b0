"""The shared lists are alternatives of the phrase notation."""

import pytest

from sparring.speech_acts.phrases.lexicon import COMMON, WORD_LISTS, word_set
from sparring.speech_acts.phrases.notation import phrase


@pytest.mark.parametrize("name", WORD_LISTS)
def test_every_list_can_stand_in_a_phrase(name: str) -> None:
    """A broken alternative would break every table that uses the list."""
    assert phrase(f"{{{name}}}").pattern


def test_a_word_set_is_the_words_of_a_text() -> None:
    """Line ends and repeated spaces do not count."""
    assert word_set("one  two\n one") == {"one", "two"}


def test_common_words_are_single_words() -> None:
    """They are looked up one by one."""
    assert all(" " not in word for word in COMMON)
