"""What every event queue promises: Event Grid's contract."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from sparring.ports import EventQueue, ObjectWritten
from tests.contracts.places import TIMED_QUEUES, Queue, queue_place
from tests.fakes.clock import START, FakeClock

YEAR_S = 365 * 86_400
GRID_DELAYS_S = [10, 30, 60, 300, 600, 1_800] + [3_600] * 23
"""learn.microsoft.com/azure/event-grid/delivery-and-retry: the waits between 30 attempts."""


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=TIMED_QUEUES)
async def queue(request: pytest.FixtureRequest, clock: FakeClock) -> AsyncIterator[Queue]:
    async with queue_place(request.param, request, clock) as made:
        yield made


@pytest.fixture(params=[*TIMED_QUEUES, "azurite"])
async def any_queue(request: pytest.FixtureRequest, clock: FakeClock) -> AsyncIterator[Queue]:
    """Also the one whose time is this machine's, for what needs no time to pass."""
    async with queue_place(request.param, request, clock) as made:
        yield made


@pytest.fixture(params=["memory", "sqlite"])
async def knowing_queue(request: pytest.FixtureRequest, clock: FakeClock) -> AsyncIterator[Queue]:
    """One that knows for good what was published to it. A Storage Queue does not: Event Grid writes there itself."""
    async with queue_place(request.param, request, clock) as made:
        yield made


def written(number: int = 0) -> ObjectWritten:
    return ObjectWritten(f"event-{number}", f"transcripts/2026/11/25/call_{number:020d}.json", START)


async def received(queue: EventQueue) -> ObjectWritten:
    event = await queue.receive()
    assert event is not None
    return event


async def test_an_event_is_delivered_with_what_was_published(any_queue: Queue) -> None:
    """The first delivery is attempt one of the very event."""
    assert await any_queue.publish([written()]) == 1
    assert await any_queue.receive() == written()


async def test_an_empty_queue_has_nothing(any_queue: Queue) -> None:
    """Nothing published, nothing delivered."""
    assert await any_queue.receive() is None


async def test_publishing_an_event_twice_keeps_it_once(knowing_queue: Queue) -> None:
    """An id that is known is not new, also after the event was handled."""
    assert await knowing_queue.publish([written(1), written(2)]) == 2
    assert await knowing_queue.publish([written(2), written(3)]) == 1
    await knowing_queue.done(await received(knowing_queue))
    assert await knowing_queue.publish([written(1), written(2), written(3)]) == 0


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
    """Thirty attempts over a day, each after its wait to the second, then a dead letter with the last reason."""
    await queue.publish([written()])
    for attempt, delay_s in enumerate(GRID_DELAYS_S, start=1):
        event = await received(queue)
        assert event.attempt == attempt
        assert await queue.retry_later(event, "store_unavailable")
        clock.advance(delay_s - 1)
        assert await queue.receive() is None
        clock.advance(1)
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


@pytest.mark.parametrize("failed", [False, True])
async def test_a_clock_that_is_put_back_leaves_no_event_waiting(
    knowing_queue: Queue, clock: FakeClock, *, failed: bool
) -> None:
    """Published and leased a year ahead, on a machine that then learns the time: delivered again within the hour.

    A Storage Queue's time is the service's own.
    """
    clock.advance(YEAR_S)
    await knowing_queue.publish([written()])
    event = await received(knowing_queue)
    if failed:
        await knowing_queue.retry_later(event, "store_unavailable")
    clock.advance(-YEAR_S)
    assert (await received(knowing_queue)).id == event.id
    assert await knowing_queue.receive() is None


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


async def test_only_dead_letters_can_be_revived(any_queue: Queue) -> None:
    """Neither an unknown event nor a living one is touched."""
    await any_queue.publish([written()])
    assert not await any_queue.retry_dead_letter("event-0")
    assert not await any_queue.retry_dead_letter("event-9")


async def test_a_dropped_dead_letter_is_gone_for_good(knowing_queue: Queue, clock: FakeClock) -> None:
    """It is neither listed nor delivered, nor published again by whoever finds its object; others are untouched."""
    await knowing_queue.publish([written(0), written(1)])
    await knowing_queue.dead_letter(await received(knowing_queue), "transcript_rejected")
    assert not await knowing_queue.drop_dead_letter("event-1")
    assert await knowing_queue.drop_dead_letter("event-0")
    assert not await knowing_queue.drop_dead_letter("event-0")
    assert await knowing_queue.dead_letters() == []
    assert await knowing_queue.publish([written(0)]) == 0
    assert (await received(knowing_queue)).id == "event-1"
    clock.advance(200_000)
    assert not await knowing_queue.retry_dead_letter("event-0")


async def test_dead_letters_are_listed_newest_first(queue: Queue, clock: FakeClock) -> None:
    """The list is bounded and begins with the latest."""
    for number in range(4):
        await queue.publish([written(number)])
        await queue.dead_letter(await received(queue), "transcript_rejected")
        clock.advance(1)
    assert [letter.event.id for letter in await queue.dead_letters(limit=3)] == ["event-3", "event-2", "event-1"]


async def test_others_pass_an_event_that_waits(any_queue: Queue) -> None:
    """One event on its schedule holds nobody up."""
    await any_queue.publish([written(0)])
    await any_queue.retry_later(await received(any_queue), "store_unavailable")
    await any_queue.publish([written(1)])
    assert await any_queue.receive() == written(1)


async def test_what_a_dead_letter_says_is_kept(any_queue: Queue) -> None:
    """Which event, why, and after how many attempts; revived it is the same event, dropped it is nowhere."""
    await any_queue.publish([written(1)])
    await any_queue.dead_letter(await received(any_queue), "transcript_rejected")
    (letter,) = await any_queue.dead_letters()
    assert (letter.event, letter.reason) == (written(1), "transcript_rejected")
    assert await any_queue.receive() is None
    assert await any_queue.retry_dead_letter("event-1")
    assert await any_queue.dead_letters() == []
    await any_queue.dead_letter(await received(any_queue), "object_missing")
    assert await any_queue.drop_dead_letter("event-1")
    assert not await any_queue.drop_dead_letter("event-1")
    assert await any_queue.dead_letters() == []
    assert await any_queue.receive() is None
