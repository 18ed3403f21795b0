"""A rep's appeal as a document."""

import pytest

from sparring.appeal import Appeal, parse_appeal
from sparring.documents import dump_document
from sparring.errors import ScoresRejected
from sparring.scorecard import GraderRef
from tests.fakes.documents import a_scorecard, an_answer, an_appeal, an_override


def test_an_appeal_comes_back_whole() -> None:
    """The same document from its bytes, open or answered."""
    for one in (an_appeal(), an_appeal(answer=an_answer())):
        assert parse_appeal(dump_document(one), source="x") == one


@pytest.mark.parametrize("why", ["", "so", "a\nb c", "x" * 301])
def test_what_a_rep_writes_is_one_line_of_text(why: str) -> None:
    """Three to three hundred characters."""
    bad = Appeal.model_construct(**dict(an_appeal()) | {"why": why})
    with pytest.raises(ScoresRejected):
        parse_appeal(dump_document(bad), source="x")


def test_an_appeal_is_of_one_grade() -> None:
    """Another grader's grade of the same call is another grade."""
    assert an_appeal().is_of(a_scorecard())
    assert not an_appeal().is_of(a_scorecard(grader=GraderRef(name="judge", version="1")))


def test_an_override_answers_what_it_is_about_and_only_once() -> None:
    """With its reason and whoever gave it; an answer that stands stays."""
    answered = an_appeal().overridden(an_override()).answer
    assert answered
    assert (answered.outcome, answered.reason, answered.by) == ("overridden", "I heard it too.", "Coach Ann")
    for other in (an_override(criterion="safety"), an_override(grader=GraderRef(name="judge", version="1"))):
        assert an_appeal().overridden(other).answer is None
    assert an_appeal(answer=an_answer()).overridden(an_override()).answer == an_answer()
