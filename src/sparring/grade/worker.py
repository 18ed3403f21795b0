"""Brain 2's hand: one event in, one scorecard and one report out, however often the event comes and wherever it dies.

Flows in: `ObjectWritten` events and the transcripts they name. Flows out: a scorecard with its mail, stored in one
transaction under (call, transcript digest, grader version); progress for the page; dead letters with a reason. The
rubric is the one the installed persona calls for, never the one a file asks for; an uploaded call, which no persona
took, has the one that was chosen for it.
"""

import asyncio
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from sparring.documents import VersionRef, digest_of
from sparring.errors import (
    DocumentRejected,
    GradeFailed,
    ObjectMissing,
    SparringError,
    StoreUnavailable,
)
from sparring.grade.actor import audited
from sparring.grade.provenance import call_record, refuse_forgery, refuse_replacement
from sparring.grade.step_times import Laps
from sparring.grade.unscored import unscored
from sparring.persona import Persona
from sparring.ports import (
    Accounts,
    CallRecord,
    Clock,
    EventQueue,
    Mail,
    ObjectWritten,
    RepAccount,
    Results,
    ResultStream,
    StepId,
    StepRecord,
    Telemetry,
    TranscriptStore,
)
from sparring.rubric import Rubric
from sparring.scorecard import GraderRef, Scorecard
from sparring.telemetry import Silent
from sparring.transcript import MAX_TRANSCRIPT_BYTES, Transcript, call_id_of, parse_transcript

_log = logging.getLogger(__name__)

READ_LIMIT_S = 10.0
"""A store slower than this is tried again later; reading and grading together stay within the event's lease of 30 s."""

CRASH_ATTEMPTS = 3
"""A grader that crashed on a transcript this often will crash on it always."""

_FIELD = re.compile(r"[a-z0-9_.]{1,80}", re.ASCII)  # a field's path; an unknown key may be anybody's words


class Grade(Protocol):
    """Grades one call off the event loop."""

    async def __call__(
        self, transcript: Transcript, rubric: Rubric, *, transcript_digest: str, graded_at: datetime, grader: GraderRef
    ) -> Scorecard:
        """Raises: GradeFailed when there can be no grade; anything else counts as a crash."""


WriteMail = Callable[[Scorecard, Transcript, Persona | None, Rubric, RepAccount], Mail]
"""Words the report for a rep who has an address; called in a thread."""


class ResultsAndAccounts(Results, Accounts, Protocol):
    """The results store, which knows the reps too."""


