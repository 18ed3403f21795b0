"""`sparring team`: figures for a manager."""

import json
from datetime import date
from pathlib import Path

import pytest

from sparring.cli.team import _print_overview
from sparring.results.figures import CriterionFigure, Figure
from sparring.results.views import Overview
from tests.cli.process import sparring


def test_a_team_is_printed_and_told_to_machines(tmp_path: Path) -> None:
    """Before there is a call that counts it says so; another period or place is refused."""
    said = sparring("team", data=tmp_path).stdout
    assert "No call that counts" in said
    assert "Nobody is on this team yet" in said
    assert "last call that counts" not in said
    network = json.loads(sparring("team", "--network", "--json", data=tmp_path).stdout)
    assert (network["overview"]["figure"], network["locations"]) == (None, [])
    assert sparring("team", "--location", "../etc", data=tmp_path).returncode == 1
    assert sparring("team", "--weeks", "3", data=tmp_path).returncode == 2


def test_one_call_is_not_several(capsys: pytest.CaptureFixture[str]) -> None:
    """The count is read as people say it, of the whole and of each criterion."""
    figure = Figure(calls=1, mean=52.0, plus_minus=None, pass_share=0.0)
    criteria = tuple(
        CriterionFigure("inside_sales", "safety", "Asks about safety", calls, 0.5, 2.0) for calls in (1, 2)
    )
    _print_overview(Overview(date(2026, 11, 2), date(2026, 11, 30), figure, None, (), criteria))
    printed = capsys.readouterr().out
    assert "over 1 call, 0% passed" in printed
    assert [line.partition("(")[2] for line in printed.splitlines()[1:]] == ["1 call)", "2 calls)"]
