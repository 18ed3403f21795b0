"""Whether everybody on the call kept their voice: one pinned voice a person, from the first word to the last.

Flows in: voice ids of the buyer's turns, the persona's pinned voices, and what was noticed about the sound. Flows out:
one finding at the first turn that somebody else's voice spoke, or the second that sounds like somebody else. Typed
turns have no voice. A stand-in for a voice that its service refused is no change, as long as nobody else spoke before.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from sparring.grade.actor.utterances import about, buyer_turns
from sparring.persona import Persona
from sparring.scorecard import ActorFinding
from sparring.transcript import EventKind, Transcript

DRIFTED_TURNS: Final = 2
"""Of one person: a voice that changed stays changed, and one turn in 140 is taken for somebody else's by mistake."""


def changed_voice(transcript: Transcript, persona: Persona) -> Iterator[ActorFinding]:
    """The first turn whose voice is none of the person's, not the one they began with, or not theirs by its sound."""
    began_with: dict[str, str] = {}
    sounded_otherwise: Counter[str] = Counter()
    stood_in, drifted = _turns_of(transcript, EventKind.VOICE_FALLBACK), _turns_of(transcript, EventKind.VOICE_DRIFT)
    for turn in buyer_turns(transcript):
        if turn.voice_id is None:
            continue
        stage = turn.stage or persona.stages[0].id
        if stage not in began_with:
            kept = turn.voice_id in _pinned(persona, stage) or turn.index in stood_in
        else:
            kept = turn.voice_id == began_with[stage]
        began_with.setdefault(stage, turn.voice_id)
        sounded_otherwise[stage] += turn.index in drifted
        if not kept or sounded_otherwise[stage] >= DRIFTED_TURNS:
            yield about(turn, "voice_change", "The buyer's voice changed during the call.")
            return


def _turns_of(transcript: Transcript, kind: EventKind) -> frozenset[int]:
    return frozenset(event.turn for event in transcript.events if event.kind is kind and event.turn is not None)


def _pinned(persona: Persona, stage_id: str) -> frozenset[str]:
    own = next((stage.voice for stage in persona.stages if stage.id == stage_id), None) or persona.voice
    return frozenset((own.local, own.azure, own.openai))
