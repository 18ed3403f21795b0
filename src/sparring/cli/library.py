"""`sparring persona …` and `sparring rubric …`: what there is, what is in it, and whether a file of yours is right."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from sparring.cli.files import read_at_most
from sparring.cli.output import err, out, print_json, print_rows, so_many
from sparring.errors import DocumentRejected

if TYPE_CHECKING:
    from sparring.persona import Persona

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
    print_rows(("id", "who calls", "level", "who"), [_row(card) for card in cards])


def _row(card: dict[str, Any]) -> tuple[str, ...]:
    who = f"{card['name']}, {card['role']}"
    return card["id"], "they" if card["call_direction"] == "buyer_calls" else "you", card["difficulty"], escape(who)


@persona.command("show")
def persona_show(persona_id: str, *, as_json: AsJson = False) -> None:
    """What a rep may read of one buyer; with --json its whole file, hidden part included, for who writes buyers."""
    from sparring.persona import find_persona, public_card  # noqa: PLC0415

    found = find_persona(persona_id, _personas_dir())
    _show(found.model_dump(mode="json") if as_json else public_card(found), as_json=as_json)


@persona.command("check")
def persona_check(
    files: Annotated[list[Path] | None, typer.Argument()] = None,
    *,
    way: Annotated[
        bool | None, typer.Option(help="Print the shortest way to success; else for named files only.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Every mistake in persona files, or in the installed personas, and a proof that each can be won.

    The proof is a search over the buyer's mind: every hidden fact earned, every objection settled, the goal reached, no
    dead end. Exit status 1 if something is to mend. Cues that would answer other questions than theirs, and example
    questions that another fact than theirs would answer, are named as well: advice, which leaves the exit status alone.
    """
    from sparring.call.example_check import examples_led_astray  # noqa: PLC0415
    from sparring.documents import dump_document  # noqa: PLC0415
    from sparring.persona import MAX_PERSONA_BYTES, broad_cues  # noqa: PLC0415

    documents = _documents(files, MAX_PERSONA_BYTES) if files else [(one.id, dump_document(one)) for one in _personas()]
    read = [(source, _read(data, source)) for source, data in documents]
    found = [(source, *_proven(one, source)) for source, one in read]
    wanted = bool(files) if way is None else way
    ways = {source: steps for source, _, steps in found if wanted and steps}
    advice = {
        source: (*broad_cues(one), *examples_led_astray(one)) for source, one in read if not isinstance(one, tuple)
    }
    _report([(source, problems) for source, problems, _ in found], as_json=as_json, ways=ways, advice=advice)


def _read(data: bytes | DocumentRejected, source: str) -> "Persona | tuple[DocumentRejected, ...]":
    """The persona in a file, or why there is none."""
    from sparring.persona import parse_persona, refusals_of  # noqa: PLC0415

    if isinstance(data, DocumentRejected):
        return (data,)
    try:
        return parse_persona(data, source=source)
    except DocumentRejected:
        return refusals_of(data, source=source)


def _proven(
    found: "Persona | tuple[DocumentRejected, ...]", source: str
) -> tuple[tuple[str, ...], dict[str, Any] | None]:
    """The mistakes of one file, and the shortest way through if there is one."""
    if isinstance(found, tuple):
        return tuple(refusal.sentence for refusal in found), None
    problems, way = proof_of(found)
    return tuple(f"{source}: {problem}" for problem in problems), way


def proof_of(found: "Persona") -> tuple[tuple[str, ...], dict[str, Any] | None]:
    """The mistakes of one persona, and the hardest way through as its level and the turns taken, if there is one."""
    from sparring.call.proof import proven  # noqa: PLC0415

    proof = proven(found)
    if proof.way is None or not proof.way.agreed:
        return proof.problems, None
    turns = [{"rep": rep, "buyer": buyer} for rep, buyer in proof.way.moves]
    return proof.problems, {"difficulty": proof.way.level, "turns": turns}


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
    columns = ("id", "version", "title", "points", "pass at")
    print_rows(columns, [[escape(str(value)) for value in row.values()] for row in rows])


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

    def mistakes(data: bytes | DocumentRejected, source: str) -> list[str]:
        if isinstance(data, DocumentRejected):
            return [data.sentence]
        return [error.sentence for error in check_rubric(data, source=source)]

    shipped = [(one.id, dump_document(one)) for one in load_rubrics().values()]
    documents = _documents(files, MAX_RUBRIC_BYTES) if files else shipped
    _report([(source, mistakes(data, source)) for source, data in documents], as_json=as_json)


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


def _documents(files: Iterable[Path], max_bytes: int) -> Iterator[tuple[str, bytes | DocumentRejected]]:
    """Each file's name and bytes, or why it cannot be read: one bad name keeps no other file from its check."""
    for path in files:
        try:
            yield path.name, read_at_most(path, max_bytes)
        except DocumentRejected as error:
            yield path.name, error


def _report(
    found: Sequence[tuple[str, Sequence[str]]],
    *,
    as_json: bool,
    ways: Mapping[str, dict[str, Any]] = MappingProxyType({}),
    advice: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> None:
    if as_json:
        print_json(
            [
                {"source": source, "problems": list(problems)}
                | ({"way": ways[source]} if source in ways else {})
                | ({"advice": list(advice[source])} if advice.get(source) else {})
                for source, problems in found
            ]
        )
    else:
        for source, problems in found:
            out.print(
                f"{escape(source)}: " + ("[green]right[/]" if not problems else f"[red]{len(problems)} to mend[/]")
            )
            for problem in problems:
                err.print(f"  {problem}", markup=False)
            for sentence in advice.get(source, ()):
                out.print(f"  Better: {sentence}", markup=False, highlight=False, soft_wrap=True)
            if source in ways:
                print_way(ways[source])
    if any(problems for _, problems in found):
        raise typer.Exit(1)


def print_way(way: dict[str, Any]) -> None:
    """The shortest way to success, turn by turn, as a proof of `_proven` tells it."""
    turns = sum(bool(turn["rep"]) for turn in way["turns"])
    out.print(f"Shortest way found, on {way['difficulty']}: {so_many(turns, 'turn')} of the rep.")
    for turn in way["turns"]:
        if turn["rep"]:
            out.print(f"  Rep:   {turn['rep']}", markup=False, highlight=False, soft_wrap=True)
        out.print(f"  Buyer: {turn['buyer']}", markup=False, highlight=False, soft_wrap=True)
