"""The report as one JSON document: what the page, the e-mail and the terminal show of a finished call.

Joins a scorecard with its transcript, persona and rubric. Hidden facts appear here for the first time, after the call.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from sparring.appeal import AppealAnswer
from sparring.calibration import ErrorBar
from sparring.documents import Document
from sparring.ids import CallIdField, Slug
from sparring.scorecard import (
    ActorFinding,
    Advice,
    CoachSentence,
    CriterionResult,
    CriterionStatus,
    Delivery,
    Evidence,
    GraderRef,
    Points,
    RedLine,
    Score,
    Totals,
)
from sparring.transcript import Ending, Engines, Milliseconds, Turn, Upload

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


class OverrideShown(Document):
    """A coach's own level for a criterion, shown beside the grade, which it never changes."""

    level: Slug
    level_title: CoachSentence
    points: Points
    reason: Text
    by: Text
    at: datetime


class AppealShown(Document):
    """Why the rep sees a criterion otherwise, and what a coach answered: None while nobody has."""

    why: Text
    at: datetime
    answer: AppealAnswer | None


class CriterionShown(CriterionResult):
    """A result with the title of its level, and in `next_level_check` what more points take: None where none are left.

    It is the check of the highest level: a level between is often told by what it lacks, which is nothing to aim at.
    `turn`: where points were lost, the rep's turn in which it was said or due; None: none were, or nobody can tell.
    """

    level_title: CoachSentence | None
    next_level_check: CoachSentence | None
    turn: Annotated[int, Field(ge=0)] | None = None
    override: OverrideShown | None = None
    appeal: AppealShown | None = None


class CategoryShown(Document):
    """A group of criteria. `max_points` counts only what could be observed, as the score does."""

    id: Slug
    title: Text
    points: Points
    max_points: Points
    criteria: tuple[CriterionShown, ...]


class FactShown(Document):
    """One thing the buyer knew: whether it was earned, by which words of the rep, and what would have opened it.

    `turn` and `told` are where the buyer told it; all three are None for a fact that was not earned. `dodged`: the rep
    asked for it, in these words, before the buyer trusted them with it.
    """

    id: Slug
    text: Text
    hidden: bool
    earned: bool
    turn: int | None
    earned_by: Evidence | None
    told: Evidence | None
    dodged: Evidence | None = None
    question: Text


class OutcomeShown(Document):
    """How one criterion came out on one side of a comparison."""

    status: CriterionStatus
    points: Points | None
    evidence: tuple[Evidence, ...]
    level_title: CoachSentence | None = None  # None: no level, or the rubric's wording of it is not installed


class CriterionCompared(Document):
    """A criterion that a retake touched: the first time, and taken again."""

    id: Slug
    title: CoachSentence
    max_points: Points
    before: OutcomeShown
    after: OutcomeShown


class BranchShown(Document):
    """This call is a moment of another one taken again: the two side by side from `turn`, which began at `at_ms`."""

    call_id: CallIdField  # the call it was forked from
    turn: int
    at_ms: Milliseconds
    before_score: Score | None
    after_score: Score | None
    before_turns: tuple[Turn, ...]
    after_turns: tuple[Turn, ...]
    criteria: tuple[CriterionCompared, ...]


class RetakeShown(Document):
    """A moment of this call that was taken again."""

    call_id: CallIdField
    turn: int
    status: Literal["graded", "not_gradable", "unscored", "void"]
    score: Score | None
    criteria: tuple[CriterionCompared, ...]


class PracticeCall(Document):
    """A graded practice call of the same rep by the same rubric version."""

    call_id: CallIdField
    buyer: Text
    graded_at: datetime
    score: Score


class CriterionBesidePractice(Document):
    """One criterion on an uploaded call, on the latest practice call and on the best one (None: that is the latest)."""

    id: Slug
    title: CoachSentence
    max_points: Points
    uploaded: OutcomeShown
    latest: OutcomeShown
    best: OutcomeShown | None
    differs: bool  # between the uploaded call and the latest


class PracticeShown(Document):
    """An uploaded call beside the rep's practice. `criteria`: the largest differences first, then what is the same."""

    latest: PracticeCall
    best: PracticeCall | None
    criteria: tuple[CriterionBesidePractice, ...]


class EarlierCall(Document):
    """A graded call of the same rep with the same buyer, by the same rubric and grader."""

    call_id: CallIdField
    graded_at: datetime
    score: Score


class ProgressShown(Document):
    """Earlier calls with this buyer, the oldest first, and what came out otherwise than on the last of them."""

    earlier: Annotated[tuple[EarlierCall, ...], Field(min_length=1)]
    criteria: tuple[CriterionCompared, ...]  # the largest gain first


class Spread(Document):
    """Milliseconds over `n` turns: half of them within `p50`, 95% within `p95` (nearest rank)."""

    p50: Milliseconds
    p95: Milliseconds
    n: Annotated[int, Field(ge=1)]


class LinkShown(Document):
    """The way of the buyer's sound to the page: held back there, there and back, and the mean share that was lost."""

    jitter_buffer_ms: Spread | None
    round_trip_ms: Spread | None
    lost_percent: Annotated[float, Field(ge=0, le=100)] | None


class LatencyShown(Document):
    """How long the buyer let the rep wait: by sound in the page, and by the server's stages that were measured."""

    glass_to_glass_ms: Spread | None
    stages: dict[str, Spread]
    link: LinkShown | None = None


class Report(Document):
    """Everything about one finished call. `score` is None unless `status` is `graded`; then `reason` is None.

    `error_bar` is None where this grader version was never calibrated on this rubric version. `coach_score` is what the
    score would be with the coach's overrides, None without any.
    """

    call_id: CallIdField
    status: Literal["graded", "not_gradable", "unscored", "void"]
    reason: CoachSentence | None
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
    error_bar: ErrorBar | None = None
    coach_score: Score | None = None
    categories: tuple[CategoryShown, ...]
    red_lines: tuple[RedLine, ...]
    flags: tuple[CoachSentence, ...]
    actor: tuple[ActorFinding, ...]  # what was wrong with the buyer; never points
    strengths: tuple[CoachSentence, ...]
    fix_first: Advice | None
    next_up: tuple[Advice, ...]
    try_persona: NamedPersona | None
    delivery: Delivery
    facts: tuple[FactShown, ...]
    fork_of: CallIdField | None  # the call of which a moment was taken again
    fork_turn: int | None
    branch: BranchShown | None  # None also when that call is gone
    retakes: tuple[RetakeShown, ...]
    upload: Upload | None = None  # None: a call with a buyer of ours
    progress: ProgressShown | None = None  # None: the first graded call with this buyer, or nobody's to be seen
    practice: PracticeShown | None = None  # of an uploaded call; None: there is no practice to be seen beside it
    turns: tuple[Turn, ...]
    latency: LatencyShown
    grader: GraderRef
    judged: tuple[CoachSentence, ...]  # how a model came to the grade; empty when the rules graded
    worded: tuple[CoachSentence, ...] = ()  # how a model worded the buyer; empty when none did
    ending: Ending
    engines: Engines
