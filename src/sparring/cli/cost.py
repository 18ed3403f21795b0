"""`sparring cost`: what the services of a call, or of many, were used for, and what that cost by the price table."""

import asyncio
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from sparring.cli.files import read_at_most
from sparring.cli.named_calls import EveryCall, NewestCalls, OneCall, named_calls
from sparring.cli.output import out, print_json, print_rows, so_many
from sparring.errors import PricesRejected

if TYPE_CHECKING:
    from sparring.prices import Charged, Cost, PriceTable
    from sparring.transcript import Transcript, Usage


@dataclass(frozen=True, slots=True)
class _Spent:
    """What one call used, its grading included; None: nobody counted."""

    call_id: str
    usage: "tuple[Usage, ...] | None"


def cost(
    call: OneCall = None,
    *,
    last: NewestCalls = None,
    every: EveryCall = False,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON.")] = False,
) -> None:
    """What calls cost, grading included. What nobody has listed a price for is unpriced; it did not cost nothing."""
    from sparring.prices import cost_of  # noqa: PLC0415
    from sparring.usage import added_up  # noqa: PLC0415

    transcripts = named_calls(call, last=last, every=every)
    of_a_file = call is not None and call.endswith(".json")
    spent = [_Spent(one.call_id, one.usage) for one in transcripts] if of_a_file else asyncio.run(_spent(transcripts))
    table = _prices()
    counted = [one.usage for one in spent if one.usage is not None]
    made = cost_of(added_up(counted), table)
    if as_json:
        print_json(_plain(made, spent, table))
    elif not counted:
        out.print("Nothing was counted: these calls are of an earlier version, were lost, or there are none.")
    elif not made.charged:
        out.print("No service was used: written calls on this machine's own engines.")
    else:
        _print(made, calls=len(counted), uncounted=len(spent) - len(counted))


async def _spent(transcripts: "Sequence[Transcript]") -> list[_Spent]:
    from sparring.bootstrap.finished_calls import finished_calls  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415

    async with finished_calls(read_config(os.environ)) as finished:
        graded = [await finished.usage_of_grading(one.call_id) for one in transcripts]
    return [
        _Spent(one.call_id, None if one.usage is None and not judge else (*(one.usage or ()), *judge))
        for one, judge in zip(transcripts, graded, strict=True)
    ]


def _prices() -> "PriceTable":
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.prices import MAX_PRICES_BYTES, parse_prices, shipped_prices  # noqa: PLC0415

    own = read_config(os.environ).prices
    if own is None:
        return shipped_prices()
    return parse_prices(read_at_most(own, MAX_PRICES_BYTES, rejected=PricesRejected), source=own.name)


def _plain(made: "Cost", spent: Sequence[_Spent], table: "PriceTable") -> dict[str, Any]:
    from sparring.prices import cost_of  # noqa: PLC0415

    costs = {one.call_id: cost_of(one.usage, table) if one.usage is not None else None for one in spent}
    return _sum(made if any(costs.values()) else None) | {
        "currency": made.currency,
        "prices_of": made.oldest.isoformat() if made.oldest else None,
        "charged": [
            one.usage.model_dump(mode="json") | {"cost": None if one.cost is None else float(one.cost)}
            for one in made.charged
        ],
        "calls": [{"call_id": call_id} | _sum(cost) for call_id, cost in costs.items()],
    }


def _sum(cost: "Cost | None") -> dict[str, Any]:
    """Null: nobody counted, which is not the same as nothing."""
    if cost is None:
        return {"known": None, "whole": False, "estimated": False}
    return {"known": float(cost.known), "whole": cost.whole, "estimated": cost.estimated}


def _print(made: "Cost", *, calls: int, uncounted: int) -> None:
    rows = [
        (one.usage.part, escape(one.usage.service), escape(one.usage.model), _amount(one), _shown(one, made.currency))
        for one in made.charged
    ]
    print_rows(("part", "service", "model", "used", "cost"), rows)
    total = f"{made.known:.4f} {made.currency}" + (", estimates included" if made.estimated else "")
    out.print(f"Together {total}." if made.whole else f"At least {total}; what is unpriced comes on top.")
    if calls > 1:
        out.print(f"{calls} calls, {made.known / calls:.4f} {made.currency} a call.")
    if uncounted:
        out.print(f"Of {so_many(uncounted, 'further call')} nothing was counted.")
    if made.oldest is not None:
        out.print(f"[dim]List prices of {made.oldest} or later, without tax or agreement.[/]")


def _amount(one: "Charged") -> str:
    about = "about " if one.usage.estimated else ""
    return f"{about}{one.usage.amount:,} {one.usage.unit.replace('_', ' ')}"


def _shown(one: "Charged", currency: str) -> str:
    return "[yellow]unpriced[/]" if one.cost is None else f"{one.cost:.4f} {currency}"
