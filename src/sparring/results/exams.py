"""An exam as a manager looks at it: who sat it with what came of it, and who of the team has not.

Flows in: the exam, the results store. Flows out: one value a page. Everybody who may sit it is a member of the team.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sparring.calibration import error_bar
from sparring.ids import CallId, RepId
from sparring.ports import CallGrade, Exam, Member, ResultsStore
from sparring.results.standing import CallStanding, standing
from sparring.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Sitting:
    """One call by which it was sat. `plus_minus`: its score's error, None without a score or where it is not known."""

    standing: CallStanding
    plus_minus: float | None


@dataclass(frozen=True, slots=True)
class ExamRep:
    """One rep. `sittings`: the oldest first, so that the first is that of a buyer whom they had not met in it."""

    rep_id: RepId
    name: str
    sittings: tuple[Sitting, ...]

    @property
    def result(self) -> Sitting | None:
        """Their first sitting with a score: what is void, or could not be graded, is taken again."""
        return next((one for one in self.sittings if one.standing.state == "graded"), None)


@dataclass(frozen=True, slots=True)
class ExamView:
    """One exam. `reps`: by name, those who have begun it and those who have not."""

    exam: Exam
    reps: tuple[ExamRep, ...]

    @property
    def results(self) -> tuple[CallStanding, ...]:
        """One for each rep who has one."""
        return tuple(rep.result.standing for rep in self.reps if rep.result is not None)


async def exams_to_sit(results: ResultsStore, open_here: Sequence[Exam], rep_id: RepId) -> list[Exam]:
    """Those that this rep has neither a score in nor with the coach: what came to nothing is sat again.

    Raises: ResultsFailed.
    """
    sat = await asyncio.gather(*(results.sittings(exam.exam_id) for exam in open_here))
    return [exam for exam, calls in zip(open_here, sat, strict=True) if not any(_is_sat(one, rep_id) for one in calls)]


def _is_sat(one: CallGrade, rep_id: RepId) -> bool:
    return one.call.rep_id == rep_id and standing(one).state in ("graded", "grading")


async def exam_view(results: ResultsStore, exam: Exam) -> ExamView:
    """Raises: ResultsFailed."""
    sat, members = await asyncio.gather(
        results.sittings(exam.exam_id), results.members(exam.tenant_id, exam.location_id)
    )
    scored = [one.call.call_id for one in sat if one.status == "graded"]
    errors = {card.call_id: _plus_minus(card) for card in await results.scorecards(scored)}
    return ExamView(exam, tuple(_reps(sat, members, errors)))


async def exams_of_team(results: ResultsStore, tenant_id: str, location_id: str) -> list[ExamView]:
    """The newest first, without errors: a list has no room for them, and reads no scorecard. Raises: ResultsFailed."""
    exams, members = await asyncio.gather(
        results.exams_of(tenant_id, location_id), results.members(tenant_id, location_id)
    )
    sat = await asyncio.gather(*(results.sittings(exam.exam_id) for exam in exams))
    return [ExamView(exam, tuple(_reps(calls, members, {}))) for exam, calls in zip(exams, sat, strict=True)]


def _reps(sat: Sequence[CallGrade], members: Sequence[Member], errors: Mapping[CallId, float | None]) -> list[ExamRep]:
    names = {one.call.rep_id: "" for one in sat} | {member.rep_id: member.name for member in members}
    by_rep: dict[RepId, list[Sitting]] = defaultdict(list)
    for one in sat:
        by_rep[one.call.rep_id].append(Sitting(standing(one), errors.get(one.call.call_id)))
    reps = [ExamRep(rep_id, name, tuple(by_rep[rep_id])) for rep_id, name in names.items()]
    return sorted(reps, key=lambda rep: (rep.name == "", rep.name.casefold(), rep.rep_id))


def _plus_minus(card: Scorecard) -> float | None:
    bar = error_bar(card.totals.score, card.grader, card.rubric) if card.totals else None
    return bar.plus_minus if bar else None
