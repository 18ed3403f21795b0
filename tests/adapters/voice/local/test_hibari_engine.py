"""The voice of the laptop, for real."""

import socket
from typing import Any

import numpy as np
import pytest

from sparring.adapters.voice.local.hibari_engine import HibariEngine, open_engine
from sparring.adapters.voice.people import PEOPLE
from sparring.adapters.voice.prosody import DELIVERIES

pytestmark = pytest.mark.speech
LINE = "How much is that going to cost me per hour?"


@pytest.fixture(scope="module")
def engine() -> HibariEngine:
    return open_engine(lambda _share, _sentence: None)


def median_pitch_hz(sound: np.ndarray[Any, np.dtype[np.float32]]) -> float:
    """By autocorrelation over windows of 50 ms that are loud and periodic."""
    found = []
    for start in range(0, len(sound) - 1_200, 600):
        window = sound[start : start + 1_200] - sound[start : start + 1_200].mean()
        row = np.correlate(window, window, "full")[1_199:] / (np.arange(1_200, 0, -1) / 1_200)
        lag = 68 + int(row[68:400].argmax())  # 60-350 Hz
        if row[0] > 1_200 * 1e-3 and row[lag] > 0.6 * row[0]:
            found.append(24_000 / lag)
    return float(np.median(found))


@pytest.mark.parametrize("one", PEOPLE, ids=lambda one: one.id)
def test_everyone_has_the_pitch_of_their_gender(engine: HibariEngine, one: Any) -> None:
    """Women above 155 Hz, men below 145."""
    pitch_hz = median_pitch_hz(engine.sound(LINE, one.id, DELIVERIES["neutral"]))
    assert (155 < pitch_hz < 260) if one.gender == "female" else (70 < pitch_hz < 145)


def test_everyone_takes_a_natural_time_and_is_equally_loud(engine: HibariEngine) -> None:
    """Ten words take 2-4 s; no voice is twice as loud as another."""
    sounds = [engine.sound(LINE, one.id, DELIVERIES["neutral"]) for one in PEOPLE]
    assert all(2 < len(sound) / 24_000 < 4 for sound in sounds)
    levels = [float(np.sqrt(np.mean(sound[np.abs(sound) > 0.02] ** 2))) for sound in sounds]
    assert max(levels) < 1.6 * min(levels)


def test_the_same_words_are_the_same_samples(engine: HibariEngine) -> None:
    """A call can be replayed."""
    first, second = (engine.sound(LINE, "michael", DELIVERIES["warm"]) for _ in range(2))
    assert np.array_equal(first, second)


def test_mood_changes_pace_and_loudness(engine: HibariEngine) -> None:
    """Annoyed is at least 5% shorter than neutral, hesitant at least 5% longer and softer."""
    annoyed, neutral, hesitant = (
        engine.sound(LINE, "ruth", DELIVERIES[mood]) for mood in ("annoyed", "neutral", "hesitant")
    )
    assert len(annoyed) * 1.05 < len(neutral) < len(hesitant) / 1.05
    assert np.std(hesitant) < np.std(neutral) < np.std(annoyed)


def test_signs_without_words_are_silent(engine: HibariEngine) -> None:
    """Nothing is made of them."""
    assert len(engine.sound("...", "heart", DELIVERIES["neutral"])) < 24_000


def test_an_unknown_voice_is_a_key_error(engine: HibariEngine) -> None:
    """Never another voice."""
    with pytest.raises(KeyError):
        engine.sound(LINE, "nobody", DELIVERIES["neutral"])


def test_nobody_is_a_relative_of_another(engine: HibariEngine) -> None:
    """Any two may meet in one call."""
    cards = engine.voices()
    assert len({card.family for card in cards}) == len(cards) == len(PEOPLE)


def test_nothing_is_fetched(engine: HibariEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every voice speaks with the network closed."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    fresh = open_engine(lambda _share, _sentence: None)
    assert all(len(fresh.sound("Hello.", one.id, DELIVERIES["neutral"])) for one in PEOPLE)
