"""A test that would hang the run does not, as two did with pytest-timeout alone; and none grows slow unseen."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONFTEST = (
    "import tests.limits\ntests.limits.SOONER, tests.limits.CLEARED_UP_WITHIN_S = 0.1, 1\ntests.limits.BUDGET_S = 0.2\n"
)
BUSY = """
import asyncio

async def spin():
    while True:
        await asyncio.sleep(0)
        sum(range(2_000))

async def test_it():
    spinning = [asyncio.create_task(spin()) for _ in range(3)]
    await asyncio.Event().wait()
"""
LEAVES_FOR_EVER = """
import asyncio, pytest

@pytest.fixture
async def phone():
    yield
    await asyncio.Event().wait()

def test_it(phone):
    raise AssertionError
"""

WORKS_LONG = """
import time

def test_it():
    while time.process_time() < 3:
        pass
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("test", "shown"),
    [
        (BUSY, "1 failed"),
        (LEAVES_FOR_EVER, "clearing up after test_hangs.py::test_it"),
        (WORKS_LONG, "budget 0.2: make it quicker, or mark it slow"),
    ],
    ids=["a busy loop", "clearing up", "much work"],
)
def test_what_takes_too_long_is_ended_and_shown(test: str, shown: str, tmp_path: Path) -> None:
    """A loop that is always busy, what a failed test leaves behind, and one that works for longer than most."""
    (tmp_path / "test_hangs.py").write_text(test, "utf-8")
    (tmp_path / "conftest.py").write_text(CONFTEST, "utf-8")
    (tmp_path / "pytest.ini").write_text(f"[pytest]\nasyncio_mode = auto\npythonpath = {ROOT}\n", "utf-8")
    options = ["-p", "tests.limits", "-p", "no:cacheprovider", "--timeout=20", "-W", "ignore"]
    command = [sys.executable, "-m", "pytest", *options, "--rootdir", str(tmp_path), "test_hangs.py"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert shown in ended.stdout + ended.stderr
