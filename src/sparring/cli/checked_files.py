"""What `sparring persona` and `sparring rubric` share: one document shown, and what a check of several files found."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from sparring.cli.files import read_at_most
from sparring.cli.output import err, out, print_json
from sparring.errors import DocumentRejected

AsJson = Annotated[bool, typer.Option("--json", help="One JSON value instead of text.")]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file.

    `problems`: sentences, each to be mended. `way`: through the call to its success, for a persona that has one.
    `advice`: sentences about what would be better, which make no file wrong.
    """

    source: str
    problems: tuple[str, ...]
    way: dict[str, Any] | None = None
    advice: tuple[str, ...] = ()


def show(value: dict[str, Any], *, as_json: bool) -> None:
    """One document: on one line for machines, else laid out."""
    if as_json:
        print_json(value)
    else:
        out.print_json(json.dumps(value))


def documents_in(files: Iterable[Path], max_bytes: int) -> Iterator[tuple[str, bytes | DocumentRejected]]:
    """Each file's name and bytes, or why it cannot be read: one bad name keeps no other file from its check."""
    for path in files:
        try:
            yield path.name, read_at_most(path, max_bytes)
        except DocumentRejected as error:
            yield path.name, error


def report(found: Sequence[Checked], *, as_json: bool, way: Callable[[dict[str, Any]], None] | None = None) -> None:
    """Print all of it, `way` with the function of that name. Raises: typer.Exit with 1 if something is to mend."""
    if as_json:
        print_json([_as_json(one) for one in found])
    for one in () if as_json else found:
        verdict = "[green]right[/]" if not one.problems else f"[red]{len(one.problems)} to mend[/]"
        out.print(f"{escape(one.source)}: {verdict}")
        for problem in one.problems:
            err.print(f"  {problem}", markup=False)
        for sentence in one.advice:
            out.print(f"  Better: {sentence}", markup=False, highlight=False, soft_wrap=True)
        if one.way and way:
            way(one.way)
    if any(one.problems for one in found):
        raise typer.Exit(1)


def _as_json(one: Checked) -> dict[str, Any]:
    found: dict[str, Any] = {"source": one.source, "problems": list(one.problems)}
    return found | ({"way": one.way} if one.way else {}) | ({"advice": list(one.advice)} if one.advice else {})
