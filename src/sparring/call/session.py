"""One call from ring to transcript: the same loop for the spoken and the typed path, and for every transport.

Flows in: what the rep said and when, how much of the answer was heard, silence, hang-ups. Flows out: the buyer's
moves, durable diary entries, and at the end one object in the store. Each turn is durable before the buyer answers.
Nothing here knows audio, networks or the wall clock.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from sparring.call import buyer
from sparring.call.buyer import BuyerState, Move, RepUtterance
from sparring.call.journal import (
    Corrected,
    Ended,
    Entry,
    Happened,
    Measured,
    Opened,
    Said,
    amended,
    assemble,
    decode,
    encode,
)
from sparring.documents import dump_document, storable
from sparring.errors import CallOver, SparringError
from sparring.ids import CallId
from sparring.persona import Persona
from sparring.ports import Journal, TranscriptStore
from sparring.speech_acts import recognise
from sparring.transcript import Ending, Event, EventKind, Speaker, Transcript, Turn, TurnLatency, Word, object_name

log = logging.getLogger(__name__)

EndedBy = Literal["rep", "buyer", "time_limit", "connection_lost"]
"""Who or what ends a call that this process still carries."""


@dataclass(frozen=True, slots=True)
class RepSaid:
    """One utterance of the rep, on the call's clock."""

    text: str
    start_ms: int
    end_ms: int
    channel: Literal["voice", "typed"]
    confidence: float | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class _Answered:
    """What a move answers: the utterance, and the buyer's state before it."""

    state: BuyerState
    said: RepSaid


class CallWatcher(Protocol):
    """Who shows the call to the rep."""

    def turn_committed(self, turn: Turn) -> None:
        """A turn stands in the diary, or a turn that stood there has changed."""

    def call_ended(self, ending: Ending) -> None:
        """Nobody speaks any more."""


