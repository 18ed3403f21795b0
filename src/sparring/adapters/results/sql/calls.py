"""Calls, their grades and their progress: statements over one connection, run inside a caller's transaction."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sparring.adapters.results.kept_form import grader_key, read_scorecard, utc_text
from sparring.adapters.results.sql import tallies
from sparring.adapters.sql.database import Connection
from sparring.documents import dump_document
from sparring.errors import ResultsFailed
from sparring.ids import CallId, RepId
from sparring.ports import CallGrade, CallRecord, StepRecord
from sparring.results.tally import counted, points_text
from sparring.scorecard import GraderRef, Scorecard

_CALL_FIELDS = tuple(field.name for field in fields(CallRecord))
CALL_COLUMNS = ", ".join(f"call.{name}" for name in _CALL_FIELDS)
"""What `call_grade_of` reads first, in its order."""

# every name put into a statement here is one of our own fields
_KEEP_CALL = f"""INSERT INTO call ({", ".join(_CALL_FIELDS)})
    VALUES ({", ".join(f":{name}" for name in _CALL_FIELDS)}) ON CONFLICT (call_id) DO NOTHING"""  # noqa: S608
_SCORECARD = """INSERT INTO scorecard
    (call_id, transcript_digest, grader, status, score, passed, reason, document)
    VALUES (:call_id, :transcript_digest, :grader, :status, :score, :passed, :reason, :document)
    ON CONFLICT (call_id, transcript_digest, grader) DO NOTHING RETURNING number"""
GRADE_COLUMNS = f"""{CALL_COLUMNS}, status, score, passed, reason,
        EXISTS (SELECT 1 FROM step WHERE step.call_id = call.call_id AND state = 'failed')"""  # noqa: S608
"""What `call_grade_of` reads, in its order."""
_OF_REP = f"""SELECT {GRADE_COLUMNS}
    FROM (SELECT * FROM call WHERE rep_id = ? ORDER BY started_at DESC LIMIT ?) AS call
    LEFT JOIN scorecard ON number = newest ORDER BY started_at DESC"""  # noqa: S608
_ONE = f"""SELECT {GRADE_COLUMNS}
    FROM call LEFT JOIN scorecard ON number = newest WHERE call.call_id = ?"""  # noqa: S608
_GET = f"SELECT {CALL_COLUMNS} FROM call WHERE call_id = ?"  # noqa: S608
_DOCUMENTS = """SELECT document FROM call JOIN scorecard ON number = newest
    WHERE rep_id = ? ORDER BY started_at DESC LIMIT ?"""
_STEP = """INSERT INTO step (call_id, step, state, at, reason) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (call_id, step) DO UPDATE SET state = excluded.state, at = excluded.at, reason = excluded.reason"""


def keep_call(connection: Connection, call: CallRecord) -> CallRecord | None:
    """What was kept of this call the first time; None when it was forgotten."""
    if is_forgotten(connection, call.call_id):
        return None
    connection.execute(_KEEP_CALL, asdict(call) | {"started_at": utc_text(call.started_at)})
    return get_call(connection, call.call_id)


def get_call(connection: Connection, call_id: CallId) -> CallRecord | None:
    """What is kept of this call."""
    row = connection.execute(_GET, (call_id,)).fetchone()
    return call_of(row) if row else None


def has_grade(connection: Connection, call_id: CallId, transcript_digest: str, grader: GraderRef) -> bool:
    """Whether exactly this grade is stored."""
    find = "SELECT 1 FROM scorecard WHERE call_id = ? AND transcript_digest = ? AND grader = ?"
    return connection.execute(find, (call_id, transcript_digest, grader_key(grader))).fetchone() is not None


def keep_scorecard(connection: Connection, scorecard: Scorecard) -> bool:
    """Make this the newest grade of its call; False when it was stored before or the call was forgotten."""
    if is_forgotten(connection, scorecard.call_id):
        return False
    call = get_call(connection, scorecard.call_id)
    if call is None:
        raise ResultsFailed("A grade came before its call was begun.")
    stored = connection.execute(_SCORECARD, _scorecard_row(scorecard)).fetchone()
    if stored is None:
        return False
    before = newest_scorecard(connection, call.call_id)
    added = counted(call, scorecard)
    points = points_text(added.criteria) if added else None
    connection.execute(
        "UPDATE call SET newest = ?, points = ? WHERE call_id = ?", (stored[0], points, scorecard.call_id)
    )
    if before is not None:
        connection.execute("DELETE FROM appeal WHERE call_id = ?", (call.call_id,))  # against a grade that is gone
        tallies.take_away(connection, call, read_scorecard(before))
    tallies.add(connection, call, scorecard, started_at=utc_text(call.started_at))
    return True


def newest_scorecard(connection: Connection, call_id: CallId) -> bytes | None:
    """The newest grade of this call, as its document."""
    query = "SELECT document FROM call JOIN scorecard ON number = newest WHERE call.call_id = ?"
    row = connection.execute(query, (call_id,)).fetchone()
    return bytes(row[0]) if row else None


def newest_scorecards(connection: Connection, call_ids: Sequence[CallId]) -> list[bytes]:
    """The newest grade of each of these calls that has one, as documents."""
    marks = ", ".join("?" * len(call_ids))
    query = f"SELECT document FROM call JOIN scorecard ON number = newest WHERE call.call_id IN ({marks})"  # noqa: S608
    return [bytes(row[0]) for row in connection.execute(query, tuple(call_ids))] if call_ids else []


def scorecards_of_rep(connection: Connection, rep_id: RepId, limit: int) -> list[bytes]:
    """The newest grade of each of the rep's calls, as documents, newest call first."""
    return [bytes(row[0]) for row in connection.execute(_DOCUMENTS, (rep_id, limit))]


