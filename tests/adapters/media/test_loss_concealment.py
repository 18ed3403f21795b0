"""Filling what the network lost."""

import numpy as np

from sparring.adapters.media.loss_concealment import GapFiller

RATE_HZ = 48_000
FRAME = 960


def frame(value: int) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    return np.full(FRAME, value, np.int16)


def test_an_unbroken_stream_passes_unchanged() -> None:
    """Nothing is added where nothing is missing."""
    gaps = GapFiller(RATE_HZ)
    assert len(gaps.feed(frame(100), 0)) == FRAME
    assert len(gaps.feed(frame(100), FRAME)) == FRAME
    assert gaps.filled_samples == 0


def test_a_lost_frame_is_filled_with_a_fading_copy_of_the_last() -> None:
    """The stream keeps its length, and the gap is quieter than what came before."""
    gaps = GapFiller(RATE_HZ)
    gaps.feed(frame(1000), 0)
    pcm = gaps.feed(frame(7), 2 * FRAME)
    assert len(pcm) == 2 * FRAME
    assert set(pcm[:FRAME]) == {500}
    assert set(pcm[FRAME:]) == {7}


def test_a_long_gap_fades_to_silence() -> None:
    """After three repeats nothing is made up any more."""
    gaps = GapFiller(RATE_HZ)
    gaps.feed(frame(1000), 0)
    pcm = gaps.feed(frame(7), 6 * FRAME)
    assert len(pcm) == 6 * FRAME
    assert not pcm[3 * FRAME : 5 * FRAME].any()


def test_a_lost_connection_is_not_a_gap() -> None:
    """More than a second is not filled: the call's record says that the rep was away."""
    gaps = GapFiller(RATE_HZ)
    gaps.feed(frame(1000), 0)
    assert len(gaps.feed(frame(7), 2 * RATE_HZ)) == FRAME


def test_a_timestamp_that_jumps_back_adds_nothing() -> None:
    """A sender that starts anew does not shorten or lengthen the stream."""
    gaps = GapFiller(RATE_HZ)
    gaps.feed(frame(1), 10 * FRAME)
    assert len(gaps.feed(frame(1), 0)) == FRAME
