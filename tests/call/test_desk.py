"""Every call on the desk ends in one transcript, whatever happens to its page."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

import pytest

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.desk import OUTGOING_RING_S, ActiveCall, Desk, DeskLimits
from sparring.call.life import CallStage
from sparring.call.line import CallClock, TypedLine
from sparring.call.session import CallSession
from sparring.errors import CallOver, NoRoomForCall, NotYours, StoreUnavailable
from sparring.ids import CallId, new_rep_id
from sparring.persona import Hint, find_persona
from sparring.speech_acts import ActKind
from sparring.transcript import EventKind, Transcript, object_name, parse_transcript
from tests.fakes.calls import CALLER, Onlooker, an_opening
from tests.fakes.clock import FakeClock
from tests.virtual_time import run_virtually

LIMITS = DeskLimits(calls=2)
GREETING = "Thank you for calling Willow Lane Home Care, this is Dana."


class SpokenInWriting(TypedLine):
    """A typed line that reports how long its audio has been silent, as a spoken one does."""

    silent_s = 0.0

    def silent_for_s(self) -> float:
        return self.silent_s

    async def close(self) -> None:
        for _ in range(5):  # as long as others may do something
            await asyncio.sleep(0)
        await super().close()


@dataclass
class Office:
    """A desk with its surroundings."""

    clock: FakeClock = field(default_factory=FakeClock)
    journal: MemoryJournal = field(default_factory=MemoryJournal)
    store: MemoryStore = field(default_factory=MemoryStore)
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.desk = Desk(self.journal, self.store, self.clock, limits=LIMITS)

    async def open(self, persona_id: str = CALLER) -> ActiveCall:
        """A new call."""
        persona = find_persona(persona_id)

        def make(watcher: ActiveCall) -> tuple[CallSession, TypedLine]:
            clock_ms = CallClock(self.clock)
            session = CallSession(
                an_opening(persona),
                persona,
                journal=self.journal,
                store=self.store,
                watcher=watcher,
                clock_ms=clock_ms,
            )
            return session, SpokenInWriting(session, watcher=watcher, clock_ms=clock_ms)

        return await self.desk.open(make)

    async def live(self) -> tuple[ActiveCall, Onlooker]:
        """A call that was picked up and greeted."""
        call, page = await self.open(), Onlooker()
        await call.attach(page)
        call.ring()
        self.clock.advance(3)
        await call.pick_up()
        await call.line.type_text(GREETING)
        return call, page

    async def after(self, seconds: float) -> None:
        """Let time pass, and the desk look."""
        self.clock.advance(seconds)
        await self.desk.tick()

    async def written(self, call: ActiveCall) -> Transcript:
        """The transcript in the store."""
        name = object_name(call.session.opened)
        return parse_transcript(await self.store.get(name, max_bytes=1_000_000), source=name)


def run(scenario: Callable[[Office], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(scenario(Office()))


def test_the_ring_is_measured_from_the_server() -> None:
    """The event says how long the phone rang before the rep picked up."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        ring = (await call.session.transcript()).events[0]
        assert (ring.kind, ring.duration_ms) == (EventKind.RING, 3_000)

    run(scenario)


def test_a_buyer_who_is_called_picks_up_by_themselves() -> None:
    """After half a ring the call is live without the rep doing anything."""

    async def scenario(office: Office) -> None:
        call, page = await office.open("discharge_planner"), Onlooker()
        await call.attach(page)
        call.ring()
        await office.after(OUTGOING_RING_S - 0.1)
        assert call.stage.value == "ringing"
        await office.after(0.2)
        assert call.stage.value == "live"
        assert page.turns[0].speaker == "buyer"

    run(scenario)


def test_a_typed_call_that_is_over_is_written_at_once() -> None:
    """There is nothing to review in what was typed."""

    async def scenario(office: Office) -> None:
        call, page = await office.live()
        await call.hang_up("rep", reason="The rep hung up.")
        assert page.review_s == 0.0
        await office.after(0.2)
        assert call.stage is CallStage.WRITTEN
        assert page.was_written
        assert (await office.written(call)).ending.by == "rep"

    run(scenario)


