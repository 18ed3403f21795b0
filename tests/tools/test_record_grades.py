"""A version of the rules grader stands for its grades."""

import json
from pathlib import Path

from tools.record_grades import GRADES, digest, grades_now, published, record

from sparring.grade.rules.grader import GRADER


def test_the_version_moves_when_grades_do() -> None:
    """What the calibration calls are given is what this version published; anything else needs another version."""
    golden, now = json.loads(GRADES.read_text("utf-8")), grades_now()
    assert golden == {"version": GRADER.version, "grades": now}
    assert published()[GRADER.version] == digest(now)


def test_other_grades_are_not_recorded_under_a_published_version(tmp_path: Path) -> None:
    """The recorded grades cannot be renewed without a new version, which is then added to the list."""
    grades_at, versions_at = tmp_path / "grades.json", tmp_path / "versions.json"
    versions_at.write_text("{}")
    assert record({"a": 1}, "1", grades_at=grades_at, versions_at=versions_at)
    assert not record({"a": 2}, "1", grades_at=grades_at, versions_at=versions_at)
    assert json.loads(grades_at.read_text()) == {"version": "1", "grades": {"a": 1}}
    assert record({"a": 2}, "2", grades_at=grades_at, versions_at=versions_at)
    assert published(versions_at) == {"1": digest({"a": 1}), "2": digest({"a": 2})}
