"""Linear models as data: weights by feature name, scored without any library.

Flows in: features by name. Flows out: probabilities of the classes, or one value. `tools/train_speech_acts/` writes
the weights, with where they come from.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class LinearModel:
    """One trained model.

    Args:
        classes: what it tells apart; a single one for a model that gives a value.
        bias: one number per class.
        weights: one number per class for each feature; unknown features weigh nothing.
    """

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, Sequence[float]]

    def scores(self, features: Mapping[str, float]) -> list[float]:
        """One score per class, on the model's own scale."""
        scores = list(self.bias)
        for name, value in features.items():
            if value and (weights := self.weights.get(name)) is not None:
                for index, weight in enumerate(weights):
                    scores[index] += weight * value
        return scores

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """Probability of each class; they sum to one."""
        scores = self.scores(features)
        highest = max(scores)
        powers = [math.exp(score - highest) for score in scores]
        total = sum(powers)
        return {name: power / total for name, power in zip(self.classes, powers, strict=True)}


@cache
def load_model(name: str) -> LinearModel:
    """A model that comes with the package, read once.

    Raises:
        FileNotFoundError: no such model was packed.
    """
    return parse_model(json.loads((files(__package__) / "weights" / f"{name}.json").read_text("utf-8")))


def parse_model(document: Mapping[str, Any]) -> LinearModel:
    """A model from its JSON document; where it comes from is for readers of the file."""
    weights = {str(name): tuple(map(float, row)) for name, row in document["weights"].items()}
    return LinearModel(tuple(document["classes"]), tuple(map(float, document["bias"])), weights)
