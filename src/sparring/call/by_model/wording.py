"""The buyer's decision in a language model's words, within a budget: never a long silence, never anything not decided.

Flows in: a move and everything said so far. Flows out: a `Saying` that fills up. What the model does not say in time,
or may not say, is said in the persona's own words; one more try is made while there is time, covered by a filler.
"""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass

from sparring.call.buyer import Move, still_unsaid
from sparring.call.by_model.draft import Draft
from sparring.call.by_model.guard import Guard
from sparring.call.by_model.identity import prompt
from sparring.call.by_model.instruction import as_written
from sparring.call.mind import phrases
from sparring.call.mind.state import BuyerState
from sparring.call.mind.wording import joined
from sparring.call.saying import Saying
from sparring.errors import ModelFailed
from sparring.persona import Persona
from sparring.ports import BuyerModel, BuyerPrompt, Clock
from sparring.transcript import Turn
from sparring.usage import Meter


@dataclass(frozen=True, slots=True)
class Budget:
    """Seconds a model has. End of turn, hearing and voice take about 0.8 s more, and nobody waits longer than 2.5 s.

    Args:
        first_s: to the first clause; then a filler is spoken and the model is asked once more.
        second_s: for that.
        stall_s: between two clauses, while the voice still has something to say.
        whole_s: for everything.
        rest_s: how long a model is left alone that failed twice in a row.
    """

    first_s: float = 0.9
    second_s: float = 0.8
    stall_s: float = 1.2
    whole_s: float = 6.0
    rest_s: float = 30.0


FAILURES_BEFORE_REST = 2


class ModelWording:
    """One call's. `fills`: a filler covers the second try; in writing nobody hears one. `meter`: of the call."""

    def __init__(
        self,
        model: BuyerModel,
        clock: Clock,
        *,
        budget: Budget | None = None,
        fills: bool = True,
        meter: Meter | None = None,
    ) -> None:
        self._model, self._clock, self._budget, self._fills = model.for_call(meter), clock, budget or Budget(), fills
        self._warming: asyncio.Task[None] | None = None
        self._failures = 0
        self._rests_until_s = 0.0

    @property
    def name(self) -> str:
        """Of the model, for the record."""
        return self._model.name

    def begin(self) -> None:
        """The call is being put through: a connection is made before the first word is needed."""
        self._warming = asyncio.create_task(self._model.warm_up(), name="warm-up")

    def end(self) -> None:
        """Nothing more will be said."""
        if self._warming is not None:
            self._warming.cancel()
        self._model.hang_up()

    def say(self, persona: Persona, state: BuyerState, move: Move, turns: Sequence[Turn]) -> Saying:
        """The words of `move`, the last one of `state`, as they come."""
        if not move.text or as_written(state):
            return Saying.at_once(move)
        saying = Saying(move, model=self._model.name)
        guard, asked = Guard(persona, state, move, turns), prompt(persona, state, move, turns)
        filler = _filler(state) if self._fills else ""
        worded = _Worded(saying, guard, asked, filler)
        saying.words_from(asyncio.create_task(self._word(worded, state), name="wording"))
        return saying

    async def _word(self, worded: "_Worded", state: BuyerState) -> None:
        saying = worded.saying
        try:
            if self._clock.monotonic_s() < self._rests_until_s:
                saying.fault("resting")
            else:
                await self._ask(worded)
            saying.add(worded.remainder(state))
            saying.finish()
        finally:  # whatever went wrong, the buyer is not left without words
            saying.add("" if saying.text else saying.move.text)
            saying.end()

    async def _ask(self, worded: "_Worded") -> None:
        began_s = self._clock.monotonic_s()
        first_by_s, whole_by_s = began_s + self._budget.first_s, began_s + self._budget.whole_s
        failure = await self._tried(worded, first_by_s, whole_by_s)
        if failure is not None and failure.again and not worded.draft.text:
            now_s = self._clock.monotonic_s()
            if now_s >= first_by_s:
                worded.saying.add(worded.filler)
                first_by_s = now_s + self._budget.second_s
            worded.begin_again()
            failure = await self._tried(worded, first_by_s, whole_by_s)
        self._failures = 0 if failure is None else self._failures + 1
        if self._failures >= FAILURES_BEFORE_REST:
            self._failures, self._rests_until_s = 0, self._clock.monotonic_s() + self._budget.rest_s

    async def _tried(self, worded: "_Worded", first_by_s: float, whole_by_s: float) -> ModelFailed | None:
        try:
            await self._attempt(worded, first_by_s=first_by_s, whole_by_s=whole_by_s)
        except ModelFailed as failure:
            worded.saying.fault(failure.outcome)
            return failure
        return None

    async def _attempt(self, worded: "_Worded", *, first_by_s: float, whole_by_s: float) -> None:
        """Raises: ModelFailed when what came is not the whole answer."""
        draft = worded.draft
        async with aclosing(self._model.word(worded.asked)) as deltas:
            while True:
                now_s = self._clock.monotonic_s()
                until_s = min(whole_by_s, now_s + self._budget.stall_s if draft.text else first_by_s)
                try:
                    delta = await asyncio.wait_for(anext(deltas, None), max(0.0, until_s - now_s))
                except TimeoutError:
                    outcome = "stalled" if draft.text else "timed_out"
                    raise ModelFailed("The model did not answer in time.", outcome=outcome) from None
                if delta is None:
                    break
                worded.speak(delta)
                if draft.held_back:
                    return
        worded.speak_rest()
        if not draft.text and not draft.held_back:
            raise ModelFailed("The model said nothing.", outcome="empty")


