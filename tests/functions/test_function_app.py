"""The Azure Function: indexed as the host does it, and called with what the SDK decodes from the wire."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from functions.function_app import CONNECTION, POISONED, QUEUE, app, create_app

from sparring.adapters.events.event_grid import BlobFolder
from sparring.adapters.events.pushed import LAST_ATTEMPT
from sparring.adapters.store.folder import FolderStore
from sparring.adapters.store.memory import MemoryStore
from sparring.bootstrap.function_grader import PushedGrader
from sparring.documents import dump_document
from sparring.errors import MailFailed, ResultsFailed, StoreUnavailable
from sparring.grade.erasure import Erasure, Retention
from sparring.grade.loop import WORKER_NAME
from sparring.ports import ObjectWritten, RepAccount
from sparring.report.outbox import Outbox
from sparring.transcript import Transcript, object_name
from tests.fakes.brain import Brain
from tests.fakes.clock import START
from tests.fakes.documents import CALL_ID, REP_ID, a_transcript, call_id
from tests.fakes.function_host import QUEUES, FunctionHost, visibility, wire_event
from tests.fakes.memory import MemoryMailer

DAY_S = 86_400


@dataclass
class FakeBox:
    """Implements `DeadLetterBox`."""

    kept: dict[str, tuple[ObjectWritten, str]] = field(default_factory=dict)

    async def keep(self, event: ObjectWritten, reason: str) -> None:
        """See the protocol."""
        self.kept[event.id] = (event, reason)

    @property
    def reasons(self) -> list[str]:
        return [reason for _, reason in self.kept.values()]


@dataclass
class FailingStore(MemoryStore):
    """Fails as often as told, then is a store."""

    failures: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    async def get(self, name: str, *, max_bytes: int) -> bytes:
        """See the port."""
        if self.failures:
            self.failures -= 1
            raise StoreUnavailable("The store is away.")
        return await super().get(name, max_bytes=max_bytes)


@dataclass
class House:
    """The Function over a brain in memory."""

    brain: Brain = field(default_factory=lambda: Brain(store=FailingStore()))
    box: FakeBox = field(default_factory=FakeBox)
    mailer: MemoryMailer = field(default_factory=MemoryMailer)

    def __post_init__(self) -> None:
        grader = PushedGrader(
            self.brain.worker, Outbox(self.brain.results, self.mailer), self.box, BlobFolder("air-gap")
        )
        self.host = FunctionHost(create_app(lambda: grader))

    async def write(self, transcript: Transcript, event_id: str = "1") -> dict[str, Any]:
        """A call ends; the event that it raises."""
        name = object_name(transcript)
        await self.brain.store.put_once(name, dump_document(transcript))
        await self.brain.results.put_rep(RepAccount(REP_ID, "Dana", "dana@example.org"))
        return wire_event(ObjectWritten(event_id, name, START))


@pytest.fixture
def house() -> House:
    return House()


def test_the_host_finds_every_trigger() -> None:
    """Each has one binding: a queue, its poison queue, Event Grid, two timers."""
    host = FunctionHost(app)
    assert {name: host.trigger(name)["type"] for name in host.functions} == {
        "grade_queued": "queueTrigger",
        "grade_pushed": "eventGridTrigger",
        "bury_poisoned": "queueTrigger",
        "relay_reports": "timerTrigger",
        "erase_old_calls": "timerTrigger",
    }
    for name, queue in (("grade_queued", QUEUE), ("bury_poisoned", POISONED)):
        assert (host.trigger(name)["queueName"], host.trigger(name)["connection"]) == (queue, CONNECTION)


def test_the_queue_keeps_trying_for_a_day() -> None:
    """host.json and the last attempt of our own agree, and amount to Event Grid's patience."""
    assert QUEUES["maxDequeueCount"] == LAST_ATTEMPT
    assert LAST_ATTEMPT * visibility().total_seconds() == DAY_S


async def test_an_event_becomes_a_scorecard_and_a_mail(house: House) -> None:
    """One call, one grade, one report, by way of the queue."""
    house.host.enqueue(await house.write(a_transcript()))
    assert await house.host.run() == []
    await house.host.tick()
    assert await house.brain.results.get(CALL_ID) is not None
    assert len(house.mailer.sent) == 1
    assert house.host.queue == []


async def test_twice_and_out_of_order_is_once(house: House) -> None:
    """Both routes, every event twice, the later call first: one grade and one mail a call."""
    events = [await house.write(a_transcript(call_id=call_id(number)), f"e{number}") for number in range(3)]
    for event in [*reversed(events), *events]:
        assert await house.host.push(event)
        house.host.enqueue(event)
    assert await house.host.run() == []
    await house.host.tick()
    await house.host.tick()
    assert house.brain.grader.graded == 3
    assert len(house.brain.results.grades) == 3
    assert len({mail.message_id for mail in house.mailer.sent}) == len(house.mailer.sent) == 3


