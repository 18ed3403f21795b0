"""Judged utterances, and the shares that are counted on them."""

from collections import Counter
from dataclasses import replace

import pytest
from bench.criteria import Credit, Judged, call_of, credit, figures, judged_utterances

from sparring.grade.heard.testimony import hear
from sparring.grade.rules.criteria import grade_criterion
from sparring.rubric import find_rubric

CORPUS = judged_utterances()
ASKED = Judged("inside_sales", "callback_number", "clear", "", "What is the best number to call you back?", counts=True)


def test_every_quoted_criterion_has_utterances_that_count_and_near_misses_in_both_halves() -> None:
    """Criterion and level are the rubric's, and about half of all is held out."""
    halves = Counter((one.criterion, one.counts, one.held_out) for one in CORPUS)
    for rubric_id in ("inside_sales", "outside_sales"):
        for _, criterion in find_rubric(rubric_id).criteria():
            if criterion.kind == "quoted":
                assert all(halves[criterion.id, counts, half] for counts in (True, False) for half in (True, False))
    levels = {
        (rubric_id, criterion.id, level.id)
        for rubric_id in ("inside_sales", "outside_sales")
        for _, criterion in find_rubric(rubric_id).criteria()
        for level in criterion.levels
    }
    assert all((one.rubric, one.criterion, one.level) in levels for one in CORPUS)
    assert 0.45 < sum(one.held_out for one in CORPUS) / len(CORPUS) < 0.55


@pytest.mark.parametrize("criterion", sorted({one.criterion for one in CORPUS}))
def test_what_was_said_before_earns_nothing_by_itself(criterion: str) -> None:
    """What comes before an utterance keeps the order that the criterion asks for, and no more."""
    judged = next(one for one in CORPUS if one.criterion == criterion)
    bare = replace(judged, buyer="", rep="Mm-hmm.")
    category, found = next(pair for pair in find_rubric(judged.rubric).criteria() if pair[1].id == criterion)
    assert (grade_criterion(category, found, hear(call_of(bare))).points or 0) == 0


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
