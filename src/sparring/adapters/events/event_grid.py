"""What Azure Event Grid delivers, read: one body in, the transcripts it says were written out.

Flows in: the body of a webhook call, or one message of a Storage Queue, in Event Grid's own schema or in CloudEvents
1.0. Flows out: `ObjectWritten` for each new blob that is a transcript of ours. Anybody may send such a body: nothing of
it is believed but a name, and a name is all the grader starts from.
"""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from sparring.errors import EventRejected
from sparring.ports import ObjectWritten
from sparring.transcript import call_id_in

MAX_DELIVERY_BYTES = 1_048_576
"""Event Grid's own limit for one delivery (learn.microsoft.com/azure/event-grid/quotas-limits)."""

BLOB_CREATED = "Microsoft.Storage.BlobCreated"
VALIDATION = "Microsoft.EventGrid.SubscriptionValidationEvent"
_SUBJECT = "/blobServices/default/containers/{container}/blobs/"
_SOURCE = "event"


@dataclass(frozen=True, slots=True)
class BlobFolder:
    """Which blobs are objects of ours: those of `container` below `prefix`, which is empty or ends with a slash."""

    container: str
    prefix: str = ""

    def object_name(self, subject: str) -> str | None:
        """The object's name in the store; None for a blob that lies elsewhere."""
        start = self.subject("")
        return subject.removeprefix(start) if subject.startswith(start) else None

    def subject(self, object_name: str) -> str:
        """How Event Grid names an object of ours."""
        return _SUBJECT.format(container=self.container) + self.prefix + object_name


@dataclass(frozen=True, slots=True)
class GridBody:
    """What one body said.

    `validation_code`: Event Grid asks whether this address wants its events; answer 200 with
    `{"validationResponse": validation_code}`.
    """

    written: tuple[ObjectWritten, ...] = ()
    validation_code: str | None = None


class _Wire(BaseModel):
    """Events carry more than is read here, and Azure adds to them."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    id: str = Field(pattern=r"^[!-~]{1,200}$")
    subject: str = Field(max_length=2_000)
    data: dict[str, Any] = Field(default_factory=dict)


class _EventGridEvent(_Wire):
    type: str = Field(alias="eventType")
    time: AwareDatetime = Field(alias="eventTime")


class _CloudEvent(_Wire):
    specversion: str = Field(pattern=r"^1\.")
    type: str
    time: AwareDatetime


_Event = _EventGridEvent | _CloudEvent
_BODY: TypeAdapter[_Event | list[_Event]] = TypeAdapter(_Event | list[_Event])


def read_delivery(body: bytes, blobs: BlobFolder) -> GridBody:
    """The body of a webhook call: one event or a list of them. Events about anything else are passed over.

    Raises: EventRejected when it is no such body; answer 400, which Event Grid does not try again.
    """
    events = _parsed(body)
    code = next((event.data.get("validationCode") for event in events if event.type == VALIDATION), None)
    written = tuple(made for event in events for made in _written(event, blobs))
    return GridBody(written, code if isinstance(code, str) else None)


def read_message(text: str, blobs: BlobFolder) -> GridBody:
    """The text of a Storage Queue message: such a body in base64, as Event Grid puts it there, or as it is.

    Raises: EventRejected.
    """
    try:
        body = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        body = text.encode("utf-8", "replace")
    return read_delivery(body, blobs)


def _parsed(body: bytes) -> list[_Event]:
    if len(body) > MAX_DELIVERY_BYTES:
        raise EventRejected(_SOURCE, "", f"larger than {MAX_DELIVERY_BYTES} bytes")
    try:
        parsed = _BODY.validate_json(body)
    except ValidationError:
        raise EventRejected(_SOURCE, "", "neither Event Grid's schema nor CloudEvents 1.0") from None
    return parsed if isinstance(parsed, list) else [parsed]


def _written(event: _Event, blobs: BlobFolder) -> Iterator[ObjectWritten]:
    name = blobs.object_name(event.subject) if event.type == BLOB_CREATED else None
    if name is None or call_id_in(name) is None:
        return  # not of our container, or a blob that is no transcript
    yield ObjectWritten(event.id, name, event.time)
