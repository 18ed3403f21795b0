"""What a call was worth, with verified evidence for every point. Flows out of Brain 2; never holds an invented number.

A criterion is scored, granted, excluded, not applicable, up for listening, or unscored with a reason; a call is graded,
not gradable, unscored or void. Points are whole numbers; `score` is 0-100 over the points that could be observed.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, StringConstraints, model_validator

from sparring.documents import Document, parse_document
from sparring.errors import ScorecardRejected
from sparring.ids import CallIdField, RepIdField, Slug
from sparring.transcript import Attempt, Digest, Milliseconds, Probability, Usage, VersionRef, clock_time

MAX_SCORECARD_BYTES = 1_048_576

Points = Annotated[int, Field(ge=0, le=1_000)]
Score = Annotated[float, Field(ge=0, le=100)]
CoachSentence = Annotated[str, StringConstraints(max_length=2_000)]
CriterionStatus = Literal["scored", "granted", "excluded", "not_applicable", "listen", "unscored"]


class Evidence(Document):
    """A verbatim span of one turn: `transcript.turns[turn].text[start:end] == quote`, checked in code."""

    turn: Annotated[int, Field(ge=0)]
    quote: Annotated[str, StringConstraints(min_length=1, max_length=8_000)]
    start: Annotated[int, Field(ge=0)]  # characters into the turn's text
    end: Annotated[int, Field(ge=1)]
    at_ms: Milliseconds  # when the quote was said, on the call's clock
    repaired: bool = False  # the grader cited another turn; code found the words here


def place_in_call(turn: int, at_ms: int, duration_ms: int) -> str:
    """As it follows quoted words: "at 1:05"; "in turn 3", counted from one, of a call without a clock."""
    return f"at {clock_time(at_ms)}" if duration_ms else f"in turn {turn + 1}"


class CriterionResult(Document):
    """One criterion. `points` is None unless status is `scored` or `granted`."""

    id: Slug
    category: Slug
    title: CoachSentence
    status: CriterionStatus
    level: Slug | None
    points: Points | None
    max_points: Points
    evidence: tuple[Evidence, ...]
    rationale: CoachSentence  # why this level, for the rep
    withheld: CoachSentence | None = None  # a claim whose evidence was not found, or why nothing was scored
    agreement: Probability | None = None  # share of samples that chose this level; None when graded once
    disputed: bool = False  # samples lay more than half of its points apart: a coach should look

    @model_validator(mode="after")
    def _points_only_when_given(self) -> Self:
        status, points = self.status, self.points
        if (status in ("scored", "granted")) != (points is not None):
            raise ValueError(f"criterion {self.id} is {status} but points are {points}")
        if points is not None and points > self.max_points:
            raise ValueError(f"criterion {self.id} has more points than it can have")
        return self


class RedLine(Document):
    """A line no score can make good. Reported apart from points; fails the attempt."""

    id: Slug
    title: CoachSentence
    evidence: Evidence


class Totals(Document):
    """How the score came about. `score` = 100 x (scored + granted) / applicable, rounded to one decimal."""

    scored_points: Points
    granted_points: Points
    excluded_points: Points  # not observable or not applicable, hence out of the sum
    unscored_points: Points  # withheld, up for listening or failed: out of the sum and shown
    applicable_points: Points
    rubric_points: Points
    score: Score


class Delivery(Document):
    """How it was said: context for the coach, never points. None: not measurable on this call."""

    talk_share: Probability | None
    longest_monologue_s: Annotated[float, Field(ge=0)] | None
    pace_wpm: Annotated[float, Field(ge=0)] | None
    questions: Annotated[int, Field(ge=0)]
    open_questions: Annotated[int, Field(ge=0)]
    fillers_per_100_words: Annotated[float, Field(ge=0)] | None
    patience_ms: Annotated[int, Field(ge=0)] | None  # median gap from the buyer's end to the rep's start
    interruptions: Annotated[int, Field(ge=0)]


class Advice(Document):
    """One thing to do better: what happened, a better sentence for that moment, and where to practise it."""

    criterion: Slug
    what: CoachSentence
    instead_of: Evidence | None
    better: CoachSentence
    turn: Annotated[int, Field(ge=0)] | None  # the moment to take again


class MissedMoment(Document):
    """Where a criterion lost points: the rep's turn in which it was said, or in which it was due."""

    criterion: Slug
    turn: Annotated[int, Field(ge=0)]


class Coaching(Document):
    """What the rep should take away; nothing here that the results do not support."""

    strengths: tuple[CoachSentence, ...]
    fix_first: Advice | None
    next_up: tuple[Advice, ...]
    try_persona: Slug | None
    moments: tuple[
        MissedMoment, ...
    ] = ()  # of every criterion with points to gain; grades of earlier versions have none


