"""What moods do."""

from typing import get_args

from sparring.adapters.voice.prosody import DELIVERIES
from sparring.ports import Mood


def test_every_mood_has_a_delivery() -> None:
    """And neutral changes nothing."""
    assert set(DELIVERIES) == set(get_args(Mood))
    neutral = DELIVERIES["neutral"]
    assert {neutral.rate, neutral.pitch, neutral.pitch_range, neutral.gain, neutral.pauses} == {1.0}


def test_annoyed_is_fast_and_loud_hesitant_slow_and_soft() -> None:
    """Moods differ in the direction that people hear."""
    annoyed, warm, hesitant = (DELIVERIES[mood] for mood in ("annoyed", "warm", "hesitant"))
    assert annoyed.rate > 1 > warm.rate > hesitant.rate
    assert annoyed.gain > 1 > hesitant.gain
    assert annoyed.pauses < 1 < hesitant.pauses
    assert annoyed.pitch_range > 1 > hesitant.pitch_range
