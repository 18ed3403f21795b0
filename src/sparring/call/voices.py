"""Whose voice each person of a call has, and what was noticed about it. Pure.

Flows in: the persona, the engine that speaks, voices that were refused, what lines sounded like. Flows out: for each
turn of the buyer who spoke it, at what pitch, and the diary entries that this is worth.
"""

from dataclasses import dataclass

from sparring.call.diary import turn_events
from sparring.call.diary.entries import Happened
from sparring.call.voice_pitch import VoicePitch, reach_of
from sparring.persona import Persona
from sparring.transcript import Turn


@dataclass(frozen=True, slots=True)
class VoiceHeard:
    """Who spoke a turn that was heard. `stood_in`: for the first time in a refused voice's place."""

    voice_id: str
    pitch_hz: float | None
    drifted: bool
    stood_in: bool

    def on(self, turn: Turn) -> Turn:
        """The turn with its voice."""
        return turn.model_copy(update={"voice_id": self.voice_id, "pitch_hz": self.pitch_hz})

    def noticed(self, turn: Turn) -> list[Happened]:
        """What about it goes into the diary."""
        return turn_events.of_the_voice(turn, drifted=self.drifted, stood_in=self.stood_in)


class CallVoices:
    """One call's.

    Args:
        persona: whose people they are.
        engine: which speaks, as in `CallOpened.engines`.
    """

    def __init__(self, persona: Persona, *, engine: str) -> None:
        self._persona, self._engine = persona, engine
        self._stand_ins: dict[str, str] = {}  # who speaks in the place of a pinned voice that was refused
        self._unnoticed: set[str] = set()  # of these, pinned voices whose place nobody has spoken in yet
        self.pitch = VoicePitch(reach_of(engine))  # told by whoever hears what the voice makes

    def pinned(self, stage: str) -> str:
        """The voice of the person at `stage`."""
        return self._persona.voice_of(stage).on(self._engine)

    def refused(self, pinned: str, stand_in: str) -> None:
        """From now on `stand_in` speaks where `pinned` was to."""
        if self._stand_ins.get(pinned, pinned) != stand_in:
            self._stand_ins[pinned] = stand_in
            self._unnoticed.add(pinned)

    def heard(self, stage: str, text: str) -> VoiceHeard:
        """The person at `stage` was heard to say `text`."""
        pinned, sounded = self.pinned(stage), self.pitch.of_turn(stage, text)
        stood_in = pinned in self._unnoticed
        self._unnoticed.discard(pinned)
        return VoiceHeard(self._stand_ins.get(pinned, pinned), sounded.pitch_hz, sounded.drifted, stood_in)
