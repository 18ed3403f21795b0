"""`sparring rubric list`, `show` and `check`."""

import json
from pathlib import Path

from tests.cli.process import sparring


def test_a_rubric_is_listed_by_title_points_and_pass_mark(tmp_path: Path) -> None:
    """What a manager asks before choosing one."""
    listed = json.loads(sparring("rubric", "list", "--json", data=tmp_path).stdout)
    assert {row["id"]: (row["points"], row["pass_score"]) for row in listed} == {
        "inside_sales": (90, 70),
        "outside_sales": (100, 70),
    }


def test_a_sum_that_is_wrong_is_named(tmp_path: Path) -> None:
    """It is found before a rep is graded by it."""
    document = json.loads(sparring("rubric", "show", "inside_sales", "--json", data=tmp_path).stdout)
    document["categories"][0]["criteria"][0]["points"] += 1
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(document))
    done = sparring("rubric", "check", str(path), "--json", data=tmp_path)
    assert done.returncode == 1
    assert json.loads(done.stdout)[0]["problems"]
