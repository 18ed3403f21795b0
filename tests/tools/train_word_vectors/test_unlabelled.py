"""Sentences that nobody labelled."""

from pathlib import Path

import pytest
from tools.train_word_vectors.unlabelled import parted, sentences

from sparring.persona import load_personas

DATA = Path(__file__).parents[4] / "shared" / "data"
JOB_SEEKER = [one for one in load_personas() if one.id == "job_seeker"]


def test_a_text_is_parted_into_sentences_and_words_by_themselves_are_left_out() -> None:
    """A "yeah." says nothing about where questions lie."""
    assert parted("Yeah. Who is with her? She sleeps in the den.") == ["Who is with her?", "She sleeps in the den."]


def test_a_speech_is_left_out() -> None:
    """Nobody asks in thirty words."""
    assert parted("word " * 30) == []


@pytest.mark.skipif(not DATA.exists(), reason="the labelled sets are not here")
def test_the_same_personas_and_sets_give_the_same_sentences() -> None:
    """Or the network would be another one each time."""
    first = sentences(JOB_SEEKER, DATA)
    assert first == sentences(JOB_SEEKER, DATA)
    assert len(first) > len(sentences([], DATA))
