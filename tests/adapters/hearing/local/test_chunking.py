"""Long stretches are cut in silence and put together without losing a word."""

import numpy as np

from sparring.adapters.hearing.local.chunking import LONGEST_S, joined, pieces
from sparring.adapters.hearing.local.log_mel import RATE_HZ
from sparring.ports import Heard
from sparring.transcript import Word


def test_a_turn_that_fits_is_not_cut() -> None:
    """A stretch of 28 s is one piece."""
    assert len(list(pieces(np.ones(LONGEST_S * RATE_HZ, np.float32)))) == 1


def test_a_long_stretch_is_cut_where_it_is_quietest() -> None:
    """The cut falls into the pause, and the pieces are the whole."""
    sound = np.full(40 * RATE_HZ, 0.3, np.float32)
    sound[int(24.0 * RATE_HZ) : int(24.2 * RATE_HZ)] = 0.0
    first, second = pieces(sound)
    assert 24.0 <= len(first) / RATE_HZ <= 24.2
    assert np.array_equal(np.concatenate([first, second]), sound)


def test_every_piece_fits_a_window() -> None:
    """However long somebody speaks without a pause, no piece is too long."""
    parts = list(pieces(np.random.default_rng(2).normal(0, 0.1, 95 * RATE_HZ).astype(np.float32)))
    assert max(len(part) for part in parts) <= LONGEST_S * RATE_HZ
    assert sum(len(part) for part in parts) == 95 * RATE_HZ


def _heard(text: str, confidence: float, at_ms: int, *, unsure: bool = False) -> Heard:
    words = (Word(text=text.split(maxsplit=1)[0], start_ms=at_ms, probability=0.9),) if text else ()
    return Heard(text=text, confidence=confidence, unsure=unsure, words=words, decode_ms=1.0)


def test_joined_words_keep_their_place_in_the_whole() -> None:
    """Times of the second piece count from the beginning of the first."""
    whole = joined([(_heard("one two", 0.9, 100), 20.0), (_heard("three", 0.7, 50), 5.0)], decode_ms=12.0)
    assert whole.text == "one two three"
    assert [word.start_ms for word in whole.words] == [100, 20_050]
    assert (whole.confidence, whole.unsure, whole.decode_ms) == (0.7, False, 12.0)


def test_doubt_in_one_piece_is_doubt_in_the_whole() -> None:
    """A part nobody could make out makes the buyer ask again."""
    whole = joined([(_heard("one", 0.9, 0), 20.0), (_heard("", 0.0, 0, unsure=True), 5.0)], decode_ms=1.0)
    assert (whole.text, whole.unsure) == ("one", True)


def test_nothing_heard_is_empty_and_sure() -> None:
    """Silence is not something misheard."""
    whole = joined([(_heard("", 0.0, 0), 1.0)], decode_ms=1.0)
    assert (whole.text, whole.confidence, whole.unsure) == ("", 0.0, False)
