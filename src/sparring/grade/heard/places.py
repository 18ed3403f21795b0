"""Where somebody says that they, or the person in question, live: a town, a street, a postcode.

Flows in: the words of a turn. Flows out: each place in plain words, with its span. Towns are told by their capital,
which typed text and recognisers give them; without one "in dayton" is nothing that code could know for a place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sparring.grade.heard.admissible import searchable
from sparring.speech_acts.text.calendar import MONTHS, WEEKDAYS
from sparring.speech_acts.text.fillers import unheld
from sparring.speech_acts.text.needed_letters import Needed, needed

_NAME = r"[A-Z][a-z]+(?: [A-Z][a-z]+)?"
_TOWN = re.compile(
    rf"\b(?:liv\w+|is|are|am|\w+'[sm]|\w+'re|house|home|apartment|condo|place|over|out|up|down|here|calling|family)"
    rf"(?: (?:alone|still|now|by (?:herself|himself)|right|all))? (?:in|from|near|(?:just )?outside(?: of)?) ({_NAME})"
)
_AFTER_A_PAUSE = re.compile(rf", (?:(?:over|out|up|down) )?in ({_NAME})(?=[.,!?]|$)")
_STREET = re.compile(
    rf"\b({_NAME}) (?:Street|Avenue|Road|Lane|Drive|Court|Boulevard|Terrace|Heights"
    r"|street|avenue|road|lane|drive|court)\b"
)
_POSTCODE = re.compile(r"\b(\d{5})\b")
_NO_TOWN = re.compile(
    rf"\b(?:{'|'.join((*MONTHS, *WEEKDAYS))}|Medicare|Medicaid|Mom|Dad|Hospital|Rehab|Center|Clinic|Medical|Home"
    r"|Google|Facebook|I|The|That|This)\b"
)
"""Months, people, and where somebody is treated: nobody is visited there."""


_SOUGHT = (
    Needed(_TOWN, (" in ", " from ", " near ", " outside ")),
    Needed(_AFTER_A_PAUSE, (", in ", ", over in ", ", out in ", ", up in ", ", down in ")),
    needed(_STREET),
    Needed(_POSTCODE, tuple("0123456789"), folded=True),  # only of ASCII: there are other digits
)


@dataclass(frozen=True, slots=True)
class PlainSpan:
    """`text[start:end]`, and the same in plain words: lower case, no marks."""

    words: str
    start: int
    end: int


def places_in(text: str) -> Iterator[PlainSpan]:
    """Towns first, then streets, then postcodes."""
    said = unheld(text)
    for sought in _SOUGHT:
        for found in sought.pattern.finditer(said.text) if sought.may_be_in(said.text) else ():
            if not _NO_TOWN.search(found[1]):
                yield PlainSpan(searchable(found[1]), *said.span(*found.span(1)))
