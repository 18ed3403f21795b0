"""What was said and what happened on one call: the air gap's only contract, versioned.

Flows in: the call's journal. Flows out: one create-only object that Brain 2 grades. Times are milliseconds on the
call's audio clock (counted samples), zero at pick-up; never the wall clock.
"""

import re
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, Protocol, Self

from pydantic import Field, SerializerFunctionWrapHandler, StringConstraints, model_serializer, model_validator

from sparring.documents import Digest, Document, VersionRef, parse_document
from sparring.errors import IdRejected, TranscriptRejected
from sparring.ids import CallId, CallIdField, ExamIdField, RepIdField, Slug, parse_call_id

__all__ = [
    "MAX_LABEL",
    "MAX_TRANSCRIPT_BYTES",
    "MAX_TURNS",
    "UPLOADED",
    "Attempt",
    "Digest",
    "Ending",
    "Engines",
    "Event",
    "EventKind",
    "Label",
    "Milliseconds",
    "Probability",
    "Speaker",
    "Step",
    "StepKind",
    "Trace",
    "Transcript",
    "Turn",
    "TurnLatency",
    "TurnText",
    "Upload",
    "Usage",
    "UsagePart",
    "UsageUnit",
    "VersionRef",
    "Word",
    "Wording",
    "clock_time",
    "parse_transcript",
]

MAX_TRANSCRIPT_BYTES = 1_048_576
MAX_TURNS = 2_000
UPLOADED = "uploaded"
"""Stands where a persona's id would, in a call that no buyer of ours took."""

TRANSCRIPTS = "transcripts"  # the folder of the air gap that holds them
_OBJECT_NAME = re.compile(rf"{TRANSCRIPTS}/\d{{4}}/\d{{2}}/\d{{2}}/([a-z0-9_]{{1,40}})\.json", re.ASCII)

Milliseconds = Annotated[int, Field(ge=0, le=86_400_000)]
Probability = Annotated[float, Field(ge=0, le=1)]
MAX_TURN_CHARACTERS = 8_000
TurnText = Annotated[str, StringConstraints(max_length=MAX_TURN_CHARACTERS)]
MAX_LABEL = 120  # characters
Label = Annotated[str, StringConstraints(max_length=MAX_LABEL)]


class Speaker(StrEnum):
    """Who spoke."""

    REP = "rep"
    BUYER = "buyer"


class Word(Document):
    """One recognised word: when it began on the call's clock and how sure the recogniser was."""

    text: Annotated[str, StringConstraints(max_length=80)]
    start_ms: Milliseconds
    probability: Probability


class LinkQuality(Document):
    """The way of the buyer's sound to the rep's page in the seconds before a turn, by WebRTC's own statistics.

    See https://www.w3.org/TR/webrtc-stats/. None: the browser does not say.
    """

    jitter_buffer_ms: Milliseconds | None = None  # mean time for which the browser held the sound back
    round_trip_ms: Milliseconds | None = None
    lost: Probability | None = None  # share of the packets


