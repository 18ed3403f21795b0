"""Times of day, dates and years as words: rules for `4:30 p.m.`, `March 3rd, 2024`, `11/12`, `in 1948`, `the '80s`."""

import re
from typing import Final

from sparring.adapters.voice.text_normalisation.numbers import cardinal, ordinal, plural, year
from sparring.adapters.voice.text_normalisation.rule import Rule
from sparring.speech_acts.text.calendar import MONTHS, WEEKDAYS

_SHORT_MONTHS: Final = {name[:3]: name for name in MONTHS if name != "May"} | {"Sept": "September"}
_SHORT_DAYS: Final = {short: name for name in WEEKDAYS[:5] for short in (name[:3], name[:4], name[:5]) if short != name}
_MONTH: Final = "|".join(MONTHS)
_HALF: Final = r"\s?([AaPp])\.?\s?[Mm]\b\.?"
_DASH: Final = r"\s?[-\u2013\u2014]\s?"
_YEAR_CUE: Final = (
    r"[Ii]n|[Ss]ince|[Ff]rom|[Uu]ntil|till|[Bb]y|[Bb]efore|[Aa]fter|of|year|through|[Dd]uring|[Aa]round|early|late"
)
_CALENDAR_WORD: Final = "|".join([*MONTHS, *WEEKDAYS])


def clock(hour: int, minute: int) -> str:
    """4, 30 -> `four thirty`; 4, 5 -> `four oh five`; 4, 0 -> `four o'clock`."""
    if minute == 0:
        return f"{cardinal(hour)} o'clock"
    return f"{cardinal(hour)} {'oh ' if minute < 10 else ''}{cardinal(minute)}"


def _possible(hour: int, minute: int) -> bool:
    return hour <= 23 and minute <= 59


def _time(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), int(match[2])
    return clock(hour, minute) if _possible(hour, minute) else match[0]


def _half_day_time(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), int(match[2] or 0)
    if not _possible(hour, minute):
        return match[0]
    said = clock(hour, minute) if minute else cardinal(hour)
    return f"{said} {match[3].upper()}.M{'.' if _ends_sentence(match) else ''}"


def _ends_sentence(match: re.Match[str]) -> bool:
    """The full stop of `p.m.` ends the sentence too when nothing follows, or a capital that is no day or month."""
    after = match.string[match.end() :]
    followed = re.match(rf"[\"')]*(?:$|\s+(?!{_CALENDAR_WORD})[A-Z])", after)
    return match[0].endswith(".") and followed is not None


def _month_day(match: re.Match[str]) -> str:
    said = f"{match[1]} {ordinal(int(match[2]))}"
    return f"{said}, {year(int(match[3]))}" if match[3] else said


def _month_days(match: re.Match[str]) -> str:
    return f"{match[1]} {ordinal(int(match[2]))} to {ordinal(int(match[3]))}"


def _slashed(match: re.Match[str]) -> str:
    month, day = int(match[1]), int(match[2])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return match[0]
    said = f"{MONTHS[month - 1]} {ordinal(day)}"
    if match[3] is None:
        return said
    number = int(match[3])
    return f"{said}, {year(number if number > 99 else 2000 + number)}"


RULES: Final = (
    Rule(rf"\b({'|'.join(_SHORT_MONTHS)})\.?(?=\s\d)", lambda m: _SHORT_MONTHS[m[1]]),
    Rule(rf"\b({'|'.join(_SHORT_DAYS)})\.(?=\s)", lambda m: _SHORT_DAYS[m[1]]),
    Rule(rf"\b(\d{{1,2}}:\d\d|\d{{1,2}}(?={_DASH}\d{{1,2}}(?::\d\d)?{_HALF})){_DASH}(?=\d)", lambda m: f"{m[1]} to "),
    Rule(rf"\b(\d{{1,2}})(?::(\d\d))?{_HALF}", _half_day_time),
    Rule(rf"(?<=[AP]\.M){_DASH}(?=[a-z])", lambda _: " to "),
    Rule(r"\b(\d{1,2}):(\d\d)(?!\d)", _time),
    Rule(rf"\b({_MONTH})\s(\d{{1,2}}){_DASH}(\d{{1,2}})\b", _month_days),
    Rule(rf"\b({_MONTH})\s(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(\d{{4}}))?\b(?![:\d])", _month_day),
    Rule(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d\d))?(?![\d/])", _slashed),
    Rule(r"\b(1[89]\d0|20\d0)'?s\b", lambda m: plural(year(int(m[1])))),
    Rule(r"(?<![\d.,])'?([2-9]0)'?s\b", lambda m: plural(cardinal(int(m[1])))),
    Rule(r"\b(19\d\d|20\d\d)[-\u2013](?=(?:19|20)\d\d\b)", lambda m: f"{year(int(m[1]))} to "),
    Rule(rf"\b((?:{_YEAR_CUE}|to|{_MONTH}),?\s)(1[1-9]\d\d|20\d\d)\b(?![,.]\d)", lambda m: m[1] + year(int(m[2]))),
)
