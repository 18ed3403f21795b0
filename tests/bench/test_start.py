"""The bench of starting: what a new user's shell has, and when a start counts."""

import subprocess
import sys
from pathlib import Path

import pytest
from bench.start import NeverServed, clean_environment, holds, wait_for_page
from bench.support.spread import spread_of

from tests.fakes.loopback import free_port

PAGE = """
import http.server, sys
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(b"<!DOCTYPE html><HTML>")
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Page).serve_forever()
"""


def test_a_new_users_shell_knows_nothing_of_this_one(tmp_path: Path) -> None:
    """No cache, no settings, no environment of ours; how to find programs and reach the network, yes."""
    ours = {
        "PATH": "/bin",
        "HTTPS_PROXY": "http://proxy",
        "HOME": "/old",
        "UV_CACHE_DIR": "/old",
        "SPARRING_VOICE": "x",
    }
    made = clean_environment(ours, tmp_path, 8_123)
    assert (made["PATH"], made["HTTPS_PROXY"], made["SPARRING_PORT"]) == ("/bin", "http://proxy", "8123")
    assert made["HOME"] == str(tmp_path)
    assert not {"UV_CACHE_DIR", "SPARRING_VOICE"} & set(made)
    assert "/old" not in made.values()


def test_the_wait_ends_with_the_first_page() -> None:
    """As soon as the address answers with HTML."""
    port = free_port()
    server = subprocess.Popen([sys.executable, "-c", PAGE, str(port)], stderr=subprocess.DEVNULL)
    try:
        wait_for_page(f"http://127.0.0.1:{port}/", server)
    finally:
        server.kill()
        server.wait()


def test_a_start_that_fails_is_no_start() -> None:
    """A process that ends without a page is told with its status."""
    ended = subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(NeverServed, match="ended with 3"):
        wait_for_page(f"http://127.0.0.1:{free_port()}/", ended)


@pytest.mark.parametrize(
    ("cold_s", "warm_s", "reached"), [(60.0, 3.0, True), (60.1, 1.0, False), (30.0, 3.1, False), (None, 2.0, True)]
)
def test_both_starts_have_a_target(*, cold_s: float | None, warm_s: float, reached: bool) -> None:
    """What was not measured is not missed."""
    assert holds(cold_s, spread_of([warm_s])) is reached
