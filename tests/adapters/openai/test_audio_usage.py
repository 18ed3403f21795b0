"""`usage` with text and sound: every kind of token once."""

from typing import Any

import pytest

from sparring.adapters.openai.audio_usage import tokens_of
from sparring.usage import Tokens

SPOKEN = {
    "input_tokens": 200,
    "output_tokens": 70,
    "input_token_details": {
        "text_tokens": 120,
        "audio_tokens": 80,
        "cached_tokens": 96,
        "cached_tokens_details": {"text_tokens": 64, "audio_tokens": 32},
    },
    "output_token_details": {"text_tokens": 20, "audio_tokens": 50},
}


def test_every_kind_of_token_is_told_apart() -> None:
    """Text, sound, and what of both was cached; together they are what the service counted."""
    tokens = tokens_of(SPOKEN, "s", "m")
    assert tokens == Tokens(
        "s", "m", input=56, cached_input=64, output=20, input_audio=48, cached_input_audio=32, output_audio=50
    )
    assert SPOKEN["input_tokens"] == 56 + 64 + 48 + 32


@pytest.mark.parametrize("usage", [None, "no", {}, {"input_tokens": True}, {"input_tokens": 0, "output_tokens": -1}])
def test_usage_that_says_nothing_is_none(usage: Any) -> None:
    """Then it is reckoned."""
    assert tokens_of(usage, "s", "m") is None