class _Worded:
    """One move being worded: what is asked of the model, and what of its answer is spoken."""

    def __init__(self, saying: Saying, guard: Guard, asked: BuyerPrompt, filler: str) -> None:
        self.saying, self.asked, self.filler, self._guard = saying, asked, filler, guard
        self.draft = Draft(guard)
        self._faults_before = 0  # of a try of which nothing was spoken

    def begin_again(self) -> None:
        """Nothing of the first try was spoken."""
        self.draft = Draft(self._guard)
        self._faults_before = len(self.saying.faults)

    def speak(self, delta: str) -> None:
        """More of the model's answer."""
        for piece in self.draft.feed(delta):
            self.saying.add(piece)
        self._note()

    def speak_rest(self) -> None:
        """The end of it."""
        for piece in self.draft.rest():
            self.saying.add(piece)
        self._note()

    def remainder(self, state: BuyerState) -> str:
        """What is said in the persona's own words after the model's: everything, what is missing, or nothing."""
        text, move = self.draft.text, self.saying.move
        if not text:
            return move.text
        left_out, faults = self._guard.left_out(text), self._faults
        if left_out and not faults:
            self.saying.fault("left_out")
        return joined(left_out if set(faults) <= {"too_long"} else still_unsaid(state.last, text))

    @property
    def _faults(self) -> Sequence[str]:
        """Of the try that is spoken."""
        return self.saying.faults[self._faults_before :]

    def _note(self) -> None:
        if self.draft.held_back and self.draft.held_back not in self._faults:
            self.saying.fault(self.draft.held_back)


def _filler(state: BuyerState) -> str:
    lines = phrases.PHRASES["filler"]
    return lines[(state.seed + state.turn) % len(lines)]


class CallWords:
    """The words of one call's moves: the persona's own lines, or a model's, with `model_wording` set beforehand."""

    def __init__(self, persona: Persona) -> None:
        self.model_wording: ModelWording | None = None
        self._persona = persona
        self._saying: Saying | None = None

    def get_ready(self) -> None:
        """The call is being put through."""
        if self.model_wording is not None:
            self.model_wording.begin()

    def begin(self, state: BuyerState, move: Move, turns: Sequence[Turn]) -> Saying:
        """The words of `move` from now on, in place of those of the move before."""
        self.stop()
        if self.model_wording is None:
            self._saying = Saying.at_once(move)
        else:
            self._saying = self.model_wording.say(self._persona, state, move, turns)
        return self._saying

    def of(self, move: Move) -> Saying | None:
        """The words of `move` that were begun."""
        return self._saying if self._saying is not None and self._saying.move is move else None

    def stop(self) -> Saying | None:
        """No more words of the move under way; returns what came of it."""
        saying, self._saying = self._saying, None
        if saying is not None:
            saying.give_up()
        return saying

    def end(self) -> None:
        """The call is over."""
        if self.model_wording is not None:
            self.model_wording.end()
