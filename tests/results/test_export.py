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


def test_a_manager_s_table_says_who_a_rep_is() -> None:
    """In a column more; a name that a spreadsheet would reckon with is text, and one that is not known is empty."""
    grades = [CallGrade(CALL, "graded", 71.3, True, None)]
    for name, shown in (("Dana Ray", "Dana Ray"), ("=HYPERLINK(0)", "'=HYPERLINK(0)")):
        header, line = as_csv(grades, {CALL.rep_id: name}).decode().splitlines()
        assert header.split(",") == [*COLUMNS, "rep_name"]
        assert line.endswith(f",71.3,1,{shown}")
    assert as_csv(grades, {}).decode().endswith(",71.3,1,\n")
