"""What Brain 2 keeps of calls and reps, in one transactional store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from sparring.ids import CallId, ExamId, RepId
from sparring.override import Override
from sparring.ports.mail import Mail
from sparring.scorecard import GraderRef, Scorecard


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

    async def forget_rep(self, rep_id: RepId) -> None:
        """Remove name, address and what stays of deleted sittings, whether or not they were there; calls stay.

        Raises: ResultsFailed.
        """


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
    uploaded_by: Literal["rep", "manager"] | None = None  # None: a call with a buyer of ours
    fork_of: CallId | None = None  # the call of which this one is a moment taken again
    exam_id: ExamId | None = None  # the exam that a manager set and this call is a sitting of


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


@dataclass(frozen=True, slots=True)
class DeletedSitting:
    """What stays of a sitting that its rep deleted: that it took place and when, and not a word or a point of it."""

    call_id: CallId
    exam_id: ExamId
    rep_id: RepId
    started_at: datetime
    deleted_at: datetime


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

        The mail is queued once per `message_id`. Appeals against an older grade go with it. False, and nothing stored,
        when this grade was stored before or the call was forgotten.
        """

    async def get(self, call_id: CallId) -> Scorecard | None:
        """The newest scorecard of a call."""

    async def scorecards(self, call_ids: Sequence[CallId]) -> Sequence[Scorecard]:
        """The newest scorecard of each of these calls that has one, in any order, asked for at once."""

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
        """Keep a coach's level beside the grade; False, and nothing kept, when the call is unknown or forgotten.

        It answers the rep's open appeal against the same criterion of the same grade, in the same transaction.
        """

    async def overrides_of(self, call_id: CallId) -> Sequence[Override]:
        """Everything coaches said of one call, oldest first."""

    async def overrides(self, *, limit: int = 1_000) -> Sequence[Override]:
        """What coaches said of any call, newest first."""

    async def overrides_for(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Override]:
        """What coaches said of this rep's calls, newest first."""

    async def forget(self, call_id: CallId, *, sitting: DeletedSitting | None = None) -> None:
        """Remove everything kept of a call, for good: a late event or a second worker cannot bring it back.

        `sitting`: all that stays of it, where its rep deleted a sitting of an exam.
        """

    async def drop_deleted_sittings(self, *, before: datetime) -> None:
        """Nothing stays of deleted sittings that began before."""

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
