"""`sparring dead-letter`: what was given up on is listed, tried again and dropped."""

import asyncio
import json
from pathlib import Path

from sparring.adapters.events.sqlite import open_queue
from sparring.bootstrap.folders import Folders
from sparring.ports import ObjectWritten
from sparring.transcript import object_name
from tests.cli.process import sparring
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import CALL_ID, a_transcript


def refused(data: Path) -> str:
    """The id of a transcript that brain 2 gave up on."""
    clock = FakeClock()
    queue = open_queue(Folders(data).events, clock)

    async def give_up() -> None:
        await queue.publish([ObjectWritten("event", object_name(a_transcript()), START)])
        event = await queue.receive()
        assert event
        await queue.dead_letter(event, "transcript_rejected rubric.version")
        await queue.close()

    asyncio.run(give_up())
    return CALL_ID


def test_dead_letters_are_listed_and_tried_again(tmp_path: Path) -> None:
    """The list names id and reason; what is tried again is gone from it; an unknown id is a sentence and status one."""
    shown_id = refused(tmp_path)
    (letter,) = json.loads(sparring("dead-letter", "list", "--json", data=tmp_path).stdout)
    assert (letter["id"], letter["reason"]) == (shown_id, "transcript_rejected rubric.version")
    retried = sparring("dead-letter", "retry", shown_id, "--json", data=tmp_path)
    assert (retried.returncode, json.loads(retried.stdout)) == (0, [shown_id])
    assert json.loads(sparring("dead-letter", "list", "--json", data=tmp_path).stdout) == []
    again = sparring("dead-letter", "retry", shown_id, data=tmp_path)
    assert again.returncode == 1
    assert "not_found" in again.stderr


def test_dropping_a_dead_letter_asks_first(tmp_path: Path) -> None:
    """Nothing is dropped without a yes, and nothing without saying what."""
    shown_id = refused(tmp_path)
    assert sparring("dead-letter", "drop", shown_id, data=tmp_path, stdin="n\n").returncode == 1
    assert sparring("dead-letter", "drop", shown_id, data=tmp_path).returncode == 1
    assert sparring("dead-letter", "drop", "--yes", data=tmp_path).returncode == 2
    assert len(json.loads(sparring("dead-letter", "list", "--json", data=tmp_path).stdout)) == 1
    assert sparring("dead-letter", "drop", "--all", "--yes", data=tmp_path).returncode == 0
    assert "Nothing" in sparring("dead-letter", "list", data=tmp_path).stdout
