"""From a scorecard and its call to the report: `build_report(scorecard, transcript, persona, rubric)`. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sparring.calibration import ErrorBar, error_bar
from sparring.persona import Persona
from sparring.report.branches import ALONE, Beside, GradedCall, compared, retakes
from sparring.report.document import (
    CategoryShown,
    CriterionShown,
    FactShown,
    NamedPersona,
    PersonaShown,
    Report,
    RubricShown,
)
from sparring.report.latency import latency_of
from sparring.report.model_judging import how_judged
from sparring.report.model_wording import how_worded
from sparring.report.next_buyer import next_buyer
from sparring.report.overrides import CoachView, appeal_shown, override_shown
from sparring.report.practice import beside_practice
from sparring.report.progress import progress
from sparring.report.reveal import reveal
from sparring.rubric import Criterion, Rubric
from sparring.scorecard import Coaching, CriterionResult, Scorecard
from sparring.transcript import UPLOADED, Transcript

Fields = dict[str, Any]
"""Part of a report by the names of its fields; `Report` checks every one."""

_SOMEBODY_REAL = PersonaShown(id=UPLOADED, name="Buyer", role="A call that was held elsewhere")


def build_report(
    scorecard: Scorecard,
    transcript: Transcript,
    persona: Persona | None,
    rubric: Rubric,
    *,
    personas: Iterable[Persona] = (),
    beside: Beside = ALONE,
) -> Report:
    """Join what the report shows.

    Args:
        scorecard: the call's grade, of exactly this transcript.
        transcript: the call.
        persona: the buyer as installed; the facts are shown only when it is the version that took the call. None: no
            buyer of ours, the call was uploaded.
        rubric: the rubric as installed; levels are explained only when it is the version that graded the call.
        personas: those that may be named as the next to practise with.
        beside: other calls of the rep that this one has to do with, and what a coach said of it.
    """
    known = tuple(personas)
    return Report(
        **_call(transcript, persona),
        **_grade(scorecard, rubric, beside.coach),
        **_to_learn(scorecard, transcript, persona),
        **_beside(scorecard, transcript, rubric, known, beside),
        **_machinery(scorecard, transcript),
        try_persona=_named(next_buyer(scorecard, rubric, known, met=[other.persona.id for other in beside.others])),
    )


def _call(transcript: Transcript, persona: Persona | None) -> Fields:
    """Which call it was, and every word of it."""
    return {
        "persona": PersonaShown(id=persona.id, name=persona.name, role=persona.role) if persona else _SOMEBODY_REAL,
        "upload": transcript.attempt.upload,
        "started_at": transcript.started_at,
        "duration_ms": transcript.duration_ms,
        "attempt": transcript.attempt.kind,
        "difficulty": transcript.difficulty,
        "turns": transcript.turns,
        "ending": transcript.ending,
    }


def _grade(scorecard: Scorecard, rubric: Rubric, coach: CoachView) -> Fields:
    """The score with its error, every criterion behind it, and what a coach said beside it."""
    return {
        "call_id": scorecard.call_id,
        "status": scorecard.status,
        "reason": scorecard.reason,
        "rubric": RubricShown(id=scorecard.rubric.id, version=scorecard.rubric.version, title=rubric.title),
        "score": scorecard.totals.score if scorecard.totals else None,
        "passed": scorecard.passed,
        "pass_score": rubric.pass_score,
        "totals": scorecard.totals,
        "error_bar": _error_bar(scorecard),
        "coach_score": coach.totals.score if coach.totals else None,
        "categories": _categories(scorecard, rubric, coach),
        "red_lines": scorecard.red_lines,
        "flags": scorecard.flags,
        "actor": scorecard.actor,
    }


def _to_learn(scorecard: Scorecard, transcript: Transcript, persona: Persona | None) -> Fields:
    """What the rep takes away."""
    return {
        "strengths": scorecard.coaching.strengths,
        "fix_first": scorecard.coaching.fix_first,
        "next_up": scorecard.coaching.next_up,
        "delivery": scorecard.delivery,
        "facts": _facts(scorecard, transcript, persona),
    }


def _beside(
    scorecard: Scorecard, transcript: Transcript, rubric: Rubric, known: Sequence[Persona], beside: Beside
) -> Fields:
    """Other calls of the rep that this one has to do with."""
    return {
        "fork_of": transcript.attempt.fork_of,
        "fork_turn": transcript.attempt.fork_turn,
        "branch": compared(GradedCall(scorecard, transcript), beside.parent) if beside.parent else None,
        "retakes": retakes(scorecard, beside.others),
        "progress": progress(scorecard, beside.others),
        "practice": beside_practice(scorecard, rubric, beside.others, {one.id: one.name for one in known}),
    }


def _machinery(scorecard: Scorecard, transcript: Transcript) -> Fields:
    """What the call and its grade were made with."""
    return {
        "latency": latency_of(transcript.turns),
        "grader": scorecard.grader,
        "judged": how_judged(scorecard),
        "worded": how_worded(transcript),
        "engines": transcript.engines,
    }


def _error_bar(scorecard: Scorecard) -> ErrorBar | None:
    return error_bar(scorecard.totals.score, scorecard.grader, scorecard.rubric) if scorecard.totals else None


def _facts(scorecard: Scorecard, transcript: Transcript, persona: Persona | None) -> tuple[FactShown, ...]:
    """What there was to find out; a call to be taken again keeps what was not found: hanging up tells nothing."""
    facts = reveal(transcript, persona)
    over = scorecard.status in ("graded", "unscored")
    return facts if over else tuple(fact for fact in facts if fact.earned)


def _categories(scorecard: Scorecard, rubric: Rubric, coach: CoachView) -> tuple[CategoryShown, ...]:
    titles = {category.id: category.title for category in rubric.categories}
    same_version = scorecard.rubric == rubric.ref
    known = {criterion.id: criterion for _, criterion in rubric.criteria()} if same_version else {}
    moments = _moments(scorecard.coaching)
    grouped: dict[str, list[CriterionResult]] = {}
    for result in scorecard.criteria:
        grouped.setdefault(result.category, []).append(result)
    return tuple(
        _category(category, titles.get(category, category), results, known=known, coach=coach, moments=moments)
        for category, results in grouped.items()
    )


def _category(
    category_id: str,
    title: str,
    results: Sequence[CriterionResult],
    *,
    known: Mapping[str, Criterion],
    coach: CoachView,
    moments: Mapping[str, int],
) -> CategoryShown:
    return CategoryShown(
        id=category_id,
        title=title,
        points=sum(result.points or 0 for result in results),
        max_points=sum(result.max_points for result in results if result.points is not None),
        criteria=tuple(_criterion(result, known.get(result.id), coach, moments.get(result.id)) for result in results),
    )


def _moments(coaching: Coaching) -> dict[str, int]:
    """By criterion, the turn in which points were lost; of a grade that names none, those that its advice names."""
    advice = [one for one in (coaching.fix_first, *coaching.next_up) if one is not None]
    advised = {one.criterion: one.turn for one in advice if one.turn is not None}
    return advised | {one.criterion: one.turn for one in coaching.moments}


def _criterion(
    result: CriterionResult, criterion: Criterion | None, coach: CoachView, moment: int | None
) -> CriterionShown:
    levels = criterion.levels if criterion else ()
    said, against = coach.overrides.get(result.id), coach.appeals.get(result.id)
    reached = next((level for level in levels if level.id == result.level), None)
    short_of = result.status == "scored" and reached is not None and reached != levels[-1]
    lost = result.status == "scored" and result.points != result.max_points
    return CriterionShown(
        **dict(result),
        level_title=reached.title if reached else None,
        next_level_check=levels[-1].check if short_of else None,
        turn=(result.evidence[0].turn if result.evidence else moment) if lost else None,
        override=override_shown(said, criterion) if said else None,
        appeal=appeal_shown(against) if against else None,
    )


def _named(persona: Persona | None) -> NamedPersona | None:
    return NamedPersona(id=persona.id, name=persona.name) if persona else None
