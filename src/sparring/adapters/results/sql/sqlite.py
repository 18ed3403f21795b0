"""Results on SQLite: one file, nothing to install. Several processes may use it."""

from pathlib import Path

from sparring.adapters.results.sql.schema import FILLS, MIGRATIONS
from sparring.adapters.results.sql.store import SqlResults
from sparring.adapters.retry import EVENT_GRID, RetryPolicy
from sparring.adapters.sql.sqlite_file import Database
from sparring.errors import ResultsFailed
from sparring.ports import Clock


class SqliteResults(SqlResults):
    """In the file `path`, created when first used."""

    def __init__(self, path: Path, clock: Clock, *, mail_policy: RetryPolicy = EVENT_GRID) -> None:
        database = Database(path, MIGRATIONS, failed=ResultsFailed, fills=FILLS)
        super().__init__(database, clock, mail_policy=mail_policy)
