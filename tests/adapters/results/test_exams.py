"""Exams as they are kept; what every store promises of them is in tests/contracts/test_exams.py."""

from dataclasses import replace

from sparring.adapters.results.exams import exam_of, exam_values
from tests.contracts.test_exams import EXAM


def test_what_is_kept_reads_back() -> None:
    """When it was set stands in UTC, for the order; its end with the offset of its day."""
    kept = exam_values(EXAM)
    assert (kept["set_at"][-6:], kept["closes_at"][-6:]) == ("+00:00", "-06:00")
    for exam in (EXAM, replace(EXAM, closes_at=None)):
        assert exam_of(exam_values(exam)) == exam
