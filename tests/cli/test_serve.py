"""What `sparring serve` refuses before it starts anything."""

import socket
from pathlib import Path

from tests.cli.process import sparring


def test_a_busy_port_is_a_sentence_that_says_what_to_do(tmp_path: Path) -> None:
    """Status 1, no traceback, another port is suggested."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
        done = sparring("serve", data=tmp_path, SPARRING_PORT=str(port))
    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stderr
    assert "SPARRING_PORT=" in done.stderr
    assert "Traceback" not in done.stderr


def test_serve_refuses_a_judge_that_is_half_set(tmp_path: Path) -> None:
    """Before anything is started, with the names that are missing."""
    done = sparring("serve", data=tmp_path, SPARRING_GRADER="model")
    assert done.returncode == 1
    assert "SPARRING_JUDGE_URL" in done.stderr
