"""The bench of turn taking: recordings with known pauses, and what counts as cut off."""

import numpy as np
from bench.support.sound_time import EAR
from bench.turns import (
    AFTER_MS,
    AGAINST_MS,
    BEFORE_MS,
    FIXED_MS,
    PAUSES_MS,
    SCRIPTS,
    Outcome,
    Recording,
    compared,
    figures,
    fixed_name,
    outcome,
    recorded,
)

PART = np.full(16_000, 0.1, np.float32)
TURN = Recording("clause", b"", pause_ms=400, pause_from_ms=1_600, end_ms=3_000, start_ms=600)


def test_a_recording_knows_where_its_pause_is_and_where_it_ends() -> None:
    """Two seconds of sound with 400 ms between them, quiet around them."""
    made = recorded("clause", [PART, PART], 400)
    assert (made.start_ms, made.pause_from_ms, made.pause_ms) == (BEFORE_MS, BEFORE_MS + 1_000, 400)
    assert made.end_ms == BEFORE_MS + 2_400
    assert len(made.pcm_16khz) == 32 * (made.end_ms + AFTER_MS)


def test_a_single_sentence_has_no_pause() -> None:
    """Only its end is known."""
    made = recorded("none", [PART], 400)
    assert (made.pause_ms, made.pause_from_ms) == (0, made.end_ms)


def test_a_close_before_the_end_is_a_cut_off_and_the_wait_counts_from_the_end() -> None:
    """One that comes in the pause, and the one that comes after the last word."""
    cut = outcome(TURN, [1_900, 3_280], ["I know"])
    assert (cut.cut_off, cut.waited_ms, cut.understood) == (True, 280, "I know")
    patient = outcome(TURN, [3_500])
    assert (patient.cut_off, patient.waited_ms) == (False, 500)
    assert outcome(TURN, []).waited_ms is None


def test_who_goes_on_before_they_can_have_heard_the_answer_is_heard_as_one() -> None:
    """A pause that ends at most 380 ms after a close that was too soon: 80 to the answer, 300 to react to it."""
    assert outcome(TURN, [1_620, 3_280]).joined
    assert not outcome(TURN, [1_619, 3_280]).joined
    assert not outcome(TURN, [3_280]).joined


def test_figures_count_pauses_apart_from_single_sentences() -> None:
    """A cut in a sentence without a pause is told, and spoils no share."""
    found = figures(
        [
            Outcome("clause", 400, cut_off=True, joined=True, waited_ms=300),
            Outcome("filler", 200, cut_off=False, joined=False, waited_ms=200),
            Outcome("none", 0, cut_off=True, joined=True, waited_ms=None),
        ]
    )
    assert (found["pauses"], found["cut_off"], found["cut_off_percent"]) == (2, 1, 50.0)
    assert found["of_these_joined"] == 1
    assert found["cut_off_percent_by_kind"] == {"clause": 100.0, "filler": 0.0}
    assert found["cut_off_percent_by_pause_ms"][400] == 100.0
    assert (found["cut_off_without_a_pause"], found["never_closed"]) == (1, 1)
    assert found["waited_ms"].p50 == 250


def _way(cut_off: int, waited_ms: int) -> dict[str, object]:
    turns = [Outcome("clause", 400, cut_off=place < cut_off, joined=False, waited_ms=waited_ms) for place in range(10)]
    return figures(turns)


def test_the_ear_is_held_against_the_fixed_silence_and_against_an_equally_careful_one() -> None:
    """Half the cut-offs of 250 ms, and 0.6 of the wait of the silence that cuts off as rarely."""
    fixed = {fixed_name(ms): _way(0, ms + 50) for ms in FIXED_MS}
    ways = fixed | {fixed_name(AGAINST_MS): _way(8, 300), fixed_name(400): _way(6, 450), EAR: _way(4, 330)}
    found = compared(ways)
    assert found == {
        "cut_offs": 0.5,
        "wait_p50": 1.1,
        "fixed_ms_that_cuts_off_as_rarely": 500,
        "wait_p50_against_it": 0.6,
    }


def test_the_scripts_have_enough_of_every_kind() -> None:
    """At least eight pauses of each kind, every length among them, and as many turns without a pause."""
    kinds = [kind for kind, *_ in SCRIPTS]
    assert all(kinds.count(kind) >= 7 for kind in ("clause", "filler", "broken", "two sentences", "none"))
    assert len(PAUSES_MS) <= 7
