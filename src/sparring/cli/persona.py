"""`sparring persona list`, `show`, `check`: the buyers, what a rep may read of them, and what is wrong with a file.

`sparring persona new` is in `persona_new.py`.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from sparring.cli.checked_files import AsJson, Checked, documents_in, report, show
from sparring.cli.output import out, print_json, print_rows, so_many
from sparring.errors import DocumentRejected

if TYPE_CHECKING:
    from sparring.persona import Persona

persona = typer.Typer(help="The buyers: list, show, check, or make a new one.", no_args_is_help=True)


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
    show(found.model_dump(mode="json") if as_json else public_card(found), as_json=as_json)


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
    from sparring.documents import dump_document  # noqa: PLC0415
    from sparring.persona import MAX_PERSONA_BYTES  # noqa: PLC0415

    installed = [(one.id, dump_document(one)) for one in _personas()] if not files else []
    documents = documents_in(files, MAX_PERSONA_BYTES) if files else installed
    shows_way = bool(files) if way is None else way
    report([_checked(data, source, shows_way=shows_way) for source, data in documents], as_json=as_json, way=print_way)


def _checked(data: bytes | DocumentRejected, source: str, *, shows_way: bool) -> Checked:
    """One file: its mistakes, the shortest way through it, and what would be better."""
    from sparring.call.example_check import examples_led_astray  # noqa: PLC0415
    from sparring.persona import broad_cues  # noqa: PLC0415

    read = _read(data, source)
    if isinstance(read, tuple):
        return Checked(source, tuple(refusal.sentence for refusal in read))
    problems, way = proof_of(read)
    named = tuple(f"{source}: {problem}" for problem in problems)
    advice = (*broad_cues(read), *examples_led_astray(read))
    return Checked(source, named, way if shows_way else None, advice)


def _read(data: bytes | DocumentRejected, source: str) -> "Persona | tuple[DocumentRejected, ...]":
    """The persona in a file, or why there is none."""
    from sparring.persona import parse_persona, refusals_of  # noqa: PLC0415

    if isinstance(data, DocumentRejected):
        return (data,)
    try:
        return parse_persona(data, source=source)
    except DocumentRejected:
        return refusals_of(data, source=source)


def proof_of(found: "Persona") -> tuple[tuple[str, ...], dict[str, Any] | None]:
    """The mistakes of one persona, and the hardest way through as its level and the turns taken, if there is one."""
    from sparring.call.proof import proven  # noqa: PLC0415

    proof = proven(found)
    if proof.way is None or not proof.way.agreed:
        return proof.problems, None
    turns = [{"rep": rep, "buyer": buyer} for rep, buyer in proof.way.moves]
    return proof.problems, {"difficulty": proof.way.level, "turns": turns}


def print_way(way: dict[str, Any]) -> None:
    """The shortest way to success, turn by turn, as `proof_of` tells it."""
    turns = sum(bool(turn["rep"]) for turn in way["turns"])
    out.print(f"Shortest way found, on {way['difficulty']}: {so_many(turns, 'turn')} of the rep.")
    for turn in way["turns"]:
        if turn["rep"]:
            out.print(f"  Rep:   {turn['rep']}", markup=False, highlight=False, soft_wrap=True)
        out.print(f"  Buyer: {turn['buyer']}", markup=False, highlight=False, soft_wrap=True)


def _personas_dir() -> Path | None:
    from sparring.config import read_config  # noqa: PLC0415

    return read_config(os.environ).personas_dir


def _personas() -> Any:
    from sparring.persona import load_personas  # noqa: PLC0415

    return load_personas(_personas_dir())
