"""The form in which things are kept, whatever the store."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from sparring.adapters.results.kept_form import exam_of, exam_values, grader_key, read_scorecard, utc_text
from sparring.documents import dump_document
from sparring.errors import ScorecardRejected
from sparring.scorecard import GraderRef
from tests.contracts.test_exams import EXAM
from tests.fakes.documents import a_scorecard


@pytest.mark.parametrize(
    ("grader", "key"),
    [
        (GraderRef(name="rules", version="1"), "rules 1"),
        (GraderRef(name="rules", version="1.2", model=None), "rules 1.2"),
        (GraderRef(name="judge", version="3", model="o4-mini"), "judge 3 o4-mini"),
    ],
)
def test_a_grader_is_its_name_version_and_model(grader: GraderRef, key: str) -> None:
    """Another model is another grader."""
    assert grader_key(grader) == key


def test_text_order_of_times_is_time_order() -> None:
    """Times with and without microseconds and of any zone sort as they happened."""
    first = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
    times = [first + timedelta(microseconds=step) for step in (0, 1, 999_999, 1_000_000)]
    elsewhere = [
        time.astimezone(timezone(timedelta(hours=hours))) for time, hours in zip(times, (0, -6, 9, 1), strict=True)
    ]
    assert sorted(map(utc_text, elsewhere)) == [utc_text(time) for time in times]


def test_a_grade_of_a_newer_version_is_refused_not_guessed() -> None:
    """After a rollback the old code says that it cannot read a new scorecard."""
    newer = dump_document(a_scorecard()).replace(b'"schema_version": "1"', b'"schema_version": "2"')
    with pytest.raises(ScorecardRejected):
        read_scorecard(newer)


def test_an_exam_that_is_kept_reads_back() -> None:
    """When it was set stands in UTC, for the order; its end with the offset of its day."""
    kept = exam_values(EXAM)
    assert (kept["set_at"][-6:], kept["closes_at"][-6:]) == ("+00:00", "-06:00")
    for exam in (EXAM, replace(EXAM, closes_at=None)):
        assert exam_of(exam_values(exam)) == exam