class CallSession:
    """The life of one call.

    Args:
        opened: who, with whom, under which rubric; written to the diary first.
        persona: the buyer, hidden part included.
        journal: where each turn becomes durable.
        store: the air gap.
        watcher: told of every turn, and of the end.
        clock_ms: the call's audio clock, zero at pick-up.
    """

    def __init__(
        self,
        opened: Opened,
        persona: Persona,
        *,
        journal: Journal,
        store: TranscriptStore,
        watcher: CallWatcher,
        clock_ms: Callable[[], int],
    ) -> None:
        self.opened, self.persona = opened, persona
        self._journal, self._store, self._watcher, self._clock_ms = journal, store, watcher, clock_ms
        self._state, self._opening = buyer.begin(persona, seed=opened.seed, difficulty=opened.difficulty)
        self._turns: list[Turn] = []
        self._unheard: Move | None = None  # the rep has not heard it yet
        self._answered: _Answered | None = None  # what that move answers
        self._one_at_a_time = asyncio.Lock()
        self._handed_over = False  # nothing more can be written about this call
        self.ending: Ending | None = None

    @property
    def call_id(self) -> CallId:
        """The call's id."""
        return self.opened.call_id

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What was said so far."""
        return tuple(self._turns)

    @property
    def state(self) -> BuyerState:
        """The buyer's state as it stands."""
        return self._state

    async def open(self) -> None:
        """Make the call durable before anybody speaks. Raises: JournalFailed."""
        await self._write(self.opened)

    async def pick_up(self, *, ring_ms: int) -> Move | None:
        """Somebody picked up after `ring_ms`; returns what the buyer says first, if the buyer speaks first."""
        await self._happened(EventKind.RING, duration_ms=ring_ms)
        await self._happened(EventKind.PICK_UP)
        if self._opening is not None:
            self._unheard = self._opening
        return self._opening

    async def rep_said(self, said: RepSaid) -> Move:
        """The rep finished a turn: write it down, then let the buyer decide.

        Raises:
            CallOver: the call has ended.
            JournalFailed: the turn could not be made durable; the buyer has not heard it.
        """
        said = replace(said, text=storable(said.text))
        async with self._one_at_a_time:
            self._refuse_when_over()
            talked_over = bool(self._turns) and self._turns[-1].interrupted and said.channel == "voice"
            turn = self._turn(Speaker.REP, said.text, said.start_ms, said.end_ms, channel=said.channel)
            await self._commit(turn.model_copy(update={"confidence": said.confidence}))
            if talked_over:  # the buyer yields at once: what counts is how long the rep kept the word
                length_ms = turn.end_ms - turn.start_ms
                await self._happened(EventKind.OVERLAP, at_ms=turn.start_ms, duration_ms=length_ms, ref="rep")
            if said.unsure:
                await self._happened(EventKind.UNSURE_HEARING, turn=turn.index)
            whole = self._with_what_went_before(said)
            self._answered = _Answered(self._state, whole)
            self._state, self._unheard = self._hear(whole)
            return self._unheard

    async def rep_silent(self, *, silence_ms: int) -> Move | None:
        """Nobody has spoken for `silence_ms`; returns what the buyer says about it, if anything."""
        async with self._one_at_a_time:
            if self.ending is not None or self._unheard is not None:
                return None
            self._state, move = buyer.wait(self.persona, self._state, silence_ms=silence_ms)
            if move is not None:
                self._unheard, self._answered = move, None
                await self._happened(EventKind.DEAD_AIR, duration_ms=silence_ms)
            return move

    async def buyer_heard(
        self,
        text: str,
        *,
        start_ms: int,
        end_ms: int,
        interrupted: bool = False,
        channel: Literal["voice", "typed"] = "voice",
        latency: TurnLatency | None = None,
    ) -> Turn | None:
        """The buyer's move has been heard, whole or up to where the rep cut in; returns the turn, if any was heard."""
        async with self._one_at_a_time:
            return await self._settle(
                text, interrupted=interrupted, start_ms=start_ms, end_ms=end_ms, channel=channel, latency=latency
            )

    async def reconnected(self, *, away_ms: int) -> None:
        """The rep's connection came back."""
        await self._happened(EventKind.RECONNECTED, duration_ms=away_ms)

    async def measured(
        self,
        index: int,
        *,
        latency: TurnLatency | None = None,
        words: tuple[Word, ...] = (),
        confidence: float | None = None,
    ) -> None:
        """Something became known about a turn after it was said; unknown turns and calls handed over are ignored."""
        async with self._one_at_a_time:
            if 0 <= index < len(self._turns) and not self._handed_over:
                await self._amend(index, Measured(index=index, latency=latency, words=words, confidence=confidence))

    async def correct(self, index: int, text: str) -> None:
        """The rep corrects what was misheard; only their own spoken turns can be corrected.

        Raises: CallOver when the coach has the call.
        """
        async with self._one_at_a_time:
            if self._handed_over:
                raise CallOver("Your coach has this call already: it can no longer be corrected.")
            corrected = storable(text).strip()
            if self._is_correction(index, corrected):
                await self._amend(index, Corrected(index=index, text=corrected))

    async def end(self, by: EndedBy, *, reason: str) -> None:
        """Nobody speaks any more. The first end counts; later ones are ignored."""
        async with self._one_at_a_time:
            if self.ending is not None:
                return
            await self._settle("", interrupted=True)
            self.ending = Ending(by=by, complete=by in ("rep", "buyer", "time_limit"), reason=reason)
            await self._happened(EventKind.HANG_UP, ref=by if by in ("rep", "buyer") else None)
            await self._write(Ended(ending=self.ending, duration_ms=self._clock_ms()))
        self._watcher.call_ended(self.ending)

    async def transcript(self) -> Transcript:
        """The diary so far, folded."""
        return await read_diary(self._journal, self.call_id, otherwise=PROCESS_LOST)

    async def write_transcript(self) -> str:
        """Put the finished call into the store, once, and close the diary; returns the object's name.

        Raises: StoreUnavailable (the diary is kept, a sweeper will try again), ObjectConflict, DiaryUnreadable.
        """
        async with self._one_at_a_time:
            name = await hand_over(self._journal, self._store, self.call_id)
            self._handed_over = True
            return name

    async def set_aside(self, reason: str) -> None:
        """The transcript will never be taken: keep the diary for the operator, with `reason`, an error's code."""
        async with self._one_at_a_time:
            await self._journal.set_aside(self.call_id, reason)
            self._handed_over = True

    def _with_what_went_before(self, said: RepSaid) -> RepSaid:
        """What the buyer takes as one utterance.

        A rep who speaks on before the first sound of the answer had not finished: the buyer forgets that answer and
        hears both parts as one. The transcript keeps the two turns they were recognised as.
        """
        before, self._unheard = self._answered, None
        if before is None:
            return said
        self._state = before.state
        text = f"{before.said.text} {said.text}".strip()
        return replace(said, text=text, start_ms=before.said.start_ms, unsure=said.unsure and before.said.unsure)

    def _hear(self, said: RepSaid) -> tuple[BuyerState, Move]:
        acts = recognise(said.text, buyer.context(self.persona, self._state))
        utterance = RepUtterance(said.text, acts, said.start_ms, said.end_ms, unsure=said.unsure)
        return buyer.hear(self.persona, self._state, utterance)

    async def _settle(
        self,
        text: str,
        *,
        interrupted: bool,
        start_ms: int = 0,
        end_ms: int = 0,
        channel: Literal["voice", "typed"] = "voice",
        latency: TurnLatency | None = None,
    ) -> Turn | None:
        """Account for the buyer's last move: only what was heard has been said."""
        if self._unheard is None:
            return None
        move, self._unheard, self._answered = self._unheard, None, None
        if interrupted:
            self._state = buyer.interrupted(self.persona, self._state, heard_text=text)
        turn = None
        if text.strip():
            turn = self._turn(Speaker.BUYER, text.strip(), start_ms, end_ms, channel=channel).model_copy(
                update={
                    "interrupted": interrupted,
                    "latency": latency,
                    "mood": move.mood,
                    "stage": move.stage,
                    "voice_id": self.persona.voice_of(move.stage).local if channel == "voice" else None,
                }
            )
            await self._commit(turn)
        await self._account(move, turn, interrupted=interrupted)
        return turn

    async def _account(self, move: Move, turn: Turn | None, *, interrupted: bool) -> None:
        index = turn.index if turn else None
        if interrupted and turn is not None:
            await self._happened(EventKind.INTERRUPTION, turn=index, ref="rep")
        for fact in (fact for fact in move.reveals if fact in self._state.standing.told):
            await self._happened(EventKind.FACT_EARNED, turn=index, ref=fact)
        if turn is None:
            return
        for objection in move.raises:
            await self._happened(EventKind.OBJECTION_RAISED, turn=index, ref=objection)
        for objection in move.settles:
            await self._happened(EventKind.OBJECTION_SETTLED, turn=index, ref=objection)
        if move.agrees:
            await self._happened(EventKind.AGREED, turn=index)

    def _turn(
        self, speaker: Speaker, text: str, start_ms: int, end_ms: int, *, channel: Literal["voice", "typed"]
    ) -> Turn:
        return Turn(
            index=len(self._turns),
            speaker=speaker,
            text=text,
            start_ms=start_ms,
            end_ms=max(start_ms, end_ms),
            channel=channel,
        )

    async def _commit(self, turn: Turn) -> None:
        await self._write(Said(turn=turn))
        self._turns.append(turn)
        self._watcher.turn_committed(turn)

    def _is_correction(self, index: int, text: str) -> bool:
        if not 0 <= index < len(self._turns) or not text:
            return False
        turn = self._turns[index]
        return turn.speaker is Speaker.REP and turn.channel == "voice" and turn.text != text

    async def _amend(self, index: int, entry: Measured | Corrected) -> None:
        await self._write(entry)
        self._turns[index] = amended(self._turns[index], entry)
        self._watcher.turn_committed(self._turns[index])

    async def _happened(
        self,
        kind: EventKind,
        *,
        at_ms: int | None = None,
        turn: int | None = None,
        ref: str | None = None,
        duration_ms: int | None = None,
    ) -> None:
        moment_ms = self._clock_ms() if at_ms is None else at_ms
        event = Event(kind=kind, at_ms=max(0, moment_ms), turn=turn, ref=ref, duration_ms=duration_ms)
        await self._write(Happened(event=event))

    async def _write(self, entry: Entry) -> None:
        await self._journal.append(self.opened.call_id, encode(entry))

    def _refuse_when_over(self) -> None:
        if self.ending is not None:
            raise CallOver("The call has ended. Start a new one to go on practising.")


