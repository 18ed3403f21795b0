"""Every port on one screen: what the two brains need from the world. Adapters under `adapters/` implement them.

All audio is 16-bit signed little-endian mono PCM. Nothing here blocks the event loop.
"""

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal, Protocol, runtime_checkable

from sparring.documents import VersionRef
from sparring.ids import CallId, RepId
from sparring.override import Override
from sparring.scorecard import GraderRef, Scorecard
from sparring.telemetry import Attributes, Measure, Span
from sparring.transcript import Word

Progress = Callable[[float, str], None]
"""Called with a share of 0-1 and a short sentence while an engine gets ready."""

Mood = Literal["neutral", "warm", "annoyed", "hesitant"]


class Clock(Protocol):
    """Time, passed in."""

    def now(self) -> datetime:
        """Aware UTC time."""

    def monotonic_s(self) -> float:
        """Seconds that never run backwards."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a recogniser made of one stretch of speech.

    `unsure` means that something was said and the text cannot be trusted: the buyer asks again, nothing is dropped.
    """

    text: str
    confidence: float
    unsure: bool
    words: tuple[Word, ...]  # start_ms relative to the stretch; empty unless asked for
    decode_ms: float


class Recognition(Protocol):
    """One recognition under way."""

    async def result(self) -> Heard:
        """Raises: HearingFailed."""

    def cancel(self) -> None:
        """No longer wanted; costs nothing if it has not begun."""


class Recogniser(Protocol):
    """Speech to text, one for all calls of a process."""

    name: str

    async def start(self, progress: Progress) -> None:
        """Load and warm up. Raises: HearingFailed."""

    def recognise(self, pcm_16khz: bytes, *, hint: str = "", words: bool = False) -> Recognition:
        """Begin on a stretch of 0.1-30 s. `hint` holds names likely to be said; `words` asks for word times."""

    async def close(self) -> None:
        """Stop and free everything; nothing may be called afterwards."""


@dataclass(frozen=True, slots=True)
class VoiceCard:
    """One pinned voice. Two voices of one `family` are relatives: never both in one call."""

    id: str
    gender: Literal["female", "male"]
    family: str
    engine: str
    licence: str


class Synthesiser(Protocol):
    """Text to speech, one for all calls of a process."""

    name: str
    sample_rate_hz: int

    async def start(self, progress: Progress) -> None:
        """Load and warm up. Raises: VoiceFailed."""

    def voices(self) -> Sequence[VoiceCard]:
        """Every voice there is, in a fixed order."""

    def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """PCM in blocks of 20 ms at `sample_rate_hz`, clause by clause. Closing the iterator stops the work.

        Raises: VoiceFailed.
        """

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """Have the audio of `text` at hand, so that a later `speak` of the same begins at once.

        A head start, not a promise: a failure here is silent and shows when the text is spoken.
        """

    async def close(self) -> None:
        """Stop and free everything; nothing may be called afterwards."""


@runtime_checkable
class StandIns(Protocol):
    """A `Synthesiser` of a service that may refuse a voice and has another of the same gender speak in its place."""

    def stand_in_for(self, voice_id: str) -> str:
        """Who speaks where this voice is pinned: itself, unless it was refused."""


@dataclass(frozen=True, slots=True)
class JudgeQuestion:
    """One thing to be judged.

    `schema` is a JSON Schema within Azure's documented subset of structured outputs, `schema_name` at most 64 letters,
    digits, `_` and `-`; the same name always goes with the same schema, which services compile once and keep.
    """

    instructions: str
    material: str
    schema_name: str
    schema: Mapping[str, Any]


class JudgeOutcome(StrEnum):
    """How a question ended. Only `ok` has a text."""

    OK = "ok"
    UNUSABLE = "unusable"  # an answer that does not fit the form
    REFUSAL = "refusal"
    TRUNCATED = "truncated"
    FILTERED = "filtered"
    SCHEMA_REJECTED = "schema_rejected"
    REQUEST_REJECTED = "request_rejected"  # a parameter or a length this model does not take
    RATE_LIMITED = "rate_limited"
    TIMED_OUT = "timed_out"
    AUTH_FAILED = "auth_failed"
    NO_SUCH_MODEL = "no_such_model"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class JudgeReply:
    """What came back. `model` is what the service says has answered; `retry_after_s` what it asks us to wait."""

    outcome: JudgeOutcome
    text: str = ""
    model: str | None = None
    retry_after_s: float | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """One turn of a conversation as a model is shown it."""

    speaker: Literal["rep", "buyer"]
    text: str


@dataclass(frozen=True, slots=True)
class BuyerPrompt:
    """What a model needs to give one decision of the buyer its words.

    `identity`: who it is, the same for the whole call; `heard`: the conversation so far, oldest first; `now`: what to
    say now, with a reminder of who says it.
    """

    identity: str
    heard: tuple[Spoken, ...]
    now: str


