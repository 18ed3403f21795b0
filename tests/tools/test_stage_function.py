"""The function's deployment: brain 2's own packages and nothing of brain 1's engine."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tools.stage_function import FUNCTIONS, PINS, ROOT, stage

BRAIN_ONE = ("livekit", "aiortc", "av", "ctranslate2", "onnxruntime", "hibari", "scipy", "fastapi", "uvicorn", "typer")
ASKS = "import sys, json, function_app; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"


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


def test_what_is_staged_runs_without_brain_one(tmp_path: Path) -> None:
    """The staged source alone, with its data, indexes; nothing of the call's engine is imported."""
    stage(tmp_path / "sparring")
    assert list(tmp_path.rglob("pages.tar.xz")) == []
    path = os.pathsep.join([str(tmp_path), str(FUNCTIONS)])
    ran = subprocess.run(
        [sys.executable, "-c", ASKS], env={"PYTHONPATH": path}, check=True, capture_output=True, text=True
    )
    assert '"sparring"' in ran.stdout
    assert [name for name in BRAIN_ONE if f'"{name}"' in ran.stdout] == []
