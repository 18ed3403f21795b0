"""Silence around a clause is dropped while the sound still arrives, whatever the pieces' length."""

import numpy as np
import pytest

from sparring.adapters.voice.edge_trimmer import EdgeTrimmer

RATE = 24_000
KEPT_MS = 15


def sound(ms: int, level: int = 5_000) -> bytes:
    return np.full(ms * RATE // 1000, level, "<i2").tobytes()


@pytest.mark.parametrize("piece_bytes", [1, 7, 480, 4_800, 10**6])
def test_silence_goes_at_both_ends_and_stays_inside(piece_bytes: int) -> None:
    """15 ms are kept on each side; a pause within the clause is the voice's own."""
    pcm = sound(30, 0) + sound(20) + sound(40, 0) + sound(20) + sound(80, 0)
    trimmer = EdgeTrimmer()
    out = (
        b"".join(trimmer.trimmed(pcm[at : at + piece_bytes]) for at in range(0, len(pcm), piece_bytes)) + trimmer.last()
    )
    assert out == sound(KEPT_MS, 0) + sound(20) + sound(40, 0) + sound(20) + sound(KEPT_MS, 0)


def test_nothing_but_silence_is_nothing() -> None:
    """A clause that the service had nothing to say to."""
    trimmer = EdgeTrimmer()
    assert trimmer.trimmed(sound(500, 10)) + trimmer.last() == b""


@pytest.mark.parametrize("tail", [b"", sound(5, 10)])
def test_half_a_sample_at_the_end_is_dropped(tail: bytes) -> None:
    """A service that breaks off within one must not turn the clauses after it into noise."""
    trimmer = EdgeTrimmer()
    out = trimmer.trimmed(sound(20) + tail + b"\1") + trimmer.last()
    assert out == sound(20) + tail
