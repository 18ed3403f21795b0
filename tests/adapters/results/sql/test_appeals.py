"""Appeals in SQLite; what every store promises of them is in the contract suite."""

from pathlib import Path

import pytest

from sparring.adapters.results.sql import appeals, calls
from sparring.adapters.results.sql.schema import MIGRATIONS
from sparring.adapters.sql.sqlite_file import Database
from sparring.errors import ResultsFailed, ScoresRejected
from tests.fakes.documents import CALL_ID, a_call_record, an_appeal


async def test_an_appeal_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    """It is never guessed at."""
    database = Database(tmp_path / "results.db", MIGRATIONS, failed=ResultsFailed)
    await database.write(lambda connection: calls.keep_call(connection, a_call_record()))
    assert await database.write(lambda connection: appeals.keep(connection, an_appeal()))
    await database.write(
        lambda connection: connection.execute("UPDATE appeal SET document = ?", (b'{"schema_version": "2"}',))
    )
    with pytest.raises(ScoresRejected):
        await database.read(lambda connection: appeals.of_call(connection, CALL_ID))
    await database.close()