class BuyerModel(Protocol):
    """A language model that words what the buyer's mind has decided."""

    name: str

    def word(self, prompt: BuyerPrompt) -> AsyncGenerator[str, None]:
        """The words as they come, in pieces of any size, without retries. Closing the iterator stops the work.

        Raises: ModelFailed, with whatever was yielded before it standing.
        """

    def for_call(self) -> "BuyerModel":
        """The same model for one call, with a connection of its own where the service keeps one for a conversation."""

    async def warm_up(self) -> None:
        """Have a connection at hand, so that the first words come as soon as later ones. Never fails."""

    def hang_up(self) -> None:
        """The call is over: let go of what it had to itself, without waiting for that."""

    async def close(self) -> None:
        """Let go of connections; nothing may be asked afterwards."""


class JudgeModel(Protocol):
    """A language model that fills in a form."""

    name: str

    async def ask(self, question: JudgeQuestion, *, limit_s: float, roomier: bool = False) -> JudgeReply:
        """One request, no retries; whatever the service does is an outcome.

        `roomier`: after a truncated answer, with more room for the answer and less for thought.
        """

    async def close(self) -> None:
        """Let go of connections; nothing may be asked afterwards."""


@dataclass(frozen=True, slots=True)
class RoomWish:
    """A call that is to be held in a room: whose, and with which buyer."""

    call_id: CallId
    rep_id: RepId
    persona_id: str


@dataclass(frozen=True, slots=True)
class RoomTicket:
    """The way into a room: the media server's address and a signed token that opens this room as this rep."""

    url: str
    token: str


class Rooms(Protocol):
    """A media server that holds calls in rooms, with workers who carry them. All but `ticket` raise MediaFailed."""

    def ticket(self, wish: RoomWish, *, dispatch: bool) -> RoomTicket:
        """A ticket of five minutes. `dispatch`: whoever opens the room with it has a worker sent there."""

    async def dispatch(self, wish: RoomWish) -> None:
        """Send a worker, now. One that was there before is put out first: its process is gone, or soon will be."""

    async def close_room(self, call_id: CallId) -> None:
        """Put everybody out; nothing happens when the room is gone already."""

    async def close(self) -> None:
        """Let go of connections."""


class Journal(Protocol):
    """The diary of every call that is not yet in the store: lines made durable one by one, off the event loop."""

    async def append(self, call_id: CallId, *lines: bytes) -> None:
        """All of them durable when it returns, or none. Raises: JournalFailed."""

    async def lines(self, call_id: CallId) -> Sequence[bytes]:
        """In the order they were appended. Raises: JournalFailed."""

    async def touch(self, call_ids: Sequence[CallId]) -> None:
        """These calls are alive in this process."""

    async def abandoned(self, *, idle_s: float) -> Sequence[CallId]:
        """Calls that nobody has touched or written to for `idle_s`, without those that were set aside."""

    async def set_aside(self, call_id: CallId, reason: str) -> None:
        """Keep this diary for the operator: it can never be handed over as it is. `reason` is an error's code."""

    async def close_call(self, call_id: CallId) -> None:
        """The transcript stands in the store: the diary is no longer needed."""


@dataclass(frozen=True, slots=True)
class DiarySetAside:
    """The diary of a call that could not be handed over. `at`: when anybody last wrote to it."""

    call_id: CallId
    reason: str
    at: datetime


class DiariesSetAside(Protocol):
    """Diaries that were set aside, for the operator."""

    async def set_aside_diaries(self, *, limit: int = 100) -> Sequence[DiarySetAside]:
        """Newest first. Raises: JournalFailed."""

    async def take_up_again(self, call_id: CallId) -> bool:
        """Let the sweeper try again; False when this diary was not set aside. Raises: JournalFailed."""


class TranscriptStore(Protocol):
    """The air gap: objects written once, never changed."""

    async def put_once(self, name: str, data: bytes) -> None:
        """Create `name`; the same bytes again are a no-op. Raises: ObjectConflict, StoreUnavailable."""

    async def get(self, name: str, *, max_bytes: int) -> bytes:
        """Raises: ObjectMissing, StoreUnavailable, StoreFailed when larger than `max_bytes`."""

    async def delete(self, name: str) -> None:
        """Gone afterwards, whether or not it was there. Raises: StoreUnavailable."""


@dataclass(frozen=True, slots=True)
class ObjectWritten:
    """The event that a write raises (Event Grid's `Microsoft.Storage.BlobCreated`, reduced to what is used)."""

    id: str
    object_name: str
    occurred_at: datetime
    attempt: int = 1


