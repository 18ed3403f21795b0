"""Numbers as they are spoken: what each word of one is worth."""

from collections.abc import Mapping
from typing import Final

UNITS: Final[Mapping[str, int]] = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()  # noqa: SIM905
    )
}
TENS: Final[Mapping[str, int]] = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)  # noqa: SIM905
}
NUMBERS: Final[Mapping[str, int]] = {**UNITS, **TENS}
DIGITS: Final = tuple(UNITS)[:10]
"""As a telephone number is read out; by their place."""
