"""F4: events come twice, in any order, and again after a day: the same grade, and no second mail."""

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sparring.adapters.events.sqlite import open_queue
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.adapters.store.folder import FolderStore
from sparring.ids import CallId
from sparring.ports import ObjectWritten, RepAccount
from sparring.report.outbox import Outbox
from sparring.transcript import object_name
from tests.fakes.brain import Brain
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import CALL_ID, GRADER, REP_ID, a_transcript, call_id
from tests.fakes.memory import MemoryMailer

CALLS = 12


@pytest.fixture
async def brain(tmp_path: Path) -> AsyncIterator[Brain]:
    clock = FakeClock()
    queue, results = open_queue(tmp_path / "queue.db", clock), SqliteResults(tmp_path / "results.db", clock)
    await results.put_rep(RepAccount(REP_ID, "Dana", "dana@example.org"))
    yield Brain(clock, queue=queue, results=results, store=FolderStore(tmp_path / "objects"))
    await queue.close()
    await results.close()


async def document(brain: Brain, of: CallId) -> str:
    card = await brain.results.get(of)
    assert card is not None
    return str(card.model_dump_json())


async def test_shuffled_and_doubled_events_have_one_effect_each(brain: Brain) -> None:
    """Whatever the order and however often, each call has one scorecard and one mail."""
    calls = [a_transcript(call_id=call_id(number)) for number in range(CALLS)]
    for call in calls:
        await brain.write(call)
    again = [ObjectWritten(f"again-{place}", object_name(call), START) for place, call in enumerate(calls * 2)]
    random.Random(4).shuffle(again)
    await brain.queue.publish(again)
    await brain.drain()
    mailer = MemoryMailer()
    while await Outbox(brain.results, mailer).relay():
        pass
    assert await brain.queue.counts() == {"done": 3 * CALLS}
    assert brain.grader.graded == CALLS
    assert len(await brain.results.of_rep(REP_ID)) == CALLS
    assert len(mailer.sent) == CALLS


async def test_a_replay_after_a_day_changes_not_one_byte(brain: Brain) -> None:
    """The stored grade is the first one, and its report is not sent again."""
    await brain.write(a_transcript())
    await brain.drain()
    mailer = MemoryMailer()
    await Outbox(brain.results, mailer).relay()
    before = await document(brain, CALL_ID)
    brain.clock.advance(24 * 3_600)
    await brain.queue.publish([ObjectWritten("replayed", object_name(a_transcript()), START)])
    await brain.drain()
    await Outbox(brain.results, mailer).relay()
    assert await document(brain, CALL_ID) == before
    assert len(mailer.sent) == 1


async def test_two_workers_at_one_event_store_one_grade(brain: Brain) -> None:
    """A lease that ran out while the first worker was grading costs work, not correctness."""
    await brain.write(a_transcript())
    slow = await brain.queue.receive()
    brain.clock.advance(40)
    await brain.drain()
    before = await document(brain, CALL_ID)
    await brain.worker.handle(slow)
    assert await document(brain, CALL_ID) == before
    assert len(await brain.results.unsent()) == 1
    assert await brain.queue.counts() == {"done": 1}


async def test_a_lost_queue_is_filled_again_without_a_second_effect(brain: Brain, tmp_path: Path) -> None:
    """Every object is found anew and recognised, also by a grader of a later version: no rep is mailed twice."""
    await brain.write(a_transcript())
    await brain.drain()
    mailer = MemoryMailer()
    await Outbox(brain.results, mailer).relay()
    fresh = open_queue(tmp_path / "fresh.db", brain.clock)
    later = GRADER.model_copy(update={"version": "2"})
    reborn = Brain(brain.clock, queue=fresh, results=brain.results, store=brain.store, grader_ref=later)
    await reborn.write(a_transcript())
    await reborn.drain()
    await Outbox(brain.results, mailer).relay()
    await fresh.close()
    assert reborn.grader.graded == 1
    assert len(mailer.sent) == 1
