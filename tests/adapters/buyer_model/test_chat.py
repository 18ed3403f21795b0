"""A chat model over real HTTP: what goes out, and everything that can come back."""

from contextlib import aclosing, suppress
from dataclasses import replace
from typing import Any

import pytest

from sparring.adapters.buyer_model.chat import messages
from sparring.adapters.buyer_model.factory import open_chat_buyer
from sparring.adapters.openai.endpoint import Endpoint
from sparring.adapters.openai.profile import PROFILES
from sparring.errors import ModelFailed
from sparring.ports import BuyerPrompt, PromptTurn
from sparring.usage import Meter
from tests.fakes.chat_service import ChatService, Stream
from tests.fakes.judge_service import KEY, Reply, bad_parameter, filtered_prompt, rate_limited

PROMPT = BuyerPrompt(
    "You are Laura.",
    (
        PromptTurn("rep", "Thank you for calling."),
        PromptTurn("buyer", "Hi, it is about my father."),
        PromptTurn("rep", "And?"),
    ),
    "Say that he fell.",
)


async def worded(service: ChatService, **changes: Any) -> str:
    """The words of one answer, whose price nobody asks for."""
    return await counted(service, Meter(), **changes)


async def counted(service: ChatService, meter: Meter, **changes: Any) -> str:
    """The words of one answer."""
    endpoint = replace(Endpoint(service.url, "gpt-4.1-mini", KEY), **changes)
    model = open_chat_buyer(endpoint)
    try:
        async with aclosing(model.for_call(meter).word(PROMPT)) as words:
            return "".join([word async for word in words])
    finally:
        await model.close()


async def test_words_come_as_they_are_streamed() -> None:
    """In order, and joined they are the answer."""
    with ChatService(replies=[Stream(("He", " fell", " twice."))]) as service:
        assert await worded(service) == "He fell twice."
    (request,) = service.requests
    assert request["stream"] is True
    assert request["max_completion_tokens"] < 500
    assert "reasoning_effort" not in request


async def test_a_model_that_thinks_is_told_not_to() -> None:
    """Nobody waits on the telephone for a train of thought."""
    with ChatService() as service:
        await worded(service, model="gpt-5-mini")
        await worded(service, model="o4-mini")
    assert [request["reasoning_effort"] for request in service.requests] == ["minimal", "low"]
    assert all("temperature" not in request for request in service.requests)


def test_what_to_say_now_comes_last() -> None:
    """After the conversation, where it weighs most."""
    told = messages(PROMPT, PROFILES["gpt-4"])
    assert [one["role"] for one in told] == ["system", "user", "assistant", "user", "system"]
    assert told[-1]["content"] == "Say that he fell."
    assert messages(PROMPT, PROFILES["gpt-5"])[0]["role"] == "developer"


def test_open_models_get_one_system_message_and_strict_turns() -> None:
    """Their templates refuse anything else."""
    twice = replace(PROMPT, heard=(*PROMPT.heard, PromptTurn("rep", "Hello?")))
    told = messages(twice, PROFILES["chat"])
    assert [one["role"] for one in told] == ["system", "user", "assistant", "user"]
    assert told[0]["content"].endswith("Say that he fell.")
    assert told[-1]["content"] == "And? Hello?"


def test_after_the_buyers_own_words_an_open_model_is_given_a_turn_to_answer() -> None:
    """A silence that the buyer breaks."""
    told = messages(replace(PROMPT, heard=PROMPT.heard[:2]), PROFILES["chat"])
    assert told[-1] == {"role": "user", "content": "(Nobody speaks.)"}


@pytest.mark.parametrize(
    ("reply", "outcome", "again"),
    [
        (Reply(500, {"error": {"message": "secret"}}), "unavailable", True),
        (Reply(503, {}), "unavailable", True),
        (rate_limited(retry_after="20"), "rate_limited", False),
        (rate_limited(retry_after_ms="100"), "rate_limited", True),
        (rate_limited(), "rate_limited", True),
        (filtered_prompt(), "filtered", False),
        (Reply(400, {"error": {"message": "secret", "code": "unsupported_value"}}), "request_rejected", False),
        (Stream(("Half an",), finish=None), "unavailable", True),
        (Stream(("Half an",), finish="length"), "truncated", True),
        (Stream(("No",), finish="content_filter"), "filtered", False),
        (Stream(refusal="I cannot."), "refused", False),
        (Stream(garbage=b"data: {not json\n\n"), "unavailable", True),
    ],
)
async def test_every_fault_is_told_apart(reply: Reply | Stream, outcome: str, *, again: bool) -> None:
    """One word for what happened, whether another try at once can help, and nothing of the service's own text."""
    with ChatService(replies=[reply]) as service, pytest.raises(ModelFailed) as failed:
        await worded(service)
    assert (failed.value.outcome, failed.value.again) == (outcome, again)
    assert "secret" not in str(failed.value)
    assert len(service.requests) == 1


