"""A typed call from a script: the same persona, seed and lines give the same transcript, byte for byte.

Flows in: one line per turn of the rep. Flows out: the finished transcript. Time runs at reading pace on a clock of its
own, the call's id follows from its inputs, and it takes place at a fixed moment, so nothing of the machine gets in.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sparring.call.diary.entries import READING_MS_A_WORD, Booking, Whose, opened
from sparring.call.line import TYPED_ENGINES, CallClock, LineState, TypedLine
from sparring.call.session import CallSession
from sparring.ids import LocationId, TenantId, call_id_from, rep_id_from
from sparring.persona import Difficulty, Persona
from sparring.ports import Journal, TranscriptStore
from sparring.rubric import Rubric
from sparring.transcript import Attempt, Ending, Transcript, Turn

TAKES_PLACE_AT = datetime(2000, 1, 1, tzinfo=UTC)
PAUSE_S = 0.6
RING_MS = 1_000


class ScriptClock:
    """Runs only when told to."""

    def __init__(self) -> None:
        self._elapsed_s = 0.0

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._elapsed_s += seconds

    def now(self) -> datetime:
        """The fixed moment; a script has no date."""
        return TAKES_PLACE_AT

    def monotonic_s(self) -> float:
        """Seconds since the script began."""
        return self._elapsed_s


class _Onlooker:
    """Watches a script: each buyer's turn takes as long as it takes to read."""

    def __init__(self, clock: ScriptClock) -> None:
        self._clock = clock
        self.over = False

    def turn_committed(self, turn: Turn) -> None:
        self._clock.advance(READING_MS_A_WORD / 1_000 * len(turn.text.split()) + PAUSE_S)

    def call_ended(self, ending: Ending) -> None:
        del ending
        self.over = True

    def state_changed(self, state: LineState) -> None:
        """Nobody looks."""

    def caption(self, speaker: Literal["rep", "buyer"], text: str) -> None:
        """Nobody looks."""


@dataclass(frozen=True, slots=True)
class Script:
    """What the rep says, one line per turn, and to which buyer."""

    lines: tuple[str, ...]
    seed: int
    difficulty: Difficulty


async def play_script(
    persona: Persona, rubric: Rubric, script: Script, *, journal: Journal, store: TranscriptStore
) -> Transcript:
    """Play `script` to its end, where the rep hangs up; lines after the buyer has hung up are not said."""
    clock = ScriptClock()
    onlooker, clock_ms = _Onlooker(clock), CallClock(clock)
    first = opened(persona, rubric, _booking(persona, rubric, script))
    session = CallSession(first, persona, journal=journal, store=store, watcher=onlooker, clock_ms=clock_ms)
    line = TypedLine(session, watcher=onlooker, clock_ms=clock_ms)
    await session.open()
    await line.pick_up(ring_ms=RING_MS)
    for text in script.lines:
        if onlooker.over:
            break
        await line.type_text(text)
    await line.hang_up("rep", reason="The rep hung up.")
    return await session.transcript()


def _booking(persona: Persona, rubric: Rubric, script: Script) -> Booking:
    inputs = (persona.digest, rubric.ref.digest, script.difficulty, str(script.seed), *script.lines)
    return Booking(
        call_id=call_id_from("\x1f".join(inputs)),
        whose=Whose(TenantId("local"), LocationId("local"), rep_id_from("script")),
        difficulty=script.difficulty,
        seed=script.seed,
        attempt=Attempt(kind="private"),
        engines=TYPED_ENGINES,
        started_at=TAKES_PLACE_AT,
    )
