"""One Sparring for all browser tests, started as a user starts it; a fresh browser for each test."""

import os
from collections.abc import Iterator

import pytest

from tests.e2e.browser import MISSING, find_chromium
from tests.e2e.serving import Served, serving

SETTINGS = {
    "rejoin_s": "12",  # sooner than on a real day, and later than a page takes to load on a busy machine
    "review_s": "60",
}


@pytest.fixture(scope="session")
def needs_chromium() -> None:
    """A user's machine may lack the browser; CI may not."""
    if find_chromium() is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)


@pytest.fixture(scope="session")
def sparring(needs_chromium: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Running, with both engines ready."""
    with serving(tmp_path_factory.mktemp("sparring"), SETTINGS) as served:
        yield served
