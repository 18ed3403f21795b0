"""Telemetry as it is set: a file by default, nothing when switched off."""

from pathlib import Path

from sparring.adapters.telemetry.background import BackgroundTelemetry
from sparring.bootstrap.telemetry import configured_telemetry
from sparring.config import Config
from sparring.telemetry import Silent
from tests.fakes.clock import FakeClock


def test_the_default_is_a_file_that_is_made_when_something_is_told(tmp_path: Path) -> None:
    """Nothing is written before."""
    opened = configured_telemetry(Config(data_dir=tmp_path), FakeClock(), brain="actor")
    assert isinstance(opened, BackgroundTelemetry)
    assert list(tmp_path.iterdir()) == []


def test_switched_off_nobody_is_told(tmp_path: Path) -> None:
    """SPARRING_TELEMETRY=none."""
    assert isinstance(
        configured_telemetry(Config(data_dir=tmp_path, telemetry="none"), FakeClock(), brain="grader"), Silent
    )
