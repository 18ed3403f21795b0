"""The rules grader: a transcript and a rubric in, a scorecard out, the same bytes every time.

Evidence comes first: `testimony` says what was done where, `criteria` reads levels off it, `score` does the arithmetic.
Nothing is drawn at random, nothing depends on the clock, and speech aimed at the grader has no effect on any number.
"""

from collections.abc import Iterator
from datetime import datetime

from sparring.grade.coaching.delivery import delivery
from sparring.grade.coaching.takeaways import NO_COACHING, coach
from sparring.grade.evidence import cite
from sparring.grade.heading import heading
from sparring.grade.heard.gradable import remarks, why_not_gradable
from sparring.grade.heard.testimony import Hearing, PlacedAct, hear
from sparring.grade.quote import quote_span
from sparring.grade.rules.criteria import grade_criterion
from sparring.grade.rules.reasons import parts_missing
from sparring.grade.score import passed, total
from sparring.rubric import RedLineRule, Rubric
from sparring.scorecard import CriterionResult, GraderRef, RedLine, Scorecard
from sparring.transcript import Transcript

GRADER = GraderRef(name="rules", version="20")
"""The version changes when the same transcript could get another grade; `tools/record_grades.py` holds it to that."""

_NOTHING_OBSERVED = "None of the rubric's criteria could be observed on this call."


def grade(
    transcript: Transcript, rubric: Rubric, *, transcript_digest: str, graded_at: datetime, grader: GraderRef = GRADER
) -> Scorecard:
    """Grade one call; the arguments are those of `heading`. Another `grader` signs only where it stands in for it."""
    head = heading(transcript, rubric, transcript_digest=transcript_digest, graded_at=graded_at, grader=grader)
    hearing = hear(transcript, buyer_acts=any(criterion.said_by == "buyer" for _, criterion in rubric.criteria()))
    reason = why_not_gradable(hearing)
    results = () if reason else _results(rubric, hearing)
    totals = total(rubric, results) if results else None
    red_lines = tuple(_red_lines(rubric, hearing))
    graded = totals is not None
    return Scorecard(
        **head,
        status="graded" if graded else "not_gradable",
        reason=None if graded else reason or _NOTHING_OBSERVED,
        totals=totals,
        passed=passed(rubric, totals, red_lines) if totals else None,
        criteria=results,
        red_lines=red_lines,
        flags=remarks(hearing),
        delivery=delivery(hearing),
        coaching=coach(rubric, hearing, results, red_lines=red_lines, missing=parts_missing) if graded else NO_COACHING,
    )


def _results(rubric: Rubric, hearing: Hearing) -> tuple[CriterionResult, ...]:
    return tuple(grade_criterion(category, criterion, hearing) for category, criterion in rubric.criteria())


def _red_lines(rubric: Rubric, hearing: Hearing) -> Iterator[RedLine]:
    """Each line that was crossed, once, at its first place."""
    for rule in rubric.red_lines:
        act = _crossing(rule, hearing)
        if act is not None:
            start, end = quote_span(hearing, act)
            yield RedLine(id=rule.id, title=rule.title, evidence=cite(hearing.transcript.turns[act.turn], start, end))


def _crossing(rule: RedLineRule, hearing: Hearing) -> PlacedAct | None:
    if rule.moment is None:
        excused = hearing.first(rule.unless) if rule.unless else None
        until = excused.turn if excused else len(hearing.transcript.turns)
        return next((act for act in hearing.rep.of_kinds(rule.acts) if act.sure and act.turn < until), None)
    raised = hearing.first(rule.moment)
    if raised is None:
        return None
    since = raised.turn if raised.since is None else raised.since
    if any(act.kind in rule.answered_by and act.turn > since for act in hearing.rep.acts):
        return None
    return PlacedAct(None, None, raised.kind, raised.turn, raised.start, raised.end, sure=True)
