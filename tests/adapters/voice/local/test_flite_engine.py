"""Flite, where the system has it."""

import numpy as np
import pytest

from sparring.adapters.voice.local.flite_engine import FliteEngine, open_engine
from sparring.adapters.voice.people import PEOPLE
from sparring.adapters.voice.prosody import DELIVERIES
from sparring.errors import VoiceFailed

pytestmark = pytest.mark.speech
LINE = "How much is that going to cost me per hour?"


@pytest.fixture(scope="module")
def engine() -> FliteEngine:
    try:
        return open_engine(lambda _share, _sentence: None)
    except VoiceFailed as error:
        pytest.skip(error.sentence)


def test_everyone_keeps_id_and_gender_and_all_of_one_gender_are_relatives(engine: FliteEngine) -> None:
    """A persona's pin stays good; two women must not meet in one call."""
    cards = engine.voices()
    assert [(card.id, card.gender) for card in cards] == [(one.id, one.gender) for one in PEOPLE]
    assert {(card.gender, card.family) for card in cards} == {("female", "flite_slt"), ("male", "flite_rms")}


def test_the_same_words_are_the_same_samples(engine: FliteEngine) -> None:
    """Its noise is seeded."""
    first, second = (engine.sound(LINE, "walter", DELIVERIES["neutral"]) for _ in range(2))
    assert np.array_equal(first, second)


def test_mood_and_person_change_the_delivery(engine: FliteEngine) -> None:
    """Annoyed is shorter, and Victor is not Michael."""
    neutral, annoyed = (engine.sound(LINE, "michael", DELIVERIES[mood]) for mood in ("neutral", "annoyed"))
    assert len(annoyed) * 1.07 < len(neutral)
    assert not np.array_equal(neutral, engine.sound(LINE, "victor", DELIVERIES["neutral"]))


def test_phonemes_and_foreign_letters_do_no_harm(engine: FliteEngine) -> None:
    """A name with phonemes is read as written."""
    with_phonemes = engine.sound("Ask [Nguyen](/w\u026an/).", "heart", DELIVERIES["neutral"])
    assert np.array_equal(with_phonemes, engine.sound("Ask Nguyen.", "heart", DELIVERIES["neutral"]))
    assert len(engine.sound("Caf\u00e9.", "heart", DELIVERIES["neutral"])) > 4_800
