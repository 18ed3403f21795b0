"""A moment taken again beside the first time: which criteria the retake touched, and how each came out on either side.

Flows in: the grades and transcripts of both calls. Flows out: what the report shows of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sparring.report.document import BranchShown, CriterionCompared, OutcomeShown, RetakeShown
from sparring.report.overrides import CoachView
from sparring.scorecard import CriterionResult, Scorecard
from sparring.transcript import Transcript

SHOWN_TURNS = 2  # what was said at that moment the first time, and the answer to it


@dataclass(frozen=True, slots=True)
class GradedCall:
    """A call and its grade."""

    scorecard: Scorecard
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Beside:
    """What a report may be set beside.

    Args:
        parent: the call of which the reported one is a moment taken again, if it is one and that call is still there.
        others: the rep's other grades, among them those of this call's own retakes.
        coach: what a coach said of this grade.
    """

    parent: GradedCall | None = None
    others: tuple[Scorecard, ...] = ()
    coach: CoachView = field(default_factory=CoachView)


ALONE = Beside()


def compared(fork: GradedCall, parent: GradedCall) -> BranchShown:
    """The fork beside the call it was forked from."""
    turn = fork.transcript.attempt.fork_turn or 0
    return BranchShown(
        call_id=parent.scorecard.call_id,
        turn=turn,
        at_ms=parent.transcript.turns[turn].start_ms if turn < len(parent.transcript.turns) else fork_ms(fork, turn),
        before_score=parent.scorecard.totals.score if parent.scorecard.totals else None,
        after_score=fork.scorecard.totals.score if fork.scorecard.totals else None,
        before_turns=parent.transcript.turns[turn : turn + SHOWN_TURNS],
        after_turns=fork.transcript.turns[turn : turn + SHOWN_TURNS],
        criteria=_touched_criteria(parent.scorecard, fork.scorecard, turn),
    )


def _touched_criteria(before: Scorecard, after: Scorecard, turn: int) -> tuple[CriterionCompared, ...]:
    """On both sides, what came out otherwise first."""
    then = {result.id: result for result in before.criteria}
    shared = (result for result in after.criteria if result.id in then)
    found = [result for result in shared if touched(then[result.id], result, turn)]
    found.sort(key=lambda one: not has_moved(then[one.id], one))
    return tuple(side_by_side(then[result.id], result) for result in found)


def touched(before: CriterionResult, after: CriterionResult, turn: int) -> bool:
    """Whether the retake had to do with this criterion: another outcome, or one that rests on other words now."""
    return has_moved(before, after) or _said_since(before, turn) != _said_since(after, turn)


def has_moved(before: CriterionResult, after: CriterionResult) -> bool:
    """Whether a criterion came out otherwise."""
    return (before.status, before.level, before.points) != (after.status, after.level, after.points)


def _said_since(result: CriterionResult, turn: int) -> list[str]:
    return [evidence.quote for evidence in result.evidence if evidence.turn >= turn]


def retakes(of: Scorecard, others: Iterable[Scorecard]) -> tuple[RetakeShown, ...]:
    """The graded calls that were forked from this one, by the turn taken again and the time of grading."""
    told = ((other.attempt, other) for other in others if other.attempt is not None)
    forks = [(attempt.fork_turn or 0, other) for attempt, other in told if attempt.fork_of == of.call_id]
    forks.sort(key=lambda one: (one[0], one[1].graded_at))
    return tuple(
        RetakeShown(
            call_id=fork.call_id,
            turn=turn,
            status=fork.status,
            score=fork.totals.score if fork.totals else None,
            criteria=_touched_criteria(of, fork, turn),
        )
        for turn, fork in forks
    )


def fork_ms(fork: GradedCall, turn: int) -> int:
    """When the moment was, by what the fork took over."""
    return fork.transcript.turns[turn - 1].end_ms if 0 < turn <= len(fork.transcript.turns) else 0


def side_by_side(before: CriterionResult, after: CriterionResult) -> CriterionCompared:
    """One criterion on both calls, in the words of the later one."""
    return CriterionCompared(
        id=after.id,
        title=after.title,
        max_points=after.max_points,
        before=_outcome(before),
        after=_outcome(after),
    )


def _outcome(result: CriterionResult) -> OutcomeShown:
    return OutcomeShown(status=result.status, points=result.points, evidence=result.evidence)
