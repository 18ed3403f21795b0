"""What a page says to its call and is told by it: strict commands in, events out.

The same over a WebSocket and in a room: a transport delivers the events of a `QueuedPage`, and hands each command to
`obey`.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from sparring.call.active_call import ActiveCall
from sparring.call.lifecycle import CallStage
from sparring.call.line import TYPED_ENGINES, LineState
from sparring.errors import MediaFailed, SparringError
from sparring.transcript import MAX_TURN_CHARACTERS, Ending, LinkQuality, Turn, TurnLatency

HEARTBEAT_S = 1.0
MAX_MESSAGE_BYTES = 80_000
MAX_WAITING_EVENTS = 400  # a page that has stopped reading
UNSURE_BELOW = 0.6
_NO_MORE_HINTS = "No more hints: trust yourself."
_NO_HINTS = "There are no hints in an attempt that counts."


class Command(BaseModel):
    """Base of what a page may say."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Join(Command):
    """Must come first."""

    type: Literal["join"]
    ticket: Annotated[str, StringConstraints(max_length=200)]


class Offer(Command):
    """The browser's audio offer."""

    type: Literal["offer"]
    sdp: Annotated[str, StringConstraints(max_length=65_536)]


class PickUp(Command):
    """The rep picks up the ringing phone."""

    type: Literal["pick_up"]


class SayCommand(Command):
    """The rep types a turn."""

    type: Literal["say"]
    text: Annotated[str, StringConstraints(min_length=1, max_length=2_000, pattern=r"\S")]


class HangUpCommand(Command):
    """The rep hangs up."""

    type: Literal["hang_up"]


class Correct(Command):
    """The rep corrects a misheard turn."""

    type: Literal["correct"]
    index: Annotated[int, Field(ge=0, lt=2_000)]
    text: Annotated[str, StringConstraints(min_length=1, max_length=MAX_TURN_CHARACTERS)]


class FinishReview(Command):
    """Nothing more to correct."""

    type: Literal["finish_review"]


class HintCommand(Command):
    """The rep asks for help."""

    type: Literal["hint"]


class Latency(Command):
    """What the page measured by sound for one buyer turn, and what its browser says of the way there."""

    type: Literal["latency"]
    turn: Annotated[int, Field(ge=0, lt=2_000)]
    glass_to_glass_ms: Annotated[float, Field(ge=0, le=60_000)]
    jitter_buffer_ms: Annotated[float, Field(ge=0, le=60_000)] | None = None
    rtt_ms: Annotated[float, Field(ge=0, le=60_000)] | None = None
    loss: Annotated[float, Field(ge=0, le=1)] | None = None

    def measured(self) -> TurnLatency:
        """In whole milliseconds, as a transcript has it."""
        link = LinkQuality(
            jitter_buffer_ms=None if self.jitter_buffer_ms is None else round(self.jitter_buffer_ms),
            round_trip_ms=None if self.rtt_ms is None else round(self.rtt_ms),
            lost=self.loss,
        )
        return TurnLatency(
            glass_to_glass_ms=round(self.glass_to_glass_ms), link=None if link == LinkQuality() else link
        )


AnyCommand = Join | Offer | PickUp | SayCommand | HangUpCommand | Correct | FinishReview | HintCommand | Latency
_COMMAND: TypeAdapter[AnyCommand] = TypeAdapter(Annotated[AnyCommand, Field(discriminator="type")])


