"""The shipped error bars are those of the grader as it is."""

from tools.record_calibration import HELD_OUT, measured, stale

from sparring.grade.human.scores import SUFFIX
from sparring.rubric import load_rubrics


def test_shipped_calibrations_are_what_is_measured_now() -> None:
    """A grader that changed has its error measured anew; `python tools/record_calibration.py` writes it."""
    assert list(stale()) == []


def test_every_shipped_rubric_has_calls_nobody_tuned_on() -> None:
    """Excellent, fair and poor ones, each scored by hand."""
    for rubric_id in load_rubrics():
        side = rubric_id.removesuffix("_sales")
        kinds = {file.name.split("_")[0] for file in (HELD_OUT / side).glob(f"*{SUFFIX}")}
        assert kinds == {"excellent", "fair", "poor"}
        assert measured(rubric_id).calls == len(list((HELD_OUT / side).glob(f"*{SUFFIX}")))
