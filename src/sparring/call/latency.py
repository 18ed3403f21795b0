"""Where the time went between the rep's last sample and the buyer's first: one stopwatch per turn.

Flows in: moments on one monotonic clock. Flows out: `TurnLatency`, in whole milliseconds per stage.
"""

from dataclasses import dataclass

from sparring.transcript import TurnLatency


@dataclass(slots=True)
class Stopwatch:
    """Moments of one exchange, in seconds of a monotonic clock; None: has not happened."""

    last_sample_s: float | None = None  # the rep's last sound of speech reached us
    closed_s: float | None = None  # the turn was judged to be over
    text_s: float | None = None  # its words were known
    decided_s: float | None = None  # the buyer knew what to say
    synthesised_s: float | None = None  # first sound of the answer existed
    handed_over_s: float | None = None  # it lay ready for the transport
    sent_s: float | None = None  # which took it

    def latency(self) -> TurnLatency:
        """The stages between the moments that happened."""
        return TurnLatency(
            endpointing_ms=_between(self.last_sample_s, self.closed_s),
            hearing_ms=_between(self.closed_s, self.text_s),
            mind_ms=_between(self.text_s, self.decided_s),
            voice_ms=_between(self.decided_s, self.synthesised_s),
            handover_ms=_between(self.synthesised_s, self.handed_over_s),
            server_ms=_between(self.last_sample_s, self.sent_s),
        )


def _between(start_s: float | None, end_s: float | None) -> int | None:
    return None if start_s is None or end_s is None else max(0, round((end_s - start_s) * 1000))
