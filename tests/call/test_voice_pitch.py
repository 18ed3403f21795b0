"""A turn that sounds like somebody else is told by its pitch."""

import pytest

from sparring.call.voice_pitch import Sounded, VoicePitch

LINES = {"Hi, this is Laura.": 196.0, "He fell in the shower.": 201.0, "What do you charge?": 207.0}


def spoken(**more: float) -> VoicePitch:
    pitch = VoicePitch()
    for text, pitch_hz in (LINES | more).items():
        pitch.line_sounded(text, pitch_hz)
    return pitch


def test_a_voice_that_moves_with_its_mood_does_not_drift() -> None:
    """Each turn has its line's pitch."""
    pitch = spoken()
    assert [pitch.of_turn("caller", text) for text in LINES] == [Sounded(hz, drifted=False) for hz in LINES.values()]


def test_a_voice_swapped_for_another_s_drifts_and_does_not_move_the_measure() -> None:
    """Two turns in a man's voice are both flagged; her own is not."""
    pitch = spoken(**{"Yes.": 110.0, "No.": 112.0, "Fine.": 199.0})
    pitch.of_turn("caller", "Hi, this is Laura.")
    assert [pitch.of_turn("caller", text).drifted for text in ("Yes.", "No.", "Fine.")] == [True, True, False]


def test_another_person_has_a_voice_of_their_own() -> None:
    """Being put through from a woman to a man is no drift."""
    pitch = spoken(**{"Mister Brown speaking.": 108.0})
    pitch.of_turn("front_desk", "Hi, this is Laura.")
    assert not pitch.of_turn("decision_maker", "Mister Brown speaking.").drifted


@pytest.mark.parametrize("text", ["", "Something else."])
def test_a_turn_whose_line_is_not_known_has_no_pitch(text: str) -> None:
    """Nothing is guessed."""
    assert spoken().of_turn("caller", text) == Sounded(None, drifted=False)


def test_a_turn_that_was_cut_short_has_its_line_s_pitch() -> None:
    """What was heard is where the line begins."""
    assert spoken().of_turn("caller", "He fell").pitch_hz == 201.0
    assert spoken().of_turn("caller", "He fell in the shower. In the morning.").pitch_hz == 201.0
    assert spoken().of_turn("caller", "He fell in the show").pitch_hz == 201.0
