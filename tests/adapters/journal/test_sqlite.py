"""The journal on SQLite, beyond its contract."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.errors import JournalFailed
from tests.fakes.clock import FakeClock
from tests.fakes.documents import call_id


def test_a_call_nobody_touches_is_abandoned_and_a_touched_one_is_not(tmp_path: Path) -> None:
    """After thirty seconds of silence somebody else may finish the call."""

    async def scenario() -> None:
        clock = FakeClock()
        journal = SqliteJournal(tmp_path / "journal.db", clock)
        await journal.append(call_id(1), b"a")
        await journal.append(call_id(2), b"b")
        clock.advance(31)
        await journal.touch([call_id(2)])
        assert list(await journal.abandoned(idle_s=30)) == [call_id(1)]
        await journal.close()

    asyncio.run(scenario())


def test_a_clock_that_was_put_back_hides_no_lost_call(tmp_path: Path) -> None:
    """A mark from the time to come is none of anybody alive; one that is only newer than the look at the clock is."""

    async def scenario() -> None:
        clock = FakeClock()
        journal = SqliteJournal(tmp_path / "journal.db", clock)
        await journal.append(call_id(1), b"a")
        clock.advance(-3_600)
        await journal.append(call_id(2), b"b")
        clock.advance(-1)
        assert list(await journal.abandoned(idle_s=30)) == [call_id(1)]
        assert list(await journal.abandoned(idle_s=0)) == [call_id(1)]
        await journal.close()

    asyncio.run(scenario())


def test_lines_survive_the_process(tmp_path: Path) -> None:
    """A second connection reads what the first one committed."""

    async def scenario() -> None:
        first = SqliteJournal(tmp_path / "journal.db", FakeClock())
        await first.append(call_id(1), b"a")
        second = SqliteJournal(tmp_path / "journal.db", FakeClock())
        assert list(await second.lines(call_id(1))) == [b"a"]
        await first.close()
        await second.close()

    asyncio.run(scenario())


def test_words_of_a_closed_call_are_not_left_in_the_file(tmp_path: Path) -> None:
    """Forgotten means overwritten, in the file and in its log."""

    async def scenario() -> None:
        journal = SqliteJournal(tmp_path / "journal.db", FakeClock())
        await journal.append(call_id(1), b"canary-7319 lives alone")
        await journal.close_call(call_id(1))
        await journal.close()

    asyncio.run(scenario())
    assert all(b"canary-7319" not in path.read_bytes() for path in tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_the_journals_one_error(tmp_path: Path) -> None:
    """The sentence says what to look at, and no path or word of anybody."""

    async def scenario() -> None:
        blocked = tmp_path / "file"
        blocked.write_text("")
        journal = SqliteJournal(blocked / "journal.db", FakeClock())
        with pytest.raises(JournalFailed):
            await journal.append(call_id(1), b"a")

    asyncio.run(scenario())


def test_a_diary_set_aside_is_kept_listed_and_taken_up_again(tmp_path: Path) -> None:
    """It is not swept until the operator says so; its lines stay."""

    async def scenario() -> None:
        clock = FakeClock()
        journal = SqliteJournal(tmp_path / "journal.db", clock)
        await journal.append(call_id(1), b"a")
        clock.advance(31)
        await journal.set_aside(call_id(1), "object_conflict")
        assert list(await journal.abandoned(idle_s=30)) == []
        (found,) = await journal.set_aside_diaries()
        assert (found.call_id, found.reason) == (call_id(1), "object_conflict")
        assert await journal.take_up_again(call_id(1))
        assert not await journal.take_up_again(call_id(1))
        assert list(await journal.abandoned(idle_s=30)) == [call_id(1)]
        assert list(await journal.lines(call_id(1))) == [b"a"]
        await journal.close()

    asyncio.run(scenario())


def test_a_file_of_the_first_version_is_taken_over(tmp_path: Path) -> None:
    """Diaries that were written before diaries could be set aside are swept as ever."""
    old = sqlite3.connect(tmp_path / "journal.db")
    old.executescript(
        """create table call (call_id text primary key, touched_s real not null) without rowid;
        create table line (call_id text not null, number integer not null, body blob not null,
            primary key (call_id, number)) without rowid;
        pragma user_version = 1;"""
    )
    old.execute("insert into call values (?, 0)", (call_id(1),))
    old.execute("insert into line values (?, 1, 'a')", (call_id(1),))
    old.commit()
    old.close()

    async def scenario() -> None:
        journal = SqliteJournal(tmp_path / "journal.db", FakeClock())
        assert list(await journal.abandoned(idle_s=30)) == [call_id(1)]
        await journal.append(call_id(1), b"b")
        assert len(await journal.lines(call_id(1))) == 2
        await journal.close()

    asyncio.run(scenario())
