"""Which store, queue and results database a configuration picks: files under the data folder, or a cloud's.

Flows in: `SPARRING_STORE`, `SPARRING_EVENTS`, `SPARRING_RESULTS`, `SPARRING_RESULT_STREAM` and their secrets. Flows
out: one adapter for each port, nothing connected yet.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from sparring.adapters.events.bucket import BucketWatch
from sparring.adapters.events.event_grid import BlobFolder
from sparring.adapters.events.factory import open_letter_queue, open_storage_queue, parse_queue_address
from sparring.adapters.events.folder import FolderWatch
from sparring.adapters.events.sqlite import SqliteQueue, open_queue
from sparring.adapters.results.cosmos.address import SCHEME as COSMOS
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.adapters.retry import EVENT_GRID, RetryPolicy
from sparring.adapters.store.address import BucketAddress, parse_store_address
from sparring.adapters.store.bucket import BucketStore
from sparring.adapters.store.factory import open_store
from sparring.adapters.store.folder import FolderStore
from sparring.adapters.store.result_stream import StoredStream
from sparring.bootstrap.folders import Folders
from sparring.config import Config
from sparring.errors import ConfigRejected
from sparring.ports import Clock, DeadLetters, EventQueue, ResultsStore, ResultStream, Telemetry

if TYPE_CHECKING:
    from sparring.adapters.events.letter_queue import LetterQueue

Watch = Callable[[asyncio.Event], Coroutine[Any, Any, None]]
"""Notices written objects until its argument is set."""


class Events(EventQueue, DeadLetters, Protocol):
    """A whole queue."""

    async def counts(self) -> Mapping[str, int]:
        """Events by state: at least `dead`."""

    async def close(self) -> None:
        """Nothing may be called afterwards."""


def store_address(config: Config) -> BucketAddress | Path:
    """Where the air gap is."""
    if config.store is None:
        return Folders(config.data_dir).air_gap
    return parse_store_address(config.store)


def open_air_gap(config: Config) -> FolderStore | BucketStore:
    """Raises: ConfigRejected."""
    return open_store(store_address(config), connection_string=config.storage_connection_string)


def open_result_stream(config: Config) -> ResultStream | None:
    """Where results go for a warehouse, if anywhere. Raises: ConfigRejected."""
    return None if config.result_stream is None else StoredStream(open_stream_store(config, config.result_stream))


def open_stream_store(config: Config, address: str) -> FolderStore | BucketStore:
    """The store of the result stream. Raises: ConfigRejected."""
    return open_store(parse_store_address(address), connection_string=config.storage_connection_string)


def blob_folder(config: Config) -> BlobFolder:
    """Which blobs of Event Grid's events are transcripts. Raises: ConfigRejected for another store than Azure's."""
    address = store_address(config)
    if not isinstance(address, BucketAddress) or address.cloud != "az":
        raise ConfigRejected("Event Grid tells of blobs: it also needs SPARRING_STORE=az://ACCOUNT/CONTAINER.")
    return BlobFolder(address.bucket, address.prefix)


def open_events(config: Config, clock: Clock, *, policy: RetryPolicy = EVENT_GRID) -> Events:
    """Raises: ConfigRejected."""
    if config.events is None:
        return open_queue(Folders(config.data_dir).events, clock, policy=policy)
    made = open_storage_queue(
        parse_queue_address(config.events),
        connection_string=config.storage_connection_string,
        blobs=blob_folder(config),
        clock=clock,
        policy=policy,
    )
    return cast("Events", made)


def open_letters(config: Config, clock: Clock) -> "LetterQueue | None":
    """Dead letters where `SPARRING_EVENTS` puts them; None where they lie in the queue here. Raises: ConfigRejected."""
    if config.events is None:
        return None
    letters: LetterQueue = open_letter_queue(
        parse_queue_address(config.events), connection_string=config.storage_connection_string, clock=clock
    )
    return letters


def watch_over(config: Config, clock: Clock, *, store: FolderStore | BucketStore, queue: Events) -> Watch:
    """Whatever notices writes: nobody here where Event Grid does."""
    if not isinstance(queue, SqliteQueue):
        return _nobody
    address = store_address(config)
    if isinstance(address, Path):
        return FolderWatch(address, queue).run
    assert isinstance(store, BucketStore)
    return BucketWatch(store, queue, clock).run


def open_results(config: Config, clock: Clock, telemetry: Telemetry | None = None) -> ResultsStore:
    """`telemetry`: told what a store charges for, where it charges by the request. Raises: ConfigRejected."""
    if config.results is None:
        return SqliteResults(Folders(config.data_dir).results, clock)
    if config.results.startswith(COSMOS):
        from sparring.adapters.results.cosmos.factory import open_cosmos  # noqa: PLC0415 - azure-cosmos is an extra

        key = config.cosmos_connection_string
        return open_cosmos(config.results, clock, tenant_id=config.tenant, connection_string=key, telemetry=telemetry)
    from sparring.adapters.results.sql.postgres import PostgresResults  # noqa: PLC0415 - psycopg is an extra

    return PostgresResults(config.results, clock)


async def _nobody(stop: asyncio.Event) -> None:
    await stop.wait()
