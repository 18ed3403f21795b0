"""Results in SQL: `SqlResults(database, clock)` implements `ResultsStore`.

Scorecards flow in, each with the mail that reports it, in one transaction; lists and the outbox flow out. Grades are
kept per grader version and the newest is shown. Several processes may use one database.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from sparring.adapters.results.kept_form import read_scorecard, utc_text
from sparring.adapters.results.sql import appeals, calls, exams, outbox, overrides
from sparring.adapters.results.sql.analysis import SqlAnalysis
from sparring.adapters.retry import EVENT_GRID, RetryPolicy
from sparring.adapters.sql.database import Connection, SqlDatabase
from sparring.appeal import Appeal
from sparring.ids import CallId, RepId
from sparring.override import Override
from sparring.ports import AppealedCall, CallGrade, CallRecord, Clock, DeletedSitting, Mail, RepAccount, StepRecord
from sparring.scorecard import GraderRef, Scorecard

_BEAT = "INSERT INTO heartbeat VALUES (?, ?) ON CONFLICT (worker) DO UPDATE SET at = excluded.at"
_REP = (
    "INSERT INTO rep VALUES (?, ?, ?) ON CONFLICT (rep_id) DO UPDATE SET name = excluded.name, email = excluded.email"
)


class SqlResults(SqlAnalysis, exams.SqlExams):
    """See the ports. Every method raises ResultsFailed when the database cannot be used.

    Args:
        database: with the tables of `schema`.
        clock: stamps progress, deletions and heartbeats, and decides which mails are due.
        mail_policy: when to try a mail again.
    """

    def __init__(self, database: SqlDatabase, clock: Clock, *, mail_policy: RetryPolicy = EVENT_GRID) -> None:
        super().__init__(database, clock)
        self._mail_policy = mail_policy

    async def begin(self, call: CallRecord) -> CallRecord | None:
        """Keep what is known of a call; answers what was kept the first time, or None when it was forgotten."""
        return await self._database.write(lambda connection: calls.keep_call(connection, call))

    async def has_grade(self, call_id: CallId, *, transcript_digest: str, grader: GraderRef) -> bool:
        """Whether exactly this grade is stored."""
        return await self._database.read(
            lambda connection: calls.has_grade(connection, call_id, transcript_digest, grader)
        )

    async def save(self, scorecard: Scorecard, mail: Mail | None) -> bool:
        """Store scorecard, mail and finished steps in one transaction; False, and nothing stored, if it was before."""
        now = self._clock.now()
        return await self._database.write(lambda connection: _save(connection, scorecard, mail, now))

    async def get(self, call_id: CallId) -> Scorecard | None:
        """The newest scorecard of a call. Raises also ScorecardRejected: a newer version wrote it."""
        document = await self._database.read(lambda connection: calls.newest_scorecard(connection, call_id))
        return None if document is None else read_scorecard(document)

    async def scorecards(self, call_ids: Sequence[CallId]) -> Sequence[Scorecard]:
        """The newest scorecard of each of these calls that has one. Raises also ScorecardRejected."""
        documents = await self._database.read(lambda connection: calls.newest_scorecards(connection, call_ids))
        return await _read_elsewhere(documents)

    async def get_call(self, call_id: CallId) -> CallRecord | None:
        """What `begin` kept."""
        return await self._database.read(lambda connection: calls.get_call(connection, call_id))

    async def of_rep(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Scorecard]:
        """Newest call first."""
        documents = await self._database.read(lambda connection: calls.scorecards_of_rep(connection, rep_id, limit))
        return await _read_elsewhere(documents)

    async def calls_of_rep(self, rep_id: RepId, *, limit: int = 50) -> Sequence[CallGrade]:
        """Newest call first, graded or not."""
        return await self._database.read(lambda connection: calls.calls_of_rep(connection, rep_id, limit))

    async def call_grade(self, call_id: CallId) -> CallGrade | None:
        """One call as in that list; None when it was never begun."""
        return await self._database.read(lambda connection: calls.call_grade(connection, call_id))

    async def put_step(self, call_id: CallId, step: StepRecord) -> None:
        """Note progress, replacing what was noted of this step; nothing for a forgotten call."""
        await self._database.write(lambda connection: calls.put_step(connection, call_id, step))

    async def steps(self, call_id: CallId) -> Sequence[StepRecord]:
        """In the order they were first noted."""
        return await self._database.read(lambda connection: calls.steps(connection, call_id))

    async def put_override(self, override: Override) -> bool:
        """Keep a coach's level beside the grade; False, and nothing kept, when the call is unknown or forgotten."""
        return await self._database.write(lambda connection: _override(connection, override))

    async def overrides_of(self, call_id: CallId) -> Sequence[Override]:
        """Everything coaches said of one call, oldest first."""
        return await self._database.read(lambda connection: overrides.of_call(connection, call_id))

    async def overrides(self, *, limit: int = 1_000) -> Sequence[Override]:
        """What coaches said of any call, newest first."""
        return await self._database.read(lambda connection: overrides.newest(connection, limit))

    async def overrides_for(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Override]:
        """What coaches said of this rep's calls, newest first."""
        return await self._database.read(lambda connection: overrides.for_rep(connection, rep_id, limit))

    async def put_appeal(self, appeal: Appeal) -> bool:
        """Keep a rep's word; False, and nothing kept, where there is one already, or no such call."""
        return await self._database.write(lambda connection: appeals.keep(connection, appeal))

    async def appeals_of(self, call_id: CallId) -> Sequence[Appeal]:
        """Of one call, by criterion."""
        return await self._database.read(lambda connection: appeals.of_call(connection, call_id))

    async def answer_appeal(self, appeal: Appeal) -> bool:
        """Keep it in the open one's place; False where none is open."""
        return await self._database.write(lambda connection: appeals.answer(connection, appeal))

    async def withdraw_appeal(self, call_id: CallId, criterion: str) -> bool:
        """Remove an open one, on SQLite also from its log; False where none is open."""
        gone = await self._database.write(lambda connection: appeals.withdraw(connection, call_id, criterion))
        await self._database.erase_log()
        return gone

    async def open_appeals(self, tenant_id: str, location_id: str, *, limit: int = 50) -> Sequence[AppealedCall]:
        """Of calls at this location that managers may read now, longest waiting first."""
        return await self._database.read(
            lambda connection: appeals.open_ones(connection, tenant_id, location_id, limit)
        )

    async def answered_appeals(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Appeal]:
        """Of this rep's calls, the newest answer first."""
        return await self._database.read(lambda connection: appeals.answered(connection, rep_id, limit))

    async def forget(self, call_id: CallId, *, sitting: DeletedSitting | None = None) -> None:
        """Remove everything kept of a call but `sitting`, for good, on SQLite also from its log."""
        now = self._clock.now()
        await self._database.write(lambda connection: _forget(connection, call_id, now, sitting))
        await self._database.erase_log()

    async def is_forgotten(self, call_id: CallId) -> bool:
        """Whether `forget` was asked for this call."""
        return await self._database.read(lambda connection: calls.is_forgotten(connection, call_id))

    async def unsent(self, *, limit: int = 10) -> Sequence[Mail]:
        """Mails due now, longest waiting first."""
        now_s, policy = self._clock.now().timestamp(), self._mail_policy
        return await self._database.read(lambda connection: outbox.due(connection, now_s, limit, policy=policy))

    async def mark_sent(self, message_id: str) -> None:
        """Sent: the text is dropped, the id is kept, and the call's step `reported` is done."""
        now = self._clock.now()
        await self._database.write(lambda connection: outbox.end_sent(connection, message_id, now))

    async def mark_failed(self, message_id: str, reason: str, *, final: bool = False) -> None:
        """Schedule the next attempt; after 24 hours, or when `final`, give up and mark `reported` failed."""
        now = self._clock.now()
        await self._database.write(
            lambda connection: outbox.end_failed(
                connection, message_id, reason, now=now, policy=self._mail_policy, final=final
            )
        )

    async def beat(self, worker: str) -> None:
        """Note that this worker is alive now."""
        values = (worker, utc_text(self._clock.now()))
        await self._database.write(lambda connection: connection.execute(_BEAT, values))

    async def last_beat(self, worker: str) -> datetime | None:
        """When this worker was last alive."""
        query = "SELECT at FROM heartbeat WHERE worker = ?"
        row = await self._database.read(lambda connection: connection.execute(query, (worker,)).fetchone())
        return datetime.fromisoformat(row[0]) if row else None

    async def put_rep(self, account: RepAccount) -> None:
        """Create or replace."""
        values = (account.rep_id, account.name, account.email)
        await self._database.write(lambda connection: connection.execute(_REP, values))

    async def get_rep(self, rep_id: RepId) -> RepAccount | None:
        """None for a rep nobody has entered."""
        query = "SELECT rep_id, name, email FROM rep WHERE rep_id = ?"
        row = await self._database.read(lambda connection: connection.execute(query, (rep_id,)).fetchone())
        return RepAccount(*row) if row else None

    async def forget_rep(self, rep_id: RepId) -> None:
        """Remove name, address and what stays of deleted sittings; calls stay."""
        await self._database.write(lambda connection: _forget_rep(connection, rep_id))

    async def close(self) -> None:
        """Nothing may be called afterwards."""
        await self._database.close()


