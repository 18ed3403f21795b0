"""Rows of calls and their grades; what every store promises of them is in tests/contracts."""

from dataclasses import asdict

from sparring.adapters.results.kept_form import utc_text
from sparring.adapters.results.sql.calls import call_grade_of
from tests.fakes.documents import a_call_record


def test_a_row_reads_back_as_the_call_and_its_grade() -> None:
    """A truth value is kept as 0 or 1; of a call without a grade nothing is said."""
    call = a_call_record()
    kept = (asdict(call) | {"started_at": utc_text(call.started_at)}).values()
    graded = call_grade_of([*kept, "graded", 81.5, 1, None, 0])
    assert (graded.call, graded.score, graded.passed, graded.failed) == (call, 81.5, True, False)
    assert call_grade_of([*kept, None, None, None, None, 1]).passed is None
