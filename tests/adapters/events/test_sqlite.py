"""The event queue on SQLite, beyond what its contract says."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sparring.adapters.events.sqlite import SqliteQueue, open_queue
from sparring.adapters.retry import RetryPolicy
from sparring.errors import EventsFailed
from sparring.ports import ObjectWritten
from tests.fakes.clock import START, FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def queue(tmp_path: Path, clock: FakeClock) -> AsyncIterator[SqliteQueue]:
    made = open_queue(tmp_path / "queue.db", clock)
    yield made
    await made.close()


def written(number: int) -> ObjectWritten:
    return ObjectWritten(f"event-{number}", f"transcripts/2026/11/25/call_{number:020d}.json", START)


async def test_events_outlive_their_process(tmp_path: Path, clock: FakeClock) -> None:
    """A queue that is opened again has everything, leases included."""
    first = open_queue(tmp_path / "queue.db", clock)
    await first.publish([written(1), written(2)])
    await first.receive()
    await first.close()
    second = open_queue(tmp_path / "queue.db", clock)
    assert await second.receive() == written(2)
    assert await second.receive() is None
    await second.close()


async def test_two_workers_get_two_events(tmp_path: Path, queue: SqliteQueue, clock: FakeClock) -> None:
    """A lease holds across processes."""
    await queue.publish([written(1), written(2)])
    other = open_queue(tmp_path / "queue.db", clock)
    taken = {await queue.receive(), await other.receive()}
    assert taken == {written(1), written(2)}
    await other.close()


async def test_states_are_counted(queue: SqliteQueue) -> None:
    """The operator sees how many wait, are being handled, are done, and are buried."""
    await queue.publish([written(number) for number in range(5)])
    first, second = await queue.receive(), await queue.receive()
    assert first is not None
    assert second is not None
    await queue.done(first)
    await queue.dead_letter(second, "transcript_rejected")
    await queue.receive()
    assert await queue.counts() == {"done": 1, "dead": 1, "leased": 1, "waiting": 2}


async def test_a_stricter_policy_buries_what_it_no_longer_allows(tmp_path: Path, clock: FakeClock) -> None:
    """Fewer attempts than were already made end an event and leave the queue working."""
    generous = open_queue(tmp_path / "queue.db", clock)
    await generous.publish([written(1)])
    for _ in range(3):
        event = await generous.receive()
        assert event is not None
        await generous.retry_later(event, "store_unavailable")
        clock.advance(3_600)
    await generous.publish([written(2)])
    await generous.close()
    strict = open_queue(tmp_path / "queue.db", clock, policy=RetryPolicy(max_attempts=2))
    assert await strict.receive() == written(2)
    assert [letter.event.id for letter in await strict.dead_letters()] == ["event-1"]
    await strict.close()


async def test_a_file_that_cannot_be_used_is_the_ports_own_error(tmp_path: Path, clock: FakeClock) -> None:
    """The worker meets EventsFailed and goes on."""
    (tmp_path / "queue.db").write_bytes(b"this is not a database" * 100)
    queue = open_queue(tmp_path / "queue.db", clock)
    with pytest.raises(EventsFailed):
        await queue.receive()
    await queue.close()
