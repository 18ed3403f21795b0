"""The machine's clock."""

from datetime import timedelta

from sparring.adapters.clock import SystemClock


def test_now_is_aware_and_in_utc() -> None:
    """No time without its zone."""
    assert SystemClock().now().utcoffset() == timedelta(0)


def test_the_monotonic_clock_never_runs_backwards() -> None:
    """A thousand readings are in order."""
    clock = SystemClock()
    readings = [clock.monotonic_s() for _ in range(1_000)]
    assert readings == sorted(readings)
