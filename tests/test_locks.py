"""The lock files name public registries alone and hold every platform's packages."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parent.parent


def hosts(text: str) -> set[str | None]:
    return {urlsplit(url).hostname for url in re.findall(r'https?://[^"\s]+', text)}


@pytest.fixture(scope="module", params=["frontend", "tests/emulators"])
def npm_packages(request: pytest.FixtureRequest) -> dict[str, dict[str, Any]]:
    lock: dict[str, Any] = json.loads((ROOT / request.param / "package-lock.json").read_text("utf-8"))
    packages: dict[str, dict[str, Any]] = lock["packages"]
    return packages


def test_uv_lock_names_pypi_alone() -> None:
    """A lock made against another index would not install elsewhere."""
    assert hosts((ROOT / "uv.lock").read_text("utf-8")) == {"pypi.org", "files.pythonhosted.org"}


def test_npm_lock_names_npm_alone(npm_packages: dict[str, dict[str, Any]]) -> None:
    """`resolved` is left out or names the public registry."""
    resolved = {urlsplit(package["resolved"]).hostname for package in npm_packages.values() if "resolved" in package}
    assert resolved <= {"registry.npmjs.org"}


def test_every_npm_package_has_a_digest(npm_packages: dict[str, dict[str, Any]]) -> None:
    """Whatever registry serves it, the bytes are the locked ones."""
    without = [
        path
        for path, package in npm_packages.items()
        if path and "integrity" not in package and not package.get("inBundle") and not package.get("link")
    ]
    assert without == []


def test_every_platform_is_in_the_npm_lock(npm_packages: dict[str, dict[str, Any]]) -> None:
    """A lock made while some platform's binary was missing makes `npm ci` fail on every platform."""
    missing = [
        f"{path} -> {name}"
        for path, package in npm_packages.items()
        for name in package.get("optionalDependencies", {})
        if f"node_modules/{name}" not in npm_packages and f"{path}/node_modules/{name}" not in npm_packages
    ]
    assert missing == []


def test_direct_npm_dependencies_are_pinned_exactly() -> None:
    """`@livekit/components-react` 3.0.0 is older code than 2.9.24: nothing may float."""
    package = json.loads((ROOT / "frontend" / "package.json").read_text("utf-8"))
    wanted = {**package["dependencies"], **package["devDependencies"]}
    assert [name for name, version in wanted.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
    assert wanted["@livekit/components-react"] == "2.9.24"
