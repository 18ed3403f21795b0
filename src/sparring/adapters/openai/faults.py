"""What goes wrong with a language model, told apart alike for every protocol that it is spoken to in.

Flows in: an outcome, or a status of HTTP with its headers. Flows out: ModelFailed with one word for what happened. No
provider's error text passes.
"""

from collections.abc import Mapping

from sparring.errors import ModelFailed

MOST_CHARS = 2_000  # of one answer
ANSWER_TOKENS = 160  # two spoken sentences are 60
THINKING_TOKENS = 1_000  # on top, for a family that thinks even when told not to
LONGEST_WAIT_S = 0.5  # that a rate limit may ask for and still be worth another try at once

_OUTCOMES = {
    401: "auth_failed",
    403: "auth_failed",
    404: "no_such_model",
    408: "timed_out",
    429: "rate_limited",
}
_SENTENCES = {
    "auth_failed": "The model's service did not accept the key or the identity.",
    "no_such_model": "The model's service knows no such model or deployment.",
    "timed_out": "The model's service did not answer in time.",
    "rate_limited": "The model's service is at its rate limit.",
    "unavailable": "The model's service cannot be reached or failed.",
    "filtered": "The service's content filter stopped the answer.",
    "refused": "The model declined to answer.",
    "truncated": "The model's answer broke off.",
    "request_rejected": "The model's service did not accept the request.",
    "unusable": "The model's service answered in another protocol.",
    "other_voice": "The model's service would speak with another voice than the buyer's.",
}
_AGAIN = frozenset(("timed_out", "unavailable", "truncated", "unusable"))


def failed(outcome: str) -> ModelFailed:
    """The error for an outcome."""
    return ModelFailed(_SENTENCES[outcome], outcome=outcome, again=outcome in _AGAIN)


def refused(status: int, headers: Mapping[str, str]) -> ModelFailed:
    """The error for an HTTP status. A rate limit is worth another try at once unless its headers ask to wait longer."""
    if status == 429:
        return ModelFailed(_SENTENCES["rate_limited"], outcome="rate_limited", again=_soon(headers))
    return failed(_OUTCOMES.get(status, "unavailable" if status >= 500 else "request_rejected"))


def _soon(headers: Mapping[str, str]) -> bool:
    for name, unit_s in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            return float(headers.get(name, "")) * unit_s <= LONGEST_WAIT_S
        except ValueError:
            continue
    return True
