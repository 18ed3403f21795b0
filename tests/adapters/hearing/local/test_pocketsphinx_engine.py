"""The last resort hears words, and claims no certainty about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from sparring.adapters.hearing.local.engine import NotWanted
from sparring.adapters.hearing.local.log_mel import Samples
from sparring.adapters.hearing.local.pocketsphinx_engine import WORD_CERTAINTY, PocketsphinxEngine, open_engine


@dataclass
class Segment:
    """One word of the decoder's path."""

    word: str
    start_frame: int


class Decoder:
    """Finds the same words in everything."""

    def __init__(self, *segments: Segment) -> None:
        self.segments = segments

    def start_utt(self) -> None:
        """Nothing to prepare."""

    def process_raw(self, pcm: bytes, *, full_utt: bool) -> None:
        """The real one does not take an empty stretch."""
        assert pcm
        assert full_utt

    def end_utt(self) -> None:
        """Nothing to finish."""

    def seg(self) -> Iterator[Segment] | None:
        """None, as the real one gives, when nothing was found."""
        return iter(self.segments) if self.segments else None


def _vowel(seconds: float) -> Samples:
    at = np.arange(int(seconds * 16_000)) / 16_000
    return np.asarray(sum(np.sin(2 * np.pi * 140 * n * at) / n for n in range(1, 10)) / 4, np.float32)


FOUND = (Segment("<s>", 0), Segment("the(2)", 3), Segment("[NOISE]", 20), Segment("plan", 31), Segment("</s>", 60))


def test_words_come_without_fillers_and_variants() -> None:
    """Marks of the decoder's own are not words."""
    heard = PocketsphinxEngine(Decoder(*FOUND)).hear(_vowel(1), hint="Ann", words=True, wanted=lambda: True)
    assert (heard.text, heard.unsure) == ("the plan", False)
    assert [(word.text, word.start_ms) for word in heard.words] == [("the", 30), ("plan", 310)]
    assert heard.confidence == WORD_CERTAINTY < 0.5


def test_words_are_given_only_when_asked_for() -> None:
    """As the port says."""
    assert PocketsphinxEngine(Decoder(*FOUND)).hear(_vowel(1), hint="", words=False, wanted=lambda: True).words == ()


def test_a_voice_without_words_is_unsure_and_silence_is_not() -> None:
    """Somebody who spoke is asked again; nobody is asked about nothing."""
    deaf = PocketsphinxEngine(Decoder())
    assert deaf.hear(_vowel(1), hint="", words=False, wanted=lambda: True).unsure
    for quiet in (np.zeros(16_000, np.float32), np.zeros(0, np.float32)):
        assert not deaf.hear(quiet, hint="", words=False, wanted=lambda: True).unsure


def test_a_cancelled_job_is_not_begun() -> None:
    """Decoding cannot be stopped in the middle, so this is the only step."""
    with pytest.raises(NotWanted):
        PocketsphinxEngine(Decoder()).hear(_vowel(1), hint="", words=False, wanted=lambda: False)


@pytest.mark.speech
def test_the_real_decoder_hears_a_sentence(spoken_sentence: tuple[str, Samples]) -> None:
    """Most of its words, and it can say what it costs."""
    said, samples = spoken_sentence
    engine = open_engine("pocketsphinx", Path(), lambda _share, _sentence: None)
    heard = engine.hear(samples, hint="", words=True, wanted=lambda: True)
    assert len(set(heard.text.split()) & set(said.lower().split())) >= 6
    assert [word.start_ms for word in heard.words] == sorted(word.start_ms for word in heard.words)
    assert engine.work_ms() > 0
