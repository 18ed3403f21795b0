"""Which adapters a configuration picks."""

from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.events.event_grid import BlobFolder
from sparring.adapters.events.sqlite import SqliteQueue
from sparring.adapters.events.storage_queue import StorageQueue
from sparring.adapters.results.cosmos.store import CosmosResults
from sparring.adapters.results.sql.postgres import PostgresResults
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.adapters.store.bucket import BucketStore
from sparring.adapters.store.folder import FolderStore
from sparring.bootstrap.storage import blob_folder, open_air_gap, open_events, open_letters, open_results
from sparring.config import Config
from sparring.errors import ConfigRejected
from tests.fakes.clock import FakeClock

AZURE: dict[str, Any] = {
    "store": "az://sparring/air-gap/team_a",
    "events": "azq://sparring/calls",
    "results": "postgresql://grader@db.example.org/sparring",
    "storage_connection_string": "AccountName=sparring;AccountKey=YWJj",
}


async def test_a_laptop_keeps_files(tmp_path: Path) -> None:
    """Nothing set, nothing leaves the machine."""
    config, clock = Config(data_dir=tmp_path), FakeClock()
    store, events, results = open_air_gap(config), open_events(config, clock), open_results(config, clock)
    assert isinstance(store, FolderStore)
    assert isinstance(events, SqliteQueue)
    assert isinstance(results, SqliteResults)
    assert open_letters(config, clock) is None
    await events.close()
    await results.close()


async def test_each_setting_picks_its_adapter(tmp_path: Path) -> None:
    """Opened without being asked: a cloud that is down keeps nothing from starting."""
    config, clock = Config(data_dir=tmp_path, **AZURE), FakeClock()
    store, events, results = open_air_gap(config), open_events(config, clock), open_results(config, clock)
    letters = open_letters(config, clock)
    assert isinstance(store, BucketStore)
    assert isinstance(events, StorageQueue)
    assert isinstance(results, PostgresResults)
    assert letters is not None
    assert blob_folder(config) == BlobFolder("air-gap", "team_a/")
    for opened in (store, events, results, letters):
        await opened.close()


@pytest.mark.parametrize("store", [None, "s3://sparring"])
def test_event_grid_needs_a_container(tmp_path: Path, store: str | None) -> None:
    """It tells of blobs and of nothing else."""
    config = Config(data_dir=tmp_path, **(AZURE | {"store": store}))
    with pytest.raises(ConfigRejected, match="SPARRING_STORE"):
        open_events(config, FakeClock())


async def test_cosmos_db_is_opened_for_the_tenant(tmp_path: Path) -> None:
    """By an emulator's key here, or by Microsoft Entra."""
    key = "AccountEndpoint=http://127.0.0.1:8081/;AccountKey=YWJj"
    for connection_string in (None, key):
        config = Config(
            data_dir=tmp_path, results="cosmos://sparring/sparring", cosmos_connection_string=connection_string
        )
        results = open_results(config, FakeClock())
        assert isinstance(results, CosmosResults)
        await results.close()
