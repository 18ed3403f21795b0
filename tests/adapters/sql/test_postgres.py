"""One PostgreSQL database: one writer at a time, migrated once, and off the event loop."""

import asyncio
import threading
from collections.abc import AsyncIterator

import psycopg
import pytest

from sparring.adapters.sql.database import Connection
from sparring.adapters.sql.postgres import PostgresDatabase, translated
from sparring.errors import ResultsFailed
from tests.emulators.postgres import PostgresServer

FIRST = ("CREATE TABLE word (text TEXT UNIQUE)",)
SECOND = ("ALTER TABLE word ADD COLUMN seen BIGINT NOT NULL DEFAULT 0",)


@pytest.fixture
def url(postgres: PostgresServer) -> str:
    return postgres.new_database()


@pytest.fixture
async def database(url: str) -> AsyncIterator[PostgresDatabase]:
    made = PostgresDatabase(url, [FIRST], failed=ResultsFailed)
    yield made
    await made.close()


def add(connection: Connection, text: str) -> str:
    connection.execute("INSERT INTO word (text) VALUES (?)", (text,))
    return threading.current_thread().name


def count(connection: Connection) -> int:
    found: int = connection.execute("SELECT count(*) FROM word").fetchone()[0]
    return found


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a = ? AND b = ?", "a = %s AND b = %s"),
        ("VALUES (:call_id, :at)", "VALUES (%(call_id)s, %(at)s)"),
        ("a::text LIKE '50%' AND b = :b", "a::text LIKE '50%%' AND b = %(b)s"),
    ],
)
def test_statements_are_written_for_both_databases(written: str, meant: str) -> None:
    """Places for values are translated, casts and percent signs are left what they are."""
    assert translated(written) == meant


async def test_work_runs_in_a_thread_of_its_own(database: PostgresDatabase) -> None:
    """The event loop's thread never waits for the network."""
    name = await database.write(lambda connection: add(connection, "hello"))
    assert name != threading.current_thread().name


async def test_work_that_fails_changes_nothing(database: PostgresDatabase) -> None:
    """A transaction is whole or not there, the error comes through, and the connection is good for more."""

    def half(connection: Connection) -> None:
        add(connection, "half")
        raise LookupError

    with pytest.raises(LookupError):
        await database.write(half)
    assert await database.read(count) == 0
    await database.write(lambda connection: add(connection, "whole"))
    assert await database.read(count) == 1


async def test_a_broken_statement_is_the_ports_own_error(database: PostgresDatabase) -> None:
    """Callers meet the error that their port documents, without the server's words."""
    await database.write(lambda connection: add(connection, "once"))
    with pytest.raises(ResultsFailed, match="cannot be read or written now"):
        await database.write(lambda connection: add(connection, "once"))


async def test_reading_cannot_write(database: PostgresDatabase) -> None:
    """A view is a view."""
    with pytest.raises(ResultsFailed):
        await database.read(lambda connection: add(connection, "hello"))


async def test_two_writers_that_exclude_each_other_both_come_through(database: PostgresDatabase) -> None:
    """Each of many adds one to what it read; none is lost, as none would be one after another."""
    await database.write(lambda connection: add(connection, "0"))

    def one_more(connection: Connection) -> None:
        seen = int(connection.execute("SELECT text FROM word").fetchone()[0])
        connection.execute("UPDATE word SET text = ?", (str(seen + 1),))

    await asyncio.gather(*(database.write(one_more) for _ in range(12)))
    assert await database.read(lambda connection: connection.execute("SELECT text FROM word").fetchone()) == ("12",)


async def test_migrations_run_once_and_in_order(url: str) -> None:
    """An old database gets what is new and keeps what it had, also when several processes start together."""
    old = PostgresDatabase(url, [FIRST], failed=ResultsFailed)
    await old.write(lambda connection: add(connection, "hello"))
    await old.close()
    made = [PostgresDatabase(url, [FIRST, SECOND], failed=ResultsFailed) for _ in range(4)]
    for rows in await asyncio.gather(*(one.read(lambda c: c.execute("SELECT * FROM word").fetchall()) for one in made)):
        assert rows == [("hello", 0)]
    for one in made:
        await one.close()


async def test_a_database_of_a_newer_version_is_left_alone(url: str) -> None:
    """Going back to an old version never guesses at new tables."""
    new = PostgresDatabase(url, [FIRST, SECOND], failed=ResultsFailed)
    await new.read(count)
    await new.close()
    old = PostgresDatabase(url, [FIRST], failed=ResultsFailed)
    with pytest.raises(ResultsFailed, match="newer version"):
        await old.read(count)
    await old.close()


async def test_connections_that_the_server_cut_are_made_anew(database: PostgresDatabase, url: str) -> None:
    """A restart of the server between two transactions is not noticed."""
    await database.write(lambda connection: add(connection, "before"))
    with psycopg.connect(url, autocommit=True) as other:
        # with a time to wait: a backend that is only told to end may take one more statement with it
        other.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    await database.write(lambda connection: add(connection, "after"))
    assert await database.read(count) == 2


async def test_a_server_that_is_not_there_is_the_ports_own_error() -> None:
    """Nothing of the address is in the sentence but the setting's name."""
    database = PostgresDatabase("postgresql://u:s3cret@127.0.0.1:1/x", [FIRST], failed=ResultsFailed)
    with pytest.raises(ResultsFailed) as failed:
        await database.read(count)
    assert "SPARRING_RESULTS" in failed.value.sentence
    assert "s3cret" not in failed.value.sentence
    await database.close()
    await database.close()


async def test_a_password_that_expires_is_asked_for_at_every_connection(url: str) -> None:
    """Tokens live for an hour; connections that are open stay open."""
    asked: list[str] = []

    def password() -> str:
        asked.append("token")
        return "token"

    database = PostgresDatabase(url, [FIRST], failed=ResultsFailed, password=password)
    await database.read(count)
    await database.read(count)
    assert asked == ["token"]
    await database.close()
