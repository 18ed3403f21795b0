"""Turn taking as a pure machine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.call.turn_taking.completeness import Completeness
from sparring.call.turn_taking.turn import (
    DETECTOR_LAG_MS,
    KEEP_PART_FROM_MS,
    LOOK_AGAIN_AFTER_MS,
    PAUSE_FROM_MS,
    SENSITIVITY,
    SPECULATE_AFTER_MS,
    Action,
    Phase,
    TurnState,
    TurnTiming,
    close_after_ms,
    hear,
    patiently,
    understood,
)

TIMING = TurnTiming()
STEP_MS = 20


def run(state: TurnState, *, speech_ms: int = 0, silence_ms: int = 0) -> tuple[TurnState, list[Action]]:
    """Speak, then be silent."""
    actions: list[Action] = []
    for speech, total_ms in ((True, speech_ms), (False, silence_ms)):
        for _ in range(total_ms // STEP_MS):
            state, done = hear(state, speech=speech, quiet=not speech, elapsed_ms=STEP_MS, timing=TIMING)
            actions += done
    return state, actions


def test_silence_alone_begins_nothing() -> None:
    """A machine that hears nothing stays idle."""
    assert run(TurnState(), silence_ms=2_000) == (TurnState(), [])


def test_energy_without_a_voice_begins_nothing() -> None:
    """Noise that the detector does not take for speech is not a turn."""
    state, actions = hear(TurnState(), speech=False, quiet=False, elapsed_ms=STEP_MS, timing=TIMING)
    assert (state, actions) == (TurnState(), ())


def test_a_turn_begins_with_its_first_sound() -> None:
    """The first voiced stretch begins the turn."""
    state, actions = run(TurnState(), speech_ms=20)
    assert actions == [Action.BEGIN]
    assert state.phase is Phase.SPEAKING


def test_a_pause_starts_recognition_before_the_turn_is_over() -> None:
    """Speculation begins soon, and only once."""
    _, actions = run(TurnState(), speech_ms=400, silence_ms=SPECULATE_AFTER_MS + 60)
    assert actions == [Action.BEGIN, Action.SPECULATE]


def test_speech_that_goes_on_drops_a_short_speculation() -> None:
    """A first syllable is not worth keeping apart."""
    state, _ = run(TurnState(), speech_ms=400, silence_ms=100)
    _, actions = run(state, speech_ms=20)
    assert actions == [Action.DROP_SPECULATION]


def test_speech_that_goes_on_after_a_long_stretch_keeps_it() -> None:
    """What is understood at a pause stands, and only what follows is still to be recognised."""
    state, _ = run(TurnState(), speech_ms=KEEP_PART_FROM_MS, silence_ms=PAUSE_FROM_MS + 10)
    state, actions = run(state, speech_ms=20)
    assert actions == [Action.KEEP_PART]
    assert state.part_ms == 0


def test_the_closure_within_a_word_cuts_nothing() -> None:
    """A long stretch is not taken apart where the mouth was closed for a 't', nor is that learnt as a pause."""
    state, _ = run(TurnState(), speech_ms=KEEP_PART_FROM_MS, silence_ms=100)
    state, actions = run(state, speech_ms=20)
    assert actions == [Action.DROP_SPECULATION]
    assert state.usual_pause_ms == 0


def test_words_that_seem_to_break_off_are_looked_at_again() -> None:
    """The first guess may have lost its end: one more is made while the silence runs, and it decides."""
    state, _ = run(TurnState(), speech_ms=400, silence_ms=SPECULATE_AFTER_MS)
    state, actions = run(understood(state, "Who is with him at"), silence_ms=LOOK_AGAIN_AFTER_MS)
    assert actions == [Action.SPECULATE]
    state, actions = run(understood(state, "Who is with him at night?"), silence_ms=STEP_MS)
    assert actions == [Action.CLOSE]


@pytest.mark.parametrize(
    ("text", "expected_ms"),
    [
        ("How are you holding up?", TIMING.asked_ms),
        ("May I ask your name.", TIMING.asked_ms),
        ("I see. What time does he get up", TIMING.asked_ms),
        ("When he was there he ate a lot.", TIMING.finished_ms),
        ("We can come on Friday.", TIMING.finished_ms),
        ("That must be hard.", TIMING.likely_more_ms),
        ("and then he said", TIMING.plain_ms),
        ("So what I would like to do is", TIMING.unfinished_ms),
    ],
)
def test_words_decide_how_long_silence_closes_the_turn(text: str, expected_ms: int) -> None:
    """A finished sentence closes soon, words that break off close late."""
    state, _ = run(TurnState(), speech_ms=400, silence_ms=SPECULATE_AFTER_MS)
    state = understood(state, text)
    assert close_after_ms(state, TIMING) == expected_ms
    _, actions = run(state, silence_ms=expected_ms - SPECULATE_AFTER_MS)
    assert [action for action in actions if action is not Action.SPECULATE] == [Action.CLOSE]


def test_words_that_are_on_their_way_are_waited_for() -> None:
    """Nobody could answer before they come, and they may say that the rep goes on; but not for ever."""
    state, actions = run(TurnState(), speech_ms=400, silence_ms=TIMING.unread_ms - STEP_MS)
    assert Action.CLOSE not in actions
    _, actions = run(state, silence_ms=STEP_MS)
    assert actions == [Action.CLOSE]


def test_a_detector_that_still_hears_speech_holds_the_turn_open() -> None:
    """Quiet without the detector's consent is a soft syllable, not an end."""
    state, _ = run(TurnState(), speech_ms=400)
    for _ in range(60):
        state, actions = hear(state, speech=True, quiet=True, elapsed_ms=STEP_MS, timing=TIMING)
        assert Action.CLOSE not in actions