async def _read_elsewhere(documents: Sequence[bytes]) -> list[Scorecard]:
    """Two thirds of a millisecond each: a list of them is not read on the loop of live calls."""
    return await asyncio.to_thread(lambda: [read_scorecard(document) for document in documents])


def _save(connection: Connection, scorecard: Scorecard, mail: Mail | None, now: datetime) -> bool:
    if not calls.keep_scorecard(connection, scorecard):
        return False
    steps = [StepRecord("evidence", "done", now), StepRecord("scored", "done", now)]
    if mail is None:
        steps.append(StepRecord("reported", "done", now))
    elif outbox.queue(connection, scorecard.call_id, mail, now.timestamp()):
        steps.append(StepRecord("reported", "running", now))
    calls.put_steps(connection, scorecard.call_id, steps)
    return True


def _forget(connection: Connection, call_id: CallId, at: datetime, sitting: DeletedSitting | None) -> None:
    calls.forget(connection, call_id, at)
    if sitting is not None:
        exams.keep_deleted(connection, sitting)


def _forget_rep(connection: Connection, rep_id: RepId) -> None:
    connection.execute("DELETE FROM rep WHERE rep_id = ?", (rep_id,))
    exams.drop_deleted_of_rep(connection, rep_id)


def _override(connection: Connection, override: Override) -> bool:
    kept = overrides.keep(connection, override)
    if kept:
        appeals.answer_by(connection, override)
    return kept
