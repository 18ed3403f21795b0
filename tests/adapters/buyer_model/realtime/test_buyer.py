"""A realtime model over a whole call: one connection, and another one with the same conversation when it ends."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace

import pytest

from sparring.adapters.buyer_model.factory import open_realtime_buyer
from sparring.adapters.buyer_model.realtime.buyer import RealtimeBuyer
from sparring.adapters.buyer_model.realtime.handshake import connected
from sparring.adapters.buyer_model.realtime.session import Session
from sparring.adapters.buyer_model.realtime.socket import Socket
from sparring.adapters.openai.endpoint import Endpoint
from sparring.errors import ModelFailed
from sparring.ports import BuyerModel, BuyerPrompt, PromptTurn
from sparring.usage import Meter
from tests.adapters.buyer_model.realtime.test_socket import until
from tests.fakes.judge_service import KEY, Reply
from tests.fakes.realtime_service import RealtimeService, Voiced

FIRST = BuyerPrompt("You are Laura.", (PromptTurn("rep", "Hello."), PromptTurn("buyer", "Hi.")), "Say that he fell.")
SECOND = replace(
    FIRST, heard=(*FIRST.heard, PromptTurn("rep", "And?"), PromptTurn("buyer", "He fell.")), now="Say when."
)
WHOLE = [("user", "Hello."), ("assistant", "Hi."), ("user", "And?"), ("assistant", "He fell.")]


@asynccontextmanager
async def a_call(*replies: Voiced, **service: object) -> AsyncIterator[tuple[BuyerModel, RealtimeService]]:
    """One call's model."""
    with RealtimeService(replies=list(replies), **service) as there:  # type: ignore[arg-type]
        model = open_realtime_buyer(Endpoint(there.url, "gpt-realtime", KEY))
        try:
            yield model.for_call(), there
        finally:
            await model.close()


async def words(model: BuyerModel, prompt: BuyerPrompt = FIRST) -> str:
    """One answer."""
    async with aclosing(model.word(prompt)) as pieces:
        return "".join([piece async for piece in pieces])


async def test_a_call_has_one_connection_opened_while_the_phone_rings() -> None:
    """Only what is new is told with each answer."""
    async with a_call() as (model, service):
        await model.warm_up()
        assert service.handshakes == 1
        assert await words(model) == await words(model, SECOND) == "All right."
        (here,) = service.connections
        assert here.said == WHOLE
        assert len(here.sent("conversation.item.create")) == 4


async def test_two_calls_never_share_a_conversation() -> None:
    """Each has its own, and a probe beside them too."""
    with RealtimeService() as service:
        model = open_realtime_buyer(Endpoint(service.url, "gpt-realtime", KEY))
        await words(model.for_call())
        await words(model.for_call(), SECOND)
        await words(model)
        assert [len(here.said) for here in service.connections] == [2, 4, 2]
        await model.close()


@pytest.mark.parametrize("code", [1001, 1006])
async def test_a_connection_that_drops_in_mid_answer_costs_that_answer(code: int) -> None:
    """The next one is asked over another connection, which knows the whole conversation."""
    async with a_call(Voiced(("He",), closes=code)) as (model, service):
        with pytest.raises(ModelFailed) as failed:
            await words(model)
        assert (failed.value.outcome, failed.value.again) == ("unavailable", True)
        assert await words(model, SECOND) == "All right."
        assert service.connections[-1].said == WHOLE


async def test_the_end_of_a_session_between_two_answers_goes_unnoticed() -> None:
    """Another connection stands before it is needed."""
    async with a_call() as (model, service):
        await words(model)
        service.expire()
        await until(lambda: len(service.connections) == 2)
        assert await words(model, SECOND) == "All right."
        assert service.connections[1].said == WHOLE
        assert service.handshakes == 2


async def test_a_service_that_ends_every_session_is_not_hammered() -> None:
    """One more connection, and then only when there is something to say."""
    async with a_call() as (model, service):
        await words(model)
        service.expire()
        await until(lambda: len(service.connections) == 2 and len(service.open_now) == 1)
        service.expire()
        await until(lambda: not service.open_now)
        await asyncio.sleep(0.05)
        assert service.handshakes == 2
        assert await words(model, SECOND) == "All right."


