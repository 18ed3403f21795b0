"""Telemetry as it is set, for one of the two brains."""

from typing import Literal

from sparring.adapters.telemetry.factory import TelemetrySettings, open_telemetry
from sparring.bootstrap.folders import Folders
from sparring.config import Config
from sparring.ports import Clock, Telemetry


def configured_telemetry(config: Config, clock: Clock, *, brain: Literal["actor", "grader"]) -> Telemetry:
    """Raises: ConfigRejected."""
    settings = TelemetrySettings(
        service=f"sparring-{brain}",
        file=Folders(config.data_dir).telemetry if config.telemetry == "file" else None,
        otlp_url=config.otlp_url,
        otlp_headers=config.otlp_headers,
        insights=config.insights,
        insights_identity=config.insights_identity,
    )
    return open_telemetry(settings, clock)
