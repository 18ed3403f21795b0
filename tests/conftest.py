"""Servers that several folders of tests share, each started once, when first asked for."""

import os
from collections.abc import Iterator

import pytest

from tests.emulators.azurite import Azurite
from tests.emulators.cosmos import CosmosEmulator
from tests.emulators.node import MISSING as NO_EMULATORS
from tests.emulators.node import find_emulators
from tests.emulators.postgres import MISSING as NO_POSTGRES
from tests.emulators.postgres import PostgresServer, find_server
from tests.emulators.s3 import S3Server

pytest_plugins = ["tests.limits", "tests.order"]


def absent(what_is_missing: str) -> None:
    """A user's machine may lack a server; CI may not."""
    if os.environ.get("CI"):
        pytest.fail(what_is_missing)
    pytest.skip(what_is_missing)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A real PostgreSQL."""
    programs = find_server()
    if programs is None:
        absent(NO_POSTGRES)
        return
    with PostgresServer(programs) as server:
        yield server


@pytest.fixture(scope="session")
def azurite() -> Iterator[Azurite]:
    """Azure Blob Storage and Storage Queues, emulated."""
    emulators = find_emulators()
    if emulators is None:
        absent(NO_EMULATORS)
        return
    with Azurite(emulators) as server:
        yield server


@pytest.fixture(scope="session")
def s3() -> Iterator[S3Server]:
    """S3, emulated."""
    with S3Server() as server:
        yield server


@pytest.fixture(scope="session")
def cosmos() -> Iterator[CosmosEmulator]:
    """Azure Cosmos DB, emulated; its known faults stand in tests/emulators/cosmos.py."""
    emulators = find_emulators()
    if emulators is None:
        absent(NO_EMULATORS)
        return
    with CosmosEmulator(emulators) as server:
        yield server
