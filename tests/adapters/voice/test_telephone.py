"""The sound of a telephone line."""

from itertools import pairwise

import numpy as np
import pytest

from sparring.adapters.voice.telephone import TelephoneBand


def level_db(hz: float, rate_hz: int) -> float:
    """How much of a tone comes through, after the filter has settled."""
    tone = (10_000 * np.sin(2 * np.pi * hz * np.arange(rate_hz) / rate_hz)).astype("<i2")
    out = np.frombuffer(TelephoneBand(rate_hz).colour(tone.tobytes()), "<i2")[rate_hz // 2 :]
    return float(20 * np.log10(np.sqrt(np.mean(out.astype(float) ** 2)) / (10_000 / np.sqrt(2)) + 1e-9))


@pytest.mark.parametrize("rate_hz", [16_000, 24_000, 48_000])
def test_speech_passes_and_the_rest_does_not(rate_hz: int) -> None:
    """Flat within 1 dB from 300 to 3400 Hz; at least 25 dB down outside 150 to 3700 Hz."""
    assert all(abs(level_db(hz, rate_hz)) < 1 for hz in (310, 1_000, 2_000, 3_350))
    assert all(level_db(hz, rate_hz) < -25 for hz in (60, 120, 3_700, 6_000))


def test_blocks_of_any_length_make_the_same_stream() -> None:
    """The filter remembers: cutting the sound into blocks leaves no seam."""
    sound = np.random.default_rng(1).integers(-8_000, 8_000, 9_600).astype("<i2").tobytes()
    band, cuts = TelephoneBand(48_000), (0, 2, 1_922, 1_924, 8_000, len(sound))
    pieces = [band.colour(sound[start:end]) for start, end in pairwise(cuts)]
    assert b"".join(pieces) == TelephoneBand(48_000).colour(sound)
    assert [len(piece) for piece in pieces] == [end - start for start, end in pairwise(cuts)]


def test_speech_is_not_held_back() -> None:
    """A click comes out within a millisecond."""
    click = np.zeros(480, "<i2")
    click[0] = 20_000
    out = np.frombuffer(TelephoneBand(48_000).colour(click.tobytes()), "<i2")
    assert np.argmax(np.abs(out.astype(int))) < 48


def test_full_scale_does_not_wrap() -> None:
    """A square wave at full scale overshoots a filter; it is clipped, not turned around."""
    square = np.where(np.arange(4_800) % 96 < 48, 32_767, -32_768).astype("<i2")
    out = np.frombuffer(TelephoneBand(48_000).colour(square.tobytes()), "<i2").astype(int)
    assert np.abs(np.diff(out)).max() < 40_000
