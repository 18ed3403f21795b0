"""`sparring export`: the calls that count, as a table."""

import asyncio
from pathlib import Path

from sparring.adapters.clock import SystemClock
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.bootstrap.folders import Folders
from tests.cli.process import sparring
from tests.contracts.test_analysis import graded
from tests.fakes.documents import REP_ID, call_id


def test_calls_that_count_are_exported(tmp_path: Path) -> None:
    """A header and a line a call; a private one is not among them."""

    async def keep_some() -> None:
        results = SqliteResults(Folders(tmp_path).results, SystemClock())
        for number, kind in enumerate(("counted", "private")):
            call, card = graded(number, kind=kind, started_at=SystemClock().now(), rep_id=REP_ID)
            await results.begin(call)
            await results.save(card, None)
        await results.close()

    asyncio.run(keep_some())
    lines = sparring("export", data=tmp_path, SPARRING_TENANT="harbour").stdout.splitlines()
    assert lines[0].startswith("call_id,tenant_id,location_id,rep_id")
    assert [line.split(",")[0] for line in lines[1:]] == [call_id(0)]
    assert lines[1].endswith(",71.3,1")
    assert len(sparring("export", data=tmp_path).stdout.splitlines()) == 1
