"""The sizes that CONTRIBUTING.md allows, which no linter counts."""

import ast
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
