"""What reps said against grades: statements over one connection, in a caller's transaction."""

from collections.abc import Sequence

from sparring.adapters.results.kept_form import newest_answers, utc_text
from sparring.adapters.results.sql.calls import CALL_COLUMNS, call_of, get_call
from sparring.adapters.sql.database import Connection
from sparring.appeal import Appeal, parse_appeal
from sparring.documents import dump_document
from sparring.ids import CallId, RepId
from sparring.override import Override
from sparring.ports import AppealedCall

_KEEP = """INSERT INTO appeal (call_id, criterion, tenant_id, location_id, at, answered, document)
    VALUES (?, ?, ?, ?, ?, 0, ?) ON CONFLICT (call_id, criterion) DO NOTHING RETURNING criterion"""
_OF_CALL = "SELECT document FROM appeal WHERE call_id = ? ORDER BY criterion"
_ANSWERED = """SELECT document FROM appeal JOIN call ON call.call_id = appeal.call_id
    WHERE rep_id = ? AND answered = 1"""
_OPEN_ONE = "SELECT document FROM appeal WHERE call_id = ? AND criterion = ? AND answered = 0"
_ANSWER = """UPDATE appeal SET answered = 1, document = ? WHERE call_id = ? AND criterion = ? AND answered = 0
    RETURNING criterion"""
_WITHDRAW = "DELETE FROM appeal WHERE call_id = ? AND criterion = ? AND answered = 0 RETURNING criterion"
# of a private call a manager knows nothing unless its rep shares it, or a manager handed it in
_OPEN = f"""SELECT {CALL_COLUMNS}, document FROM appeal JOIN call ON call.call_id = appeal.call_id
    WHERE appeal.tenant_id = ? AND appeal.location_id = ? AND answered = 0
    AND (attempt <> 'private' OR uploaded_by = 'manager'
        OR EXISTS (SELECT 1 FROM shared WHERE shared.call_id = call.call_id))
    ORDER BY at, appeal.call_id, criterion LIMIT ?"""  # noqa: S608 - names of our own columns


def keep(connection: Connection, appeal: Appeal) -> bool:
    """Add it; False where this criterion has one, or the call is unknown or was forgotten."""
    call = get_call(connection, appeal.call_id)
    if call is None:
        return False
    values = (call.call_id, appeal.criterion, call.tenant_id, call.location_id, utc_text(appeal.at))
    return connection.execute(_KEEP, (*values, dump_document(appeal))).fetchone() is not None


def of_call(connection: Connection, call_id: CallId) -> Sequence[Appeal]:
    """By criterion. Raises: ScoresRejected for one that a newer version wrote."""
    return [_read(row[0]) for row in connection.execute(_OF_CALL, (call_id,))]


def answered(connection: Connection, rep_id: RepId, limit: int) -> Sequence[Appeal]:
    """Newest answer first. Raises: ScoresRejected."""
    return newest_answers((_read(row[0]) for row in connection.execute(_ANSWERED, (rep_id,))), limit)


def answer(connection: Connection, appeal: Appeal) -> bool:
    """Close the open one; False where none is."""
    values = (dump_document(appeal), appeal.call_id, appeal.criterion)
    return connection.execute(_ANSWER, values).fetchone() is not None


def answer_by(connection: Connection, override: Override) -> None:
    """Close the open one that this override is about, if there is one. Raises: ScoresRejected."""
    row = connection.execute(_OPEN_ONE, (override.call_id, override.criterion)).fetchone()
    if row is not None and (answered := _read(row[0]).overridden(override)).answer is not None:
        answer(connection, answered)


def withdraw(connection: Connection, call_id: CallId, criterion: str) -> bool:
    """Remove an open one; False where none is."""
    return connection.execute(_WITHDRAW, (call_id, criterion)).fetchone() is not None


def open_ones(connection: Connection, tenant_id: str, location_id: str, limit: int) -> Sequence[AppealedCall]:
    """Longest waiting first. Raises: ScoresRejected."""
    rows = connection.execute(_OPEN, (tenant_id, location_id, limit)).fetchall()
    return [AppealedCall(call_of(row), _read(row[-1])) for row in rows]


def _read(document: bytes) -> Appeal:
    return parse_appeal(bytes(document), source="results")
