"""Every adapter of each port, opened by name for the contract suites. A server starts when a test first needs it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Protocol

import pytest
from azure.storage.queue.aio import QueueClient

from sparring.adapters.clock import SystemClock
from sparring.adapters.events.event_grid import BlobFolder
from sparring.adapters.events.factory import QueueAddress, open_storage_queue
from sparring.adapters.events.sqlite import open_queue
from sparring.adapters.events.storage_queue import StorageQueue
from sparring.adapters.results.cosmos.store import CosmosResults
from sparring.adapters.results.sql.postgres import PostgresResults
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.adapters.retry import EVENT_GRID
from sparring.adapters.store.address import parse_store_address
from sparring.adapters.store.bucket import BucketStore
from sparring.adapters.store.factory import open_store
from sparring.adapters.store.folder import FolderStore
from sparring.adapters.store.memory import MemoryStore
from sparring.ports import Clock, DeadLetters, EventQueue, EventSink, ResultsStore, TranscriptStore
from tests.emulators.azurite import ACCOUNT
from tests.emulators.s3 import ENVIRONMENT
from tests.fakes.memory import MemoryQueue, MemoryResults
from tests.fakes.queue_service import QueueService

RESULTS = ("memory", "sqlite", "postgres", "cosmos")
TENANT = "harbour"
"""Whose results the stores of one tenant hold: that of tests/fakes/documents.py."""


def results_place(name: str, request: pytest.FixtureRequest, clock: Clock) -> Callable[[], ResultsStore]:
    """Opens one and the same new store, as each of several processes does."""
    if name == "memory":
        memory = MemoryResults(clock)
        return lambda: memory
    if name == "sqlite":
        path = request.getfixturevalue("tmp_path") / "results.db"
        return lambda: SqliteResults(path, clock)
    if name == "cosmos":
        emulator = request.getfixturevalue("cosmos")
        database = emulator.new_database()
        return lambda: CosmosResults(emulator.items(database, tenant_id=TENANT), clock)
    url = request.getfixturevalue("postgres").new_database()
    return lambda: PostgresResults(url, clock)


STORES = ("memory", "folder", "azurite", "s3")


def store_place(name: str, request: pytest.FixtureRequest) -> TranscriptStore:
    """A new, empty store."""
    if name == "memory":
        return MemoryStore()
    if name == "folder":
        return FolderStore(request.getfixturevalue("tmp_path") / "objects")
    if name == "s3":
        server, variables = request.getfixturevalue("s3"), request.getfixturevalue("monkeypatch")
        return s3_store(server.new_bucket(), server.port, variables)
    azurite = request.getfixturevalue("azurite")
    address = parse_store_address(f"az://{ACCOUNT}/{azurite.new_container()}/sparring")
    return open_store(address, connection_string=azurite.connection_string)


def s3_store(bucket: str, port: int, variables: pytest.MonkeyPatch) -> BucketStore:
    """The store of a bucket at a port of this machine, found by the usual variables."""
    for name, value in (ENVIRONMENT | {"AWS_ENDPOINT": f"http://127.0.0.1:{port}"}).items():
        variables.setenv(name, value)
    store = open_store(parse_store_address(f"s3://{bucket}/sparring"))
    assert isinstance(store, BucketStore)
    return store


class Queue(EventQueue, EventSink, DeadLetters, Protocol):
    """A whole queue."""

    async def close(self) -> None: ...


TIMED_QUEUES = ("memory", "sqlite", "storage_queue")
"""Those whose time is the test's."""


@asynccontextmanager
async def queue_place(name: str, request: pytest.FixtureRequest, clock: Clock) -> AsyncIterator[Queue]:
    """A new, empty queue."""
    async with AsyncExitStack() as stack:
        made: Queue
        if name == "memory":
            made = MemoryQueue(clock)
        elif name == "sqlite":
            made = open_queue(request.getfixturevalue("tmp_path") / "queue.db", clock)
        elif name == "azurite":
            azurite = request.getfixturevalue("azurite")
            made = await storage_queue(azurite.connection_string, azurite.new_name(), SystemClock())
        else:
            service = await stack.enter_async_context(QueueService(clock))
            made = await storage_queue(service.connection_string, "calls-written", clock)
        yield made
        await made.close()


async def storage_queue(connection_string: str, name: str, clock: Clock) -> StorageQueue:
    """A queue that was made as the infrastructure makes it."""
    async with QueueClient.from_connection_string(connection_string, name) as client:
        await client.create_queue()
    made: StorageQueue = open_storage_queue(
        QueueAddress(ACCOUNT, name),
        connection_string=connection_string,
        blobs=BlobFolder("air-gap"),
        clock=clock,
        policy=EVENT_GRID,
    )
    return made
