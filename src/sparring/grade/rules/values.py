"""Different values among acts: two days, or an hour beside a day, are two; "two" in "at two" is none.

Flows in: acts that each carry a value. Flows out: as many as are wanted of which none is part of another, or none.
"""

import re
from collections.abc import Sequence
from itertools import combinations

from sparring.grade.heard.testimony import PlacedAct
from sparring.speech_acts import ActKind

MAX_VALUES = 12
"""Values that are compared with one another; nobody offers more times than that."""
_DAY = re.compile(r"day\b|tomorrow|tonight|(?:this|next) (?:morning|afternoon|evening|week)")
_HOUR = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)\b")
_FIGURE = re.compile(
    r"\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|sixty|ninety)\b"
)
_CHOICE = re.compile(r"\b(?:or|and)\b")
_NO_VALUE = frozenset(("on", "at", "in", "the", "by", "around", "about", "this"))
"""Words that make no other value of a day or an hour."""


def different_values(candidates: Sequence[PlacedAct], at_least: int) -> tuple[PlacedAct, ...]:
    """The first `at_least` acts of which none says only part of what another says ("Wednesday", "Wednesday at two")."""
    valued = ((frozenset(act.about.casefold().split()) - _NO_VALUE, act) for act in reversed(candidates))
    first_of = {value: act for value, act in valued if value}
    values = sorted(first_of, key=lambda value: (first_of[value].turn, first_of[value].start))[:MAX_VALUES]
    for chosen in combinations(values, at_least):
        pairs = tuple(combinations(chosen, 2))
        if not any(one < other or other < one or _one_time(first_of[one], first_of[other]) for one, other in pairs):
            return tuple(first_of[value] for value in chosen)
    return ()


def figures_in(text: str) -> frozenset[str]:
    """The numbers that a text says, in digits or in words."""
    return frozenset(_FIGURE.findall(text.lower()))


def _one_time(first: PlacedAct, second: PlacedAct) -> bool:
    """Whether one names the day and the other its hour, in a sentence that offers no choice: "tomorrow ... at ten"."""
    if first.turn != second.turn or first.words != second.words or first.kind is not ActKind.NAMES_TIME:
        return False
    days = [_DAY.search(act.about) is not None for act in (first, second)]
    hours = [_HOUR.search(act.about) is not None for act in (first, second)]
    offered = _CHOICE.search(first.words) is not None
    return days[0] != days[1] and hours == days[::-1] and not offered