def test_a_page_that_comes_back_in_time_keeps_the_call() -> None:
    """Within the grace the call goes on, and the record says that the rep was away."""

    async def scenario(office: Office) -> None:
        call, page = await office.live()
        call.detach(page)
        await office.after(LIMITS.rejoin_s - 1)
        again = Onlooker()
        await call.attach(again)
        await office.after(5)
        assert call.stage is CallStage.LIVE
        events = (await call.session.transcript()).events
        assert [event.duration_ms for event in events if event.kind is EventKind.RECONNECTED] == [19_000]

    run(scenario)


def test_a_page_that_stays_away_ends_the_call_as_incomplete() -> None:
    """After the grace the call is over, says why, and is handed over."""

    async def scenario(office: Office) -> None:
        call, page = await office.live()
        call.detach(page)
        await office.after(LIMITS.rejoin_s)
        await office.after(0.2)
        transcript = await office.written(call)
        assert transcript.ending.by == "connection_lost"
        assert not transcript.ending.complete
        assert len(transcript.turns) == 2

    run(scenario)


def test_a_silent_audio_connection_ends_the_call() -> None:
    """A page that is there but sends no sound for the grace has lost its connection."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        assert isinstance(call.line, SpokenInWriting)
        call.line.silent_s = LIMITS.rejoin_s
        await office.after(0.2)
        assert call.session.ending is not None
        assert call.session.ending.by == "connection_lost"

    run(scenario)


def test_the_newest_page_wins() -> None:
    """The old page is told so, and its going away changes nothing."""

    async def scenario(office: Office) -> None:
        call, old = await office.live()
        new = Onlooker()
        await call.attach(new)
        assert old.was_replaced
        call.detach(old)
        await office.after(LIMITS.rejoin_s + 1)
        assert call.stage is CallStage.LIVE

    run(scenario)


def test_a_phone_nobody_picks_up_stops_ringing() -> None:
    """After the limit the call is over and handed over without a turn."""

    async def scenario(office: Office) -> None:
        call = await office.open()
        await office.after(LIMITS.answer_s)
        await office.after(0.2)
        assert (await office.written(call)).turns == ()

    run(scenario)


def test_a_call_ends_at_its_time_limit() -> None:
    """It is complete: nothing was lost, the time was up."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        await office.after(LIMITS.call_s)
        assert call.session.ending is not None
        assert (call.session.ending.by, call.session.ending.complete) == ("time_limit", True)

    run(scenario)


def test_lines_are_limited_and_free_again_after_the_hand_over() -> None:
    """The third call of two is refused; a finished call makes room although the desk still knows it."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        await office.open()
        with pytest.raises(NoRoomForCall):
            await office.open()
        await call.hang_up("rep", reason="The rep hung up.")
        await office.after(0.2)
        await office.open()
        assert office.desk.find(call.session.call_id, call.rep_id) is call
        await office.after(LIMITS.keep_written_s)
        with pytest.raises(NotYours):
            office.desk.find(call.session.call_id, call.rep_id)

    run(scenario)


def test_another_reps_call_is_not_found() -> None:
    """Whose call it is, nobody else learns that it exists."""

    async def scenario(office: Office) -> None:
        call = await office.open()
        with pytest.raises(NotYours):
            office.desk.find(call.session.call_id, new_rep_id())

    run(scenario)


def test_one_calls_trouble_is_not_anothers() -> None:
    """A store that refuses one transcript does not keep the desk from the next call."""

    async def scenario(office: Office) -> None:
        first, _ = await office.live()
        second, _ = await office.live()

        async def refuse(name: str, data: bytes) -> None:
            raise StoreUnavailable("down")

        first.session._store = type("Down", (MemoryStore,), {"put_once": staticmethod(refuse)})()
        await first.hang_up("rep", reason="The rep hung up.")
        await second.hang_up("rep", reason="The rep hung up.")
        await office.after(0.2)
        assert (first.stage, second.stage) == (CallStage.REVIEW, CallStage.WRITTEN)

    run(scenario)


class Stumbling(MemoryStore):
    """A store that fails as nobody foresaw, quoting what it was given."""

    async def put_once(self, name: str, data: bytes) -> NoReturn:
        raise KeyError(data)


@pytest.mark.parametrize("closes", [False, True])
def test_an_error_that_nobody_foresaw_is_one_call_s_alone(caplog: pytest.LogCaptureFixture, *, closes: bool) -> None:
    """The desk goes on, at its end too; the log has the error's type and nothing that it quotes."""

    async def scenario(office: Office) -> None:
        first, _ = await office.live()
        second, _ = await office.live()
        first.session._store = Stumbling()
        await first.hang_up("rep", reason="The rep hung up.")
        await second.hang_up("rep", reason="The rep hung up.")
        await (office.desk.close() if closes else office.after(0.2))
        assert (first.stage, second.stage) == (CallStage.REVIEW, CallStage.WRITTEN)

    run(scenario)
    assert "KeyError" in caplog.text
    assert "Willow Lane" not in caplog.text


