"""Who can speak on this machine: ids that personas pin, whichever engine gives them a voice."""

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Person:
    """One voice; `pitch` and `rate` tell people apart on engines that have one voice for each gender."""

    id: str
    gender: Literal["female", "male"]
    pitch: float = 1.0
    rate: float = 1.0


PEOPLE: Final = (
    Person("heart", "female"),
    Person("ruth", "female", pitch=0.93, rate=0.93),
    Person("grace", "female", pitch=0.95, rate=1.04),
    Person("nora", "female", pitch=1.07),
    Person("michael", "male"),
    Person("walter", "male", pitch=0.95, rate=0.9),
    Person("victor", "male", pitch=0.86),
    Person("sam", "male", pitch=1.12, rate=1.04),
)


def person(voice_id: str) -> Person:
    """KeyError when there is nobody of that id."""
    for one in PEOPLE:
        if one.id == voice_id:
            return one
    raise KeyError(voice_id)
