"""One SQLite file: durable, private, migrated once, and off the event loop."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sparring.adapters.sql.sqlite_file import Database, Fill
from sparring.errors import ResultsFailed

FIRST = ("CREATE TABLE word (text TEXT UNIQUE)",)
SECOND = ("ALTER TABLE word ADD COLUMN seen INTEGER NOT NULL DEFAULT 0",)


LENGTHS = ("CREATE TABLE length (word TEXT UNIQUE, letters INTEGER)",)
FILL = Fill(
    until="SELECT max(number) FROM (SELECT rowid AS number FROM word WHERE rowid > :after ORDER BY 1 LIMIT 2)",
    statements=("INSERT INTO length SELECT text, fails(text) FROM word WHERE rowid > :after AND rowid <= :until",),
)
WORDS = ("a", "bb", "ccc", "dddd", "eeeee")


class Dying(Database):
    """Dies at the word `at`, as a killed process does: nothing of its last piece is kept."""

    at = ""

    def _prepare(self, connection: sqlite3.Connection) -> None:
        def letters(word: str) -> int:
            if word == self.at:
                raise KeyboardInterrupt
            return len(word)

        connection.create_function("fails", 1, letters)
        super()._prepare(connection)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    made = Database(tmp_path / "data" / "words.db", [FIRST], failed=ResultsFailed)
    yield made
    await made.close()


class Insert:
    """Work for a transaction: adds a word, and may fail after it."""

    def __init__(self, text: str, error: Exception | None = None) -> None:
        self.text, self.error = text, error

    def __call__(self, connection: sqlite3.Connection) -> str:
        connection.execute("INSERT INTO word (text) VALUES (?)", (self.text,))
        if self.error:
            raise self.error
        return threading.current_thread().name


def count(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("SELECT count(*) FROM word").fetchone()[0]
    return found


class Pragma:
    """Work that reads one setting."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, connection: sqlite3.Connection) -> object:
        value: object = connection.execute(f"PRAGMA {self.name}").fetchone()[0]
        return value


async def filled(database: Database) -> int:
    """How many rows were acknowledged before there was no room."""
    for number in range(1_000):
        try:
            await database.write(Insert(f"{number} " + "x" * 2_000))
        except ResultsFailed:
            return number
    raise AssertionError("the disk never filled")


async def test_work_runs_in_a_thread_of_its_own(database: Database) -> None:
    """The event loop's thread never touches the file."""
    assert await database.write(Insert("hello")) != threading.current_thread().name


async def test_a_commit_is_seen_by_another_process(database: Database, tmp_path: Path) -> None:
    """What `write` returned from is in the file."""
    await database.write(Insert("hello"))
    other = sqlite3.connect(tmp_path / "data" / "words.db")
    assert count(other) == 1
    other.close()


@pytest.mark.parametrize(
    ("setting", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1)]
)
async def test_the_file_is_opened_for_durability(database: Database, setting: str, value: object) -> None:
    """A log before the file, every commit forced to disk, deleted words zeroed, references held."""
    assert await database.read(Pragma(setting)) == value


async def test_the_file_is_for_its_owner_alone(database: Database, tmp_path: Path) -> None:
    """Nobody else on the machine may read what people said."""
    await database.write(Insert("hello"))
    for path in (tmp_path / "data").iterdir():
        assert path.stat().st_mode & 0o077 == 0
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


async def test_work_that_fails_changes_nothing(database: Database) -> None:
    """A transaction is whole or not there, and the error that ended it comes through."""
    with pytest.raises(LookupError):
        await database.write(Insert("half", LookupError()))
    assert await database.read(count) == 0
    await database.write(Insert("whole"))
    assert await database.read(count) == 1


async def test_a_broken_statement_is_the_ports_own_error(database: Database) -> None:
    """Callers meet the error that their port documents, without SQLite's words."""
    await database.write(Insert("once"))
    with pytest.raises(ResultsFailed, match=r"words\.db cannot be read or written now"):
        await database.write(Insert("once"))


async def test_a_folder_that_cannot_be_made_is_the_ports_own_error(tmp_path: Path) -> None:
    """A file in the way of the folder is told like any other failure, and mending it is enough."""
    (tmp_path / "data").write_text("in the way")
    database = Database(tmp_path / "data" / "words.db", [FIRST], failed=ResultsFailed)
    with pytest.raises(ResultsFailed):
        await database.read(count)
    (tmp_path / "data").unlink()
    assert await database.read(count) == 0
    await database.close()