ActorFault = Literal[
    "assistant_talk",
    "role_swap",
    "wrong_direction",
    "volunteered_fact",
    "contradicted_fact",
    "voice_change",
    "too_agreeable",
    "stuck",
    "left_role",
]
"""How a buyer can fail to be one."""


class ActorFinding(Document):
    """Something the buyer did that no buyer should. Never points: it voids an attempt that counts."""

    fault: ActorFault
    evidence: Evidence  # of a turn of the buyer's, or of the rep's that got no answer
    sentence: CoachSentence


class GraderRef(Document):
    """Who graded: `version` changes whenever the same transcript could get another grade."""

    name: Slug
    version: Annotated[str, StringConstraints(max_length=80)]
    model: Annotated[str, StringConstraints(max_length=120)] | None = None


class Judging(Document):
    """How a model came to a grade, or why the rules stood in for it.

    `stand_in` is the reason when the rules graded in the model's place; then every count is 0.
    """

    model: Annotated[str, StringConstraints(max_length=120)]  # as the service names what answered
    samples: Annotated[int, Field(ge=0, le=9)]  # opinions each section was given
    agreement: Probability | None  # mean over what the model graded; None with one opinion
    disputed: tuple[Slug, ...]  # criteria, see `CriterionResult.disputed`
    quotes: Annotated[int, Field(ge=0)]  # that the model gave as evidence, over all samples
    unverified_quotes: Annotated[int, Field(ge=0)]  # of these, dropped because nobody said so
    stand_in: CoachSentence | None
    coached_by: Literal["model", "rules"]  # whose words the coaching has


class Scorecard(Document):
    """The grade of one call. `totals` is None unless `status` is `graded`."""

    schema_version: Literal["1"] = "1"
    call_id: CallIdField
    tenant_id: Slug
    location_id: Slug
    rep_id: RepIdField
    persona: VersionRef
    rubric: VersionRef
    grader: GraderRef
    transcript_digest: Digest
    graded_at: datetime
    status: Literal["graded", "not_gradable", "unscored", "void"]
    reason: CoachSentence | None  # why there is no score; None when graded
    totals: Totals | None
    passed: bool | None  # None when there is no score; False with any red line
    criteria: tuple[CriterionResult, ...]
    red_lines: tuple[RedLine, ...]
    flags: tuple[CoachSentence, ...]  # such as speech aimed at the grader; never points
    delivery: Delivery
    coaching: Coaching
    actor: tuple[ActorFinding, ...] = ()  # what was wrong with the buyer
    attempt: Attempt | None = None  # what kind of attempt it was; None in cards of a version that did not say
    judging: Judging | None = None  # None: the rules graded, as they were asked to
    usage: Annotated[tuple[Usage, ...], Field(max_length=64)] | None = None  # of the judge; None: nobody was asked

    @model_validator(mode="after")
    def _score_only_when_graded(self) -> Self:
        if (self.status == "graded") != (self.totals is not None):
            raise ValueError("a score goes with status graded, and only with it")
        if (self.status == "graded") == (self.reason is not None):
            raise ValueError("a call without a score needs a reason, a graded one has none")
        return self


class Remark(Document):
    """What a person says of one criterion of one grade, kept beside it.

    The grade is named by transcript, rubric and grader: what is said of one says nothing about another.
    """

    schema_version: Literal["1"] = "1"
    call_id: CallIdField
    transcript_digest: Digest
    rubric: VersionRef
    grader: GraderRef
    criterion: Slug

    @property
    def graded_as(self) -> tuple[str, str, VersionRef, GraderRef]:
        """What names the grade."""
        return self.call_id, self.transcript_digest, self.rubric, self.grader

    def is_of(self, scorecard: Scorecard) -> bool:
        """Whether it is about exactly this grade."""
        theirs = (scorecard.call_id, scorecard.transcript_digest, scorecard.rubric, scorecard.grader)
        return self.graded_as == theirs

    def is_beside(self, other: "Remark") -> bool:
        """Whether both are about the same criterion of the same grade."""
        return (self.graded_as, self.criterion) == (other.graded_as, other.criterion)


R = TypeVar("R", bound=Remark)


def remarks_on(scorecard: Scorecard, remarks: Iterable[R]) -> dict[str, R]:
    """What was said last of each criterion of exactly this grade; `remarks` are oldest first."""
    return {one.criterion: one for one in remarks if one.is_of(scorecard)}


def parse_scorecard(data: bytes, *, source: str) -> Scorecard:
    """Raises: ScorecardRejected."""
    return parse_document(data, Scorecard, source=source, max_bytes=MAX_SCORECARD_BYTES, rejected=ScorecardRejected)
