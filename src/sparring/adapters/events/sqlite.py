"""The event queue on SQLite, with Event Grid's contract: `open_queue(path, clock)`.

At least once, in no promised order, under a lease of 30 s, retried on Event Grid's schedule, then dead-lettered with a
reason, never dropped. Implements `EventQueue`, `EventSink` and `DeadLetters`. An event's id is kept for good, so
publishing it again is free: what is lost between a write and its event is found by looking again. A machine's clock may
be put back: nothing waits until it has caught up.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sparring.adapters.retry import EVENT_GRID, RetryPolicy
from sparring.adapters.sql.sqlite_file import Database
from sparring.errors import EventsFailed
from sparring.ports import Clock, DeadLetter, ObjectWritten

NOT_ACKNOWLEDGED = "not_acknowledged"
"""Dead-letter reason of an event whose last delivery got no answer, such as one that kills its worker."""

_SCHEMA = (
    """CREATE TABLE event (
        id TEXT PRIMARY KEY,
        object_name TEXT NOT NULL,
        occurred_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'done', 'dead')),
        attempts INTEGER NOT NULL DEFAULT 0,
        published_s REAL NOT NULL,
        due_s REAL NOT NULL,
        reason TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX event_due ON event (due_s) WHERE state IN ('waiting', 'leased')",
    "CREATE INDEX event_dead ON event (due_s) WHERE state = 'dead'",
)

_DUE = """SELECT id, object_name, occurred_at, attempts FROM event
          WHERE state IN ('waiting', 'leased') AND (due_s <= ? OR due_s > ?) ORDER BY due_s LIMIT 1"""
_LEASE = "UPDATE event SET state = 'leased', attempts = attempts + 1, reason = NULL, due_s = ? WHERE id = ?"
_DONE = "UPDATE event SET state = 'done', reason = NULL WHERE id = ?"
# none of ours any more when the lease ran out and another worker has it
_AGE = "SELECT published_s FROM event WHERE id = ? AND attempts = ? AND state = 'leased'"
_WAIT = "UPDATE event SET state = 'waiting', reason = ?, due_s = ? WHERE id = ? AND attempts = ? AND state = 'leased'"
_BURY = """UPDATE event SET state = 'dead', reason = ?, due_s = ?
           WHERE id = ? AND attempts = ? AND state IN ('waiting', 'leased')"""
_REVIVE = """UPDATE event SET state = 'waiting', attempts = 0, reason = NULL, published_s = ?, due_s = ?
             WHERE id = ? AND state = 'dead'"""
_DROP = "UPDATE event SET state = 'done', reason = NULL WHERE id = ? AND state = 'dead'"


def open_queue(path: Path, clock: Clock, *, policy: RetryPolicy = EVENT_GRID) -> "SqliteQueue":
    """The queue kept in the file `path`, created when first used."""
    return SqliteQueue(Database(path, [_SCHEMA], failed=EventsFailed), clock, policy)


