"""One call from ring to transcript: the same loop for the spoken and the typed path, and for every transport.

Flows in: what the rep said and when, how much of the answer was heard, silence, hang-ups. Flows out: the buyer's
moves, durable diary entries, and at the end one object in the store. Each turn is durable before the buyer answers.
Nothing here knows audio, networks or the wall clock.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from sparring.call import buyer, exchange, outage_lines
from sparring.call.buyer import BuyerState, Move
from sparring.call.by_model.wording import CallWords, ModelWording
from sparring.call.diary import turn_events
from sparring.call.diary.committed_turns import CallWatcher, CommittedTurns
from sparring.call.diary.entries import CallCarried, CallEnded, CallOpened, Happened, TurnCorrected, TurnMeasured, Used
from sparring.call.diary.handover import PROCESS_LOST, hand_over, read_diary
from sparring.call.diary.mind_trace import MindTrace
from sparring.call.exchange import Exchange, RepSaid
from sparring.call.replay import Branch
from sparring.call.saying import Saying
from sparring.call.voices import CallVoices, VoiceHeard
from sparring.documents import storable
from sparring.errors import CallOver
from sparring.ids import CallId
from sparring.persona import Persona
from sparring.ports import Journal, TranscriptStore
from sparring.transcript import (
    Ending,
    Event,
    EventKind,
    Speaker,
    StepKind,
    Transcript,
    Turn,
    TurnLatency,
    Word,
    Wording,
)
from sparring.usage import Meter

__all__ = ["CallSession", "CallWatcher", "EndedBy", "RepSaid"]

EndedBy = Literal["rep", "buyer", "time_limit", "connection_lost"]
"""Who or what ends a call that this process still carries."""


class CallSession:
    """The life of one call.

    Args:
        opened: who, with whom, under which rubric; written to the diary first.
        persona: the buyer, hidden part included.
        journal: where each turn becomes durable.
        store: the air gap.
        watcher: told of every turn, and of the end.
        clock_ms: the line's audio clock, zero at pick-up.
    """

    def __init__(
        self,
        opened: CallOpened,
        persona: Persona,
        *,
        journal: Journal,
        store: TranscriptStore,
        watcher: CallWatcher,
        clock_ms: Callable[[], int],
    ) -> None:
        self.opened, self.persona = opened, persona
        self._journal, self._store, self._watcher, self._line_ms = journal, store, watcher, clock_ms
        begun = exchange.begun(persona, seed=opened.seed, difficulty=opened.difficulty)
        self._exchange = Exchange(begun.state)
        self._opening = begun.unheard
        self._words = CallWords(persona)
        self._branch: Branch | None = None
        self._taken_up = False  # by this process, from a diary that another has begun
        self._written = CommittedTurns(opened.call_id, journal, watcher)
        self._mind_trace = MindTrace()
        self._one_at_a_time = asyncio.Lock()
        self._handed_over = False  # nothing more can be written about this call
        self.ending: Ending | None = None
        self.voices = CallVoices(persona, engine=opened.engines.voice)
        self.meter = Meter()  # told by whoever has a service do something for this call

    @property
    def call_id(self) -> CallId:
        """The call's id."""
        return self.opened.call_id

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What was said so far."""
        return self._written.all

    @property
    def state(self) -> BuyerState:
        """The buyer's state as it stands."""
        return self._exchange.state

    @property
    def unheard(self) -> Move | None:
        """What the buyer has decided to say and the rep has not heard yet."""
        return self._exchange.unheard

    @property
    def own_turns(self) -> tuple[Turn, ...]:
        """What was said on this very call; the rest was taken over from the one it was forked from."""
        return self._written.own

    def go_on_from(self, branch: Branch) -> None:
        """Before `open`: this call is a fork that takes over `branch`; the call's clock goes on from there."""
        if branch.turns:
            self._branch, self._exchange = branch, branch.exchange
            self._written.take_over(branch.turns, inherited=len(branch.turns))

    def take_up(self, so_far: Branch, *, inherited: int, picked_up: bool) -> None:
        """Before `open`: the diary stands, `inherited` turns of it of another call; this one goes on from there."""
        self._taken_up = True
        self._written.take_over(so_far.turns, inherited=inherited)
        if so_far.turns or picked_up:
            self._branch, self._exchange = so_far, so_far.exchange

    def read_ahead(self, text: str) -> None:
        """What the rep seems to be saying is answered and forgotten: the turn finds its sentences read. CPU work."""
        exchange.said(self.persona, self._exchange, RepSaid(storable(text), 0, 0, "typed"))

    def word_with(self, model_wording: ModelWording) -> None:
        """Before `open`: a model gives the buyer's decisions their words."""
        self._words.model_wording = model_wording

    def say(self, move: Move) -> Saying:
        """The words of the move that is still unheard, as they come; of another one, such as a cue, as they stand."""
        if move is not self._exchange.unheard:
            return Saying.at_once(move)
        return self._words.of(move) or self._words.begin(self.state, move, self.turns)

    async def open(self) -> None:
        """Make the call durable before anybody speaks, and the mind ready. Raises: JournalFailed."""
        await asyncio.to_thread(buyer.read_ahead, self.persona)
        if self._taken_up:
            await self._written.note(CallCarried(engines=self.opened.engines))
            return
        await self._written.note(self.opened)
        self._words.get_ready()
        if self._branch is not None:
            await self._written.note(self._branch.inherited)

    async def pick_up(self, *, ring_ms: int) -> Move | None:
        """Somebody picked up after `ring_ms`; returns what the buyer says first, if the buyer speaks first.

        On a fork the buyer says their last words again, as a cue: it changes nothing and is no turn.
        """
        if self._branch is not None:
            return self._exchange.unheard or self.last_words()
        await self._happened(EventKind.RING, duration_ms=ring_ms)
        await self._happened(EventKind.PICK_UP)
        self._exchange = replace(self._exchange, unheard=self._opening)
        return self._opening

    async def rep_said(self, said: RepSaid, *, on_move: Callable[[Saying], None] = lambda _: None) -> Move:
        """The rep finished a turn: the buyer decides, and the turn is written down.

        Args:
            said: the turn, on the line's clock.
            on_move: given the move's words at once, to get them ready; nobody may hear them before this returns.

        Raises:
            CallOver: the call has ended.
            JournalFailed: the turn could not be made durable; the buyer has not heard it.
        """
        said = replace(said, text=storable(said.text))
        async with self._one_at_a_time:
            self._refuse_when_over()
            start_ms, end_ms = said.start_ms + self._offset_ms, said.end_ms + self._offset_ms
            turn = self._turn(Speaker.REP, said.text, start_ms, end_ms, channel=said.channel)
            turn = turn.model_copy(update={"confidence": said.confidence})
            on_this_clock = replace(said, start_ms=turn.start_ms, end_ms=turn.end_ms)
            speaks_on = exchange.speaks_on(self._exchange, on_this_clock)
            cut_in = bool(self.own_turns) and self.turns[-1].interrupted and said.channel == "voice"
            after = exchange.said(self.persona, self._exchange, on_this_clock)
            assert after.unheard is not None
            on_move(self._words.begin(after.state, after.unheard, (*self.turns, turn)))
            await self._written.add(
                turn,
                *turn_events.of_rep_turn(
                    turn, at_ms=self._clock_ms(), talked_over=cut_in and not speaks_on, unsure=said.unsure
                ),
            )
            kind = StepKind.SPOKE_ON if speaks_on else StepKind.SAID
            self._exchange = after
            self._mind_trace.told(kind, after.state, turn=turn.index)
            return after.unheard

    def last_words(self) -> Move | None:
        """The buyer's last words once more, for a rep who missed them; None when the rep had the last."""
        return None if self.ending else outage_lines.last_words(self.turns, self._stage)

    def parting(self) -> Move:
        """The buyer's goodbye to a rep who cannot be heard any more."""
        return outage_lines.parting(self.state.seed, self._stage)

    @property
    def _stage(self) -> str:
        return self.persona.stages[self.state.rapport.stage].id

    async def rep_silent(self, *, silence_ms: int) -> Move | None:
        """Nobody has spoken for `silence_ms`; returns what the buyer says about it, if anything."""
        async with self._one_at_a_time:
            before = self._exchange
            if self.ending is not None or before.unheard is not None:
                return None
            self._exchange = exchange.waited(self.persona, before, silence_ms=silence_ms)
            if self._exchange != before:
                self._mind_trace.told(StepKind.SILENCE, self.state, silence_ms=silence_ms)
            if self._exchange.unheard is not None:
                await self._happened(EventKind.DEAD_AIR, duration_ms=silence_ms)
            return self._exchange.unheard

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
                text,
                interrupted=interrupted,
                start_ms=start_ms + self._offset_ms,
                end_ms=end_ms + self._offset_ms,
                channel=channel,
                latency=latency,
            )

    async def reconnected(self, *, away_ms: int, why: str | None = None) -> None:
        """The rep's connection came back; `why` it had been lost, as a slug, if the transport says."""
        await self._happened(EventKind.RECONNECTED, duration_ms=away_ms, ref=why)

    async def false_interruption(self) -> None:
        """The buyer stopped for a noise without words, and went on."""
        if self.ending is None:
            await self._happened(EventKind.FALSE_INTERRUPTION)

    async def measured(
        self,
        index: int,
        *,
        latency: TurnLatency | None = None,
        words: tuple[Word, ...] = (),
        confidence: float | None = None,
    ) -> None:
        """Something became known about a turn after it was said; unknown turns and calls handed over are ignored."""
        offset_ms = self._offset_ms
        timed = tuple(word.model_copy(update={"start_ms": word.start_ms + offset_ms}) for word in words)
        async with self._one_at_a_time:
            if not self._handed_over:
                entry = TurnMeasured(index=index, latency=latency, words=timed, confidence=confidence)
                await self._written.amend(entry)

    async def correct(self, index: int, text: str) -> None:
        """The rep corrects what was misheard; only their own spoken turns on this call can be corrected.

        Raises: CallOver when the coach has the call.
        """
        async with self._one_at_a_time:
            if self._handed_over:
                raise CallOver("Your coach has this call already: it can no longer be corrected.")
            corrected = storable(text).strip()
            if self._written.may_correct(index, corrected):
                await self._written.amend(TurnCorrected(index=index, text=corrected))

    async def end(self, by: EndedBy, *, reason: str) -> None:
        """Nobody speaks any more. The first end counts; later ones are ignored."""
        async with self._one_at_a_time:
            if self.ending is not None:
                return
            await self._settle("", interrupted=True)
            self._words.end()
            await self._written.note(*self._mind_trace.take())
            self.ending = Ending(by=by, complete=by in ("rep", "buyer", "time_limit"), reason=reason)
            await self._happened(EventKind.HANG_UP, ref=by if by in ("rep", "buyer") else None)
            if usage := self.meter.usage():
                await self._written.note(Used(usage=usage))
            await self._written.note(CallEnded(ending=self.ending, duration_ms=self._clock_ms()))
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
        move = self._exchange.unheard
        if move is None:
            return None
        text, saying = text.strip(), self._words.stop()
        wording, faults = (saying.wording, saying.faults) if saying else (None, ())
        self._exchange = exchange.heard(
            self.persona, self._exchange, text, interrupted=interrupted, began_ms=start_ms, wording=wording
        )
        turn, voice = None, None
        if text:
            turn = self._turn(Speaker.BUYER, text, start_ms, end_ms, channel=channel)
            turn = _as_settled(turn, move, interrupted=interrupted, latency=latency, wording=wording)
            voice = self.voices.heard(move.stage, text) if channel == "voice" else None
            turn = voice.on(turn) if voice else turn
        kind = StepKind.CUT_OFF if interrupted else StepKind.HEARD
        self._mind_trace.told(kind, self.state, turn=turn.index if turn else None)
        happened = turn_events.of_buyer_move(
            move, self.state, turn, at_ms=self._clock_ms(), interrupted=interrupted, faults=faults
        )
        await self._note_settled(turn, voice, happened, interrupted=interrupted)
        return turn

    async def _note_settled(
        self, turn: Turn | None, voice: VoiceHeard | None, happened: list[Happened], *, interrupted: bool
    ) -> None:
        # a rep who cut in waits for an answer: the trace is noted with the next
        trace = [] if interrupted else self._mind_trace.take()
        if turn is None:
            await self._written.note(*happened, *trace)
        else:
            await self._written.add(turn, *happened, *(voice.noticed(turn) if voice else ()), *trace)

    @property
    def _offset_ms(self) -> int:
        """Where the line's clock begins on the call's clock."""
        return max((turn.end_ms for turn in self._branch.turns), default=0) if self._branch else 0

    def _clock_ms(self) -> int:
        return max(0, self._line_ms() + self._offset_ms)

    def _turn(
        self, speaker: Speaker, text: str, start_ms: int, end_ms: int, *, channel: Literal["voice", "typed"]
    ) -> Turn:
        return Turn(
            index=len(self.turns),
            speaker=speaker,
            text=text,
            start_ms=start_ms,
            end_ms=max(start_ms, end_ms),
            channel=channel,
        )

    async def _happened(
        self,
        kind: EventKind,
        *,
        turn: int | None = None,
        ref: str | None = None,
        duration_ms: int | None = None,
    ) -> None:
        event = Event(kind=kind, at_ms=self._clock_ms(), turn=turn, ref=ref, duration_ms=duration_ms)
        await self._written.note(Happened(event=event))

    def _refuse_when_over(self) -> None:
        if self.ending is not None:
            raise CallOver("The call has ended. Start a new one to go on practising.")


def _as_settled(
    turn: Turn, move: Move, *, interrupted: bool, latency: TurnLatency | None, wording: Wording | None
) -> Turn:
    of_move = {"mood": move.mood, "stage": move.stage}
    return turn.model_copy(update={**of_move, "interrupted": interrupted, "latency": latency, "wording": wording})
