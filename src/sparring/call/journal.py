"""The call's diary: entries that are made durable one by one, and folded into the transcript at the end.

Flows in: what the session reports, as it happens. Flows out: bytes for the journal port, and a `Transcript`. A call
whose process died is finished from its entries alone, with `complete=false` and the reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from sparring.documents import Document
from sparring.errors import DiaryUnreadable
from sparring.ids import CallId, CallIdField, LocationId, RepId, RepIdField, Slug, TenantId
from sparring.persona import Level, Persona
from sparring.rubric import Rubric
from sparring.transcript import (
    Attempt,
    Ending,
    Engines,
    Event,
    Milliseconds,
    Transcript,
    Turn,
    TurnLatency,
    TurnText,
    VersionRef,
    Word,
)


class Opened(Document):
    """The call exists: who, with whom, under which rubric."""

    entry: Literal["opened"] = "opened"
    call_id: CallIdField
    tenant_id: Slug
    location_id: Slug
    rep_id: RepIdField
    persona: VersionRef
    rubric: VersionRef
    call_type: Literal["inside", "outside"]
    call_direction: Literal["buyer_calls", "rep_calls"]
    difficulty: Literal["easy", "normal", "hard"]
    seed: int
    attempt: Attempt
    engines: Engines
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose call it is."""

    tenant_id: TenantId
    location_id: LocationId
    rep_id: RepId


@dataclass(frozen=True, slots=True)
class Booking:
    """A call to be opened: whose, when, how hard, by what means. The same seed gives the same buyer."""

    call_id: CallId
    whose: Whose
    difficulty: Level
    seed: int
    attempt: Attempt
    engines: Engines
    started_at: datetime


def opened(persona: Persona, rubric: Rubric, booking: Booking) -> Opened:
    """The first entry of a new call's diary."""
    return Opened(
        call_id=booking.call_id,
        tenant_id=booking.whose.tenant_id,
        location_id=booking.whose.location_id,
        rep_id=booking.whose.rep_id,
        persona=VersionRef(id=persona.id, version=persona.version, digest=persona.digest),
        rubric=rubric.ref,
        call_type=persona.call_type,
        call_direction=persona.call_direction,
        difficulty=booking.difficulty,
        seed=booking.seed,
        attempt=booking.attempt,
        engines=booking.engines,
        started_at=booking.started_at,
    )


class Said(Document):
    """A turn as the other side heard it."""

    entry: Literal["said"] = "said"
    turn: Turn


class Measured(Document):
    """What became known about a turn after it was said."""

    entry: Literal["measured"] = "measured"
    index: int
    latency: TurnLatency | None = None
    words: tuple[Word, ...] = ()
    confidence: float | None = None


class Corrected(Document):
    """The rep says what they really said."""

    entry: Literal["corrected"] = "corrected"
    index: int
    text: TurnText


class Happened(Document):
    """An event."""

    entry: Literal["happened"] = "happened"
    event: Event


class Ended(Document):
    """The call is over; only corrections and measurements follow."""

    entry: Literal["ended"] = "ended"
    ending: Ending
    duration_ms: Milliseconds


Entry = Opened | Said | Measured | Corrected | Happened | Ended
_ENTRY: TypeAdapter[Entry] = TypeAdapter(Annotated[Entry, Field(discriminator="entry")])


def encode(entry: Entry) -> bytes:
    """One line for the journal port."""
    return entry.model_dump_json().encode()


def decode(line: bytes) -> Entry:
    """Raises: DiaryUnreadable when the line is not one of ours."""
    try:
        return _ENTRY.validate_json(line)
    except ValueError:
        raise DiaryUnreadable("The call's diary holds a line that cannot be read.") from None


def assemble(entries: Iterable[Entry], *, otherwise: Ending) -> Transcript:
    """Fold the diary into a transcript.

    Args:
        entries: in the order they were written; the first is `Opened`.
        otherwise: how the call ended if the diary does not say.

    Raises:
        DiaryUnreadable: there is no opening entry, or the entries do not amount to a transcript.
    """
    opened, ended = None, None
    turns: dict[int, Turn] = {}
    events: list[Event] = []
    for entry in entries:
        match entry:
            case Opened():
                opened = entry
            case Said(turn=turn):
                turns[turn.index] = turn
            case Measured(index=index) | Corrected(index=index):
                if index in turns:
                    turns[index] = amended(turns[index], entry)
            case Happened(event=event):
                events.append(event)
            case Ended():
                ended = entry
    if opened is None:
        raise DiaryUnreadable("The call's diary does not say whose call it is.")
    try:
        return _transcript(opened, tuple(turns[index] for index in sorted(turns)), events, ended, otherwise)
    except ValueError:
        raise DiaryUnreadable("What stands in the call's diary does not amount to a transcript.") from None


def amended(turn: Turn, entry: Measured | Corrected) -> Turn:
    """The turn with what became known about it later."""
    if isinstance(entry, Corrected):
        original = turn.text if turn.corrected_from is None else turn.corrected_from
        # word times belong to the recogniser's words, not to the corrected ones
        return turn.model_copy(update={"text": entry.text, "corrected_from": original, "words": (), "confidence": None})
    untouched = turn.corrected_from is None
    return turn.model_copy(
        update={
            "latency": _merged(turn.latency, entry.latency),
            "words": entry.words if entry.words and untouched else turn.words,
            "confidence": entry.confidence if entry.confidence is not None and untouched else turn.confidence,
        }
    )


def _merged(old: TurnLatency | None, new: TurnLatency | None) -> TurnLatency | None:
    if old is None or new is None:
        return new or old
    return old.model_copy(update=new.model_dump(exclude_none=True))


def _transcript(
    opened: Opened, turns: tuple[Turn, ...], events: list[Event], ended: Ended | None, otherwise: Ending
) -> Transcript:
    header = {name: getattr(opened, name) for name in Opened.model_fields if name != "entry"}
    last_ms = max((turn.end_ms for turn in turns), default=0)
    return Transcript(
        **header,
        duration_ms=ended.duration_ms if ended else last_ms,
        turns=turns,
        events=tuple(event for event in events if event.turn is None or event.turn < len(turns)),
        ending=ended.ending if ended else otherwise,
    )