class SqliteQueue:
    """See the module. Every method raises EventsFailed when the file cannot be used."""

    def __init__(self, database: Database, clock: Clock, policy: RetryPolicy) -> None:
        self._database, self._clock, self._policy = database, clock, policy

    async def publish(self, events: Sequence[ObjectWritten]) -> int:
        """Keep the events whose ids are new; the number kept."""
        unknown = await self._database.read(lambda connection: _unknown(connection, events))
        if not unknown:
            return 0
        now_s = self._now_s()
        return await self._database.write(lambda connection: _insert(connection, unknown, now_s))

    async def receive(self) -> ObjectWritten | None:
        """Lease the event that has been due longest; None when none is due."""
        now_s = self._now_s()
        if await self._database.read(lambda connection: self._due(connection, now_s)) is None:
            return None
        return await self._database.write(lambda connection: self._lease(connection, now_s))

    async def done(self, event: ObjectWritten) -> None:
        """Handled: never delivered again, also when the lease ran out meanwhile."""
        await self._update(_DONE, event.id)

    async def retry_later(self, event: ObjectWritten, reason: str) -> bool:
        """Schedule the next attempt, or dead-letter it after the last. True while another attempt will come."""
        return await self._database.write(lambda connection: self._reschedule(connection, event, reason))

    async def dead_letter(self, event: ObjectWritten, reason: str) -> None:
        """Give up at once: another attempt cannot help."""
        await self._update(_BURY, reason, self._now_s(), event.id, event.attempt)

    async def dead_letters(self, *, limit: int = 100) -> Sequence[DeadLetter]:
        """Newest first."""
        query = """SELECT id, object_name, occurred_at, attempts, reason, due_s FROM event
                   WHERE state = 'dead' ORDER BY due_s DESC LIMIT ?"""
        rows = await self._database.read(lambda connection: connection.execute(query, (limit,)).fetchall())
        return [DeadLetter(_event(*row[:4]), row[4], datetime.fromtimestamp(row[5], UTC)) for row in rows]

    async def retry_dead_letter(self, event_id: str) -> bool:
        """Begin again with a full set of attempts; False when no dead letter has this id."""
        now_s = self._now_s()
        return await self._update(_REVIVE, now_s, now_s, event_id)

    async def drop_dead_letter(self, event_id: str) -> bool:
        """Never deliver it again, and list it no more; False when no dead letter has this id."""
        return await self._update(_DROP, event_id)

    async def counts(self) -> Mapping[str, int]:
        """Events by state: `waiting`, `leased`, `done`, `dead`."""
        query = "SELECT state, count(*) FROM event GROUP BY state"
        return dict(await self._database.read(lambda connection: connection.execute(query).fetchall()))

    async def close(self) -> None:
        """Nothing may be called afterwards."""
        await self._database.close()

    def _now_s(self) -> float:
        return self._clock.now().timestamp()

    async def _update(self, statement: str, *values: str | float) -> bool:
        return await self._database.write(lambda connection: connection.execute(statement, values).rowcount > 0)

    def _due(self, connection: sqlite3.Connection, now_s: float) -> Any:
        return connection.execute(_DUE, (now_s, now_s + self._policy.longest_s)).fetchone()

    def _lease(self, connection: sqlite3.Connection, now_s: float) -> ObjectWritten | None:
        while row := self._due(connection, now_s):
            event_id, name, occurred_at, attempts = row
            if attempts >= self._policy.max_attempts:
                connection.execute(_BURY, (NOT_ACKNOWLEDGED, now_s, event_id, attempts))
                continue
            due_s = now_s + self._policy.lease_s + self._policy.delay_s(attempts + 1)
            connection.execute(_LEASE, (due_s, event_id))
            return _event(event_id, name, occurred_at, attempts + 1)
        return None

    def _reschedule(self, connection: sqlite3.Connection, event: ObjectWritten, reason: str) -> bool:
        held = connection.execute(_AGE, (event.id, event.attempt)).fetchone()
        if held is None:
            return True
        now_s = self._now_s()
        if self._policy.exhausted(attempt=event.attempt, age_s=now_s - held[0]):
            connection.execute(_BURY, (reason, now_s, event.id, event.attempt))
            return False
        due_s = now_s + self._policy.delay_s(event.attempt)
        connection.execute(_WAIT, (reason, due_s, event.id, event.attempt))
        return True


def _unknown(connection: sqlite3.Connection, events: Sequence[ObjectWritten]) -> list[ObjectWritten]:
    find = "SELECT 1 FROM event WHERE id = ?"
    return [event for event in events if connection.execute(find, (event.id,)).fetchone() is None]


def _insert(connection: sqlite3.Connection, events: Sequence[ObjectWritten], now_s: float) -> int:
    statement = """INSERT INTO event (id, object_name, occurred_at, state, published_s, due_s)
                   VALUES (?, ?, ?, 'waiting', ?, ?) ON CONFLICT (id) DO NOTHING"""
    rows = [(event.id, event.object_name, event.occurred_at.isoformat(), now_s, now_s) for event in events]
    return connection.executemany(statement, rows).rowcount


def _event(event_id: str, object_name: str, occurred_at: str, attempt: int) -> ObjectWritten:
    return ObjectWritten(event_id, object_name, datetime.fromisoformat(occurred_at), attempt)
