"""What the services were used for on one call, added up as it happens: what the call will have cost.

Flows in: amounts in the unit that a provider charges by. Flows out: `Usage` entries for the diary.
"""

from collections import Counter
from typing import Literal, NamedTuple

from sparring.transcript import Usage

Part = Literal["hearing", "buyer", "voice"]
Unit = Literal[
    "characters",
    "audio_ms",
    "input_tokens",
    "cached_input_tokens",
    "output_tokens",
    "input_audio_tokens",
    "cached_input_audio_tokens",
    "output_audio_tokens",
]


class Charge(NamedTuple):
    """What is charged for: the part of the call, who did it with which model, and the unit."""

    part: Part
    service: str
    model: str
    unit: Unit


class Meter:
    """One call's."""

    def __init__(self) -> None:
        self._amounts: Counter[Charge] = Counter()

    def add(self, charge: Charge, amount: int) -> None:
        """So much more of it; what is not positive adds nothing."""
        self._amounts[charge] += max(0, amount)

    def usage(self) -> tuple[Usage, ...]:
        """Everything so far, in the order it was first used."""
        return tuple(Usage(**charge._asdict(), amount=amount) for charge, amount in self._amounts.items())
