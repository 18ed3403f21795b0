"""Where speech is, and what is a voice."""

import numpy as np
import pytest

from sparring.adapters.hearing.local.log_mel import RATE_HZ, Samples
from sparring.adapters.hearing.local.voice_activity import VOICE_MS, speech_span_s, voiced_ms


def _vowel(seconds: float, pitch_hz: float = 140.0, level: float = 0.2) -> Samples:
    at = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    wave = sum(np.sin(2 * np.pi * pitch_hz * n * at) / n for n in range(1, 12))
    return (level * np.asarray(wave)).astype(np.float32)


def _noise(seconds: float, level: float = 0.1) -> Samples:
    return np.random.default_rng(1).normal(0, level, int(seconds * RATE_HZ)).astype(np.float32)


def _silence(seconds: float) -> Samples:
    return np.zeros(int(seconds * RATE_HZ), np.float32)


def test_speech_lies_between_the_quiet_before_and_after() -> None:
    """Silence around it is not speech."""
    sound = np.concatenate([_silence(0.4), _vowel(1.0), _silence(0.3)])
    assert speech_span_s(sound) == pytest.approx((0.4, 1.4), abs=0.011)


def test_noise_under_the_voice_is_quiet_too() -> None:
    """A steady background does not make speech last to the end."""
    sound = np.concatenate([_vowel(1.0), _silence(0.4)]) + _noise(1.4, level=0.01)
    assert speech_span_s(sound)[1] == pytest.approx(1.0, abs=0.03)


def test_a_stretch_without_any_quiet_is_speech_throughout() -> None:
    """Speech that was cut off lasts to the last sample; so does silence, in which nothing stands out."""
    assert speech_span_s(_vowel(0.5)) == pytest.approx((0.0, 0.5), abs=0.011)
    assert speech_span_s(_silence(0.5)) == (0.0, 0.5)
    assert speech_span_s(_silence(0.0)) == (0.0, 0.0)


@pytest.mark.parametrize("pitch_hz", [85.0, 140.0, 240.0, 330.0])
def test_voices_of_men_and_women_have_a_pitch(pitch_hz: float) -> None:
    """Half a second of vowel counts as a voice, even in some noise."""
    sound = _vowel(0.5, pitch_hz) + _noise(0.5, level=0.02)
    assert voiced_ms(sound) >= 2 * VOICE_MS


@pytest.mark.parametrize("sound", [_noise(1.0), _silence(1.0), _silence(0.01)], ids=["hiss", "silence", "too short"])
def test_noise_and_silence_have_none(sound: Samples) -> None:
    """Nobody is asked to repeat a cough of noise."""
    assert voiced_ms(sound) < VOICE_MS


def test_clicks_have_none() -> None:
    """Keys on a keyboard are no voice."""
    clicks = _silence(1.0)
    clicks[::3200] = 0.8
    assert voiced_ms(clicks) < VOICE_MS
