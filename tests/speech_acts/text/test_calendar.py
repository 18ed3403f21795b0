"""The names of months and weekdays, and the hours as they are said."""

import calendar

from sparring.speech_acts.text.calendar import HOURS, MONTHS, WEEKDAYS


def test_the_names_are_the_calendars_own() -> None:
    """In its order, which dates are read out by."""
    assert [*MONTHS] == calendar.month_name[1:]
    assert [*WEEKDAYS] == [*calendar.day_name]


def test_the_hours_are_those_of_a_clock() -> None:
    """Twelve of them, and noon."""
    assert (HOURS[0], HOURS[11], HOURS[12:]) == ("one", "twelve", ("noon",))
