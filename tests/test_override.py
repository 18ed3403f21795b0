"""A coach's override as a document."""

import pytest

from sparring.documents import dump_document
from sparring.errors import ScoresRejected
from sparring.override import Override, parse_override
from sparring.scorecard import GraderRef
from tests.fakes.documents import a_scorecard, an_override


def test_an_override_comes_back_whole() -> None:
    """The same document from its bytes."""
    assert parse_override(dump_document(an_override()), source="x") == an_override()


@pytest.mark.parametrize("changes", [{"reason": ""}, {"reason": "a\nb c"}, {"by": "<b>"}, {"by": ""}])
def test_what_a_coach_writes_is_one_line_of_text(changes: dict[str, str]) -> None:
    """It is shown on a page and in a mail."""
    bad = Override.model_construct(**dict(an_override()) | changes)
    with pytest.raises(ScoresRejected):
        parse_override(dump_document(bad), source="x")


def test_an_override_is_of_one_grade() -> None:
    """Another grader's grade of the same call is another grade."""
    assert an_override().is_of(a_scorecard())
    assert not an_override().is_of(a_scorecard(grader=GraderRef(name="judge", version="1")))
