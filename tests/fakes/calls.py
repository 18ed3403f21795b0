"""Bookings and watchers for calls under test."""

from dataclasses import dataclass, field

from sparring.call.diary.entries import Booking, CallOpened, Whose, opened
from sparring.call.line import TYPED_ENGINES
from sparring.ids import LocationId, TenantId, new_call_id, new_rep_id
from sparring.persona import Persona, find_persona
from sparring.rubric import find_rubric
from sparring.transcript import Attempt, Ending, Turn
from tests.virtual_time import EPOCH

CALLER = "daughter_discharge"


def a_caller() -> Persona:
    """The buyer most tests talk to."""
    return find_persona(CALLER)


def an_opening(persona: Persona | None = None, *, seed: int = 1) -> CallOpened:
    """The first entry of a call with `persona`."""
    chosen = persona or a_caller()
    booking = Booking(
        call_id=new_call_id(),
        whose=Whose(TenantId("local"), LocationId("local"), new_rep_id()),
        difficulty="easy",
        seed=seed,
        attempt=Attempt(),
        engines=TYPED_ENGINES,
        started_at=EPOCH,
    )
    return opened(chosen, find_rubric(chosen.rubric_id), booking)


@dataclass
class Onlooker:
    """A page that remembers what it was shown."""

    turns: dict[int, Turn] = field(default_factory=dict)
    states: list[str] = field(default_factory=list)
    captions: list[tuple[str, str]] = field(default_factory=list)
    ending: Ending | None = None
    review_s: float | None = None
    was_written: bool = False
    was_replaced: bool = False

    def turn_committed(self, turn: Turn) -> None:
        """Remember the newest form of each turn."""
        self.turns[turn.index] = turn

    def call_ended(self, ending: Ending, *, review_s: float = 0.0) -> None:
        """Remember how."""
        self.ending, self.review_s = ending, review_s

    def state_changed(self, state: str) -> None:
        """Remember the order."""
        self.states.append(state)

    def caption(self, speaker: str, text: str) -> None:
        """Remember the order."""
        self.captions.append((speaker, text))

    def written(self) -> None:
        """Remember."""
        self.was_written = True

    def replaced(self) -> None:
        """Remember."""
        self.was_replaced = True
