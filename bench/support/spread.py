"""Medians with ranges, and what else the machine was doing: every figure of a bench is told with both.

Flows in: samples of one quantity. Flows out: their spread, as data or as a line for people.
"""

import json
import os
import statistics
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Spread:
    """Of `count` samples, in their own unit."""

    count: int
    p50: float
    p95: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"median {self.p50:g}, p95 {self.p95:g} ({self.least:g} to {self.most:g}, n={self.count})"


def spread_of(samples: Iterable[float | None], digits: int = 1) -> Spread | None:
    """Of what was measured; None when nothing was."""
    ordered = sorted(sample for sample in samples if sample is not None)
    if not ordered:
        return None
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    figures = (statistics.median(ordered), p95, ordered[0], ordered[-1])
    return Spread(len(ordered), *(round(figure, digits) for figure in figures))


def percent(part: float, whole: float, digits: int = 1) -> float | None:
    """`part` of `whole`; None of nothing."""
    return round(100 * part / whole, digits) if whole else None


def machine() -> dict[str, Any]:
    """How busy this machine is: absolute times mean little when the load is more than the cores."""
    return {"cores": os.cpu_count(), "load": round(os.getloadavg()[0], 1)}


def plain(value: Any) -> Any:
    """For JSON: spreads as mappings."""
    if isinstance(value, Spread):
        return asdict(value)
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


def told(found: dict[str, Any], *, as_json: bool) -> str:
    """All figures for a machine, or one a line for people."""
    return json.dumps(plain(found)) if as_json else "\n".join(f"{name}: {value}" for name, value in found.items())
