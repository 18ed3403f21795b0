"""The form in which things are kept, whatever the store: times as text that sorts, exams, deleted sittings, graders."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sparring.appeal import Appeal
from sparring.ports import DeletedSitting, Exam
from sparring.scorecard import GraderRef, Scorecard, parse_scorecard


def grader_key(grader: GraderRef) -> str:
    """What makes two grades of one transcript two grades."""
    return f"{grader.name} {grader.version} {grader.model or ''}".rstrip()


def utc_text(at: datetime) -> str:
    """ISO 8601 in UTC with microseconds: text order is time order."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def read_scorecard(document: bytes) -> Scorecard:
    """Raises: ScorecardRejected for a grade that a newer version wrote."""
    return parse_scorecard(document, source="results")


def exam_values(exam: Exam) -> dict[str, Any]:
    """As it is kept: when it was set in UTC, its end with the offset of the day it ends on."""
    closes_at = exam.closes_at.isoformat() if exam.closes_at else None
    return asdict(exam) | {"set_at": utc_text(exam.set_at), "closes_at": closes_at}


def exam_of(kept: dict[str, Any]) -> Exam:
    """From what `exam_values` made."""
    closes_at = kept["closes_at"]
    times = {"set_at": datetime.fromisoformat(kept["set_at"])}
    return Exam(**kept | times | {"closes_at": datetime.fromisoformat(closes_at) if closes_at else None})


def deleted_values(sitting: DeletedSitting) -> dict[str, Any]:
    """As it is kept, its times in UTC."""
    times = {"started_at": utc_text(sitting.started_at), "deleted_at": utc_text(sitting.deleted_at)}
    return asdict(sitting) | times


def deleted_of(kept: Mapping[str, Any]) -> DeletedSitting:
    """From what `deleted_values` made."""
    times = {name: datetime.fromisoformat(kept[name]) for name in ("started_at", "deleted_at")}
    return DeletedSitting(**{**kept, **times})


def newest_answers(appeals: Iterable[Appeal], limit: int) -> list[Appeal]:
    """Those that have an answer, the newest answer first."""
    found = ((one.answer.at, one) for one in appeals if one.answer is not None)
    in_order = sorted(found, key=lambda pair: (pair[0], pair[1].call_id, pair[1].criterion), reverse=True)
    return [one for _, one in in_order[:limit]]