def test_the_diary_is_kept_whatever_one_round_trips_over() -> None:
    """A call that is alive is marked as such in the next round, so that nobody sweeps it up."""
    touched: list[int] = []

    class Touched(MemoryJournal):
        async def touch(self, call_ids: Sequence[CallId]) -> None:
            touched.append(len(call_ids))
            raise OSError

    async def scenario() -> None:
        office = Office(journal=Touched())
        await office.live()
        keeping = asyncio.create_task(office.desk.keep_diary())
        await asyncio.sleep(1.5 * LIMITS.touch_s)
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)

    run_virtually(scenario())
    assert touched == [1, 1]


def test_a_desk_that_closes_hands_every_call_over() -> None:
    """Stopping the program ends live calls and writes them down."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        await office.desk.close()
        assert (await office.written(call)).ending.by == "connection_lost"

    run(scenario)


def test_a_call_that_is_deleted_is_not_handed_over_meanwhile() -> None:
    """The desk may look while its line is being closed, and its rep may delete it twice."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        deleting = asyncio.create_task(call.discard())
        while not deleting.done():
            await asyncio.sleep(0)
            await asyncio.wait([asyncio.create_task(office.desk.tick()), deleting], return_when="FIRST_COMPLETED")
        await call.discard()
        await office.after(LIMITS.review_s)
        assert call.stage is CallStage.FAILED
        assert office.store.objects == {}

    run(scenario)


def test_hints_run_out_and_are_kept_from_attempts_that_count() -> None:
    """Each hint is given once, in order."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        hints = call.session.persona.ordered_hints
        assert [call.next_hint() for _ in hints] == [hint.line for hint in hints]
        assert call.next_hint() is None

    run(scenario)


def test_a_hint_that_the_rep_has_followed_is_left_out() -> None:
    """Whoever said who they are is not told to say it; what comes after keeps its order."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        said, asked, offered = (
            Hint(line="Say who you are.", acts=(ActKind.GIVES_NAME, ActKind.GIVES_AGENCY)),
            Hint(line="Ask what happened.", facts=("the_fall",)),
            Hint(line="Offer a day."),
        )
        call.session.persona = call.session.persona.model_copy(update={"hints": (said, asked, offered)})
        await call.line.type_text("Hi, this is Dana from Willow Lane Home Care.")
        assert [call.next_hint(), call.next_hint(), call.next_hint()] == [asked.line, offered.line, None]

    run(scenario)


def test_a_transcript_that_will_never_be_taken_frees_its_line() -> None:
    """Its diary is set aside, the page is told that it is over, and the next caller gets the line."""

    async def scenario(office: Office) -> None:
        call, page = await office.live()
        await office.store.put_once(object_name(call.session.opened), b"somebody else's")
        await call.hang_up("rep", reason="The rep hung up.")
        await office.after(0.2)
        assert call.stage is CallStage.FAILED
        assert page.was_written
        await office.open()
        await office.open()

    run(scenario)


def test_nobody_joins_a_call_that_was_handed_over() -> None:
    """The desk still knows it for its owner, and says that it is over."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        assert office.desk.join(call.session.call_id, call.rep_id) is call
        await call.hang_up("rep", reason="The rep hung up.")
        await office.after(0.2)
        with pytest.raises(CallOver, match="ended"):
            office.desk.join(call.session.call_id, call.rep_id)
        with pytest.raises(NotYours):
            office.desk.join(call.session.call_id, new_rep_id())

    run(scenario)
