"""The names of months and weekdays, and the hours as they are said."""

from typing import Final

from sparring.speech_acts.text.numbers import UNITS

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOURS: Final = (*tuple(UNITS)[1:13], "noon")
"""Of a clock, in words."""