def calls_of_rep(connection: Connection, rep_id: RepId, limit: int) -> list[CallGrade]:
    """The rep's calls, newest first, graded or not."""
    return [call_grade_of(row) for row in connection.execute(_OF_REP, (rep_id, limit))]


def call_grade(connection: Connection, call_id: CallId) -> CallGrade | None:
    """One call as in that list."""
    row = connection.execute(_ONE, (call_id,)).fetchone()
    return call_grade_of(row) if row else None


def put_step(connection: Connection, call_id: CallId, step: StepRecord) -> None:
    """Note progress; nothing for a forgotten call."""
    if not is_forgotten(connection, call_id):
        put_steps(connection, call_id, [step])


def put_steps(connection: Connection, call_id: CallId, noted: Sequence[StepRecord]) -> None:
    """Note progress of a call that is known not to be forgotten: one statement to the server for all of it."""
    rows = [(call_id, step.step, step.state, utc_text(step.at), step.reason) for step in noted]
    connection.executemany(_STEP, rows)


def steps(connection: Connection, call_id: CallId) -> Sequence[StepRecord]:
    """Progress so far, in the order it was first noted."""
    query = "SELECT step, state, at, reason FROM step WHERE call_id = ? ORDER BY number"
    rows = connection.execute(query, (call_id,)).fetchall()
    return [StepRecord(step, state, datetime.fromisoformat(at), reason) for step, state, at, reason in rows]


def forget(connection: Connection, call_id: CallId, at: datetime) -> None:
    """Remove every row about a call and remember that it is not to come back."""
    connection.execute("INSERT INTO forgotten VALUES (?, ?) ON CONFLICT (call_id) DO NOTHING", (call_id, utc_text(at)))
    call, grade = get_call(connection, call_id), newest_scorecard(connection, call_id)
    connection.execute("UPDATE call SET newest = NULL WHERE call_id = ?", (call_id,))
    if call is not None and grade is not None:
        tallies.take_away(connection, call, read_scorecard(grade))
    for statement in (
        "DELETE FROM scorecard WHERE call_id = ?",
        "DELETE FROM step WHERE call_id = ?",
        "DELETE FROM outbox WHERE call_id = ?",
        "DELETE FROM override WHERE call_id = ?",
        "DELETE FROM appeal WHERE call_id = ?",
        "DELETE FROM shared WHERE call_id = ?",
        "DELETE FROM call WHERE call_id = ?",
    ):
        connection.execute(statement, (call_id,))


def is_forgotten(connection: Connection, call_id: CallId) -> bool:
    """Whether the call was deleted for good."""
    return connection.execute("SELECT 1 FROM forgotten WHERE call_id = ?", (call_id,)).fetchone() is not None


def call_grade_of(row: Sequence[Any]) -> CallGrade:
    """From `CALL_COLUMNS`, then status, score, passed, reason and whether a step was given up."""
    status, score, passed, reason, failed = row[len(_CALL_FIELDS) :]
    verdict = None if passed is None else bool(passed)
    return CallGrade(call_of(row), status, score, verdict, reason, failed=bool(failed))


def call_of(row: Sequence[Any]) -> CallRecord:
    """From `CALL_COLUMNS`, whatever follows them."""
    values = dict(zip(_CALL_FIELDS, row, strict=False))
    return CallRecord(**values | {"started_at": datetime.fromisoformat(values["started_at"])})


def _scorecard_row(scorecard: Scorecard) -> dict[str, Any]:
    row = scorecard.model_dump(include={"call_id", "transcript_digest", "status", "reason"})
    return row | {
        "grader": grader_key(scorecard.grader),
        "score": scorecard.totals.score if scorecard.totals else None,
        "passed": None if scorecard.passed is None else int(scorecard.passed),
        "document": dump_document(scorecard),
    }
