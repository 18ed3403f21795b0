"""What a caller tells unasked that a form would ask for: whom the care is for, when it should begin, on which hours.

Flows in: the words of a turn. Flows out: each such thing in plain words, with its span. A coach would not have a rep
ask for it again; saying it back is what shows that it was heard.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sparring.grade.heard.admissible import searchable
from sparring.signals import Moment
from sparring.speech_acts.text.fillers import unheld
from sparring.speech_acts.text.needed_letters import Needed, needed

_KIN = r"mother|mom|mum|mama|father|dad|husband|wife|grandmother|grandma|grandfather|grandpa|aunt|uncle"
_TENS = r"(?:sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
_COUNT = r"(?:one|two|three|four|five|six|seven|eight|ten|twelve|a few|a couple of|\d{1,2})"
_CLOCK = r"(?:six|seven|eight|nine|ten|eleven|twelve|noon|one|two|three|four|five|\d{1,2})"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WISH = (
    r"getting out|gets out|coming home|comes home|going home|discharged?|released"
    r"|start\w*|begin\w*|need\w*|want\w*|like|hop(?:e|ing)|look(?:s|ing)|think(?:ing)?|thought|figured|picturing|from"
)
_WISHED = rf"\b(?:{_WISH})\b[^.?!]{{0,50}}?"
_NAMED = re.compile(
    rf"\b(?i:(?:(?:for|about|is|it's|has|looks after) my (?:sister|brother)|my (?:{_KIN})),? )([A-Z][a-z]+)\b"
    r"|\b(?i:(?:her|his) name(?:'s| is) )([A-Za-z]+)\b"
)
"""A brother or a sister is mostly who helps to decide: one is named as whom the care is for only where that is said."""
_AGED = re.compile(
    rf"\b(?:she|he|(?:{_KIN}|sister|brother)(?: \w+)?)(?:'s| is) (?:about |almost |nearly )?({_TENS}|[6-9]\d)\b",
    re.IGNORECASE,
)
_START = re.compile(
    rf"{_WISHED}\b(tomorrow|tonight|next week|next month|week after next|right away|{_DAY}|(?:on )?the first"
    r"|in (?:two|three|a few|a couple of) (?:days|weeks)|as soon as possible)\b",
    re.IGNORECASE,
)
_HOURS = re.compile(
    rf"{_WISHED}\b((?:week(?:day|end) )?(?:mornings|afternoons|evenings|nights)|overnights?|weekdays|weekends"
    rf"|around the clock|{_COUNT} (?:hours|days|mornings|afternoons|evenings|nights|times)\b"
    rf"|{_CLOCK} (?:to|until|till) {_CLOCK}\b)",
    re.IGNORECASE,
)
_PRICED = re.compile(
    rf"\b(?:what (?:would|does|do|will|is|are)|how much (?:is|are|would|for|do|does))\b[^.?!]{{0,30}}?"
    rf"\b({_COUNT} (?:hours|days|mornings|afternoons|evenings|nights)(?: a week)?)\b",
    re.IGNORECASE,
)
"""What is priced is wanted: "what does three mornings cost me?"."""
_TABLES: Mapping[Moment, tuple[Needed, ...]] = {
    Moment.PERSON_NAMED: (
        Needed(_NAMED, ("my ", "name"), folded=True),
        Needed(_AGED, (*"6789", "sixty", "seventy", "eighty", "ninety"), folded=True),
    ),
    Moment.START_NAMED: (needed(_START),),
    Moment.HOURS_NAMED: (needed(_HOURS), needed(_PRICED)),
}


@dataclass(frozen=True, slots=True)
class Volunteered:
    """`text[start:end]`, and the same in plain words: lower case, no marks."""

    moment: Moment
    words: str
    start: int
    end: int


def volunteered_in(text: str) -> Iterator[Volunteered]:
    """The person first, then the start, then the hours."""
    said = unheld(text)
    for moment, patterns in _TABLES.items():
        possible = [one.pattern for one in patterns if one.may_be_in(said.text)]
        for found in (one for pattern in possible for one in pattern.finditer(said.text)):
            group = found.lastindex or 0
            yield Volunteered(moment, searchable(found[group]), *said.span(*found.span(group)))
