"""What a call cost: what its services were used for, by a table of prices with source and date.

Flows in: a transcript's usage, and a price table. Flows out: a sum of what has a known price, and what has none, by
name: an unknown price is never nothing.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fnmatch import fnmatchcase
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sparring.documents import Document, parse_document
from sparring.errors import PricesRejected
from sparring.transcript import Label, Usage

MAX_PRICES_BYTES = 262_144
_MILLION = Decimal(1_000_000)


class Price(Document):
    """The price of a million of one unit. `service` and `model` may end in `*`; the first line that fits counts."""

    service: Label
    model: Label
    unit: Annotated[str, StringConstraints(max_length=40)]
    per_million: Annotated[float, Field(ge=0, le=1_000_000)]
    source: Annotated[str, StringConstraints(max_length=300)]
    retrieved: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]


class PriceTable(Document):
    """All prices, in one currency."""

    schema_version: Literal["1"] = "1"
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    note: Annotated[str, StringConstraints(max_length=400)] = ""
    prices: Annotated[tuple[Price, ...], Field(max_length=1_000)]

    def price_of(self, usage: Usage) -> Price | None:
        """None when nobody has listed it."""
        for price in self.prices:
            fits = fnmatchcase(usage.service, price.service) and fnmatchcase(usage.model, price.model)
            if fits and price.unit == usage.unit:
                return price
        return None


@dataclass(frozen=True, slots=True)
class Charged:
    """One use and what it cost; None: its price is not known."""

    usage: Usage
    cost: Decimal | None
    price: Price | None


@dataclass(frozen=True, slots=True)
class Cost:
    """What a call cost. `known` is the sum of what has a price; the call cost no less. `oldest`: of the prices used."""

    currency: str
    known: Decimal
    charged: tuple[Charged, ...]
    oldest: date | None

    @property
    def whole(self) -> bool:
        """Whether everything that was used has a known price."""
        return all(one.cost is not None for one in self.charged)

    @property
    def estimated(self) -> bool:
        """Whether some of what was used was reckoned, for its service did not say how much it was."""
        return any(one.usage.estimated for one in self.charged)


def cost_of(usage: tuple[Usage, ...], table: PriceTable) -> Cost:
    """Every use, priced where it can be."""
    charged = tuple(_charged(one, table.price_of(one)) for one in usage)
    known = sum((one.cost for one in charged if one.cost is not None), Decimal(0))
    dates = [date.fromisoformat(one.price.retrieved) for one in charged if one.price is not None]
    return Cost(table.currency, known, charged, min(dates, default=None))


def parse_prices(data: bytes, *, source: str) -> PriceTable:
    """Raises: PricesRejected."""
    return parse_document(data, PriceTable, source=source, max_bytes=MAX_PRICES_BYTES, rejected=PricesRejected)


def shipped_prices() -> PriceTable:
    """The table that comes with this version."""
    return parse_prices(files("sparring").joinpath("prices.json").read_bytes(), source="prices.json")


def _charged(usage: Usage, price: Price | None) -> Charged:
    cost = None if price is None else usage.amount * Decimal(str(price.per_million)) / _MILLION
    return Charged(usage, cost, price)