PROCESS_LOST = Ending(by="process_lost", complete=False, reason="The program that carried the call stopped.")


async def read_diary(journal: Journal, call_id: CallId, *, otherwise: Ending) -> Transcript:
    """The transcript that a call's diary amounts to. Raises: JournalFailed."""
    return assemble([decode(line) for line in await journal.lines(call_id)], otherwise=otherwise)


async def hand_over(journal: Journal, store: TranscriptStore, call_id: CallId) -> str:
    """Write a finished call to the store and close its diary; safe to repeat after any crash."""
    transcript = await read_diary(journal, call_id, otherwise=PROCESS_LOST)
    name = object_name(transcript)
    await store.put_once(name, dump_document(transcript))
    await journal.close_call(call_id)
    return name


async def sweep(journal: Journal, store: TranscriptStore, *, idle_s: float) -> tuple[CallId, ...]:
    """Finish every call whose process has been silent for `idle_s`; returns the calls that were handed over.

    One call's trouble is not another's: what may succeed later is tried at the next sweep, and a diary that will never
    be taken is set aside with the reason. Raises: JournalFailed when the journal itself cannot be used.
    """
    return tuple(
        [call_id for call_id in await journal.abandoned(idle_s=idle_s) if await _swept(journal, store, call_id)]
    )


async def _swept(journal: Journal, store: TranscriptStore, call_id: CallId) -> bool:
    try:
        await hand_over(journal, store, call_id)
    except SparringError as error:
        log.warning("call %s is not handed over: %s", call_id, error.code)
        if not error.retryable:
            await journal.set_aside(call_id, error.code)
        return False
    return True
