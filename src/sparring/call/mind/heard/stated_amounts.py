"""The numbers in a sentence with what they count, lengths of time, hours of a clock: "twenty hours a week", "at four".

Flows in: normalised words. Flows out: the amounts, which can be held against those of another sentence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from sparring.call.mind.phrases import FUNCTION_WORDS
from sparring.persona import stem
from sparring.speech_acts.text.numbers import NUMBERS, TENS

_TENS: Final = frozenset(TENS)
_VALUES: Final = {**NUMBERS, "twice": 2, "noon": 12, "midnight": 12}
_HUNDRED: Final = "hundred"
_BEFORE_AN_HOUR: Final = frozenset({"at", "by", "around", "until", "till", "from"})
_AFTER_AN_HOUR: Final = frozenset({"thirty", "fifteen", "o'clock", "sharp", "am", "pm"})
_LAST_HOUR: Final = 12
_PER: Final = frozenset({"a", "an", "per", "each", "every"})
_RANGES: Final = frozenset({"to", "or", "and"})
_BETWEEN: Final = frozenset({"other", "more", "different", "whole", "full", "good"})
_UNITS: Final = {"hour": "hour", "day": "day", "night": "night", "week": "week", "month": "month", "year": "year"}
_DAYS_OF: Final = {"hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_ONE_SPAN: Final = re.compile(
    r"\b(?:(?:an?|one) (hour|day|week|month|year) ago|last (week|month|year)|(?:in|within) (?:an?|one) "
    r"(hour|day|week|month|year))\b"
)
_AS_LONG: Final = 1.5  # times as long: another length of time, and no rounder way to say the same
_ROUNDED: Final = 0.12  # of a number: whoever says it about right has not said it wrong


class _Number(NamedTuple):
    value: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a text counts.

    Args:
        counted: by what is counted, as "hour/week" or "agenci", the numbers of it.
        spans_days: lengths of time, in days.
        hours: of a clock.
        numbers: all of them.
    """

    counted: Mapping[str, frozenset[int]]
    spans_days: frozenset[float]
    hours: frozenset[int]
    numbers: frozenset[int]


def amounts_in(words: str) -> Amounts:
    """The amounts in normalised words."""
    items = words.split()
    numbers = list(_numbers(items))
    counted: dict[str, set[int]] = {}
    spans = {_DAYS_OF[next(filter(None, one.groups()))] for one in _ONE_SPAN.finditer(words)}
    hours = set()
    for place, number in enumerate(numbers):
        if _is_hour(items, number):
            hours.add(number.value)
            continue
        unit, per = _counted(items, numbers, place)
        if unit in _DAYS_OF and not per:
            spans.add(number.value * _DAYS_OF[unit])
        else:
            counted.setdefault(f"{unit}/{per}" if per else unit, set()).add(number.value)
    kept = {unit: frozenset(some) for unit, some in counted.items()}
    return Amounts(kept, frozenset(spans), frozenset(hours), frozenset(one.value for one in numbers))


def differ(said: Amounts, told: Amounts) -> bool:
    """Whether something is counted otherwise in what is said than in what was told."""
    for unit, theirs in said.counted.items():
        ours = told.counted.get(unit, frozenset()) if unit else told.numbers
        if ours and not any(_is_about(one, other) for one in theirs for other in ours):
            return True
    spans = [(one, other) for one in said.spans_days for other in told.spans_days]
    if spans and all(max(pair) >= _AS_LONG * min(pair) for pair in spans):
        return True
    return bool(said.hours and told.hours) and said.hours.isdisjoint(told.hours | told.numbers)


def _is_about(one: int, other: int) -> bool:
    return abs(one - other) <= _ROUNDED * other


def _numbers(items: list[str]) -> Iterator[_Number]:
    place = 0
    while place < len(items):
        word, start = items[place], place
        value = int(word) if word.isdigit() else _VALUES.get(word, 0)
        place += 1
        if not value:
            continue
        if word in _TENS and place < len(items) and 0 < NUMBERS.get(items[place], 0) < min(TENS.values()) / 2:
            value += NUMBERS[items[place]]
            place += 1
        if place < len(items) and items[place] == _HUNDRED:
            value *= 100
            place += 1
        yield _Number(value, start, place)


def _is_hour(items: list[str], number: _Number) -> bool:
    before, after = items[number.start - 1 : number.start], items[number.end : number.end + 1]
    if number.value > _LAST_HOUR or (after and _unit_of(after[0]) in _DAYS_OF):
        return False
    if items[number.start] in ("noon", "midnight"):
        return True
    led = bool(before) and before[0] in _BEFORE_AN_HOUR
    return (led and not (after and _names_a_thing(after[0]))) or (bool(after) and after[0] in _AFTER_AN_HOUR)


def _counted(items: list[str], numbers: list[_Number], place: int) -> tuple[str, str]:
    """What a number counts, and per what; of "six to eight weeks" both count weeks."""
    number = numbers[place]
    if items[number.start] == "twice":
        return "time", _per(items, number.end)
    following = items[number.end : number.end + 1]
    if (
        following
        and following[0] in _RANGES
        and place + 1 < len(numbers)
        and numbers[place + 1].start == number.end + 1
    ):
        return _counted(items, numbers, place + 1)
    at = number.end + (bool(following) and following[0] in _BETWEEN)
    if at >= len(items) or not _names_a_thing(items[at]):
        return "", ""
    return _unit_of(items[at]), _per(items, at + 1)


def _per(items: list[str], at: int) -> str:
    following = items[at : at + 2]
    if len(following) > 1 and following[0] in _PER and _unit_of(following[1]) in _UNITS:
        return _unit_of(following[1])
    return ""


def _names_a_thing(word: str) -> bool:
    return word not in FUNCTION_WORDS and word not in _VALUES and not word.isdigit()


def _unit_of(word: str) -> str:
    return _UNITS.get(word.removesuffix("s")) or ("time" if word == "times" else stem(word))
