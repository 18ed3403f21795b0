"""Whose voice each person of a call has."""

from sparring.call.voices import CallVoices
from sparring.transcript import EventKind, Speaker, Turn
from tests.fakes.calls import a_caller, an_opening

TURN = Turn(index=1, speaker=Speaker.BUYER, text="Well.", start_ms=1_000, end_ms=1_800, channel="voice")


def of_a_caller() -> tuple[CallVoices, str]:
    """The voices of a call, and the stage at which its one person speaks."""
    persona = a_caller()
    return CallVoices(persona, engine=an_opening().engines.voice), persona.stages[0].id


def test_a_person_speaks_in_the_pinned_voice_and_nothing_is_noticed() -> None:
    """Without a word of the sound there is no pitch."""
    voices, stage = of_a_caller()
    heard = voices.heard(stage, "Well.")
    assert heard.on(TURN).voice_id == voices.pinned(stage)
    assert heard.on(TURN).pitch_hz is None
    assert heard.noticed(TURN) == []


def test_a_stand_in_is_noticed_when_it_first_speaks() -> None:
    """Refused twice for the same one, it is news once."""
    voices, stage = of_a_caller()
    voices.refused(voices.pinned(stage), "another")
    first = voices.heard(stage, "Well.")
    voices.refused(voices.pinned(stage), "another")
    second = voices.heard(stage, "Yes.")
    assert [first.voice_id, second.voice_id] == ["another", "another"]
    assert [note.event.kind for note in first.noticed(TURN)] == [EventKind.VOICE_FALLBACK]
    assert second.noticed(TURN) == []


def test_a_turn_has_the_pitch_its_line_sounded_at() -> None:
    """And drifts when that is somebody else's."""
    voices, stage = of_a_caller()
    voices.pitch.line_sounded("Well.", 200.0)
    voices.pitch.line_sounded("Yes.", 110.0)
    assert voices.heard(stage, "Well.").on(TURN).pitch_hz == 200.0
    assert [note.event.kind for note in voices.heard(stage, "Yes.").noticed(TURN)] == [EventKind.VOICE_DRIFT]
