"""`./run test`: what stops it, what is tried twice, and that no test falls between its steps."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tools.check import REAL_TIME, STAGES, Step, main

from tools import check

MARKED = re.compile(r"pytest\.mark\.(browser|speech)\b")
WELL, ILL = [sys.executable, "-c", ""], [sys.executable, "-c", "raise SystemExit('ill')"]
WELL_AGAIN = [sys.executable, "-c", "import sys; sys.exit(sys.argv[-1] != '--last-failed')"]


@pytest.fixture
def stages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[list[Step]]]:
    """None yet, in a checkout of its own."""
    own: list[list[list[Step]]] = []
    monkeypatch.setattr(check, "ROOT", tmp_path)
    monkeypatch.setattr(check, "STAGES", own)
    monkeypatch.setattr(sys, "argv", ["check.py"])
    return own


def test_the_first_stage_that_fails_is_the_last(
    stages: list[list[list[Step]]], capfd: pytest.CaptureFixture[str]
) -> None:
    """The other steps of its lanes are run; what comes after is not."""
    stages += [
        [[Step("one", ILL), Step("two", WELL)], [Step("three", WELL)]],
        [[Step("four", WELL)]],
    ]
    assert main() == 1
    out, err = capfd.readouterr()
    assert [name for name in ("one", "two", "three", "four") if f"== {name}\n" in out] == ["one", "two", "three"]
    assert "== one\nill\n" in out
    assert err == "one failed\n"


def test_what_keeps_real_time_is_tried_once_more(stages: list[list[list[Step]]]) -> None:
    """And passes when it then does; nothing else gets a second try, and nothing a third."""
    stages += [[[Step("call", WELL_AGAIN, twice=True)]]]
    assert main() == 0
    stages[:] = [[[Step("call", ILL, twice=True)]]]
    assert main() == 1
    stages[:] = [[[Step("types", WELL_AGAIN)]]]
    assert main() == 1


def test_a_call_that_hangs_is_a_failure_and_says_where(
    stages: list[list[list[Step]]], capfd: pytest.CaptureFixture[str]
) -> None:
    """Asked to end first, so that pytest shows the line; and tried once more like any other."""
    at_the_first_try = '[ "$0" = --last-failed ] || { trap "echo here; exit 1" INT; sleep 60 & wait; }'
    hangs = ["/bin/sh", "-c", at_the_first_try]
    stages += [[[Step("call", hangs, twice=True, within_s=1)], [Step("other", WELL)]]]
    assert main() == 0
    out, err = capfd.readouterr()
    assert ("here" in out, err) == (True, "call was not over in 1 s\n")


def test_who_is_left_behind_keeps_nobody_waiting(stages: list[list[list[Step]]]) -> None:
    """It holds what its parent prints to, and ends with the step."""
    leaves = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])"
    stages += [[[Step("leaves", [sys.executable, "-c", leaves])], [Step("other", WELL)]]]
    assert main() == 0


def test_of_a_step_beside_another_only_the_end_is_shown(
    stages: list[list[list[Step]]], capfd: pytest.CaptureFixture[str]
) -> None:
    """Nine thousand names of tests tell nobody anything."""
    counts = [sys.executable, "-c", "print(*range(500), sep='\\n')"]
    stages += [[[Step("counts", counts)], [Step("other", WELL)]]]
    assert main() == 0
    shown = capfd.readouterr().out.splitlines()
    assert ("499" in shown, "487" in shown) == (True, False)


def test_processes_of_ours_are_compiled_once(stages: list[list[list[Step]]], capfd: pytest.CaptureFixture[str]) -> None:
    """Also on a machine that asks Python to write no byte code."""
    stages += [[[Step("flag", [sys.executable, "-c", "import sys; print(sys.dont_write_bytecode)"])]]]
    assert main() == 0
    assert "False" in capfd.readouterr().out


@pytest.mark.parametrize("ci", [True, False])
def test_a_file_left_in_the_checkout_fails_ci_alone(
    stages: list[list[list[Step]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    *,
    ci: bool,
) -> None:
    """What lay there before is nobody's fault; on a desk a new file is said to be there, and may be its owner's."""
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    (tmp_path / "mine.txt").touch()
    monkeypatch.delenv("CI", raising=False)
    if ci:
        monkeypatch.setenv("CI", "true")
    stages += [[[Step("writes", ["/bin/sh", "-c", ": >client.log"])]]]
    assert main() == int(ci)
    assert capfd.readouterr().err == "left in the checkout: client.log\n"
    assert main() == 0


def test_every_test_in_real_time_is_where_its_steps_look() -> None:
    """A mark anywhere else would leave its test unrun."""
    files = [path for path in Path("tests").rglob("test_*.py") if path.name != Path(__file__).name]
    marked = {path.as_posix() for path in files if MARKED.search(path.read_text("utf-8"))}
    assert {path for path in marked if not path.startswith(REAL_TIME)} == set()
    assert marked


def test_the_steps_leave_no_mark_out() -> None:
    """Each pair of the two marks has steps; where two share one, what the first leaves out is what the second takes."""
    steps = [step.command for stage in STAGES for lane in stage for step in lane if step.command[0] == "pytest"]
    picks = {tuple(command[at + 1] for at, word in enumerate(command) if word in ("-m", "-k")) for command in steps}
    assert picks == {
        ("not browser and not speech",),
        ("speech and not browser",),
        ("browser and not speech",),
        ("browser and speech", "room_call or azure_call"),
        ("browser and speech", "not (room_call or azure_call)"),
        (),  # the collection
    }
