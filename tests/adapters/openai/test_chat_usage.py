"""What a chat answer took, from whatever its service says about it."""

from types import SimpleNamespace
from typing import Any

import pytest

from sparring.adapters.openai.chat_usage import CHARS_A_MESSAGE, chars_of, tokens_of
from sparring.usage import Tokens


def usage(**fields: Any) -> SimpleNamespace:
    return SimpleNamespace(**fields)


def test_cached_tokens_are_not_among_the_others() -> None:
    """Each has a price of its own."""
    told = usage(prompt_tokens=100, completion_tokens=9, prompt_tokens_details=usage(cached_tokens=64))
    assert tokens_of(told, service="s", model="m") == Tokens("s", "m", input=36, cached_input=64, output=9)


@pytest.mark.parametrize(
    "told",
    [None, usage(), usage(prompt_tokens=0, completion_tokens=0), usage(prompt_tokens="many"), usage(prompt_tokens=-3)],
)
def test_usage_that_says_nothing_is_none(told: Any) -> None:
    """Then it is reckoned."""
    assert tokens_of(told, service="s", model="m") is None


def test_more_cached_than_asked_is_no_less_than_nothing() -> None:
    """A confused service does not make a call cheaper."""
    told = usage(prompt_tokens=10, completion_tokens=1, prompt_tokens_details=usage(cached_tokens=99))
    assert tokens_of(told, service="s", model="m") == Tokens("s", "m", cached_input=10, output=1)


def test_the_letters_of_a_request_include_what_goes_around_each_message() -> None:
    """Two messages."""
    assert chars_of([{"content": "Hello"}, {"content": "Hi"}]) == 7 + 2 * CHARS_A_MESSAGE
