"""What `sparring serve` refuses before it starts anything."""

import socket
from pathlib import Path

import pytest

from sparring.cli.serve import _say_who_is_believed
from sparring.config import Config, read_config
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


@pytest.mark.parametrize(("proxies", "level"), [("", None), ("10.0.0.0/8", "WARNING")])
def test_the_start_says_whose_word_it_takes(
    proxies: str, level: str | None, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the log when it is to be looked at, and nothing where no header names people."""
    _say_who_is_believed(Config())
    assert capsys.readouterr().out == ""
    _say_who_is_believed(read_config({"SPARRING_IDENTITY_HEADER": "X-In", "SPARRING_IDENTITY_PROXIES": proxies}))
    assert [one.levelname for one in caplog.records] == ([level] if level else [])
    assert "X-In from" in (caplog.text if level else capsys.readouterr().out)
