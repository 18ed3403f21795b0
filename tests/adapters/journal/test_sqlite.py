"""The journal on SQLite, beyond its contract."""

import asyncio
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
