"""When a rep's turn begins and when it is over: a pure machine over 20 ms of sound at a time.

Flows in: whether sound was there, and what the recogniser made of it so far. Flows out: what to do next (begin, try to
understand, keep a part, close). A turn closes by silence *and* by what was said: soon after a finished sentence, later
when it breaks off, within bounds that the persona's patience and the rep's own pace set. No clock, no audio, no I/O.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from sparring.call.turn_taking.completeness import Completeness, completeness_of

SPECULATE_AFTER_MS = 60  # of quiet; a wrong guess costs only the child's time
LOOK_AGAIN_AFTER_MS = (
    300  # words that seem to break off are recognised once more: the first guess may have been cut short
)
KEEP_PART_FROM_MS = 2_500  # a stretch this long is understood at its inner pauses, so that long turns end as fast
PAUSE_FROM_MS = 150  # shorter quiet lies within words: the closure of a p, t or k lasts up to 120 ms
DETECTOR_LAG_MS = 120  # sound this new may be speech that the detector has not found yet
PACE_MARGIN = 1.2  # times the rep's usual pause
PACE_LIMIT = 2.0  # times what the timing says
LONGEST_PAUSE_MS = 900  # who speaks again sooner was cut short; a longer gap lies between turns
PACE_MEMORY = 0.8  # how slowly the picture of the rep's own pauses follows


@dataclass(frozen=True, slots=True)
class TurnTiming:
    """Milliseconds of silence that close a turn.

    Args:
        asked_ms: after a question: the word is the other's.
        finished_ms: after any other finished sentence; people often say two.
        likely_more_ms: after a greeting, or words that only take up what was said: there is nothing to answer yet.
        plain_ms: when the text says nothing either way.
        unfinished_ms: after words that break off.
        unread_ms: while the words are still being recognised. Nobody could answer sooner anyway.
        longest_turn_ms: hard limit for one turn.
    """

    asked_ms: int = 200
    finished_ms: int = 400
    likely_more_ms: int = 560
    plain_ms: int = 440
    unfinished_ms: int = 1_100
    unread_ms: int = 700
    longest_turn_ms: int = 90_000


SENSITIVITY = {
    "low": TurnTiming(asked_ms=240, finished_ms=520, likely_more_ms=720, plain_ms=560, unfinished_ms=1_500),
    "medium": TurnTiming(),
    "high": TurnTiming(asked_ms=180, finished_ms=280, likely_more_ms=400, plain_ms=320, unfinished_ms=800),
}
"""How soon a persona takes the turn, by `interrupt_sensitivity`."""


def patiently(timing: TurnTiming) -> TurnTiming:
    """The same, but a statement is given longer: for who waits to be greeted."""
    return replace(timing, finished_ms=timing.likely_more_ms, plain_ms=timing.unfinished_ms)


class Phase(StrEnum):
    """Where the rep's turn stands."""

    IDLE = "idle"
    SPEAKING = "speaking"
    PAUSED = "paused"


class Action(StrEnum):
    """What the ear should do now."""

    BEGIN = "begin"
    SPECULATE = "speculate"  # start recognising what was said so far
    DROP_SPECULATION = "drop_speculation"  # speech went on before it was long enough to keep
    KEEP_PART = "keep_part"  # speech went on: the understood part stands, recognise only what follows
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class TurnState:
    """The machine's whole memory."""

    phase: Phase = Phase.IDLE
    turn_ms: int = 0  # since the turn began
    part_ms: int = 0  # since the last kept part ended
    silence_ms: int = 0  # since the last sound of speech
    loud_ms: int = 0  # within that silence: for how long there has been sound again
    speculating: bool = False
    looked_again: bool = False
    completeness: Completeness | None = None  # of the speculation's text; None until it has come
    usual_pause_ms: int = 0  # the rep's own pauses within turns, smoothed
    gap_ms: int | None = None  # between turns: since the last sound of the turn before
    goes_on: bool = False  # the turn before was cut short: this one began within a pause of it


