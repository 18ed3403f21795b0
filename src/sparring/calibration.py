"""How far a grader may be trusted: its agreement with people who scored the same calls, each figure with its error.

Flows out of `sparring calibrate`; one record for each grader version and rubric is shipped in `calibrations/`. Flows
into the report, which shows the error bar of a score, or says that there is none.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sparring.documents import Document, parse_document
from sparring.errors import DocumentRejected
from sparring.ids import Slug
from sparring.scorecard import GraderRef
from sparring.transcript import VersionRef

MAX_CALIBRATION_BYTES = 262_144

Count = Annotated[int, Field(ge=0)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Estimate(Document):
    """A figure with its 95% interval, by resampling whole calls."""

    value: float
    low: float
    high: float


class ScorerAgreement(Document):
    """Two scorers over the same items. None: the calls do not vary enough to tell.

    `kappa` is Cohen's with quadratic weights: 1 all alike, 0 no better than chance. `exact` and `within_one` are shares
    of the items; `bias_points` is how many points the first gives above the second, on average an item.
    """

    items: Count
    kappa: Estimate | None
    exact: Estimate | None
    within_one: Estimate | None
    bias_points: Estimate | None


class ScoreError(Document):
    """Differences between two scorers' totals, in points of 100, over `calls`.

    `plus_minus` holds 95% of calls if differences are normal: 1.96 times their root mean square.
    """

    calls: Count
    mean: Estimate
    mean_absolute: Estimate
    plus_minus: Estimate


class CriterionAgreement(Document):
    """One criterion: the grader beside people, and people beside one another (None with fewer than two)."""

    criterion: Slug
    grader: ScorerAgreement
    humans: ScorerAgreement | None


class Calibration(Document):
    """One grader version on one rubric version. `unanswered`: items a person scored and the grader left open."""

    schema_version: Literal["1"] = "1"
    grader: GraderRef
    rubric: VersionRef
    scored_by: Label  # who the people were, shown wherever the error bar is
    calls: Count
    raters: Count
    unanswered: Count
    agreement: ScorerAgreement
    humans: ScorerAgreement | None
    score: ScoreError | None
    human_score: ScoreError | None
    criteria: tuple[CriterionAgreement, ...]


class ErrorBar(Document):
    """What a score's reader is told: 95% of calls scored by people lay within `plus_minus` of the grader's score."""

    plus_minus: Annotated[float, Field(ge=0, le=100)]
    low: Annotated[float, Field(ge=0, le=100)]
    high: Annotated[float, Field(ge=0, le=100)]
    calls: Count
    raters: Count
    scored_by: Label


def parse_calibration(data: bytes, *, source: str) -> Calibration:
    """Raises: DocumentRejected."""
    return parse_document(data, Calibration, source=source, max_bytes=MAX_CALIBRATION_BYTES, rejected=DocumentRejected)


@cache
def shipped_calibrations() -> Sequence[Calibration]:
    """Every record in the package. Raises: DocumentRejected."""
    files = sorted(resources.files("sparring").joinpath("calibrations").iterdir(), key=lambda entry: entry.name)
    return tuple(parse_calibration(file.read_bytes(), source=file.name) for file in files if file.name[-5:] == ".json")


def error_bar(
    score: float, grader: GraderRef, rubric: VersionRef, *, known: Sequence[Calibration] | None = None
) -> ErrorBar | None:
    """The error bar of `score`; None when exactly this grader was never calibrated on exactly this rubric."""
    found = calibration_of(grader, rubric, known=known)
    if found is None or found.score is None:
        return None
    wide = min(100.0, round(found.score.plus_minus.value, 1))
    return ErrorBar(
        plus_minus=wide,
        low=round(max(0.0, score - wide), 1),
        high=round(min(100.0, score + wide), 1),
        calls=found.calls,
        raters=found.raters,
        scored_by=found.scored_by,
    )


def calibration_of(
    grader: GraderRef, rubric: VersionRef, *, known: Sequence[Calibration] | None = None
) -> Calibration | None:
    """The record of exactly this grader on exactly this rubric whose score was compared with people's."""
    records = shipped_calibrations() if known is None else known
    return next((one for one in records if one.grader == grader and one.rubric == rubric and one.score), None)
