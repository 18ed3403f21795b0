"""Language models: one that words the buyer's decisions, one that judges."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, Protocol

from sparring.usage import Meter, Tokens


@dataclass(frozen=True, slots=True)
class PromptTurn:
    """One turn of a conversation as a model is shown it."""

    speaker: Literal["rep", "buyer"]
    text: str


@dataclass(frozen=True, slots=True)
class BuyerPrompt:
    """What a model needs to give one decision of the buyer its words.

    `identity`: who it is, the same for the whole call; `heard`: the conversation so far, oldest first; `now`: what to
    say now, with a reminder of who says it.
    """

    identity: str
    heard: tuple[PromptTurn, ...]
    now: str


class BuyerModel(Protocol):
    """A language model that words what the buyer's mind has decided."""

    name: str

    def word(self, prompt: BuyerPrompt) -> AsyncGenerator[str, None]:
        """The words as they come, in pieces of any size, without retries. Closing the iterator stops the work.

        Raises: ModelFailed, with whatever was yielded before it standing.
        """

    def for_call(self, meter: Meter | None = None) -> "BuyerModel":
        """The same model for one call, with a connection of its own where the service keeps one for a conversation.

        `meter`: told what every answer took, also of one that was broken off, at the latest when the call is hung up.
        """

    async def warm_up(self) -> None:
        """Have a connection at hand, so that the first words come as soon as later ones. Never fails."""

    def hang_up(self) -> None:
        """The call is over: let go of what it had to itself, without waiting for that."""

    async def close(self) -> None:
        """Let go of connections; nothing may be asked afterwards."""


@dataclass(frozen=True, slots=True)
class JudgeQuestion:
    """One thing to be judged.

    `schema` is a JSON Schema within Azure's documented subset of structured outputs, `schema_name` at most 64 letters,
    digits, `_` and `-`; the same name always goes with the same schema, which services compile once and keep.
    """

    instructions: str
    material: str
    schema_name: str
    schema: Mapping[str, Any]


class JudgeOutcome(StrEnum):
    """How a question ended. Only `ok` has a text."""

    OK = "ok"
    UNUSABLE = "unusable"  # an answer that does not fit the form
    REFUSAL = "refusal"
    TRUNCATED = "truncated"
    FILTERED = "filtered"
    SCHEMA_REJECTED = "schema_rejected"
    REQUEST_REJECTED = "request_rejected"  # a parameter or a length this model does not take
    RATE_LIMITED = "rate_limited"
    TIMED_OUT = "timed_out"
    AUTH_FAILED = "auth_failed"
    NO_SUCH_MODEL = "no_such_model"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class JudgeReply:
    """What came back.

    `model`: what the service says has answered; `retry_after_s`: what it asks us to wait; `tokens`: what it took, None
    where nothing is charged for.
    """

    outcome: JudgeOutcome
    text: str = ""
    model: str | None = None
    retry_after_s: float | None = None
    tokens: Tokens | None = None


class JudgeModel(Protocol):
    """A language model that fills in a form.

    `name` is signed with; `service` and `model` are whose it is and what is asked for there, as in its `Tokens`.
    """

    name: str
    service: str
    model: str

    async def ask(self, question: JudgeQuestion, *, limit_s: float, roomier: bool = False) -> JudgeReply:
        """One request, no retries; whatever the service does is an outcome.

        `roomier`: after a truncated answer, with more room for the answer and less for thought.
        """

    async def close(self) -> None:
        """Let go of connections; nothing may be asked afterwards."""
