"""Features of an exchange: how far the reply takes up what was said."""

import math

from hypothesis import given
from hypothesis import strategies as st
from tools.train_speech_acts.exchange import exchange_features


def test_repeating_more_shares_more() -> None:
    """Words, pairs and the longest run in both."""
    much = exchange_features("So she forgets the stove at night?", "She forgets the stove at night.")
    little = exchange_features("We also do laundry.", "She forgets the stove at night.")
    for name in ("shared", "tokens", "pairs", "run", "early"):
        assert much[name] > little[name]


def test_a_reply_without_words_has_no_features() -> None:
    """Silence takes up nothing."""
    assert exchange_features("", "She fell.") == {}


@given(st.text(max_size=100), st.text(max_size=100))
def test_features_are_finite(reply: str, previous: str) -> None:
    """Whatever is said."""
    assert all(math.isfinite(value) for value in exchange_features(reply, previous).values())
