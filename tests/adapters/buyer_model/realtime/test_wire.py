"""Addresses, ways in, events and outcomes of the realtime protocol."""

import pytest

from sparring.adapters.buyer_model.realtime import wire
from sparring.adapters.openai.endpoint import Endpoint
from sparring.errors import ModelFailed
from sparring.ports import BuyerPrompt, PromptTurn

AZURE = "https://practice.openai.azure.com"
WSS_AZURE = "wss://practice.openai.azure.com/openai/v1/realtime?model=talk"


@pytest.mark.parametrize(
    ("endpoint", "address"),
    [
        (Endpoint(AZURE, "talk"), WSS_AZURE),
        (Endpoint(f"{AZURE}/openai/v1/", "talk"), WSS_AZURE),
        (Endpoint("https://api.openai.com/v1", "gpt-realtime"), "wss://api.openai.com/v1/realtime?model=gpt-realtime"),
        (Endpoint("http://127.0.0.1:9/v1/", "a b&c"), "ws://127.0.0.1:9/v1/realtime?model=a%20b%26c"),
    ],
)
def test_the_address_follows_from_the_same_settings_as_a_chat_model_s(endpoint: Endpoint, address: str) -> None:
    """Without an API version, which no longer exists."""
    assert wire.address(endpoint) == address


async def test_the_way_in_is_a_key_a_token_or_nothing() -> None:
    """Each where the service looks for it."""
    assert await wire.headers(Endpoint(AZURE, "talk", "k"), None) == {"api-key": "k"}
    assert await wire.headers(Endpoint("https://api.openai.com/v1", "m", "k"), None) == {"Authorization": "Bearer k"}
    assert await wire.headers(Endpoint("http://127.0.0.1:9/v1", "m"), None) == {}


def test_who_it_is_stands_in_every_request_before_what_to_say() -> None:
    """Nothing the conversation holds can take its place, and what it answers is not part of it yet."""
    response = wire.ask(BuyerPrompt("You are Laura.", (), "Say that he fell."), "7")["response"]
    assert response["instructions"] == "You are Laura.\n\nSay that he fell."
    assert response["conversation"] == "none"
    assert response["metadata"] == {"ask": "7"}


def test_the_two_sides_are_told_apart() -> None:
    """The rep is the user."""
    rep, buyer = wire.item(PromptTurn("rep", "Hi."), "a")["item"], wire.item(PromptTurn("buyer", "Yes?"), "b")["item"]
    assert (rep["role"], rep["content"]) == ("user", [{"type": "input_text", "text": "Hi."}])
    assert (buyer["role"], buyer["content"]) == ("assistant", [{"type": "output_text", "text": "Yes?"}])


@pytest.mark.parametrize("frame", ["", "[1]", "{", "null", b"\xff"])
def test_what_is_no_event_is_a_fault(frame: str | bytes) -> None:
    """Another protocol, or none."""
    with pytest.raises(ModelFailed) as failed:
        wire.read(frame)
    assert failed.value.outcome == "unusable"


@pytest.mark.parametrize(
    ("response", "outcome"),
    [
        ({"status": "completed"}, wire.DONE),
        ({"status": "cancelled", "status_details": {"reason": "client_cancelled"}}, "truncated"),
        ({"status": "incomplete", "status_details": {"reason": "max_output_tokens"}}, "truncated"),
        ({"status": "incomplete", "status_details": {"reason": "content_filter"}}, "filtered"),
        ({"status": "failed", "status_details": {"error": {"code": "rate_limit_exceeded"}}}, "rate_limited"),
        ({"status": "failed", "status_details": {"error": {"type": "server_error"}}}, "unavailable"),
        ({"status": "failed", "status_details": {"error": {"type": "invalid_request_error"}}}, "request_rejected"),
        ({"status": "failed", "status_details": None}, "unavailable"),
        ({}, "truncated"),
    ],
)
def test_every_end_of_a_response_has_one_word(response: wire.WireEvent, outcome: str) -> None:
    """The same words as a chat model's."""
    assert wire.outcome_of_response(response) == outcome
