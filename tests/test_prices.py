"""What a call cost; an unknown price is never nothing."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sparring.errors import PricesRejected
from sparring.prices import cost_of, parse_prices, shipped_prices
from sparring.transcript import Usage


def used(service: str, unit: Any, amount: int, model: str = "m") -> Usage:
    return Usage(part="voice", service=service, model=model, unit=unit, amount=amount)


def test_engines_of_this_machine_cost_nothing_and_are_known_to() -> None:
    """Nothing is a price; it is not the same as none."""
    made = cost_of((used("hibari", "characters", 9_000), used("whisper-tiny", "audio_ms", 90_000)), shipped_prices())
    assert (made.known, made.whole) == (Decimal(0), True)


def test_a_service_costs_what_its_list_says() -> None:
    """Fifteen dollars a million characters."""
    made = cost_of((used("openai-speech", "characters", 2_000, "tts-1"),), shipped_prices())
    assert made.known == Decimal("0.03")
    assert made.oldest == date(2026, 11, 25)


def test_what_has_no_known_price_is_unknown() -> None:
    """The sum is of the rest, and says that it is not whole."""
    unknown = used("openai-compatible", "characters", 1_000, "our-voice")
    made = cost_of((unknown, used("openai-speech", "characters", 1_000, "tts-1-hd")), shipped_prices())
    assert [one.cost for one in made.charged] == [None, Decimal("0.03")]
    assert not made.whole


@pytest.mark.parametrize(
    ("model", "unit", "cost"),
    [
        ("gpt-realtime", "output_tokens", "0.016"),
        ("gpt-realtime-1.5-2026-02-23", "input_audio_tokens", "0.032"),
        ("gpt-realtime-mini-2025-10-06", "output_audio_tokens", "0.02"),
        ("o4-mini", "cached_input_tokens", "0.000275"),
        ("gpt-4o-mini-transcribe", "input_audio_tokens", "0.00125"),
    ],
)
def test_deployments_on_azure_that_bear_their_model_s_name_have_a_list_price(model: str, unit: str, cost: str) -> None:
    """Of a thousand tokens."""
    made = cost_of((used("azure-openai", unit, 1_000, model),), shipped_prices())
    assert (made.known, made.whole) == (Decimal(cost), True)


@pytest.mark.parametrize(("model", "cost"), [("DragonHD", "0.022"), ("Neural", "0.015")])
def test_azure_speech_costs_what_its_meters_say(model: str, cost: str) -> None:
    """Of a thousand characters; a DragonHD voice has a meter of its own."""
    made = cost_of((used("azure-speech", "characters", 1_000, model),), shipped_prices())
    assert (made.known, made.whole) == (Decimal(cost), True)


@pytest.mark.parametrize("model", ["gpt-realtime-2.1", "our-voice", "gpt-realtime-2"])
def test_another_model_or_a_name_of_one_s_own_is_not_guessed(model: str) -> None:
    """Its price may be quite another."""
    assert not cost_of((used("azure-openai", "output_tokens", 1_000, model),), shipped_prices()).whole


def test_every_listed_price_has_a_source_and_a_date() -> None:
    """So that somebody can look whether it still holds."""
    for price in shipped_prices().prices:
        assert price.source
        assert date.fromisoformat(price.retrieved) <= date(2026, 12, 31)


@pytest.mark.parametrize("data", [b"", b"{}", b'{"currency": "dollars", "prices": []}'])
def test_a_table_that_is_none_is_refused(data: bytes) -> None:
    """Guessing a price would be worse."""
    with pytest.raises(PricesRejected):
        parse_prices(data, source="prices")
