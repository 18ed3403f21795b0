"""Envelopes out of sound."""

import numpy as np
import pytest
from tools.voice_lab.envelope import HOP, active_level, envelope, from_pcm

from sparring.adapters.voice.local.conversion import BANDS, Array


def test_ten_times_the_amplitude_is_its_logarithm_more() -> None:
    """In every band and frame."""
    noise = np.random.default_rng(2).normal(0, 0.01, 12_000).astype(np.float32)
    soft, loud = (envelope(noise * np.float32(gain), pitch_hz=120) for gain in (1, 10))
    assert soft.shape[1] == BANDS
    assert soft.shape[0] == len(noise) // HOP + 1
    assert (loud - soft)[4:-4] == pytest.approx(np.full((soft.shape[0] - 8, BANDS), np.log(10)), abs=0.02)


def test_harmonics_do_not_show() -> None:
    """Two tones with all harmonics, one fifth apart, have the same envelope."""
    time_s = np.arange(24_000) / 24_000

    def buzz(hz: int) -> Array:
        waves = [np.cos(2 * np.pi * hz * harmonic * time_s) for harmonic in range(1, 4_000 // hz)]
        sound: Array = (np.sum(waves, axis=0) * 0.01).astype(np.float32)
        return sound

    low, high = (envelope(buzz(hz), pitch_hz=hz)[20:40].mean(axis=0) for hz in (120, 180))
    inside = slice(8, 22)  # 450-2900 Hz
    assert np.std((low - high)[inside]) < 0.15


def test_pauses_do_not_lower_the_level() -> None:
    """A second of silence after a second of speech changes nothing."""
    speech = np.random.default_rng(3).normal(0, 0.1, 24_000).astype(np.float32)
    assert active_level(np.concatenate([speech, speech * 0])) == pytest.approx(active_level(speech), rel=0.01)


def test_pcm_is_read_as_it_was_written() -> None:
    """Full scale is 1."""
    assert from_pcm(np.array([0, 16_384, -32_768], "<i2").tobytes()).tolist() == [0, 0.5, -1]
