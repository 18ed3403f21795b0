"""The item of one call, which is all that is kept of it but the grades' own text: pure edits, and what it says.

Flows in: an item or None, and what happened. Flows out: the item as it shall stand. A deleted call's item stays as a
tombstone, so that nothing that comes late brings the call back.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sparring.adapters.results.cosmos.container import Item
from sparring.adapters.results.kept_form import deleted_of, deleted_values, grader_key, utc_text
from sparring.appeal import Appeal, parse_appeal
from sparring.documents import digest_of, dump_document
from sparring.ids import CallId, RepId
from sparring.override import Override, parse_override
from sparring.ports import AppealedCall, CallGrade, CallRecord, DeletedSitting, Sittings, StepRecord
from sparring.results.tally import Counted, counted
from sparring.scorecard import GraderRef, Scorecard

KIND = "call"
LISTED = "c.record, c.newest, c.steps"
"""What `call_grade_of` reads."""


def record_of(item: Item | None) -> CallRecord | None:
    """What `begin` kept."""
    if item is None or "record" not in item:
        return None
    kept = item["record"]
    return CallRecord(**kept | {"started_at": datetime.fromisoformat(kept["started_at"])})


def is_forgotten(item: Item | None) -> bool:
    """Whether it is a tombstone."""
    return item is not None and "forgotten_at" in item


def begun(item: Item | None, call: CallRecord) -> Item:
    """With what is known of the call; steps may have come first."""
    return {**(item or {}), "kind": KIND, "record": asdict(call) | {"started_at": utc_text(call.started_at)}}


def noted(item: Item | None, *steps: StepRecord) -> Item:
    """With this progress; a step that was noted before keeps its place."""
    known = {step["step"]: step for step in (item or {}).get("steps", ())}
    for step in steps:
        known[step.step] = asdict(step) | {"at": utc_text(step.at)}
    return {**(item or {}), "kind": KIND, "steps": list(known.values())}


def steps_of(item: Item | None) -> list[StepRecord]:
    """In the order they were first noted."""
    noted_steps = (item or {}).get("steps", ())
    return [StepRecord(**step | {"at": datetime.fromisoformat(step["at"])}) for step in noted_steps]


def grade_id(card: Scorecard) -> str:
    """Under which the scorecard's own text is kept beside the call: the same text, the same item."""
    return f"grade.{digest_of(dump_document(card))[:32]}"


def has_grade(item: Item | None, transcript_digest: str, grader: GraderRef) -> bool:
    """Whether exactly this grade is stored."""
    key = _grade_key(transcript_digest, grader)
    return any(grade["key"] == key for grade in (item or {}).get("grades", ()))


def holds(item: Item | None, grade: str) -> bool:
    """Whether one of the grades is this item's text."""
    return any(one["id"] == grade for one in (item or {}).get("grades", ()))


def newest_grade(item: Item | None) -> str | None:
    """The id of the newest grade's text."""
    grades: Sequence[dict[str, str]] = (item or {}).get("grades", ())
    return grades[-1]["id"] if grades else None


def graded(item: Item, call: CallRecord, card: Scorecard) -> Item:
    """With a grade more, which is now the newest; lists and figures are answered from what is said of it here."""
    grade = {"key": _grade_key(card.transcript_digest, card.grader), "id": grade_id(card)}
    added = counted(call, card)
    newest: dict[str, Any] = {
        "status": card.status,
        "score": card.totals.score if card.totals else None,
        "passed": card.passed,
        "reason": card.reason,
        "grader": card.grader.model_dump(),
        "rubric": card.rubric.model_dump(),
        "tenths": added.tenths if added else None,
        "criteria": _scored(added) if added else [],
        "skills": dict(added.skills) if added else {},
    }
    kept = {name: item[name] for name in item if name not in ("appeals", "appealed_at")}  # against an older grade
    return {**kept, "grades": [*item.get("grades", ()), grade], "newest": newest, "counts": added is not None}


def _scored(added: Counted) -> list[dict[str, Any]]:
    return [
        {"criterion": name, "points": points, "max_points": most} for name, (points, most) in added.criteria.items()
    ]


def call_grade_of(item: Item) -> CallGrade:
    """As in a list."""
    record, newest = record_of(item), item.get("newest") or {}
    assert record is not None
    failed = any(step["state"] == "failed" for step in item.get("steps", ()))
    verdict = {name: newest.get(name) for name in ("status", "score", "passed", "reason")}
    return CallGrade(record, **verdict, failed=failed)


def overridden(item: Item, override: Override, at: datetime) -> Item:
    """With what a coach said, after what was said before; an open appeal that it is about is answered."""
    said = {"at": utc_text(at), "document": dump_document(override).decode()}
    item = appealed(item, *(one.overridden(override) for one in appeals_of(item)))
    return {**item, "overrides": [*item.get("overrides", ()), said], "overridden_at": said["at"]}


