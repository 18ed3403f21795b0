"""F7: the disk is full in the middle of calls: no new call, a sentence, and every turn that was shown is kept.

SQLite is given no page more than its file has, which is the error of a full disk to the letter, and is given them back.
"""

import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.adapters.store.folder import FolderStore
from sparring.call.active_calls import ActiveCalls
from sparring.errors import CallOver, JournalFailed
from sparring.transcript import object_name, parse_transcript
from tests.fakes.calls import Onlooker, an_opening
from tests.faults.killed_actor import LIMITS, maker

ENDLESS = 2**31


async def pages(journal: SqliteJournal, *, most: int | None) -> None:
    """Let the file grow to so many pages; None: to what it has."""

    def limit(database: sqlite3.Connection) -> None:
        count = database.execute("PRAGMA page_count").fetchone()[0]
        database.execute(f"PRAGMA max_page_count = {most or count}")

    await journal._database.write(limit)


async def over_and_over(work: Callable[[], Awaitable[object]]) -> None:
    """Until it fails."""
    for _ in range(200):
        await work()


@pytest.mark.parametrize("goes_on", [True, False])
async def test_a_full_disk_loses_no_turn_that_was_shown(tmp_path: Path, *, goes_on: bool) -> None:
    """The call that was held says what it must, is finished once there is room again, and the file is sound."""
    clock = SystemClock()
    journal, store = SqliteJournal(tmp_path / "journal.db", clock), FolderStore(tmp_path / "air-gap")
    active_calls, page, first = ActiveCalls(journal, store, clock, limits=LIMITS), Onlooker(), an_opening()
    call = await active_calls.open(maker(first, journal, store))
    await call.attach(page)
    call.ring()
    await call.pick_up()
    await call.line.type_text("What happened to your father?")
    await pages(journal, most=None)
    with pytest.raises(JournalFailed, match="free space"):
        await over_and_over(lambda: call.line.type_text(f"I am sorry to hear that. {'And then? ' * 40}"))
    shown = dict(page.turns)
    refused = an_opening()
    with pytest.raises(JournalFailed):
        await active_calls.open(maker(refused, journal, store))
    await pages(journal, most=ENDLESS)
    if goes_on:
        await call.line.type_text("Who is with him now?")
        assert len(page.turns) > len(shown)
    await call.hang_up("rep", reason="The rep hung up.")
    await call.finish()
    name = object_name(first)
    kept = parse_transcript(await store.get(name, max_bytes=1_000_000), source=name)
    assert len(shown) >= 3
    assert [kept.turns[index].text for index in shown] == [turn.text for turn in shown.values()]
    assert [turn.index for turn in kept.turns] == list(range(len(kept.turns)))
    await journal.close()
    with sqlite3.connect(tmp_path / "journal.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_with_room_again_the_next_call_is_held(tmp_path: Path) -> None:
    """Nothing is left in the way by the one that was refused."""
    clock = SystemClock()
    journal, store = SqliteJournal(tmp_path / "journal.db", clock), FolderStore(tmp_path / "air-gap")
    active_calls, openings = ActiveCalls(journal, store, clock, limits=LIMITS), [an_opening()]
    await journal.append(openings[0].call_id, b"x" * 3_000)
    await pages(journal, most=None)

    async def another() -> None:
        openings.append(an_opening())
        await active_calls.open(maker(openings[-1], journal, store))

    with pytest.raises(JournalFailed):
        await over_and_over(another)
    await pages(journal, most=ENDLESS)
    assert await journal.lines(openings[-1].call_id) == []
    call = await active_calls.open(maker(an_opening(), journal, store))
    await call.attach(Onlooker())
    call.ring()
    await call.pick_up()
    await call.line.type_text("What happened to your father?")
    await call.hang_up("rep", reason="The rep hung up.")
    with pytest.raises(CallOver):
        await call.line.type_text("Hello?")
    await journal.close()
