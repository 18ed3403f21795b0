"""The report as one JSON document: what the page, the e-mail and the terminal show of a finished call.

Joins a scorecard with its transcript, persona and rubric. Nothing here is computed from anybody's words; hidden facts
appear here for the first time, after the call.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from sparring.documents import Document
from sparring.ids import CallIdField, Slug
from sparring.scorecard import Advice, CriterionResult, Delivery, GraderRef, Points, RedLine, Score, Sentence, Totals
from sparring.transcript import Ending, Engines, Milliseconds, Turn

Text = Annotated[str, Field(max_length=2_000)]


class PersonaShown(Document):
    """Who the buyer was."""

    id: Slug
    name: Text
    role: Text


class RubricShown(Document):
    """What the call was graded by."""

    id: Slug
    version: int
    title: Text


class NamedPersona(Document):
    """Somebody to practise with next."""

    id: Slug
    name: Text


class CriterionShown(CriterionResult):
    """A result with the title of its level and what the next level takes. None: no level, or the highest one."""

    level_title: Sentence | None
    next_level_check: Sentence | None


class CategoryShown(Document):
    """A group of criteria. `max_points` counts only what could be observed, as the score does."""

    id: Slug
    title: Text
    points: Points
    max_points: Points
    criteria: tuple[CriterionShown, ...]


class FactShown(Document):
    """One thing the buyer knew: whether it was earned, at which turn, and what would have opened it."""

    id: Slug
    text: Text
    hidden: bool
    earned: bool
    turn: int | None
    question: Text


class Spread(Document):
    """Milliseconds over `n` turns: half of them within `p50`, 95% within `p95` (nearest rank)."""

    p50: Milliseconds
    p95: Milliseconds
    n: Annotated[int, Field(ge=1)]


class LatencyShown(Document):
    """How long the buyer let the rep wait: by sound in the page, and by the server's stages that were measured."""

    glass_to_glass_ms: Spread | None
    stages: dict[str, Spread]


class Report(Document):
    """Everything about one finished call. `score` is None unless `status` is `graded`; then `reason` is None."""

    call_id: CallIdField
    status: Literal["graded", "not_gradable", "unscored", "void"]
    reason: Sentence | None
    persona: PersonaShown
    rubric: RubricShown
    started_at: datetime
    duration_ms: Milliseconds
    attempt: Literal["private", "counted", "exam"]
    difficulty: Literal["easy", "normal", "hard"]
    score: Score | None
    passed: bool | None
    pass_score: Annotated[int, Field(ge=0, le=100)]
    totals: Totals | None
    categories: tuple[CategoryShown, ...]
    red_lines: tuple[RedLine, ...]
    flags: tuple[Sentence, ...]
    strengths: tuple[Sentence, ...]
    fix_first: Advice | None
    next_up: tuple[Advice, ...]
    try_persona: NamedPersona | None
    delivery: Delivery
    facts: tuple[FactShown, ...]
    turns: tuple[Turn, ...]
    latency: LatencyShown
    grader: GraderRef
    ending: Ending
    engines: Engines
