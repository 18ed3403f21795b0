"""The front end gives what Whisper was trained on, by an implementation that shares nothing with ours."""

import math

import numpy as np
import pytest

from sparring.adapters.hearing.local.log_mel import FRAMES_PER_S, RATE_HZ, log_mel


def _mel_of(hz: float) -> float:
    """Slaney's scale, written as in the Auditory Toolbox: 40 filters' worth of steps."""
    if hz < 1000:
        return 3 * hz / 200
    return 15 + 27 * math.log(hz / 1000) / math.log(6.4)


def _hz_of(mel: float) -> float:
    low, high = 0.0, 20_000.0  # by bisection, so that no inverse formula is shared
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if _mel_of(middle) < mel else (low, middle)
    return low


def _reference(samples: list[float], band: int, frame: int) -> float:
    """Power of one frame in one mel band, by the definition of the discrete Fourier transform."""
    mirrored = [samples[abs(frame * 160 - 200 + i)] for i in range(400)]
    windowed = [value * (0.5 - 0.5 * math.cos(2 * math.pi * i / 400)) for i, value in enumerate(mirrored)]
    top = _mel_of(8000)
    low, centre, high = (_hz_of(top * (band + i) / 81) for i in range(3))
    power = 0.0
    for k in range(201):
        hz = k * 40.0
        if not low < hz < high:
            continue
        real = sum(value * math.cos(2 * math.pi * k * i / 400) for i, value in enumerate(windowed))
        imaginary = sum(value * math.sin(2 * math.pi * k * i / 400) for i, value in enumerate(windowed))
        height = (hz - low) / (centre - low) if hz <= centre else (high - hz) / (high - centre)
        power += height * 2 / (high - low) * (real * real + imaginary * imaginary)
    return power


@pytest.mark.parametrize(("band", "frame"), [(2, 0), (10, 3), (30, 7), (55, 12), (79, 20)])
def test_levels_follow_from_the_published_formula(band: int, frame: int) -> None:
    """Any two cells differ by the logarithm of the ratio of their powers, as computed from the definition."""
    samples = np.random.default_rng(5).normal(0, 0.2, 160 * 24).astype(np.float32)
    levels = log_mel(samples)
    expected = math.log10(_reference(samples.tolist(), band, frame))
    anchor = math.log10(_reference(samples.tolist(), 40, 10))
    assert 4 * (levels[band, frame] - levels[40, 10]) == pytest.approx(expected - anchor, abs=2e-4)


def test_absolute_level_is_that_of_the_formula() -> None:
    """The scale is (x + 4) / 4, not only proportional to it."""
    samples = np.random.default_rng(6).normal(0, 0.2, 160 * 24).astype(np.float32)
    expected = (math.log10(_reference(samples.tolist(), 40, 10)) + 4) / 4
    assert log_mel(samples)[40, 10] == pytest.approx(expected, abs=2e-4)


def test_one_column_each_ten_milliseconds() -> None:
    """A second has 100 columns of 80 bands."""
    levels = log_mel(np.zeros(RATE_HZ, np.float32))
    assert levels.shape == (80, FRAMES_PER_S)
    assert levels.dtype == np.float32


def test_the_range_is_eight_below_the_loudest() -> None:
    """Whatever is quieter is raised to the floor, as in training."""
    tone = np.sin(np.arange(RATE_HZ) * 2 * np.pi * 1000 / RATE_HZ).astype(np.float32)
    levels = log_mel(tone)
    assert levels.max() - levels.min() == pytest.approx(2.0)
    assert int(np.argmax(levels.mean(axis=1))) == 26  # the band around 1 kHz
