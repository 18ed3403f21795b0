"""What every event queue promises: Event Grid's contract."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import pytest

from sparring.adapters.events.sqlite import open_queue
from sparring.ports import DeadLetters, EventQueue, EventSink, ObjectWritten
from tests.fakes.clock import START, FakeClock
from tests.fakes.memory import MemoryQueue

GRID_DELAYS_S = [10, 30, 60, 300, 600, 1_800] + [3_600] * 23
"""learn.microsoft.com/azure/event-grid/delivery-and-retry: the waits between 30 attempts."""


class Queue(EventQueue, EventSink, DeadLetters, Protocol):
    """A whole queue."""

    async def close(self) -> None: ...


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=["memory", "sqlite"])
async def queue(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Queue]:
    made: Queue = MemoryQueue(clock) if request.param == "memory" else open_queue(tmp_path / "queue.db", clock)
    yield made
    await made.close()


def written(number: int = 0) -> ObjectWritten:
    return ObjectWritten(f"event-{number}", f"transcripts/2026/11/25/call_{number:020d}.json", START)


async def received(queue: EventQueue) -> ObjectWritten:
    event = await queue.receive()
    assert event is not None
    return event


async def test_an_event_is_delivered_with_what_was_published(queue: Queue) -> None:
    """The first delivery is attempt one of the very event."""
    assert await queue.publish([written()]) == 1
    assert await queue.receive() == written()


async def test_an_empty_queue_has_nothing(queue: Queue) -> None:
    """Nothing published, nothing delivered."""
    assert await queue.receive() is None


async def test_publishing_an_event_twice_keeps_it_once(queue: Queue) -> None:
    """An id that is known is not new, also after the event was handled."""
    assert await queue.publish([written(1), written(2)]) == 2
    assert await queue.publish([written(2), written(3)]) == 1
    await queue.done(await received(queue))
    assert await queue.publish([written(1), written(2), written(3)]) == 0


async def test_a_leased_event_is_not_delivered_again_within_thirty_seconds(queue: Queue, clock: FakeClock) -> None:
    """Two workers do not get one event while the first may still answer."""
    await queue.publish([written()])
    await queue.receive()
    clock.advance(29.9)
    assert await queue.receive() is None


async def test_a_handled_event_never_comes_back(queue: Queue, clock: FakeClock) -> None:
    """What is done stays done."""
    await queue.publish([written()])
    await queue.done(await received(queue))
    clock.advance(200_000)
    assert await queue.receive() is None


async def test_an_unanswered_event_is_delivered_again(queue: Queue, clock: FakeClock) -> None:
    """A worker that died costs the lease and the first wait, not the event."""
    await queue.publish([written()])
    await queue.receive()
    clock.advance(30 + 10)
    assert await queue.receive() == replace(written(), attempt=2)


async def test_a_late_answer_still_counts(queue: Queue, clock: FakeClock) -> None:
    """Done after the lease ran out and the event was delivered to another worker is done."""
    await queue.publish([written()])
    slow = await received(queue)
    clock.advance(41)
    await queue.receive()
    await queue.done(slow)
    clock.advance(200_000)
    assert await queue.receive() is None


async def test_a_late_failure_does_not_take_the_event_from_its_new_worker(queue: Queue, clock: FakeClock) -> None:
    """Only who holds the lease can hand an event back or bury it."""
    await queue.publish([written()])
    slow = await received(queue)
    clock.advance(41)
    await queue.done(await received(queue))
    await queue.retry_later(slow, "store_unavailable")
    await queue.dead_letter(slow, "store_unavailable")
    clock.advance(200_000)
    assert await queue.receive() is None
    assert await queue.dead_letters() == []


async def test_failures_are_tried_again_on_event_grids_schedule(queue: Queue, clock: FakeClock) -> None:
    """Thirty attempts over a day, each after exactly its wait, then a dead letter with the last reason."""
    await queue.publish([written()])
    for attempt, delay_s in enumerate(GRID_DELAYS_S, start=1):
        event = await received(queue)
        assert event.attempt == attempt
        assert await queue.retry_later(event, "store_unavailable")
        clock.advance(delay_s - 0.1)
        assert await queue.receive() is None
        clock.advance(0.1)
    assert not await queue.retry_later(await received(queue), "results_failed")
    (letter,) = await queue.dead_letters()
    assert (letter.event.id, letter.event.attempt, letter.reason) == ("event-0", 30, "results_failed")
    assert letter.at - START == timedelta(seconds=sum(GRID_DELAYS_S))
    assert sum(GRID_DELAYS_S) <= 24 * 3_600


async def test_an_event_older_than_a_day_gets_its_attempt_and_no_more(queue: Queue, clock: FakeClock) -> None:
    """A machine that slept for two days still tries what it had."""
    await queue.publish([written()])
    await queue.retry_later(await received(queue), "store_unavailable")
    clock.advance(48 * 3_600)
    assert not await queue.retry_later(await received(queue), "store_unavailable")
    assert len(await queue.dead_letters()) == 1


async def test_an_event_that_kills_every_worker_ends_as_a_dead_letter(queue: Queue, clock: FakeClock) -> None:
    """No answer thirty times is an answer."""
    await queue.publish([written()])
    for _ in range(30):
        await received(queue)
        clock.advance(30 + 3_600)
    assert await queue.receive() is None
    assert [letter.reason for letter in await queue.dead_letters()] == ["not_acknowledged"]


async def test_a_buried_event_waits_for_the_operator(queue: Queue, clock: FakeClock) -> None:
    """A dead letter is never delivered until someone asks, and then has every attempt again."""
    await queue.publish([written()])
    await queue.dead_letter(await received(queue), "transcript_rejected")
    clock.advance(200_000)
    assert await queue.receive() is None
    assert await queue.retry_dead_letter("event-0")
    assert await queue.receive() == written()
    assert await queue.dead_letters() == []


async def test_only_dead_letters_can_be_revived(queue: Queue) -> None:
    """Neither an unknown event nor a living one is touched."""
    await queue.publish([written()])
    assert not await queue.retry_dead_letter("event-0")
    assert not await queue.retry_dead_letter("event-9")


async def test_a_dropped_dead_letter_is_gone_for_good(queue: Queue, clock: FakeClock) -> None:
    """It is neither listed nor delivered, nor published again by whoever finds its object; others are untouched."""
    await queue.publish([written(0), written(1)])
    await queue.dead_letter(await received(queue), "transcript_rejected")
    assert not await queue.drop_dead_letter("event-1")
    assert await queue.drop_dead_letter("event-0")
    assert not await queue.drop_dead_letter("event-0")
    assert await queue.dead_letters() == []
    assert await queue.publish([written(0)]) == 0
    assert (await received(queue)).id == "event-1"
    clock.advance(200_000)
    assert not await queue.retry_dead_letter("event-0")


async def test_dead_letters_are_listed_newest_first(queue: Queue, clock: FakeClock) -> None:
    """The list is bounded and begins with the latest."""
    for number in range(4):
        await queue.publish([written(number)])
        await queue.dead_letter(await received(queue), "transcript_rejected")
        clock.advance(1)
    assert [letter.event.id for letter in await queue.dead_letters(limit=3)] == ["event-3", "event-2", "event-1"]


async def test_others_pass_an_event_that_waits(queue: Queue) -> None:
    """One event on its schedule holds nobody up."""
    await queue.publish([written(0)])
    await queue.retry_later(await received(queue), "store_unavailable")
    await queue.publish([written(1)])
    assert await queue.receive() == written(1)
