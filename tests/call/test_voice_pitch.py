"""A turn that sounds like somebody else is told by its pitch."""

import pytest

from sparring.call.voice_pitch import MEASURED, UNMEASURED, LinePitch, Reach, Sounded, VoicePitch, apart, reach_of

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


HERS, ANOTHERS = (6.0, 2.0, -3.0, -5.0), (2.0, 5.0, -1.0, -6.0)


def test_another_voice_of_the_same_height_is_told_by_its_timbre() -> None:
    """On an engine whose voices were measured; on any other only pitch counts."""
    for engine, drifted in (("hibari", True), ("azure-speech", False)):
        pitch = VoicePitch(reach_of(engine))
        lines = [("Hi.", HERS), ("Yes.", HERS), ("Why?", HERS), ("No.", ANOTHERS)]
        for text, timbre in lines:
            pitch.line_sounded(text, 196.0, timbre)
        assert [pitch.of_turn("caller", text).drifted for text, _ in lines] == [False, False, False, drifted]


def test_a_line_too_short_for_a_timbre_is_judged_by_its_pitch() -> None:
    """And one with a timbre, where none before had any."""
    pitch = VoicePitch(reach_of("hibari"))
    for text, hz, timbre in (("Hi.", 196.0, None), ("Yes.", 199.0, HERS), ("No.", 194.0, None), ("Oh.", 110.0, None)):
        pitch.line_sounded(text, hz, timbre)
    assert [pitch.of_turn("caller", text).drifted for text in ("Hi.", "Yes.", "No.", "Oh.")] == [
        False,
        False,
        False,
        True,
    ]


def test_what_moves_a_little_in_both_moves_too_far() -> None:
    """Pitch and timbre count together."""
    reach = Reach(semitones=2.0, decibels=2.0)
    assert reach.holds(1.3, 1.3)
    assert not reach.holds(1.6, 1.6)
    assert reach.holds(1.6, None)
    assert not reach.holds(2.1, 0.0)


def test_the_distance_is_from_the_middle_of_what_came_before() -> None:
    """An octave is twelve semitones; a band that is 2 dB off in each of four is 2 dB."""
    before = [*[LinePitch(["a"], 100.0, HERS)] * 3, *[LinePitch(["c"], 300.0, None)] * 2]
    semitones, decibels = apart(LinePitch(["d"], 200.0, tuple(band + 2 for band in HERS)), before)
    assert (round(semitones, 6), round(decibels or 0, 6)) == (12.0, 2.0)


def test_engines_that_nobody_measured_have_the_widest_reach() -> None:
    """Only a man's voice in a woman's place is found there."""
    assert reach_of("openai-speech") is UNMEASURED
    assert reach_of("hibari 1") is MEASURED["hibari"]
