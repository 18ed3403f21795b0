"""The results store of this installation, opened for one command."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sparring.ports import ResultsStore


@asynccontextmanager
async def stored_results() -> "AsyncIterator[ResultsStore]":
    """Raises: ConfigRejected."""
    from sparring.adapters.clock import SystemClock  # noqa: PLC0415
    from sparring.bootstrap.storage import open_results  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415

    results = open_results(read_config(os.environ), SystemClock())
    try:
        yield results
    finally:
        await results.close()
