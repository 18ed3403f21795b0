"""What brain 1's process loads before there is a page, which pages it serves, and what ends it."""

import asyncio
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sparring.bootstrap.actor import build_actor, kept_up
from sparring.config import read_config
from sparring.web.page_archive import ARCHIVE, unpacked

NOT_BEFORE_THE_PAGE = ("aiohttp", "livekit", "openai", "azure", "ctranslate2", "av", "scipy")
LOADED = "import sys, sparring.bootstrap.actor; print(*{name.split('.')[0] for name in sys.modules})"


def test_no_client_and_no_engine_is_loaded_before_the_first_page() -> None:
    """A warm start has three seconds; LiveKit's client alone takes 0.3 of them where no room is configured."""
    printed = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True).stdout
    assert set(printed.split()).isdisjoint(NOT_BEFORE_THE_PAGE)


async def test_a_process_that_keeps_no_time_ends(caplog: pytest.LogCaptureFixture) -> None:
    """As if it had been asked to: its calls are handed over, and whoever watches it starts another."""
    asked_to_end = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asked_to_end.set)

    async def keep_time() -> None:
        raise KeyError("what a rep said")

    kept_up(keep_time(), "desk")
    await asyncio.wait_for(asked_to_end.wait(), 5)
    assert "desk has ended: KeyError" in caplog.text
    assert "what a rep said" not in caplog.text


async def test_a_process_that_is_stopped_is_not_ended_twice() -> None:
    """Work that is cancelled has not failed."""
    asked_to_end = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asked_to_end.set)

    async def keep_time() -> None:
        await asyncio.Event().wait()

    task = kept_up(keep_time(), "desk")
    task.cancel()
    await asyncio.wait([task])
    await asyncio.sleep(0)
    assert not asked_to_end.is_set()


def test_the_pages_served_are_those_of_this_version_whatever_lies_beside_them(tmp_path: Path) -> None:
    """After an update, and where nothing can be written: nothing is unpacked that could be of another version."""
    beside = {path.name for path in ARCHIVE.parent.iterdir()}
    config = read_config({"SPARRING_DATA_DIR": str(tmp_path), "SPARRING_HEARING": "none", "SPARRING_VOICE": "none"})
    browser = TestClient(build_actor(config), base_url="http://localhost:8000")
    assert browser.get("/team").content == unpacked()["team/index.html"]
    assert {path.name for path in ARCHIVE.parent.iterdir()} == beside
