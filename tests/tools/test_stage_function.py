"""The function's deployment: brain 2's own packages and nothing of brain 1's engine."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tools.record_grades import grades_now
from tools.stage_function import BRAIN_ONE, FUNCTIONS, PINS, ROOT, stage

GRADES = """
import json, sys
from datetime import UTC, datetime
from importlib.metadata import packages_distributions
from pathlib import Path
import function_app
from sparring.grade.rules.grader import grade
from sparring.rubric import find_rubric
from sparring.transcript import parse_transcript
call = parse_transcript(Path(sys.argv[1]).read_bytes(), source="call")
card = grade(call, find_rubric("inside_sales"), transcript_digest="0" * 64, graded_at=datetime.now(UTC))
owners = packages_distributions()
print(json.dumps([card.totals.score, sorted({owner for name in sys.modules for owner in owners.get(name, [])})]))
"""
"""What a deployed function does with a call: the score, and the packages that it took."""
CALL = ROOT / "tests" / "golden" / "calls" / "inside" / "charming.json"


def locked() -> dict[str, set[str]]:
    """Versions in the lock by package; some have one for each Python."""
    versions: dict[str, set[str]] = {}
    for package in tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]:
        versions.setdefault(package["name"], set()).add(package["version"])
    return versions


def pins() -> list[tuple[str, str]]:
    """Name and version of each line."""
    return re.findall(r"^([a-z0-9-]+)==([^\s;]+)", PINS.read_text("utf-8"), re.MULTILINE)


def test_the_function_has_the_locked_versions() -> None:
    """Every line names a version of uv.lock, and every package of the group `function` has one."""
    versions, pinned = locked(), pins()
    assert [f"{name}=={version}" for name, version in pinned if version not in versions.get(name, set())] == []
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    wanted = {re.split(r"[<>=;\[ ]", line)[0] for line in groups["function"]}
    assert wanted <= {name for name, _ in pinned}


def test_what_is_staged_grades_a_call_as_it_is_graded_here(tmp_path: Path) -> None:
    """With its data, and with no package that the function is not given: nothing of the call's engine among them."""
    stage(tmp_path / "sparring")
    path = os.pathsep.join([str(tmp_path), str(FUNCTIONS)])
    ran = subprocess.run(
        [sys.executable, "-c", GRADES, str(CALL)], env={"PYTHONPATH": path}, check=True, capture_output=True, text=True
    )
    score, packages = json.loads(ran.stdout)
    assert score == grades_now()["inside/charming"]["score"]
    assert {name.lower().replace("_", "-") for name in packages} - {"sparring"} <= {name for name, _ in pins()}


def test_what_is_staged_leaves_out_pages_and_voices(tmp_path: Path) -> None:
    """What brain 1 alone reads is there under the names that are left out, and most of the package."""
    package = ROOT / "src" / "sparring"
    assert [name for name in BRAIN_ONE if not (package / name).exists()] == []
    stage(tmp_path / "sparring")
    assert [name for name in BRAIN_ONE if (tmp_path / "sparring" / name).exists()] == []
