"""The results store of this installation, opened for one command."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sparring.adapters.results.sqlite import SqliteResults


@asynccontextmanager
async def stored_results() -> "AsyncIterator[SqliteResults]":
    """Raises: ConfigRejected."""
    from sparring.adapters.clock import SystemClock  # noqa: PLC0415
    from sparring.adapters.results.sqlite import SqliteResults  # noqa: PLC0415
    from sparring.bootstrap.folders import Folders  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415

    results = SqliteResults(Folders(read_config(os.environ).data_dir).results, SystemClock())
    try:
        yield results
    finally:
        await results.close()
