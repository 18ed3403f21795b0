"""What a warehouse gets of a grade."""

import json
from datetime import timedelta
from typing import Any

import jsonschema
import pytest

from sparring.results.stream import ResultRow, deletion_of, line_of, name_of, row_of
from sparring.scorecard import GraderRef
from tests.contracts.test_analysis import graded
from tests.fakes.documents import STARTED_AT, a_rubric, call_id

CALL, CARD = graded(1)


def row(**changes: Any) -> ResultRow:
    made = row_of(CALL, CARD.model_copy(update=changes))
    assert made
    return made


def test_a_row_has_figures_and_ids() -> None:
    """Whose call, by what it was graded, the score and every criterion; its published schema takes it."""
    shown = json.loads(line_of(row()))
    assert (shown["call_id"], shown["status"], shown["grade"]["score"]) == (call_id(1), "graded", 71.3)
    assert shown["grade"]["rubric"]["version"] == a_rubric().version
    assert {one["id"] for one in shown["grade"]["criteria"]} == {one.id for one in CARD.criteria}
    jsonschema.validate(shown, ResultRow.model_json_schema())


def test_a_row_has_no_words() -> None:
    """Nothing that anybody said, wrote or was advised leaves with it."""
    line = line_of(row()).decode()
    quotes = [evidence.quote for one in CARD.criteria for evidence in one.evidence]
    assert quotes
    assert not [quote for quote in quotes if quote in line]
    assert "rationale" not in line


def test_private_practice_has_no_row() -> None:
    """Not even that it took place."""
    assert row_of(*graded(1, kind="private")) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"transcript_digest": "1" * 64},
        {"grader": GraderRef(name="rules", version="2")},
        {"grader": GraderRef(name="rules", version="1", model="m")},
    ],
)
def test_another_grade_is_another_object(changes: dict[str, Any]) -> None:
    """The name follows from call, transcript and grader; the same grade has the same name and bytes."""
    assert name_of(row(**changes)) != name_of(row())
    assert (name_of(row()), line_of(row())) == (name_of(row()), line_of(row()))


def test_a_row_stands_under_the_day_it_was_graded() -> None:
    """A loader that reads day by day misses nothing that was graded late."""
    graded_at = STARTED_AT + timedelta(days=3)
    assert name_of(row(graded_at=graded_at)).startswith(f"results/{graded_at:%Y/%m/%d}/{call_id(1)}_")


def test_a_deletion_says_nothing_of_the_rep() -> None:
    """Only which call is gone, and where it was."""
    gone = deletion_of(CALL, at=STARTED_AT)
    assert gone.grade is None
    assert CALL.rep_id not in line_of(gone).decode()
    assert name_of(gone).endswith("_deleted.json")
