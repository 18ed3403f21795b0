"""Every active call is found, admitted, timed and ended; one's trouble is not another's."""

import asyncio
from collections.abc import Sequence
from typing import NoReturn

import pytest

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.lifecycle import CallStage
from sparring.errors import CallOver, NoRoomForCall, NotYours, StoreUnavailable
from sparring.ids import CallId, new_rep_id
from tests.fakes.active_calls import LIMITS, Office, run
from tests.virtual_time import run_virtually


def test_lines_are_limited_and_free_again_after_the_hand_over() -> None:
    """The third call of two is refused; a finished call makes room although it is still known."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        await office.open()
        with pytest.raises(NoRoomForCall):
            await office.open()
        await call.hang_up("rep", reason="The rep hung up.")
        await office.after(0.2)
        await office.open()
        assert office.active_calls.find(call.session.call_id, call.rep_id) is call
        await office.after(LIMITS.keep_written_s)
        with pytest.raises(NotYours):
            office.active_calls.find(call.session.call_id, call.rep_id)

    run(scenario)


def test_another_reps_call_is_not_found() -> None:
    """Whose call it is, nobody else learns that it exists."""

    async def scenario(office: Office) -> None:
        call = await office.open()
        with pytest.raises(NotYours):
            office.active_calls.find(call.session.call_id, new_rep_id())

    run(scenario)


def test_one_calls_trouble_is_not_anothers() -> None:
    """A store that refuses one transcript does not keep the next call from being timed."""

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
    """The others go on, at the end too; the log has the error's type and nothing that it quotes."""

    async def scenario(office: Office) -> None:
        first, _ = await office.live()
        second, _ = await office.live()
        first.session._store = Stumbling()
        await first.hang_up("rep", reason="The rep hung up.")
        await second.hang_up("rep", reason="The rep hung up.")
        await (office.active_calls.close() if closes else office.after(0.2))
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
        keeping = asyncio.create_task(office.active_calls.keep_diary())
        await asyncio.sleep(1.5 * LIMITS.touch_s)
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)

    run_virtually(scenario())
    assert touched == [1, 1]


def test_a_desk_that_closes_hands_every_call_over() -> None:
    """Stopping the program ends live calls and writes them down."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        await office.active_calls.close()
        assert (await office.written(call)).ending.by == "connection_lost"

    run(scenario)


def test_nobody_joins_a_call_that_was_handed_over() -> None:
    """It is still found by its owner, and says that it is over."""

    async def scenario(office: Office) -> None:
        call, _ = await office.live()
        assert office.active_calls.join(call.session.call_id, call.rep_id) is call
        await call.hang_up("rep", reason="The rep hung up.")
        await office.after(0.2)
        with pytest.raises(CallOver, match="ended"):
            office.active_calls.join(call.session.call_id, call.rep_id)
        with pytest.raises(NotYours):
            office.active_calls.join(call.session.call_id, new_rep_id())

    run(scenario)
