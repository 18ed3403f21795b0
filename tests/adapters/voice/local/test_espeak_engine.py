"""espeak-ng, where the system or the extra has it."""

import numpy as np
import pytest

from sparring.adapters.voice.local.espeak_engine import EspeakEngine, open_engine
from sparring.adapters.voice.people import PEOPLE
from sparring.adapters.voice.prosody import DELIVERIES
from sparring.errors import VoiceFailed

pytestmark = pytest.mark.speech
LINE = "How much is that going to cost me per hour?"


@pytest.fixture(scope="module")
def engine() -> EspeakEngine:
    try:
        return open_engine(lambda _share, _sentence: None)
    except VoiceFailed as error:
        pytest.skip(error.sentence)


def test_every_card_names_the_licence(engine: EspeakEngine) -> None:
    """GPL parts are labelled, and genders kept."""
    cards = engine.voices()
    assert {card.licence for card in cards} == {"GPL-3.0-or-later"}
    assert [(card.id, card.gender) for card in cards] == [(one.id, one.gender) for one in PEOPLE]


def test_it_speaks_and_mood_changes_its_pace(engine: EspeakEngine) -> None:
    """Ten words take 1.5-4 s; annoyed is shorter."""
    neutral, annoyed = (engine.sound(LINE, "sam", DELIVERIES[mood]) for mood in ("neutral", "annoyed"))
    assert 1.5 < len(neutral) / 24_000 < 4
    assert len(annoyed) * 1.05 < len(neutral)
    assert np.abs(neutral).max() > 0.05
