"""When to try again: Event Grid's schedule, which the event queue and the mail outbox both keep.

Source: learn.microsoft.com/azure/event-grid/delivery-and-retry. A delivery not acknowledged in 30 seconds is tried
again after 10 s, 30 s, 1, 5, 10 and 30 minutes, 1 hour, then hourly, at most 30 times and for 24 hours.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How long to wait, how often, and when to give up."""

    lease_s: float = 30.0
    delays_s: tuple[float, ...] = (10.0, 30.0, 60.0, 300.0, 600.0, 1_800.0, 3_600.0)  # the last one repeats
    max_attempts: int = 30
    time_to_live_s: float = 86_400.0

    def delay_s(self, attempt: int) -> float:
        """Wait after the `attempt`-th attempt, which counts from 1."""
        return self.delays_s[min(attempt, len(self.delays_s)) - 1]

    @property
    def longest_s(self) -> float:
        """No wait ends later than this from now: what does was set by a clock that has been put back since."""
        return self.lease_s + max(self.delays_s)

    def exhausted(self, *, attempt: int, age_s: float) -> bool:
        """Whether the `attempt`-th attempt, failed when this old, was the last one."""
        return attempt >= self.max_attempts or age_s + self.delay_s(attempt) > self.time_to_live_s


EVENT_GRID = RetryPolicy()
