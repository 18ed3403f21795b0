"""What a voice sounds like apart from its pitch and its loudness."""

import numpy as np
import pytest

from sparring.adapters.voice.timbre import BANDS, timbre_of

RATE = 24_000


def vowel(formant_hz: float, *, pitch_hz: float = 200.0, level: float = 3_000.0, seconds: float = 2.0) -> bytes:
    """Harmonics of a pitch, loudest around a formant."""
    at = np.arange(round(seconds * RATE)) / RATE
    harmonics = np.arange(1, int(5_000 / pitch_hz)) * pitch_hz
    wave = sum((0.1 + np.exp(-(((hz - formant_hz) / 600) ** 2))) * np.sin(2 * np.pi * hz * at) for hz in harmonics)
    samples = np.asarray(level * wave / np.abs(wave).max())
    return samples.astype("<i2").tobytes()


def apart_db(one: bytes, other: bytes) -> float:
    first, second = timbre_of(one, RATE), timbre_of(other, RATE)
    assert first is not None
    assert second is not None
    return float(np.sqrt(np.mean((np.asarray(first) - np.asarray(second)) ** 2)))


def test_it_is_a_number_a_band_about_their_mean() -> None:
    """So that two lines can be compared band by band."""
    timbre = timbre_of(vowel(900), RATE)
    assert timbre is not None
    assert len(timbre) == BANDS
    assert sum(timbre) == pytest.approx(0.0, abs=0.2)


def test_loudness_does_not_matter_and_the_formant_does() -> None:
    """A softer line is the same voice; another mouth is not."""
    assert apart_db(vowel(900), vowel(900, level=9_000)) < 1.0
    assert apart_db(vowel(900), vowel(2_400)) > 5.0


@pytest.mark.parametrize("sound", [b"", bytes(4 * RATE), vowel(900, seconds=1.2)])
def test_silence_and_too_little_have_none(sound: bytes) -> None:
    """A few words are not judged by."""
    assert timbre_of(sound, RATE) is None
