"""What `sparring persona` and `sparring rubric` show and check alike."""

import json
from pathlib import Path

import pytest

from tests.cli.process import sparring


@pytest.mark.parametrize("what", ["persona", "rubric"])
def test_the_library_is_listed_shown_and_checked_as_json(tmp_path: Path, what: str) -> None:
    """Everything installed is right, and can be shown by the id it is listed under."""
    listed = json.loads(sparring(what, "list", "--json", data=tmp_path).stdout)
    assert len(listed) >= 2
    shown = json.loads(sparring(what, "show", listed[0]["id"], "--json", data=tmp_path).stdout)
    assert shown["id"] == listed[0]["id"]
    if what == "rubric":
        checked = sparring(what, "check", "--json", data=tmp_path)
        assert checked.returncode == 0
        assert all(not one["problems"] for one in json.loads(checked.stdout))


@pytest.mark.parametrize("what", ["persona", "rubric"])
def test_a_malformed_file_names_file_field_and_reason(tmp_path: Path, what: str) -> None:
    """And the exit status is 1."""
    listed = json.loads(sparring(what, "list", "--json", data=tmp_path).stdout)
    document = json.loads(sparring(what, "show", listed[0]["id"], "--json", data=tmp_path).stdout)
    document["version"] = "one"
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(document))
    done = sparring(what, "check", str(path), "--json", data=tmp_path)
    assert done.returncode == 1
    problem = json.loads(done.stdout)[0]["problems"][0]
    assert "mine.json" in problem
    assert "version" in problem
