"""The bench of a room's faults: what its figures mean."""

import pytest
from bench.room_faults import p90


@pytest.mark.parametrize(
    ("values", "found"),
    [([], None), ([2.0], 2.0), ([float(one) for one in range(1, 11)], 9.0), ([3.0, 1.0, 2.0], 3.0)],
)
def test_nine_of_ten_are_no_later(values: list[float], found: float | None) -> None:
    """By the nearest rank, in any order."""
    assert p90(values) == found
