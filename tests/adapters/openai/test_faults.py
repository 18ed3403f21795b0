"""One word for everything that goes wrong with a model, and whether to ask again at once."""

import pytest

from sparring.adapters.openai.faults import LONGEST_WAIT_S, failed, refused


@pytest.mark.parametrize(
    ("status", "headers", "outcome", "again"),
    [
        (401, {}, "auth_failed", False),
        (403, {}, "auth_failed", False),
        (404, {}, "no_such_model", False),
        (408, {}, "timed_out", True),
        (418, {}, "request_rejected", False),
        (429, {}, "rate_limited", True),
        (429, {"retry-after": "soon"}, "rate_limited", True),
        (429, {"retry-after-ms": str(LONGEST_WAIT_S * 1_000)}, "rate_limited", True),
        (429, {"retry-after-ms": str(LONGEST_WAIT_S * 1_000 + 1)}, "rate_limited", False),
        (429, {"retry-after": "1"}, "rate_limited", False),
        (503, {}, "unavailable", True),
    ],
)
def test_a_status_is_one_word(status: int, headers: dict[str, str], outcome: str, *, again: bool) -> None:
    """Another try is for what may pass by itself, and soon."""
    failure = refused(status, headers)
    assert (failure.outcome, failure.again) == (outcome, again)


def test_the_sentence_says_what_happened() -> None:
    """In words of our own, never the service's."""
    assert failed("filtered").sentence == "The service's content filter stopped the answer."
