"""Exams that managers set."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.contracts.test_exams import EXAM

CENTRAL = timezone(-timedelta(hours=6))


@pytest.mark.parametrize(
    ("closes_at", "day"),
    [
        (datetime(2026, 12, 6, tzinfo=CENTRAL), date(2026, 12, 5)),
        (datetime(2027, 1, 1, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 6, 12, tzinfo=CENTRAL), date(2026, 12, 6)),
        (None, None),
    ],
)
def test_its_last_day_is_the_one_that_was_chosen(closes_at: datetime | None, day: date | None) -> None:
    """The midnight that ends a day belongs to it, in the time zone of whoever chose it."""
    assert replace(EXAM, closes_at=closes_at).last_day == day


def test_it_is_over_when_its_last_day_is() -> None:
    """To the second, wherever the server's clock stands; without a last day it never is."""
    midnight = datetime(2026, 12, 6, tzinfo=CENTRAL)
    exam = replace(EXAM, closes_at=midnight)
    assert not exam.is_over(datetime(2026, 12, 6, 5, 59, 59, tzinfo=UTC))
    assert exam.is_over(datetime(2026, 12, 6, 6, tzinfo=UTC))
    assert not replace(EXAM, closes_at=None).is_over(datetime(2126, 1, 1, tzinfo=UTC))
