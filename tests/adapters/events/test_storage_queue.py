"""Event Grid's events by a Storage Queue, beyond what the contract says."""

import base64
import json
from collections.abc import AsyncIterator

import pytest
from azure.storage.queue.aio import QueueClient

from sparring.adapters.events import storage_queue as adapter
from sparring.adapters.events.event_grid import BlobFolder, read_delivery
from sparring.adapters.events.letter_queue import LetterQueue
from sparring.adapters.events.storage_queue import StorageQueue
from sparring.errors import EventsFailed
from sparring.ports import ObjectWritten
from tests.contracts.places import storage_queue
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import call_id
from tests.fakes.event_grid import blob_created, cloud_event
from tests.fakes.function_host import QUEUES
from tests.fakes.queue_service import QueueService


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def service(clock: FakeClock) -> AsyncIterator[QueueService]:
    async with QueueService(clock) as made:
        yield made


@pytest.fixture
async def queue(service: QueueService, clock: FakeClock) -> AsyncIterator[StorageQueue]:
    made = await storage_queue(service.connection_string, "calls-written", clock)
    yield made
    await made.close()


async def put(service: QueueService, text: str) -> None:
    async with QueueClient.from_connection_string(service.connection_string, "calls-written") as client:
        await client.send_message(text)


def name(number: int) -> str:
    return f"transcripts/2026/11/25/{call_id(number)}.json"


def in_base64(*events: object) -> str:
    return base64.b64encode(json.dumps(events[0] if len(events) == 1 else events).encode()).decode()


@pytest.mark.parametrize("make", [blob_created, cloud_event])
async def test_what_event_grid_wrote_is_an_event(service: QueueService, queue: StorageQueue, make: object) -> None:
    """In either schema, in base64."""
    assert callable(make)
    await put(service, in_base64(make(name(1), event_id="grid-1")))
    event = await queue.receive()
    assert event is not None
    assert (event.id, event.object_name, event.attempt) == ("grid-1", name(1), 1)


async def test_a_message_that_is_no_event_is_a_dead_letter_at_once(service: QueueService, queue: StorageQueue) -> None:
    """With the reason and without its text, and the queue moves on."""
    await put(service, "Zanzibar-4711")
    await put(service, in_base64(blob_created(name(1))))
    event = await queue.receive()
    assert event is not None
    (letter,) = await queue.dead_letters()
    assert (letter.reason, letter.event.object_name) == ("event_rejected", "")
    assert "Zanzibar" not in repr(letter)


async def test_events_about_other_blobs_are_taken_off_the_queue(service: QueueService, queue: StorageQueue) -> None:
    """Nobody else will, and nobody is told."""
    await put(service, in_base64(blob_created("results/part.json")))
    assert await queue.receive() is None
    assert await queue.counts() == {"waiting": 0, "dead": 0}


async def test_a_message_of_two_events_becomes_two(service: QueueService, queue: StorageQueue) -> None:
    """Each with attempts of its own."""
    await put(service, in_base64(blob_created(name(1), event_id="a"), blob_created(name(2), event_id="b")))
    first, second = await queue.receive(), await queue.receive()
    assert first is not None
    assert second is not None
    assert {first.id, second.id} == {"a", "b"}


async def test_what_we_publish_is_for_the_functions_host_too(service: QueueService, queue: StorageQueue) -> None:
    """A dead letter that is tried again: base64, as host.json says, of one event in Event Grid's schema."""
    event = ObjectWritten("retried", name(1), START)
    await queue.publish([event])
    async with QueueClient.from_connection_string(service.connection_string, "calls-written") as client:
        (message,) = await client.peek_messages()
    assert QUEUES["messageEncoding"] == "base64"
    body = base64.b64decode(str(message.content), validate=True)
    assert read_delivery(body, BlobFolder("air-gap")).written == (event,)


async def test_an_empty_queue_is_left_alone_for_a_second(
    service: QueueService, queue: StorageQueue, clock: FakeClock
) -> None:
    """Two workers that ask five times a second would pay for every question."""
    assert await queue.receive() is None
    await put(service, in_base64(blob_created(name(1))))
    assert await queue.receive() is None
    clock.advance(adapter.ASK_AGAIN_S)
    assert await queue.receive() is not None


async def test_another_process_whose_lease_ran_out_changes_nothing(
    service: QueueService, queue: StorageQueue, clock: FakeClock
) -> None:
    """Its receipt is worth nothing any more; the event is done where it is done last."""
    await queue.publish([])
    await put(service, in_base64(blob_created(name(1))))
    slow = await queue.receive()
    assert slow is not None
    clock.advance(41)
    other = await storage_queue(service.connection_string, "calls-written", clock)
    again = await other.receive()
    assert again is not None
    await queue.done(slow)
    assert (await other.counts())["waiting"] == 1
    await other.done(again)
    assert (await other.counts())["waiting"] == 0
    await other.close()


@pytest.mark.parametrize("asked", ["receive", "counts", "dead_letters"])
async def test_an_outage_is_the_ports_own_error(asked: str) -> None:
    """Nothing of the address or the answer is in the sentence."""

    def client(which: str) -> QueueClient:
        return QueueClient.from_connection_string(
            f"DefaultEndpointsProtocol=http;AccountName=x;AccountKey=YWJj;QueueEndpoint=http://127.0.0.1:1/{which}",
            "calls",
            retry_total=0,
        )

    clock = FakeClock()
    queue = StorageQueue(client("a"), LetterQueue(client("b"), clock), blobs=BlobFolder("air-gap"), clock=clock)
    with pytest.raises(EventsFailed) as failed:
        await getattr(queue, asked)()
    assert "127.0.0.1" not in failed.value.sentence
    await queue.close()
