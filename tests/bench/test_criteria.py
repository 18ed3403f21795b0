"""The shares that are counted on judged utterances."""

from dataclasses import replace

from bench.criteria import Credit, credit, figures
from tools.train_likeness.judged import Judged

ASKED = Judged("inside_sales", "callback_number", "clear", "", "What is the best number to call you back?", counts=True)


def test_credit_is_right_when_what_counts_has_its_level_and_a_near_miss_no_more_than_its_own() -> None:
    """More than a coach gave is false credit; as much is not."""
    assert credit(ASKED).right
    assert not credit(replace(ASKED, rep="Our office is on Main Street.")).right
    assert not credit(replace(ASKED, counts=False, level="absent")).right
    assert credit(replace(ASKED, counts=False, level="clear")).right


def test_shares_are_told_by_half_and_criterion() -> None:
    """Recall over what counts, false credit over what does not."""
    missed, near = replace(ASKED, rep="Hm."), replace(ASKED, counts=False, level="absent")
    given = [credit(one) for one in (ASKED, missed, near)]
    found = figures(Credit(replace(one.judged, rep=ASKED.rep), one.given, one.deserved) for one in given)
    half = "held_out" if ASKED.held_out else "development"
    assert found[half]["callback_number"] == {"recall": 50.0, "false_credit": 100.0, "n": 3}
