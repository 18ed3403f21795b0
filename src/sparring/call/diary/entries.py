"""The call's diary: entries that are made durable one by one, and folded into the transcript at the end.

Flows in: what the session reports, as it happens. Flows out: bytes for the journal port, and a `Transcript`. A call
whose process died is finished from its entries alone, with `complete=false` and the reason.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from sparring.documents import Document
from sparring.errors import DiaryUnreadable
from sparring.ids import CallId, CallIdField, LocationId, RepId, RepIdField, Slug, TenantId
from sparring.persona import Difficulty, Persona
from sparring.rubric import Rubric
from sparring.transcript import (
    Attempt,
    Ending,
    Engines,
    Event,
    Label,
    Milliseconds,
    Speaker,
    Step,
    Trace,
    Transcript,
    Turn,
    TurnLatency,
    TurnText,
    Usage,
    VersionRef,
    Word,
)

READING_MS_A_WORD = 300
MIND = f"sparring {version('sparring')}"
"""Whose rules the buyer's mind follows; another version may decide otherwise."""


class CallOpened(Document):
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
    mind: Label | None = None  # None in a diary of a version that kept no trace


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
    difficulty: Difficulty
    seed: int
    attempt: Attempt
    engines: Engines
    started_at: datetime


def opened(persona: Persona, rubric: Rubric, booking: Booking) -> CallOpened:
    """The first entry of a new call's diary."""
    return CallOpened(
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
        mind=MIND,
    )


class Inherited(Document):
    """What a fork takes over from the call it was forked from."""

    entry: Literal["inherited"] = "inherited"
    turns: tuple[Turn, ...]
    events: tuple[Event, ...]
    steps: tuple[Step, ...]


class CallCarried(Document):
    """A process has taken the call up; more than once when one before it died."""

    entry: Literal["carried"] = "carried"
    engines: Engines


class TurnSaid(Document):
    """A turn as the other side heard it."""

    entry: Literal["said"] = "said"
    turn: Turn


class TurnMeasured(Document):
    """What became known about a turn after it was said."""

    entry: Literal["measured"] = "measured"
    index: int
    latency: TurnLatency | None = None
    words: tuple[Word, ...] = ()
    confidence: float | None = None


class TurnCorrected(Document):
    """The rep says what they really said."""

    entry: Literal["corrected"] = "corrected"
    index: int
    text: TurnText


class Happened(Document):
    """An event."""

    entry: Literal["happened"] = "happened"
    event: Event


class Traced(Document):
    """What the buyer's mind was told, in order."""

    entry: Literal["traced"] = "traced"
    steps: tuple[Step, ...]


class Used(Document):
    """What the services have done for this call so far; the newest entry counts."""

    entry: Literal["used"] = "used"
    usage: tuple[Usage, ...]


class CallEnded(Document):
    """The call is over; only corrections and measurements follow."""

    entry: Literal["ended"] = "ended"
    ending: Ending
    duration_ms: Milliseconds


Entry = (
    CallOpened
    | Inherited
    | CallCarried
    | TurnSaid
    | TurnMeasured
    | TurnCorrected
    | Happened
    | Traced
    | Used
    | CallEnded
)
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


@dataclass(slots=True)
class _Record:
    """What the entries amount to so far."""

    opened: CallOpened | None = None
    engines: Engines | None = None
    ended: CallEnded | None = None
    turns: dict[int, Turn] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    usage: tuple[Usage, ...] | None = None

    def take(self, entry: Entry) -> None:
        match entry:
            case CallOpened() | CallCarried():
                self._taken_up(entry)
            case Inherited(turns=turns, events=events, steps=steps):
                self.turns |= {turn.index: turn for turn in turns}
                self.events += events
                self.steps += steps
            case TurnSaid(turn=turn):
                self.turns[turn.index] = turn
            case TurnMeasured(index=index) | TurnCorrected(index=index):
                if index in self.turns:
                    self.turns[index] = amended(self.turns[index], entry)
            case Happened(event=event):
                self.events.append(event)
            case Traced(steps=steps):
                self.steps += steps
            case Used(usage=usage):
                self.usage = usage
            case CallEnded():
                self.ended = entry

    def _taken_up(self, entry: CallOpened | CallCarried) -> None:
        """What carries the call is known to whoever takes it up, and for certain to nobody before."""
        if isinstance(entry, CallOpened):
            self.opened = entry
        else:
            self.engines = entry.engines


def assemble(entries: Iterable[Entry], *, otherwise: Ending) -> Transcript:
    """Fold the diary into a transcript.

    Args:
        entries: in the order they were written; the first is `CallOpened`.
        otherwise: how the call ended if the diary does not say.

    Raises:
        DiaryUnreadable: there is no opening entry, or the entries do not amount to a transcript.
    """
    record = _Record()
    for entry in entries:
        record.take(entry)
    if record.opened is None:
        raise DiaryUnreadable("The call's diary does not say whose call it is.")
    try:
        return _transcript(record, record.opened, otherwise)
    except ValueError:
        raise DiaryUnreadable("What stands in the call's diary does not amount to a transcript.") from None


def amended(turn: Turn, entry: TurnMeasured | TurnCorrected) -> Turn:
    """The turn with what became known about it later."""
    if isinstance(entry, TurnCorrected):
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
    known = ((name, getattr(new, name)) for name in TurnLatency.model_fields)
    return old.model_copy(update={name: value for name, value in known if value is not None})


def _transcript(record: _Record, opened: CallOpened, otherwise: Ending) -> Transcript:
    header = {name: getattr(opened, name) for name in CallOpened.model_fields if name not in ("entry", "mind")}
    header["engines"] = record.engines or opened.engines
    turns = tuple(record.turns[index] for index in sorted(record.turns))
    last_ms = max((turn.end_ms for turn in turns), default=0)
    duration_ms = record.ended.duration_ms if record.ended else last_ms
    return Transcript(
        **header,
        duration_ms=duration_ms,
        turns=tuple(_as_read(turns, duration_ms=duration_ms)),
        events=tuple(event for event in record.events if event.turn is None or event.turn < len(turns)),
        ending=record.ended.ending if record.ended else otherwise,
        trace=Trace(mind=opened.mind, steps=tuple(record.steps)) if opened.mind else None,
        usage=record.usage,
    )


def _as_read(turns: Sequence[Turn], *, duration_ms: int) -> Iterator[Turn]:
    """An answer in writing was read for as long as that takes, but not beyond the next turn or the end of the call."""
    for turn, over_ms in zip(turns, [*(following.start_ms for following in turns[1:]), duration_ms], strict=False):
        if turn.channel == "voice" or turn.speaker is Speaker.REP:
            yield turn
            continue
        reading_ms = turn.end_ms - turn.start_ms or len(turn.text.split()) * READING_MS_A_WORD
        end_ms = max(turn.start_ms, min(turn.start_ms + reading_ms, over_ms))
        yield turn.model_copy(update={"end_ms": end_ms})
