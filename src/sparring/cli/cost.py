"""`sparring cost CALL`: what a call's services were used for, and what that cost by the price table."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from sparring.cli.files import read_at_most
from sparring.cli.output import out, print_json, print_rows
from sparring.errors import PricesRejected, TranscriptRejected

if TYPE_CHECKING:
    from sparring.prices import Charged, Cost


def cost(
    call: Annotated[str, typer.Argument(help="A call's id, or a transcript as JSON.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON.")] = False,
) -> None:
    """What a call cost. A price that nobody has listed is shown as unknown; engines of this machine cost nothing."""
    usage, made = _cost(call)
    if as_json:
        print_json(_plain(made) if usage else {"known": None, "whole": False, "charged": []})
    elif not usage:
        out.print("Nothing was counted on this call: it is of an earlier version, was lost, or was typed.")
    else:
        _print(made)


def _cost(call: str) -> "tuple[bool, Cost]":
    from sparring.cli.latency import transcript_path  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.prices import MAX_PRICES_BYTES, cost_of, parse_prices, shipped_prices  # noqa: PLC0415
    from sparring.transcript import MAX_TRANSCRIPT_BYTES, parse_transcript  # noqa: PLC0415

    config = read_config(os.environ)
    path = transcript_path(config.data_dir, call)
    data = read_at_most(path, MAX_TRANSCRIPT_BYTES, rejected=TranscriptRejected)
    usage = parse_transcript(data, source=path.name).usage or ()
    table = shipped_prices()
    if config.prices is not None:
        own: Path = config.prices
        table = parse_prices(read_at_most(own, MAX_PRICES_BYTES, rejected=PricesRejected), source=own.name)
    return bool(usage), cost_of(usage, table)


def _plain(made: "Cost") -> dict[str, Any]:
    return {
        "currency": made.currency,
        "known": float(made.known),
        "whole": made.whole,
        "prices_of": made.oldest.isoformat() if made.oldest else None,
        "charged": [
            one.usage.model_dump(mode="json") | {"cost": None if one.cost is None else float(one.cost)}
            for one in made.charged
        ],
    }


def _print(made: "Cost") -> None:
    rows = [
        (one.usage.part, escape(one.usage.service), escape(one.usage.model), _amount(one), _shown(one, made.currency))
        for one in made.charged
    ]
    print_rows(("part", "service", "model", "used", "cost"), rows)
    total = f"{made.known:.4f} {made.currency}"
    out.print(f"Together {total}." if made.whole else f"At least {total}; what is unknown comes on top.")
    if made.oldest is not None:
        out.print(f"[dim]List prices of {made.oldest} or later, without tax or agreement.[/]")


def _amount(one: "Charged") -> str:
    return f"{one.usage.amount:,} {one.usage.unit.replace('_', ' ')}"


def _shown(one: "Charged", currency: str) -> str:
    return "[yellow]unknown[/]" if one.cost is None else f"{one.cost:.4f} {currency}"