class TurnLatency(Document):
    """Stages between the rep's last sample and the buyer's first one, for a buyer turn. None: not measured."""

    endpointing_ms: Milliseconds | None = None  # last speech sample -> turn closed
    hearing_ms: Milliseconds | None = None  # turn closed -> text
    mind_ms: Milliseconds | None = None  # text -> decision and wording
    voice_ms: Milliseconds | None = None  # wording -> first sound synthesised; the turn is made durable meanwhile
    handover_ms: Milliseconds | None = None  # first sound -> at the transport, which sends every 20 ms
    server_ms: Milliseconds | None = None  # last speech sample received -> first sound sent
    glass_to_glass_ms: Milliseconds | None = None  # measured by sound in the page
    link: LinkQuality | None = None

    @model_serializer(mode="wrap")
    def _written(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """What is not known of the line is not written: transcripts without it keep their bytes, and their digests."""
        fields: dict[str, Any] = write(self)
        if self.link is None:
            fields.pop("link", None)
        return fields

    def stages_ms(self) -> dict[str, int]:
        """The measured stages in order; `playout` is what they leave of `server_ms`, where all of them are known."""
        following = {
            "end_of_turn": self.endpointing_ms,
            "hearing": self.hearing_ms,
            "mind": self.mind_ms,
            "voice": self.voice_ms,
        }
        known = {stage: took_ms for stage, took_ms in following.items() if took_ms is not None}
        if self.server_ms is not None and known.keys() == following.keys():
            known["playout"] = max(0, self.server_ms - sum(known.values()))
        return known


class Wording(Document):
    """A model gave the buyer's decision these words. `planned_words`: of the whole move, however much was heard."""

    model: Label
    planned_words: Annotated[int, Field(ge=0, le=2_000)]


class Turn(Document):
    """One utterance as the other side heard it."""

    index: Annotated[int, Field(ge=0, lt=MAX_TURNS)]
    speaker: Speaker
    text: TurnText
    start_ms: Milliseconds
    end_ms: Milliseconds
    channel: Literal["voice", "typed"]
    interrupted: bool = False  # then `text` holds only what was heard
    confidence: Probability | None = None  # mean word probability; None for typed and buyer turns
    words: tuple[Word, ...] = ()
    corrected_from: TurnText | None = None  # the recogniser's text, when the rep corrected it before grading
    voice_id: Label | None = None
    mood: Label | None = None
    stage: Label | None = None  # who of several people answers, such as `front_desk`
    pitch_hz: Annotated[float, Field(gt=0, le=1_000)] | None = None  # median of a buyer turn, measured from sound
    latency: TurnLatency | None = None
    wording: Wording | None = None  # of a buyer turn; None: the persona's own lines


class EventKind(StrEnum):
    """Things that happened besides words."""

    RING = "ring"
    PICK_UP = "pick_up"
    OVERLAP = "overlap"
    INTERRUPTION = "interruption"
    DEAD_AIR = "dead_air"
    UNSURE_HEARING = "unsure_hearing"
    FACT_EARNED = "fact_earned"
    OBJECTION_RAISED = "objection_raised"
    OBJECTION_SETTLED = "objection_settled"
    AGREED = "agreed"
    RECONNECTED = "reconnected"
    VOICE_FALLBACK = "voice_fallback"  # the pinned voice was refused: from `turn` on a stand-in of its gender speaks
    VOICE_DRIFT = "voice_drift"  # `turn` sounds like somebody else: its pitch is too far from the turns before it
    HANG_UP = "hang_up"
    REWORDED = "reworded"  # a model's words were held back or did not come; `ref` says why
    FALSE_INTERRUPTION = "false_interruption"  # the buyer stopped for a noise without words, and went on


_SINCE_3_IN_WORDS = "wording by a model, usage, pitch, link, voice events"
_SINCE_3 = frozenset(
    (EventKind.REWORDED, EventKind.FALSE_INTERRUPTION, EventKind.VOICE_FALLBACK, EventKind.VOICE_DRIFT)
)


class Event(Document):
    """One thing that happened.

    `ref` is a fact or objection id, for overlaps and hang-up the party who did it (`rep`, `buyer`), for a reconnection
    why the transport had lost the rep. A `ring` lasts
    from the first ring to pick-up (`duration_ms`), or is one of several rings when it has no duration.
    """

    kind: EventKind
    at_ms: Milliseconds
    turn: Annotated[int, Field(ge=0, lt=MAX_TURNS)] | None = None
    ref: Slug | None = None
    duration_ms: Milliseconds | None = None


class Ending(Document):
    """How the call ended, and whether the record is whole."""

    by: Literal["rep", "buyer", "time_limit", "connection_lost", "process_lost", "file"]
    complete: bool
    reason: Annotated[str, StringConstraints(max_length=200)]


class Upload(Document):
    """A call that was held elsewhere and handed in as text, by somebody who confirmed that it may be used."""

    by: Literal["rep", "manager"]
    form: Literal["text", "webvtt", "json"]
    held_on: date | None = None  # where the call took place; None: nobody said


class Attempt(Document):
    """Practice that counts for nothing, for the team's figures, or as an exam; its origin where it has one.

    A fork holds the turns of `fork_of` before `fork_turn`, and what was said instead from there on. Neither a fork nor
    an upload ever counts. `exam` names the one that a manager set; an exam that the rep chose by themselves has none.
    """

    kind: Literal["private", "counted", "exam"] = "private"
    fork_of: CallIdField | None = None
    fork_turn: Annotated[int, Field(ge=0, lt=MAX_TURNS)] | None = None
    upload: Upload | None = None
    # left out where there is none: documents that were written before there were any keep their bytes
    exam: ExamIdField | None = Field(default=None, exclude_if=lambda exam: exam is None)

    @model_validator(mode="after")
    def _what_never_counts_is_private(self) -> Self:
        if (self.fork_of is None) != (self.fork_turn is None):
            raise ValueError("a fork names its call and its turn, or neither")
        if self.fork_of is not None and self.kind != "private":
            raise ValueError("a fork never counts")
        if self.upload is not None and (self.fork_of is not None or self.kind != "private"):
            raise ValueError("an upload never counts, and is forked from nothing")
        if self.exam is not None and self.kind != "exam":
            raise ValueError("only an exam names the one that was set")
        return self


class StepKind(StrEnum):
    """What the buyer's mind was told."""

    SAID = "said"  # the rep said `turn`
    SPOKE_ON = "spoke_on"  # the rep said `turn` before the first sound of the answer to what they said before
    SILENCE = "silence"  # nobody had spoken for `silence_ms`
    HEARD = "heard"  # the rep heard the buyer out, in `turn` if there was anything to hear
    CUT_OFF = "cut_off"  # the rep heard only `turn` of the buyer's move, or nothing of it


class Step(Document):
    """One input of the buyer's mind. `state`: the first 32 hexadecimal digits of the SHA-256 of the state it left."""

    kind: StepKind
    turn: Annotated[int, Field(ge=0, lt=MAX_TURNS)] | None = None
    silence_ms: Milliseconds | None = None
    state: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


class Trace(Document):
    """How the buyer's mind went through the call: with the persona and the seed, enough to replay its side exactly."""

    mind: Label  # the program that carried the call, with its version
    steps: Annotated[tuple[Step, ...], Field(max_length=4 * MAX_TURNS)]


class Engines(Document):
    """Which adapter did each part, for the record."""

    transport: Label
    hearing: Label
    buyer: Label
    voice: Label


UsagePart = Literal["hearing", "buyer", "voice", "judge"]
UsageUnit = Literal[
    "characters",
    "audio_ms",
    "input_tokens",
    "cached_input_tokens",
    "output_tokens",
    "input_audio_tokens",
    "cached_input_audio_tokens",
    "output_audio_tokens",
]


class Usage(Document):
    """What a service did for a call, in the unit its provider charges by. `amount`: at least what was charged for."""

    part: UsagePart
    service: Label  # such as `azure-speech`; engines of this machine go by their own name
    model: Label  # as the service names it, where it does
    unit: UsageUnit
    amount: Annotated[int, Field(ge=0)]
    estimated: bool = False  # the service did not say: reckoned from what was sent and what came


class Transcript(Document):
    """One finished call. Field order is the order of a call: who, what, how, what was said, how it ended.

    Version 2 added `trace`. Version 3 added `wording`, `usage`, a turn's `pitch_hz`, an attempt's `upload`, and the
    events `reworded`, `false_interruption`, `voice_fallback` and `voice_drift`.
    """

    schema_version: Literal["1", "2", "3"] = "3"
    call_id: CallIdField
    tenant_id: Slug
    location_id: Slug
    rep_id: RepIdField
    persona: VersionRef
    rubric: VersionRef
    call_type: Literal["inside", "outside"]
    call_direction: Literal["buyer_calls", "rep_calls"]
    difficulty: Literal["easy", "normal", "hard"]
    seed: Annotated[int, Field(ge=0, lt=2**53)]
    attempt: Attempt
    engines: Engines
    started_at: datetime
    duration_ms: Milliseconds
    turns: Annotated[tuple[Turn, ...], Field(max_length=MAX_TURNS)]
    events: Annotated[tuple[Event, ...], Field(max_length=4 * MAX_TURNS)]
    ending: Ending
    trace: Trace | None = None
    usage: Annotated[tuple[Usage, ...], Field(max_length=64)] | None = None  # None: nobody counted

    @model_validator(mode="after")
    def _turns_count_up(self) -> Self:
        if self.started_at.tzinfo is None:
            raise ValueError("started_at has no time zone")
        for index, turn in enumerate(self.turns):
            if turn.index != index:
                raise ValueError(f"turn {index} has index {turn.index}")
            if turn.end_ms < turn.start_ms:
                raise ValueError(f"turn {index} ends before it starts")
        if any(event.turn is not None and event.turn >= len(self.turns) for event in self.events):
            raise ValueError("an event names a turn that is not there")
        return self

    @model_validator(mode="after")
    def _older_versions_hold_nothing_newer(self) -> Self:
        newer_turns = any(turn.wording or turn.pitch_hz or (turn.latency and turn.latency.link) for turn in self.turns)
        newer = newer_turns or self.usage is not None or any(event.kind in _SINCE_3 for event in self.events)
        if newer and self.schema_version != "3":
            raise ValueError(f"version {self.schema_version} has none of what version 3 brought: {_SINCE_3_IN_WORDS}")
        return self

    @model_validator(mode="after")
    def _trace_fits(self) -> Self:
        if self.trace is None:
            return self
        if self.schema_version == "1":
            raise ValueError("version 1 has no trace")
        if any(step.turn is not None and step.turn >= len(self.turns) for step in self.trace.steps):
            raise ValueError("the trace names a turn that is not there")
        return self


def clock_time(at_ms: int) -> str:
    """A moment of the call as players of recordings show it: 65_000 -> 1:05."""
    return f"{at_ms // 60_000}:{at_ms // 1_000 % 60:02d}"


def parse_transcript(data: bytes, *, source: str) -> Transcript:
    """Raises: TranscriptRejected."""
    return parse_document(data, Transcript, source=source, max_bytes=MAX_TRANSCRIPT_BYTES, rejected=TranscriptRejected)


def call_id_of(name: str) -> CallId:
    """The call whose transcript lies at the object name `name`. Raises: IdRejected."""
    found = _OBJECT_NAME.fullmatch(name)
    return parse_call_id(found[1] if found else "")


def call_id_in(name: str) -> CallId | None:
    """The same of any name: None where it is no transcript's."""
    try:
        return call_id_of(name)
    except IdRejected:
        return None


class Begun(Protocol):
    """Anything that knows which call it is about and when that began."""

    @property
    def call_id(self) -> CallId:
        """The call."""

    @property
    def started_at(self) -> datetime:
        """With its time zone."""


def object_name(call: Begun) -> str:
    """Where a call's transcript stands in the store: derived from its own fields only, by the UTC day it began."""
    return f"{TRANSCRIPTS}/{call.started_at.astimezone(UTC):%Y/%m/%d}/{call.call_id}.json"
