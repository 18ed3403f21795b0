"""Dead letters in a Storage Queue."""

import pytest
from azure.storage.queue.aio import QueueClient

from sparring.adapters.events.letter_queue import LetterQueue, asked
from sparring.errors import EventsFailed
from sparring.ports import ObjectWritten
from tests.fakes.clock import START, FakeClock
from tests.fakes.queue_service import QueueService


def letter(number: int) -> ObjectWritten:
    return ObjectWritten(f"event-{number}", "", START, number)


async def test_the_queue_is_made_for_the_first_letter() -> None:
    """Before that there are none, and nothing fails."""
    clock = FakeClock()
    async with QueueService(clock) as service:
        letters = LetterQueue(QueueClient.from_connection_string(service.connection_string, "calls-dead"), clock)
        assert (await letters.every(), await letters.count(), await letters.remove("event-1")) == ([], 0, False)
        await letters.keep(letter(1), "object_missing")
        assert await letters.find("event-1") == letter(1)
        await letters.close()


async def test_more_letters_than_one_page_are_listed_and_found_again_at_once() -> None:
    """Looking hides them from nobody afterwards; one that was kept twice is listed once."""
    clock = FakeClock()
    async with QueueService(clock) as service:
        letters = LetterQueue(QueueClient.from_connection_string(service.connection_string, "calls-dead"), clock)
        for number in (*range(40), 39):
            await letters.keep(letter(number), "object_missing")
        assert len(await letters.every()) == len(await letters.every()) == 40
        assert await letters.remove("event-39")
        assert len(await letters.every()) == 39
        await letters.close()


@pytest.mark.parametrize(
    ("state", "says"),
    [("", "no such Storage Queue"), ("closed", "Storage Queue Data Contributor"), ("down", "SPARRING_EVENTS")],
)
async def test_a_queue_that_cannot_be_used_says_what_to_do(state: str, says: str) -> None:
    """One sentence for a queue that is not there, one that lets nobody in, and a service that does not answer."""
    async with QueueService(FakeClock()) as service:
        if state:
            setattr(service, state, True)
        queue = QueueClient.from_connection_string(service.connection_string, "calls", retry_total=0)
        with pytest.raises(EventsFailed, match=says):
            await asked(queue.get_queue_properties())
        await queue.close()