async def test_a_wrong_key_and_an_unknown_model_are_no_faults_to_repeat() -> None:
    """They stay as they are until somebody mends the settings."""
    with ChatService() as service:
        for changes, outcome in (({"key": "wrong"}, "auth_failed"), ({"url": f"{service.root}/v2"}, "no_such_model")):
            with pytest.raises(ModelFailed) as failed:
                await worded(service, **changes)
            assert (failed.value.outcome, failed.value.again) == (outcome, False)


async def test_nobody_at_the_address_is_a_fault_like_any() -> None:
    """A server that is down."""
    with ChatService() as service:
        url = service.url
    with pytest.raises(ModelFailed) as failed:
        await _word_at(url)
    assert failed.value.outcome == "unavailable"


async def _word_at(url: str) -> None:
    model = open_chat_buyer(Endpoint(url, "gpt-4.1-mini", KEY))
    try:
        await model.warm_up()
        await anext(model.word(PROMPT))
    finally:
        await model.close()


async def test_what_is_written_before_a_fault_stands() -> None:
    """The first half was sent already."""
    with ChatService(replies=[Stream(("He fell,", " and"), finish=None)]) as service:
        model = open_chat_buyer(Endpoint(service.url, "m", KEY))
        words = model.word(PROMPT)
        assert [await anext(words), await anext(words)] == ["He fell,", " and"]
        with pytest.raises(ModelFailed):
            await anext(words)
        await model.close()


async def test_an_answer_without_end_is_left_alone() -> None:
    """A model that rambles costs no more than its first two thousand letters."""
    with ChatService(replies=[Stream(("word " * 50,) * 100)]) as service:
        assert len(await worded(service)) < 3_000


def amounts(meter: Meter) -> dict[tuple[str, bool], int]:
    """By unit, and whether it is an estimate."""
    return {(one.unit, one.estimated): one.amount for one in meter.usage()}


async def test_what_an_answer_takes_is_counted_as_the_service_reports_it() -> None:
    """Cached tokens apart from the others, under the name that the service gives the model."""
    meter = Meter()
    with ChatService() as service:
        await counted(service, meter)
    assert amounts(meter) == {
        ("input_tokens", False): 26,
        ("cached_input_tokens", False): 64,
        ("output_tokens", False): 7,
    }
    assert {(one.part, one.service, one.model) for one in meter.usage()} == {
        ("buyer", "openai-compatible", "gpt-4.1-mini-2025-04-14")
    }


@pytest.mark.parametrize("broken", [Stream(("Half an",), finish=None), Stream(("Half an",), usage=None)])
async def test_what_nobody_reports_is_reckoned_and_labelled(broken: Stream) -> None:
    """An answer that broke off, or a service that never says."""
    meter = Meter()
    with ChatService(replies=[broken]) as service, suppress(ModelFailed):
        await counted(service, meter)
    assert set(amounts(meter)) == {("input_tokens", True), ("output_tokens", True)}
    assert amounts(meter)["output_tokens", True] == 2


async def test_an_answer_that_nobody_waits_for_any_more_is_counted() -> None:
    """The rep cut in: what was begun is charged for."""
    meter = Meter()
    with ChatService(replies=[Stream(("He fell",), stalls=True)]) as service:
        model = open_chat_buyer(Endpoint(service.url, "m", KEY))
        async with aclosing(model.for_call(meter).word(PROMPT)) as words:
            await anext(words)
        await model.close()
    assert amounts(meter)["output_tokens", True] == 2


async def test_a_refusal_costs_nothing() -> None:
    """Nobody charges for an error."""
    meter = Meter()
    with ChatService(replies=[Reply(500, {})]) as service, pytest.raises(ModelFailed):
        await counted(service, meter)
    assert meter.usage() == ()


async def test_a_server_that_takes_no_wish_for_usage_is_asked_without_from_then_on() -> None:
    """One refused request in the life of a process, and the words come."""
    meter = Meter()
    with ChatService(replies=[bad_parameter("stream_options")]) as service:
        model = open_chat_buyer(Endpoint(service.url, "m", KEY))
        for _ in range(2):
            async with aclosing(model.for_call(meter).word(PROMPT)) as words:
                assert "".join([word async for word in words]) == "All right."
        await model.close()
    assert ["stream_options" in request for request in service.requests] == [True, False, False]
    assert set(amounts(meter)) == {("input_tokens", True), ("output_tokens", True)}