async def test_a_session_is_renewed_before_its_time_is_over() -> None:
    """Between two answers, never within one."""
    with RealtimeService() as service:
        endpoint = Endpoint(service.url, "gpt-realtime", KEY)

        async def short_lived(_: Session) -> Socket:
            return Socket(await connected(endpoint, None), renew_after_s=0.0)

        model = RealtimeBuyer(short_lived, name="gpt-realtime", service="openai")
        await model.warm_up()
        await asyncio.sleep(0.01)
        assert await words(model) == "All right."
        await until(lambda: len(service.connections) == 2)
        assert await words(model, SECOND) == "All right."
        assert service.connections[1].said == WHOLE
        await model.close()


async def test_no_connection_is_a_fault_of_the_answer_and_not_of_the_ring() -> None:
    """The next answer tries again."""
    async with a_call(refusals=[Reply(500), Reply(429)]) as (model, _):
        await model.warm_up()
        with pytest.raises(ModelFailed, match="rate limit"):
            await words(model)
        assert await words(model) == "All right."


async def test_whoever_stops_waiting_leaves_the_connection_in_the_making() -> None:
    """The second try gets it."""
    async with a_call() as (model, service):
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(words(model), 0.0001)
        assert await words(model) == "All right."
        assert service.handshakes == 1


async def test_an_answer_without_end_is_left_alone() -> None:
    """And the service is told."""
    async with a_call(Voiced(("word " * 50,) * 100, status=None)) as (model, service):
        assert len(await words(model)) < 3_000
        await until(lambda: service.connections[0].sent("response.cancel"))


async def test_a_call_that_is_over_holds_no_connection() -> None:
    """Nor one in the making; and nothing is opened again."""
    with RealtimeService() as service:
        model = open_realtime_buyer(Endpoint(service.url, "gpt-realtime", KEY))
        talked, ringing = model.for_call(), model.for_call()
        await words(talked)
        warming = asyncio.create_task(ringing.warm_up())
        await asyncio.sleep(0)
        talked.hang_up()
        ringing.hang_up()
        await asyncio.gather(warming, return_exceptions=True)
        await until(lambda: not service.open_now)
        await model.close()
        assert not service.open_now
        assert service.handshakes <= 2


def amounts(meter: Meter) -> dict[tuple[str, bool], int]:
    """By unit, and whether it is an estimate."""
    return {(one.unit, one.estimated): one.amount for one in meter.usage()}


async def test_what_answers_take_is_counted_as_the_service_reports_it() -> None:
    """Of every answer of the call, and of no other call."""
    with RealtimeService() as service:
        model, meter, other = open_realtime_buyer(Endpoint(service.url, "gpt-realtime", KEY)), Meter(), Meter()
        of_call = model.for_call(meter)
        await words(of_call)
        await words(of_call, SECOND)
        await words(model.for_call(other))
        of_call.hang_up()
        await model.close()
    (asked, answered) = meter.usage()
    assert (asked.part, asked.service, asked.model) == ("buyer", "openai-compatible", "gpt-realtime")
    assert (asked.amount, answered.amount) == (80, 18)
    assert amounts(other) == {("input_tokens", False): 40, ("output_tokens", False): 9}


async def test_an_answer_that_was_given_up_on_is_reckoned_when_the_call_is_over() -> None:
    """The service never said what it took: an estimate, and labelled as one."""
    with RealtimeService(replies=[Voiced(("He fell.",), status=None)]) as service:
        model, meter = open_realtime_buyer(Endpoint(service.url, "gpt-realtime", KEY)), Meter()
        of_call = model.for_call(meter)
        async with aclosing(of_call.word(FIRST)) as pieces:
            assert await anext(pieces) == "He fell."
        assert meter.usage() == ()
        of_call.hang_up()
        await model.close()
    assert amounts(meter) == {("input_tokens", True): 10, ("output_tokens", True): 2}
