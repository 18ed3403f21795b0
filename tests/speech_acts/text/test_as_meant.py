"""Contractions are told apart, and fillers, soft words and stutters are gone."""

import pytest

from sparring.speech_acts.text.as_meant import as_meant
from sparring.speech_acts.text.text_word import TextWord
from sparring.speech_acts.text.words import bare_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("were not nurses and were happy to help", "we are not nurses and we are happy to help"),
        ("were the nurses kind", "were the nurses kind"),
        ("they were the best and there were a few", "they were the best and there were a few"),
        ("so wed send somebody and shell call you", "so we would send somebody and she will call you"),
        ("it went to hell like she said", "it went to hell like she said"),
        ("who all are you using and what all happened", "who are you using and what happened"),
        ("what all of them said", "what all of them said"),
        ("yall are busy", "you are busy"),
    ],
)
def test_what_a_recogniser_runs_together_is_taken_apart(text: str, expected: str) -> None:
    """A subject and its verb without an apostrophe, by what stands beside them; "who all" is "who"."""
    assert " ".join(bare_words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it is it is not permanent", "it is not permanent"),
        ("the the aide really really comes", "the aide comes"),
        ("do you know her", "do you know her"),
        ("well like you know it is late", "well like it is late"),
    ],
)
def test_what_is_said_twice_is_meant_once(text: str, expected: str) -> None:
    """A stutter of one word or of two is no sentence of its own; what only sounds like a filler stays."""
    assert " ".join(bare_words(text)) == expected


def test_a_pause_around_a_filler_stays_before_the_next_word() -> None:
    """As in "so, um, it starts": the comma is the sentence's."""
    so, um, it = TextWord("so", 0, 2, False), TextWord("um", 4, 6, True), TextWord("it", 8, 10, True)
    words, texts = as_meant([so, um, it])
    assert texts == ["so", "it"]
    assert words[1].paused
