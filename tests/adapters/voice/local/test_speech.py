"""One line from text to sound."""

from collections.abc import Sequence

import numpy as np

from sparring.adapters.voice.local.speech import spoken
from sparring.adapters.voice.pcm_stream import RATE_HZ, Samples
from sparring.adapters.voice.prosody import DELIVERIES, Prosody
from sparring.ports import Mood, VoiceCard


class Recorder:
    """Notes what it is asked to say; every clause sounds for 100 ms."""

    name = "recorder"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, Prosody]] = []

    def voices(self) -> Sequence[VoiceCard]:
        return ()

    def sound(self, text: str, voice_id: str, delivery: Prosody) -> Samples:
        self.asked.append((text, voice_id, delivery))
        return np.full(RATE_HZ // 10, 0.3, np.float32)


def seconds(text: str, mood: Mood) -> list[float]:
    return [len(clause.pcm) / 2 / RATE_HZ for clause in spoken(Recorder(), text, voice_id="ada", mood=mood)]


def test_words_voice_and_mood_reach_the_engine() -> None:
    """Numbers as words, clause by clause."""
    engine = Recorder()
    assert [clause.last for clause in spoken(engine, "It's $5. Okay?", voice_id="ada", mood="warm")] == [False, True]
    warm = DELIVERIES["warm"]
    assert engine.asked == [("It's five dollars.", "ada", warm), ("Okay?", "ada", warm)]


def test_a_clause_is_made_only_when_it_is_asked_for() -> None:
    """So that a line that is cut short costs what was heard of it."""
    engine = Recorder()
    next(spoken(engine, "One. Two. Three.", voice_id="ada", mood="neutral"))
    assert len(engine.asked) == 1


def test_pauses_follow_the_mood_and_none_follows_the_end() -> None:
    """A hesitant buyer waits longer between sentences; nobody waits after the last one."""
    assert seconds("No. No.", "neutral") == [0.38, 0.1]
    assert seconds("No. No.", "annoyed")[0] < 0.3 < seconds("No. No.", "hesitant")[0]
