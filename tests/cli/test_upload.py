"""`sparring upload` as a manager uses it."""

import asyncio
import json
import re
from pathlib import Path

from sparring.adapters.clock import SystemClock
from sparring.bootstrap.storage import open_results
from sparring.config import Config
from tests.cli.process import GOOD, sparring
from tests.fakes.documents import REP_ID

OPTIONS = ("--rep", REP_ID, "--rubric", "inside_sales")


def a_house(folder: Path) -> Path:
    """A data folder with one rep in its team, and the call beside it."""

    async def join() -> None:
        config = Config(data_dir=folder / "data")
        results = open_results(config, SystemClock())
        await results.join_team(REP_ID, tenant_id=config.tenant, location_id=config.location)
        await results.close()

    asyncio.run(join())
    (folder / "call.txt").write_text(GOOD)
    return folder / "data"


def kept(data: Path) -> list[Path]:
    """What stands in the air gap."""
    return list((data / "air-gap").rglob("*.json"))


def test_a_call_is_handed_in_for_a_rep_of_the_team(tmp_path: Path) -> None:
    """It stands in the air gap as uploaded, and the answer names it."""
    data = a_house(tmp_path)
    run = sparring("upload", str(tmp_path / "call.txt"), *OPTIONS, "--consent", "--json", data=data)
    assert run.returncode == 0, run.stderr
    (written,) = kept(data)
    transcript = json.loads(written.read_bytes())
    assert transcript["call_id"] == json.loads(run.stdout)["call_id"]
    assert transcript["attempt"]["upload"]
    assert [turn["speaker"] for turn in transcript["turns"]] == ["rep", "buyer"] * 5


def test_without_consent_or_for_a_stranger_nothing_is_kept(tmp_path: Path) -> None:
    """Each with the one sentence that says what to do."""
    data = a_house(tmp_path)
    call = str(tmp_path / "call.txt")
    refused = sparring("upload", call, *OPTIONS, data=data)
    stranger = sparring("upload", call, "--rep", "rep_" + "2" * 20, "--consent", data=data)
    assert 0 not in (refused.returncode, stranger.returncode)
    assert "--consent" in refused.stderr
    assert re.search(r"no such\s+rep", stranger.stderr)
    assert kept(data) == []
