"""The table of graded calls."""

from sparring.ports import CallGrade
from sparring.results.export import COLUMNS, as_csv
from tests.contracts.test_analysis import graded
from tests.fakes.documents import call_id

CALL, _ = graded(1)


def test_a_line_a_call_under_a_header() -> None:
    """Ids, time, score and whether it passed."""
    header, line = as_csv([CallGrade(CALL, "graded", 71.3, True, None)]).decode().splitlines()
    assert header.split(",") == list(COLUMNS)
    assert line.startswith(f"{call_id(1)},harbour,omaha,")
    assert line.endswith(",71.3,1")