class EventQueue(Protocol):
    """At least once, in any order, retried on Event Grid's schedule, dead-lettered with a reason."""

    async def receive(self) -> ObjectWritten | None:
        """Lease the next due event, or None when there is none."""

    async def done(self, event: ObjectWritten) -> None:
        """Handled: never delivered again, also when the lease ran out meanwhile."""

    async def retry_later(self, event: ObjectWritten, reason: str) -> bool:
        """Schedule the next attempt, or dead-letter it after the last. True while another attempt will come."""

    async def dead_letter(self, event: ObjectWritten, reason: str) -> None:
        """Give up at once: another attempt cannot help."""


class EventSink(Protocol):
    """Where whoever notices a write puts the event: the folder watcher here, Event Grid itself on Azure."""

    async def publish(self, events: Sequence[ObjectWritten]) -> int:
        """Keep the events whose ids are new; the number kept. Raises: EventsFailed."""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """An event given up on. `reason` is an error's code; `event.attempt` counts the attempts made."""

    event: ObjectWritten
    reason: str
    at: datetime


class DeadLetters(Protocol):
    """Events given up on, for the operator."""

    async def dead_letters(self, *, limit: int = 100) -> Sequence[DeadLetter]:
        """Newest first."""

    async def retry_dead_letter(self, event_id: str) -> bool:
        """Begin again with a full set of attempts; False when no dead letter has this id."""

    async def drop_dead_letter(self, event_id: str) -> bool:
        """Never deliver it again, and list it no more; False when no dead letter has this id."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One report e-mail. `message_id` begins with the call's id and is the same for every attempt to send it."""

    message_id: str
    to_address: str
    subject: str
    text: str
    html: str


class Mailer(Protocol):
    """Hands a mail to a mail system."""

    name: str

    async def send(self, mail: Mail) -> None:
        """Raises: MailRefused when sending it again cannot help, MailFailed otherwise."""

    async def forget(self, call_id: CallId) -> None:
        """Remove the copies of this call's mails that are still ours. Raises: MailFailed."""


@dataclass(frozen=True, slots=True)
class RepAccount:
    """Who a rep is. Reports go to `email` and nowhere else; None: no report is mailed."""

    rep_id: RepId
    name: str
    email: str | None


class Accounts(Protocol):
    """Reps by id."""

    async def put_rep(self, account: RepAccount) -> None:
        """Create or replace. Raises: ResultsFailed."""

    async def get_rep(self, rep_id: RepId) -> RepAccount | None:
        """None for a rep nobody has entered. Raises: ResultsFailed."""


@dataclass(frozen=True, slots=True)
class CallRecord:
    """What Brain 2 keeps of one call besides its grade, written once, when its transcript is first read."""

    call_id: CallId
    tenant_id: str
    location_id: str
    rep_id: RepId
    persona_id: str
    rubric_id: str
    call_type: Literal["inside", "outside"]
    difficulty: Literal["easy", "normal", "hard"]
    attempt: Literal["private", "counted", "exam"]
    started_at: datetime
    duration_ms: int
    object_name: str
    transcript_digest: str


@dataclass(frozen=True, slots=True)
class CallGrade:
    """A call and its newest grade, for lists. `status` and what follows are None until there is one.

    `failed`: a step of grading was given up; it stays so beside a grade whose report could not be mailed.
    """

    call: CallRecord
    status: Literal["graded", "not_gradable", "unscored", "void"] | None
    score: float | None
    passed: bool | None
    reason: str | None
    failed: bool = False


StepId = Literal["received", "evidence", "scored", "reported"]


@dataclass(frozen=True, slots=True)
class StepRecord:
    """How far one step of grading a call has come. `reason` is an error's code when it failed."""

    step: StepId
    state: Literal["running", "done", "failed"]
    at: datetime
    reason: str | None = None


