"""One line from text to sound: normalised, cut into clauses, each spoken, trimmed, and followed by its pause."""

from collections.abc import Iterator
from typing import NamedTuple

from sparring.adapters.voice.clauses import clauses
from sparring.adapters.voice.local.engine import VoiceEngine
from sparring.adapters.voice.pcm_stream import to_pcm, trimmed
from sparring.adapters.voice.prosody import DELIVERIES
from sparring.adapters.voice.text_normalisation.normalise import normalise
from sparring.ports import Mood


class SpokenClause(NamedTuple):
    """16-bit PCM at 24 kHz; nothing is silent after the last one."""

    pcm: bytes
    last: bool


def spoken(engine: VoiceEngine, text: str, *, voice_id: str, mood: Mood) -> Iterator[SpokenClause]:
    """Clause by clause, each made when it is asked for; one empty clause when there is nothing to say."""
    delivery, parts = DELIVERIES[mood], clauses(normalise(text))
    if not parts:
        yield SpokenClause(b"", last=True)
    for index, clause in enumerate(parts, start=1):
        last = index == len(parts)
        sound = trimmed(engine.sound(clause.text, voice_id, delivery))
        pause_ms = 0 if last else round(clause.pause_ms * delivery.pauses)
        yield SpokenClause(to_pcm(sound, pause_ms=pause_ms), last)
