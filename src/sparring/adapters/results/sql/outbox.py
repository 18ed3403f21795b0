"""Reports waiting to be sent: statements over one connection, run inside a caller's transaction.

A report's text is kept only while it waits; once it is sent, or given up on, its id alone stays, so that the same
report is never queued twice.
"""

from datetime import datetime

from sparring.adapters.results.sql.calls import put_step
from sparring.adapters.retry import RetryPolicy
from sparring.adapters.sql.database import Connection
from sparring.ids import CallId
from sparring.ports import Mail, StepRecord

_QUEUE = """INSERT INTO outbox
    (message_id, call_id, state, to_address, subject, text, html, queued_s, due_s)
    VALUES (?, ?, 'waiting', ?, ?, ?, ?, ?, ?) ON CONFLICT (message_id) DO NOTHING RETURNING message_id"""
_DUE = """SELECT message_id, to_address, subject, text, html FROM outbox
    WHERE state = 'waiting' AND (due_s <= ? OR due_s > ?) ORDER BY due_s LIMIT ?"""
_END = """UPDATE outbox SET state = ?, reason = ?, to_address = '', subject = '', text = '', html = ''
    WHERE message_id = ? AND state = 'waiting' RETURNING call_id"""
_LATER = "UPDATE outbox SET attempts = attempts + 1, reason = ?, due_s = ? WHERE message_id = ?"


def queue(connection: Connection, call_id: CallId, mail: Mail, now_s: float) -> bool:
    """Queue a mail once; False when it was queued before."""
    values = (mail.message_id, call_id, mail.to_address, mail.subject, mail.text, mail.html, now_s, now_s)
    return connection.execute(_QUEUE, values).fetchone() is not None


def due(connection: Connection, now_s: float, limit: int, *, policy: RetryPolicy) -> list[Mail]:
    """Mails due now, longest waiting first; also those whose wait was set before the clock was put back."""
    return [Mail(*row) for row in connection.execute(_DUE, (now_s, now_s + policy.longest_s, limit))]


def end_sent(connection: Connection, message_id: str, now: datetime) -> None:
    """Sent: drop the text, keep the id."""
    row = connection.execute(_END, ("sent", None, message_id)).fetchone()
    if row:
        put_step(connection, row[0], StepRecord("reported", "done", now))


def end_failed(
    connection: Connection, message_id: str, reason: str, *, now: datetime, policy: RetryPolicy, final: bool
) -> None:
    """Wait for the next attempt, or give up."""
    find = "SELECT attempts, queued_s FROM outbox WHERE message_id = ? AND state = 'waiting'"
    waiting = connection.execute(find, (message_id,)).fetchone()
    if waiting is None:
        return
    attempt, queued_s = waiting[0] + 1, waiting[1]
    if final or policy.exhausted(attempt=attempt, age_s=now.timestamp() - queued_s):
        call_id = connection.execute(_END, ("failed", reason, message_id)).fetchone()[0]
        put_step(connection, call_id, StepRecord("reported", "failed", now, reason))
        return
    connection.execute(_LATER, (reason, now.timestamp() + policy.delay_s(attempt), message_id))