class Results(Protocol):
    """Scorecards, and the outbox of reports still to be sent, in one transactional store. All raise ResultsFailed."""

    async def begin(self, call: CallRecord) -> CallRecord | None:
        """Keep what is known of a call; answers what was kept the first time, or None when the call was forgotten."""

    async def has_grade(self, call_id: CallId, *, transcript_digest: str, grader: GraderRef) -> bool:
        """Whether exactly this grade is stored."""

    async def save(self, scorecard: Scorecard, mail: Mail | None) -> bool:
        """Store scorecard, outgoing mail and the steps they complete in one transaction; needs `begin`.

        The mail is queued once per `message_id`. False, and nothing stored, when this grade was stored before or the
        call was forgotten.
        """

    async def get(self, call_id: CallId) -> Scorecard | None:
        """The newest scorecard of a call."""

    async def get_call(self, call_id: CallId) -> CallRecord | None:
        """What `begin` kept."""

    async def of_rep(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Scorecard]:
        """Newest call first."""

    async def calls_of_rep(self, rep_id: RepId, *, limit: int = 50) -> Sequence[CallGrade]:
        """Newest call first, graded or not."""

    async def call_grade(self, call_id: CallId) -> CallGrade | None:
        """One call as in that list; None when it was never begun."""

    async def put_step(self, call_id: CallId, step: StepRecord) -> None:
        """Note progress, replacing what was noted of this step; nothing for a forgotten call."""

    async def steps(self, call_id: CallId) -> Sequence[StepRecord]:
        """In the order they were first noted."""

    async def put_override(self, override: Override) -> bool:
        """Keep a coach's level beside the grade; False, and nothing kept, when the call is unknown or forgotten."""

    async def overrides_of(self, call_id: CallId) -> Sequence[Override]:
        """Everything coaches said of one call, oldest first."""

    async def overrides(self, *, limit: int = 1_000) -> Sequence[Override]:
        """What coaches said of any call, newest first."""

    async def forget(self, call_id: CallId) -> None:
        """Remove everything kept of a call, for good: a late event or a second worker cannot bring it back."""

    async def is_forgotten(self, call_id: CallId) -> bool:
        """Whether `forget` was asked for this call."""

    async def unsent(self, *, limit: int = 10) -> Sequence[Mail]:
        """Mails due now, longest waiting first."""

    async def mark_sent(self, message_id: str) -> None:
        """Sent: the text is dropped, the id is kept, and the call's step `reported` is done."""

    async def mark_failed(self, message_id: str, reason: str, *, final: bool = False) -> None:
        """Schedule the next attempt; after 24 hours, or when `final`, give up and mark `reported` failed."""

    async def beat(self, worker: str) -> None:
        """Note that this worker is alive now."""

    async def last_beat(self, worker: str) -> datetime | None:
        """When this worker was last alive."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose calls, of which weeks. Only graded calls that count are looked at: never a private attempt.

    `since` and `until` are Mondays, the latter outside; a week runs from Monday to Sunday, UTC. Without `location_id`:
    the whole tenant. `rep_id` needs a location.
    """

    tenant_id: str
    since: date
    until: date
    location_id: str | None = None
    rep_id: RepId | None = None


TallyBy = Literal["week", "location", "rep"]


@dataclass(frozen=True, slots=True)
class ScoreTally:
    """Calls of one group, graded alike, added up. Scores are in tenths of a point, so that sums are exact.

    `group` is a week's Monday (ISO 8601), a location or a rep; `later` tells the second half of the period.
    """

    group: str
    later: bool
    grader: GraderRef
    rubric: VersionRef
    calls: int
    passed: int
    tenths: int
    tenths_squared: int


@dataclass(frozen=True, slots=True)
class CriterionTally:
    """One criterion over the calls on which it was scored; what was granted or left open is not among them."""

    rubric_id: str
    criterion: str
    calls: int
    points: int
    max_points: int


@dataclass(frozen=True, slots=True)
class Member:
    """A rep of a team. `name` is empty for one who entered none; `last_at`: their last graded call that counts."""

    rep_id: RepId
    location_id: str
    name: str
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many reps a location has, and how many of them had a graded call that counts since the day asked for."""

    location_id: str
    members: int
    practised: int


class Analysis(Protocol):
    """Figures over graded calls that count (`counted`, `exam`), kept with each grade. All raise ResultsFailed."""

    async def score_tallies(self, scope: Scope, *, by: TallyBy) -> Sequence[ScoreTally]:
        """Ordered by group. By `rep` needs a location; by `location` or by `week` reads the coarsest rows there are."""

    async def criterion_tallies(self, scope: Scope) -> Sequence[CriterionTally]:
        """Ordered by rubric and criterion."""

    async def counted_calls(self, scope: Scope, *, limit: int = 50) -> Sequence[CallGrade]:
        """Newest first; those graded, of a location or of one rep of it."""

    async def join_team(self, rep_id: RepId, *, tenant_id: str, location_id: str) -> None:
        """This rep belongs to this team, and to no other as long as they had no call that counts there."""

    async def members(self, tenant_id: str, location_id: str) -> Sequence[Member]:
        """A team's reps: those who joined, and those with a call that counts. Ordered by rep id."""

    async def attendance(self, tenant_id: str, *, since: date) -> Sequence[Attendance]:
        """Every location of the tenant, in order."""

    async def share(self, call_id: CallId, *, shared: bool) -> bool:
        """Let a manager read a private call's report, or no longer; False when there is no such call."""

    async def is_shared(self, call_id: CallId) -> bool:
        """Whether the rep shares this call."""


class Telemetry(Protocol):
    """Where spans and measures go. Nothing here blocks, and nothing here fails."""

    def span(self, span: Span) -> None:
        """Something of a call is over."""

    def measure(self, measure: Measure, value: float, attributes: Attributes) -> None:
        """One value of a distribution, or so many more of what is counted."""

    async def close(self) -> None:
        """Hand over what is waiting, within a few seconds; nothing may be told afterwards."""
