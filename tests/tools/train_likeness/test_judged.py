"""Judged utterances: whose they are, which are held out, and the call that each of them ends."""

from collections import Counter
from dataclasses import replace

import pytest
from tools.train_likeness.judged import call_of, criterion_of, judged_utterances

from sparring.grade.heard.testimony import hear
from sparring.grade.rules.criteria import grade_criterion
from sparring.rubric import find_rubric

CORPUS = judged_utterances()


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
    category, found = criterion_of(judged.rubric, criterion)
    assert (grade_criterion(category, found, hear(call_of(bare))).points or 0) == 0
