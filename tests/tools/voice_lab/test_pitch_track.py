"""Pitch out of sound."""

import numpy as np
import pytest
from tools.voice_lab.pitch_track import middle_of, pitch_track


@pytest.mark.parametrize("hz", [80.0, 116.0, 200.0, 300.0])
def test_a_voice_like_tone_has_its_pitch(hz: float) -> None:
    """Ten harmonics, the first one missing: the period is found all the same."""
    time_s = np.arange(24_000) / 24_000
    sound = sum(np.cos(2 * np.pi * hz * harmonic * time_s) / harmonic for harmonic in range(2, 12))
    found = pitch_track(np.asarray(sound, np.float32) * np.float32(0.1))
    assert np.median(found[found > 0]) == pytest.approx(hz, rel=0.02)


def test_noise_and_silence_have_none() -> None:
    """Frames without a period are 0."""
    noise = np.random.default_rng(1).normal(0, 0.1, 24_000).astype(np.float32)
    assert np.mean(pitch_track(noise) > 0) < 0.05
    assert not pitch_track(np.zeros(4_800, np.float32)).any()


def test_octave_errors_are_left_out() -> None:
    """Half and double the median do not count."""
    assert middle_of(np.array([0, 100, 105, 95, 50, 210.0])).tolist() == [100, 105, 95]
