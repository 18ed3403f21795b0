"""What coaches said of grades: statements over one connection, in a caller's transaction; nothing is replaced."""

from collections.abc import Sequence

from sparring.adapters.results.sql.calls import get_call
from sparring.adapters.sql.database import Connection
from sparring.documents import dump_document
from sparring.ids import CallId, RepId
from sparring.override import Override, parse_override

_KEEP = "INSERT INTO override (call_id, document) VALUES (?, ?)"
_OF_CALL = "SELECT document FROM override WHERE call_id = ? ORDER BY number"
_FOR_REP = """SELECT document FROM override JOIN call ON call.call_id = override.call_id
    WHERE rep_id = ? ORDER BY number DESC LIMIT ?"""
_NEWEST = "SELECT document FROM override ORDER BY number DESC LIMIT ?"


def keep(connection: Connection, override: Override) -> bool:
    """Add it; False when the call is unknown, or was forgotten."""
    if get_call(connection, override.call_id) is None:
        return False
    connection.execute(_KEEP, (override.call_id, dump_document(override)))
    return True


def of_call(connection: Connection, call_id: CallId) -> Sequence[Override]:
    """Oldest first. Raises: ScoresRejected for one that a newer version wrote."""
    return [_read(row) for row in connection.execute(_OF_CALL, (call_id,))]


def for_rep(connection: Connection, rep_id: RepId, limit: int) -> Sequence[Override]:
    """Of one rep's calls, newest first. Raises: ScoresRejected."""
    return [_read(row) for row in connection.execute(_FOR_REP, (rep_id, limit))]


def newest(connection: Connection, limit: int) -> Sequence[Override]:
    """Of all calls, newest first. Raises: ScoresRejected."""
    return [_read(row) for row in connection.execute(_NEWEST, (limit,))]


def _read(row: tuple[bytes]) -> Override:
    return parse_override(bytes(row[0]), source="results")
