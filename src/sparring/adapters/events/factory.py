"""Builds the queue that an address names: `azq://account/queue`, with a key or by Microsoft Entra."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sparring.adapters.azure.connection_string import STORAGE_PARTS, parse_connection_string
from sparring.adapters.events.event_grid import BlobFolder
from sparring.adapters.retry import RetryPolicy
from sparring.errors import ConfigRejected
from sparring.ports import Clock

_ADDRESS = re.compile(r"azq://([a-z0-9]{3,24})/([a-z0-9](?:-?[a-z0-9]){2,56})/?")


@dataclass(frozen=True, slots=True)
class QueueAddress:
    """A Storage Queue."""

    account: str
    queue: str

    def __str__(self) -> str:
        return f"azq://{self.account}/{self.queue}"


def parse_queue_address(text: str) -> QueueAddress:
    """Raises: ValueError."""
    found = _ADDRESS.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return QueueAddress(found[1], found[2])


def open_storage_queue(
    address: QueueAddress, *, connection_string: str | None, blobs: BlobFolder, clock: Clock, policy: RetryPolicy
) -> Any:
    """A `StorageQueue`. Nothing is connected to before the first use. Raises: ConfigRejected."""
    from sparring.adapters.events.letter_queue import DEAD, LetterQueue  # noqa: PLC0415 - Azure's SDK is an extra
    from sparring.adapters.events.storage_queue import StorageQueue  # noqa: PLC0415

    client, closing = _client_maker(address, connection_string)
    letters = LetterQueue(client(address.queue + DEAD), clock, closing=closing)
    return StorageQueue(client(address.queue), letters, blobs=blobs, clock=clock, policy=policy)


def open_letter_queue(address: QueueAddress, *, connection_string: str | None, clock: Clock) -> Any:
    """The `LetterQueue` beside a Storage Queue. Raises: ConfigRejected."""
    from sparring.adapters.events.letter_queue import DEAD, LetterQueue  # noqa: PLC0415 - Azure's SDK is an extra

    client, closing = _client_maker(address, connection_string)
    return LetterQueue(client(address.queue + DEAD), clock, closing=closing)


def _client_maker(
    address: QueueAddress, connection_string: str | None
) -> tuple[Callable[[str], Any], tuple[Callable[[], Awaitable[None]], ...]]:
    try:
        from azure.storage.queue.aio import QueueClient  # noqa: PLC0415
    except ImportError:
        raise ConfigRejected(
            "Storage Queues need azure-storage-queue: install Sparring with the extra `azure`."
        ) from None

    limits: dict[str, Any] = {
        "initial_backoff": 1,
        "increment_base": 2,
        "retry_total": 2,
        "connection_timeout": 5,
        "read_timeout": 15,
    }
    if connection_string is not None:
        parts = parse_connection_string(connection_string, needs=STORAGE_PARTS)
        if parts["AccountName"] != address.account:
            raise ConfigRejected(
                f"SPARRING_EVENTS names the account {address.account}, SPARRING_STORAGE_CONNECTION_STRING another one."
            )
        return lambda name: QueueClient.from_connection_string(connection_string, name, **limits), ()

    from azure.identity.aio import DefaultAzureCredential  # noqa: PLC0415

    vouched = DefaultAzureCredential()
    url = f"https://{address.account}.queue.core.windows.net"
    return lambda name: QueueClient(url, name, credential=vouched, **limits), (vouched.close,)
