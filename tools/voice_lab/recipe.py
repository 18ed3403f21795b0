"""What each voice is to be made of: `recipes.json` in, checked recipes out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Recipe:
    """One voice: the teacher's styles with their shares, and where it is moved from there.

    `pitch_hz` is its middle pitch and `pitch_spread` the spread of ln(Hz) (None: the teacher's), `rate` its pace
    against the model's. `contrast` is how far the learned difference is exaggerated: a network that learns means draws
    voices together, and 1.3 gives the distance back.
    """

    id: str
    gender: Literal["female", "male"]
    style: Mapping[str, float]
    pitch_hz: float
    pitch_spread: float | None
    rate: float
    formant: float
    contrast: float
    seed: int


def read_recipes() -> tuple[Recipe, ...]:
    """All recipes, in the order of the file."""
    recipes = json.loads((HERE / "recipes.json").read_text())["voices"]
    return tuple(Recipe(**recipe) for recipe in recipes)


def read_sentences(name: str) -> list[str]:
    """`training_sentences.txt` or `evaluation_sentences.txt`, one sentence a line."""
    return (HERE / name).read_text().splitlines()
