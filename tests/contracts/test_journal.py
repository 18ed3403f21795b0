"""What every journal does."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.ids import CallId
from sparring.ports import Journal
from tests.fakes.clock import FakeClock
from tests.fakes.documents import call_id

ONE, TWO = call_id(1), call_id(2)
Scenario = Callable[[Journal], Coroutine[Any, Any, None]]


@pytest.fixture(params=["sqlite", "memory"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Journal:
    """Each adapter in turn."""
    return SqliteJournal(tmp_path / "journal.db", FakeClock()) if request.param == "sqlite" else MemoryJournal()


def run(journal: Journal, scenario: Scenario) -> None:
    async def whole() -> None:
        await scenario(journal)
        if isinstance(journal, SqliteJournal):
            await journal.close()

    asyncio.run(whole())


def test_lines_come_back_in_order_and_by_call(journal: Journal) -> None:
    """Two calls written in turn do not mix."""

    async def scenario(journal: Journal) -> None:
        for number in range(5):
            await journal.append(ONE, b"one %d" % number)
            await journal.append(TWO, b"two %d" % number)
        assert list(await journal.lines(ONE)) == [b"one %d" % number for number in range(5)]

    run(journal, scenario)


def test_a_call_that_was_never_opened_has_no_lines(journal: Journal) -> None:
    """Nothing is made up, and nothing has failed."""

    async def scenario(journal: Journal) -> None:
        assert list(await journal.lines(ONE)) == []

    run(journal, scenario)


def test_a_closed_call_is_gone_and_the_other_is_not(journal: Journal) -> None:
    """Closing twice is closing once."""

    async def scenario(journal: Journal) -> None:
        await journal.append(ONE, b"a")
        await journal.append(TWO, b"b")
        await journal.close_call(ONE)
        await journal.close_call(ONE)
        assert list(await journal.lines(ONE)) == []
        assert list(await journal.lines(TWO)) == [b"b"]

    run(journal, scenario)


def test_appends_at_once_are_all_kept(journal: Journal) -> None:
    """Concurrent writers lose nothing."""

    async def scenario(journal: Journal) -> None:
        await asyncio.gather(*(journal.append(ONE, b"%d" % number) for number in range(20)))
        assert len(set(await journal.lines(ONE))) == 20

    run(journal, scenario)


def test_calls_in_use_are_not_abandoned(journal: Journal) -> None:
    """What was just written to is alive."""

    async def scenario(journal: Journal) -> None:
        await journal.append(CallId(ONE), b"a")
        await journal.touch([ONE])
        assert list(await journal.abandoned(idle_s=30)) == []

    run(journal, scenario)
