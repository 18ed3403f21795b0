"""Event Grid's deliveries, in both of its schemas, as a webhook and as a queue message gets them."""

import base64
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from sparring.adapters.events.event_grid import (
    MAX_DELIVERY_BYTES,
    BlobFolder,
    GridBody,
    read_delivery,
    read_message,
)
from sparring.errors import EventRejected
from sparring.ports import ObjectWritten
from tests.fakes.documents import call_id
from tests.fakes.event_grid import blob_created, cloud_event, validation

NAME = f"transcripts/2026/11/25/{call_id(1)}.json"
BLOBS = BlobFolder("air-gap")
AT = datetime(2026, 11, 25, 15, 0, 0, 958410, tzinfo=UTC)
WRITTEN = ObjectWritten("831e1650-001e-001b-66ab-eeb76e069631", NAME, AT)


def body(*events: dict[str, Any]) -> bytes:
    return json.dumps(list(events)).encode()


@pytest.mark.parametrize("make", [blob_created, cloud_event])
def test_a_written_blob_is_an_event_in_either_schema(make: Any) -> None:
    """Id, name and time are read; seven digits of a second are cut to six."""
    event = make(NAME, event_id=WRITTEN.id)
    assert read_delivery(json.dumps(event).encode(), BLOBS) == GridBody((WRITTEN,))
    assert read_delivery(body(event), BLOBS) == GridBody((WRITTEN,))


def test_events_come_several_at_a_time() -> None:
    """A batch is read whole, in its order."""
    names = [f"transcripts/2026/11/25/{call_id(number)}.json" for number in range(3)]
    delivery = read_delivery(body(*(blob_created(name) for name in names)), BLOBS)
    assert [event.object_name for event in delivery.written] == names


@pytest.mark.parametrize(
    "event",
    [
        blob_created(NAME, container="other"),
        blob_created(NAME, container="air-gap-2"),
        blob_created("results/2026/11/25/part.json"),
        blob_created("transcripts/2026/11/25/notes.json"),
        blob_created(f"x/../{NAME}"),
        blob_created(NAME) | {"eventType": "Microsoft.Storage.BlobDeleted"},
        cloud_event(NAME) | {"type": "Microsoft.Storage.BlobTierChanged"},
    ],
)
def test_what_is_no_new_transcript_of_ours_is_passed_over(event: dict[str, Any]) -> None:
    """Another container, another blob, another happening: acknowledged, and nobody is woken."""
    assert read_delivery(body(event), BLOBS) == GridBody()


def test_objects_may_lie_below_a_prefix() -> None:
    """A store that shares its container sees its own folder's events, by the names it knows."""
    shared = BlobFolder("air-gap", "team_a/")
    assert read_delivery(body(blob_created(f"team_a/{NAME}")), shared).written[0].object_name == NAME
    assert read_delivery(body(blob_created(f"team_b/{NAME}"), blob_created(NAME)), shared) == GridBody()


def test_the_handshake_of_a_subscription_is_told_apart() -> None:
    """The code to answer with comes out, and no event."""
    assert read_delivery(body(validation("512d38b6")), BLOBS) == GridBody(validation_code="512d38b6")


@pytest.mark.parametrize("make", [blob_created, cloud_event])
def test_a_queue_message_is_base64_or_plain(make: Any) -> None:
    """Event Grid writes base64; a hand or another program may write the JSON itself."""
    text = json.dumps(make(NAME, event_id=WRITTEN.id))
    for message in (text, base64.b64encode(text.encode()).decode()):
        assert read_message(message, BLOBS) == GridBody((WRITTEN,))


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"null",
        b"[",
        b"\xff",
        b"[" * 100_000,
        body({}),
        body(blob_created(NAME) | {"id": ""}),
        body(blob_created(NAME) | {"id": "a\nb"}),
        body(blob_created(NAME) | {"eventTime": "yesterday"}),
        body(blob_created(NAME) | {"eventTime": "2026-11-25T15:00:00"}),
        body(cloud_event(NAME) | {"specversion": "0.1"}),
        body(blob_created(NAME), {"eventType": "x"}),
    ],
)
def test_what_is_no_event_is_refused_whole(bad: bytes) -> None:
    """One documented error, whatever the bytes are, and nothing of the rest is taken."""
    with pytest.raises(EventRejected):
        read_delivery(bad, BLOBS)


def test_a_body_beyond_event_grids_limit_is_not_parsed() -> None:
    """Size comes before everything else."""
    with pytest.raises(EventRejected, match="larger"):
        read_delivery(b" " * (MAX_DELIVERY_BYTES + 1), BLOBS)


@pytest.mark.parametrize("bad", ["hello", "aGVsbG8=", "\ud800", ""])
def test_a_message_that_is_no_event_is_refused(bad: str) -> None:
    """Neither words nor the base64 of words are an event."""
    with pytest.raises(EventRejected):
        read_message(bad, BLOBS)
