"""What realtime answers took, with nothing forgotten at the end of a call."""

from typing import Any

import pytest

from sparring.adapters.buyer_model.realtime.usage import Ledger
from sparring.ports import BuyerPrompt

PROMPT = BuyerPrompt("You are Laura.", (), "Say that he fell.")
SPOKEN = {"input_tokens": 200, "output_tokens": 70}


def test_what_is_reported_after_the_call_was_settled_is_not_counted_twice() -> None:
    """It was reckoned already."""
    ledger = Ledger("openai", "gpt-realtime")
    meter = ledger.meter
    owed = ledger.asked(PROMPT)
    ledger.settle()
    reckoned = meter.usage()
    ledger.reported(owed, SPOKEN)
    ledger.settle()
    assert meter.usage() == reckoned
    assert [one.estimated for one in reckoned] == [True]


def test_a_refused_answer_costs_nothing() -> None:
    """Nobody charges for an error."""
    ledger = Ledger("openai", "gpt-realtime")
    meter = ledger.meter
    ledger.refused(ledger.asked(PROMPT))
    ledger.settle()
    assert meter.usage() == ()


@pytest.mark.parametrize(
    ("usage", "unit", "amount"),
    [
        ({"type": "duration", "seconds": 2.5}, "audio_ms", 2_500),
        ({"type": "tokens", "input_tokens": 25, "input_token_details": {"audio_tokens": 25}}, "input_audio_tokens", 25),
    ],
)
def test_what_is_written_down_is_charged_to_hearing(usage: Any, unit: str, amount: int) -> None:
    """By its seconds or its tokens, as the transcriber is paid."""
    ledger = Ledger("openai", "gpt-realtime")
    ledger.transcriber = "gpt-4o-mini-transcribe"
    ledger.transcribed(usage)
    ledger.transcribed(None)
    (used,) = ledger.meter.usage()
    assert (used.part, used.model, used.unit, used.amount) == ("hearing", "gpt-4o-mini-transcribe", unit, amount)
