"""From `./run` to the first page: cold, from a clean clone with an empty home, and warm.

    python -m bench.start [--json] [--warm N] [--only warm]

Cold means that nothing is there: no environment, no cache of packages. It needs the network, and says as much of the
line as of Sparring. The clone holds what is committed. Warm starts the same clone again; with `--only warm`, this
checkout. Both wait for the page's bytes; the engines go on loading behind it.
"""

import argparse
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.support.spread import Spread, machine, spread_of, told

from tests.fakes.loopback import free_port

ROOT = Path(__file__).parents[1]
COLD_AT_MOST_S, WARM_AT_MOST_S = 60.0, 3.0
GIVE_UP_AFTER_S = 600.0
LOOK_EVERY_S = 0.02
STOPS_WITHIN_S = 30.0
CARRIED = (
    "PATH", "LANG", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY",
    "SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS",
)  # fmt: skip
"""All that a new user's shell has of this one: how to find programs, and how to reach the network."""


class NeverServed(Exception):
    """`./run` ended, or took too long, before there was a page."""


def clean_environment(environ: Mapping[str, str], home: Path, port: int) -> dict[str, str]:
    """A new user's: an empty home, no cache, a free port."""
    carried = {name: environ[name] for name in CARRIED if name in environ}
    own = {"SPARRING_PORT": str(port), "SPARRING_DATA_DIR": str(home / "sparring-data")}
    return carried | own | {"HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")}


def clone(into: Path) -> Path:
    """What is committed here, as a new user gets it."""
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(into)], check=True)
    return into


def start_s(checkout: Path, home: Path) -> float:
    """Seconds from `./run` to the first page. Raises: NeverServed."""
    port, began_s = free_port(), time.perf_counter()
    process = subprocess.Popen(
        ["./run"],
        cwd=checkout,
        env=clean_environment(os.environ, home, port),
        stdout=subprocess.DEVNULL,
        stderr=sys.stderr,
        start_new_session=True,
    )
    try:
        wait_for_page(f"http://127.0.0.1:{port}/", process)
        return time.perf_counter() - began_s
    finally:
        _stop(process)


def wait_for_page(url: str, process: "subprocess.Popen[bytes]") -> None:
    """Until the page is there. Raises: NeverServed."""
    deadline_s = time.perf_counter() + GIVE_UP_AFTER_S
    while time.perf_counter() < deadline_s:
        if process.poll() is not None:
            raise NeverServed(f"./run ended with {process.returncode} before there was a page.")
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - this machine's own
            if b"<html" in answer.read().lower():
                return
        time.sleep(LOOK_EVERY_S)
    raise NeverServed(f"There was no page after {GIVE_UP_AFTER_S:.0f} s.")


def _stop(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(STOPS_WITHIN_S)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # whatever the set-up left behind
    process.wait()


def measure(*, warm: int, cold: bool) -> dict[str, Any]:
    """One cold start and so many warm ones."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home, checkout = Path(folder) / "home", ROOT
        home.mkdir()
        cold_s = None
        if cold:
            checkout = clone(Path(folder) / "sparring")
            cold_s = round(start_s(checkout, home), 1)
        warm_s = spread_of((start_s(checkout, home) for _ in range(warm)), digits=2)
    found = {"machine": machine(), "cold_s": cold_s, "warm_s": warm_s}
    return found | {"held": holds(cold_s, warm_s)}


def holds(cold_s: float | None, warm_s: Spread | None) -> bool:
    """Whether what was measured is within its targets."""
    return (cold_s is None or cold_s <= COLD_AT_MOST_S) and (warm_s is None or warm_s.p50 <= WARM_AT_MOST_S)


def main(arguments: Sequence[str]) -> int:
    """0 when both targets are reached, 1 otherwise."""
    parser = argparse.ArgumentParser(description="Measure how soon the first page is there.")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--warm", type=int, default=5)
    parser.add_argument("--only", choices=("warm",))
    options = parser.parse_args(arguments)
    try:
        found = measure(warm=options.warm, cold=options.only is None)
    except NeverServed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(told(found, as_json=options.json))
    return 0 if found["held"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