async def test_migrations_run_once_and_in_order(tmp_path: Path) -> None:
    """An old file gets what is new and keeps what it had."""
    path = tmp_path / "words.db"
    old = Database(path, [FIRST], failed=ResultsFailed)
    await old.write(Insert("hello"))
    await old.close()
    for _ in range(2):
        new = Database(path, [FIRST, SECOND], failed=ResultsFailed)
        assert await new.read(lambda db: db.execute("SELECT text, seen FROM word").fetchall()) == [("hello", 0)]
        await new.close()


async def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    """Going back to an old version never guesses at a new file."""
    path = tmp_path / "words.db"
    new = Database(path, [FIRST, SECOND], failed=ResultsFailed)
    await new.write(Insert("hello"))
    await new.close()
    old = Database(path, [FIRST], failed=ResultsFailed)
    with pytest.raises(ResultsFailed, match="newer version"):
        await old.read(count)
    await old.close()


async def test_many_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    """Two processes that start together migrate once and both work."""
    made = [Database(tmp_path / "words.db", [FIRST, SECOND], failed=ResultsFailed) for _ in range(8)]
    await asyncio.gather(*(one.write(Insert(f"word {number}")) for number, one in enumerate(made)))
    assert await made[0].read(count) == 8
    for one in made:
        await one.close()


async def test_a_new_file_that_another_is_writing_is_waited_for(tmp_path: Path) -> None:
    """The switch to a write-ahead log needs the file alone; while somebody writes SQLite refuses it at once."""
    other = sqlite3.connect(tmp_path / "words.db", isolation_level=None)
    other.execute("CREATE TABLE old (word TEXT)")
    other.execute("BEGIN IMMEDIATE")
    database = Database(tmp_path / "words.db", [FIRST], failed=ResultsFailed)
    writing = asyncio.ensure_future(database.write(Insert("word")))
    await asyncio.sleep(0.05)
    assert not writing.done()
    other.execute("COMMIT")
    other.close()
    await writing
    await database.close()


async def test_deleted_words_are_in_neither_file_nor_log(database: Database, tmp_path: Path) -> None:
    """After the log is erased a deleted word cannot be found on the disk."""
    await database.write(Insert("canary-4711"))
    await database.write(lambda db: db.execute("DELETE FROM word"))
    await database.erase_log()
    left = b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir())
    assert b"canary" not in left


async def test_a_full_disk_is_told_and_survived(tmp_path: Path) -> None:
    """Nothing acknowledged is lost when the file may not grow, and writing goes on when it may again."""
    database = Database(tmp_path / "words.db", [FIRST], failed=ResultsFailed)
    await database.write(lambda db: db.execute("PRAGMA max_page_count = 12"))
    written = await filled(database)
    assert await database.read(count) == written > 0
    await database.read(lambda db: db.execute("PRAGMA max_page_count = 10000"))
    await database.write(Insert("again"))
    assert await database.read(Pragma("integrity_check")) == "ok"
    await database.close()


async def test_closing_twice_is_harmless(tmp_path: Path) -> None:
    """Also for a database that was never used."""
    database = Database(tmp_path / "words.db", [FIRST], failed=ResultsFailed)
    await database.close()
    await database.close()
    assert not (tmp_path / "words.db").exists()


@pytest.mark.parametrize("at", WORDS)
async def test_rows_made_at_an_upgrade_are_made_once_whenever_it_is_cut_short(tmp_path: Path, at: str) -> None:
    """The next one to open the file goes on after the last whole piece."""
    path = tmp_path / "words.db"
    before = Database(path, [FIRST], failed=ResultsFailed)
    for word in WORDS:
        await before.write(Insert(word))
    dying = Dying(path, [FIRST, LENGTHS], failed=ResultsFailed, fills={2: FILL})
    dying.at = at
    with pytest.raises(ResultsFailed):
        await dying.read(count)
    assert await before.read(count) == len(WORDS)
    with pytest.raises(ResultsFailed, match="newer version"):
        await Database(path, [FIRST], failed=ResultsFailed).read(count)
    whole = Dying(path, [FIRST, LENGTHS, SECOND], failed=ResultsFailed, fills={2: FILL})
    made = await whole.read(lambda connection: connection.execute("SELECT word, letters FROM length").fetchall())
    assert made == [(word, len(word)) for word in WORDS]
    assert await whole.read(Pragma("user_version")) == 3
    await before.close()
    await whole.close()