class QueuedPage:
    """A browser page as the call sees it: events queue up and are sent in order, whichever way they travel."""

    def __init__(self) -> None:
        self._events: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        self._closed = False

    def send(self, event_type: str, **fields: Any) -> None:
        """Queue an event; a page that does not read is closed instead of growing without bound."""
        if self._events.qsize() >= MAX_WAITING_EVENTS:
            self.close()
        elif not self._closed:
            self._events.put_nowait({"type": event_type, **fields})

    def close(self) -> None:
        """Send what is waiting, then close."""
        if not self._closed:
            self._closed = True
            self._events.put_nowait(None)

    async def deliver(self, send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
        """Send until closed."""
        while (event := await self._events.get()) is not None:
            await send(event)

    async def beat(self) -> None:
        """A heartbeat each second until cancelled."""
        while True:
            self.send("heartbeat")
            await asyncio.sleep(HEARTBEAT_S)

    def state_changed(self, state: LineState) -> None:
        """Who has the word."""
        self.send("state", state=state)

    def caption(self, speaker: Literal["rep", "buyer"], text: str) -> None:
        """What is being heard or said now."""
        self.send("caption", speaker=speaker, text=text, final=False)

    def turn_committed(self, turn: Turn) -> None:
        """A turn stands, or has changed."""
        self.send("turn", turn=shown(turn))

    def call_ended(self, ending: Ending, *, review_s: float) -> None:
        """Nobody speaks any more."""
        self.send("ended", by=ending.by, sentence=ending.reason, review_s=review_s)

    def written(self) -> None:
        """The coach has work to do."""
        self.send("written")

    def replaced(self) -> None:
        """The call goes on elsewhere."""
        self.send("replaced", sentence="This call is now open in another tab. Go on there, or reload to take it back.")
        self.close()


def shown(turn: Turn) -> dict[str, Any]:
    """A turn for the page."""
    unsure = turn.confidence is not None and turn.confidence < UNSURE_BELOW
    return {
        **turn.model_dump(
            mode="json",
            include={"index", "speaker", "text", "start_ms", "end_ms", "channel", "confidence", "interrupted", "words"},
        ),
        "unsure": unsure,
        "corrected": turn.corrected_from is not None,
    }


def read_command(text: str) -> AnyCommand | None:
    """The command; None for what is not one."""
    if len(text) > MAX_MESSAGE_BYTES:
        return None
    try:
        return _COMMAND.validate_json(text)
    except ValidationError:
        return None


def greet(page: QueuedPage, call: ActiveCall, *, resume_ticket: str) -> None:
    """Show a page that has just been let in where its call stands."""
    opened = call.session.opened
    channel = "typed" if opened.engines.transport == TYPED_ENGINES.transport else "voice"
    page.send(
        "joined",
        resume_ticket=resume_ticket,
        state=call.stage.value,
        channel=channel,
        ring="outgoing" if call.outgoing else "incoming",
        turns=[shown(turn) for turn in call.session.turns],
        persona_id=opened.persona.id,
        attempt=opened.attempt.kind,
        fork_turn=len(call.session.turns) - len(call.session.own_turns),
    )
    if channel == "typed":
        call.ring()


async def obey(command: AnyCommand | None, page: QueuedPage, call: ActiveCall) -> None:
    """Do what the page asks; what cannot be done is told to the page."""
    try:
        await _do(command, page, call)
    except SparringError as error:
        page.send("error", code=error.code, sentence=error.sentence)


async def _do(command: AnyCommand | None, page: QueuedPage, call: ActiveCall) -> None:
    match command:
        case Offer(sdp=sdp):
            page.send("answer", sdp=await call.line.offer(sdp))
            call.ring()
        case PickUp():
            await call.pick_up()
        case SayCommand(text=text) if call.stage is CallStage.LIVE:
            await call.line.type_text(text)
        case HangUpCommand():
            await call.hang_up("rep", reason="The rep hung up.")
        case Correct(index=index, text=text):
            await call.session.correct(index, text)
        case FinishReview():
            await call.finish()
        case HintCommand():
            page.send("hint", text=call.next_hint() or (_NO_MORE_HINTS if call.gives_hints else _NO_HINTS))
        case Latency():
            await call.session.measured(command.turn, latency=command.measured())
        case _:
            raise MediaFailed("The page sent something that is not a command now. Reload the page.")
