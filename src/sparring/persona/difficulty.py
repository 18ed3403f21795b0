"""The three settings of a persona: what each demands of the rep."""

from typing import Annotated, Literal

from pydantic import Field

from sparring.documents import Document

Difficulty = Literal["easy", "normal", "hard"]
DIFFICULTIES: tuple[Difficulty, ...] = ("easy", "normal", "hard")
Percent = Annotated[int, Field(ge=0, le=100)]


class Thresholds(Document):
    """What one difficulty setting demands. Trust and patience are 0-100 and 0-200 points."""

    trust_start: Percent
    trust_to_agree: Percent
    trust_shift: Annotated[int, Field(ge=0, le=60)] = 0  # added to what each hidden fact needs
    patience: Annotated[int, Field(ge=10, le=200)]
    settles_when: Literal["answered", "acknowledged", "explored"]  # each includes the ones before it
    gate: Annotated[int, Field(ge=0, le=8)] = 0  # how many of a stage's wishes must be met to be put through
    time_limit_s: Annotated[int, Field(ge=60, le=1_800)] | None = None


class DifficultySettings(Document):
    """The three settings of one persona."""

    easy: Thresholds
    normal: Thresholds
    hard: Thresholds
