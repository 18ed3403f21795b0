"""`Journal` on one SQLite file. A committed line survives `kill -9` and power loss; processes may share the file."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sparring.adapters.sql.sqlite_file import Database
from sparring.errors import JournalFailed
from sparring.ids import CallId
from sparring.ports import Clock, DiarySetAside

_PUT_BACK_S = 10.0  # by less than this a clock has caught up soon; a mark may be newer than the look at the clock
_MIGRATIONS = [
    [
        "create table call (call_id text primary key, touched_s real not null) without rowid",
        """create table line (
            call_id text not null, number integer not null, body blob not null, primary key (call_id, number)
        ) without rowid""",
    ],
    ["alter table call add column aside text"],  # why it cannot be handed over
]


class SqliteJournal:
    """The diary of every call that is not yet in the store.

    Args:
        path: the database file; made with its folder when missing.
        clock: wall clock, shared by all processes that use the file.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._database, self._clock = Database(path, _MIGRATIONS, failed=JournalFailed), clock

    async def append(self, call_id: CallId, *lines: bytes) -> None:
        """All of them durable when it returns, or none. Raises: JournalFailed."""
        now_s = self._now_s()
        await self._database.write(lambda db: _append(db, call_id, lines, now_s))

    async def lines(self, call_id: CallId) -> Sequence[bytes]:
        """In the order they were appended. Raises: JournalFailed."""
        query = "select body from line where call_id = ? order by number"
        rows = await self._database.read(lambda db: db.execute(query, (call_id,)).fetchall())
        return [row[0] for row in rows]

    async def touch(self, call_ids: Sequence[CallId]) -> None:
        """These calls are alive in this process. Raises: JournalFailed."""
        marks = [(self._now_s(), call_id) for call_id in call_ids]
        statement = "update call set touched_s = ? where call_id = ?"
        await self._database.write(lambda db: db.executemany(statement, marks))

    async def abandoned(self, *, idle_s: float) -> Sequence[CallId]:
        """Calls that nobody has touched or written to for `idle_s`, none set aside. Raises: JournalFailed."""
        # a time to come was written before the clock was put back: whoever is alive marks its calls anew
        query = """select call_id from call
            where (touched_s < ? or touched_s > ?) and aside is null order by touched_s"""
        now_s = self._now_s()
        limits_s = (now_s - idle_s, now_s + max(idle_s, _PUT_BACK_S))
        rows = await self._database.read(lambda db: db.execute(query, limits_s).fetchall())
        return [CallId(row[0]) for row in rows]

    async def set_aside(self, call_id: CallId, reason: str) -> None:
        """Keep it for the operator. Raises: JournalFailed."""
        statement = "update call set aside = ? where call_id = ?"
        await self._database.write(lambda db: db.execute(statement, (reason, call_id)))

    async def set_aside_diaries(self, *, limit: int = 100) -> Sequence[DiarySetAside]:
        """Newest first. Raises: JournalFailed."""
        query = "select call_id, aside, touched_s from call where aside is not null order by touched_s desc limit ?"
        rows = await self._database.read(lambda db: db.execute(query, (limit,)).fetchall())
        return [DiarySetAside(CallId(row[0]), row[1], datetime.fromtimestamp(row[2], UTC)) for row in rows]

    async def take_up_again(self, call_id: CallId) -> bool:
        """Let the sweeper try again; False when this diary was not set aside. Raises: JournalFailed."""
        statement = "update call set aside = null where call_id = ? and aside is not null"
        return await self._database.write(lambda db: db.execute(statement, (call_id,)).rowcount > 0)

    async def close_call(self, call_id: CallId) -> None:
        """The diary is no longer needed: its words are overwritten. Raises: JournalFailed."""
        await self._database.write(lambda db: _forget(db, call_id))
        await self._database.erase_log()

    async def close(self) -> None:
        """Close the file."""
        await self._database.close()

    def _now_s(self) -> float:
        return self._clock.now().timestamp()


def _append(db: sqlite3.Connection, call_id: CallId, lines: Sequence[bytes], now_s: float) -> None:
    touch = "on conflict (call_id) do update set touched_s = excluded.touched_s"
    db.execute(f"insert into call (call_id, touched_s) values (?, ?) {touch}", (call_id, now_s))  # noqa: S608 - a constant
    insert = "insert into line select ?, coalesce(max(number), 0) + 1, ? from line where call_id = ?"
    db.executemany(insert, [(call_id, line, call_id) for line in lines])


def _forget(db: sqlite3.Connection, call_id: CallId) -> None:
    db.execute("delete from line where call_id = ?", (call_id,))
    db.execute("delete from call where call_id = ?", (call_id,))
