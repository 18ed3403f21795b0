"""Where spans and measures go."""

from typing import Protocol

from sparring.telemetry import Attributes, Metric, Span


class Telemetry(Protocol):
    """Where spans and measures go. Nothing here blocks, and nothing here fails."""

    def span(self, span: Span) -> None:
        """Something of a call is over."""

    def measure(self, measure: Metric, value: float, attributes: Attributes) -> None:
        """One value of a distribution, or so many more of what is counted."""

    async def close(self) -> None:
        """Hand over what is waiting, within a few seconds; nothing may be told afterwards."""
