"""Results on Cosmos DB: `CosmosResults(items, clock)` implements `ResultsStore` for one tenant.

A call is one item, which changes as a whole or not at all; a scorecard's text is put beside it first and counts once
the call's item names it. What a grade is worth elsewhere (a rep's last call) is written before, or can be done again.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from sparring.adapters.results.cosmos import call_item, mails
from sparring.adapters.results.cosmos.analysis import CosmosAnalysis
from sparring.adapters.results.cosmos.container import Item, Items
from sparring.adapters.results.cosmos.exams import CosmosExams
from sparring.adapters.results.kept_form import newest_answers, read_scorecard, utc_text
from sparring.adapters.retry import EVENT_GRID, RetryPolicy
from sparring.appeal import Appeal
from sparring.documents import dump_document
from sparring.errors import ResultsFailed
from sparring.ids import CallId, RepId
from sparring.override import Override
from sparring.ports import AppealedCall, CallGrade, CallRecord, Clock, DeletedSitting, Mail, RepAccount, StepRecord
from sparring.scorecard import GraderRef, Scorecard

_CARDS_AT_ONCE = 8
"""Scorecards read side by side, two point reads each: a list of fifty does not take all of the throughput."""
# of a private call a manager knows nothing unless its rep shares it, or a manager handed it in
_APPEALED = (
    "IS_DEFINED(c.appealed_at) AND c.record.location_id = @location_id AND "
    "(c.record.attempt != 'private' OR c.record.uploaded_by = 'manager' OR IS_DEFINED(c.shared_at))"
)
_OVERRIDDEN_FOR = "IS_DEFINED(c.overridden_at) AND c.record.rep_id = @rep_id"
_APPEALED_BY = "IS_DEFINED(c.appeals) AND c.record.rep_id = @rep_id"


class CosmosResults(CosmosAnalysis, CosmosExams):
    """See the ports.

    Args:
        items: of this tenant's container.
        clock: stamps progress, deletions and heartbeats, and decides which mails are due.
        mail_policy: when to try a mail again.
    """

    def __init__(self, items: Items, clock: Clock, *, mail_policy: RetryPolicy = EVENT_GRID) -> None:
        super().__init__(items, clock)
        self._mail_policy = mail_policy

    async def begin(self, call: CallRecord) -> CallRecord | None:
        """Keep what is known of a call; answers what was kept the first time, or None when it was forgotten.

        Raises also ResultsFailed for a call of another tenant.
        """
        if call.tenant_id != self._items.tenant_id:
            raise ResultsFailed(
                "The call is another tenant's, and on Cosmos DB a store is one tenant's: set SPARRING_TENANT to it."
            )

        def keep(item: Item | None) -> tuple[Item | None, Item | None]:
            if call_item.is_forgotten(item) or call_item.record_of(item):
                return None, item
            made = call_item.begun(item, call)
            return made, made

        kept = await self._items.change(call.call_id, call.call_id, keep)
        if call_item.is_forgotten(kept):
            await self._tidy_up(call.call_id)
        return call_item.record_of(kept)

    async def has_grade(self, call_id: CallId, *, transcript_digest: str, grader: GraderRef) -> bool:
        """Whether exactly this grade is stored."""
        return call_item.has_grade(await self._call(call_id), transcript_digest, grader)

    async def save(self, scorecard: Scorecard, mail: Mail | None) -> bool:
        """Store scorecard, mail and finished steps at once; False, and nothing stored, if it was before."""
        call_id = scorecard.call_id
        call = call_item.record_of(before := await self._call(call_id))
        if call_item.is_forgotten(before) or _stored(before, scorecard):
            return False
        if call is None:
            raise ResultsFailed("A grade came before its call was begun.")
        if call_item.graded({}, call, scorecard)["counts"]:
            await self._reps.note_call(call.rep_id, call.location_id, call.started_at)
        text = {"kind": "grade", "document": dump_document(scorecard).decode()}
        await self._items.put(call_id, call_item.grade_id(scorecard), text)
        stored, replaced = await self._add_grade(call, scorecard, mail)
        if not stored:
            await self._take_back(call, scorecard)
        elif replaced:
            await self._reps.look_up_last_call(call.rep_id, call.location_id)
        return stored

    async def get(self, call_id: CallId) -> Scorecard | None:
        """The newest scorecard of a call. Raises also ScorecardRejected: a newer version wrote it."""
        grade = call_item.newest_grade(await self._call(call_id))
        text = await self._items.get(call_id, grade) if grade else None
        return None if text is None else read_scorecard(text["document"].encode())

    async def scorecards(self, call_ids: Sequence[CallId]) -> Sequence[Scorecard]:
        """The newest scorecard of each of these calls that has one, some read side by side."""
        gate = asyncio.Semaphore(_CARDS_AT_ONCE)

        async def card(call_id: CallId) -> Scorecard | None:
            async with gate:
                return await self.get(call_id)

        found = await asyncio.gather(*(card(call_id) for call_id in call_ids))
        return [one for one in found if one is not None]

    async def get_call(self, call_id: CallId) -> CallRecord | None:
        """What `begin` kept."""
        return call_item.record_of(await self._call(call_id))

    async def of_rep(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Scorecard]:
        """Newest call first."""
        condition, tail = "c.record.rep_id = @rep_id AND IS_DEFINED(c.newest)", "ORDER BY c.record.started_at DESC"
        found = self._items.query(f"TOP {limit} {call_item.LISTED}", condition, {"rep_id": rep_id}, tail=tail)
        listed = call_item.in_order([item async for item in found], limit)
        return await self.scorecards([item["record"]["call_id"] for item in listed])

    async def calls_of_rep(self, rep_id: RepId, *, limit: int = 50) -> Sequence[CallGrade]:
        """Newest call first, graded or not."""
        condition, tail = "c.record.rep_id = @rep_id", "ORDER BY c.record.started_at DESC"
        found = self._items.query(f"TOP {limit} {call_item.LISTED}", condition, {"rep_id": rep_id}, tail=tail)
        return [call_item.call_grade_of(item) for item in call_item.in_order([item async for item in found], limit)]

    async def call_grade(self, call_id: CallId) -> CallGrade | None:
        """One call as in that list; None when it was never begun."""
        item = await self._call(call_id)
        return call_item.call_grade_of(item) if item and call_item.record_of(item) else None

    async def put_step(self, call_id: CallId, step: StepRecord) -> None:
        """Note progress, replacing what was noted of this step; nothing for a forgotten call."""

        def note(item: Item | None) -> tuple[Item | None, None]:
            return (None if call_item.is_forgotten(item) else call_item.noted(item, step)), None

        await self._items.change(call_id, call_id, note)

    async def steps(self, call_id: CallId) -> Sequence[StepRecord]:
        """In the order they were first noted."""
        return call_item.steps_of(await self._call(call_id))

    async def put_override(self, override: Override) -> bool:
        """Keep a coach's level beside the grade; False, and nothing kept, when the call is unknown or forgotten."""
        now = self._clock.now()

        def keep(item: Item | None) -> tuple[Item | None, bool]:
            if item is None or call_item.record_of(item) is None:
                return None, False
            return call_item.overridden(item, override, now), True

        return await self._items.change(override.call_id, override.call_id, keep)

    async def overrides_of(self, call_id: CallId) -> Sequence[Override]:
        """Everything coaches said of one call, oldest first."""
        return [override for _, override in call_item.overrides_of(await self._call(call_id))]

    async def overrides(self, *, limit: int = 1_000) -> Sequence[Override]:
        """What coaches said of any call, newest first."""
        what, tail = f"TOP {limit} c.overrides", "ORDER BY c.overridden_at DESC"
        found = self._items.query(what, "IS_DEFINED(c.overridden_at)", {}, tail=tail)
        return call_item.newest_overrides([item async for item in found])[:limit]

    async def overrides_for(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Override]:
        """What coaches said of this rep's calls, newest first."""
        found = self._items.query("c.overrides", _OVERRIDDEN_FOR, {"rep_id": rep_id})
        return call_item.newest_overrides([item async for item in found])[:limit]

    async def put_appeal(self, appeal: Appeal) -> bool:
        """Keep a rep's word; False, and nothing kept, where there is one already, or no such call."""

        def keep(item: Item | None) -> tuple[Item | None, bool]:
            said = {one.criterion for one in call_item.appeals_of(item)}
            if item is None or call_item.record_of(item) is None or appeal.criterion in said:
                return None, False
            return call_item.appealed(item, appeal), True

        return await self._items.change(appeal.call_id, appeal.call_id, keep)

    async def appeals_of(self, call_id: CallId) -> Sequence[Appeal]:
        """Of one call, by criterion."""
        return call_item.appeals_of(await self._call(call_id))

    async def answer_appeal(self, appeal: Appeal) -> bool:
        """Keep it in the open one's place; False where none is open."""

        def answer(item: Item | None) -> tuple[Item | None, bool]:
            if item is None or call_item.open_appeal(item, appeal.criterion) is None:
                return None, False
            return call_item.appealed(item, appeal), True

        return await self._items.change(appeal.call_id, appeal.call_id, answer)

    async def withdraw_appeal(self, call_id: CallId, criterion: str) -> bool:
        """Remove an open one; False where none is open."""

        def withdraw(item: Item | None) -> tuple[Item | None, bool]:
            if item is None or call_item.open_appeal(item, criterion) is None:
                return None, False
            return call_item.withdrawn(item, criterion), True

        return await self._items.change(call_id, call_id, withdraw)

    async def open_appeals(self, tenant_id: str, location_id: str, *, limit: int = 50) -> Sequence[AppealedCall]:
        """Of calls at this location that managers may read now, longest waiting first."""
        if tenant_id != self._items.tenant_id:
            return []
        what, tail = f"TOP {limit} c.record, c.appeals", "ORDER BY c.appealed_at"
        found = self._items.query(what, _APPEALED, {"location_id": location_id}, tail=tail)
        return call_item.open_appeals_of([item async for item in found])[:limit]

    async def answered_appeals(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Appeal]:
        """Of this rep's calls, the newest answer first."""
        found = self._items.query("c.appeals", _APPEALED_BY, {"rep_id": rep_id})
        said = [one async for item in found for one in call_item.appeals_of(item)]
        return newest_answers(said, limit)

    async def forget(self, call_id: CallId, *, sitting: DeletedSitting | None = None) -> None:
        """Remove everything kept of a call but `sitting`, for good; asked again, it finishes what was broken off."""
        now = self._clock.now()

        def bury(item: Item | None) -> tuple[Item | None, None]:
            return (None if call_item.is_forgotten(item) else call_item.tombstone(item, now, sitting)), None

        await self._items.change(call_id, call_id, bury)
        await self._tidy_up(call_id)

    async def is_forgotten(self, call_id: CallId) -> bool:
        """Whether `forget` was asked for this call."""
        return call_item.is_forgotten(await self._call(call_id))

    async def unsent(self, *, limit: int = 10) -> Sequence[Mail]:
        """Mails due now, longest waiting first."""
        now_s = self._clock.now().timestamp()
        never_s = now_s + self._mail_policy.longest_s
        what, tail = f"TOP {limit} c.mails", "ORDER BY c.due_s"
        when = {"now_s": now_s, "never_s": never_s}
        found = self._items.query(what, "(c.due_s <= @now_s OR c.due_s > @never_s)", when, tail=tail)
        waiting = [one async for item in found for one in mails.due(item, now_s, never_s=never_s)]
        return [mail for _, mail in sorted(waiting, key=lambda one: one[0])][:limit]

    async def mark_sent(self, message_id: str) -> None:
        """Sent: the text is dropped, the id is kept, and the call's step `reported` is done."""
        now = self._clock.now()

        def end(item: Item | None) -> tuple[Item | None, None]:
            return (mails.sent(item, message_id, now) if item and mails.is_waiting(item, message_id) else None), None

        call_id = call_item.call_id_of_mail(message_id)
        await self._items.change(call_id, call_id, end)

    async def mark_failed(self, message_id: str, reason: str, *, final: bool = False) -> None:
        """Schedule the next attempt; after 24 hours, or when `final`, give up and mark `reported` failed."""
        now, policy = self._clock.now(), self._mail_policy

        def wait(item: Item | None) -> tuple[Item | None, None]:
            if item is None or not mails.is_waiting(item, message_id):
                return None, None
            return mails.failed(item, message_id, reason, now=now, policy=policy, final=final), None

        call_id = call_item.call_id_of_mail(message_id)
        await self._items.change(call_id, call_id, wait)

    async def beat(self, worker: str) -> None:
        """Note that this worker is alive now."""
        await self._items.put(worker, worker, {"kind": "worker", "at": utc_text(self._clock.now())})

    async def last_beat(self, worker: str) -> datetime | None:
        """When this worker was last alive."""
        found = await self._items.get(worker, worker)
        return datetime.fromisoformat(found["at"]) if found else None

    async def put_rep(self, account: RepAccount) -> None:
        """Create or replace."""
        await self._reps.enter(account)

    async def get_rep(self, rep_id: RepId) -> RepAccount | None:
        """None for a rep nobody has entered."""
        return await self._reps.account(rep_id)

    async def forget_rep(self, rep_id: RepId) -> None:
        """Remove name, address and what stays of deleted sittings; calls stay."""
        await self._reps.leave(rep_id)
        await self._drop_deleted("c.sitting.rep_id = @rep_id", {"rep_id": rep_id})

    async def close(self) -> None:
        """Nothing may be called afterwards."""
        await self._items.close()

    async def _call(self, call_id: CallId) -> Item | None:
        return await self._items.get(call_id, call_id)

    async def _add_grade(self, call: CallRecord, card: Scorecard, mail: Mail | None) -> tuple[bool, bool]:
        """Whether the grade was stored, and whether the call counted before and counts no more."""
        now = self._clock.now()

        def add(item: Item | None) -> tuple[Item | None, tuple[bool, bool]]:
            if item is None or call_item.record_of(item) is None or _stored(item, card):
                return None, (False, False)
            made = call_item.graded(item, call, card)
            steps = [StepRecord("evidence", "done", now), StepRecord("scored", "done", now)]
            made = call_item.noted(made, *steps, *([] if mail else [StepRecord("reported", "done", now)]))
            made = mails.queued(made, mail, now) if mail else made
            return made, (True, bool(item.get("counts")) and not made["counts"])

        return await self._items.change(call.call_id, call.call_id, add)

    async def _take_back(self, call: CallRecord, card: Scorecard) -> None:
        """Another worker's grade was first, or the call was deleted meanwhile: what was put beside it goes."""
        item, grade = await self._call(call.call_id), call_item.grade_id(card)
        if not call_item.holds(item, grade):
            await self._items.remove(call.call_id, grade)
        if call_item.is_forgotten(item):
            await self._reps.look_up_last_call(call.rep_id, call.location_id)

    async def _tidy_up(self, call_id: CallId) -> None:
        """Remove the texts of a deleted call's grades, and look up its rep's last call again. May be done again."""
        texts = self._items.query("c.id", "c.kind = @kind", {"kind": "grade"}, part=call_id)
        for text in [item async for item in texts]:
            await self._items.remove(call_id, text["id"])
        place = call_item.untidy(await self._call(call_id))
        if place is not None:
            await self._reps.look_up_last_call(*place)
            await self._items.change(call_id, call_id, lambda item: (call_item.tidied(item or {}), None))


def _stored(item: Item | None, card: Scorecard) -> bool:
    return call_item.has_grade(item, card.transcript_digest, card.grader)