def test_sound_that_the_detector_has_not_judged_yet_holds_the_turn_open() -> None:
    """Speech that goes on is loud before it is known to be speech; noise that lasts does not hold the turn."""
    state, _ = run(TurnState(), speech_ms=400, silence_ms=TIMING.unread_ms - STEP_MS)
    loud: list[tuple[Action, ...]] = []
    for _ in range(DETECTOR_LAG_MS // STEP_MS + 1):
        state, actions = hear(state, speech=False, quiet=False, elapsed_ms=STEP_MS, timing=TIMING)
        loud.append(actions)
    assert loud == [()] * (DETECTOR_LAG_MS // STEP_MS) + [(Action.CLOSE,)]


def test_a_rep_with_long_pauses_is_given_more_time() -> None:
    """The wait follows the rep's own pauses, up to twice what the timing says; after a question it does not."""

    def wait_ms(usual_pause_ms: int, completeness: Completeness) -> int:
        paused = TurnState(
            phase=Phase.PAUSED, usual_pause_ms=usual_pause_ms, speculating=True, completeness=completeness
        )
        return close_after_ms(paused, TIMING)

    assert wait_ms(400, Completeness.FINISHED) == 480
    assert wait_ms(5_000, Completeness.FINISHED) == 800
    assert wait_ms(5_000, Completeness.ASKED) == TIMING.asked_ms


def test_the_pace_of_one_turn_is_remembered_in_the_next() -> None:
    """Pauses inside turns are learnt; the silence that ends a turn is not a pause."""
    state, _ = run(TurnState(), speech_ms=400, silence_ms=200)
    state, _ = run(state, speech_ms=400)
    assert state.usual_pause_ms == 200
    state, actions = run(state, silence_ms=1_000)
    assert Action.CLOSE in actions
    assert state.usual_pause_ms == 200


def test_who_waits_to_be_greeted_waits_longer_after_a_statement_and_not_after_a_question() -> None:
    """'This is Dana.' may be followed by more; 'How can I help you?' is not."""
    patient = patiently(TIMING)
    assert patient.asked_ms == TIMING.asked_ms
    assert patient.finished_ms > 500


def test_a_rep_who_was_cut_short_is_given_more_time() -> None:
    """Speaking again soon after the close was a pause, and is learnt as one; a longer gap is not."""
    state, _ = run(TurnState(), speech_ms=400, silence_ms=800)
    state, _ = run(state, speech_ms=20)
    assert state.usual_pause_ms == 800
    assert state.goes_on
    state, _ = run(state, silence_ms=2_000)
    state, _ = run(state, speech_ms=20)
    assert state.usual_pause_ms == 800
    assert not state.goes_on


def test_no_turn_outlasts_its_limit() -> None:
    """A rep who never stops is closed at the limit, at the next breath."""
    timing = TurnTiming(longest_turn_ms=1_000)
    state = TurnState()
    actions: list[Action] = []
    for speech in [True] * 60 + [False]:
        state, done = hear(state, speech=speech, quiet=not speech, elapsed_ms=STEP_MS, timing=timing)
        actions += done
    assert actions[-1] is Action.CLOSE


def test_text_that_comes_after_the_speculation_was_dropped_changes_nothing() -> None:
    """A late text belongs to words that were cut out of the count."""
    state, _ = run(TurnState(), speech_ms=400)
    assert understood(state, "Done.") == state


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=400))
def test_every_turn_that_begins_closes_once_and_nothing_closes_twice(sounds: list[tuple[bool, bool]]) -> None:
    """Begin and close alternate whatever is heard, and enough silence always ends the turn."""
    state, actions = TurnState(), []
    for speech, quiet in [*sounds, *[(False, True)] * 100]:
        state, done = hear(state, speech=speech, quiet=quiet, elapsed_ms=STEP_MS, timing=TIMING)
        actions += [action for action in done if action in (Action.BEGIN, Action.CLOSE)]
    assert actions[::2] == [Action.BEGIN] * len(actions[::2])
    assert actions[1::2] == [Action.CLOSE] * len(actions[::2])


@given(st.lists(st.booleans(), max_size=200))
def test_a_more_sensitive_persona_never_waits_longer(sounds: list[bool]) -> None:
    """For any state, high takes the turn no later than medium, and medium no later than low."""
    state = TurnState()
    for speech in sounds:
        state, _ = hear(state, speech=speech, quiet=not speech, elapsed_ms=STEP_MS, timing=TIMING)
    waits = [close_after_ms(state, SENSITIVITY[name]) for name in ("high", "medium", "low")]
    assert waits == sorted(waits)
