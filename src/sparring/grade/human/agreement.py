"""Agreement of two scorers who gave levels to the same items: quadratic weighted kappa, shares, bias, intervals.

Flows in: cells grouped by call. Flows out: estimates with 95% intervals. Calls are resampled whole, because the items
of one call stand or fall together; the draw is seeded, so that the same input gives the same figures.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import sqrt
from typing import NamedTuple, TypeVar

from sparring.calibration import Estimate, ScoreError, ScorerAgreement

T = TypeVar("T")

RESAMPLES = 1_000
SEED = 7
COVERED = 0.95


class Cell(NamedTuple):
    """One item: the levels that both gave, counted from 0 to `top`, and the points that the first gave above."""

    criterion: str
    first: int
    second: int
    top: int
    points: int


@dataclass(slots=True)
class _Tally:
    """Sums over the cells of one criterion."""

    items: int = 0
    apart: float = 0.0  # squared distance, in shares of the scale
    same: int = 0
    near: int = 0
    points: int = 0
    firsts: Counter[float] = field(default_factory=Counter)
    seconds: Counter[float] = field(default_factory=Counter)

    def add(self, cell: Cell, times: int) -> None:
        first, second = cell.first / cell.top, cell.second / cell.top
        self.items += times
        self.apart += times * (first - second) ** 2
        self.same += times * (cell.first == cell.second)
        self.near += times * (abs(cell.first - cell.second) <= 1)
        self.points += times * cell.points
        self.firsts[first] += times
        self.seconds[second] += times

    def by_chance(self) -> float:
        """Squared distance to be expected of two scorers with these habits who never heard the call."""
        pairs = (
            n * m * (first - second) ** 2 for first, n in self.firsts.items() for second, m in self.seconds.items()
        )
        return sum(pairs) / self.items


def agreements(by_call: Sequence[Sequence[Cell]]) -> tuple[ScorerAgreement, Mapping[str, ScorerAgreement]]:
    """Agreement over all items, and by criterion.

    Over all items, chance is reckoned within each criterion: that some criteria are met more often than others is no
    merit of a scorer.
    """
    criteria = sorted({cell.criterion for cell in chain.from_iterable(by_call)})
    found = estimates(by_call, _figures)
    counts = Counter(cell.criterion for cell in chain.from_iterable(by_call))
    return _agreement(found, "", counts.total()), {one: _agreement(found, one, counts[one]) for one in criteria}


def score_error(differences: Sequence[float]) -> ScoreError | None:
    """Differences of totals, one a call; None for fewer than two calls."""
    if len(differences) < 2:
        return None
    found = estimates([[one] for one in differences], _spread)
    return ScoreError(
        calls=len(differences),
        mean=found["mean"],
        mean_absolute=found["mean_absolute"],
        plus_minus=found["plus_minus"],
    )


def estimates(
    by_call: Sequence[Sequence[T]], statistic: Callable[[Iterable[T]], Mapping[str, float]]
) -> Mapping[str, Estimate]:
    """Each figure of `statistic` over all calls, with the interval of the same figure over resampled calls."""
    draw = random.Random(SEED)  # noqa: S311 - a seeded draw is what is wanted
    drawn: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(RESAMPLES if by_call else 0):
        for name, value in statistic(chain.from_iterable(draw.choices(by_call, k=len(by_call)))).items():
            drawn[name].append(value)
    values = statistic(chain.from_iterable(by_call))
    return {name: _estimate(value, sorted(drawn[name]) or [value]) for name, value in values.items()}


def _estimate(value: float, drawn: Sequence[float]) -> Estimate:
    outside = (1 - COVERED) / 2
    low, high = drawn[int(outside * len(drawn))], drawn[min(len(drawn) - 1, int((1 - outside) * len(drawn)))]
    return Estimate(value=round(value, 3), low=round(min(low, value), 3), high=round(max(high, value), 3))


def _figures(cells: Iterable[Cell]) -> Mapping[str, float]:
    tallies: defaultdict[str, _Tally] = defaultdict(_Tally)
    for cell, times in Counter(cells).items():
        tallies[cell.criterion].add(cell, times)
    figures = _of("", tuple(tallies.values()))
    for criterion, tally in tallies.items():
        figures |= _of(criterion, (tally,))
    return figures


def _of(name: str, tallies: Sequence[_Tally]) -> dict[str, float]:
    items = sum(tally.items for tally in tallies)
    if not items:
        return {}
    figures = {
        f"{name}.exact": sum(tally.same for tally in tallies) / items,
        f"{name}.within_one": sum(tally.near for tally in tallies) / items,
        f"{name}.bias_points": sum(tally.points for tally in tallies) / items,
    }
    by_chance = sum(tally.by_chance() for tally in tallies)
    if by_chance > 0:
        figures[f"{name}.kappa"] = 1 - sum(tally.apart for tally in tallies) / by_chance
    return figures


def _agreement(found: Mapping[str, Estimate], name: str, items: int) -> ScorerAgreement:
    return ScorerAgreement(
        items=items,
        kappa=found.get(f"{name}.kappa"),
        exact=found.get(f"{name}.exact"),
        within_one=found.get(f"{name}.within_one"),
        bias_points=found.get(f"{name}.bias_points"),
    )


def _spread(differences: Iterable[float]) -> Mapping[str, float]:
    found = list(differences)
    return {
        "mean": sum(found) / len(found),
        "mean_absolute": sum(map(abs, found)) / len(found),
        "plus_minus": 1.96 * sqrt(sum(one * one for one in found) / len(found)),
    }
