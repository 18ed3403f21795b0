"""What both brains gave up on, in one list."""

import asyncio
from pathlib import Path

import pytest

from sparring.adapters.events.sqlite import open_queue
from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.bootstrap.dead_letters import open_dead_letters
from sparring.bootstrap.folders import Folders
from sparring.config import read_config
from sparring.errors import NotYours
from sparring.ports import ObjectWritten
from sparring.transcript import object_name
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import CALL_ID, a_transcript, call_id

DIARY = call_id(7)


async def given_up(folder: Path) -> None:
    """One transcript that was refused, one object that is no transcript, one diary that is nonsense."""
    clock, folders = FakeClock(), Folders(folder)
    queue, journal = open_queue(folders.events, clock), SqliteJournal(folders.journal, clock)
    names = {"one": object_name(a_transcript()), "two": "somebody/elses.json"}
    await queue.publish([ObjectWritten(event_id, name, START) for event_id, name in names.items()])
    while event := await queue.receive():
        await queue.dead_letter(event, "transcript_rejected rubric.version")
    clock.advance(1)
    await journal.append(DIARY, b"canary-5512")
    await journal.set_aside(DIARY, "diary_unreadable")
    await queue.close()
    await journal.close()


async def test_the_list_holds_both_kinds_newest_first(tmp_path: Path) -> None:
    """A transcript and a diary go by their call's id, anything else by its event's."""
    await given_up(tmp_path)
    async with open_dead_letters(read_config({"SPARRING_DATA_DIR": str(tmp_path)})) as office:
        found = await office.every()
    assert (found[0].id, found[0].what, found[0].attempts) == (DIARY, "diary", None)
    assert {(one.id, one.what, one.attempts) for one in found[1:]} == {
        (CALL_ID, "transcript", 1),
        ("two", "transcript", 1),
    }
    assert found[-1].reason == "transcript_rejected rubric.version"


@pytest.mark.parametrize("shown_id", [CALL_ID, DIARY, "two"])
async def test_what_is_tried_again_is_no_longer_given_up(tmp_path: Path, shown_id: str) -> None:
    """It leaves the list, the others stay, and asking twice says that there is nothing."""
    await given_up(tmp_path)
    async with open_dead_letters(read_config({"SPARRING_DATA_DIR": str(tmp_path)})) as office:
        await office.retry(shown_id)
        assert shown_id not in {one.id for one in await office.every()}
        assert len(await office.every()) == 2
        with pytest.raises(NotYours, match="dead-letter list"):
            await office.retry(shown_id)


@pytest.mark.parametrize("shown_id", [CALL_ID, DIARY, "two"])
async def test_what_is_dropped_does_not_come_back(tmp_path: Path, shown_id: str) -> None:
    """It can be neither tried again nor dropped twice."""
    await given_up(tmp_path)
    async with open_dead_letters(read_config({"SPARRING_DATA_DIR": str(tmp_path)})) as office:
        await office.drop(shown_id)
        assert shown_id not in {one.id for one in await office.every()}
        for again in (office.retry, office.drop):
            with pytest.raises(NotYours):
                await again(shown_id)


def test_a_dropped_diary_leaves_no_word(tmp_path: Path) -> None:
    """Dropped means overwritten."""

    async def scenario() -> None:
        await given_up(tmp_path)
        async with open_dead_letters(read_config({"SPARRING_DATA_DIR": str(tmp_path)})) as office:
            await office.drop(DIARY)

    asyncio.run(scenario())
    assert all(b"canary-5512" not in path.read_bytes() for path in tmp_path.iterdir())


async def test_a_living_diary_is_not_dropped(tmp_path: Path) -> None:
    """Only what was set aside can be let go."""
    journal = SqliteJournal(Folders(tmp_path).journal, FakeClock())
    await journal.append(DIARY, b"alive")
    async with open_dead_letters(read_config({"SPARRING_DATA_DIR": str(tmp_path)})) as office:
        with pytest.raises(NotYours):
            await office.drop(DIARY)
    assert list(await journal.lines(DIARY)) == [b"alive"]
    await journal.close()
