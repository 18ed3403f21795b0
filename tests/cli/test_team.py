"""`sparring team`: figures for a manager."""

import json
from pathlib import Path

from tests.cli.process import sparring


def test_a_team_is_printed_and_told_to_machines(tmp_path: Path) -> None:
    """Before there is a call that counts it says so; another period or place is refused."""
    assert "No call that counts" in sparring("team", data=tmp_path).stdout
    network = json.loads(sparring("team", "--network", "--json", data=tmp_path).stdout)
    assert (network["overview"]["figure"], network["locations"]) == (None, [])
    assert sparring("team", "--location", "../etc", data=tmp_path).returncode == 1
    assert sparring("team", "--weeks", "3", data=tmp_path).returncode == 2
