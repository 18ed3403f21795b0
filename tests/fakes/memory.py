"""The ports of Brain 2 in memory, held to the same contracts as the real adapters (tests/contracts)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sparring.adapters.retry import EVENT_GRID, RetryPolicy
from sparring.appeal import Appeal
from sparring.errors import MailFailed, ResultsFailed
from sparring.ids import CallId, ExamId, RepId
from sparring.override import Override
from sparring.ports import (
    AppealedCall,
    CallGrade,
    CallRecord,
    Clock,
    DeadLetter,
    DeletedSitting,
    Mail,
    ObjectWritten,
    RepAccount,
    Sittings,
    StepRecord,
)
from sparring.scorecard import GraderRef, Scorecard
from tests.fakes.analysis import MemoryAnalysis
from tests.fakes.exams import MemoryExams


@dataclass
class _Entry:
    event: ObjectWritten
    published: datetime
    due: float
    state: str = "waiting"
    reason: str = ""


class MemoryQueue:
    """Implements `EventQueue`, `EventSink` and `DeadLetters`."""

    def __init__(self, clock: Clock, policy: RetryPolicy = EVENT_GRID) -> None:
        self._clock, self._policy = clock, policy
        self.entries: dict[str, _Entry] = {}

    async def publish(self, events: Sequence[ObjectWritten]) -> int:
        """See the port."""
        new = [event for event in events if event.id not in self.entries]
        for event in new:
            self.entries[event.id] = _Entry(replace(event, attempt=0), self._clock.now(), self._now_s())
        return len(new)

    async def receive(self) -> ObjectWritten | None:
        """See the port."""
        now_s = self._now_s()
        never_s = now_s + self._policy.longest_s
        open_ones = [e for e in self.entries.values() if e.state in ("waiting", "leased")]
        due = [e for e in open_ones if not now_s < e.due <= never_s]
        for entry in sorted(due, key=lambda e: e.due):
            if entry.event.attempt >= self._policy.max_attempts:
                self._bury(entry, "not_acknowledged")
                continue
            entry.event = replace(entry.event, attempt=entry.event.attempt + 1)
            entry.state = "leased"
            entry.due = self._now_s() + self._policy.lease_s + self._policy.delay_s(entry.event.attempt)
            return entry.event
        return None

    async def done(self, event: ObjectWritten) -> None:
        """See the port."""
        self.entries[event.id].state = "done"

    async def retry_later(self, event: ObjectWritten, reason: str) -> bool:
        """See the port."""
        entry = self.entries[event.id]
        if not _holds(entry, event):
            return True
        age_s = self._now_s() - entry.published.timestamp()
        if self._policy.exhausted(attempt=event.attempt, age_s=age_s):
            self._bury(entry, reason)
            return False
        entry.state, entry.due = "waiting", self._now_s() + self._policy.delay_s(event.attempt)
        return True

    async def dead_letter(self, event: ObjectWritten, reason: str) -> None:
        """See the port."""
        if _holds(self.entries[event.id], event):
            self._bury(self.entries[event.id], reason)

    async def dead_letters(self, *, limit: int = 100) -> Sequence[DeadLetter]:
        """See the port."""
        dead = sorted((e for e in self.entries.values() if e.state == "dead"), key=lambda e: -e.due)
        return [DeadLetter(e.event, e.reason, datetime.fromtimestamp(e.due, e.published.tzinfo)) for e in dead[:limit]]

    async def retry_dead_letter(self, event_id: str) -> bool:
        """See the port."""
        entry = self.entries.get(event_id)
        if entry is None or entry.state != "dead":
            return False
        self.entries[event_id] = _Entry(replace(entry.event, attempt=0), self._clock.now(), self._now_s())
        return True

    async def drop_dead_letter(self, event_id: str) -> bool:
        """See the port."""
        entry = self.entries.get(event_id)
        if entry is None or entry.state != "dead":
            return False
        entry.state = "done"
        return True

    async def close(self) -> None:
        """Nothing to free."""

    def _now_s(self) -> float:
        return self._clock.now().timestamp()

    def _bury(self, entry: _Entry, reason: str) -> None:
        entry.state, entry.reason, entry.due = "dead", reason, self._now_s()


@dataclass
class _Queued:
    mail: Mail
    call_id: CallId
    queued: float
    due: float
    attempts: int = 0
    state: str = "waiting"


@dataclass
class MemoryResults(MemoryAnalysis, MemoryExams):
    """Implements `Results`, `Accounts`, `Analysis`, `Appeals` and `Exams`."""

    clock: Clock
    mail_policy: RetryPolicy = EVENT_GRID
    noted: dict[CallId, dict[str, StepRecord]] = field(default_factory=dict)
    outbox: dict[str, _Queued] = field(default_factory=dict)
    forgotten: set[CallId] = field(default_factory=set)
    beats: dict[str, datetime] = field(default_factory=dict)
    said: list[Override] = field(default_factory=list)
    appeals: dict[tuple[CallId, str], Appeal] = field(default_factory=dict)

    async def begin(self, call: CallRecord) -> CallRecord | None:
        """See the port."""
        return None if call.call_id in self.forgotten else self.calls.setdefault(call.call_id, call)

    async def has_grade(self, call_id: CallId, *, transcript_digest: str, grader: GraderRef) -> bool:
        """See the port."""
        return (call_id, transcript_digest, grader) in self.grades

    async def save(self, scorecard: Scorecard, mail: Mail | None) -> bool:
        """See the port."""
        key = (scorecard.call_id, scorecard.transcript_digest, scorecard.grader)
        if scorecard.call_id in self.forgotten or key in self.grades:
            return False
        if scorecard.call_id not in self.calls:
            raise ResultsFailed("A grade came before its call was begun.")
        self.grades[key] = scorecard
        self.appeals = {key: one for key, one in self.appeals.items() if key[0] != scorecard.call_id}
        now_s = self.clock.now().timestamp()
        self._note(scorecard.call_id, "evidence", "scored", *([] if mail else ["reported"]))
        if mail and mail.message_id not in self.outbox:
            self.outbox[mail.message_id] = _Queued(mail, scorecard.call_id, now_s, now_s)
            await self.put_step(scorecard.call_id, StepRecord("reported", "running", self.clock.now()))
        return True

    async def get(self, call_id: CallId) -> Scorecard | None:
        """See the port."""
        return next((card for card in reversed(self.grades.values()) if card.call_id == call_id), None)

    async def scorecards(self, call_ids: Sequence[CallId]) -> Sequence[Scorecard]:
        """See the port."""
        return [card for card in [await self.get(call_id) for call_id in call_ids] if card is not None]

    async def get_call(self, call_id: CallId) -> CallRecord | None:
        """See the port."""
        return self.calls.get(call_id)

    async def of_rep(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Scorecard]:
        """See the port."""
        cards = [await self.get(call.call_id) for call in self._calls_of(rep_id)]
        return [card for card in cards if card is not None][:limit]

    async def calls_of_rep(self, rep_id: RepId, *, limit: int = 50) -> Sequence[CallGrade]:
        """See the port."""
        return [self._grade(call, await self.get(call.call_id)) for call in self._calls_of(rep_id)[:limit]]

    async def call_grade(self, call_id: CallId) -> CallGrade | None:
        """See the port."""
        call = self.calls.get(call_id)
        return self._grade(call, await self.get(call_id)) if call else None

    async def put_step(self, call_id: CallId, step: StepRecord) -> None:
        """See the port."""
        if call_id not in self.forgotten:
            self.noted.setdefault(call_id, {})[step.step] = step

    async def steps(self, call_id: CallId) -> Sequence[StepRecord]:
        """See the port."""
        return list(self.noted.get(call_id, {}).values())

    async def put_override(self, override: Override) -> bool:
        """See the port."""
        if override.call_id not in self.calls:
            return False
        self.said.append(override)
        self.appeals = {key: one.overridden(override) for key, one in self.appeals.items()}
        return True

    async def overrides_of(self, call_id: CallId) -> Sequence[Override]:
        """See the port."""
        return [one for one in self.said if one.call_id == call_id]

    async def overrides_for(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Override]:
        """See the port."""
        return [one for one in reversed(self.said) if self._is_of(one.call_id, rep_id)][:limit]

    async def overrides(self, *, limit: int = 1_000) -> Sequence[Override]:
        """See the port."""
        return self.said[::-1][:limit]

    async def put_appeal(self, appeal: Appeal) -> bool:
        """See the port."""
        key = (appeal.call_id, appeal.criterion)
        if appeal.call_id not in self.calls or key in self.appeals:
            return False
        self.appeals[key] = appeal
        return True

    async def appeals_of(self, call_id: CallId) -> Sequence[Appeal]:
        """See the port."""
        return [one for key, one in sorted(self.appeals.items()) if key[0] == call_id]

    async def answer_appeal(self, appeal: Appeal) -> bool:
        """See the port."""
        key = (appeal.call_id, appeal.criterion)
        if key not in self.appeals or self.appeals[key].answer:
            return False
        self.appeals[key] = appeal
        return True

    async def withdraw_appeal(self, call_id: CallId, criterion: str) -> bool:
        """See the port."""
        key = (call_id, criterion)
        if key not in self.appeals or self.appeals[key].answer:
            return False
        del self.appeals[key]
        return True

    async def open_appeals(self, tenant_id: str, location_id: str, *, limit: int = 50) -> Sequence[AppealedCall]:
        """See the port."""
        waiting = [AppealedCall(self.calls[key[0]], one) for key, one in self.appeals.items() if one.answer is None]
        here = [one for one in waiting if (one.call.tenant_id, one.call.location_id) == (tenant_id, location_id)]
        readable = [one for one in here if self._readable(one.call)]
        return sorted(readable, key=lambda one: (one.appeal.at, one.call.call_id, one.appeal.criterion))[:limit]

    async def answered_appeals(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Appeal]:
        """See the port."""
        said = [(one.answer.at, one) for key, one in self.appeals.items() if one.answer and self._is_of(key[0], rep_id)]
        return [one for _, one in sorted(said, key=lambda pair: pair[0], reverse=True)][:limit]

    async def sittings(self, exam_ids: Sequence[ExamId]) -> Sittings:
        """See the port."""
        return await self._sittings(lambda one: one.exam_id in exam_ids, None)

    async def sittings_of_rep(self, rep_id: RepId, *, limit: int = 1_000) -> Sittings:
        """See the port."""
        return await self._sittings(lambda one: one.rep_id == rep_id and one.exam_id is not None, limit)

    async def _sittings(self, are_asked: Callable[[CallRecord | DeletedSitting], bool], limit: int | None) -> Sittings:
        sat = [call for call in self.calls.values() if are_asked(call)]
        in_order = sorted(sat, key=lambda call: (call.started_at, call.call_id))[:limit]
        deleted = [one for one in self.deleted_sittings.values() if are_asked(one)]
        calls = [self._grade(call, await self.get(call.call_id)) for call in in_order]
        return Sittings(calls, sorted(deleted, key=lambda one: one.started_at))

    def _is_of(self, call_id: CallId, rep_id: RepId) -> bool:
        return call_id in self.calls and self.calls[call_id].rep_id == rep_id

    def _readable(self, call: CallRecord) -> bool:
        return call.attempt != "private" or call.uploaded_by == "manager" or call.call_id in self.shares

    async def forget(self, call_id: CallId, *, sitting: DeletedSitting | None = None) -> None:
        """See the port."""
        self.forgotten.add(call_id)
        if sitting is not None:
            self.deleted_sittings.setdefault(call_id, sitting)
        self.said = [one for one in self.said if one.call_id != call_id]
        self.appeals = {key: one for key, one in self.appeals.items() if key[0] != call_id}
        self.calls.pop(call_id, None)
        self.shares.discard(call_id)
        self.noted.pop(call_id, None)
        self.grades = {key: card for key, card in self.grades.items() if key[0] != call_id}
        self.outbox = {key: queued for key, queued in self.outbox.items() if queued.call_id != call_id}

    async def is_forgotten(self, call_id: CallId) -> bool:
        """See the port."""
        return call_id in self.forgotten

    async def unsent(self, *, limit: int = 10) -> Sequence[Mail]:
        """See the port."""
        now_s = self.clock.now().timestamp()
        never_s = now_s + self.mail_policy.longest_s
        waiting = [queued for queued in self.outbox.values() if queued.state == "waiting"]
        due = [queued for queued in waiting if not now_s < queued.due <= never_s]
        return [queued.mail for queued in sorted(due, key=lambda q: q.due)[:limit]]

    async def mark_sent(self, message_id: str) -> None:
        """See the port."""
        self._end(message_id, "sent", StepRecord("reported", "done", self.clock.now()))

    async def mark_failed(self, message_id: str, reason: str, *, final: bool = False) -> None:
        """See the port."""
        queued, now_s = self.outbox[message_id], self.clock.now().timestamp()
        queued.attempts += 1
        if final or self.mail_policy.exhausted(attempt=queued.attempts, age_s=now_s - queued.queued):
            self._end(message_id, "failed", StepRecord("reported", "failed", self.clock.now(), reason))
        queued.due = now_s + self.mail_policy.delay_s(queued.attempts)

    async def beat(self, worker: str) -> None:
        """See the port."""
        self.beats[worker] = self.clock.now()

    async def last_beat(self, worker: str) -> datetime | None:
        """See the port."""
        return self.beats.get(worker)

    async def put_rep(self, account: RepAccount) -> None:
        """See the port."""
        self.accounts[account.rep_id] = account

    async def get_rep(self, rep_id: RepId) -> RepAccount | None:
        """See the port."""
        return self.accounts.get(rep_id)

    async def forget_rep(self, rep_id: RepId) -> None:
        """See the port."""
        self.accounts.pop(rep_id, None)
        deleted = self.deleted_sittings
        self.deleted_sittings = {call_id: one for call_id, one in deleted.items() if one.rep_id != rep_id}

    async def close(self) -> None:
        """Nothing to free."""

    def _calls_of(self, rep_id: RepId) -> list[CallRecord]:
        mine = [call for call in self.calls.values() if call.rep_id == rep_id]
        return sorted(mine, key=lambda call: call.started_at, reverse=True)

    def _grade(self, call: CallRecord, card: Scorecard | None) -> CallGrade:
        failed = any(step.state == "failed" for step in self.noted.get(call.call_id, {}).values())
        if card is None:
            return CallGrade(call, None, None, None, None, failed=failed)
        score = card.totals.score if card.totals else None
        return CallGrade(call, card.status, score, card.passed, card.reason, failed=failed)

    def _note(self, call_id: CallId, *steps: str) -> None:
        for step in steps:
            record = StepRecord(step, "done", self.clock.now())  # type: ignore[arg-type]
            self.noted.setdefault(call_id, {})[step] = record

    def _end(self, message_id: str, state: str, step: StepRecord) -> None:
        queued = self.outbox[message_id]
        if queued.state == "waiting":
            queued.state = state
            self.noted.setdefault(queued.call_id, {})["reported"] = step


@dataclass
class MemoryMailer:
    """Implements `Mailer`; `failures` are raised first, one for each attempt."""

    sent: list[Mail] = field(default_factory=list)
    failures: list[MailFailed] = field(default_factory=list)
    name: str = "memory"

    async def send(self, mail: Mail) -> None:
        """See the port."""
        if self.failures:
            raise self.failures.pop(0)
        if mail.message_id not in [known.message_id for known in self.sent]:
            self.sent.append(mail)

    async def forget(self, call_id: CallId) -> None:
        """See the port."""
        self.sent = [mail for mail in self.sent if not mail.message_id.startswith(f"{call_id}.")]


def _holds(entry: _Entry, event: ObjectWritten) -> bool:
    return entry.state == "leased" and entry.event.attempt == event.attempt
