"""Every adapter of each port, opened by name for the contract suites. A server starts when a test first needs it."""

from collections.abc import Callable
from typing import Protocol

import pytest

from sparring.adapters.results.postgres import PostgresResults
from sparring.adapters.results.sqlite import SqliteResults
from sparring.ports import Accounts, Analysis, Clock, Results
from tests.fakes.memory import MemoryResults


class ResultsStore(Results, Accounts, Analysis, Protocol):
    """A whole results store."""

    async def close(self) -> None: ...


RESULTS = ("memory", "sqlite", "postgres")


def results_place(name: str, request: pytest.FixtureRequest, clock: Clock) -> Callable[[], ResultsStore]:
    """Opens one and the same new store, as each of several processes does."""
    if name == "memory":
        memory = MemoryResults(clock)
        return lambda: memory
    if name == "sqlite":
        path = request.getfixturevalue("tmp_path") / "results.db"
        return lambda: SqliteResults(path, clock)
    url = request.getfixturevalue("postgres").new_database()
    return lambda: PostgresResults(url, clock)