def hear(
    state: TurnState, *, speech: bool, quiet: bool, elapsed_ms: int, timing: TurnTiming
) -> tuple[TurnState, tuple[Action, ...]]:
    """Take the next stretch of sound.

    Args:
        state: where the turn stands.
        speech: the voice activity detector says that someone speaks.
        quiet: the stretch has no energy to speak of, whatever the detector still says (it lags by about 65 ms).
        elapsed_ms: length of the stretch.
        timing: how long a silence closes the turn.
    """
    if state.phase is Phase.IDLE:
        return _maybe_begin(state, speech=speech and not quiet, elapsed_ms=elapsed_ms)
    state = replace(state, turn_ms=state.turn_ms + elapsed_ms, part_ms=state.part_ms + elapsed_ms)
    if speech and not quiet:
        return _go_on(state)
    loud_ms = 0 if quiet else state.loud_ms + elapsed_ms
    silent = replace(state, phase=Phase.PAUSED, silence_ms=state.silence_ms + elapsed_ms, loud_ms=loud_ms)
    return _wait(silent, speech=speech or 0 < loud_ms <= DETECTOR_LAG_MS, timing=timing)


def understood(state: TurnState, text: str, *, before: str = "") -> TurnState:
    """The speculation's text has arrived; `before`: what the rep had said up to the pause before it."""
    return replace(state, completeness=completeness_of(text, before=before)) if state.speculating else state


def close_after_ms(state: TurnState, timing: TurnTiming) -> int:
    """Silence that closes the turn as things stand; after a question it does not depend on the rep's pace."""
    if state.completeness is None:
        return timing.unread_ms
    waits = {
        Completeness.ASKED: timing.asked_ms,
        Completeness.FINISHED: timing.finished_ms,
        Completeness.LIKELY_MORE: timing.likely_more_ms,
        Completeness.PLAIN: timing.plain_ms,
        Completeness.UNFINISHED: timing.unfinished_ms,
    }
    base_ms = waits[state.completeness]
    if state.completeness is Completeness.ASKED:
        return base_ms
    paced_ms = round(PACE_MARGIN * state.usual_pause_ms)
    return min(round(PACE_LIMIT * base_ms), max(base_ms, paced_ms))


def _maybe_begin(state: TurnState, *, speech: bool, elapsed_ms: int) -> tuple[TurnState, tuple[Action, ...]]:
    if not speech:
        gap_ms = None if state.gap_ms is None else state.gap_ms + elapsed_ms
        return replace(state, gap_ms=gap_ms), ()
    cut_short = state.gap_ms is not None and state.gap_ms <= LONGEST_PAUSE_MS
    usual_ms = _smooth(state.usual_pause_ms, state.gap_ms or 0) if cut_short else state.usual_pause_ms
    begun = TurnState(phase=Phase.SPEAKING, turn_ms=elapsed_ms, part_ms=elapsed_ms, usual_pause_ms=usual_ms)
    return replace(begun, goes_on=cut_short), (Action.BEGIN,)


def _go_on(state: TurnState) -> tuple[TurnState, tuple[Action, ...]]:
    pause_ms, spoken_ms = state.silence_ms, state.part_ms - state.silence_ms
    long_enough = spoken_ms >= KEEP_PART_FROM_MS and pause_ms >= PAUSE_FROM_MS
    resumed = replace(state, phase=Phase.SPEAKING, silence_ms=0, loud_ms=0, speculating=False, completeness=None)
    if state.phase is Phase.PAUSED and pause_ms >= PAUSE_FROM_MS:
        resumed = replace(resumed, usual_pause_ms=_smooth(state.usual_pause_ms, pause_ms))
    if not state.speculating:
        return resumed, ()
    if long_enough:
        return replace(resumed, part_ms=0), (Action.KEEP_PART,)
    return resumed, (Action.DROP_SPECULATION,)


def _wait(state: TurnState, *, speech: bool, timing: TurnTiming) -> tuple[TurnState, tuple[Action, ...]]:
    actions: list[Action] = []
    if not state.speculating and state.silence_ms >= SPECULATE_AFTER_MS:
        state = replace(state, speculating=True, looked_again=False, completeness=None)
        actions.append(Action.SPECULATE)
    elif _seems_cut_short(state):
        state = replace(state, looked_again=True)
        actions.append(Action.SPECULATE)
    silent_enough = not speech and state.silence_ms >= close_after_ms(state, timing)
    if silent_enough or state.turn_ms >= timing.longest_turn_ms:
        actions.append(Action.CLOSE)
        state = TurnState(usual_pause_ms=state.usual_pause_ms, gap_ms=state.silence_ms)
    return state, tuple(actions)


def _seems_cut_short(state: TurnState) -> bool:
    breaks_off = state.completeness is Completeness.UNFINISHED and not state.looked_again
    return breaks_off and state.silence_ms >= LOOK_AGAIN_AFTER_MS


def _smooth(old_ms: int, new_ms: int) -> int:
    return new_ms if not old_ms else round(PACE_MEMORY * old_ms + (1 - PACE_MEMORY) * new_ms)
