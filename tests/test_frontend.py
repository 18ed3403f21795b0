"""The front end's own tests, run by the Node of the wheel. They cover its pure parts and need no package installed."""

import os
import subprocess
from pathlib import Path

import pytest
from tools.build_frontend import BuildFailed, Node, find_node

FRONTEND = Path(__file__).parent.parent / "frontend"


@pytest.fixture(scope="module")
def node() -> Node:
    try:
        return find_node()
    except BuildFailed as absent:
        if "CI" in os.environ:
            raise
        pytest.skip(str(absent))


def test_the_front_ends_tests_pass(node: Node) -> None:
    """Call life, socket, latency, evidence spans and wording, as `npm test` runs them."""
    tests = sorted(str(path.relative_to(FRONTEND)) for path in FRONTEND.glob("tests/**/*.test.ts"))
    command = [str(node.executable), "--test", "--test-reporter=tap", *tests]
    done = subprocess.run(command, cwd=FRONTEND, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stdout[-4_000:]
    assert f"# pass {done.stdout.count('# Subtest: ')}" in done.stdout
