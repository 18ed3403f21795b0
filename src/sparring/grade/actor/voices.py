"""Whether everybody on the call kept their voice: one pinned voice a person, from the first word to the last.

Flows in: voice ids of the buyer's turns and the persona's pinned voices. Flows out: one finding at the first turn that
somebody else's voice spoke. Typed turns have no voice.
"""

from collections.abc import Iterator

from sparring.grade.actor.utterances import about, buyer_turns
from sparring.persona import Persona
from sparring.scorecard import ActorFinding
from sparring.transcript import Transcript


def changed_voice(transcript: Transcript, persona: Persona) -> Iterator[ActorFinding]:
    """The first turn whose voice is not the person's own on any engine, or not the one they began with."""
    began_with: dict[str, str] = {}
    for turn in buyer_turns(transcript):
        if turn.voice_id is None:
            continue
        stage = turn.stage or persona.stages[0].id
        if turn.voice_id not in _pinned(persona, stage) or began_with.setdefault(stage, turn.voice_id) != turn.voice_id:
            yield about(turn, "voice_change", "The buyer's voice changed during the call.")
            return


def _pinned(persona: Persona, stage_id: str) -> frozenset[str]:
    own = next((stage.voice for stage in persona.stages if stage.id == stage_id), None) or persona.voice
    return frozenset((own.local, own.azure, own.openai))
