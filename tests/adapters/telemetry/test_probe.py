"""A collector is asked for real whether it takes what it would be sent."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from sparring.adapters.telemetry.probe import probe
from sparring.errors import ConfigRejected


@contextmanager
def a_collector(status: int) -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
    """Answers so; the address, and paths with what vouched for whoever came."""
    came: list[tuple[str, str | None]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            came.append((self.path, self.headers.get("Authorization")))
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: Any) -> None:
            """Nothing to standard error."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", came
        server.shutdown()
        thread.join()


async def test_a_collector_that_takes_it_is_said_to() -> None:
    """Nothing is sent but the headers that are set."""
    with a_collector(200) as (url, came):
        assert await probe(f"{url}/", "Authorization=Bearer%20s3cret") == (True, "The collector takes what it is sent.")
    assert came == [("/v1/traces", "Bearer s3cret")]


@pytest.mark.parametrize(
    ("status", "names"),
    [(401, "SPARRING_OTLP_HEADERS"), (403, "SPARRING_OTLP_HEADERS"), (404, "SPARRING_OTLP_URL"), (415, "protobuf")],
)
async def test_one_that_does_not_is_explained(status: int, names: str) -> None:
    """By its status alone."""
    with a_collector(status) as (url, _):
        taken, sentence = await probe(url, None)
    assert not taken
    assert names in sentence


async def test_one_that_is_not_there_is_said_to_be_away() -> None:
    """Within seconds."""
    with a_collector(200) as (url, _):
        pass
    assert await probe(url, None) == (
        False,
        "The collector cannot be reached: check SPARRING_OTLP_URL and the network.",
    )


async def test_headers_that_are_none_are_refused() -> None:
    """Without showing them."""
    with pytest.raises(ConfigRejected, match="hidden"):
        await probe("http://127.0.0.1:1", "s3cret")
