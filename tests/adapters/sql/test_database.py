"""What SQLite and PostgreSQL have in common."""

from pathlib import Path

from sparring.adapters.sql.database import SqlDatabase
from sparring.adapters.sql.postgres import PostgresDatabase
from sparring.adapters.sql.sqlite_file import Database
from sparring.errors import ResultsFailed


async def test_both_databases_are_one_to_a_store(tmp_path: Path) -> None:
    """Neither is opened before it is used, and both close without having been."""
    made: list[SqlDatabase] = [
        Database(tmp_path / "x.db", [], failed=ResultsFailed),
        PostgresDatabase("postgresql://nowhere/x", [], failed=ResultsFailed),
    ]
    for database in made:
        await database.close()
    assert not (tmp_path / "x.db").exists()
