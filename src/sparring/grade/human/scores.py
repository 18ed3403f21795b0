"""Calls that people scored: the file format of `sparring calibrate`.

Flows in: one `NAME.scores.json` beside each call, `{"schema_version": "1", "call": "NAME.txt", "rubric":
"inside_sales", "rubric_version": 1, "scores": [{"rater": "ann", "levels": {"safety": "clear"}}]}`. Flows out:
`HumanScores` whose criteria and levels are the rubric's. A criterion a rater leaves out was not scored by them.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sparring.documents import Document, parse_document
from sparring.errors import ScoresRejected
from sparring.ids import Slug
from sparring.rubric import Rubric

MAX_SCORES_BYTES = 262_144
MAX_RATERS = 24
SUFFIX = ".scores.json"

FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ._-]{0,119}$")]


class RaterScores(Document):
    """One person's levels by criterion. `rater` is a pseudonym; nobody's name is needed."""

    rater: Slug
    levels: Annotated[dict[Slug, Slug], Field(min_length=1, max_length=200)]


class HumanScores(Document):
    """One call as people scored it. `call` is the transcript's file, in the same folder: JSON, or labelled text."""

    schema_version: Literal["1"] = "1"
    call: FileName
    rubric: Slug
    rubric_version: Annotated[int, Field(ge=1)]
    scores: Annotated[tuple[RaterScores, ...], Field(min_length=1, max_length=MAX_RATERS)]


def parse_human_scores(data: bytes, *, source: str) -> HumanScores:
    """Raises: ScoresRejected."""
    return parse_document(data, HumanScores, source=source, max_bytes=MAX_SCORES_BYTES, rejected=ScoresRejected)


def refuse_foreign_levels(scores: HumanScores, rubric: Rubric, *, source: str) -> None:
    """Raises: ScoresRejected when it was not scored by this rubric, naming the first field that differs."""
    for field, reason in _mistakes(scores, rubric):
        raise ScoresRejected(source, field, reason)


def _mistakes(scores: HumanScores, rubric: Rubric) -> Iterator[tuple[str, str]]:
    if (scores.rubric, scores.rubric_version) != (rubric.id, rubric.version):
        yield "rubric", f"scored by {scores.rubric} {scores.rubric_version}, {rubric.id} {rubric.version} is installed"
    raters = [one.rater for one in scores.scores]
    if len(set(raters)) < len(raters):
        yield "scores", "the same rater stands twice"
    known = {criterion.id: {level.id for level in criterion.levels} for _, criterion in rubric.criteria()}
    for place, one in enumerate(scores.scores):
        yield from _unknown(f"scores.{place}.levels", one.levels, known)


def _unknown(field: str, levels: Mapping[str, str], known: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    for criterion, level in levels.items():
        if criterion not in known:
            yield f"{field}.{criterion}", "the rubric has no such criterion"
        elif level not in known[criterion]:
            yield f"{field}.{criterion}", f"has no such level; there are {', '.join(sorted(known[criterion]))}"