async def test_an_old_call_is_erased_by_night(house: House, tmp_path: Path) -> None:
    """The timer's function sweeps where calls are kept for some days, and does nothing where they are kept for ever."""
    call, store, results = a_transcript(), FolderStore(tmp_path), house.brain.results
    await store.put_once(object_name(call), dump_document(call))
    os.utime(tmp_path / object_name(call), (0, 0))
    await house.host.tick("erase_old_calls")
    assert not await results.is_forgotten(CALL_ID)
    retention = Retention(Erasure(store, results, house.mailer, house.brain.clock), store, keep_days=30)
    grader = PushedGrader(
        house.brain.worker, Outbox(results, house.mailer), house.box, BlobFolder("air-gap"), retention
    )
    await FunctionHost(create_app(lambda: grader)).tick("erase_old_calls")
    assert await results.is_forgotten(CALL_ID)


async def test_a_store_that_is_away_is_tried_again(house: House) -> None:
    """The function raises, the message comes back, and the call is graded when the store is there."""
    house.host.enqueue(await house.write(a_transcript()))
    house.brain.store.failures = 2
    assert [await house.host.run() for _ in range(3)] == [["EventPostponed"], ["EventPostponed"], []]
    assert await house.brain.results.get(CALL_ID) is not None
    assert house.box.kept == {}


async def test_event_grid_delivers_again_what_was_not_handled(house: House) -> None:
    """A function that raised is an answer other than 2xx."""
    event = await house.write(a_transcript())
    house.brain.store.failures = 1
    assert not await house.host.push(event)
    assert await house.host.push(event)
    assert await house.brain.results.get(CALL_ID) is not None


async def test_a_day_of_failures_ends_as_a_dead_letter(house: House) -> None:
    """Its reason is that of the last attempt, and the host is told that it is done."""
    event = await house.write(a_transcript())
    house.brain.store.failures = LAST_ATTEMPT + 1
    house.host.enqueue(event)
    while house.host.queue:
        await house.host.run()
    assert house.box.reasons == ["store_unavailable"]
    assert house.host.poison == []
    assert house.brain.results.noted[CALL_ID]["received"].reason == "store_unavailable"


@pytest.mark.parametrize("body", ["", "no json", "[1]", '{"id": "1"}', "\x00\xff", "[" * 5_000])
async def test_a_message_that_is_no_event_is_a_dead_letter_at_once(house: House, body: str) -> None:
    """It is acknowledged: no further attempt can help."""
    house.host.enqueue(body)
    assert await house.host.run() == []
    assert house.box.reasons == ["event_rejected"]
    assert house.host.queue == []


async def test_a_transcript_nobody_can_read_is_a_dead_letter_at_once(house: House) -> None:
    """Both routes acknowledge it, with a reason for the operator and for the page."""
    event = await house.write(a_transcript())
    house.brain.store.objects[object_name(a_transcript())] = b"{}"
    assert await house.host.push(event)
    (reason,) = house.box.reasons
    assert reason.startswith("transcript_rejected")


@pytest.mark.parametrize("change", [{"container": "elsewhere"}, {"kind": "BlobDeleted"}])
async def test_events_about_other_things_are_passed_over(house: House, change: dict[str, str]) -> None:
    """Another container, another kind of event: nothing is read, nothing kept."""
    name = object_name(a_transcript())
    house.host.enqueue(wire_event(ObjectWritten("1", name, START), **change))
    assert await house.host.run() == []
    assert (house.brain.grader.graded, house.box.kept) == (0, {})


async def test_what_the_host_gave_up_on_is_kept_with_a_reason(house: House) -> None:
    """A message in the poison queue is a dead letter like any other; also one that is no event."""
    event = await house.write(a_transcript())
    house.host.poison = [b"no event", json.dumps(event).encode()]
    await house.host.run_poison()
    assert house.box.reasons == ["not_acknowledged", "not_acknowledged"]
    assert house.box.kept["1"][0].object_name == object_name(a_transcript())


async def test_one_event_that_fails_does_not_keep_the_others_of_its_delivery(house: House) -> None:
    """All of a body are handled; then the body is delivered again, and what was done stays done."""
    events = [await house.write(a_transcript(call_id=call_id(number)), f"e{number}") for number in range(2)]
    house.brain.store.failures = 1
    house.host.enqueue(events)
    assert await house.host.run() == ["EventPostponed"]
    assert await house.brain.results.get(call_id(1)) is not None
    assert await house.host.run() == []
    assert house.brain.grader.graded == 2


async def test_the_relay_tries_mails_again_and_shows_that_brain_two_lives(house: House) -> None:
    """A mail system that is away costs half a minute, not the report."""
    house.host.enqueue(await house.write(a_transcript()))
    await house.host.run()
    house.mailer.failures = [MailFailed("away")]
    await house.host.tick()
    assert house.mailer.sent == []
    house.brain.clock.advance(30)
    await house.host.tick()
    assert len(house.mailer.sent) == 1
    assert await house.brain.results.last_beat(WORKER_NAME) == house.brain.clock.now()


@pytest.mark.parametrize("failing", ["begin", "save"])
async def test_a_results_store_that_is_away_is_tried_again(
    house: House, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """Whatever fails in between, the event comes again and there is one grade."""
    event = await house.write(a_transcript())
    real: Callable[..., Any] = getattr(house.brain.results, failing)

    async def away(*_: Any) -> None:
        monkeypatch.setattr(house.brain.results, failing, real)
        raise ResultsFailed("away")

    monkeypatch.setattr(house.brain.results, failing, away)
    house.host.enqueue(event)
    assert await house.host.run() == ["EventPostponed"]
    assert await house.host.run() == []
    assert len(house.brain.results.grades) == 1
