"""What CONTRIBUTING.md asks for and no linter counts: sizes, and tests that mirror the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FUNCTION_LINES, FILE_LINES = 40, 400


def sources() -> dict[Path, str]:
    """Every module of the package."""
    return {file: file.read_text("utf-8") for file in sorted((ROOT / "src" / "sparring").rglob("*.py"))}


def test_no_function_is_longer_than_forty_lines() -> None:
    """Signature and docstring count: what takes longer than a screen to read does more than one thing."""
    functions = (
        (node.end_lineno - node.lineno + 1 if node.end_lineno else 0, f"{file.relative_to(ROOT)}: {node.name}")
        for file, text in sources().items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert [named for lines, named in functions if lines > FUNCTION_LINES] == []


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    """What is longer holds more than one subject."""
    assert [file for file, text in sources().items() if text.count("\n") > FILE_LINES] == []


UNMIRRORED = {
    "cli/agent.py": "bootstrap/agent.py behind two lines; run by tests/e2e/test_rooms.py",
    "cli/demo.py": "prints what bootstrap/spoken_demo.py brings; run by tests/e2e/test_spoken_demo.py",
    "cli/stored.py": "opens and closes the store for commands that have tests of their own",
    "web/services.py": "two look-ups that every request of tests/web makes",
}
"""Modules that do something and have no test file of their own, each with where it is tested."""

OF_NO_MODULE = {
    "grade/judge/test_structured_outputs.py": "tests/fakes/structured_outputs.py",
    "grade/test_calibration.py": "both brains' calls of known quality, through the whole grader",
    "grade/test_metamorphic.py": "what must not move a grade, through the whole grader",
    "functions/test_runtime_library.py": "functions/function_app.py under Microsoft's own worker library",
    "infra/test_bicep.py": "infra/*.bicep",
    "test_docs.py": "docs/",
    "test_frontend.py": "frontend/tests",
    "test_house_style.py": "this",
    "test_limits.py": "tests/limits.py",
    "test_locks.py": "uv.lock and package-lock.json",
    "test_order.py": "tests/order.py",
    "test_queries.py": "docs/queries",
}
"""Test files that mirror no module, each with what they are about."""

PROGRAMS = ("bench", "functions", "tools")
"""Folders beside the package whose tests mirror them too."""

BY_CASE = {"abuse", "contracts", "e2e", "faults"}
"""Folders of tests that are named by what happens and not by where."""


def test_what_does_something_has_its_tests_at_the_mirrored_path() -> None:
    """A stranger finds the tests of any module without a search; protocols, tables and plain values need none."""
    package = ROOT / "src" / "sparring"
    at_work = [file.relative_to(package) for file, text in sources().items() if _does_something(ast.parse(text))]
    missing = {file.as_posix() for file in at_work if not (ROOT / "tests" / _mirrored(file)).exists()}
    assert missing - UNMIRRORED.keys() == set()
    assert UNMIRRORED.keys() - missing == set(), "it has its tests by now"


def test_every_test_file_has_its_module() -> None:
    """What was renamed took its tests along."""
    tests = [file.relative_to(ROOT / "tests") for file in (ROOT / "tests").rglob("test_*.py")]
    package = ROOT / "src" / "sparring"
    mirrors = {_mirrored(file.relative_to(package)) for file in sources()}
    mirrors |= {_mirrored(file.relative_to(ROOT)) for name in PROGRAMS for file in (ROOT / name).rglob("*.py")}
    orphans = {file.as_posix() for file in tests if file not in mirrors and file.parts[0] not in BY_CASE}
    assert orphans - OF_NO_MODULE.keys() == set()
    assert OF_NO_MODULE.keys() - orphans == set(), "it mirrors a module by now"


def test_what_measures_stands_above_what_makes_and_both_above_the_package() -> None:
    """`bench` may ask `tools`, and both the package; nothing is asked back."""
    above = {"src": {"bench", "tools", "functions", "tests"}, "functions": {"bench", "tools"}, "tools": {"bench"}}
    back = [
        f"{file.relative_to(ROOT)}: {name}"
        for folder, kept_from in above.items()
        for file in sorted((ROOT / folder).rglob("*.py"))
        for name in _imported(ast.parse(file.read_text("utf-8")))
        if name.partition(".")[0] in kept_from
    ]
    assert back == []


def _imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""


def _mirrored(module: Path) -> Path:
    """Where its tests are; those of a package lie in the package's folder, under the package's name."""
    name = module.stem.strip("_") if module.stem != "__init__" else module.parent.name
    return module.parent / f"test_{name}.py"


def _does_something(module: ast.Module) -> bool:
    """Whether any function has a body besides its docstring, and the module does not only hand on names."""
    functions = (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return any(not _is_documentation(line) for function in functions for line in function.body)


def _is_documentation(line: ast.stmt) -> bool:
    return isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)
