"""The Azure Functions host as far as our triggers meet it: it finds them, decodes what came, and delivers again.

Events are decoded by the SDK's own converters. Queue messages follow functions/host.json: one whose function raised is
visible again after `visibilityTimeout`, and moves to the poison queue after `maxDequeueCount` deliveries.
"""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import azure.functions as func
from azure.functions.eventgrid import EventGridEventInConverter
from azure.functions.meta import Datum
from azure.functions.queue import QueueMessageInConverter
from azure.functions.timer import TimerRequestConverter

from sparring.ports import ObjectWritten

FUNCTIONS = Path(__file__).parents[2] / "functions"
SETTINGS: dict[str, Any] = json.loads((FUNCTIONS / "host.json").read_text("utf-8"))
QUEUES: dict[str, Any] = SETTINGS["extensions"]["queues"]


@dataclass
class Message:
    """One message of a Storage Queue."""

    body: bytes
    visible_at: datetime
    dequeue_count: int = 0


@dataclass
class FunctionHost:
    """Runs the triggers of `app`; `at` is its time, moved by `run`."""

    app: func.FunctionApp
    at: datetime = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
    queue: list[Message] = field(default_factory=list)
    poison: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.functions = {str(made.get_function_name()): made for made in self.app.get_functions()}

    def trigger(self, name: str) -> dict[str, Any]:
        """The one binding of a function, as function.json would hold it."""
        (binding,) = self.functions[name].get_bindings_dict()["bindings"]
        return dict(binding)

    async def push(self, event: dict[str, Any]) -> bool:
        """Event Grid delivers directly; whether it was taken."""
        decoded = EventGridEventInConverter.decode(Datum(json.dumps(event), "json"), trigger_metadata=None)
        return await self._run("grade_pushed", decoded) is None

    def enqueue(self, *events: Any) -> None:
        """Event Grid puts events into the queue, one a message; text is put there as it is."""
        for event in events:
            body = event.encode() if isinstance(event, str) else json.dumps(event).encode()
            self.queue.append(Message(body, self.at))

    async def run(self) -> list[str]:
        """Deliver what is visible, or wait until something is; why deliveries failed."""
        self.at = max(self.at, min(message.visible_at for message in self.queue))
        due = [message for message in self.queue if message.visible_at <= self.at]
        outcomes = [await self._deliver(message) for message in due]
        return [why for why in outcomes if why]

    async def run_poison(self) -> None:
        """Deliver what was given up on."""
        while self.poison:
            assert await self._run("bury_poisoned", _message(Message(self.poison.pop(), self.at, 1))) is None

    async def tick(self, name: str = "relay_reports") -> None:
        """A timer fires: the relay's, or another one's."""
        decoded = TimerRequestConverter.decode(Datum('{"IsPastDue": false}', "json"), trigger_metadata=None)
        assert await self._run(name, decoded) is None

    async def _deliver(self, message: Message) -> str | None:
        message.dequeue_count += 1
        why = await self._run("grade_queued", _message(message))
        if why is None or message.dequeue_count >= QUEUES["maxDequeueCount"]:
            self.queue.remove(message)
            self.poison.extend([message.body] if why else [])
        message.visible_at = self.at + visibility()
        return why

    async def _run(self, name: str, decoded: Any) -> str | None:
        """None, or the name of what the function raised, as the host would note it."""
        try:
            await self.functions[name].get_user_function()(decoded)
        except Exception as error:  # noqa: BLE001 - the host's own root
            return type(error).__name__
        return None


def visibility() -> timedelta:
    """How long a message is out of sight after its function raised."""
    hours, minutes, seconds = map(int, QUEUES["visibilityTimeout"].split(":"))
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def wire_event(written: ObjectWritten, *, container: str = "air-gap", kind: str = "BlobCreated") -> dict[str, Any]:
    """As Event Grid writes it for a storage account."""
    return {
        "topic": "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st",
        "subject": f"/blobServices/default/containers/{container}/blobs/{written.object_name}",
        "eventType": f"Microsoft.Storage.{kind}",
        "id": written.id,
        "eventTime": written.occurred_at.isoformat(),
        "dataVersion": "",
        "metadataVersion": "1",
        "data": {"api": "PutBlob", "url": f"https://st.blob.core.windows.net/{container}/{written.object_name}"},
    }


def _message(message: Message) -> func.QueueMessage:
    metadata = {
        "Id": Datum("message", "string"),
        "DequeueCount": Datum(message.dequeue_count, "int"),
        "PopReceipt": Datum("receipt", "string"),
    }
    decoded = QueueMessageInConverter.decode(Datum(message.body, "bytes"), trigger_metadata=metadata)
    assert isinstance(decoded, func.QueueMessage)
    return decoded
