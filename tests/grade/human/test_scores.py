"""The file of levels that people gave."""

import json
from typing import Any

import pytest

from sparring.errors import ScoresRejected
from sparring.grade.human.scores import parse_human_scores, refuse_foreign_levels
from sparring.rubric import find_rubric

RUBRIC = find_rubric("inside_sales")


def file(**changes: Any) -> bytes:
    """A file of two raters."""
    whole = {
        "schema_version": "1",
        "call": "fair.txt",
        "rubric": "inside_sales",
        "rubric_version": RUBRIC.version,
        "scores": [
            {"rater": "ann", "levels": {"safety": "clear"}},
            {"rater": "bob", "levels": {"safety": "absent", "location": "clear"}},
        ],
    }
    return json.dumps(whole | changes).encode()


def refused(data: bytes) -> ScoresRejected:
    with pytest.raises(ScoresRejected) as caught:
        refuse_foreign_levels(parse_human_scores(data, source="f"), RUBRIC, source="f")
    return caught.value


def test_scores_of_an_installed_rubric_are_read() -> None:
    """Each rater scores what they scored and nothing else."""
    scores = parse_human_scores(file(), source="f")
    refuse_foreign_levels(scores, RUBRIC, source="f")
    assert [(one.rater, len(one.levels)) for one in scores.scores] == [("ann", 1), ("bob", 2)]


@pytest.mark.parametrize("call", ["../fair.txt", "/etc/passwd", ".hidden", "a\\b", "", "a\u202eb"])
def test_a_call_outside_the_folder_is_refused(call: str) -> None:
    """The name is a file's, never a path."""
    assert refused(file(call=call)).code == "scores_rejected"


@pytest.mark.parametrize(
    ("levels", "field"),
    [({"nothing": "clear"}, "scores.0.levels.nothing"), ({"safety": "superb"}, "scores.0.levels.safety")],
)
def test_what_the_rubric_does_not_have_is_named(levels: dict[str, str], field: str) -> None:
    """File, field and reason."""
    assert refused(file(scores=[{"rater": "ann", "levels": levels}])).field == field


def test_another_version_of_the_rubric_is_refused() -> None:
    """Levels of one version say nothing about another."""
    assert refused(file(rubric_version=99)).field == "rubric"


def test_a_rater_scores_a_call_once() -> None:
    """Nobody agrees with themselves."""
    assert refused(file(scores=[{"rater": "ann", "levels": {"safety": "clear"}}] * 2)).field == "scores"
