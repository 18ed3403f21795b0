"""`sparring persona …` and `sparring rubric …`: what there is, what is in it, and whether a file of yours is right."""

import json
import os
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from sparring.cli.files import read_at_most
from sparring.cli.output import err, out, print_json

AsJson = Annotated[bool, typer.Option("--json", help="One JSON value instead of text.")]

persona = typer.Typer(help="The buyers: list, show, check.", no_args_is_help=True)
rubric = typer.Typer(help="What calls are graded by: list, show, check.", no_args_is_help=True)


@persona.command("list")
def persona_list(*, as_json: AsJson = False) -> None:
    """Every buyer."""
    from sparring.persona import public_card  # noqa: PLC0415

    cards = [public_card(one) for one in _personas()]
    if as_json:
        print_json(cards)
        return
    table = Table("id", "name", "role", "who calls", "rubric", "difficulty")
    for card in cards:
        direction = "they call you" if card["call_direction"] == "buyer_calls" else "you call them"
        table.add_row(card["id"], card["name"], card["role"], direction, card["rubric_id"], card["difficulty"])
    out.print(table)


@persona.command("show")
def persona_show(persona_id: str, *, as_json: AsJson = False) -> None:
    """One buyer, hidden part included: for coaches, not for reps."""
    from sparring.persona import find_persona  # noqa: PLC0415

    _show(find_persona(persona_id, _personas_dir()).model_dump(mode="json"), as_json=as_json)


@persona.command("check")
def persona_check(files: Annotated[list[Path] | None, typer.Argument()] = None, *, as_json: AsJson = False) -> None:
    """Every mistake in persona files, or in the installed personas. Exit status 1 if there is one."""
    from sparring.call.proof import check_persona  # noqa: PLC0415
    from sparring.documents import dump_document  # noqa: PLC0415
    from sparring.errors import PersonaRejected  # noqa: PLC0415
    from sparring.persona import MAX_PERSONA_BYTES, parse_persona  # noqa: PLC0415

    def mistakes(data: bytes, source: str) -> list[str]:
        try:
            return [f"{source}: {problem}" for problem in check_persona(parse_persona(data, source=source))]
        except PersonaRejected as error:
            return [error.sentence]

    documents = [(path.name, read_at_most(path, MAX_PERSONA_BYTES)) for path in files or []] or [
        (one.id, dump_document(one)) for one in _personas()
    ]
    _report({source: mistakes(data, source) for source, data in documents}, as_json=as_json)


@rubric.command("list")
def rubric_list(*, as_json: AsJson = False) -> None:
    """Every rubric."""
    from sparring.rubric import load_rubrics  # noqa: PLC0415

    rows = [
        {"id": one.id, "version": one.version, "title": one.title, "points": one.points, "pass_score": one.pass_score}
        for one in load_rubrics().values()
    ]
    if as_json:
        print_json(rows)
        return
    table = Table("id", "version", "title", "points", "pass at")
    for row in rows:
        table.add_row(*(str(value) for value in row.values()))
    out.print(table)


@rubric.command("show")
def rubric_show(rubric_id: str, *, as_json: AsJson = False) -> None:
    """One rubric."""
    from sparring.rubric import find_rubric  # noqa: PLC0415

    _show(find_rubric(rubric_id).model_dump(mode="json"), as_json=as_json)


@rubric.command("check")
def rubric_check(files: Annotated[list[Path] | None, typer.Argument()] = None, *, as_json: AsJson = False) -> None:
    """Every mistake in rubric files, or in the shipped rubrics when none is given. Exit status 1 if there is one."""
    from sparring.documents import dump_document  # noqa: PLC0415
    from sparring.rubric import MAX_RUBRIC_BYTES, check_rubric, load_rubrics  # noqa: PLC0415

    documents = [(path.name, read_at_most(path, MAX_RUBRIC_BYTES)) for path in files or []] or [
        (one.id, dump_document(one)) for one in load_rubrics().values()
    ]
    found = {source: [error.sentence for error in check_rubric(data, source=source)] for source, data in documents}
    _report(found, as_json=as_json)


def _personas_dir() -> Path | None:
    from sparring.config import read_config  # noqa: PLC0415

    return read_config(os.environ).personas_dir


def _personas() -> Any:
    from sparring.persona import load_personas  # noqa: PLC0415

    return load_personas(_personas_dir())


def _show(value: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print_json(value)
    else:
        out.print_json(json.dumps(value))


def _report(found: dict[str, list[str]], *, as_json: bool) -> None:
    if as_json:
        print_json([{"source": source, "problems": problems} for source, problems in found.items()])
    else:
        for source, problems in found.items():
            out.print(f"{source}: " + ("[green]right[/]" if not problems else f"[red]{len(problems)} to mend[/]"))
            for problem in problems:
                err.print(f"  {problem}", markup=False)
    if any(found.values()):
        raise typer.Exit(1)
