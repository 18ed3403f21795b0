"""The schedule of attempts."""

import pytest

from sparring.adapters.retry import EVENT_GRID, RetryPolicy


@pytest.mark.parametrize(
    ("attempt", "delay_s"),
    [(1, 10), (2, 30), (3, 60), (4, 300), (5, 600), (6, 1_800), (7, 3_600), (8, 3_600), (30, 3_600)],
)
def test_the_default_waits_as_event_grid_does(attempt: int, delay_s: float) -> None:
    """Ten seconds first, an hour from the seventh attempt on."""
    assert EVENT_GRID.delay_s(attempt) == delay_s


@pytest.mark.parametrize(
    ("attempt", "age_s", "over"),
    [(1, 0, False), (29, 0, False), (30, 0, True), (7, 82_800, False), (7, 82_801, True), (1, 86_391, True)],
)
def test_attempts_end_by_number_or_by_age(attempt: int, age_s: float, over: bool) -> None:  # noqa: FBT001 - a table's column
    """No attempt follows the thirtieth, nor one that would come after a day."""
    assert EVENT_GRID.exhausted(attempt=attempt, age_s=age_s) is over


def test_a_policy_of_ones_own_repeats_its_last_wait() -> None:
    """The last delay goes on."""
    policy = RetryPolicy(delays_s=(1.0, 2.0))
    assert [policy.delay_s(attempt) for attempt in (1, 2, 3, 9)] == [1.0, 2.0, 2.0, 2.0]
