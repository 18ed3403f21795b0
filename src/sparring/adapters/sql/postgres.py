"""One PostgreSQL database: what the results store stands on where many processes share it.

Work flows in as a function over the connection and runs in a thread, so the event loop never waits for the network.
One transaction writes at a time, as on SQLite: what it read stays true until it commits, and the sums that every grade
adds to cost a short wait and no second run. Readers wait for nobody. Statements are sent without waiting for the answer
of the one before (libpq's pipeline), so a transaction waits for the server only where its work reads an answer.
Everything is kept in the first schema of the connection's search path.
"""

import asyncio
import re
import select
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache
from queue import Empty, LifoQueue
from typing import Any, TypeVar, cast

from sparring.adapters.sql.database import Connection, Rows
from sparring.errors import ConfigRejected, SparringError

try:
    import psycopg
except ImportError:
    raise ConfigRejected("PostgreSQL needs the package psycopg: install Sparring with the extra `postgres`.") from None

Migration = Sequence[str]
Driver = psycopg.Connection[tuple[Any, ...]]
T = TypeVar("T")

CONNECTIONS = 4  # a process; each is a process of the server's too
_CONNECT_S = 5
_LONGEST_MS = 15_000  # a statement, or a process that stopped inside a transaction: others wait for its lock
_LOCK = "SELECT pg_advisory_xact_lock(7303014, hashtext(current_schema()))"  # held by whoever writes
_READ = ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",)
_WRITE = ("BEGIN", _LOCK)  # what comes after it sees what was committed before the lock was given
_VALUE = re.compile(r"%|\?|(?<![:\w]):([a-z_0-9]+)")
_SENTENCE = (
    "The PostgreSQL database cannot be read or written now. Look at SPARRING_RESULTS, at the rights of its user, and "
    "whether the server runs and can be reached."
)


class PostgresDatabase:
    """Implements `SqlDatabase`.

    Args:
        url: `postgresql://user@host/database?…`, as libpq reads it.
        migrations: each a list of statements; the table `schema_version` counts those applied.
        failed: the error that this store's port documents.
        password: asked for at every new connection, for passwords that expire; None: what stands in `url`.
    """

    def __init__(
        self,
        url: str,
        migrations: Sequence[Migration],
        *,
        failed: type[SparringError],
        password: Callable[[], str] | None = None,
    ) -> None:
        self._url, self._migrations, self._failed, self._password = url, migrations, failed, password
        self._threads = ThreadPoolExecutor(max_workers=CONNECTIONS, thread_name_prefix="postgres")
        self._idle: LifoQueue[Driver] = LifoQueue()
        self._migrated = False

    async def read(self, work: Callable[[Connection], T]) -> T:
        """`work` over a consistent view. Raises: the error given as `failed`."""
        return await self._in_thread(lambda: self._transact(work, _READ))

    async def write(self, work: Callable[[Connection], T]) -> T:
        """`work` in one transaction: all of it is durable on return, or none. Raises: the error given as `failed`."""
        return await self._in_thread(lambda: self._transact(work, _WRITE))

    async def erase_log(self) -> None:
        """Not ours to do: the server's own log and its backups end by the operator's rules."""

    async def close(self) -> None:
        """Safe to call twice."""
        self._threads.shutdown(wait=False)
        with suppress(Empty):
            while True:
                self._idle.get_nowait().close()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        except psycopg.Error:
            raise self._failed(_SENTENCE) from None

    def _transact(self, work: Callable[[Connection], T], begin: Sequence[str]) -> T:
        connection = self._idle_one() or self._connect()
        try:
            with connection.pipeline():
                for statement in begin:
                    connection.execute(cast("Any", statement))
                result = work(Dialect(connection))
                connection.execute("COMMIT")
        except BaseException:
            with suppress(psycopg.Error):
                connection.execute("ROLLBACK")
            raise
        finally:
            self._give_back(connection)
        return result

    def _idle_one(self) -> Driver | None:
        """A connection that stands. A server that was restarted has said goodbye to the idle ones, or hung up."""
        with suppress(Empty):
            while True:
                idle = self._idle.get_nowait()
                if not _has_something_to_say(idle):
                    return idle
                idle.close()
        return None

    def _give_back(self, connection: Driver) -> None:
        if connection.closed or connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
            connection.close()
        else:
            self._idle.put(connection)

    def _connect(self) -> Driver:
        connection = psycopg.connect(
            self._url,
            autocommit=True,
            connect_timeout=_CONNECT_S,
            application_name="sparring",
            password=self._password() if self._password else None,
        )
        try:
            for limit in ("statement_timeout", "idle_in_transaction_session_timeout"):
                connection.execute(f"SET {limit} = {_LONGEST_MS}")
            if not self._migrated:
                self._migrate(connection)
        except BaseException:
            connection.close()
            raise
        self._migrated = True
        return connection

    def _migrate(self, connection: Driver) -> None:
        with connection.transaction():
            connection.execute(_LOCK)
            connection.execute("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)")
            row = connection.execute("SELECT version FROM schema_version").fetchone()
            version = row[0] if row else 0
            if version > len(self._migrations):
                raise self._failed("The PostgreSQL database was written by a newer version of Sparring.")
            for statements in self._migrations[version:]:
                for statement in statements:
                    connection.execute(cast("Any", statement))
            connection.execute("DELETE FROM schema_version")
            connection.execute("INSERT INTO schema_version VALUES (%s)", (len(self._migrations),))


def _has_something_to_say(idle: Driver) -> bool:
    """Nobody asked it anything: it can only be the end of the connection."""
    readable, _, _ = select.select([idle.fileno()], [], [], 0)
    return bool(readable)


class Dialect:
    """Implements `Connection` on psycopg's."""

    def __init__(self, connection: Driver) -> None:
        self._connection = connection

    def execute(self, statement: str, values: Any = (), /) -> Rows:
        """See the protocol."""
        return self._connection.execute(translated(statement), values)

    def executemany(self, statement: str, rows: Any, /) -> Rows:
        """See the protocol."""
        cursor = self._connection.cursor()
        cursor.executemany(translated(statement), rows)
        return cursor


@lru_cache(maxsize=512)
def translated(statement: str) -> Any:
    """`?` and `:name` as psycopg writes them: `%s` and `%(name)s`."""

    def one(found: re.Match[str]) -> str:
        if found[0] == "%":
            return "%%"
        return "%s" if found[0] == "?" else f"%({found[1]})s"

    return _VALUE.sub(one, statement)
