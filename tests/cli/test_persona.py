"""`sparring persona list`, `show` and `check`."""

import json
from pathlib import Path

from tests.cli.process import sparring


def test_a_buyer_is_shown_as_a_rep_may_read_them(tmp_path: Path) -> None:
    """What they hide is shown to who asks for the whole file."""
    card = sparring("persona", "show", "daughter_discharge", data=tmp_path).stdout
    whole = sparring("persona", "show", "daughter_discharge", "--json", data=tmp_path).stdout
    assert "Laura Bennett" in card
    assert "brother" not in card
    assert "brother_money" in whole


def test_every_mistake_of_a_persona_file_has_its_line(tmp_path: Path) -> None:
    """Whoever mends one is not sent back for the next."""
    document = json.loads(sparring("persona", "show", "daughter_discharge", "--json", data=tmp_path).stdout)
    document |= {"version": "one", "name": "", "colour": "red"}
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(document))
    problems = json.loads(sparring("persona", "check", str(path), "--json", data=tmp_path).stdout)[0]["problems"]
    assert {problem.split(": ")[1] for problem in problems} == {"version", "name", "colour"}
