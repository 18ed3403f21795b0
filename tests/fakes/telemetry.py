"""Telemetry that remembers, as it would leave the process."""

from dataclasses import dataclass, field

from sparring.telemetry import Attributes, Key, Metric, Span, Value, exportable


@dataclass
class MemoryTelemetry:
    """Implements `Telemetry`."""

    spans: list[Span] = field(default_factory=list)
    measured: list[tuple[Metric, float, dict[str, Value]]] = field(default_factory=list)
    closed: bool = False

    def span(self, span: Span) -> None:
        """See the port."""
        self.spans.append(span)

    def measure(self, measure: Metric, value: float, attributes: Attributes) -> None:
        """See the port."""
        self.measured.append((measure, value, exportable(attributes)))

    async def close(self) -> None:
        """See the port."""
        self.closed = True

    def values(self, measure: Metric) -> list[float]:
        """Every value of one measure, in order."""
        return [value for one, value, _ in self.measured if one is measure]

    def attributes(self) -> list[dict[str, Value]]:
        """Every set of attributes that anything was told with."""
        waiting, seen = list(self.spans), []
        while waiting:
            span = waiting.pop()
            waiting += span.parts
            seen.append(exportable({Key.CALL: span.call_id, **span.attributes}))
        return seen + [attributes for _, _, attributes in self.measured]
