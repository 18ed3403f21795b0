"""A real livekit-server on loopback: built once with Go, kept by version outside the tree, started on free ports.

Flows in: nothing but a machine with Go, or a server built before. Flows out: a running server with a key of its own.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.e2e.serving import end
from tests.fakes.loopback import free_port

VERSION = "v1.9.12"  # of the 1.9 line, which builds without `replace` lines; pinned, newer ones may not
PACKAGE = f"github.com/livekit/livekit-server/cmd/server@{VERSION}"
BUILT_WITHIN_S = 900.0  # two minutes on two idle cores
UP_WITHIN_S, STOP_WITHIN_S = 20.0, 10.0
KEY, SECRET = "devkey", "a-secret-for-tests-of-32-characters-or-more"
MISSING = (
    "There is no Go, so no livekit-server can be built for this test. "
    "On Debian or Ubuntu: sudo apt install golang. Then run ./run test again."
)
# One address alone: all others are told as `node_ip` too, one of two equal candidates is closed, and where that was the
# loopback's (one start in eight) nobody who waits to be asked is ever answered.
_CONFIG = """\
port: {port}
bind_addresses: [127.0.0.1]
rtc:
  tcp_port: {tcp_port}
  udp_port: {udp_port}
  use_external_ip: false
  node_ip: 127.0.0.1
  enable_loopback_candidate: true
  stun_servers: []
  ips:
    includes: [127.0.0.1/32]
keys:
  {key}: {secret}
logging:
  level: error
"""


@dataclass(frozen=True, slots=True)
class LiveKitServer:
    """Running. `url` is for clients."""

    url: str
    process: "subprocess.Popen[bytes]"

    def settings(self) -> dict[str, str]:
        """What Sparring must be told to use it."""
        return {"livekit_url": self.url, "livekit_key": KEY, "livekit_secret": SECRET}


def binary() -> Path:
    """Where the built server stands, or will stand."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "sparring" / "livekit-server" / VERSION / "server"


def find_livekit() -> Path | None:
    """The server, built when the cache has none; None where there is neither a server nor Go."""
    server, go = binary(), shutil.which("go")
    if not server.exists() and go is not None:
        _build(go, server)
    return server if server.exists() else None


def _build(go: str, server: Path) -> None:
    making = server.parent.with_name(f"{VERSION}.{os.getpid()}")
    environ = os.environ | {"GOBIN": str(making), "GOFLAGS": "-buildvcs=false", "GOTOOLCHAIN": "auto"}
    subprocess.run([go, "install", PACKAGE], env=environ, check=True, timeout=BUILT_WITHIN_S, capture_output=True)
    server.parent.mkdir(parents=True, exist_ok=True)
    (making / "server").replace(server)
    making.rmdir()


def main() -> None:
    """Before the tests, so that no call in real time is held beside the compiler. What needs it says what is wrong."""
    try:
        said = "there" if find_livekit() else MISSING
    except subprocess.SubprocessError as failed:
        said = f"livekit-server cannot be built: {failed}"
    sys.stdout.write(f"   {said}\n")


@contextmanager
def livekit_server(folder: Path) -> Iterator[LiveKitServer]:
    """A server until the block ends. `folder`: for its configuration and its log."""
    server, port = find_livekit(), free_port()
    if server is None:  # a user's machine may lack Go; CI may not
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "livekit.yaml"
    config.write_text(
        _CONFIG.format(port=port, tcp_port=free_port(), udp_port=free_port(), key=KEY, secret=SECRET), "utf-8"
    )
    with (folder / "livekit.log").open("wb") as sink:
        process = subprocess.Popen([str(server), "--config", str(config)], stdout=sink, stderr=sink)
    try:
        _wait_until_up(port, process)
        yield LiveKitServer(f"ws://127.0.0.1:{port}", process)
    finally:
        end(process, within_s=STOP_WITHIN_S)


def _wait_until_up(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline_s = time.monotonic() + UP_WITHIN_S
    while time.monotonic() < deadline_s:
        assert process.poll() is None, "livekit-server ended by itself"
        try:
            if httpx.get(f"http://127.0.0.1:{port}/", timeout=1).status_code == httpx.codes.OK:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise AssertionError(f"livekit-server was not up within {UP_WITHIN_S:.0f} s")


if __name__ == "__main__":
    main()
