"""What the services were used for on one call, added up as it happens: what the call will have cost.

Flows in: amounts in the unit that a provider charges by. Flows out: `Usage` entries, for the diary or a scorecard.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import Final, NamedTuple

from sparring.transcript import MAX_LABEL, Usage, UsagePart, UsageUnit

CHARS_A_TOKEN: Final = 4
"""Of English, as OpenAI counts them: https://help.openai.com/en/articles/4936856."""


class Charge(NamedTuple):
    """What is charged for: the part of the call, who did it with which model, and the unit."""

    part: UsagePart
    service: str
    model: str
    unit: UsageUnit
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """What one answer of a model took. No token is in two of the counts, as each has a price of its own.

    `estimated`: the service did not say, because the answer was broken off or it never does; reckoned from the letters.
    """

    service: str
    model: str
    input: int = 0
    cached_input: int = 0
    output: int = 0
    input_audio: int = 0
    cached_input_audio: int = 0
    output_audio: int = 0
    estimated: bool = False


_UNITS: Final[tuple[tuple[str, UsageUnit], ...]] = (
    ("input", "input_tokens"),
    ("cached_input", "cached_input_tokens"),
    ("output", "output_tokens"),
    ("input_audio", "input_audio_tokens"),
    ("cached_input_audio", "cached_input_audio_tokens"),
    ("output_audio", "output_audio_tokens"),
)


def reckoned(service: str, model: str, *, asked_chars: int, answered_chars: int) -> Tokens:
    """Tokens of an answer whose service did not say how many there were."""
    asked, answered = ceil(asked_chars / CHARS_A_TOKEN), ceil(answered_chars / CHARS_A_TOKEN)
    return Tokens(service, model, input=asked, output=answered, estimated=True)


def told(number: object) -> int:
    """A count as a service tells it; 0 where it is none, or no whole number above zero."""
    return number if isinstance(number, int) and not isinstance(number, bool) and number > 0 else 0


def added_up(usages: Iterable[Sequence[Usage]]) -> tuple[Usage, ...]:
    """What several calls used, or a call and its grading."""
    meter = Meter()
    for one in chain.from_iterable(usages):
        meter.add(Charge(one.part, one.service, one.model, one.unit, one.estimated), one.amount)
    return meter.usage()


class Meter:
    """One call's, or that of grading one."""

    def __init__(self) -> None:
        self._amounts: Counter[Charge] = Counter()

    def add(self, charge: Charge, amount: int) -> None:
        """So much more of it; what is not positive adds nothing."""
        named = charge._replace(service=charge.service[:MAX_LABEL], model=charge.model[:MAX_LABEL])
        self._amounts[named] += max(0, amount)

    def add_tokens(self, part: UsagePart, tokens: Tokens) -> None:
        """One answer more; a kind of token that it did not take is no entry."""
        for name, unit in _UNITS:
            if (amount := getattr(tokens, name)) > 0:
                self.add(Charge(part, tokens.service, tokens.model, unit, tokens.estimated), amount)

    def usage(self) -> tuple[Usage, ...]:
        """Everything so far, in the order it was first used."""
        return tuple(Usage(**charge._asdict(), amount=amount) for charge, amount in self._amounts.items())
