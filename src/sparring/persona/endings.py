"""The two ends of a call with a persona: the next step and what it takes, and what makes the buyer leave.

Flows in: `agrees_when` and `hangs_up_when` of a persona file. Flows out: strict frozen documents.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from sparring.documents import Document
from sparring.ids import Slug
from sparring.persona.texts import Cues, LineTexts, OptionalLines
from sparring.speech_acts import ActKind, Topic


class NotAsked(Document):
    """Ways to put off a rep who has not asked about something: true until one of these topics has come up."""

    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    lines: LineTexts


class Agreement(Document):
    """The next step and what makes the buyer take it. `needs_time`: a day or an hour must have been named."""

    acts: tuple[ActKind, ...] = (ActKind.PROPOSES_NEXT_STEP,)
    cues: Cues = ()
    needs_time: bool = True
    ends_call: bool = False  # the buyer hangs up to do it, as one does to call 911
    facts: tuple[Slug, ...] = ()  # must have been told
    facts_at_least: Annotated[int, Field(ge=0, le=12)] = 0  # told in all: nobody buys from a stranger to their case
    objections: tuple[Slug, ...] = ()  # must have been raised and settled, not merely absent
    lines: LineTexts
    no_time: OptionalLines = ()
    not_yet: LineTexts
    not_asked: Annotated[tuple[NotAsked, ...], Field(max_length=8, exclude_if=lambda ways: not ways)] = ()
    confirms: LineTexts
    farewell: LineTexts


class HangUpCause(StrEnum):
    """Why a buyer leaves."""

    ABUSE = "abuse"
    PRESSURE = "pressure"
    DISPARAGES = "disparages"
    OFFERS_VALUE = "offers_value"
    RED_LINES = "red_lines"  # of any kind, all together
    BRUSHED_ASIDE = "brushed_aside"
    GIBBERISH = "gibberish"
    PATIENCE = "patience"
    SILENCE = "silence"
    TIME_UP = "time_up"


class HangUp(Document):
    """Leaves on the `times`-th occurrence of `cause`, with one of `lines`."""

    cause: HangUpCause
    times: Annotated[int, Field(ge=1, le=9)] = 1
    lines: LineTexts