@dataclass(frozen=True, slots=True)
class Worker:
    """Handles events, several at once if need be. `grader` names what `grade` does; another version grades anew."""

    store: TranscriptStore
    queue: EventQueue
    results: ResultsAndAccounts
    grade: Grade
    grader: GraderRef
    find_persona: Callable[[str], Persona]
    find_rubric: Callable[[VersionRef], Rubric]
    write_mail: WriteMail
    clock: Clock
    telemetry: Telemetry = field(default_factory=Silent)
    stream: ResultStream | None = None

    async def handle(self, event: ObjectWritten) -> None:
        """Grade what the event names, or hand it back to the queue with a reason.

        Raises: EventsFailed when the queue cannot be told; the event then comes again.
        """
        laps = Laps(self.clock, event)
        try:
            await self._grade_once(event, laps)
        except SparringError as error:
            laps.tell(self.telemetry, error.code)
            await self._hand_back(event, reason_of(error), retryable=error.retryable)
        except Exception as error:  # noqa: BLE001 - root of an event: whatever one does, the next is handled
            laps.tell(self.telemetry, "grade_crashed")
            _log.warning("grading crashed: event %s, %s", event.id, type(error).__name__)
            await self._hand_back(event, "grade_crashed", retryable=event.attempt < CRASH_ATTEMPTS)
        else:
            laps.tell(self.telemetry, "done")
            await self.queue.done(event)

    async def _grade_once(self, event: ObjectWritten, laps: Laps) -> None:
        name = event.object_name
        data = await self._read(name)
        if data is None:
            return
        transcript = await asyncio.to_thread(parse_transcript, data, source=name)
        laps.over("read")
        persona = None if transcript.attempt.upload else self.find_persona(transcript.persona.id)
        rubric = self.find_rubric(_wanted_rubric(transcript, persona))
        refuse_forgery(transcript, name, persona=persona, rubric=rubric)
        call = call_record(transcript, name, digest_of(data))
        if not await self._is_wanted(call):
            await self._publish(call)  # whoever kept the grade may have died before this
            return
        await self._note(call, "received", "done")
        await self._note(call, "evidence", "running")
        laps.over("gate")
        graded = await self._scorecard(transcript, rubric, call)
        laps.over("grade")
        scorecard = graded if persona is None else await asyncio.to_thread(audited, graded, transcript, persona)
        laps.over("audit")
        mail = await self._mail(scorecard, transcript, persona, rubric)
        laps.over("write_mail")
        await self.results.save(scorecard, mail)
        laps.over("store", scorecard)
        await self._publish(call)
        laps.over("publish")

    async def _read(self, name: str) -> bytes | None:
        """The object's bytes; None when its call was deleted on purpose."""
        call_id = call_id_of(name)
        try:
            return await asyncio.wait_for(self.store.get(name, max_bytes=MAX_TRANSCRIPT_BYTES), READ_LIMIT_S)
        except TimeoutError:
            raise StoreUnavailable("The object store takes too long to answer.") from None
        except ObjectMissing:
            if await self.results.is_forgotten(call_id):
                return None
            raise

    async def _is_wanted(self, call: CallRecord) -> bool:
        """Whether there is a grade to make. Raises: TranscriptRejected when another transcript of the call was read."""
        kept = await self.results.begin(call)
        if kept is None:
            return False
        refuse_replacement(call, kept=kept)
        digest = call.transcript_digest
        return not await self.results.has_grade(call.call_id, transcript_digest=digest, grader=self.grader)

    async def _scorecard(self, transcript: Transcript, rubric: Rubric, call: CallRecord) -> Scorecard:
        digest, at = call.transcript_digest, self.clock.now()
        try:
            return await self.grade(transcript, rubric, transcript_digest=digest, graded_at=at, grader=self.grader)
        except GradeFailed as error:
            return unscored(
                transcript, rubric, reason=error.sentence, transcript_digest=digest, graded_at=at, grader=self.grader
            )

    async def _mail(
        self, scorecard: Scorecard, transcript: Transcript, persona: Persona | None, rubric: Rubric
    ) -> Mail | None:
        account = await self.results.get_rep(scorecard.rep_id)
        if account is None or account.email is None:
            return None
        return await asyncio.to_thread(self.write_mail, scorecard, transcript, persona, rubric, account)

    async def _publish(self, call: CallRecord) -> None:
        """What is kept goes to the stream; the event is done only afterwards, so a kill in between brings it back."""
        if self.stream is None:
            return
        card = await self.results.get(call.call_id)
        if card is None:
            return
        await self.stream.append(call, card)
        if await self.results.is_forgotten(call.call_id):
            await self.stream.withdraw(call, card, at=self.clock.now())

    async def _note(self, call: CallRecord, step: StepId, state: Literal["running", "done"]) -> None:
        await self.results.put_step(call.call_id, StepRecord(step, state, self.clock.now()))

    async def _hand_back(self, event: ObjectWritten, reason: str, *, retryable: bool) -> None:
        _log.warning("event %s, attempt %d: %s", event.id, event.attempt, reason)
        if retryable:
            if not await self.queue.retry_later(event, reason):
                await self._mark_failed(event, reason)
            return
        await self._mark_failed(event, reason)
        await self.queue.dead_letter(event, reason)

    async def _mark_failed(self, event: ObjectWritten, reason: str) -> None:
        try:
            call_id = call_id_of(event.object_name)
            if await self.results.get(call_id) is not None:
                return  # a call that has its grade keeps it, whatever comes later under its name
            noted = await self.results.steps(call_id)
            step: StepId = noted[-1].step if noted else "received"
            await self.results.put_step(call_id, StepRecord(step, "failed", self.clock.now(), reason))
        except SparringError as error:
            _log.warning("event %s: failure not noted for its call: %s", event.id, error.code)


def _wanted_rubric(transcript: Transcript, persona: Persona | None) -> VersionRef:
    wanted = transcript.rubric
    return wanted if persona is None else wanted.model_copy(update={"id": persona.rubric_id})


def reason_of(error: SparringError) -> str:
    """The error's code, and for a document the field that was wrong; nobody's words."""
    field = error.field if isinstance(error, DocumentRejected) else ""
    return f"{error.code} {field}" if _FIELD.fullmatch(field) else error.code
