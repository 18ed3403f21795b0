"""A call ends in one transcript, whatever happens to its page."""

import asyncio

from sparring.call.active_call import OUTGOING_RING_S
from sparring.call.lifecycle import CallStage
from sparring.persona import Hint
from sparring.speech_acts import ActKind
from sparring.transcript import EventKind, object_name
from tests.fakes.active_calls import LIMITS, Office, SpokenInWriting, run
from tests.fakes.calls import Onlooker


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


def test_a_call_that_is_deleted_is_not_handed_over_meanwhile() -> None:
    """Time may be kept while its line is being closed, and its rep may delete it twice."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        deleting = asyncio.create_task(call.discard())
        while not deleting.done():
            await asyncio.sleep(0)
            await asyncio.wait(
                [asyncio.create_task(office.active_calls.tick()), deleting], return_when="FIRST_COMPLETED"
            )
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