def overrides_of(item: Item | None) -> list[tuple[str, Override]]:
    """Oldest first, each with the time it was kept. Raises: ScoresRejected for one that a newer version wrote."""
    said = (item or {}).get("overrides", ())
    return [(one["at"], parse_override(one["document"].encode(), source="results")) for one in said]


def newest_overrides(items: Iterable[Item]) -> list[Override]:
    """Of these calls, newest first."""
    said = [one for item in items for one in reversed(overrides_of(item))]
    return [override for _, override in sorted(said, key=lambda one: one[0], reverse=True)]


def appealed(item: Item, *appeals: Appeal) -> Item:
    """With these appeals, each in the place of its criterion's; `appealed_at` tells since when one has been open."""
    known = item.get("appeals", {}) | {one.criterion: dump_document(one).decode() for one in appeals}
    return _with_appeals(item, known)


def withdrawn(item: Item, criterion: str) -> Item:
    """Without this criterion's."""
    return _with_appeals(item, {name: one for name, one in item["appeals"].items() if name != criterion})


def appeals_of(item: Item | None) -> list[Appeal]:
    """By criterion. Raises: ScoresRejected for one that a newer version wrote."""
    known = (item or {}).get("appeals", {})
    return [parse_appeal(known[criterion].encode(), source="results") for criterion in sorted(known)]


def open_appeal(item: Item | None, criterion: str) -> Appeal | None:
    """This criterion's, while nobody has answered it."""
    return next((one for one in appeals_of(item) if one.criterion == criterion and one.answer is None), None)


def open_appeals_of(items: Sequence[Item]) -> list[AppealedCall]:
    """What is open on any of these calls, longest waiting first."""
    records = [(record, item) for item in items if (record := record_of(item)) is not None]
    found = [AppealedCall(call, one) for call, item in records for one in appeals_of(item) if one.answer is None]
    return sorted(found, key=lambda one: (utc_text(one.appeal.at), one.call.call_id, one.appeal.criterion))


def _with_appeals(item: Item, known: dict[str, str]) -> Item:
    bare = {name: item[name] for name in item if name not in ("appeals", "appealed_at")}
    if not known:
        return bare
    made = {**bare, "appeals": known}
    waiting = [utc_text(one.at) for one in appeals_of(made) if one.answer is None]
    return {**made, "appealed_at": min(waiting)} if waiting else made


def shared(item: Item, at: datetime | None) -> Item:
    """Shown to managers since `at`; None: no longer."""
    return {**item, "shared_at": utc_text(at)} if at else {name: item[name] for name in item if name != "shared_at"}


def tombstone(item: Item | None, at: datetime, sitting: DeletedSitting | None) -> Item:
    """What stays of a deleted call, with what is still to be tidied up after it."""
    record = record_of(item)
    left = {"kind": KIND, "forgotten_at": utc_text(at)} | ({"sitting": deleted_values(sitting)} if sitting else {})
    return {**left, "untidy": [record.rep_id, record.location_id]} if record else left


def untidy(item: Item | None) -> tuple[RepId, str] | None:
    """Whose date of the last call, at which location, is still to be looked up again."""
    place = (item or {}).get("untidy")
    return (RepId(place[0]), place[1]) if place else None


def tidied(item: Item) -> Item:
    """A tombstone of which nothing is left to do."""
    return {name: item[name] for name in item if name != "untidy"}


def without_sitting(item: Item) -> Item:
    """A tombstone that says nothing of a sitting."""
    return {name: item[name] for name in item if name != "sitting"}


def sittings_of(items: Sequence[Item], limit: int | None) -> Sittings:
    """Of these calls and tombstones, each the oldest first. `limit`: of the calls; None: all."""
    sat = [call_grade_of(item) for item in items if "record" in item]
    deleted = [deleted_of(item["sitting"]) for item in items if "sitting" in item]
    return Sittings(
        sorted(sat, key=lambda one: (one.call.started_at, one.call.call_id))[:limit],
        sorted(deleted, key=lambda one: one.started_at),
    )


def call_id_of_mail(message_id: str) -> CallId:
    """A mail's id begins with its call's."""
    return CallId(message_id.partition(".")[0])


def in_order(items: Sequence[Item], limit: int) -> Iterator[Item]:
    """Newest call first, over however many partitions answered."""
    yield from sorted(items, key=lambda item: str(item["record"]["started_at"]), reverse=True)[:limit]


def _grade_key(transcript_digest: str, grader: GraderRef) -> str:
    return f"{transcript_digest} {grader_key(grader)}"
