"""An exam as a manager looks at it: who sat it with what came of it, and who of the team has not.

Flows in: the exam, the results store. Flows out: one value a page. Everybody who may sit it is a member of the team.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sparring.calibration import error_bar
from sparring.documents import VersionRef
from sparring.ids import CallId, ExamId, RepId
from sparring.ports import DeletedSitting, Exam, Member, ResultsStore, Sittings
from sparring.results.standing import CallStanding, standing
from sparring.scorecard import Scorecard

_SAT = ("graded", "grading")  # what came to nothing is sat again


@dataclass(frozen=True, slots=True)
class Sitting:
    """One call by which it was sat.

    `plus_minus`: its score's error, None without a score or where it is not known. `persona`: the buyer, None where
    no grade says who it was.
    """

    standing: CallStanding
    plus_minus: float | None = None
    persona: VersionRef | None = None

    @property
    def started_at(self) -> datetime:
        """When the call began."""
        return self.standing.call.started_at


@dataclass(frozen=True, slots=True)
class ExamRep:
    """One rep. `sittings`: the oldest first, so that the first is that of a buyer whom they had not met in it."""

    rep_id: RepId
    name: str
    sittings: tuple[Sitting | DeletedSitting, ...]

    @property
    def result(self) -> Sitting | DeletedSitting | None:
        """Their first with a score, or that they deleted: what is void, or could not be graded, is taken again."""
        return next((one for one in self.sittings if _is_final(one)), None)


@dataclass(frozen=True, slots=True)
class ExamCounts:
    """Of one exam, by reps: who may sit it or has begun it, who has a result, and whose result is passed."""

    reps: int
    sat: int
    passed: int


@dataclass(frozen=True, slots=True)
class ExamView:
    """One exam. `reps`: by name, those who have begun it and those who have not."""

    exam: Exam
    reps: tuple[ExamRep, ...]

    @property
    def results(self) -> tuple[Sitting | DeletedSitting, ...]:
        """One for each rep who has one."""
        return tuple(rep.result for rep in self.reps if rep.result is not None)

    @property
    def counts(self) -> ExamCounts:
        """As a list of exams shows them."""
        passed = sum(isinstance(one, Sitting) and one.standing.passed is True for one in self.results)
        return ExamCounts(len(self.reps), len(self.results), passed)

    @property
    def persona(self) -> VersionRef | None:
        """The buyer of the first sitting that names one: a score with another version of them is another thing."""
        sat = [one for rep in self.reps for one in rep.sittings if isinstance(one, Sitting) and one.persona is not None]
        return min(sat, key=lambda one: one.started_at).persona if sat else None


async def exams_to_sit(results: ResultsStore, open_here: Sequence[Exam], rep_id: RepId) -> list[Exam]:
    """Those that this rep has neither a score in nor with the coach: what came to nothing is sat again.

    Raises: ResultsFailed.
    """
    if not open_here:
        return []
    mine = await results.sittings_of_rep(rep_id)
    sat = {one.call.exam_id for one in mine.calls if standing(one).state in _SAT}
    sat |= {one.exam_id for one in mine.deleted}
    return [exam for exam in open_here if exam.exam_id not in sat]


def left_of(sitting: CallStanding, *, deleted_at: datetime) -> DeletedSitting | None:
    """What stays of a sitting that its rep deletes; None for another call, and for what came to nothing."""
    call = sitting.call
    if call.exam_id is None or sitting.state not in _SAT:
        return None
    return DeletedSitting(call.call_id, call.exam_id, call.rep_id, call.started_at, deleted_at)


async def exam_view(results: ResultsStore, exam: Exam) -> ExamView:
    """Raises: ResultsFailed."""
    sat, members = await asyncio.gather(
        results.sittings([exam.exam_id]), results.members(exam.tenant_id, exam.location_id)
    )
    graded = [one.call.call_id for one in sat.calls if one.status is not None]
    cards = {card.call_id: card for card in await results.scorecards(graded)}
    return ExamView(exam, tuple(_reps(sat, members, cards)))


async def exam_counts(results: ResultsStore, exams: Sequence[Exam]) -> dict[ExamId, ExamCounts]:
    """Of each of these, from one question for all their sittings. Raises: ResultsFailed."""
    if not exams:
        return {}
    sat = await results.sittings([exam.exam_id for exam in exams])
    places = {(exam.tenant_id, exam.location_id) for exam in exams}
    teams = {place: await results.members(*place) for place in places}
    return {exam.exam_id: _counts(exam, sat, teams[exam.tenant_id, exam.location_id]) for exam in exams}


def _counts(exam: Exam, sat: Sittings, members: Sequence[Member]) -> ExamCounts:
    """`sat`: of this exam and of others."""
    calls = [one for one in sat.calls if one.call.exam_id == exam.exam_id]
    deleted = [one for one in sat.deleted if one.exam_id == exam.exam_id]
    return ExamView(exam, tuple(_reps(Sittings(calls, deleted), members, {}))).counts


def _reps(sat: Sittings, members: Sequence[Member], cards: Mapping[CallId, Scorecard]) -> list[ExamRep]:
    by_rep: dict[RepId, list[Sitting | DeletedSitting]] = defaultdict(list)
    for one in sat.calls:
        card = cards.get(one.call.call_id)
        told = Sitting(standing(one), _plus_minus(card), card.persona) if card else Sitting(standing(one))
        by_rep[one.call.rep_id].append(told)
    for deleted in sat.deleted:
        by_rep[deleted.rep_id].append(deleted)
    names = dict.fromkeys(by_rep, "") | {member.rep_id: member.name for member in members}
    reps = [ExamRep(rep_id, name, tuple(sorted(by_rep[rep_id], key=_when))) for rep_id, name in names.items()]
    return sorted(reps, key=lambda rep: (rep.name == "", rep.name.casefold(), rep.rep_id))


def _when(sitting: Sitting | DeletedSitting) -> datetime:
    return sitting.started_at


def _is_final(sitting: Sitting | DeletedSitting) -> bool:
    return isinstance(sitting, DeletedSitting) or sitting.standing.state == "graded"


def _plus_minus(card: Scorecard) -> float | None:
    bar = error_bar(card.totals.score, card.grader, card.rubric) if card.totals else None
    return bar.plus_minus if bar else None
