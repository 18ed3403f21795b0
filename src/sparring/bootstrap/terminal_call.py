"""A typed call in the terminal, on the same journal and store as every other call."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Literal

from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.bootstrap.buyer import buyer_engine, open_buyer
from sparring.bootstrap.folders import Folders
from sparring.bootstrap.storage import open_air_gap
from sparring.call.by_model.wording import ModelWording
from sparring.call.diary.entries import Booking, Whose, opened
from sparring.call.line import TYPED_ENGINES, CallClock, LineState, TypedLine
from sparring.call.session import CallSession
from sparring.config import Config
from sparring.ids import new_call_id, rep_id_from
from sparring.persona import Difficulty, Persona
from sparring.rubric import find_rubric
from sparring.transcript import Attempt, Ending, Turn

RING_MS = 1_000


class TerminalCall:
    """One call; prints through `show`."""

    def __init__(self, show: Callable[[Turn], None]) -> None:
        self._show = show
        self.ending: Ending | None = None

    def turn_committed(self, turn: Turn) -> None:
        """Show it."""
        self._show(turn)

    def call_ended(self, ending: Ending) -> None:
        """Remember that it is over."""
        self.ending = ending

    def state_changed(self, state: LineState) -> None:
        """A terminal shows turns only."""

    def caption(self, speaker: Literal["rep", "buyer"], text: str) -> None:
        """A terminal shows turns only."""


@asynccontextmanager
async def open_terminal_call(
    config: Config, persona: Persona, *, difficulty: Difficulty, seed: int, watcher: TerminalCall
) -> AsyncIterator[tuple[TypedLine, CallSession]]:
    """A call that has been picked up; handed over to the grader when the block ends.

    Raises: ConfigRejected, JournalFailed.
    """
    buyer = open_buyer(config)
    clock, folders = SystemClock(), Folders(config.data_dir)
    journal, clock_ms = SqliteJournal(folders.journal, clock), CallClock(clock)
    booking = Booking(
        call_id=new_call_id(),
        whose=Whose(config.tenant, config.location, rep_id_from(f"terminal of {config.tenant}/{config.location}")),
        difficulty=difficulty,
        seed=seed,
        attempt=Attempt(),
        engines=TYPED_ENGINES.model_copy(update={"buyer": buyer_engine(buyer)}),
        started_at=clock.now(),
    )
    first = opened(persona, find_rubric(persona.rubric_id), booking)
    store = open_air_gap(config)
    session = CallSession(first, persona, journal=journal, store=store, watcher=watcher, clock_ms=clock_ms)
    if buyer is not None:
        session.word_with(ModelWording(buyer, clock, fills=False, meter=session.meter))
    line = TypedLine(session, watcher=watcher, clock_ms=clock_ms)
    try:
        await session.open()
        await line.pick_up(ring_ms=RING_MS)
        yield line, session
        await line.hang_up("rep", reason="The rep hung up.")
        await session.write_transcript()
    finally:
        await journal.close()
        await store.close()
        if buyer is not None:
            await buyer.close()
