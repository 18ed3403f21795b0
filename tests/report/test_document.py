"""The report as a document."""

import pytest
from pydantic import ValidationError

from sparring.report.build import build_report
from sparring.report.document import Report, Spread
from tests.fakes.documents import a_persona, a_rubric, a_scorecard, a_transcript


def test_it_survives_its_own_json() -> None:
    """What is served can be read back as what it was."""
    report = build_report(a_scorecard(), a_transcript(), a_persona(), a_rubric())
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_a_spread_is_over_at_least_one_turn() -> None:
    """Figures over nothing cannot be made."""
    with pytest.raises(ValidationError):
        Spread(p50=0, p95=0, n=0)
