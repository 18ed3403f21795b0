"""One voice a person."""

from sparring.grade.actor.voices import changed_voice
from sparring.persona import Persona, find_persona
from sparring.transcript import Event, EventKind, Transcript
from tests.fakes.broken_buyers import a_call, caller

STAGED = "front_desk_block"


def spoken(persona: Persona, *voices: str | None, stages: tuple[str, ...] = ()) -> Transcript:
    """A call whose buyer turns have these voices."""
    call = a_call(*["Well, yes."] * len(voices), persona_id=persona.id)
    given = iter(zip(voices, stages or (persona.stages[0].id,) * len(voices), strict=True))
    turns = []
    for turn in call.turns:
        if turn.speaker == "buyer":
            voice, stage = next(given)
            turns.append(turn.model_copy(update={"voice_id": voice, "stage": stage}))
        else:
            turns.append(turn)
    return call.model_copy(update={"turns": tuple(turns)})


def test_one_voice_is_none() -> None:
    """On whichever engine, and in typed turns in between."""
    voice = caller().voice
    for name in (voice.local, voice.azure, voice.openai):
        assert list(changed_voice(spoken(caller(), name, None, name), caller())) == []


def test_a_strangers_voice_is_found() -> None:
    """Not one of the buyer's own."""
    (found,) = changed_voice(spoken(caller(), caller().voice.local, "somebody_else"), caller())
    assert (found.fault, found.evidence.turn) == ("voice_change", 3)


def test_an_engine_that_changes_mid_call_is_found() -> None:
    """The same buyer, but heard to be another."""
    voice = caller().voice
    (found,) = changed_voice(spoken(caller(), voice.local, voice.azure), caller())
    assert found.evidence.turn == 3


def test_the_next_person_has_a_voice_of_their_own() -> None:
    """Being put through is no change of voice; the first person's voice at the second's phone is."""
    persona = find_persona(STAGED)
    first, second = (stage.id for stage in persona.stages[:2])
    voices = persona.voice_of(first).local, persona.voice_of(second).local
    assert voices[0] != voices[1]
    assert list(changed_voice(spoken(persona, *voices, stages=(first, second)), persona)) == []
    assert len(list(changed_voice(spoken(persona, voices[0], voices[0], stages=(first, second)), persona))) == 1


def noticed(call: Transcript, kind: EventKind, turn: int) -> Transcript:
    """The call with one thing noticed about the voice."""
    return call.model_copy(update={"events": (*call.events, Event(kind=kind, at_ms=0, turn=turn))})


def test_a_stand_in_from_the_first_word_on_is_no_change() -> None:
    """The service refused the pinned voice before anybody was heard; another of the same gender spoke throughout."""
    call = spoken(caller(), "en-US-JennyNeural", "en-US-JennyNeural")
    assert list(changed_voice(noticed(call, EventKind.VOICE_FALLBACK, 1), caller())) == []
    assert len(list(changed_voice(call, caller()))) == 1


def test_a_stand_in_in_the_middle_is_a_change() -> None:
    """The rep has already heard somebody else."""
    call = spoken(caller(), caller().voice.azure, "en-US-JennyNeural")
    (found,) = changed_voice(noticed(call, EventKind.VOICE_FALLBACK, 3), caller())
    assert found.evidence.turn == 3


def test_two_turns_that_sound_like_somebody_else_are_a_change() -> None:
    """The name is right and the sound is not; once may be a question that rose, and a changed voice stays changed."""
    voice = caller().voice.local
    once = noticed(spoken(caller(), voice, voice, voice, voice), EventKind.VOICE_DRIFT, 5)
    assert list(changed_voice(once, caller())) == []
    (found,) = changed_voice(noticed(once, EventKind.VOICE_DRIFT, 7), caller())
    assert (found.fault, found.evidence.turn) == ("voice_change", 7)
