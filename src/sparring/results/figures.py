"""From added-up calls to a mean with its error, and to whether it moved. Pure arithmetic over `ScoreTally`.

A mean's error bar is what its grader's calibration leaves: the random part shrinks with the calls, the bias does not
(docs/adr/0028). It says how far people would be from the mean on these very calls, not how the next ones will go.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from sparring.calibration import Calibration, calibration_of
from sparring.documents import VersionRef
from sparring.ports import CriterionTally, ScoreTally
from sparring.scorecard import GraderRef

_Z95 = 1.96
FEWEST_FOR_TREND = 2
"""Calls in each half of a period below which nothing is said about a trend."""

_CALLS_OF_DOUBT = 4

TrendWord = Literal["better", "worse", "unclear"]


@dataclass(frozen=True, slots=True)
class Figure:
    """`calls` calls: mean score of 100, its error bar (None: the grader's error is not known), share that passed."""

    calls: int
    mean: float
    plus_minus: float | None
    pass_share: float


@dataclass(frozen=True, slots=True)
class Trend:
    """Second half of the period against the first, in points of 100. `unclear`: the change is within `plus_minus`."""

    change: float
    plus_minus: float
    word: TrendWord


@dataclass(frozen=True, slots=True)
class CriterionFigure:
    """What reps got of a criterion's points on the calls that showed it. `lost_points`: an average call's, of 100."""

    rubric_id: str
    criterion: str
    title: str
    calls: int
    share: float
    lost_points: float


def figure(tallies: Sequence[ScoreTally], *, known: tuple[Calibration, ...] | None = None) -> Figure | None:
    """Of all these calls; None of none."""
    calls = sum(tally.calls for tally in tallies)
    if calls == 0:
        return None
    mean = sum(tally.tenths for tally in tallies) / 10 / calls
    error = _error(tallies, calls, known)
    passed = sum(tally.passed for tally in tallies) / calls
    return Figure(calls, round(mean, 1), None if error is None else round(error, 1), round(passed, 3))


def _error(tallies: Sequence[ScoreTally], calls: int, known: tuple[Calibration, ...] | None) -> float | None:
    """Half the width of the 95% interval; one call's is that of its own report."""
    bias, variance = 0.0, 0.0
    for tally in tallies:
        parts = _parts(_graded_by(tally), known)
        if parts is None:
            return None
        bias += parts[0] * tally.calls / calls
        variance += parts[1] * tally.calls / calls**2
    return min(100.0, _Z95 * math.sqrt(bias**2 + variance))


_GradedBy = tuple[str, str, str | None, str, int, str]


def _graded_by(tally: ScoreTally) -> _GradedBy:
    """Grader version and rubric version as a key: a network's page asks for 2,800, and hashing models took 10 ms."""
    grader, rubric = tally.grader, tally.rubric
    return (grader.name, grader.version, grader.model, rubric.id, rubric.version, rubric.digest)


@lru_cache(maxsize=256)
def _parts(graded_by: _GradedBy, known: tuple[Calibration, ...] | None) -> tuple[float, float] | None:
    """Size of the bias and variance of the rest, of one call's score, in points; None for an uncalibrated grader."""
    name, version, model, rubric_id, rubric_version, digest = graded_by
    grader = GraderRef(name=name, version=version, model=model)
    record = calibration_of(grader, VersionRef(id=rubric_id, version=rubric_version, digest=digest), known=known)
    if record is None or record.score is None:
        return None
    rms, mean = record.score.plus_minus.value / _Z95, record.score.mean.value
    return abs(mean), max(0.0, rms**2 - mean**2)


def trend(tallies: Sequence[ScoreTally]) -> Trend | None:
    """None with too few calls in either half.

    Like is compared with like: calls of one grader version on one rubric version, whose bias is in both halves alike;
    these differences are averaged by their calls. The calls' own spread decides (95%, unequal variances).
    """
    weight, change, variance = 0, 0.0, 0.0
    for before, after in _alike(tallies):
        if min(before.calls, after.calls) >= FEWEST_FOR_TREND:
            calls = before.calls + after.calls
            weight += calls
            change += calls * (_mean(after) - _mean(before))
            variance += calls**2 * (_variance_of_mean(before) + _variance_of_mean(after))
    if weight == 0:
        return None
    change, plus_minus = change / weight, _Z95 * math.sqrt(variance) / weight
    word: TrendWord = "unclear" if abs(change) <= plus_minus else "better" if change > 0 else "worse"
    return Trend(round(change, 1), round(plus_minus, 1), word)


def _alike(tallies: Sequence[ScoreTally]) -> Iterator[tuple[ScoreTally, ScoreTally]]:
    """The two halves of each grader and rubric that has both."""
    halves: dict[_GradedBy, list[ScoreTally | None]] = {}
    for tally in tallies:
        pair = halves.setdefault(_graded_by(tally), [None, None])
        known = pair[tally.later]
        pair[tally.later] = tally if known is None else _joined(known, tally)
    for before, after in halves.values():
        if before is not None and after is not None:
            yield before, after


def _joined(one: ScoreTally, other: ScoreTally) -> ScoreTally:
    return replace(
        one,
        calls=one.calls + other.calls,
        passed=one.passed + other.passed,
        tenths=one.tenths + other.tenths,
        tenths_squared=one.tenths_squared + other.tenths_squared,
    )


def _mean(tally: ScoreTally) -> float:
    return tally.tenths / 10 / tally.calls


def _variance_of_mean(tally: ScoreTally) -> float:
    spread = tally.tenths_squared - tally.tenths**2 / tally.calls  # sum of squared differences, in tenths squared
    return max(0.0, spread) / 100 / (tally.calls - 1) / tally.calls


def weakest(tallies: Sequence[CriterionTally], titles: dict[tuple[str, str], str]) -> list[CriterionFigure]:
    """Criteria by the share of their points that was given, least first; a few calls weigh less than many.

    Args:
        tallies: of one group.
        titles: by rubric and criterion; one that is no longer installed goes by its id.
    """
    found = [_criterion(tally, titles) for tally in tallies if tally.max_points]
    return sorted(found, key=lambda one: (_careful_share(one), -one.lost_points, one.criterion))


def _careful_share(one: CriterionFigure) -> float:
    """As if it had been half met on a few calls more: one bad call does not head the list."""
    return (one.share * one.calls + 0.5 * _CALLS_OF_DOUBT) / (one.calls + _CALLS_OF_DOUBT)


def _criterion(tally: CriterionTally, titles: dict[tuple[str, str], str]) -> CriterionFigure:
    return CriterionFigure(
        rubric_id=tally.rubric_id,
        criterion=tally.criterion,
        title=titles.get((tally.rubric_id, tally.criterion), tally.criterion),
        calls=tally.calls,
        share=round(tally.points / tally.max_points, 3),
        lost_points=round((tally.max_points - tally.points) / tally.calls, 2),
    )
