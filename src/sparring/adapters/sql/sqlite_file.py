"""One SQLite file, durable and private: what the event queue and the results store stand on.

Work flows in as a function over the connection and runs in a thread of its own, so the event loop never waits for the
disk. Write-ahead log with synchronous FULL (a commit survives power loss), secure_delete (deleted words are zeroed).
"""

import asyncio
import os
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from sparring.errors import SparringError

Migration = Sequence[str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fill:
    """Rows made of those that are there already, piece by piece, each piece in a transaction of its own.

    Args:
        until: answers the last number of the piece that begins after `:after`; NULL when none is left.
        statements: make the piece `:after` < number <= `:until`.
    """

    until: str
    statements: Sequence[str]


_BUSY_S = 5.0
_BETWEEN_PIECES_S = 0.01  # for another process that waits for its turn to write
_OWNER_ONLY = 0o600


class Database:
    """One SQLite file.

    Args:
        path: the file; it and its folder are created, readable by the owner alone.
        migrations: each a list of statements; the file's `user_version` counts those applied.
        failed: the error that this store's port documents.
        fills: what is to be made after which migration, before the next. Whoever opens the file goes on with it, so
            that a process that dies in between costs one piece; who has it open already reads and writes meanwhile.
    """

    def __init__(
        self,
        path: Path,
        migrations: Sequence[Migration],
        *,
        failed: type[SparringError],
        fills: Mapping[int, Fill] = MappingProxyType({}),
    ) -> None:
        self._path, self._migrations, self._failed, self._fills = path, migrations, failed, fills
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=path.stem)
        self._connection: sqlite3.Connection | None = None

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """`work` over a consistent view. Raises: the error given as `failed`."""
        return await self._run(work, begin="BEGIN")

    async def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """`work` in one transaction: all of it is durable on return, or none. Raises: the error given as `failed`."""
        return await self._run(work, begin="BEGIN IMMEDIATE")

    async def erase_log(self) -> None:
        """Fold the write-ahead log into the file and empty it, so that deleted words are in neither."""
        await self._in_thread(lambda: self._open().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone())

    async def close(self) -> None:
        """Safe to call twice."""
        if self._connection is not None:
            await self._in_thread(self._drop)
        self._thread.shutdown(wait=False)

    async def _run(self, work: Callable[[sqlite3.Connection], T], *, begin: str) -> T:
        return await self._in_thread(lambda: self._transact(work, begin))

    async def _in_thread(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        except (sqlite3.Error, OSError):
            raise self._failed(
                f"The database {self._path.name} cannot be read or written now. Look at the rights and the free space "
                "of the data folder."
            ) from None

    def _transact(self, work: Callable[[sqlite3.Connection], T], begin: str) -> T:
        connection = self._open()
        connection.execute(begin)
        try:
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            self._roll_back(connection)
            raise
        return result

    def _roll_back(self, connection: sqlite3.Connection) -> None:
        # SQLite itself rolls back on some errors (disk full, I/O); then there is nothing left to undo
        if connection.in_transaction:
            try:
                connection.execute("ROLLBACK")
            except sqlite3.Error:
                self._drop()

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, _OWNER_ONLY))
            connection = sqlite3.connect(self._path, timeout=_BUSY_S, isolation_level=None)
            try:
                self._prepare(connection)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        _write_ahead(connection)
        for pragma in ("synchronous = FULL", "secure_delete = ON", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        while self._brought_on(connection):
            time.sleep(_BETWEEN_PIECES_S)

    def _brought_on(self, connection: sqlite3.Connection) -> bool:
        """One transaction nearer to the newest version; False when it is reached."""
        connection.execute("BEGIN IMMEDIATE")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(self._migrations):
            raise self._failed(f"{self._path.name} was written by a newer version of Sparring.")
        if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'filling'").fetchone():
            self._fill(connection, self._fills[version])
        elif version < len(self._migrations):
            self._migrate(connection, version + 1)
        else:
            connection.execute("COMMIT")
            return False
        connection.execute("COMMIT")
        return True

    def _migrate(self, connection: sqlite3.Connection, version: int) -> None:
        for statement in self._migrations[version - 1]:
            connection.execute(statement)
        if version in self._fills:
            connection.execute("CREATE TABLE filling AS SELECT 0 AS after")
        connection.execute(f"PRAGMA user_version = {version}")

    def _fill(self, connection: sqlite3.Connection, fill: Fill) -> None:
        after = connection.execute("SELECT after FROM filling").fetchone()[0]
        until = connection.execute(fill.until, {"after": after}).fetchone()[0]
        if until is None:
            connection.execute("DROP TABLE filling")
            return
        for statement in fill.statements:
            connection.execute(statement, {"after": after, "until": until})
        connection.execute("UPDATE filling SET after = ?", (until,))

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _write_ahead(connection: sqlite3.Connection) -> None:
    """The switch needs the file alone: while another process writes to a new one SQLite refuses it without waiting."""
    until_s = time.monotonic() + _BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until_s:
                raise
            time.sleep(_BETWEEN_PIECES_S)
        else:
            return
