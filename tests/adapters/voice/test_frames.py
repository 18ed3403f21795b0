"""A line's sound cut into frames."""

import numpy as np

from sparring.adapters.voice.frames import voiced_frames

LOUD, QUIET = 2_000, 100


def sound(*levels: int, each: int = 2_400) -> bytes:
    """A tenth of a second at 24 kHz of every level."""
    return np.repeat(np.array(levels, "<i2"), each).tobytes()


def test_what_is_quiet_is_left_out() -> None:
    """Half of it is silence; the samples come down to the wanted rate."""
    found = voiced_frames(sound(LOUD, QUIET), 24_000, wanted_hz=8_000, length=200, hop=200)
    assert found is not None
    assert found.rate_hz == 8_000
    assert found.samples.shape == (4, 200)
    assert (found.samples == LOUD).all()


def test_a_sound_shorter_than_a_frame_has_none() -> None:
    """And silence has frames, none of them voiced."""
    assert voiced_frames(sound(LOUD, each=300), 24_000, wanted_hz=8_000, length=200, hop=200) is None
    silent = voiced_frames(sound(QUIET), 24_000, wanted_hz=8_000, length=200, hop=200)
    assert silent is not None
    assert len(silent.samples) == 0
